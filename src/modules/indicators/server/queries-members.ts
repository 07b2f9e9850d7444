import { type RawBuilder, sql } from 'kysely'
import type { Day } from '#base/day.ts'
import type { Period } from '#base/period.ts'
import type { Db } from '#platform/db/types.ts'
import { domainBit } from '#modules/services/shared/coverage.ts'
import type { Breakdown } from '../shared/contract.ts'
import type { AgeBand, CoverageKey, Formula, ToldFormula, UnitFormula } from '../shared/definition.ts'
import { childMembers } from './queries-conditions.ts'

/** What is left today of a unit of an earlier day: whole communes, and villages of others. */
export type Remains = { communeIds: readonly string[]; villageIds: readonly string[] }

/** Where: equality on commune or village lets the index in; the range is for provinces. */
export type At = { id: string; kind: string; lft: number; rgt: number; remains?: Remains }
export type When = { period: Period; asOf: Day }
/** Formulas with children behind them. */
export type MemberFormula = Exclude<Formula, UnitFormula | ToldFormula>

/** SQL condition that a row of `table` lies at the place; of a unit of the past, at what remains of it. */
export function isAt(table: string, { id, kind, lft, rgt, remains }: At): RawBuilder<unknown> {
  if (remains) {
    const { communeIds, villageIds } = remains
    return sql`(${sql.ref(`${table}.commune_id`)} = any (${[...communeIds]}::uuid[])
      or ${sql.ref(`${table}.village_id`)} = any (${[...villageIds]}::uuid[]))`
  }
  if (kind === 'commune') return sql`${sql.ref(`${table}.commune_id`)} = ${id}::uuid`
  if (kind === 'village') return sql`${sql.ref(`${table}.village_id`)} = ${id}::uuid`
  return sql`${sql.ref(`${table}.area_lft`)} between ${lft} and ${rgt}`
}

/** Counters are kept by commune: a village has none, nor has a unit of the past. */
export function hasCounters({ kind, remains }: At): boolean {
  return kind !== 'village' && !remains
}

const reachedAll = sql`(s.due_mask & ~s.got_mask) = 0`

function coverageMembers(key: CoverageKey, at: At, { period }: When): RawBuilder<unknown> {
  const reached = key === 'all' ? reachedAll : sql`(s.got_mask & ${domainBit[key]}) <> 0`
  const counted = key === 'all' ? sql`true` : sql`(s.due_mask & ${domainBit[key]}) <> 0`
  return sql`select s.child_id, s.commune_id, s.village_id, s.sex, s.ethnic_code, s.poverty,
      s.age_years::int as age_years, true as counted, ${reached} as reached
    from services_status s where s.period = ${period} and ${isAt('s', at)} and ${counted}`
}

function itemMembers(itemCode: string, at: At, { period }: When): RawBuilder<unknown> {
  return sql`select s.child_id, s.commune_id, s.village_id, s.sex, s.ethnic_code, s.poverty,
      s.age_years::int as age_years, true as counted, i.number = any (s.got_items) as reached
    from services_status s join services_items i on i.code = ${itemCode} and i.number = any (s.due_items)
    where s.period = ${period} and ${isAt('s', at)}`
}

/** Every child that an indicator speaks of, with its groups, whether it is counted and whether it is reached. */
export function members(formula: MemberFormula, at: At, when: When): RawBuilder<unknown> {
  switch (formula.kind) {
    case 'coverage':
      return coverageMembers(formula.key, at, when)
    case 'item':
      return itemMembers(formula.itemCode, at, when)
    default:
      return childMembers(formula, isAt('c', at), when)
  }
}

function ageGroup(bands: readonly AgeBand[]): RawBuilder<string> {
  const cases = bands.map(
    ({ key, fromYears, toYears }) => sql`when m.age_years between ${fromYears} and ${toYears} then ${key}`,
  )
  return sql<string>`case ${sql.join(cases, sql` `)} else 'other' end`
}

export type Grouping = { by: Breakdown; ageBands: readonly AgeBand[]; kind: string }

/** Codes of 1979: 01 is Kinh, 55 foreigners. What is not known is a group of its own. */
export function groupKey({ by, ageBands, kind }: Grouping): RawBuilder<string> {
  if (by === 'sex') return sql<string>`m.sex`
  if (by === 'age') return ageGroup(ageBands)
  if (by === 'poverty') return sql<string>`coalesce(m.poverty, 'unknown')`
  if (by === 'ethnic') return sql<string>`coalesce(m.ethnic_code, 'unknown')`
  if (by === 'minority')
    return sql<string>`case when m.ethnic_code is null then 'unknown' when m.ethnic_code = '01' then 'kinh'
      when m.ethnic_code = '55' then 'foreigner' else 'minority' end`
  if (kind === 'nation') return sql<string>`(select a.parent_id::text from areas a where a.id = m.commune_id)`
  if (kind === 'province') return sql<string>`m.commune_id::text`
  return sql<string>`coalesce(m.village_id::text, 'unknown')`
}

export type GroupCount = { key: string | null; numerator: number; denominator: number }

/** How many are counted and reached, in all or by group. */
export async function countMembers(
  db: Db,
  member: RawBuilder<unknown>,
  grouping: Grouping | null,
): Promise<GroupCount[]> {
  const key = grouping ? groupKey(grouping) : sql`null::text`
  const { rows } = await sql<GroupCount>`
    select ${key} as key, (count(*) filter (where m.counted))::int as denominator,
      (count(*) filter (where m.reached))::int as numerator
    from (${member}) m group by 1`.execute(db)
  return rows
}

type PartCount = GroupCount & { by: string }

/** Every part of all breakdowns in one pass over the children, of which the same groups are made as of each alone. */
export async function countAllParts(
  db: Db,
  member: RawBuilder<unknown>,
  groupings: readonly Grouping[],
): Promise<PartCount[]> {
  const keys = groupings.map((grouping) => sql`(${grouping.by}::text, (${groupKey(grouping)})::text)`)
  const { rows } = await sql<PartCount>`
    select g.by, g.key, (count(*) filter (where m.counted))::int as denominator,
      (count(*) filter (where m.reached))::int as numerator
    from (${member}) m cross join lateral (values ${sql.join(keys)}) as g (by, key) group by 1, 2`.execute(db)
  return rows
}

export type CoverageCount = Record<CoverageKey, { due: number; got: number }>

const domainKeys = ['health', 'nutrition', 'education', 'care', 'protection', 'welfare'] as const

/** All keys of the coverage at once, in one pass over the status rows. */
export async function countCoverage(
  db: Db,
  at: At,
  period: Period,
  grouping: Grouping | null,
): Promise<{ key: string | null; counts: CoverageCount }[]> {
  const key = grouping ? groupKey(grouping) : sql`null::text`
  const sums = domainKeys.map(
    (domain) =>
      sql`(count(*) filter (where (m.due_mask & ${sql.lit(domainBit[domain])}) <> 0))::int as ${sql.ref(
        `${domain}_due`,
      )}, (count(*) filter (where (m.got_mask & ${sql.lit(domainBit[domain])}) <> 0))::int as ${sql.ref(`${domain}_got`)}`,
  )
  const { rows } = await sql<Record<string, number> & { key: string | null }>`
    select ${key} as key, count(*)::int as all_due,
      (count(*) filter (where (m.due_mask & ~m.got_mask) = 0))::int as all_got, ${sql.join(sums)}
    from services_status m where m.period = ${period} and ${isAt('m', at)} group by 1`.execute(db)
  const count = (row: Record<string, number | string | null>, name: CoverageKey) => ({
    due: Number(row[`${name}_due`] ?? 0),
    got: Number(row[`${name}_got`] ?? 0),
  })
  return rows.map((row) => ({
    key: row.key,
    counts: {
      all: count(row, 'all'),
      health: count(row, 'health'),
      nutrition: count(row, 'nutrition'),
      education: count(row, 'education'),
      care: count(row, 'care'),
      protection: count(row, 'protection'),
      welfare: count(row, 'welfare'),
    },
  }))
}
