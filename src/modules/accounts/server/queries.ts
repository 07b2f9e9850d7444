import type { Day } from '#base/day.ts'
import type { Db, Tx } from '#platform/db/types.ts'

export type GrantRow = {
  id: string
  role: string
  roleName: unknown
  capabilities: string[]
  areaId: string
  code: string
  kind: string
  name: string
  fullName: string
  lft: number
  rgt: number
  validFrom: Day
  validTo: Day | null
}

/** The grants that count on `day`, the officer's before the administrator's: the role most people work under. */
export async function listGrantsOn(db: Db, personId: string, day: Day): Promise<GrantRow[]> {
  return db
    .selectFrom('accounts_grants as grant')
    .innerJoin('areas as area', 'area.id', 'grant.area_id')
    .innerJoin('accounts_people as person', 'person.id', 'grant.person_id')
    .innerJoin('accounts_roles as role', 'role.key', 'grant.role')
    .select([
      'grant.id',
      'grant.role',
      'role.names as roleName',
      'role.capabilities',
      'area.id as areaId',
      'area.code',
      'area.kind',
      'area.name',
      'area.full_name as fullName',
      'area.lft',
      'area.rgt',
      'grant.valid_from as validFrom',
      'grant.valid_to as validTo',
    ])
    .where('grant.person_id', '=', personId)
    .where('person.disabled_at', 'is', null)
    .where('grant.ended_at', 'is', null)
    .where('grant.valid_from', '<=', day)
    .where((where) => where.or([where('grant.valid_to', 'is', null), where('grant.valid_to', '>=', day)]))
    .orderBy('role.rank')
    .orderBy('grant.granted_at')
    .orderBy('grant.id')
    .execute()
}

export async function findPersonName(db: Db, personId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('accounts_people')
    .select('full_name as name')
    .where('id', '=', personId)
    .executeTakeFirst()
  return row?.name
}

/** The unit this installation works for; undefined before the first opening. */
export async function findInstallation(db: Db): Promise<{ areaId: string } | undefined> {
  return db.selectFrom('accounts_installation').select('area_id as areaId').executeTakeFirst()
}

/** False when another setup was first: the single row holds the later one off. */
export async function claimInstallation(tx: Tx, areaId: string): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('accounts_installation')
    .values({ one: true, area_id: areaId })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export async function insertPerson(
  tx: Tx,
  person: { id: string; fullName: string; username: string },
): Promise<void> {
  await tx
    .insertInto('accounts_people')
    .values({ id: person.id, full_name: person.fullName, username: person.username })
    .execute()
}

export async function findPerson(db: Db, id: string) {
  return db
    .selectFrom('accounts_people')
    .select(['id', 'full_name as fullName', 'username', 'disabled_at as disabledAt', 'left_on as leftOn'])
    .where('id', '=', id)
    .executeTakeFirst()
}

export async function findPersonByUsername(db: Db, username: string) {
  return db.selectFrom('accounts_people').select('id').where('username', '=', username).executeTakeFirst()
}

/** `at` null: may sign in again. */
export async function setDisabled(tx: Tx, personId: string, at: Date | null): Promise<void> {
  await tx
    .updateTable('accounts_people')
    .set({ disabled_at: at ? at.toISOString() : null })
    .where('id', '=', personId)
    .execute()
}

/** An earlier code of the same person does not count any more. */
export async function insertInvitation(
  tx: Tx,
  invitation: { tokenHash: string; personId: string; expiresAt: Date },
): Promise<void> {
  await tx.deleteFrom('accounts_invitations').where('person_id', '=', invitation.personId).execute()
  await tx
    .insertInto('accounts_invitations')
    .values({
      token_hash: invitation.tokenHash,
      person_id: invitation.personId,
      expires_at: invitation.expiresAt.toISOString(),
    })
    .execute()
}

/** By the hash of its code; used ones and those that are over are not found. */
export async function findInvitation(db: Db, tokenHash: string, now: Date) {
  return db
    .selectFrom('accounts_invitations as invitation')
    .innerJoin('accounts_people as person', 'person.id', 'invitation.person_id')
    .select(['person.id as personId', 'person.full_name as fullName', 'person.username'])
    .where('invitation.token_hash', '=', tokenHash)
    .where('invitation.used_at', 'is', null)
    .where('invitation.expires_at', '>', now.toISOString())
    .executeTakeFirst()
}

/** False when the link was used in the meantime. */
export async function useInvitation(tx: Tx, tokenHash: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('accounts_invitations')
    .set({ used_at: now.toISOString() })
    .where('token_hash', '=', tokenHash)
    .where('used_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
