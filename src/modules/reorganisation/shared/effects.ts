import type { Area } from '#modules/areas/shared/contract.ts'
import { inOrderOfMaking, type KnownTree } from './check-changes.ts'
import type { CaseContent, Change, Extent, Link, NewUnit, Part } from './contract.ts'

/** Where children of a place go. A null `fromVillageId` stands for all children of the commune not named elsewhere. */
export type PlaceRule = {
  fromCommuneId: string
  fromVillageId: string | null
  toCommuneId: string
  toVillageId: string | null
}

/** A child placed by itself, as long as it is still in the commune that the decision takes it from. */
export type ChildRule = { childId: string; fromCommuneId: string; toCommuneId: string }

export type Holding = { fromId: string; parentId: string }

/** What a case does to the tree and to the places of children. Nothing in it depends on the children themselves. */
export type Effects = {
  makes: NewUnit[]
  endIds: string[]
  renames: { id: string; name: string }[]
  /** Units that come under another unit with everything below them. */
  moves: { id: string; toParentId: string }[]
  links: Link[]
  /** Communes of which only parts moved: what has no place waits in a commune of its own ("chờ xếp"). */
  holdings: Holding[]
  rules: PlaceRule[]
  children: ChildRule[]
}

/** Stands for the holding place of a commune until it has an id. */
export function holdingOf(communeId: string): string {
  return `holding ${communeId}`
}

/** The same for preview and for applying: change by change, in the order in which the decision names them. */
export function effectsOf({ newUnits, changes }: CaseContent, tree: KnownTree): Effects {
  const effects: Effects = {
    makes: inOrderOfMaking([...newUnits, ...changes.flatMap(villageMade)]),
    ...{ endIds: [], renames: [], moves: [], links: [], holdings: [], rules: [], children: [] },
  }
  for (const change of changes) {
    if (change.kind === 'merge') merge(effects, change.fromIds, { toId: change.toId, tree })
    if (change.kind === 'split') split(effects, change, tree)
    if (change.kind === 'transfer') transfer(effects, change.fromId, change)
    if (change.kind === 'rename' || change.kind === 'change-kind')
      effects.renames.push({ id: change.areaId, name: change.name })
    if (change.kind === 'abolish-level') abolish(effects, tree.districts.get(change.withinId) ?? [], tree)
  }
  return effects
}

function villageMade(change: Change): NewUnit[] {
  if (change.kind !== 'new-village') return []
  const { id, name, parentId } = change
  return [{ id, kind: 'village', code: null, name, parentId }]
}

function link(effects: Effects, fromId: string, toId: string, extent: Extent): void {
  effects.links.push({ fromId, toId, extent })
}

function merge(
  effects: Effects,
  fromIds: readonly string[],
  { toId, tree }: { toId: string; tree: KnownTree },
): void {
  for (const fromId of fromIds) {
    const unit = tree.units.get(fromId)
    if (!unit) continue
    effects.endIds.push(fromId)
    link(effects, fromId, toId, 'whole')
    if (unit.kind === 'commune') moveWhole(effects, fromId, { toId, villages: tree.below.get(fromId) ?? [] })
    if (unit.kind === 'village') mergeVillage(effects, unit, toId)
    if (unit.kind === 'province' || unit.kind === 'district')
      for (const below of tree.below.get(fromId) ?? []) moveCommune(effects, below, { toId, tree })
  }
}

function mergeVillage({ rules }: Effects, { id, parentId }: Area, toId: string): void {
  if (parentId === null) return
  rules.push({ fromCommuneId: parentId, fromVillageId: id, toCommuneId: parentId, toVillageId: toId })
}

/** A commune that stays itself under another unit: its numbers change, its children stay with it. */
function moveCommune(effects: Effects, unit: Area, { toId, tree }: { toId: string; tree: KnownTree }): void {
  effects.moves.push({ id: unit.id, toParentId: toId })
  const places = [null, ...(tree.below.get(unit.id) ?? []).map(({ id }) => id)]
  for (const villageId of places)
    effects.rules.push({
      ...{ fromCommuneId: unit.id, fromVillageId: villageId },
      ...{ toCommuneId: unit.id, toVillageId: villageId },
    })
}

type WholeMove = { toId: string; villages: readonly Area[] }

function moveWhole(effects: Effects, fromId: string, { toId, villages }: WholeMove): void {
  effects.rules.push({
    ...{ fromCommuneId: fromId, fromVillageId: null },
    ...{ toCommuneId: toId, toVillageId: null },
  })
  for (const { id } of villages) moveVillage(effects, { id, fromId, toId })
}

type VillageMove = { id: string; fromId: string; toId: string }

function moveVillage(effects: Effects, { id, fromId, toId }: VillageMove): void {
  effects.moves.push({ id, toParentId: toId })
  effects.rules.push({
    ...{ fromCommuneId: fromId, fromVillageId: id },
    ...{ toCommuneId: toId, toVillageId: id },
  })
}

/** A unit that goes to one successor only went there whole, however the decision words it. */
function split(
  effects: Effects,
  { fromId, parts }: { fromId: string; parts: Part[] },
  tree: KnownTree,
): void {
  const unit = tree.units.get(fromId)
  if (!unit?.parentId) return
  const given = new Set(parts.flatMap(({ villageIds }) => villageIds))
  effects.endIds.push(fromId)
  for (const { toId } of parts) link(effects, fromId, toId, 'part')
  givePart(effects, fromId, parts)
  effects.holdings.push({ fromId, parentId: parentOf(effects, parts, tree) ?? unit.parentId })
  const villages = (tree.below.get(fromId) ?? []).filter(({ id }) => !given.has(id))
  moveWhole(effects, fromId, { toId: holdingOf(fromId), villages })
}

/** What waits stands beside the first part: the unit above the old one may have ended as well. */
function parentOf({ makes }: Effects, [first]: Part[], { units }: KnownTree): string | null | undefined {
  return first && (makes.find(({ id }) => id === first.toId) ?? units.get(first.toId))?.parentId
}

function transfer(effects: Effects, fromId: string, part: Part): void {
  link(effects, fromId, part.toId, 'part')
  givePart(effects, fromId, [part])
}

function givePart(effects: Effects, fromId: string, parts: readonly Part[]): void {
  for (const { toId, villageIds, childIds } of parts) {
    for (const id of villageIds) moveVillage(effects, { id, fromId, toId })
    effects.children.push(
      ...childIds.map((childId) => ({ childId, fromCommuneId: fromId, toCommuneId: toId })),
    )
  }
}

/** Districts end; their communes come under the unit above. */
function abolish(effects: Effects, districts: readonly Area[], tree: KnownTree): void {
  for (const district of districts) {
    effects.endIds.push(district.id)
    if (district.parentId === null) continue
    const ending = new Set(effects.endIds)
    for (const unit of tree.below.get(district.id) ?? [])
      if (!ending.has(unit.id)) moveCommune(effects, unit, { toId: district.parentId, tree })
  }
}
