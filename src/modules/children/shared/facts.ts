import { addDays, type Day } from '#base/day.ts'
import type { Education, Poverty } from './contract.ts'
import type { FactKind } from './contract-facts.ts'

/** What the rules look at in a fact. */
export type DatedFact = {
  id: string
  kind: FactKind
  value: string
  fromDay: Day
  toDay: Day | null
  undoneAt: string | null
  /** Of the kind `household`. */
  householdId?: string | null
}

/** On that day, first and last day included. */
export function holdsOn({ fromDay, toDay }: { fromDay: Day; toDay: Day | null }, day: Day): boolean {
  return fromDay <= day && (toDay === null || day <= toDay)
}

/**
 * Facts of which a child has only one at a time: a newer one ends the older one. Flags stand beside one another, each
 * on its own; so do a permanent and a temporary residence (Luật Cư trú 2020, Art. 2).
 */
export function lineOf({ kind, value }: Pick<DatedFact, 'kind' | 'value'>): string {
  return kind === 'flag' || kind === 'residence' ? `${kind} ${value}` : kind
}

export type FactReason =
  'fact-before-birth' | 'fact-in-future' | 'fact-days' | 'fact-same-day' | 'insurance-number'

export type Placing =
  | { ok: false; reason: FactReason }
  /** The day the new fact ends, and the facts that end because it begins. */
  | { ok: true; toDay: Day | null; ended: { id: string; toDay: Day }[] }

/**
 * Puts a new fact among those of the same line: one that is running ends the day before; one that begins later ends
 * the new one the day before. Two of one line from one day contradict each other: the first is to be corrected.
 */
export function placeAmongFacts(
  fact: Pick<DatedFact, 'kind' | 'value' | 'fromDay' | 'toDay'>,
  known: readonly DatedFact[],
  { bornOn, today }: { bornOn: Day; today: Day },
): Placing {
  if (fact.fromDay < bornOn) return { ok: false, reason: 'fact-before-birth' }
  if (fact.fromDay > today) return { ok: false, reason: 'fact-in-future' }
  if (fact.toDay !== null && fact.toDay < fact.fromDay) return { ok: false, reason: 'fact-days' }
  const line = known.filter((one) => one.undoneAt === null && lineOf(one) === lineOf(fact))
  if (line.some(({ fromDay }) => fromDay === fact.fromDay)) return { ok: false, reason: 'fact-same-day' }
  const dayBefore = addDays(fact.fromDay, -1)
  const ended = line
    .filter((one) => one.fromDay < fact.fromDay && (one.toDay === null || one.toDay > dayBefore))
    .map(({ id }) => ({ id, toDay: dayBefore }))
  const next = line.map(({ fromDay }) => fromDay).filter((fromDay) => fromDay > fact.fromDay)
  const [nextFrom] = next.toSorted()
  const limit = nextFrom === undefined ? null : addDays(nextFrom, -1)
  const toDay = limit !== null && (fact.toDay === null || fact.toDay > limit) ? limit : fact.toDay
  return { ok: true, toDay, ended }
}

/**
 * Number of a health-insurance card: 15 signs (QĐ 1351/QĐ-BHXH 2015), the 10 digits of the insured that it ends with
 * since 2021 (QĐ 1666/QĐ-BHXH 2020), or the personal ID number of 12 digits that replaces it.
 */
export function isInsuranceNumber(text: string): boolean {
  return /^(?:[A-Z]{2}\d{13}|\d{10}|\d{12})$/.test(text.replace(/\s/g, '').toUpperCase())
}

/** The school year of a day by its name; from August on the one that begins. */
export function schoolYearOf(day: Day): string {
  const year = Number(day.slice(0, 4))
  const first = day.slice(5) >= '08-01' ? year : year - 1
  return `${first}-${first + 1}`
}

export type DatedCircumstance = { groupNo: number; fromDay: Day; toDay: Day | null; undoneAt: string | null }

export type PresentValues = {
  householdId: string | null
  poverty: Poverty | null
  education: Education | null
  disabled: boolean
  specialCircumstance: boolean
}

const povertyOf = { none: 'none', 'near-poor': 'near-poor', poor: 'poor' } as const
const educationOf = {
  none: 'none',
  nursery: 'nursery',
  kindergarten: 'kindergarten',
  primary: 'primary',
} as const

function valueFrom<Value>(values: Readonly<Record<string, Value>>, name: string | undefined): Value | null {
  return name === undefined ? null : (values[name] ?? null)
}

/** Group 4 of Luật Trẻ em 2016 Art. 10.1: disabled children. */
const disabledGroup = 4

/**
 * The columns of the register as the dated facts give them on a day. Poverty and school: the latest one known, also
 * after its year has ended, until a newer one comes. Household, flags and circumstances: while they last. What never
 * had a date stays as it was entered.
 */
export function presentValues(
  entered: PresentValues,
  { facts, circumstances }: { facts: readonly DatedFact[]; circumstances: readonly DatedCircumstance[] },
  today: Day,
): PresentValues {
  const of = (kind: FactKind) => facts.filter((fact) => fact.kind === kind)
  const latest = (kind: FactKind) =>
    of(kind)
      .filter(({ undoneAt, fromDay }) => undoneAt === null && fromDay <= today)
      .toSorted((a, b) => (a.fromDay < b.fromDay ? 1 : -1))[0]?.value
  const holds = (one: { fromDay: Day; toDay: Day | null; undoneAt: string | null }) =>
    one.undoneAt === null && holdsOn(one, today)
  const saysDisabled = [
    ...of('flag').filter(({ value }) => value === 'disabled'),
    ...circumstances.filter(({ groupNo }) => groupNo === disabledGroup),
  ]
  const households = of('household')
  return {
    householdId: households.length > 0 ? (households.find(holds)?.householdId ?? null) : entered.householdId,
    poverty: of('poverty').length > 0 ? valueFrom(povertyOf, latest('poverty')) : entered.poverty,
    education: of('schooling').length > 0 ? valueFrom(educationOf, latest('schooling')) : entered.education,
    disabled: saysDisabled.length > 0 ? saysDisabled.some(holds) : entered.disabled,
    specialCircumstance: circumstances.length > 0 ? circumstances.some(holds) : entered.specialCircumstance,
  }
}

/**
 * Where the child lives on a day: a temporary residence that is running goes before the permanent one. Undefined when
 * no residence was ever given dates.
 */
export function residenceOn<Residence extends DatedFact>(
  facts: readonly Residence[],
  day: Day,
): Residence | undefined {
  const running = facts.filter(
    (fact) => fact.kind === 'residence' && fact.undoneAt === null && holdsOn(fact, day),
  )
  return running.find(({ value }) => value === 'temporary') ?? running[0]
}

/** What stands in the register before anybody gave it dates, as facts from the day of registering. */
export type Entered = PresentValues & { registeredOn: Day; communeId: string; villageId: string | null }
export type ImpliedFact = Pick<DatedFact, 'kind' | 'value' | 'fromDay'> & {
  communeId: string | null
  villageId: string | null
  householdId: string | null
}

/** What an entry in the register says without a day of its own; it holds from the day of registration. */
export function impliedFacts(entered: Entered, known: readonly DatedFact[]): ImpliedFact[] {
  const isKnown = (kind: FactKind, value?: string) =>
    known.some((fact) => fact.kind === kind && (value === undefined || fact.value === value))
  const nowhere = { communeId: null, villageId: null, householdId: null }
  const fromDay = entered.registeredOn
  const { communeId, villageId, householdId, poverty, education, disabled } = entered
  return [
    ...(isKnown('residence')
      ? []
      : [{ ...nowhere, kind: 'residence' as const, value: 'permanent', fromDay, communeId, villageId }]),
    ...(householdId === null || isKnown('household')
      ? []
      : [{ ...nowhere, kind: 'household' as const, value: 'member', fromDay, householdId }]),
    ...(poverty === null || isKnown('poverty')
      ? []
      : [{ kind: 'poverty' as const, value: poverty, fromDay, ...nowhere }]),
    ...(education === null || isKnown('schooling')
      ? []
      : [{ kind: 'schooling' as const, value: education, fromDay, ...nowhere }]),
    ...(!disabled || isKnown('flag', 'disabled')
      ? []
      : [{ kind: 'flag' as const, value: 'disabled', fromDay, ...nowhere }]),
  ]
}
