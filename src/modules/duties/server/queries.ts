import { sql } from 'kysely'
import { z } from 'zod'
import type { Day } from '#base/day.ts'
import type { Db, Range, Tx } from '#platform/db/types.ts'
import { PlanReporting } from '#modules/plans/shared/contract.ts'
import type { DayRow, EventRow, SentRow } from '../shared/duties-of-unit.ts'
import type { ReportingPlan } from '../shared/plan-duties.ts'

const Sent = z.enum(['sent', 'returned', 'accepted'])

/** What the units of a range sent for periods of a year, of one duty or of all. */
export async function listSent(
  db: Db,
  within: Range,
  { year, code }: { year: number; code?: string | undefined },
): Promise<SentRow[]> {
  const rows = await db
    .selectFrom('duties_sent')
    .select([
      'area_id as areaId',
      'code',
      'period',
      'state',
      'report_id as reportId',
      'document',
      'first_sent_at as firstSentAt',
      'sent_at as sentAt',
    ])
    .where('area_lft', '>=', within.lft)
    .where('area_lft', '<=', within.rgt)
    .where(sql<boolean>`left(period, 4) = ${String(year)}`)
    .$if(code !== undefined, (query) => query.where('code', '=', code ?? ''))
    .execute()
  return rows.map((row) => ({ ...row, state: Sent.parse(row.state) }))
}

/** Days that letters gave for units of a range: letters of the places above, of the place and of those within. */
export async function listDays(db: Db, of: Range, year: number): Promise<DayRow[]> {
  const { rows } = await sql<DayRow>`
    select d.code, d.level, d.period, d.due_on as "dueOn", d.source, a.lft as "areaLft", a.rgt as "areaRgt"
    from duties_days d join areas a on a.id = d.area_id
    where left(d.period, 4) = ${String(year)} and a.lft <= ${of.rgt} and a.rgt >= ${of.lft}`.execute(db)
  return rows
}

/** What happened in a year of Viet Nam's calendar (UTC+7), the earliest first. */
export async function listEvents(db: Db, within: Range, year: number): Promise<EventRow[]> {
  return db
    .selectFrom('duties_events')
    .select(['id', 'area_id as areaId', 'code', 'happened_at as happenedAt'])
    .where('area_lft', '>=', within.lft)
    .where('area_lft', '<=', within.rgt)
    .where(sql<boolean>`extract(year from happened_at at time zone 'Asia/Ho_Chi_Minh') = ${year}::int`)
    .orderBy('happened_at')
    .execute()
}

export type PlacedPlan = ReportingPlan & Range

const kinds: Readonly<Record<string, string>> = { plan: 'Kế hoạch', 'decision-with-plan': 'Quyết định' }

/** Plans filed at a place of the range or above it that say something on reporting. */
export async function listReportingPlans(db: Db, of: Range, year: number): Promise<PlacedPlan[]> {
  const { rows } = await sql<Omit<PlacedPlan, 'name' | 'reporting'> & PlanHead>`
    select p.id, p.no, p.kind, p.number, p.symbol, p.title, p.period_from as "periodFrom", p.period_to as "periodTo",
      coalesce(p.issued_on::text, p.issued_month) as date, p.reading -> 'reporting' as reporting,
      a.kind as "areaKind", a.lft, a.rgt
    from plans p join areas a on a.id = p.area_id
    where p.kind in ('plan', 'decision-with-plan') and jsonb_array_length(p.reading -> 'reporting') > 0
      and a.lft <= ${of.rgt} and a.rgt >= ${of.lft}
      and coalesce(p.period_from, left(p.issued_month, 4)::int) <= ${year}
      and coalesce(p.period_to, p.period_from, left(p.issued_month, 4)::int) >= ${year}
    order by p.no`.execute(db)
  return rows.map(({ no, kind, number, symbol, title, reporting, ...plan }) => ({
    ...plan,
    name: planName({ no, kind, number, symbol, title }),
    reporting: z.array(PlanReporting).parse(reporting),
  }))
}

type PlanTitle = { no: number; kind: string; number: string | null; symbol: string | null; title: string }
type PlanHead = PlanTitle & { reporting: unknown }

function planName({ no, kind, number, symbol, title }: PlanTitle): string {
  const word = kinds[kind] ?? 'Văn bản'
  if (number !== null) return `${word} số ${number}${symbol === null ? '' : `/${symbol}`}`
  return `${word} ${no}: ${title.slice(0, 100)}`
}

/** The first day of use; null before the first set-up, as on the command line of a new database. */
export async function findFirstDay(db: Db): Promise<Day | null> {
  const row = await db
    .selectFrom('accounts_installation')
    .select(sql<string>`(set_up_at at time zone 'Asia/Ho_Chi_Minh')::date::text`.as('day'))
    .executeTakeFirst()
  return row?.day ?? null
}

export type NewSent = {
  id: string
  areaId: string
  areaLft: number
  code: string
  period: string
  reportId: string | null
  document: string | null
  at: string
  by: string | null
}

/** Sent for the first time, or again after it was returned: the first sending stays the one that may be late. */
export async function upsertSent(tx: Tx, row: NewSent): Promise<void> {
  await tx
    .insertInto('duties_sent')
    .values({
      id: row.id,
      area_id: row.areaId,
      area_lft: row.areaLft,
      code: row.code,
      period: row.period,
      state: 'sent',
      report_id: row.reportId,
      document: row.document,
      first_sent_at: row.at,
      sent_at: row.at,
      state_at: row.at,
      marked_by: row.by,
    })
    .onConflict((conflict) =>
      conflict.columns(['area_id', 'code', 'period']).doUpdateSet((eb) => ({
        state: 'sent',
        report_id: row.reportId,
        document: row.document,
        first_sent_at: eb.fn<string>('least', ['duties_sent.first_sent_at', 'excluded.first_sent_at']),
        sent_at: row.at,
        state_at: row.at,
        marked_by: row.by,
      })),
    )
    .execute()
}

export type DutyKey = { areaId: string; code: string; period: string }

/** False when nothing was sent. */
export async function setSentState(
  tx: Tx,
  { areaId, code, period }: DutyKey,
  { state, at }: { state: 'returned' | 'accepted' | 'sent'; at: string },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('duties_sent')
    .set({ state, state_at: at })
    .where('area_id', '=', areaId)
    .where('code', '=', code)
    .where('period', '=', period)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Takes back what was marked by hand, never what a report of the product fulfilled. False when there is none. */
export async function deleteByHand(tx: Tx, { areaId, code, period }: DutyKey): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('duties_sent')
    .where('area_id', '=', areaId)
    .where('code', '=', code)
    .where('period', '=', period)
    .where('report_id', 'is', null)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

export type NewDay = {
  id: string
  areaId: string
  areaLft: number
  code: string
  level: string
  period: string
  dueOn: Day
  source: string
  by: string
  at: string
}

/** A later letter of the same place takes the place of an earlier one. */
export async function upsertDay(tx: Tx, day: NewDay): Promise<void> {
  const said = { due_on: day.dueOn, source: day.source, set_by: day.by, set_at: day.at }
  const key = { area_id: day.areaId, code: day.code, level: day.level, period: day.period }
  await tx
    .insertInto('duties_days')
    .values({ id: day.id, area_lft: day.areaLft, ...key, ...said })
    .onConflict((conflict) => conflict.columns(['area_id', 'code', 'level', 'period']).doUpdateSet(said))
    .execute()
}

export type NewEvent = EventRow & { areaLft: number; by: string; at: string }

export async function insertEvent(tx: Tx, event: NewEvent): Promise<void> {
  await tx
    .insertInto('duties_events')
    .values({
      id: event.id,
      area_id: event.areaId,
      area_lft: event.areaLft,
      code: event.code,
      happened_at: event.happenedAt,
      recorded_by: event.by,
      recorded_at: event.at,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
}
