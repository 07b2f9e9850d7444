import { type RawBuilder, sql } from 'kysely'
import type { Day } from '#base/day.ts'
import type { Period } from '#base/period.ts'
import type { Db } from '#platform/db/types.ts'
import { vietnamese } from '#platform/db/vietnamese-order.ts'
import { counterPlace, summedPlaces } from '#modules/services/server/public.ts'
import type { At } from './queries-members.ts'

/**
 * Counters are kept by commune: a village has none. Of a province by the ids of its communes, which the primary key
 * begins with; of the nation all there are.
 */
function countersAt({ id, kind, lft, rgt }: At): RawBuilder<boolean> {
  if (kind === 'nation') return sql<boolean>`true`
  if (kind === 'commune') return sql<boolean>`commune_id = ${id}::uuid`
  return sql<boolean>`commune_id = any (array(
    select id from areas where kind = 'commune' and lft between ${lft} and ${rgt}))`
}

export type KeyCount = { key: string; due: number; got: number }

type Place = { key: string; place: number }

/** The asked keys with their places in the arrays of the counters; PostgreSQL counts from 1. */
function placesOf(keys: readonly string[]): Place[] {
  return keys.flatMap((key) => {
    const place = counterPlace(key)
    return place === undefined ? [] : [{ key, place: place + 1 }]
  })
}

/** What all ages are asked for is kept added up by commune and period; the services one by one are not. */
function countersOf(places: readonly Place[]): RawBuilder<unknown> {
  return sql.table(places.every(({ place }) => place <= summedPlaces) ? 'services_sums' : 'services_counters')
}

/** One pass over the rows for all keys: `unnest` would make seven rows of each. */
function sums(places: readonly Place[]): RawBuilder<unknown> {
  const of = (array: 'due' | 'got') =>
    sql`array[${sql.join(places.map(({ place }) => sql`sum(${sql.ref(array)}[${sql.lit(place)}])`))}]::int[]`
  return sql`${of('due')} as due, ${of('got')} as got`
}

type Sums = { due: (number | null)[]; got: (number | null)[] }

/** Keys under which somebody was counted. */
function countsOf(places: readonly Place[], { due, got }: Sums): KeyCount[] {
  return places
    .map(({ key }, index) => ({ key, due: due[index] ?? 0, got: got[index] ?? 0 }))
    .filter((count) => count.due > 0)
}

/** Sums of the counters that have counted somebody; a few milliseconds at a million children. */
export async function sumCounters(
  db: Db,
  at: At,
  period: Period,
  keys: readonly string[],
): Promise<KeyCount[]> {
  const places = placesOf(keys)
  if (places.length === 0) return []
  const { rows } = await sql<Sums>`
    select ${sums(places)} from ${countersOf(places)} where period = ${period} and ${countersAt(at)}`.execute(
    db,
  )
  return rows.flatMap((row) => countsOf(places, row))
}

/** The same for each place directly below: communes of a province, provinces of the nation. */
export async function sumCountersByUnit(
  db: Db,
  at: At,
  period: Period,
  keys: readonly string[],
): Promise<(KeyCount & { unitId: string })[]> {
  const places = placesOf(keys)
  // First by commune, then by province: 3,321 communes are joined with their places, not 30,000 rows.
  const unit = at.kind === 'nation' ? sql`a.parent_id` : sql`a.id`
  const { rows } = await sql<Sums & { unitId: string }>`
    with counted as (
      select commune_id, ${sums(places)} from ${countersOf(places)}
      where period = ${period} and ${countersAt(at)} group by commune_id)
    select ${unit} as "unitId", ${sums(places.map(({ key }, index) => ({ key, place: index + 1 })))} from counted c join areas a on a.id = c.commune_id
    where ${unit} is not null group by 1`.execute(db)
  return rows.flatMap((row) => countsOf(places, row).map((count) => ({ ...count, unitId: row.unitId })))
}

/** Counters of a place added up, period by period, the earliest first. */
export async function sumCountersByPeriod(
  db: Db,
  at: At,
  keys: readonly string[],
): Promise<(KeyCount & { period: Period })[]> {
  const places = placesOf(keys)
  const { rows } = await sql<Sums & { period: Period }>`
    select period, ${sums(places)} from ${countersOf(places)} where ${countersAt(at)}
    group by period order by period`.execute(db)
  return rows.flatMap((row) => countsOf(places, row).map((count) => ({ ...count, period: row.period })))
}

/** The first half-year with figures of a place. */
export async function findFirstPeriod(db: Db, at: At): Promise<Period | undefined> {
  const { rows } = await sql<{ period: Period }>`
    select distinct period from services_sums where period like '%-H%' and ${countersAt(at)}
    order by period limit 1`.execute(db)
  return rows[0]?.period
}

/** The same from the status rows, for a village. */
export async function sumReachedByPeriod(
  db: Db,
  { id }: At,
): Promise<{ period: Period; due: number; got: number; assessed: number }[]> {
  const { rows } = await sql<{ period: Period; due: number; got: number; assessed: number }>`
    select period, count(*)::int as due, (count(*) filter (where (due_mask & ~got_mask) = 0))::int as got,
      (count(*) filter (where due_mask > 0))::int as assessed
    from services_status where village_id = ${id}::uuid group by 1 order by 1`.execute(db)
  return rows
}

/** The counters of a commune and age as PostgreSQL writes arrays, "{12,0,3}": the driver's reading is slow. */
export type CounterLine = { communeId: string; ageYears: number; due: string; got: string }

/** Coverage by commune, age and key: tens of thousands of counters in a few hundred rows. */
export async function listCounterLines(db: Db, at: At, period: Period): Promise<CounterLine[]> {
  const { rows } = await sql<CounterLine>`
    select commune_id as "communeId", age_years as "ageYears", due::text, got::text
    from services_counters where period = ${period} and ${countersAt(at)}
    order by commune_id, age_years`.execute(db)
  return rows
}

/**
 * Children being counted again: marked, or past the day on which their answer changes by the calendar.
 * `overdueFrom` is the earliest such day; up to the day before it the figures are right.
 */
export async function findPending(
  db: Db,
  { id, kind, lft, rgt }: At,
  today: Day,
): Promise<{ pending: number; overdueFrom: Day | null }> {
  const column = kind === 'commune' ? 'commune_id' : kind === 'village' ? 'village_id' : null
  const at = (table: string) =>
    column
      ? sql`${sql.ref(`${table}.${column}`)} = ${id}::uuid`
      : sql`${sql.ref(`${table}.area_lft`)} between ${lft} and ${rgt}`
  const { rows } = await sql<{ pending: number; overdueFrom: Day | null }>`
    with marked as (
      select distinct s.child_id from services_stale s join children c on c.id = s.child_id where ${at('c')}),
    overdue as (select o.child_id, o.recheck_on from services_open o where o.recheck_on <= ${today}::date and ${at('o')})
    select (select count(*) from (select child_id from marked union select child_id from overdue) p)::int as pending,
      (select min(recheck_on) from overdue) as "overdueFrom"`.execute(db)
  return rows[0] ?? { pending: 0, overdueFrom: null }
}

/** Names of places by id. */
export async function listPlaceNames(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('areas')
    .select(['id', 'name'])
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

export type CommuneChildren = { id: string; name: string; lft: number; rgt: number; children: number }

/** The communes with children or figures in an area. */
export async function listCommunes(db: Db, { lft, rgt }: At): Promise<CommuneChildren[]> {
  const { rows } = await sql<CommuneChildren>`
    with counted as (
      select commune_id, count(*)::int as children from children where area_lft between ${lft} and ${rgt} group by 1
      union all select commune_id, 0 from services_counters where area_lft between ${lft} and ${rgt} group by 1)
    select a.id, a.name, a.lft, a.rgt, sum(c.children)::int as children
    from counted c join areas a on a.id = c.commune_id group by a.id, a.name, a.lft, a.rgt order by a.name ${vietnamese}`.execute(
    db,
  )
  return rows
}
