import type { Db } from '#platform/db/types.ts'
import type { Area } from '#modules/areas/shared/contract.ts'
import type { KnownTree } from '../shared/check-changes.ts'
import { oldIdsOf, targetIdsOf } from '../shared/check-changes.ts'
import type { CaseContent, NewSide, OldUnit, Preview, Touched } from '../shared/contract.ts'
import { type Effects, effectsOf, holdingOf } from '../shared/effects.ts'
import { holdingName } from '../shared/holding-name.ts'
import { listPlaceCounts, listPlacesOfChildren, listTouched, type TouchedRow } from './queries-touched.ts'

/** How many children go from a unit to a commune. */
type Flow = { fromId: string; toId: string; children: number }

/** What the case would do, in counts; reads only. */
export async function previewOf(db: Db, content: CaseContent, tree: KnownTree): Promise<Preview> {
  const effects = effectsOf(content, tree)
  const flows = await flowsOf(db, effects)
  const oldIds = [...new Set([...content.changes.flatMap(oldIdsOf), ...effects.endIds])]
  const touched = new Map((await listTouched(db, oldIds)).map((row) => [row.areaId, row]))
  const known: KnownOld = {
    ...{ tree, touched, flows: Map.groupBy(flows, ({ fromId }) => fromId), ended: new Set(effects.endIds) },
    districts: new Map([...tree.districts.values()].flat().map((unit) => [unit.id, unit])),
  }
  const old = oldIds.flatMap((id) => oldUnit(id, known))
  return {
    old,
    new: newSides(content, { tree, effects, flows }),
    links: linksOf(effects, flows),
    total: totalOf(old),
  }
}

/** Children now, by the commune they are in and the commune they would be in; the same rules as applying uses. */
async function flowsOf(db: Db, { rules, children }: Effects): Promise<Flow[]> {
  const communeIds = [...new Set(rules.map(({ fromCommuneId }) => fromCommuneId))]
  const places = await listPlaceCounts(db, communeIds)
  const to = new Map(rules.map((rule) => [`${rule.fromCommuneId} ${rule.fromVillageId ?? ''}`, rule]))
  const ruleFor = (communeId: string, villageId: string | null) =>
    to.get(`${communeId} ${villageId ?? ''}`) ?? to.get(`${communeId} `)
  const flows = places.flatMap(({ communeId, villageId, children: count }) => {
    const rule = ruleFor(communeId, villageId)
    return rule ? [{ fromId: communeId, toId: rule.toCommuneId, children: count }] : []
  })
  const picked = new Map(children.map(({ childId, toCommuneId }) => [childId, toCommuneId]))
  for (const { childId, communeId, villageId } of await listPlacesOfChildren(
    db,
    [...picked.keys()],
    communeIds,
  )) {
    const rule = ruleFor(communeId, villageId)
    if (rule) flows.push({ fromId: communeId, toId: rule.toCommuneId, children: -1 })
    flows.push({ fromId: communeId, toId: picked.get(childId) ?? communeId, children: 1 })
  }
  return flows
}

const sum = (flows: readonly Flow[] = []) => flows.reduce((total, { children }) => total + children, 0)

type Known = { tree: KnownTree; effects: Effects; flows: readonly Flow[] }

type KnownOld = {
  tree: KnownTree
  /** By the unit they leave. */
  flows: ReadonlyMap<string, readonly Flow[]>
  touched: ReadonlyMap<string, TouchedRow>
  districts: ReadonlyMap<string, Area>
  ended: ReadonlySet<string>
}

function oldUnit(id: string, known: KnownOld): OldUnit[] {
  const { tree, flows, touched, districts, ended } = known
  const unit = tree.units.get(id) ?? districts.get(id)
  if (!unit) return []
  const { areaId: _, children, ...rest } = touched.get(id) ?? none
  const communes = new Set((tree.below.get(id) ?? []).map((below) => below.id))
  const below = unit.kind === 'province' ? sum([...communes].flatMap((one) => flows.get(one) ?? [])) : 0
  const unplaced = sum((flows.get(id) ?? []).filter(({ toId }) => toId === holdingOf(id)))
  return [
    {
      ...{ id, name: unit.name, kind: unit.kind, code: unit.kind === 'village' ? '' : unit.code },
      ends: ended.has(id),
      touched: { ...rest, children: children + below, unplaced },
    },
  ]
}

const none: TouchedRow = {
  ...{ areaId: '', children: 0, records: 0, grants: 0, plans: 0, unfinishedReports: 0, imports: 0 },
  ...{ facilities: 0, referrals: 0 },
}

function newSides(content: CaseContent, { tree, effects, flows }: Known): NewSide[] {
  const arrivals = Map.groupBy(flows, ({ toId }) => toId)
  const renamed = new Map(effects.renames.map(({ id, name }) => [id, name]))
  const arriving = (id: string) => sum(arrivals.get(id))
  const made = effects.makes.map(({ id, name, kind, code }) => ({
    ...{ id, name, kind, code: code ?? '', isNew: true, children: arriving(id) },
  }))
  const known = [
    ...new Set([...content.changes.flatMap(targetIdsOf), ...effects.renames.map(({ id }) => id)]),
  ]
  const existing = known.flatMap((id) => {
    const unit = tree.units.get(id)
    const name = renamed.get(id) ?? unit?.name ?? ''
    return unit
      ? [
          {
            id,
            name,
            kind: unit.kind,
            code: unit.kind === 'village' ? '' : unit.code,
            isNew: false,
            children: arriving(id),
          },
        ]
      : []
  })
  const waiting = effects.holdings.flatMap(({ fromId }) => {
    const children = arriving(holdingOf(fromId))
    const name = holdingName(tree.units.get(fromId)?.name ?? '')
    return children > 0
      ? [{ id: holdingOf(fromId), name, kind: 'commune', code: '', isNew: true, children }]
      : []
  })
  return [...made, ...existing, ...waiting]
}

function linksOf({ links, holdings, renames }: Effects, flows: readonly Flow[]): Preview['links'] {
  const arrivals = Map.groupBy(flows, ({ toId }) => toId)
  const waiting = holdings.filter(({ fromId }) => sum(arrivals.get(holdingOf(fromId))) > 0)
  return [
    ...links,
    ...waiting.map(({ fromId }) => ({ fromId, toId: holdingOf(fromId), extent: 'other' as const })),
    ...renames.map(({ id }) => ({ fromId: id, toId: id, extent: 'whole' as const })),
  ]
}

function totalOf(old: readonly OldUnit[]): Touched {
  const total = (key: keyof Touched) => old.reduce((all, { touched }) => all + touched[key], 0)
  return {
    ...{ children: total('children'), unplaced: total('unplaced'), records: total('records') },
    ...{ grants: total('grants'), plans: total('plans') },
    ...{ unfinishedReports: total('unfinishedReports'), imports: total('imports') },
    ...{ facilities: total('facilities'), referrals: total('referrals') },
  }
}
