import { sql } from 'kysely'
import { everywhere, type Db, type Range, type Tx } from '#platform/db/types.ts'

export async function listPasskeys(db: Db, personId: string) {
  const { rows } = await sql<{ id: string; name: string | null; addedAt: string | null }>`
    select "id", "name", "createdAt" as "addedAt" from auth."passkey"
    where "userId" = ${personId} order by "createdAt"`.execute(db)
  return rows.map(({ id, name, addedAt }) => ({ id, name: name ?? '', addedAt }))
}

export async function deletePasskey(tx: Tx, personId: string, passkeyId: string): Promise<boolean> {
  const { rows } = await sql`delete from auth."passkey" where "userId" = ${personId} and "id" = ${passkeyId}
    returning "id"`.execute(tx)
  return rows.length > 0
}

export async function removeTimeCodes(tx: Tx, personId: string): Promise<void> {
  await sql`delete from auth."twoFactor" where "userId" = ${personId}`.execute(tx)
  await sql`update auth."user" set "twoFactorEnabled" = false, "updatedAt" = now() where "id" = ${personId}`.execute(
    tx,
  )
}

export async function removePasskeys(tx: Tx, personId: string): Promise<void> {
  await sql`delete from auth."passkey" where "userId" = ${personId}`.execute(tx)
}

/** From now on nothing works before a required second factor is set up. */
export async function askForSecondFactorNow(tx: Tx, personId: string): Promise<void> {
  await sql`update accounts_people set second_factor_due = least(second_factor_due, now()) where id = ${personId}`.execute(
    tx,
  )
}

/**
 * Whether the person holds a grant outside `range`: whoever manages accounts of a commune must not take over the
 * account of somebody who also works for the province. Row-level security hides just those grants, so the question
 * widens the place of the transaction for one statement, and sets it back.
 */
export async function worksElsewhere(tx: Tx, personId: string, range: Range): Promise<boolean> {
  const look = ({ lft, rgt }: Range) =>
    sql`select set_config('app.lft', ${String(lft)}, true), set_config('app.rgt', ${String(rgt)}, true)`.execute(
      tx,
    )
  await look(everywhere)
  const found = await tx
    .selectFrom('accounts_grants')
    .select('id')
    .where('person_id', '=', personId)
    .where((where) => where.or([where('area_lft', '<', range.lft), where('area_lft', '>', range.rgt)]))
    .where((where) =>
      where.or([where('valid_to', 'is', null), where('valid_to', '>=', sql<string>`current_date`)]),
    )
    .limit(1)
    .executeTakeFirst()
  await look(range)
  return found !== undefined
}

/** Whether the person holds a grant that row-level security shows. */
export async function worksWithin(db: Db, personId: string): Promise<boolean> {
  const found = await db
    .selectFrom('accounts_grants')
    .select('id')
    .where('person_id', '=', personId)
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}
