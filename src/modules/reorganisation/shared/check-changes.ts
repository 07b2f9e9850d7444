import { addDays, type Day, formatDay } from '#base/day.ts'
import type { Holes } from '#base/messages.ts'
import { isOn } from '#base/span.ts'
import type { Area } from '#modules/areas/shared/contract.ts'
import { mayStandAbove } from '#modules/areas/shared/rules.ts'
import type { CaseContent, Change, NewUnit, Part } from './contract.ts'
import type { ReorganisationRefusal } from './problems.ts'

/** What the rules must know of the tree: the named units, and what is directly below the old ones. */
export type KnownTree = {
  units: ReadonlyMap<string, Area>
  below: ReadonlyMap<string, readonly Area[]>
  /** The districts within a place that loses that level, by the id of the place. */
  districts: ReadonlyMap<string, readonly Area[]>
}

export type Refusal = { code: ReorganisationRefusal; holes?: Holes }

export type Asked = { content: CaseContent; effectiveOn: Day; tree: KnownTree }

/** The units that a change takes something from, or changes. */
export function oldIdsOf(change: Change): string[] {
  if (change.kind === 'merge') return change.fromIds
  if (change.kind === 'split' || change.kind === 'transfer') return [change.fromId]
  if (change.kind === 'rename' || change.kind === 'change-kind') return [change.areaId]
  return []
}

/** The units that receive something by a change. */
export function targetIdsOf(change: Change): string[] {
  if (change.kind === 'merge' || change.kind === 'transfer') return [change.toId]
  return change.kind === 'split' ? change.parts.map(({ toId }) => toId) : []
}

/** Every existing unit that the content points at, once. */
export function namedIdsOf({ newUnits, changes }: CaseContent): string[] {
  const made = new Set(newUnits.map(({ id }) => id))
  const named = [
    ...newUnits.map(({ parentId }) => parentId),
    ...changes.flatMap((change) => [...oldIdsOf(change), ...targetIdsOf(change), ...placeIdsOf(change)]),
  ]
  return [...new Set(named)].filter((id) => !made.has(id))
}

function placeIdsOf(change: Change): string[] {
  if (change.kind === 'abolish-level') return [change.withinId]
  return change.kind === 'new-village' ? [change.parentId] : []
}

/** Why these changes cannot be made on that day; the first reason is enough to refuse. */
export function refusalOf(asked: Asked): Refusal | undefined {
  return (
    unknownUnit(asked) ??
    outsideItsDays(asked) ??
    circle(asked) ??
    twiceInTheCase(asked) ??
    targetAway(asked) ??
    wrongLevel(asked) ??
    badCode(asked) ??
    givenTwice(asked)
  )
}

function nameOf({ content, tree }: Asked, id: string): string {
  return tree.units.get(id)?.name ?? content.newUnits.find((unit) => unit.id === id)?.name ?? ''
}

function unknownUnit({ content, tree }: Asked): Refusal | undefined {
  return namedIdsOf(content).every((id) => tree.units.has(id))
    ? undefined
    : { code: 'reorganisation.unit-not-found' }
}

/** An old unit must stand on the day before the decision takes effect. */
function outsideItsDays({ content, effectiveOn, tree }: Asked): Refusal | undefined {
  const dayBefore = addDays(effectiveOn, -1)
  for (const id of content.changes.flatMap(oldIdsOf)) {
    const unit = tree.units.get(id)
    if (!unit) continue
    const { name, validFrom, validTo } = unit
    const day = formatDay(effectiveOn)
    if (validFrom > dayBefore)
      return {
        code: 'reorganisation.before-unit-existed',
        holes: { name, from: formatDay(validFrom), day },
      }
    if (validTo !== null && validTo < dayBefore)
      return { code: 'reorganisation.unit-already-ended', holes: { name, to: formatDay(validTo), day } }
  }
  return undefined
}

/** Follows the links of the case from each old unit; a way back to it is a circle. */
function circle(asked: Asked): Refusal | undefined {
  const next = new Map<string, string[]>()
  for (const change of asked.content.changes)
    for (const id of oldIdsOf(change)) next.set(id, [...(next.get(id) ?? []), ...targetIdsOf(change)])
  for (const start of next.keys()) {
    const seen = new Set<string>()
    const open = [...(next.get(start) ?? [])]
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      if (id === start) return { code: 'reorganisation.cyclic', holes: { name: nameOf(asked, start) } }
      if (!seen.has(id)) open.push(...(next.get(id) ?? []))
      seen.add(id)
    }
  }
  return undefined
}

/** A unit is given up, divided or renamed once, and what gives something away receives nothing on the same day. */
function twiceInTheCase(asked: Asked): Refusal | undefined {
  const { content, effectiveOn } = asked
  const targets = new Set(content.changes.flatMap(targetIdsOf))
  const seen = new Set<string>()
  for (const id of content.changes.flatMap(oldIdsOf)) {
    if (seen.has(id) || targets.has(id))
      return {
        code: 'reorganisation.twice-on-one-day',
        holes: { name: nameOf(asked, id), day: formatDay(effectiveOn) },
      }
    seen.add(id)
  }
  return undefined
}

/** Units that receive, and units above new ones, stand on the effective day and are not given up by the case. */
function targetAway(asked: Asked): Refusal | undefined {
  const { content, effectiveOn, tree } = asked
  const ended = new Set(
    content.changes.flatMap((change) =>
      change.kind === 'merge' || change.kind === 'split' ? oldIdsOf(change) : [],
    ),
  )
  const receiving = [
    ...content.changes.flatMap(targetIdsOf),
    ...content.newUnits.map(({ parentId }) => parentId),
    ...content.changes.flatMap((change) => (change.kind === 'new-village' ? [change.parentId] : [])),
  ]
  for (const id of receiving) {
    const unit = tree.units.get(id)
    if (!unit) continue
    if (!isOn(unit, effectiveOn) || ended.has(id))
      return {
        code: 'reorganisation.target-not-existing',
        holes: { name: unit.name, day: formatDay(effectiveOn) },
      }
  }
  return undefined
}

type Kinded = Pick<Area, 'kind' | 'name'>

function unitOf({ content, tree }: Asked, id: string): Kinded | undefined {
  return tree.units.get(id) ?? content.newUnits.find((unit) => unit.id === id)
}

function wrongLevel(asked: Asked): Refusal | undefined {
  const refuse = (unit: Kinded): Refusal => ({
    code: 'reorganisation.wrong-level',
    holes: { name: unit.name },
  })
  for (const unit of asked.content.newUnits) {
    const above = unitOf(asked, unit.parentId)
    if (!above || !mayStandAbove(above.kind, unit.kind)) return refuse(unit)
    if (unit.kind === 'village' && above.kind !== 'commune') return refuse(unit)
  }
  for (const change of asked.content.changes) {
    const wrong = wrongLevelOf(asked, change)
    if (wrong) return refuse(wrong)
  }
  return undefined
}

/** Units are joined with units of their level; only communes are divided, because only they have villages. */
function wrongLevelOf(asked: Asked, change: Change): Kinded | undefined {
  const targets = targetIdsOf(change).flatMap((id) => unitOf(asked, id) ?? [])
  const old = oldIdsOf(change).flatMap((id) => unitOf(asked, id) ?? [])
  if (change.kind === 'new-village') {
    const above = unitOf(asked, change.parentId)
    return above && above.kind !== 'commune' ? above : undefined
  }
  if (change.kind === 'split' || change.kind === 'transfer')
    return [...old, ...targets].find(({ kind }) => kind !== 'commune')
  const [kind] = targets.map((unit) => unit.kind)
  return kind === undefined ? undefined : old.find((unit) => unit.kind !== kind || kind === 'nation')
}

function badCode({ content }: Asked): Refusal | undefined {
  const codes = new Set<string>()
  for (const { kind, code, name } of content.newUnits) {
    if (kind === 'village') continue
    if (!code) return { code: 'reorganisation.code-needed', holes: { name } }
    if (codes.has(`${kind} ${code}`)) return { code: 'reorganisation.code-taken', holes: { code, name } }
    codes.add(`${kind} ${code}`)
  }
  return undefined
}

/** The parts that a unit gives away. */
function partsOf(change: Change): { fromId: string; parts: readonly Part[] } | undefined {
  if (change.kind === 'split') return change
  return change.kind === 'transfer' ? { fromId: change.fromId, parts: [change] } : undefined
}

/** A village or a child goes to one place, and a village to one that its commune goes to. */
function givenTwice(asked: Asked): Refusal | undefined {
  const giving = asked.content.changes.flatMap((change) => partsOf(change) ?? [])
  for (const { fromId, parts } of giving) {
    const own = new Set((asked.tree.below.get(fromId) ?? []).map(({ id }) => id))
    if (!parts.every(({ villageIds }) => villageIds.every((id) => own.has(id))))
      return { code: 'reorganisation.not-of-the-unit', holes: { name: nameOf(asked, fromId) } }
  }
  const given = giving.flatMap(({ parts }) =>
    parts.flatMap(({ villageIds, childIds }) => [...villageIds, ...childIds]),
  )
  return new Set(given).size === given.length ? undefined : { code: 'reorganisation.unit-used-twice' }
}

/** Parents stand before the units below them. */
export function inOrderOfMaking(units: readonly NewUnit[]): NewUnit[] {
  const rank = { province: 0, commune: 1, village: 2 } as const
  return [...units].sort((left, right) => rank[left.kind] - rank[right.kind])
}
