import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import { addDays } from '#base/day.ts'
import type { Db, Range } from '#platform/db/types.ts'
import type { SearchAudit } from '../shared/audit-contract.ts'

const values = z.record(z.string(), z.unknown()).nullable().catch(null)

const Row = z.object({
  id: z.string(),
  at: z.string(),
  /** With microseconds, to read on from. */
  moment: z.string(),
  personId: z.string(),
  personName: z.string().nullable(),
  role: z.string().nullable(),
  areaName: z.string().nullable(),
  kind: z.enum(['done', 'seen', 'exported']),
  action: z.string(),
  subjectId: z.string().nullable(),
  childIds: z.array(z.string()),
  address: z.string().nullable(),
  device: z.string().nullable(),
  before: values,
  after: values,
  asked: z.string().nullable(),
})
export type AuditRow = z.infer<typeof Row>

export type AuditFilter = Omit<SearchAudit, 'areaId'> & { within?: Range | undefined }

function conditions(filter: AuditFilter): RawBuilder<unknown>[] {
  const { personId, within, from, to, after } = filter
  const found: RawBuilder<unknown>[] = [sql`true`]
  if (personId) found.push(sql`e.person_id = ${personId}::uuid`)
  if (within) found.push(sql`e.area_lft between ${within.lft} and ${within.rgt}`)
  // A day in Viet Nam begins at 17:00 UTC of the day before.
  if (from) found.push(sql`e.at >= ${`${from}T00:00:00+07:00`}::timestamptz`)
  if (to) found.push(sql`e.at < ${`${addDays(to, 1)}T00:00:00+07:00`}::timestamptz`)
  const [moment, id] = after?.split(' ') ?? []
  if (moment && id) found.push(sql`(e.at, e.id) < (${moment}::timestamptz, ${id}::uuid)`)
  return found
}

const and = (parts: readonly RawBuilder<unknown>[]) => sql.join(parts, sql` and `)
const newest = (limit: number) => sql`order by e.at desc, e.id desc limit ${limit}`

/** Each log gives its newest rows by its own index; the newest of both make the page. */
function fromBothLogs(filter: AuditFilter): RawBuilder<unknown> {
  const { kind, action, limit } = filter
  const common = conditions(filter)
  const named = action ? [sql`e.action = ${action}`] : []
  const done = sql`(select e.id, e.at, e.person_id, e.grant_id, e.area_id, 'done' as kind, e.action, e.subject_id,
      case when e.child_id is null then '{}'::uuid[] else array[e.child_id] end as child_ids, e.address, e.device,
      e.before, e.after, null::text as asked
    from accounts_audit e where ${and([...common, ...named])} ${newest(limit)})`
  const ofKind =
    kind === 'seen' || kind === 'exported' ? [sql`e.kind = ${kind === 'seen' ? 'read' : 'export'}`] : []
  const seen = sql`(select e.id, e.at, e.person_id, e.grant_id, e.area_id,
      case e.kind when 'export' then 'exported' else 'seen' end as kind, e.route as action, null as subject_id,
      e.child_ids, e.address, e.device, null::jsonb as before, null::jsonb as after, e.asked
    from accounts_reads e where ${and([...common, ...ofKind])} ${newest(limit)})`
  if (kind === 'done' || action) return done
  return kind === undefined ? sql`(${done} union all ${seen})` : seen
}

/** Also what people of higher levels did: `accounts_log_of_child` gives it for a child within the caller's area. */
function fromLogOfChild(childId: string, filter: AuditFilter): RawBuilder<unknown> {
  const { kind, action, limit } = filter
  // A place does not narrow the log of one child: who asks, asks for everybody.
  const found = conditions({ ...filter, within: undefined })
  if (kind) found.push(sql`e.kind = ${kind}`)
  if (action) found.push(sql`e.action = ${action}`)
  return sql`(select e.* from accounts_log_of_child(${childId}::uuid) e where ${and(found)} ${newest(limit)})`
}

/** Newest first, one page. */
export async function searchAudit(db: Db, filter: AuditFilter): Promise<AuditRow[]> {
  const { childId, limit } = filter
  const source = childId ? fromLogOfChild(childId, filter) : fromBothLogs(filter)
  const role = childId ? sql`e.role` : sql`held.role`
  const held = childId ? sql`` : sql`left join accounts_grants held on held.id = e.grant_id`
  const { rows } = await sql`
    select e.id, e.at, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as moment,
      e.person_id as "personId", person.full_name as "personName", coalesce(role.names ->> 'vi', ${role}) as role, area.full_name as "areaName",
      e.kind, e.action, e.subject_id as "subjectId", e.child_ids as "childIds", e.address, e.device, e.before,
      e.after, e.asked
    from ${source} e
    left join accounts_people person on person.id = e.person_id
    left join areas area on area.id = e.area_id ${held}
    left join accounts_roles role on role.key = ${role}
    ${newest(limit)}`.execute(db)
  return z.array(Row).parse(rows)
}

/** People who hold or held a grant within the area of who asks: the choices of the search. */
export async function listActors(db: Db, text: string): Promise<{ id: string; fullName: string }[]> {
  const { rows } = await sql<{ id: string; fullName: string }>`
    select distinct person.id, person.full_name as "fullName" from accounts_people person
    join accounts_grants held on held.person_id = person.id
    where strpos(lower(person.full_name || ' ' || person.username), lower(${text})) > 0
    order by person.full_name limit 50`.execute(db)
  return rows
}

export type LogOfChild = Pick<AuditRow, 'at' | 'role' | 'areaName' | 'kind' | 'action'>

/** Everything both logs hold about a child within the caller's area, for the answer to its family. */
export async function listLogOfChild(db: Db, childId: string): Promise<LogOfChild[]> {
  const { rows } = await sql`
    select e.at, coalesce(role.names ->> 'vi', e.role) as role, area.full_name as "areaName", e.kind, e.action
    from accounts_log_of_child(${childId}::uuid) e left join areas area on area.id = e.area_id
    left join accounts_roles role on role.key = e.role
    order by e.at desc limit 20000`.execute(db)
  return z.array(Row.pick({ at: true, role: true, areaName: true, kind: true, action: true })).parse(rows)
}
