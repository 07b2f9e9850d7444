import { z } from 'zod'
import { type AreaFeature, Domain, type Condition, type PackageItem, type Rhythm } from './contract.ts'
import type { ItemPatch, OwnItem, PackageChange } from './package-change.ts'

export const ageUnits = ['day', 'month', 'year'] as const
export const rhythmKinds = ['once', 'every', 'campaign', 'school-year', 'on-need'] as const
export const groups = ['keep', 'all', 'poor', 'poor-or-near', 'minority', 'disabled', 'special'] as const
export const learners = ['keep', 'all', 'not-in-school', 'preschool', 'primary', 'school'] as const
/** What the place of the child is (features of areas); `difficult`: minority and mountain, or special difficulty. */
export const kindsOfPlace = [
  'keep',
  'all',
  'difficult',
  'special-difficulty',
  'minority-mountain',
  'remote',
  'rural',
  'urban',
] as const

/** 1 month = 30.4375 days, as in the notes of the package. */
const daysOf = { day: 1, month: 30.4375, year: 365.25 } as const
/** First and second term; a school year begins in September. */
const terms = [
  { from: '09-01', to: '12-31' },
  { from: '01-01', to: '05-31' },
]

/** `08/06-30/06`, several parted by `;`. */
const Rounds = z.string().transform((text, context) => {
  const rounds = text.split(';').flatMap((part) => {
    const [, day, month, toDay, toMonth] =
      /^\s*(\d{1,2})\/(\d{1,2})\s*-\s*(\d{1,2})\/(\d{1,2})\s*$/.exec(part) ?? []
    const two = (digits = '') => digits.padStart(2, '0')
    return day === undefined
      ? []
      : [{ from: `${two(month)}-${two(day)}`, to: `${two(toMonth)}-${two(toDay)}` }]
  })
  if (rounds.length === 0 || rounds.length !== text.split(';').length)
    context.addIssue({ code: 'custom', message: 'rounds' })
  return rounds
})

const Age = z.number().min(0).max(6000)

/** What stands in the form of an item, as `FormDialog` gives it: empty fields are null. */
export const ItemForm = z
  .object({
    unit: z.enum(ageUnits),
    from: Age,
    to: Age,
    rhythm: z.enum(rhythmKinds).nullable().default(null),
    months: z.int().min(1).max(60).nullable().default(null),
    rounds: Rounds.nullable().default(null),
    who: z.enum(groups),
    learning: z.enum(learners),
    place: z.enum(kindsOfPlace).default('keep'),
    mandatory: z.boolean(),
  })
  .refine(({ rhythm, months }) => rhythm !== 'every' || months !== null, { path: ['months'] })
  .refine(({ rhythm, rounds }) => rhythm !== 'campaign' || rounds !== null, { path: ['rounds'] })
  .refine(({ from, to, unit }) => (unit === 'day' ? from <= to : from < to), { path: ['to'] })
export type ItemForm = z.infer<typeof ItemForm>

export const NewItemForm = ItemForm.and(
  z.object({
    name: z.string().trim().min(3).max(200),
    domain: Domain,
    audience: z.enum(['child', 'caregiver']),
    source: z.string().trim().max(300).nullable().default(null),
  }),
)
export type NewItemForm = z.infer<typeof NewItemForm>

/** Months and years end before the birthday that is named; days count to the end of the last one. */
function windowOf({ unit, from, to }: ItemForm): { fromDays: number; toDays: number } {
  const days = daysOf[unit]
  return { fromDays: Math.round(from * days), toDays: unit === 'day' ? to : Math.round(to * days) - 1 }
}

function rhythmOf(form: ItemForm): Rhythm | undefined {
  const { rhythm, months, rounds, unit, from, to } = form
  const years = (age: number) => Math.floor((age * daysOf[unit]) / daysOf.year)
  switch (rhythm) {
    case 'every':
      return { kind: 'every', months: months ?? 12 }
    case 'campaign':
      return { kind: 'campaign', windows: rounds ?? [], graceDays: 31 }
    case 'school-year':
      return { kind: 'school-year', fromAge: years(from), toAge: years(to - 1), windows: terms }
    case 'once':
    case 'on-need':
      return { kind: rhythm }
    case null:
      return undefined
  }
}

const conditionOf: Record<Exclude<(typeof groups)[number], 'keep' | 'all'>, Condition> = {
  poor: { anyOf: [{ fact: 'poverty', is: ['poor'] }] },
  'poor-or-near': { anyOf: [{ fact: 'poverty', is: ['poor', 'near-poor'] }] },
  minority: { anyOf: [{ fact: 'minority' }] },
  disabled: { anyOf: [{ fact: 'disabled' }] },
  special: { anyOf: [{ fact: 'special-circumstance' }] },
}

const learningOf: Record<Exclude<(typeof learners)[number], 'keep' | 'all'>, Condition> = {
  'not-in-school': { anyOf: [{ fact: 'education', is: ['none'] }] },
  preschool: { anyOf: [{ fact: 'education', is: ['nursery', 'kindergarten'] }] },
  primary: { anyOf: [{ fact: 'education', is: ['primary'] }] },
  school: { anyOf: [{ fact: 'education', is: ['nursery', 'kindergarten', 'primary'] }] },
}

function placeCondition(place: Exclude<ItemForm['place'], 'keep' | 'all'>): Condition {
  const is: AreaFeature[] = place === 'difficult' ? ['minority-mountain', 'special-difficulty'] : [place]
  return { anyOf: [{ fact: 'area', is }] }
}

/** Which field of the form a condition belongs to: the one of learning, of the place, or of who. */
function fieldOf({ anyOf }: Condition): 'learning' | 'place' | 'who' {
  const facts = new Set(anyOf.map(({ fact }) => fact))
  if (facts.size !== 1) return 'who'
  if (facts.has('education')) return 'learning'
  return facts.has('area') ? 'place' : 'who'
}

type Whom = Pick<ItemForm, 'who' | 'learning' | 'place'>

/** A field that keeps, keeps the conditions of its own kind. */
function conditionsOf({ who, learning, place }: Whom, before: readonly Condition[] = []): Condition[] {
  const kept = (field: 'learning' | 'place' | 'who') => before.filter((one) => fieldOf(one) === field)
  return [
    ...(who === 'keep' ? kept('who') : who === 'all' ? [] : [conditionOf[who]]),
    ...(learning === 'keep' ? kept('learning') : learning === 'all' ? [] : [learningOf[learning]]),
    ...(place === 'keep' ? kept('place') : place === 'all' ? [] : [placeCondition(place)]),
  ]
}

const same = (left: unknown, right: unknown): boolean => JSON.stringify(left) === JSON.stringify(right)

/** What the form does not ask for: as it was, days of catching up only while they still follow the window. */
function unasked(before: OwnItem | undefined, toDays: number): Pick<OwnItem, 'catchUpToDays' | 'providers'> {
  const { catchUpToDays = null, providers = [] } = before ?? {}
  return {
    catchUpToDays: catchUpToDays !== null && catchUpToDays >= toDays ? catchUpToDays : null,
    providers,
  }
}

/** `before`: the own item that is changed; a new one is given its number by the server. */
export function ownItemOf(form: NewItemForm, before?: OwnItem): PackageChange {
  const { name, domain, audience, mandatory, source } = form
  const window = windowOf(form)
  const item: OwnItem = {
    ...{ number: before?.number ?? null, domain, audience, mandatory, ...window },
    name: { vi: name, en: before?.name.vi === name ? before.name.en : '' },
    conditions: conditionsOf(form, before?.conditions),
    rhythm: before ? rhythmAfter(before, form) : (rhythmOf(form) ?? { kind: 'once' }),
    ...unasked(before, window.toDays),
    source: source ?? '',
  }
  return { kind: 'add', item }
}

/** Only what the form changed; undefined when nothing is different from the item above. */
export function patchOf(before: PackageItem, form: ItemForm): ItemPatch | undefined {
  const patch: ItemPatch = {}
  const { fromDays, toDays } = windowOf(form)
  if (fromDays !== before.fromDays) patch.fromDays = fromDays
  if (toDays !== before.toDays) patch.toDays = toDays
  if (form.mandatory !== before.mandatory) patch.mandatory = form.mandatory
  Object.assign(patch, changedRhythm(before, form), changedConditions(before, form))
  return Object.keys(patch).length === 0 ? undefined : patch
}

function changedRhythm(before: PackageItem, form: ItemForm): Pick<ItemPatch, 'rhythm'> {
  const rhythm = rhythmAfter(before, form)
  return same(rhythm, before.rhythm) ? {} : { rhythm }
}

function changedConditions(before: PackageItem, form: ItemForm): Pick<ItemPatch, 'conditions'> {
  const isAsked = form.who !== 'keep' || form.learning !== 'keep' || form.place !== 'keep'
  const conditions = conditionsOf(form, before.conditions)
  return isAsked && !same(conditions, before.conditions) ? { conditions } : {}
}

type Paced = Pick<PackageItem, 'rhythm' | 'fromDays' | 'toDays'>

/**
 * The rhythm that the form asks for. What it does not ask for stays: days of grace and of rest of a round, a pace that
 * changes with age, the years of school while the age is not changed.
 */
function rhythmAfter(before: Paced, form: ItemForm): Rhythm {
  const asked = rhythmOf(form)
  const { rhythm } = before
  return !asked || rhythm.kind === 'doses' ? rhythm : merged(rhythm, asked, before, form)
}

function merged(rhythm: Rhythm, asked: Rhythm, before: Paced, form: ItemForm): Rhythm {
  if (asked.kind === 'campaign' && rhythm.kind === 'campaign') return { ...rhythm, windows: asked.windows }
  if (asked.kind === 'every' && rhythm.kind === 'every' && asked.months !== rhythm.months) return asked
  if (asked.kind === 'school-year' && rhythm.kind === 'school-year')
    return { ...rhythm, ...schoolAges(asked, before, form) }
  return asked.kind === rhythm.kind ? rhythm : asked
}

type SchoolAges = { fromAge?: number; toAge?: number }

function schoolAges({ fromAge, toAge }: Required<SchoolAges>, before: Paced, form: ItemForm): SchoolAges {
  const { fromDays, toDays } = windowOf(form)
  return {
    ...(fromDays === before.fromDays ? {} : { fromAge }),
    ...(toDays === before.toDays ? {} : { toAge }),
  }
}

function unitOf({ fromDays, toDays }: Pick<PackageItem, 'fromDays' | 'toDays'>): ItemForm['unit'] {
  const fits = (unit: 'month' | 'year') => {
    const form = {
      unit,
      from: Math.round(fromDays / daysOf[unit]),
      to: Math.round((toDays + 1) / daysOf[unit]),
    }
    const days = daysOf[unit]
    return Math.round(form.from * days) === fromDays && Math.round(form.to * days) - 1 === toDays
  }
  return fits('month') ? 'month' : fits('year') ? 'year' : 'day'
}

const dayMonth = (text: string): string => `${text.slice(3)}/${text.slice(0, 2)}`

/** The choice of a field that gives just these conditions; `keep` for those that no choice gives. */
function choiceOf<Choice extends string>(
  own: readonly Condition[],
  choices: readonly Choice[],
  given: (choice: Choice) => Condition[],
): Choice | 'keep' {
  return choices.find((choice) => same(given(choice), own)) ?? 'keep'
}

/** For whom an own item is, as the form of the place shows it: it has no level above to keep to. */
export function whomOf({ conditions }: Pick<OwnItem, 'conditions'>): Whom {
  const own = (field: 'learning' | 'place' | 'who') => conditions.filter((one) => fieldOf(one) === field)
  const all = { who: 'all', learning: 'all', place: 'all' } as const
  const given = (part: Partial<Whom>) => conditionsOf({ ...all, ...part })
  return {
    who: choiceOf(own('who'), groups.slice(1), (who) => given({ who })),
    learning: choiceOf(own('learning'), learners.slice(1), (learning) => given({ learning })),
    place: choiceOf(own('place'), kindsOfPlace.slice(1), (place) => given({ place })),
  }
}

/** How an item stands in the form before anybody has changed it. */
export function formOf(
  item: Pick<PackageItem, 'fromDays' | 'toDays' | 'rhythm' | 'mandatory'>,
): Record<string, string | boolean> {
  const unit = unitOf(item)
  const { rhythm } = item
  return {
    unit,
    from: String(Math.round(item.fromDays / daysOf[unit])),
    to: String(unit === 'day' ? item.toDays : Math.round((item.toDays + 1) / daysOf[unit])),
    ...(rhythm.kind === 'doses' ? {} : { rhythm: rhythm.kind }),
    ...(rhythm.kind === 'every' ? { months: String(rhythm.months) } : {}),
    ...(rhythm.kind === 'campaign'
      ? { rounds: rhythm.windows.map(({ from, to }) => `${dayMonth(from)}-${dayMonth(to)}`).join('; ') }
      : {}),
    who: 'keep',
    learning: 'keep',
    place: 'keep',
    mandatory: item.mandatory,
  }
}
