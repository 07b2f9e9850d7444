import { type RawBuilder, sql } from 'kysely'
import { addMonths, type Day } from '#base/day.ts'
import type { Db, Range } from '#platform/db/types.ts'
import { childUntilYears } from '../shared/child-age.ts'
import { type CleaningCounts, CleaningRule, type ListFlag } from '../shared/contract.ts'
import { seenSources } from './seen-sources.ts'

type Condition = RawBuilder<boolean>

/** A child that nobody saw for this long is asked about. */
const unseenMonths = 12

const hasNone = (table: string, rest = sql``): Condition =>
  sql`not exists (select from ${sql.table(table)} x where x.child_id = c.id ${rest})`

/** Digits 4 to 6 of the number say century, sex and year of birth (TT 59/2021/TT-BCA Art. 4). */
const contradiction = sql<boolean>`exists (select from children_identifiers i
  where i.child_id = c.id and i.kind = 'personal-id' and (
    substr(i.value, 5, 2) <> to_char(c.born_on, 'YY')
    or substr(i.value, 4, 1) <> case c.sex when 'male' then '2' else '3' end))`

/** The first day on which the child may have been born. */
const bornFrom = sql`(case c.born_precision when 'day' then c.born_on
  else date_trunc(c.born_precision, c.born_on)::date end)`

/** The day of registration where the register is kept; a bare cast would take the day of the database's time zone. */
const registeredOn = sql`(c.registered_at at time zone 'Asia/Ho_Chi_Minh')::date`

/** Registered, given a fact, weighed or served before birth, or left the register after today. */
function impossible(today: Day): Condition {
  const early = [
    ...[
      { table: 'children_facts', day: 'from_day' },
      { table: 'children_circumstances', day: 'from_day' },
    ],
    ...seenSources,
  ].map(
    ({ table, day }) => sql<boolean>`exists (select from ${sql.table(table)} x
      where x.child_id = c.id and x.undone_at is null and ${sql.ref(`x.${day}`)} < ${bornFrom})`,
  )
  const late = sql<boolean>`(c.born_on > ${today} or c.left_on > ${today}
    or ${bornFrom} > ${registeredOn})`
  return sql`(${sql.join([late, ...early], sql` or `)})`
}

/** New in the register for less than a year is not missing yet. */
function notSeen(today: Day): Condition {
  const since = addMonths(today, -unseenMonths)
  const unseen = seenSources.map(({ table, day }) =>
    hasNone(table, sql`and x.undone_at is null and ${sql.ref(`x.${day}`)} > ${since}`),
  )
  return sql`(${sql.join([sql`${registeredOn} < ${since}`, ...unseen], sql` and `)})`
}

/** What the rule looks for in a child `c` of the register. */
export function cleaningCondition(rule: CleaningRule, today: Day): Condition {
  const of: Record<CleaningRule, () => Condition> = {
    'no-personal-id': () => hasNone('children_identifiers'),
    'no-carer': () => hasNone('children_carers'),
    'no-phone': () => hasNone('children_carers', sql`and x.phone is not null`),
    'no-village': () => sql`c.village_id is null`,
    'no-ethnic-group': () => sql`c.ethnic_code is null`,
    unnamed: () => sql`c.unnamed`,
    'birth-not-exact': () => sql`c.born_precision <> 'day'`,
    'number-contradicts': () => contradiction,
    'impossible-dates': () => impossible(today),
    'over-age': () => sql`c.born_on <= ${addMonths(today, -12 * childUntilYears)}`,
    'not-seen': () => notSeen(today),
  }
  return of[rule]()
}

/** A flag that holds on the day. Kinh is 01, foreigners 55: neither is a minority of the country. */
export function flagCondition(flag: ListFlag, today: Day): Condition {
  if (flag === 'special') return sql`c.special_circumstance`
  if (flag === 'disabled') return sql`c.disabled`
  if (flag === 'minority') return sql`c.ethnic_code not in ('01', '55')`
  return sql`exists (select from children_facts f where f.child_id = c.id and f.kind = 'flag' and f.value = ${flag}
    and f.undone_at is null and f.from_day <= ${today} and (f.to_day is null or f.to_day >= ${today}))`
}

/** One look at the register of the range, every rule counted. */
export async function countFaults(
  db: Db,
  { range, today }: { range: Range; today: Day },
): Promise<CleaningCounts> {
  const counted = CleaningRule.options.map(
    (rule) => sql`count(*) filter (where ${cleaningCondition(rule, today)})::int as ${sql.ref(rule)}`,
  )
  const [{ rows }, pairs] = await Promise.all([
    sql<Record<string, number>>`select count(*)::int as total, ${sql.join(counted)}
      from children c where c.left_on is null and c.area_lft between ${range.lft} and ${range.rgt}`.execute(
      db,
    ),
    sql<{ count: number }>`select count(*)::int as count from children_pairs where verdict is null`.execute(
      db,
    ),
  ])
  return {
    rules: CleaningRule.options.map((rule) => ({ rule, count: rows[0]?.[rule] ?? 0 })),
    total: rows[0]?.['total'] ?? 0,
    pairs: pairs.rows[0]?.count ?? 0,
  }
}
