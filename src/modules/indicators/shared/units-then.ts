import type { Day } from '#base/day.ts'
import { isOn } from '#base/span.ts'
import type { WhyNotThen } from './contract.ts'

/** A commune with its days; `validTo` null: it stands today. */
export type CommuneThen = { id: string; name: string; validFrom: Day; validTo: Day | null }

/** On `onDate`, the first day of the new unit, `fromId` went into `toId`: all of it, or not. */
export type UnitLink = { fromId: string; toId: string; onDate: Day; isWhole: boolean }

/**
 * Communes of a day and of today, with what joins them: everything that hangs together with the places asked about.
 * `strays`: communes of today in the same provinces of which no list says what they were, such as those in which
 * children of a divided commune wait for their place.
 */
export type UnitWeb = {
  day: Day
  communes: ReadonlyMap<string, CommuneThen>
  links: readonly UnitLink[]
  strays: readonly string[]
}

/** Which children of today make the figure: all of some communes, and of others those of the old unit's villages. */
export type FoundThen =
  { ok: true; communeIds: string[]; byVillageIds: string[] } | ({ ok: false } & WhyNotThen)

type Origin = { id: string; isWhole: boolean }

/** The web read from both ends: of each commune of today its origins, of each commune of the day where it went. */
export type ReadWeb = UnitWeb & {
  origins: ReadonlyMap<string, readonly Origin[]>
  went: ReadonlyMap<string, ReadonlySet<string>>
}

/** A successor begins later than what it was made of, so that a chain of links always ends. */
export function readWeb(web: UnitWeb): ReadWeb {
  const into = Map.groupBy(
    web.links.filter(({ onDate }) => onDate > web.day),
    ({ toId }) => toId,
  )
  /** The communes of the day whose land is in a later one, and whether each came whole by every step. */
  const originsOf = (id: string, isWhole: boolean, before: Day | null): Origin[] => {
    const commune = web.communes.get(id)
    const itself = commune && isOn(commune, web.day) ? [{ id, isWhole }] : []
    const links = (into.get(id) ?? []).filter(({ onDate }) => before === null || onDate < before)
    const earlier = links.flatMap((link) => originsOf(link.fromId, isWhole && link.isWhole, link.onDate))
    return [...itself, ...earlier]
  }
  const today = [...web.communes.values()].filter(({ validTo }) => validTo === null)
  const origins = new Map(today.map(({ id }) => [id, originsOf(id, true, null)]))
  const went = new Map<string, Set<string>>()
  for (const [id, list] of origins)
    for (const origin of list) went.set(origin.id, (went.get(origin.id) ?? new Set()).add(id))
  return { ...web, origins, went }
}

const isDivided = ({ went }: ReadWeb, { id, isWhole }: Origin) => !isWhole || (went.get(id)?.size ?? 0) > 1

/** A link that is not whole and has no second end: the list does not say where the rest went. */
const isOpen = ({ went }: ReadWeb, { id, isWhole }: Origin) => !isWhole && went.get(id)?.size === 1

const namesOf = ({ communes }: ReadWeb, ids: Iterable<string>) =>
  [...new Set(ids)].map((id) => communes.get(id)?.name ?? id).toSorted()

function partOf(web: ReadWeb, origins: readonly Origin[]): FoundThen {
  return {
    ok: false,
    reason: 'part',
    units: namesOf(
      web,
      origins.map(({ id }) => id),
    ),
  }
}

/**
 * Figures of an earlier day on communes of today. They are theirs only when nothing was divided across their border:
 * each commune of the day that gave land to them lies in them with all it had.
 */
export function foundNow(web: ReadWeb, todayIds: readonly string[]): FoundThen {
  const asked = new Set(todayIds)
  const sources = todayIds.flatMap((id) => web.origins.get(id) ?? [])
  const leaves = ({ id }: Origin) => [...(web.went.get(id) ?? [])].some((to) => !asked.has(to))
  const across = sources.filter((one) => (isDivided(web, one) && leaves(one)) || isOpen(web, one))
  return across.length > 0 ? partOf(web, across) : { ok: true, communeIds: [...todayIds], byVillageIds: [] }
}

/**
 * Figures of communes of the day. A commune of today that was made of them alone counts with all its children; one
 * that others joined too counts by the villages that lay in them, as long as every commune went there whole.
 */
export function foundThen(web: ReadWeb, thenIds: readonly string[]): FoundThen {
  const { origins, went } = web
  const asked = new Set(thenIds)
  const lost = thenIds.filter((id) => !went.has(id))
  if (thenIds.length === 0 || lost.length > 0)
    return { ok: false, reason: 'unknown', units: namesOf(web, lost) }
  const ends = [...new Set(thenIds.flatMap((id) => [...(went.get(id) ?? [])]))]
  const isOwn = (end: string) => (origins.get(end) ?? []).every(({ id }) => asked.has(id))
  const shared = ends.filter((end) => !isOwn(end))
  const originsOf = (end: string) => origins.get(end) ?? []
  const parts = [
    ...shared.flatMap((end) => originsOf(end).filter((one) => isDivided(web, one))),
    ...ends.flatMap((end) => originsOf(end).filter((one) => isOpen(web, one))),
  ]
  if (parts.length > 0) return partOf(web, parts)
  const hasDivided = thenIds.some((id) => (went.get(id)?.size ?? 0) > 1)
  if (hasDivided && web.strays.length > 0)
    return { ok: false, reason: 'unplaced', units: namesOf(web, web.strays) }
  return { ok: true, communeIds: ends.filter(isOwn), byVillageIds: shared }
}
