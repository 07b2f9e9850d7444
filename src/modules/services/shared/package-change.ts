import { z } from 'zod'
import { BothLanguages, Condition, type PackageDose, type PackageItem, Domain, Rhythm } from './contract.ts'

/** Local items go by the number of their own sequence; `DP` = địa phương. */
export const localCode = (number: number): string => `DP-${number}`
export const localNumber = (code: string): number | undefined => {
  const [, digits] = /^DP-(\d{3,5})$/.exec(code) ?? []
  return digits === undefined ? undefined : Number(digits)
}

/** Timetables of vaccines come from the ministry; a place may not write one. */
export const LocalRhythm = Rhythm.refine(({ kind }) => kind !== 'doses')

const Days = z.int().min(0).max(6000)

const window = {
  fromDays: Days,
  toDays: Days,
  catchUpToDays: Days.nullable(),
  mandatory: z.boolean(),
  conditions: z.array(Condition).max(6),
  rhythm: LocalRhythm,
}

/** An item that the place adds. Number and code are given by the server when they are null. */
export const OwnItem = z.object({
  number: z.int().min(201).max(32_767).nullable(),
  domain: Domain,
  name: BothLanguages.extend({ vi: z.string().trim().min(3).max(200), en: z.string().trim().max(200) }),
  audience: z.enum(['child', 'caregiver']),
  ...window,
  providers: z.array(z.string().max(40)).max(6),
  source: z.string().trim().max(300),
})
export type OwnItem = z.infer<typeof OwnItem>

/** What is left out stays as the level above has it. */
export const ItemPatch = z.object(window).partial()
export type ItemPatch = z.infer<typeof ItemPatch>

export const PackageChange = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('add'), item: OwnItem }),
  z.object({ kind: z.literal('change'), code: z.string().max(20), fields: ItemPatch }),
  z.object({ kind: z.literal('remove'), code: z.string().max(20) }),
])
export type PackageChange = z.infer<typeof PackageChange>

export type ChangeRefusal =
  | 'services.package-no-item'
  | 'services.package-mandatory'
  | 'services.package-narrower'
  | 'services.package-doses'
  | 'services.package-window'

function isWindow({
  fromDays,
  toDays,
  catchUpToDays,
}: Pick<OwnItem, 'fromDays' | 'toDays' | 'catchUpToDays'>) {
  return fromDays <= toDays && (catchUpToDays === null || catchUpToDays >= toDays)
}

/** Days that do not exist and rounds that end before they begin. */
function isRhythm(rhythm: Rhythm): boolean {
  const windows = rhythm.kind === 'campaign' || rhythm.kind === 'school-year' ? rhythm.windows : []
  const isDay = (text: string) => !Number.isNaN(Date.parse(`2025-${text}`)) // 29 February is no yearly day
  return windows.every(({ from, to }) => isDay(from) && isDay(to) && from <= to)
}

const text = (value: unknown): string => JSON.stringify(value)

/** Fewer conditions reach more children; a new or another condition could leave some out. */
function isWider(conditions: readonly Condition[], before: readonly Condition[]): boolean {
  const known = new Set(before.map(text))
  return conditions.every((one) => known.has(text(one)))
}

/** A round may be held on other days (vitamin-a.md: dates slip by province), not left out. */
function keepsRhythm(rhythm: Rhythm | undefined, before: Rhythm): boolean {
  if (rhythm === undefined || text(rhythm) === text(before)) return true
  if (rhythm.kind !== 'campaign' || before.kind !== 'campaign') return false
  return rhythm.windows.length === before.windows.length && rhythm.graceDays >= before.graceDays
}

/** The age in days until which a late child still gets it. */
function catchUpOf({ catchUpToDays, toDays }: Pick<ItemPatch, 'catchUpToDays' | 'toDays'>): number {
  return catchUpToDays ?? toDays ?? 0
}

/**
 * What a level above has made mandatory may be neither removed nor made voluntary, shifted or kept from anybody
 * below: only its conditions may be widened, more time given for catching up, and the days of its rounds set.
 */
function keepsDuty(before: PackageItem, fields: ItemPatch): boolean {
  const { mandatory, fromDays, toDays, conditions, rhythm } = fields
  if (mandatory === false || catchUpOf({ ...before, ...fields }) < catchUpOf(before)) return false
  if ((fromDays ?? before.fromDays) !== before.fromDays || (toDays ?? before.toDays) !== before.toDays)
    return false
  return isWider(conditions ?? before.conditions, before.conditions) && keepsRhythm(rhythm, before.rhythm)
}

/** Why a change cannot stand on the items of the levels above; undefined when it can. */
export function changeRefusal(
  above: ReadonlyMap<string, PackageItem>,
  change: PackageChange,
): ChangeRefusal | undefined {
  if (change.kind === 'add')
    return isWindow(change.item) && isRhythm(change.item.rhythm) ? undefined : 'services.package-window'
  const before = above.get(change.code)
  if (!before) return 'services.package-no-item'
  if (change.kind === 'remove') return before.mandatory ? 'services.package-mandatory' : undefined
  return patchRefusal(before, change.fields)
}

function patchRefusal(before: PackageItem, fields: ItemPatch): ChangeRefusal | undefined {
  if (before.mandatory && !keepsDuty(before, fields)) return 'services.package-narrower'
  const touchesDoses =
    fields.rhythm !== undefined || fields.fromDays !== undefined || fields.toDays !== undefined
  if (before.rhythm.kind === 'doses' && touchesDoses) return 'services.package-doses'
  const after = patched(before, fields)
  return isWindow(after) && isRhythm(after.rhythm) ? undefined : 'services.package-window'
}

export function patched(item: PackageItem, fields: ItemPatch): PackageItem {
  const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
  return { ...item, ...given }
}

export function ownPackageItem(item: OwnItem): PackageItem[] {
  if (item.number === null) return []
  const { number } = item
  return [
    {
      ...item,
      number,
      code: localCode(number),
      name: { vi: item.name.vi, en: item.name.en === '' ? item.name.vi : item.name.en },
      eligibility: '',
      recurrence: '',
      status: 'sourced',
      proposed: [],
    },
  ]
}

/**
 * The items above with a level's changes. A change that the level above no longer allows, because it has made the
 * item mandatory since, is passed over: the duty of the level above holds.
 */
export function withChanges(items: readonly PackageItem[], changes: readonly PackageChange[]): PackageItem[] {
  const byCode = new Map(items.map((item) => [item.code, item]))
  const allowed = changes.filter((change) => changeRefusal(byCode, change) === undefined)
  for (const change of allowed) {
    if (change.kind === 'remove') byCode.delete(change.code)
    if (change.kind === 'add') for (const item of ownPackageItem(change.item)) byCode.set(item.code, item)
    const before = change.kind === 'change' ? byCode.get(change.code) : undefined
    if (change.kind === 'change' && before) byCode.set(change.code, patched(before, change.fields))
  }
  return [...byCode.values()]
}

/** For forms: the doses of an item, none where it has no timetable. */
export function dosesOf({ rhythm }: Pick<PackageItem, 'rhythm'>): PackageDose[] {
  return rhythm.kind === 'doses' ? rhythm.doses : []
}
