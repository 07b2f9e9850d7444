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

/** A field that keeps, keeps the conditions of its own kind. */
function conditionsOf({ who, learning, place }: ItemForm, before: readonly Condition[] = []): Condition[] {
  const kept = (field: 'learning' | 'place' | 'who') => before.filter((one) => fieldOf(one) === field)
  return [
    ...(who === 'keep' ? kept('who') : who === 'all' ? [] : [conditionOf[who]]),
    ...(learning === 'keep' ? kept('learning') : learning === 'all' ? [] : [learningOf[learning]]),
    ...(place === 'keep' ? kept('place') : place === 'all' ? [] : [placeCondition(place)]),
  ]
}

/** `number`: of an own item that is changed; a new one is given its number by the server. */
export function ownItemOf(form: NewItemForm, number: number | null): PackageChange {
  const { name, domain, audience, mandatory, source } = form
  const item: OwnItem = {
    ...{ number, domain, audience, mandatory, ...windowOf(form) },
    name: { vi: name, en: '' },
    catchUpToDays: null,
    conditions: conditionsOf(form),
    rhythm: rhythmOf(form) ?? { kind: 'once' },
    providers: [],
    source: source ?? '',
  }
  return { kind: 'add', item }
}

const same = (left: unknown, right: unknown): boolean => JSON.stringify(left) === JSON.stringify(right)

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
  const rhythm = rhythmOf(form)
  const isSame = !rhythm || before.rhythm.kind === 'doses' || sameRhythm(rhythm, before.rhythm)
  return isSame ? {} : { rhythm }
}

function changedConditions(before: PackageItem, form: ItemForm): Pick<ItemPatch, 'conditions'> {
  const isAsked = form.who !== 'keep' || form.learning !== 'keep' || form.place !== 'keep'
  const conditions = conditionsOf(form, before.conditions)
  return isAsked && !same(conditions, before.conditions) ? { conditions } : {}
}

/** The form knows neither days of grace nor rhythms that change with age: what it shows is compared. */
function sameRhythm(rhythm: Rhythm, before: Rhythm): boolean {
  if (rhythm.kind !== before.kind) return false
  if (rhythm.kind === 'every' && before.kind === 'every') return rhythm.months === before.months
  if (rhythm.kind === 'campaign' && before.kind === 'campaign') return same(rhythm.windows, before.windows)
  return true
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
