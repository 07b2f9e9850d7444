import { hashPassword } from 'better-auth/crypto'
import type { TestDatabase } from './database.ts'
import type { Person } from './people.ts'

/** A password that the rules take; the people of the tests have none before `givePassword`. */
export const goodPassword = 'rừng thông trên đồi'

const hashes = new Map<string, Promise<string>>()

/** Hashing costs 80 ms by design: each password once. */
function hashOf(password: string): Promise<string> {
  const known = hashes.get(password) ?? hashPassword(password)
  hashes.set(password, known)
  return known
}

/** As if the person had been invited and had chosen this password. */
export async function givePassword(
  { owner }: TestDatabase,
  { id }: Pick<Person, 'id'>,
  password = goodPassword,
) {
  const hash = await hashOf(password)
  await owner.query(`delete from auth."account" where "userId" = $1 and "providerId" = 'credential'`, [id])
  await owner.query(
    `insert into auth."account" ("accountId", "providerId", "userId", "password", "updatedAt")
     values ($1::text, 'credential', $1::text::uuid, $2, now())`,
    [id, hash],
  )
}
