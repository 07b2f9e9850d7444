import { sql } from 'kysely'
import { newId } from '#base/id.ts'
import type { Tx } from '#platform/db/types.ts'

/**
 * Adds a person to the sign-in tables in our own transaction, so that a person and their grants come into being
 * together. The hash is Better Auth's; without one the person cannot sign in until an invitation is used.
 */
export async function insertSignIn(
  tx: Tx,
  person: { id: string; fullName: string; username: string; passwordHash: string | null },
): Promise<void> {
  const { id, fullName, username, passwordHash } = person
  await sql`insert into auth."user" ("id", "name", "email", "emailVerified", "username", "displayUsername", "updatedAt")
    values (${id}, ${fullName}, ${`${username}@uommam.invalid`}, false, ${username}, ${username}, now())`.execute(
    tx,
  )
  if (passwordHash) await insertPassword(tx, id, passwordHash)
}

/** Replaces the password and ends every session of the person. */
export async function replacePassword(tx: Tx, personId: string, passwordHash: string): Promise<void> {
  await sql`delete from auth."account" where "userId" = ${personId} and "providerId" = 'credential'`.execute(
    tx,
  )
  await insertPassword(tx, personId, passwordHash)
  await endSessions(tx, personId)
}

export async function endSessions(tx: Tx, personId: string): Promise<void> {
  await sql`delete from auth."session" where "userId" = ${personId}`.execute(tx)
}

async function insertPassword(tx: Tx, personId: string, passwordHash: string): Promise<void> {
  await sql`insert into auth."account" ("id", "accountId", "providerId", "userId", "password", "updatedAt")
    values (${newId()}, ${personId}, 'credential', ${personId}, ${passwordHash}, now())`.execute(tx)
}
