import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/db/types.ts'
import { findArea } from '#modules/areas/server/public.ts'
import type { Area } from '#modules/areas/shared/contract.ts'
import type { IndicatorValue, Recount, TrendPoint } from '../shared/contract.ts'
import { isOfUnits } from '../shared/definition.ts'
import { type Cell, isSmall, shownParts } from '../shared/small-cells.ts'
import { findDefinition } from './definitions.ts'
import { locateThen } from './units-then.ts'
import { listIndicatorValues, type ValuesQuestion } from './values.ts'

type Asking = { actor: Actor; db: Db }
type Question = ValuesQuestion & { area: Area }

/** Whoever may open the children behind a number learns nothing new from a small one. */
export function seesSmall({ capabilities }: Actor): boolean {
  return capabilities.has('children.read')
}

/** Deaths and births are two sets: what is left of the denominator is nobody in particular. */
const nestedUnits: readonly string[] = ['%']

function toCell({ numerator, denominator, unit }: IndicatorValue): Cell {
  return { numerator: numerator ?? 0, denominator, nested: nestedUnits.includes(unit) }
}

function hide(value: IndicatorValue): IndicatorValue {
  return { ...value, value: null, numerator: null, denominator: null, missing: null, hidden: true }
}

/** What stands in an official document is public already; villages with a play point are nobody. */
function isOfPeople({ source, code }: IndicatorValue): boolean {
  return source === null && !isOfUnits(findDefinition(code)?.formula ?? null)
}

/**
 * Codes whose figure of the place is hidden: small itself, or hidden among the parts of the place above, up to the
 * place of the grant. Else the page of a village would show what the page of its commune hides.
 */
async function hiddenCodes({ actor, db }: Asking, question: Question): Promise<ReadonlySet<string>> {
  const { area } = question
  const values = (await listIndicatorValues(db, { ...question, by: undefined })).filter(isOfPeople)
  const small = values.filter((value) => isSmall(toCell(value))).map(({ code }) => code)
  const above =
    area.id === actor.area.id || area.parentId === null ? undefined : await findArea(db, area.parentId)
  if (!above || above.lft < actor.area.lft) return new Set(small)
  const asked: Question = { ...question, area: above, by: 'unit' }
  const beside = await hideParts({ actor, db }, asked, await listIndicatorValues(db, asked))
  const shown = new Set(
    beside.filter(({ group, hidden }) => group?.key === area.id && !hidden).map(({ code }) => code),
  )
  const listed = new Set(beside.map(({ code }) => code))
  // Parts of which not even the number is told are missing from the list altogether.
  const hiddenAbove = values.filter(
    ({ code }) => !shown.has(code) && (listed.has(code) || isTold(code, values)),
  )
  return new Set([...small, ...hiddenAbove.map(({ code }) => code)])
}

/** Somebody is counted: then the place above has at least this part. */
function isTold(code: string, values: readonly IndicatorValue[]): boolean {
  return values.some((value) => value.code === code && (value.denominator ?? value.numerator ?? 0) > 0)
}

async function hideParts(
  asking: Asking,
  question: Question,
  parts: readonly IndicatorValue[],
): Promise<IndicatorValue[]> {
  const wholes = await hiddenCodes(asking, question)
  return [...Map.groupBy(parts, ({ code }) => code)]
    .flatMap(([code, ofCode]) => {
      if (!ofCode.some(isOfPeople)) return ofCode.map((value) => ({ isShown: true, value }))
      const shown = shownParts(ofCode.map(toCell), wholes.has(code))
      return shown?.map((isShown, place) => ({ isShown, value: ofCode[place] })) ?? []
    })
    .flatMap(({ isShown, value }) => (value ? [isShown ? value : hide(value)] : []))
}

/** The values as the person may see them. Everything that leaves the module for a person goes through here. */
export async function listSeenValues(asking: Asking, question: Question): Promise<IndicatorValue[]> {
  const values = await listIndicatorValues(asking.db, question)
  if (seesSmall(asking.actor)) return values
  if (question.by !== undefined) return hideParts(asking, question, values)
  const hidden = await hiddenCodes(asking, question)
  return values.map((value) => (hidden.has(value.code) ? hide(value) : value))
}

type ThenQuestion = ValuesQuestion & { endIds: readonly string[]; besideIds: readonly string[] }

/**
 * Figures of a unit of an earlier day, which are made of those of today and so could give them away. Hidden are small
 * ones, those that share a commune of today with a small one, and those of which a part is hidden today.
 */
export async function hideThen(
  asking: Asking,
  values: readonly IndicatorValue[],
  { endIds, besideIds, ...question }: ThenQuestion,
): Promise<IndicatorValue[]> {
  if (seesSmall(asking.actor)) return [...values]
  const smallIn = (list: readonly IndicatorValue[]) =>
    list.filter((value) => isOfPeople(value) && isSmall(toCell(value))).map(({ code }) => code)
  const hidden = new Set(smallIn(values))
  for (const beside of await locateThen(asking, await listAreas(asking.db, besideIds), question.asOf)) {
    // What cannot be told of a neighbour might be small.
    if (!beside.ok) return values.map(hide)
    for (const code of smallIn(await listIndicatorValues(asking.db, { ...question, area: beside.at })))
      hidden.add(code)
  }
  const ends = await listAreas(asking.db, endIds.length > 0 ? endIds : [question.area.id])
  for (const end of ends)
    for (const code of await hiddenCodes(asking, { ...question, area: end })) hidden.add(code)
  return values.map((value) => (hidden.has(value.code) ? hide(value) : value))
}

async function listAreas(db: Db, ids: readonly string[]): Promise<Area[]> {
  const found = await Promise.all(ids.map((id) => findArea(db, id)))
  return found.filter((area) => area !== undefined)
}

/** Points of a trend that are too small are left out. */
export function seenTrend(actor: Actor, trend: readonly TrendPoint[]): TrendPoint[] {
  return trend.filter((point) => seesSmall(actor) || !isSmall({ ...point, nested: true }))
}

/** A difference names children and counts of one age: how many there are is enough for whoever sees no children. */
export function seenRecount(actor: Actor, recount: Recount): Recount {
  return seesSmall(actor) ? recount : { ...recount, differences: [] }
}
