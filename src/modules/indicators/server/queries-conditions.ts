import { type RawBuilder, sql } from 'kysely'
import { addDays, addMonths, type Day } from '#base/day.ts'
import { type Period, periodRange } from '#base/period.ts'
import type { Span } from '../shared/child-facts.ts'
import type { ChildSet, Conditions, Fact, FactOf, Who, Within } from '../shared/condition.ts'
import type { ChildFormula } from '../shared/definition.ts'
import { schoolYearOf } from '../shared/rules.ts'

/**
 * The formula language as SQL over `children c`: the same answers as shared/evaluate.ts, which the recount compares
 * every night. Values only ever go in as parameters; an answer is never null, so that `not` means the same in both.
 */
type Test = RawBuilder<boolean>
type Asked = Span & { who: Who }

const column = { wei: 'z_wei', len: 'z_len', wfl: 'z_wfl', bmi: 'z_bmi', hc: 'z_hc', ac: 'z_ac' } as const

function isWithin(day: string, within: Within, { from, asOf }: Asked): Test {
  const ref = sql.ref(day)
  if (within === 'period') return sql<boolean>`${ref} between ${from}::date and ${asOf}::date`
  if (within === 'ever') return sql<boolean>`${ref} <= ${asOf}::date`
  return sql<boolean>`${ref} <= least(${asOf}::date, c.born_on + 1)`
}

const intervals = {
  days: (count: number) => sql`make_interval(days => ${count}::int)`,
  months: (count: number) => sql`make_interval(months => ${count}::int)`,
  years: (count: number) => sql`make_interval(years => ${count}::int)`,
}

/** So much before the day that counts; a constant where it can be, for the index on birthdays. */
function before(unit: FactOf<'age'>['unit'], count: number, { who, asOf }: Asked): RawBuilder<Day> {
  if (who === 'died') return sql<Day>`(coalesce(c.left_on, ${asOf}::date) - ${intervals[unit](count)})::date`
  if (unit === 'days') return sql<Day>`${addDays(asOf, -count)}::date`
  return sql<Day>`${addMonths(asOf, unit === 'years' ? -12 * count : -count)}::date`
}

function hasAge({ unit, from, to }: FactOf<'age'>, asked: Asked): Test {
  const old = sql<boolean>`c.born_on <= ${before(unit, from, asked)}`
  return to === null ? old : sql<boolean>`(${old} and c.born_on > ${before(unit, to + 1, asked)})`
}

function hasService({ items, doses, within, days }: FactOf<'service'>, asked: Asked): Test {
  const young = days === null ? sql`true` : sql`r.done_on <= c.born_on + ${days}::int`
  const given = sql`from services_records r where r.child_id = c.id and r.answer = 'done' and r.undone_at is null
    and r.item_code = any (${items}::text[]) and ${isWithin('r.done_on', within, asked)} and ${young}`
  if (doses === 1) return sql<boolean>`exists (select ${given})`
  return sql<boolean>`(select count(distinct (r.item_code, coalesce(r.dose, 1))) ${given}) >= ${doses}`
}

function newest(what: RawBuilder<unknown>, fits: RawBuilder<unknown>, asked: Asked): Test {
  return sql<boolean>`coalesce((select ${what} from growth_facts g where g.child_id = c.id
    and ${isWithin('g.measured_on', 'period', asked)} and ${fits} order by g.measured_on desc limit 1), false)`
}

function hasZ({ of, from, below }: FactOf<'z'>, asked: Asked): Test {
  const z = sql.ref(`g.${column[of]}`)
  const enough = from === null ? sql`true` : sql`${z} >= ${from}::numeric`
  const little = below === null ? sql`true` : sql`${z} < ${below}::numeric`
  // growth_scores.flags holds the names of the scores that are not believable.
  return newest(sql`${enough} and ${little}`, sql`${z} is not null and not ${of} = any (g.flags)`, asked)
}

function hasBirthWeight({ below }: FactOf<'birth-weight'>, asked: Asked): Test {
  const little = below === null ? sql`true` : sql`g.weight_kg < ${below}::numeric`
  return sql<boolean>`coalesce((select ${little} from growth_facts g where g.child_id = c.id
    and g.weight_kg is not null and ${isWithin('g.measured_on', 'birth', asked)} order by g.measured_on limit 1), false)`
}

function wasScreened({ tools, results, within }: FactOf<'screened'>, asked: Asked): Test {
  const by = tools.length === 0 ? sql`true` : sql`s.tool = any (${tools}::text[])`
  const found = results.length === 0 ? sql`true` : sql`s.result = any (${results}::text[])`
  return sql<boolean>`exists (select from screening_facts s where s.child_id = c.id and ${by} and ${found}
    and ${isWithin('s.screened_on', within, asked)})`
}

type Compilers = { [Name in Fact['fact']]: (fact: FactOf<Name>, asked: Asked) => Test }

const compilers: Compilers = {
  age: hasAge,
  turns: ({ days }, { from, asOf }) =>
    sql<boolean>`c.born_on between ${addDays(from, -days)}::date and ${addDays(asOf, -days)}::date`,
  'school-age': ({ from, to }, { asOf }) => {
    const year = schoolYearOf(asOf)
    return sql<boolean>`c.born_on between ${`${year - to}-01-01`}::date and ${`${year - from}-12-31`}::date`
  },
  sex: ({ sex }) => sql<boolean>`c.sex = ${sex}`,
  ethnic: ({ codes }) => sql<boolean>`coalesce(c.ethnic_code = any (${codes}::text[]), false)`,
  minority: () => sql<boolean>`coalesce(c.ethnic_code not in ('01', '55'), false)`,
  poverty: (fact) => sql<boolean>`coalesce(c.poverty = any (${fact.in}::text[]), false)`,
  disabled: () => sql<boolean>`c.disabled`,
  special: () => sql<boolean>`c.special_circumstance`,
  education: (fact) => sql<boolean>`coalesce(c.education = any (${fact.in}::text[]), false)`,
  service: hasService,
  measured: ({ within }, asked) =>
    sql<boolean>`exists (select from growth_facts g where g.child_id = c.id and ${isWithin('g.measured_on', within, asked)})`,
  z: hasZ,
  growth: ({ classes }, asked) => newest(sql`g.classes && ${classes}::text[]`, sql`true`, asked),
  'birth-weight': hasBirthWeight,
  screened: wasScreened,
  circumstance: ({ groups }, { asOf }) =>
    sql<boolean>`exists (select from children_circumstances k where k.child_id = c.id
      and k.undone_at is null and k.group_no = any (${groups}::int[]) and k.from_day <= ${asOf}::date
      and (k.to_day is null or k.to_day >= ${asOf}::date))`,
}

function compileFact(fact: Fact, asked: Asked): Test {
  const is: Test = Reflect.apply(compilers[fact.fact], undefined, [fact, asked])
  return fact.not ? sql<boolean>`not (${is})` : is
}

function compile(conditions: Conditions, asked: Asked): Test {
  const lines = conditions.map(
    (line) =>
      sql`(${sql.join(
        line.map((fact) => compileFact(fact, asked)),
        sql` or `,
      )})`,
  )
  return lines.length === 0 ? sql<boolean>`true` : sql<boolean>`(${sql.join(lines, sql` and `)})`
}

function isThere({ who, from, asOf }: Asked): Test {
  const died = sql`coalesce(c.left_reason = 'died', false)`
  if (who === 'died')
    return sql<boolean>`(c.born_on <= ${asOf}::date and ${died} and c.left_on between ${from}::date and ${asOf}::date)`
  const here = sql`(c.left_on is null or c.left_on > ${asOf}::date)`
  if (who === 'born')
    return sql<boolean>`(c.born_on between ${from}::date and ${asOf}::date and (${here} or ${died}))`
  return sql<boolean>`(c.born_on <= ${asOf}::date and ${here})`
}

function belongs({ who, where }: ChildSet, span: Span): Test {
  const asked = { ...span, who }
  return sql<boolean>`(${isThere(asked)} and ${compile(where, asked)})`
}

/** Columns of a child of the register as members carry them; ages in completed years on the day. */
function registered(asOf: Day): RawBuilder<unknown> {
  return sql`c.id as child_id, c.commune_id, c.village_id, c.sex, c.ethnic_code, c.poverty,
    extract(year from age(${asOf}::date, c.born_on))::int as age_years`
}

/** The children of a formula at a place; `at` limits `children c`. */
export function childMembers(
  formula: ChildFormula,
  at: RawBuilder<unknown>,
  { period, asOf }: { period: Period; asOf: Day },
): RawBuilder<unknown> {
  const span = { from: periodRange(period).from, asOf }
  if (formula.kind === 'ratio') {
    const [counted, reached] = [belongs(formula.denominator, span), belongs(formula.numerator, span)]
    return sql`select * from (select ${registered(asOf)}, ${counted} as counted, ${reached} as reached
      from children c where ${at}) r where counted or reached`
  }
  const { of } = formula
  const isShare = formula.kind === 'share'
  const reached = isShare ? compile(formula.reached, { ...span, who: of.who }) : sql`true`
  return sql`select ${registered(asOf)}, ${isShare ? sql`true` : sql`false`} as counted, ${reached} as reached
    from children c where ${at} and ${belongs(of, span)}`
}
