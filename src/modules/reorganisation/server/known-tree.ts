import { addDays, type Day, formatDay } from '#base/day.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/db/types.ts'
import type { Area } from '#modules/areas/shared/contract.ts'
import { isWithin } from '#modules/areas/shared/rules.ts'
import { type KnownTree, namedIdsOf, oldIdsOf, refusalOf, targetIdsOf } from '../shared/check-changes.ts'
import type { CaseContent } from '../shared/contract.ts'
import { reorganisationProblem } from '../shared/problems.ts'
import { findTakenCode, listAllSuccessors, listBelow, listDistricts, listUnits } from './queries-tree.ts'
import { findSameDay } from './queries-units.ts'

type Asked = { id: string; content: CaseContent; effectiveOn: Day }

/** What the rules must know. Units outside the actor's area are as if they did not exist. */
export async function readTree(
  db: Db,
  actor: Actor,
  { content, effectiveOn }: Pick<Asked, 'content' | 'effectiveOn'>,
): Promise<KnownTree> {
  const named = (await listUnits(db, namedIdsOf(content))).filter((unit) => isWithin(unit, actor.area))
  const districts = new Map<string, Area[]>()
  for (const change of content.changes)
    if (change.kind === 'abolish-level')
      districts.set(change.withinId, await listDistricts(db, change.withinId, addDays(effectiveOn, -1)))
  const ended = [...content.changes.flatMap(oldIdsOf), ...[...districts.values()].flat().map(({ id }) => id)]
  const below = Map.groupBy(await listBelow(db, ended, effectiveOn), ({ parentId }) => parentId ?? '')
  return { units: new Map(named.map((unit) => [unit.id, unit])), below, districts }
}

/** Refuses what the rules and what stands in the database refuse; the tree for what follows. */
export async function checkedTree(db: Db, actor: Actor, asked: Asked): Promise<KnownTree> {
  const tree = await readTree(db, actor, asked)
  const refusal = refusalOf({ ...asked, tree })
  if (refusal) throw reorganisationProblem(refusal.code, refusal.holes)
  refuseOwnArea(actor, asked.content)
  await refuseKnownCircle(db, asked, tree)
  await refuseSameDay(db, asked, tree)
  await refuseTakenCode(db, asked, tree)
  return tree
}

/** Who works for a unit does not reorganise the unit itself: that is for the level above. */
function refuseOwnArea({ area }: Actor, { changes }: CaseContent): void {
  if (changes.flatMap(oldIdsOf).includes(area.id))
    throw reorganisationProblem('reorganisation.unit-not-found')
}

/** A unit that receives must not lead back to what it receives by older successions. */
async function refuseKnownCircle(db: Db, { content }: Asked, tree: KnownTree): Promise<void> {
  const targets = content.changes.flatMap(targetIdsOf).filter((id) => tree.units.has(id))
  if (targets.length === 0) return
  const later = new Set(await listAllSuccessors(db, targets))
  const back = content.changes.flatMap(oldIdsOf).find((id) => later.has(id))
  if (back !== undefined)
    throw reorganisationProblem('reorganisation.cyclic', { name: tree.units.get(back)?.name ?? '' })
}

async function refuseSameDay(db: Db, { id, content, effectiveOn }: Asked, tree: KnownTree): Promise<void> {
  const areaIds = content.changes.flatMap((change) => [...oldIdsOf(change), ...targetIdsOf(change)])
  const other = await findSameDay(db, { caseId: id, areaIds, day: effectiveOn })
  if (other)
    throw reorganisationProblem('reorganisation.twice-on-one-day', {
      name: tree.units.get(other.areaId)?.name ?? '',
      day: formatDay(effectiveOn),
    })
}

async function refuseTakenCode(db: Db, { content, effectiveOn }: Asked, tree: KnownTree): Promise<void> {
  const units = content.newUnits.flatMap(({ kind, code, name }) => (code ? [{ kind, code, name }] : []))
  const endIds = [
    ...content.changes.flatMap((change) =>
      change.kind === 'merge' || change.kind === 'split' ? oldIdsOf(change) : [],
    ),
    ...[...tree.districts.values()].flat().map(({ id }) => id),
  ]
  const code = await findTakenCode(db, { units, day: effectiveOn, endIds })
  const unit = units.find((one) => one.code === code)
  if (code !== undefined && unit)
    throw reorganisationProblem('reorganisation.code-taken', { code, name: unit.name })
}
