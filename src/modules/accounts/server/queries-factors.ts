import { sql } from 'kysely'
import type { Db, Tx } from '#platform/db/types.ts'

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
