import type { ChildRule, PlaceRule } from './effects.ts'

export type Spot = { communeId: string; villageId: string | null }

/**
 * Where the children of touched communes go. A child named by itself goes before its village, its village before the
 * rest of the commune. A child whose village does not move along has no village in its new commune.
 */
export function goingOf(
  rules: readonly PlaceRule[],
  children: readonly ChildRule[],
): (child: Spot & { childId: string }) => Spot | undefined {
  const byPlace = new Map(rules.map((rule) => [`${rule.fromCommuneId} ${rule.fromVillageId ?? ''}`, rule]))
  const picks = new Map(children.map((rule) => [`${rule.childId} ${rule.fromCommuneId}`, rule.toCommuneId]))
  return ({ childId, communeId, villageId }) => {
    const picked = picks.get(`${childId} ${communeId}`)
    if (picked !== undefined) return { communeId: picked, villageId: null }
    const village = villageId === null ? undefined : byPlace.get(`${communeId} ${villageId}`)
    if (village) return { communeId: village.toCommuneId, villageId: village.toVillageId }
    const rest = byPlace.get(`${communeId} `)
    if (!rest) return undefined
    return { communeId: rest.toCommuneId, villageId: rest.toCommuneId === communeId ? villageId : null }
  }
}

export type WayBack = {
  /** Where children of these villages belong: of villages that went back, and of villages that go away. */
  villages: ReadonlyMap<string, Spot>
  /** Units that go away, with the old unit that takes what was made in them. */
  heirs: ReadonlyMap<string, string>
}

type Standing = Spot & { planned: { from: Spot; to: Spot } | undefined }

/**
 * Where a child goes when the case is undone. One that still is where the case put it goes back to where it was. One
 * that was registered or moved since goes with its village, or to the heir of a unit that goes away; whoever moved
 * out of the case's units stays where they are.
 */
export function backOf({ villages, heirs }: WayBack, { planned, ...now }: Standing): Spot {
  const { communeId, villageId } = now
  if (planned && planned.to.communeId === communeId && planned.to.villageId === villageId)
    return { communeId: planned.from.communeId, villageId: planned.from.villageId }
  const village = villageId === null ? undefined : villages.get(villageId)
  if (village) return village
  const heir = heirs.get(communeId)
  return heir === undefined ? { communeId, villageId } : { communeId: heir, villageId: null }
}
