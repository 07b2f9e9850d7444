import type { Day } from '#base/day.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/db/types.ts'
import type { Area } from '#modules/areas/shared/contract.ts'
import type { WhyNotThen } from '../shared/contract.ts'
import { foundNow, foundThen } from '../shared/units-then.ts'
import type { At } from './queries-members.ts'
import {
  findWeb,
  hasLinksAfter,
  listCommunesNow,
  listCommunesThen,
  listUnplaced,
  listVillagesThen,
  type PlacedWeb,
} from './queries-units-then.ts'

type Asking = { actor: Actor; db: Db }

/**
 * Where the children of a place are today, or why its figure of an earlier day cannot be told. `endIds`: the communes
 * of today in which they are; `besideIds`: communes of the day that share one of these with it.
 */
export type Located =
  | { ok: true; at: At; endIds: readonly string[]; besideIds: readonly string[] }
  | { ok: false; refused: WhyNotThen }

const refuse = (reason: WhyNotThen['reason'], units: string[] = []): Located => ({
  ok: false,
  refused: { reason, units },
})

const isIn = ({ lft, rgt }: { lft: number; rgt: number }, spot: number | undefined) =>
  spot !== undefined && spot >= lft && spot <= rgt

/** Figures of a past day on units of today; one web serves a place and all places below it. */
export async function nowLocator(db: Db, area: Area, day: Day): Promise<(place: Area) => Located> {
  const hasChanged = area.kind !== 'village' && (await hasLinksAfter(db, day))
  const placed = hasChanged ? await findWeb(db, await listCommunesNow(db, area), day) : undefined
  return (place) => {
    if (place.validTo !== null) return refuse('ended', [place.name])
    // The land of the nation is the same on every day; of villages no list says what they were.
    if (!placed || place.kind === 'nation' || place.kind === 'village')
      return { ok: true, at: place, endIds: [], besideIds: [] }
    const communes = [...placed.web.communes.values()].filter(({ validTo }) => validTo === null)
    const own = communes.map(({ id }) => id).filter((id) => isIn(place, placed.lftOf.get(id)))
    const found = foundNow(placed.web, own)
    return found.ok ? { ok: true, at: place, endIds: own, besideIds: [] } : refuse(found.reason, found.units)
  }
}

/** Why a unit of today has no figure of an earlier day; null when it has one. */
export async function refusedOn(db: Db, area: Area, day: Day): Promise<WhyNotThen | null> {
  const located = (await nowLocator(db, area, day))(area)
  return located.ok ? null : located.refused
}

/** Figures of units as they stood on a day: their children are looked for in the communes and villages of today. */
export async function locateThen(
  { actor, db }: Asking,
  places: readonly Area[],
  day: Day,
): Promise<Located[]> {
  const communesOf = new Map<string, string[]>()
  for (const { id } of places) communesOf.set(id, await listCommunesThen(db, id, day))
  const placed = await findWeb(db, [...communesOf.values()].flat(), day)
  const located: Located[] = []
  for (const place of places) {
    if (place.kind === 'village') located.push({ ok: true, at: place, endIds: [], besideIds: [] })
    else
      located.push(await locateOne({ actor, db }, { placed, place, thenIds: communesOf.get(place.id) ?? [] }))
  }
  return located
}

type Asked = { placed: PlacedWeb; place: Area; thenIds: readonly string[] }

async function locateOne({ actor, db }: Asking, { placed, place, thenIds }: Asked): Promise<Located> {
  const { web, lftOf } = placed
  const found = foundThen(web, thenIds)
  if (!found.ok) return refuse(found.reason, found.units)
  const { communeIds, byVillageIds } = found
  const endIds = [...communeIds, ...byVillageIds]
  // A part of its land may lie where the person does not see any child: half a figure is none.
  if (!endIds.every((id) => isIn(actor.area, lftOf.get(id)))) return refuse('wider')
  const unplaced = await listUnplaced(db, byVillageIds, web.day)
  if (unplaced.length > 0) return refuse('unplaced', unplaced)
  const villageIds = await listVillagesThen(db, { nowIds: byVillageIds, thenIds, day: web.day })
  const { id, kind, lft, rgt } = place
  const beside = byVillageIds.flatMap((end) => (web.origins.get(end) ?? []).map((origin) => origin.id))
  const besideIds = [...new Set(beside)].filter((one) => !thenIds.includes(one))
  return { ok: true, at: { id, kind, lft, rgt, remains: { communeIds, villageIds } }, endIds, besideIds }
}
