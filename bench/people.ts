import { createHmac } from 'node:crypto'
import type pg from 'pg'
import { newId } from '#base/id.ts'

/** Somebody who is signed in. */
export type Caller = { headers: Record<string, string>; areaId: string }

type Wanted = { role: string; areaId: string }

/** People with a grant and an open session each: what signing in costs is measured by `sign-in`. */
export async function addPeople(owner: pg.Pool, wanted: readonly Wanted[]): Promise<Caller[]> {
  const ids = wanted.map(() => newId())
  const tokens = ids.map((id) => `bench-session-${id}`)
  await owner.query(
    `insert into auth."user" ("id", "name", "email", "emailVerified", "username", "displayUsername", "updatedAt")
     select id, 'Người đo', id || '@uommam.invalid', false, 'do.' || id, 'do.' || id, now() from unnest($1::uuid[]) as p (id)`,
    [ids],
  )
  await owner.query(
    `insert into accounts_people (id, full_name, username)
     select id, 'Người đo', 'do.' || id from unnest($1::uuid[]) as p (id)`,
    [ids],
  )
  await owner.query(
    `insert into accounts_grants (id, person_id, role, area_id, area_lft, valid_from)
     select p.id, p.id, p.role, a.id, a.lft, '2025-07-01'
     from unnest($1::uuid[], $2::text[], $3::uuid[]) as p (id, role, area) join areas a on a.id = p.area`,
    [ids, wanted.map(({ role }) => role), wanted.map(({ areaId }) => areaId)],
  )
  await owner.query(
    `insert into auth."session" ("token", "userId", "expiresAt", "updatedAt", "method")
     select token, id, now() + interval '1 day', now(), 'password' from unnest($1::text[], $2::uuid[]) as s (token, id)`,
    [tokens, ids],
  )
  const { rows } = await owner.query<{ secret: string }>('select auth_secret as secret from platform_secrets')
  const secret = rows[0]?.secret ?? ''
  return wanted.map(({ areaId }, index) => ({
    areaId,
    headers: { cookie: cookieOf(tokens[index] ?? '', secret), 'x-grant': ids[index] ?? '' },
  }))
}

/** As Better Auth signs it: the token, a dot and its HMAC-SHA256 in base64, URL-encoded. */
function cookieOf(token: string, secret: string): string {
  const signature = createHmac('sha256', secret).update(token).digest('base64')
  return `uommam.session_token=${encodeURIComponent(`${token}.${signature}`)}`
}
