import { readFile } from 'node:fs/promises'
import type pg from 'pg'
import { z } from 'zod'
import { newId } from '#base/id.ts'
import type { Period } from '#base/period.ts'
import { readPlan } from '#modules/plans/shared/read-plan.ts'
import { type Call, callerOf, newTally } from './closing-calls.ts'
import { submit } from './closing-people.ts'
import type { Caller } from './people.ts'

const fixture = new URL('../src/modules/plans/shared/fixtures/province-plan-tables-2026.txt', import.meta.url)

/** Of each number: the plan of a year, filed by the province through its door. Returns their ids. */
export async function filePlans(
  url: string,
  officer: Caller,
  { count, years }: { count: number; years: readonly number[] },
): Promise<string[]> {
  const tally = newTally()
  const call = callerOf(url, tally)
  const sourceText = await readFile(fixture, 'utf8')
  const reading = readPlan(sourceText)
  const links = reading.targets.map(({ measure }) =>
    /tiếp cận dịch vụ/.test(measure)
      ? { way: 'indicator', indicatorCode: 'ecd1437:reach-all' }
      : { way: 'by-hand', indicatorCode: null },
  )
  const ids = Array.from({ length: count }, () => newId())
  for (const [index, id] of ids.entries()) {
    const year = years[index % years.length] ?? 2026
    const head = { number: `${100 + index}`, date: `${year}-03-0${(index % 9) + 1}` }
    const body = {
      ...{ id, sourceName: 'ke-hoach.txt', sourceText: `${sourceText}\n${index}`, links },
      ...{ reading: { ...reading, ...head, period: { from: year, to: year } }, confirmedEmpty: [] },
    }
    await call('write', officer, '/plans', { method: 'POST', body })
  }
  if (tally.refused.length > 0) throw new Error(`plans were refused: ${tally.refused[0]}`)
  return ids
}

type Past = { plans: readonly string[]; periods: readonly Period[] }

/**
 * Reports of the past: of each plan and period one commune makes, sends, and gets accepted its report through the
 * door; the others get the same with their own unit in it, by statements, hash and duties included.
 */
export async function makePastReports(
  { owner, url }: { owner: pg.Pool; url: string },
  { province, communes }: { province: Caller; communes: readonly Caller[] },
  { plans, periods }: Past,
): Promise<number> {
  const tally = newTally()
  const call = callerOf(url, tally)
  const [first] = communes
  if (!first) return 0
  let made = 0
  for (const planId of plans)
    for (const period of periods) {
      const sent = await submit(call, first, { planId, period }, { twice: false, actSeconds: 0 })
      if (!sent) throw new Error(`a past report was refused: ${tally.refused.join('; ')}`)
      await accept(call, province, sent.reportId)
      made += 1 + (await copyReport(owner, sent.reportId, communes.slice(1)))
    }
  await owner.query('vacuum (analyze) reports, reports_versions, reports_steps, reports_cells, duties_sent')
  return made
}

async function accept(call: Call, province: Caller, reportId: string): Promise<void> {
  const body = { id: newId(), kind: 'accept' }
  const step = await call('write', province, `/reports/${reportId}/steps`, { method: 'POST', body })
  if (!z.object({ toState: z.literal('accepted') }).safeParse(step).success)
    throw new Error('a past report was not accepted')
}

/** The unit's own rows, with its id and name in what was frozen. What guards finished reports is left aside. */
async function copyReport(owner: pg.Pool, reportId: string, others: readonly Caller[]): Promise<number> {
  const client = await owner.connect()
  try {
    await client.query('set session_replication_role = replica')
    return await insertCopies(client, reportId, others)
  } finally {
    client.release(true)
  }
}

async function insertCopies(
  client: pg.PoolClient,
  reportId: string,
  others: readonly Caller[],
): Promise<number> {
  const units = others.map(({ areaId }) => areaId)
  const ids = others.map(() => newId())
  const { rowCount } = await client.query(
    `insert into reports (id, area_id, area_lft, plan_id, period, outline_version, state, version, plan, computed, as_of,
       computed_at, created_at, created_by, origin_area_id)
     select n.id, a.id, a.lft, r.plan_id, r.period, r.outline_version, r.state, r.version, r.plan,
       replace(replace(r.computed::text, r.area_id::text, a.id::text), o.name, a.name)::jsonb, r.as_of, r.computed_at,
       r.created_at, r.created_by, a.id
     from reports r join areas o on o.id = r.area_id, unnest($2::uuid[], $3::uuid[]) as n (id, area)
     join areas a on a.id = n.area where r.id = $1`,
    [reportId, ids, units],
  )
  await client.query(
    `insert into reports_versions (report_id, number, area_lft, area_id, kind, content, sha256, at, by, by_name)
     select c.id, v.number, c.lft, c.area, v.kind, c.content, encode(sha256(convert_to(c.content, 'UTF8')), 'hex'), v.at,
       v.by, v.by_name
     from reports_versions v join areas o on o.id = v.area_id
     cross join lateral (
       select n.id, a.id as area, a.lft, replace(replace(v.content, o.id::text, a.id::text), o.name, a.name) as content
       from unnest($2::uuid[], $3::uuid[]) as n (id, area) join areas a on a.id = n.area) c
     where v.report_id = $1`,
    [reportId, ids, units],
  )
  for (const table of ['reports_steps', 'reports_cells', 'reports_sections', 'reports_reasons'])
    await copyPart(client, table, { reportId, ids, units })
  await client.query(
    `insert into duties_sent (id, area_id, area_lft, code, period, state, report_id, first_sent_at, sent_at, state_at)
     select gen_random_uuid(), a.id, a.lft, d.code, d.period, d.state, n.id, d.first_sent_at, d.sent_at, d.state_at
     from duties_sent d, unnest($2::uuid[], $3::uuid[]) as n (id, area) join areas a on a.id = n.area
     where d.report_id = $1
     on conflict do nothing`,
    [reportId, ids, units],
  )
  return rowCount ?? 0
}

type Copies = { reportId: string; ids: readonly string[]; units: readonly string[] }

async function copyPart(
  client: pg.PoolClient,
  table: string,
  { reportId, ids, units }: Copies,
): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped
       and attidentity = '' and attname not in ('report_id', 'area_lft')`,
    [table],
  )
  const columns = rows.map(({ name }) => name).join(', ')
  await client.query(
    `insert into ${table} (report_id, area_lft, ${columns})
     select n.id, a.lft, ${rows.map(({ name }) => `t.${name}`).join(', ')}
     from ${table} t, unnest($2::uuid[], $3::uuid[]) as n (id, area) join areas a on a.id = n.area
     where t.report_id = $1`,
    [reportId, ids, units],
  )
}
