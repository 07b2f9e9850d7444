import { addDays, addMonths, type Day } from '#base/day.ts'
import type { ChildFacts, Measurement, Span } from './child-facts.ts'
import type { ChildSet, Conditions, Fact, FactOf, Who, Within } from './condition.ts'
import type { ChildFormula } from './definition.ts'
import { schoolYearOf } from './rules.ts'

type Asked = { child: ChildFacts; span: Span; who: Who }

function isWithin(day: Day, within: Within, { child, span }: Asked): boolean {
  if (day > span.asOf) return false
  if (within === 'period') return day >= span.from
  return within === 'ever' || day <= addDays(child.bornOn, 1)
}

/** So many completed days, months or years before a day. */
function before(day: Day, unit: FactOf<'age'>['unit'], count: number): Day {
  return unit === 'days' ? addDays(day, -count) : addMonths(day, unit === 'years' ? -12 * count : -count)
}

function hasAge({ unit, from, to }: FactOf<'age'>, { child, span, who }: Asked): boolean {
  const day = who === 'died' ? (child.leftOn ?? span.asOf) : span.asOf
  return child.bornOn <= before(day, unit, from) && (to === null || child.bornOn > before(day, unit, to + 1))
}

function hasService(fact: FactOf<'service'>, asked: Asked): boolean {
  const { items, doses, within, days } = fact
  const { bornOn, services } = asked.child
  const given = services.filter(
    ({ itemCode, doneOn }) =>
      items.includes(itemCode) &&
      isWithin(doneOn, within, asked) &&
      (days === null || doneOn <= addDays(bornOn, days)),
  )
  return new Set(given.map(({ itemCode, dose }) => `${itemCode} ${dose ?? 1}`)).size >= doses
}

/** The newest measurement of the period that fits; there is one a day. */
function newest({ child, span }: Asked, fits: (one: Measurement) => boolean): Measurement | undefined {
  return child.measurements
    .filter((one) => one.measuredOn >= span.from && one.measuredOn <= span.asOf && fits(one))
    .toSorted((a, b) => (a.measuredOn < b.measuredOn ? 1 : -1))[0]
}

function hasZ({ of, from, below }: FactOf<'z'>, asked: Asked): boolean {
  const z = newest(asked, (one) => one.z[of] !== null)?.z[of]
  return z !== undefined && z !== null && (from === null || z >= from) && (below === null || z < below)
}

function hasBirthWeight({ below }: FactOf<'birth-weight'>, asked: Asked): boolean {
  const first = asked.child.measurements
    .filter(({ measuredOn, weightKg }) => weightKg !== null && isWithin(measuredOn, 'birth', asked))
    .toSorted((a, b) => (a.measuredOn < b.measuredOn ? -1 : 1))[0]
  return first !== undefined && (below === null || (first.weightKg ?? below) < below)
}

function wasScreened({ tools, results, within }: FactOf<'screened'>, asked: Asked): boolean {
  return asked.child.screenings.some(
    ({ tool, result, screenedOn }) =>
      (tools.length === 0 || tools.includes(tool)) &&
      (results.length === 0 || results.some((one) => one === result)) &&
      isWithin(screenedOn, within, asked),
  )
}

function isInGroup({ groups }: FactOf<'circumstance'>, { child, span }: Asked): boolean {
  return child.circumstances.some(
    ({ groupNo, fromDay, toDay }) =>
      groups.includes(groupNo) && fromDay <= span.asOf && (toDay === null || toDay >= span.asOf),
  )
}

type Rules = { [Name in Fact['fact']]: (fact: FactOf<Name>, asked: Asked) => boolean }

/** Has the value, and it is one of these. */
function isOneOf(value: string | null, list: readonly string[]): boolean {
  return value !== null && list.includes(value)
}

const rules: Rules = {
  age: hasAge,
  turns: ({ days }, { child, span }) => {
    const day = addDays(child.bornOn, days)
    return day >= span.from && day <= span.asOf
  },
  'school-age': ({ from, to }, { child, span }) => {
    const age = schoolYearOf(span.asOf) - Number(child.bornOn.slice(0, 4))
    return age >= from && age <= to
  },
  sex: ({ sex }, { child }) => child.sex === sex,
  ethnic: ({ codes }, { child }) => isOneOf(child.ethnicCode, codes),
  minority: (_, { child }) => child.ethnicCode !== null && !['01', '55'].includes(child.ethnicCode),
  poverty: (fact, { child }) => isOneOf(child.poverty, fact.in),
  disabled: (_, { child }) => child.disabled,
  special: (_, { child }) => child.special,
  education: (fact, { child }) => isOneOf(child.education, fact.in),
  service: hasService,
  measured: ({ within }, asked) =>
    asked.child.measurements.some(({ measuredOn }) => isWithin(measuredOn, within, asked)),
  z: hasZ,
  growth: ({ classes }, asked) =>
    newest(asked, () => true)?.classes.some((one) => classes.some((wanted) => wanted === one)) ?? false,
  'birth-weight': hasBirthWeight,
  screened: wasScreened,
  circumstance: isInGroup,
}

/** One fact about a child, or its opposite when the fact says `not`. */
export function holds(fact: Fact, asked: Asked): boolean {
  const is: boolean = Reflect.apply(rules[fact.fact], undefined, [fact, asked])
  return is !== (fact.not ?? false)
}

/** The lines that do not hold; empty where all do. */
export function failing(conditions: Conditions, asked: Asked): Conditions {
  return conditions.filter((line) => !line.some((fact) => holds(fact, asked)))
}

/** Whether the child is among those a formula speaks of. */
export function belongs({ who, where }: ChildSet, child: ChildFacts, span: Span): boolean {
  return isThere(who, child, span) && failing(where, { child, span, who }).length === 0
}

/** Whether the register has the child in the place on the day, or born or dead within the period. */
export function isThere(who: Who, child: ChildFacts, { from, asOf }: Span): boolean {
  const { bornOn, leftOn } = child
  const isDead = child.leftReason === 'died'
  const hasGone = leftOn !== null && leftOn <= asOf
  if (bornOn > asOf) return false
  if (who === 'died') return isDead && hasGone && leftOn >= from
  return who === 'born' ? bornOn >= from && (isDead || !hasGone) : !hasGone
}

/** Whether a child stands in the denominator, and in the numerator. */
export type Standing = { counted: boolean; reached: boolean }

/** The rule of a formula for one child; counting all children by it is the recount. */
export function standing(formula: ChildFormula, child: ChildFacts, span: Span): Standing {
  switch (formula.kind) {
    case 'share': {
      const counted = belongs(formula.of, child, span)
      const { who } = formula.of
      return { counted, reached: counted && failing(formula.reached, { child, span, who }).length === 0 }
    }
    case 'ratio':
      return {
        counted: belongs(formula.denominator, child, span),
        reached: belongs(formula.numerator, child, span),
      }
    case 'count':
      return { counted: false, reached: belongs(formula.of, child, span) }
  }
}

export type Tally = { numerator: number; denominator: number }

/** The figure counted child by child, without the database: what every computed figure is compared with. */
export function tally(formula: ChildFormula, children: readonly ChildFacts[], span: Span): Tally {
  const all = children.map((child) => standing(formula, child, span))
  return {
    numerator: all.filter(({ reached }) => reached).length,
    denominator: all.filter(({ counted }) => counted).length,
  }
}
