import { sql } from 'kysely'
import type { Period } from '#base/period.ts'
import type { Day } from '#base/day.ts'
import type { Db, Tx } from '#platform/db/types.ts'
import { addPlaces, type CounterStep } from './counters.ts'
import type { Open, Status } from './status.ts'

const statusColumns = [
  'child_id as childId',
  'period',
  'area_lft as areaLft',
  'commune_id as communeId',
  'village_id as villageId',
  'age_years as ageYears',
  'sex',
  'ethnic_code as ethnicCode',
  'poverty',
  'due_mask as dueMask',
  'got_mask as gotMask',
  sql<string>`due_items::text`.as('dueItems'),
  sql<string>`got_items::text`.as('gotItems'),
  'package_version as packageVersion',
] as const

/** Arrays come as text ("{1,2}"): the driver's own reading of arrays took most of the time of a batch. */
export function numbersIn(text: string): number[] {
  return text === '{}' ? [] : text.slice(1, -1).split(',').map(Number)
}

type StatusRow = Omit<Status, 'dueItems' | 'gotItems'> & { dueItems: string; gotItems: string }

function toStatus(row: StatusRow): Status {
  return { ...row, dueItems: numbersIn(row.dueItems), gotItems: numbersIn(row.gotItems) }
}

export async function listStatus(db: Db, childIds: readonly string[]): Promise<Status[]> {
  const rows = await db
    .selectFrom('services_status')
    .select(statusColumns)
    .where(sql<boolean>`child_id = any(${[...childIds]}::uuid[])`)
    .execute()
  return rows.map(toStatus)
}

/** The stored status of a commune's children in a period. */
export async function listStatusOfCommune(db: Db, communeId: string, period: Period): Promise<Status[]> {
  const rows = await db
    .selectFrom('services_status')
    .select(statusColumns)
    .where('commune_id', '=', communeId)
    .where('period', '=', period)
    .orderBy('child_id')
    .execute()
  return rows.map(toStatus)
}

/** PostgreSQL takes an array of rows apart, not an array of arrays of unequal length: these go as text. */
function asText(values: readonly (string | number)[]): string {
  return `{${values.join(',')}}`
}

export async function upsertStatus(tx: Tx, rows: readonly Status[]): Promise<void> {
  if (rows.length === 0) return
  await sql`
    insert into services_status (child_id, period, area_lft, commune_id, village_id, age_years, sex, ethnic_code,
      poverty, due_mask, got_mask, due_items, got_items, package_version)
    select a, b, c, d, e, f, g, h, i, j, k, l::smallint[], m::smallint[], n from unnest(
      ${rows.map((row) => row.childId)}::uuid[], ${rows.map((row) => row.period)}::text[],
      ${rows.map((row) => row.areaLft)}::int[], ${rows.map((row) => row.communeId)}::uuid[],
      ${rows.map((row) => row.villageId)}::uuid[], ${rows.map((row) => row.ageYears)}::smallint[],
      ${rows.map((row) => row.sex)}::text[], ${rows.map((row) => row.ethnicCode)}::text[],
      ${rows.map((row) => row.poverty)}::text[], ${rows.map((row) => row.dueMask)}::smallint[],
      ${rows.map((row) => row.gotMask)}::smallint[], ${rows.map((row) => asText(row.dueItems))}::text[],
      ${rows.map((row) => asText(row.gotItems))}::text[], ${rows.map((row) => row.packageVersion)}::text[])
      as rows(a, b, c, d, e, f, g, h, i, j, k, l, m, n)
    on conflict (child_id, period) do update set area_lft = excluded.area_lft, commune_id = excluded.commune_id,
      village_id = excluded.village_id, age_years = excluded.age_years, sex = excluded.sex,
      ethnic_code = excluded.ethnic_code, poverty = excluded.poverty, due_mask = excluded.due_mask,
      got_mask = excluded.got_mask, due_items = excluded.due_items, got_items = excluded.got_items,
      package_version = excluded.package_version`.execute(tx)
}

export async function deleteStatus(
  tx: Tx,
  rows: readonly Pick<Status, 'childId' | 'period'>[],
): Promise<void> {
  if (rows.length === 0) return
  await sql`
    delete from services_status s using unnest(
      ${rows.map((row) => row.childId)}::uuid[], ${rows.map((row) => row.period)}::text[]) as gone(child_id, period)
    where s.child_id = gone.child_id and s.period = gone.period`.execute(tx)
}

export async function upsertOpen(tx: Tx, rows: readonly Open[]): Promise<void> {
  if (rows.length === 0) return
  await sql`
    insert into services_open
      (child_id, area_lft, commune_id, village_id, items, doses, opens, deadlines, earliest, recheck_on)
    select a, b, c, d, e::smallint[], f::smallint[], g::date[], h::date[], i, j from unnest(
      ${rows.map((row) => row.childId)}::uuid[], ${rows.map((row) => row.areaLft)}::int[],
      ${rows.map((row) => row.communeId)}::uuid[], ${rows.map((row) => row.villageId)}::uuid[],
      ${rows.map((row) => asText(row.items))}::text[], ${rows.map((row) => asText(row.doses))}::text[],
      ${rows.map((row) => asText(row.opens))}::text[], ${rows.map((row) => asText(row.deadlines))}::text[],
      ${rows.map((row) => row.earliest)}::date[], ${rows.map((row) => row.recheckOn)}::date[])
      as rows(a, b, c, d, e, f, g, h, i, j)
    on conflict (child_id) do update set area_lft = excluded.area_lft, commune_id = excluded.commune_id,
      village_id = excluded.village_id, items = excluded.items, doses = excluded.doses, opens = excluded.opens,
      deadlines = excluded.deadlines, earliest = excluded.earliest, recheck_on = excluded.recheck_on`.execute(
    tx,
  )
}

export async function deleteOpen(tx: Tx, childIds: readonly string[]): Promise<void> {
  await sql`delete from services_open where child_id = any(${[...childIds]}::uuid[])`.execute(tx)
}

export async function deleteRecordsOf(tx: Tx, childIds: readonly string[]): Promise<void> {
  await sql`delete from services_records where child_id = any(${[...childIds]}::uuid[])`.execute(tx)
}

type CounterKey = Pick<CounterStep, 'communeId' | 'period' | 'ageYears'>

/** A row of counters as far as it was read: `got` is null where no step moves it and its length stays. */
type StoredCounters = CounterKey & { due: number[]; got: number[] | null }

/**
 * Moves the counters by differences; rows that reach nothing are taken away. Needs the status lock: nobody else makes
 * a row between the reading and the writing.
 */
export async function moveCounters(tx: Tx, steps: readonly CounterStep[]): Promise<void> {
  if (steps.length === 0) return
  const name = ({ communeId, period, ageYears }: CounterKey) => `${communeId} ${period} ${ageYears}`
  const stored = new Map((await listCounterRows(tx, steps)).map((row) => [name(row), row]))
  const made: CounterStep[] = []
  const moved: StoredCounters[] = []
  for (const step of steps) {
    const row = stored.get(name(step))
    const due = addPlaces(row?.due ?? [], step.due)
    if (!row) made.push({ ...step, due, got: addPlaces([], step.got) })
    else moved.push({ ...step, due, got: row.got && addPlaces(row.got, step.got) })
  }
  const isEmpty = ({ due }: StoredCounters) => !due.some(Boolean)
  await insertCounters(tx, made)
  await updateCounters(
    tx,
    moved.filter((row) => !isEmpty(row)),
  )
  await deleteCounters(tx, moved.filter(isEmpty))
}

const counterRowKeys = (rows: readonly CounterKey[]) => sql`
  unnest(${rows.map((row) => row.communeId)}::uuid[], ${rows.map((row) => row.period)}::text[],
    ${rows.map((row) => row.ageYears)}::smallint[]) as s(commune_id, period, age_years)`

/** A child that is registered without services moves no "got": half of what is read and written is left alone. */
async function listCounterRows(tx: Tx, steps: readonly CounterStep[]): Promise<StoredCounters[]> {
  const { rows } = await sql<CounterKey & { due: string; got: string | null }>`
    select c.commune_id as "communeId", c.period, c.age_years as "ageYears", c.due::text,
      case when s.moves_got or s.reach > cardinality(c.due) then c.got::text end as got
    from unnest(${steps.map((step) => step.communeId)}::uuid[], ${steps.map((step) => step.period)}::text[],
        ${steps.map((step) => step.ageYears)}::smallint[], ${steps.map(({ got }) => got.some(Boolean))}::boolean[],
        ${steps.map(({ due }) => due.length)}::int[]) as s(commune_id, period, age_years, moves_got, reach)
      join services_counters c using (commune_id, period, age_years)`.execute(tx)
  return rows.map((row) => ({
    ...row,
    due: numbersIn(row.due),
    got: row.got === null ? null : numbersIn(row.got),
  }))
}

async function insertCounters(tx: Tx, rows: readonly CounterStep[]): Promise<void> {
  if (rows.length === 0) return
  await sql`
    insert into services_counters (commune_id, period, age_years, area_lft, due, got)
    select s.commune_id, s.period, s.age_years, a.lft, s.due::int[], s.got::int[] from unnest(
      ${rows.map((row) => row.communeId)}::uuid[], ${rows.map((row) => row.period)}::text[],
      ${rows.map((row) => row.ageYears)}::smallint[], ${rows.map((row) => asText(row.due))}::text[],
      ${rows.map((row) => asText(row.got))}::text[])
      as s(commune_id, period, age_years, due, got) join areas a on a.id = s.commune_id`.execute(tx)
}

async function updateCounters(tx: Tx, rows: readonly StoredCounters[]): Promise<void> {
  if (rows.length === 0) return
  await sql`
    update services_counters c set due = s.due::int[], got = coalesce(s.got::int[], c.got) from unnest(
      ${rows.map((row) => row.communeId)}::uuid[], ${rows.map((row) => row.period)}::text[],
      ${rows.map((row) => row.ageYears)}::smallint[], ${rows.map((row) => asText(row.due))}::text[],
      ${rows.map((row) => row.got && asText(row.got))}::text[]) as s(commune_id, period, age_years, due, got)
    where c.commune_id = s.commune_id and c.period = s.period and c.age_years = s.age_years`.execute(tx)
}

async function deleteCounters(tx: Tx, rows: readonly CounterKey[]): Promise<void> {
  if (rows.length === 0) return
  await sql`
    delete from services_counters c using ${counterRowKeys(rows)}
    where c.commune_id = s.commune_id and c.period = s.period and c.age_years = s.age_years`.execute(tx)
}

/** One transaction at a time may change status rows and counters. */
const statusLock = 1_437_2020

export async function tryStatusLock(tx: Tx): Promise<boolean> {
  const { rows } = await sql<{
    taken: boolean
  }>`select pg_try_advisory_xact_lock(${statusLock}) as taken`.execute(tx)
  return rows[0]?.taken ?? false
}

export async function waitForStatusLock(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(${statusLock})`.execute(tx)
}

/** Takes the oldest marks away and says whose they were. */
export async function takeStale(tx: Tx, limit: number): Promise<string[]> {
  const { rows } = await sql<{ child_id: string }>`
    delete from services_stale where id in (select id from services_stale order by id limit ${limit})
    returning child_id`.execute(tx)
  return [...new Set(rows.map((row) => row.child_id))]
}

/** Marks children whose answer changes by the calendar, and children never looked at; says how many. */
export async function markDueForRecheck(tx: Tx, today: Day, limit: number): Promise<number> {
  const { rows } = await sql<{ marked: number }>`
    with rechecked as (
      select child_id from services_open where recheck_on <= ${today}::date limit ${limit}),
    marked as (insert into services_stale (child_id) select child_id from rechecked returning 1)
    select count(*)::int as marked from marked`.execute(tx)
  return rows[0]?.marked ?? 0
}

export async function markNeverSeen(tx: Tx, limit: number): Promise<number> {
  const { rows } = await sql<{ marked: number }>`
    with unseen as (
      select c.id from children c where not exists (select from services_open o where o.child_id = c.id)
      order by c.commune_id, c.born_on limit ${limit}),
    marked as (insert into services_stale (child_id) select id from unseen returning 1)
    select count(*)::int as marked from marked`.execute(tx)
  return rows[0]?.marked ?? 0
}
