import { type RawBuilder, sql } from 'kysely'
import { addDays, addMonths, type Day } from '#base/day.ts'
import { type Period, periodRange } from '#base/period.ts'
import type { Db } from '#platform/db/types.ts'
import { domainBit } from '#modules/services/shared/coverage.ts'
import type { Breakdown } from '../shared/contract.ts'
import type { AgeBand, CoverageKey, Formula } from '../shared/definition.ts'
import { schoolYearOf } from '../shared/rules.ts'

/** Where: equality on commune or village lets the index in; the range is for provinces. */
export type At = { id: string; kind: string; lft: number; rgt: number }
export type When = { period: Period; asOf: Day }

function isAt(table: string, { id, kind, lft, rgt }: At): RawBuilder<unknown> {
  if (kind === 'commune') return sql`${sql.ref(`${table}.commune_id`)} = ${id}::uuid`
  if (kind === 'village') return sql`${sql.ref(`${table}.village_id`)} = ${id}::uuid`
  return sql`${sql.ref(`${table}.area_lft`)} between ${lft} and ${rgt}`
}

/** Columns of a child of the register as members carry them; ages in completed years on the day. */
function registered(asOf: Day): RawBuilder<unknown> {
  return sql`c.id as child_id, c.commune_id, c.village_id, c.sex, c.ethnic_code, c.poverty,
    extract(year from age(${asOf}::date, c.born_on))::int as age_years`
}

function livesAt(at: At, asOf: Day): RawBuilder<unknown> {
  return sql`${isAt('c', at)} and c.born_on <= ${asOf}::date and (c.left_on is null or c.left_on > ${asOf}::date)`
}

/** Younger than so many completed months on the day. */
function youngerThan(months: number, asOf: Day): RawBuilder<unknown> {
  return sql`c.born_on > ${addMonths(asOf, -months)}::date`
}

function done(condition: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`from services_records r where r.child_id = c.id and r.answer = 'done' and r.undone_at is null
    and ${condition}`
}

const reachedAll = sql`(s.due_mask & ~s.got_mask) = 0`

function coverageMembers(key: CoverageKey, at: At, { period }: When): RawBuilder<unknown> {
  const reached = key === 'all' ? reachedAll : sql`(s.got_mask & ${domainBit[key]}) <> 0`
  const counted = key === 'all' ? sql`true` : sql`(s.due_mask & ${domainBit[key]}) <> 0`
  return sql`select s.child_id, s.commune_id, s.village_id, s.sex, s.ethnic_code, s.poverty,
      s.age_years::int as age_years, ${reached} as reached
    from services_status s where s.period = ${period} and ${isAt('s', at)} and ${counted}`
}

function itemMembers(itemCode: string, at: At, { period }: When): RawBuilder<unknown> {
  return sql`select s.child_id, s.commune_id, s.village_id, s.sex, s.ethnic_code, s.poverty,
      s.age_years::int as age_years, i.number = any (s.got_items) as reached
    from services_status s join services_items i on i.code = ${itemCode} and i.number = any (s.due_items)
    where s.period = ${period} and ${isAt('s', at)}`
}

function byAgeMembers(
  { days, doses }: Extract<Formula, { kind: 'by-age' }>,
  at: At,
  { period, asOf }: When,
): RawBuilder<unknown> {
  const { from, to } = periodRange(period)
  const last = asOf < to ? asOf : to
  const given = doses.map(
    (one) =>
      sql`(select count(distinct coalesce(r.dose, 1)) ${done(
        sql`r.item_code = ${one.itemCode} and r.done_on <= c.born_on + ${days}::int`,
      )}) >= ${one.doses}`,
  )
  return sql`select ${registered(asOf)}, ${sql.join(given, sql` and `)} as reached
    from children c where ${livesAt(at, asOf)}
      and c.born_on between ${addDays(from, -days)}::date and ${addDays(last, -days)}::date`
}

function enrolledMembers(
  formula: Extract<Formula, { kind: 'enrolled' }>,
  at: At,
  { asOf }: When,
): RawBuilder<unknown> {
  const { by, from, to, education } = formula
  const year = schoolYearOf(asOf)
  const born =
    by === 'school-year'
      ? sql`c.born_on between ${`${year - to}-01-01`}::date and ${`${year - from}-12-31`}::date`
      : sql`c.born_on > ${addMonths(asOf, -to - 1)}::date and c.born_on <= ${addMonths(asOf, -from)}::date`
  return sql`select ${registered(asOf)}, coalesce(c.education = any (${education}::text[]), false) as reached
    from children c where ${livesAt(at, asOf)} and ${born}`
}

/** Every child that an indicator counts, with its groups and whether it is reached. */
export function members(formula: Formula, at: At, when: When): RawBuilder<unknown> {
  const { period, asOf } = when
  switch (formula.kind) {
    case 'coverage':
      return coverageMembers(formula.key, at, when)
    case 'item':
      return itemMembers(formula.itemCode, at, when)
    case 'ever':
      return sql`select ${registered(asOf)}, exists (select ${done(
        sql`r.item_code = ${formula.itemCode} and r.done_on <= ${asOf}::date`,
      )}) as reached from children c where ${livesAt(at, asOf)} and ${youngerThan(formula.underMonths, asOf)}`
    case 'in-period': {
      const { from } = periodRange(period)
      const inPeriod = sql`r.item_code = any (${formula.itemCodes}::text[]) and r.done_on between ${from}::date and ${asOf}::date`
      return sql`select ${registered(asOf)}, exists (select ${done(inPeriod)}) as reached
        from children c where ${livesAt(at, asOf)} and ${youngerThan(formula.underMonths, asOf)}`
    }
    case 'by-age':
      return byAgeMembers(formula, at, when)
    case 'enrolled':
      return enrolledMembers(formula, at, when)
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
    select ${key} as key, count(*)::int as denominator, (count(*) filter (where m.reached))::int as numerator
    from (${member}) m group by 1`.execute(db)
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
