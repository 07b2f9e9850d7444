import { sql } from 'kysely'
import { z } from 'zod'
import type { Db, Tx } from '#platform/db/types.ts'

const Rules = z.record(z.string(), z.object({ idleMinutes: z.number(), lifetimeHours: z.number() }))

export const SessionRow = z.object({
  id: z.uuid(),
  personId: z.uuid(),
  name: z.string(),
  username: z.string(),
  method: z.enum(['password', 'passkey', 'oidc']).catch('password'),
  hasTimeCodes: z.boolean(),
  hasPasskey: z.boolean(),
  secondFactorDue: z.string(),
  isDue: z.boolean(),
  ageSeconds: z.number(),
  idleSeconds: z.record(z.string(), z.number()),
  rules: Rules,
})
export type SessionRow = z.infer<typeof SessionRow>

/**
 * A session by its token, with all that decides whether it counts. One statement, because every request of every
 * person comes by here. Ages are the database's, so that processes with different clocks agree.
 */
export async function findSession(db: Db, token: string): Promise<SessionRow | undefined> {
  const { rows } =
    await sql`select s."id", s."userId" as "personId", p.full_name as name, p.username, s."method",
      coalesce(u."twoFactorEnabled", false) as "hasTimeCodes",
      exists (select from auth."passkey" k where k."userId" = u."id") as "hasPasskey",
      p.second_factor_due as "secondFactorDue", p.second_factor_due <= now() as "isDue",
      greatest(extract(epoch from now() - s."createdAt"), 0)::float8 as "ageSeconds",
      coalesce((select jsonb_object_agg(role, extract(epoch from now() - seen_at))
        from accounts_session_use where session_id = s."id"), '{}') as "idleSeconds",
      (select jsonb_object_agg(role, jsonb_build_object('idleMinutes', idle_minutes, 'lifetimeHours', lifetime_hours))
        from accounts_session_rules) as rules
    from auth."session" s join auth."user" u on u."id" = s."userId" join accounts_people p on p.id = u."id"
    where s."token" = ${token} and s."expiresAt" > now() and p.disabled_at is null`.execute(db)
  const [row] = rows
  return row ? SessionRow.parse(row) : undefined
}

export type SessionUse = { sessionId: string; role: string }

/** The sessions work under these roles now; each pair at most once. */
export async function noteUses(tx: Tx, uses: readonly SessionUse[]): Promise<void> {
  await sql`insert into accounts_session_use (session_id, role, seen_at)
    select s."id", u.role, now()
    from unnest(${uses.map(({ sessionId }) => sessionId)}::uuid[], ${uses.map(({ role }) => role)}::text[])
      as u(session_id, role) join auth."session" s on s."id" = u.session_id
    order by s."id", u.role
    on conflict (session_id, role) do update set seen_at = now()`.execute(tx)
}

export type SessionListed = {
  id: string
  address: string | null
  agent: string | null
  method: string | null
  openedAt: string
  seenAt: string
}

/** The sessions of a person that still count for something, the latest first. */
export async function listSessions(db: Db, personId: string): Promise<SessionListed[]> {
  const { rows } = await sql<SessionListed>`select s."id", s."ipAddress" as address, s."userAgent" as agent,
      s."method", s."createdAt" as "openedAt", coalesce(max(u.seen_at), s."createdAt") as "seenAt"
    from auth."session" s left join accounts_session_use u on u.session_id = s."id"
    where s."userId" = ${personId} and s."expiresAt" > now()
    group by s."id" order by "seenAt" desc limit 100`.execute(db)
  return rows
}

/** Ends one session of the person; false when there is none. */
export async function endSession(tx: Tx, personId: string, sessionId: string): Promise<boolean> {
  const { rows } = await sql`delete from auth."session" where "userId" = ${personId} and "id" = ${sessionId}
    returning "id"`.execute(tx)
  return rows.length > 0
}

/** Ends every session of the person but one; returns how many. */
export async function endOtherSessions(
  tx: Tx,
  personId: string,
  keptId: string | undefined,
): Promise<number> {
  const { rows } = await sql`delete from auth."session" where "userId" = ${personId}
    and "id" is distinct from ${keptId ?? null}::uuid returning "id"`.execute(tx)
  return rows.length
}

/** The session has proved more than what it was opened by. */
export async function setSessionMethod(tx: Tx, sessionId: string, method: 'passkey'): Promise<void> {
  await sql`update auth."session" set "method" = ${method} where "id" = ${sessionId}`.execute(tx)
}
