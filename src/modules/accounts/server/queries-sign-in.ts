import { sql } from 'kysely'
import { type Area, AreaKind } from '#modules/areas/shared/contract.ts'
import type { Db, Tx } from '#platform/db/types.ts'

export type SignInName = { personId: string; username: string; hasPassword: boolean; isDisabled: boolean }

/** Whose user name or e-mail this is. */
export async function findSignInName(db: Db, login: string): Promise<SignInName | undefined> {
  const { rows } =
    await sql<SignInName>`select p.id as "personId", p.username, p.disabled_at is not null as "isDisabled",
      exists (select from auth."account" a where a."userId" = p.id and a."providerId" = 'credential'
        and a."password" is not null) as "hasPassword"
    from accounts_people p where p.username = ${login} or p.email = ${login} limit 1`.execute(db)
  return rows[0]
}

export type SignInPlace = Pick<Area, 'id' | 'code' | 'kind' | 'name' | 'lft' | 'rgt'> & {
  grantId: string | null
}

/** The day in Viet Nam, whatever the database's time zone: until 07:00 there, UTC is still at the day before. */
const today = sql`(now() at time zone 'Asia/Ho_Chi_Minh')::date`

/** The place of a person's first grant of today, or of the installation; undefined before the first opening. */
export async function findSignInPlace(
  db: Db,
  personId: string | undefined,
): Promise<SignInPlace | undefined> {
  const { rows } = await sql<Omit<SignInPlace, 'kind'> & { kind: string }>`
    select g.id as "grantId", a.id, a.code, a.kind, a.name, a.lft, a.rgt
    from accounts_installation i left join lateral (
      select g.id, g.area_id from accounts_grants g where g.person_id = ${personId ?? null}::uuid and g.ended_at is null
        and g.valid_from <= ${today} and coalesce(g.valid_to, 'infinity') >= ${today}
      order by g.granted_at, g.id limit 1) g on true
    join areas a on a.id = coalesce(g.area_id, i.area_id)`.execute(db)
  const [row] = rows
  return row && { ...row, kind: AreaKind.parse(row.kind) }
}

/** True for a person who does not exist: nobody comes in by either. */
export async function isDisabled(db: Db, personId: string): Promise<boolean> {
  const row = await db
    .selectFrom('accounts_people')
    .select('disabled_at')
    .where('id', '=', personId)
    .executeTakeFirst()
  return !row || row.disabled_at !== null
}

/** Undefined for who has no password: invited and not come yet, or by the province's identity server alone. */
export async function findPasswordHash(db: Db, personId: string): Promise<string | undefined> {
  const { rows } = await sql<{ password: string | null }>`select "password" from auth."account"
    where "userId" = ${personId} and "providerId" = 'credential'`.execute(db)
  return rows[0]?.password ?? undefined
}

/** Changes the password and leaves the sessions alone. */
export async function setPasswordHash(tx: Tx, personId: string, hash: string): Promise<void> {
  await sql`update auth."account" set "password" = ${hash}, "updatedAt" = now()
    where "userId" = ${personId} and "providerId" = 'credential'`.execute(tx)
}

/** The e-mail that the identity server must vouch for, and that may be typed instead of the user name. */
export async function setEmail(tx: Tx, personId: string, email: string): Promise<void> {
  await tx.updateTable('accounts_people').set({ email }).where('id', '=', personId).execute()
  await sql`update auth."user" set "email" = ${email}, "updatedAt" = now() where "id" = ${personId}`.execute(
    tx,
  )
}

export type SignInState = {
  username: string
  email: string | null
  hasPassword: boolean
  hasTimeCodes: boolean
  secondFactorDue: string
}

export async function findSignInState(db: Db, personId: string): Promise<SignInState | undefined> {
  const { rows } = await sql<SignInState>`select p.username, p.email,
      exists (select from auth."account" a where a."userId" = p.id and a."providerId" = 'credential') as "hasPassword",
      coalesce(u."twoFactorEnabled", false) as "hasTimeCodes", p.second_factor_due as "secondFactorDue"
    from accounts_people p join auth."user" u on u."id" = p.id where p.id = ${personId}`.execute(db)
  return rows[0]
}
