import { sql } from 'kysely'
import type { Day } from '#base/day.ts'
import type { Db, Range, Tx } from '#platform/db/types.ts'
import type { GivenRole, Giver } from '../shared/access.ts'
import { PlaceKind } from '../shared/roles.ts'

/** The grant somebody acts under, with what its role may give. */
export async function findGiver(db: Db, grantId: string): Promise<Giver | undefined> {
  const row = await db
    .selectFrom('accounts_grants as grant')
    .innerJoin('accounts_roles as role', 'role.key', 'grant.role')
    .innerJoin('areas as area', 'area.id', 'grant.area_id')
    .select(['role.capabilities', 'role.may_grant as mayGrant', 'area.lft', 'area.rgt'])
    .select(['grant.valid_from as validFrom', 'grant.valid_to as validTo'])
    .where('grant.id', '=', grantId)
    .where('grant.ended_at', 'is', null)
    .executeTakeFirst()
  if (!row) return undefined
  const { capabilities, lft, rgt, ...rest } = row
  return { ...rest, capabilities: new Set(capabilities), area: { lft, rgt } }
}

/** A standard role or one of one's own; `madeAt` null for a standard role. */
export async function findRole(db: Db, key: string): Promise<GivenRole | undefined> {
  const row = await db
    .selectFrom('accounts_roles as role')
    .leftJoin('areas as area', 'area.id', 'role.area_id')
    .select(['role.key', 'role.capabilities', 'role.kinds', 'role.retired', 'area.lft', 'area.rgt'])
    .where('role.key', '=', key)
    .executeTakeFirst()
  if (!row) return undefined
  const { lft, rgt, kinds, ...role } = row
  const madeAt = lft === null || rgt === null ? null : { lft, rgt }
  return { ...role, kinds: PlaceKind.array().parse(kinds), madeAt }
}

export type NewGrant = {
  id: string
  personId: string
  role: string
  area: { id: string; lft: number }
  validFrom: Day
  validTo: Day | null
  grantedBy: string | null
}

export async function insertGrant(tx: Tx, grant: NewGrant): Promise<void> {
  await tx
    .insertInto('accounts_grants')
    .values({
      id: grant.id,
      person_id: grant.personId,
      role: grant.role,
      area_id: grant.area.id,
      area_lft: grant.area.lft,
      valid_from: grant.validFrom,
      valid_to: grant.validTo,
      granted_by: grant.grantedBy,
    })
    .execute()
}

export type HeldGrant = { id: string; role: string; areaId: string; validFrom: Day; validTo: Day | null }

/** Grants within the asker's place that count on `day` or later (row-level security limits them). */
export async function listHeldGrants(db: Db, personId: string, day: Day): Promise<HeldGrant[]> {
  return db
    .selectFrom('accounts_grants')
    .select(['id', 'role', 'area_id as areaId', 'valid_from as validFrom', 'valid_to as validTo'])
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .where((where) => where.or([where('valid_to', 'is', null), where('valid_to', '>=', day)]))
    .execute()
}

/** Whether the person ever held a grant within the asker's place; others are not there for the asker. */
export async function isKnownHere(db: Db, personId: string): Promise<boolean> {
  const row = await db
    .selectFrom('accounts_grants')
    .select('id')
    .where('person_id', '=', personId)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Whether the person holds a grant outside of the range on `day` or later; says nothing else about it. */
export async function holdsElsewhere(
  db: Db,
  personId: string,
  { range, day }: { range: Range; day: Day },
): Promise<boolean> {
  const { rows } = await sql<{ held: boolean }>`
    select accounts_holds_elsewhere(${personId}, ${range.lft}, ${range.rgt}, ${day}) as held`.execute(db)
  return rows[0]?.held ?? false
}

export type FoundGrant = { personId: string; role: string; endedAt: string | null }

export async function findGrant(db: Db, id: string): Promise<FoundGrant | undefined> {
  return db
    .selectFrom('accounts_grants')
    .select(['person_id as personId', 'role', 'ended_at as endedAt'])
    .where('id', '=', id)
    .executeTakeFirst()
}

/** Those that ended before keep their moment. */
export async function setEnded(
  tx: Tx,
  ids: readonly string[],
  { at, by }: { at: Date; by: string },
): Promise<void> {
  await tx
    .updateTable('accounts_grants')
    .set({ ended_at: at.toISOString(), ended_by: by })
    .where('id', 'in', [...ids])
    .where('ended_at', 'is', null)
    .execute()
}

/** Grants of a person end with their last day at work; those that would begin later never count. */
export async function endAfter(
  tx: Tx,
  personId: string,
  { lastDay, at, by }: { lastDay: Day; at: Date; by: string },
): Promise<void> {
  const open = tx
    .updateTable('accounts_grants')
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
  await open.set({ ended_at: at.toISOString(), ended_by: by }).where('valid_from', '>', lastDay).execute()
  await open
    .set({ valid_to: lastDay })
    .where((where) => where.or([where('valid_to', 'is', null), where('valid_to', '>', lastDay)]))
    .execute()
}

/** The last day in the service; null: still there. */
export async function setLeftOn(tx: Tx, personId: string, day: Day | null): Promise<void> {
  await tx.updateTable('accounts_people').set({ left_on: day }).where('id', '=', personId).execute()
}
