import { addMonths } from '#base/day.ts'
import type { Reading, Writing } from '#platform/http/route.ts'
import { audit } from '#modules/accounts/server/public.ts'
import { getArea, listChildAreas } from '#modules/areas/server/public.ts'
import type { FiledPlan, FiledTarget } from '../shared/filing.ts'
import { plansProblem } from '../shared/problems.ts'
import {
  type ChangeSplit,
  checkSplit,
  splitTarget,
  type SplitUnit,
  type TargetSplit,
} from '../shared/split.ts'
import { getOwnPlan, getPlan } from './commands.ts'
import { countChildrenOf, listShares, replaceShares } from './queries-split.ts'

type Key = { planId: string; targetId: string }

/** "Đến 8 tuổi": until the ninth birthday (Quyết định 1437/QĐ-TTg counts children up to and with 8 years). */
const monthsOfAge = 9 * 12

/** What each unit directly below is to reach; from below one sees the own unit's line. */
export async function getSplit(context: Reading, { planId, targetId }: Key): Promise<TargetSplit> {
  const { actor, db } = context
  const plan = await getPlan(db, actor, planId)
  const target = targetOf(plan, targetId)
  const shares = await listShares(db, planId, targetId)
  const units = (await listUnits(context, plan)).map((unit) => {
    const share = shares.find(({ unitId }) => unitId === unit.unitId)
    return share ? { ...unit, value: share.value, baseline: share.baseline } : unit
  })
  const way = shares[0]?.way ?? null
  if (plan.isAbove)
    return { way, units: units.filter(({ value }) => value !== null), total: null, isMet: true }
  return { way, units, ...checkSplit(target, units) }
}

async function listUnits({ actor, db, clock }: Reading, plan: FiledPlan): Promise<SplitUnit[]> {
  const today = clock.today()
  const areas = (await listChildAreas(db, plan.areaId, today)).filter(
    ({ lft, rgt }) => !plan.isAbove || (lft <= actor.area.lft && rgt >= actor.area.rgt),
  )
  const ids = areas.map(({ id }) => id)
  const children = await countChildrenOf(db, ids, addMonths(today, -monthsOfAge))
  return areas.map(({ id, name }) => ({
    ...{ unitId: id, name, children: children.get(id) ?? 0, baseline: null, value: null },
  }))
}

/** Divides a target among the units below; they see their share when they write their own plan. */
export async function changeSplit(context: Writing, key: Key, input: ChangeSplit): Promise<TargetSplit> {
  const { actor, tx } = context
  const reading = { ...context, db: tx }
  const plan = await getOwnPlan(tx, actor, key.planId)
  const target = targetOf(plan, key.targetId)
  const units = (await listUnits(reading, plan)).map((unit) => {
    const given = input.units.find(({ unitId }) => unitId === unit.unitId)
    return { ...unit, value: given?.value ?? null, baseline: given?.baseline ?? null }
  })
  if (input.units.some(({ unitId }) => !units.some((unit) => unit.unitId === unitId)))
    throw plansProblem('plans.not-obliged')
  const values = splitTarget(target, units, input.way)
  if (input.way !== 'hand' && values.includes(null)) throw plansProblem(`plans.split-no-${input.way}`)
  const shares = units.flatMap((unit, index) => {
    const value = values[index] ?? null
    return value === null ? [] : [{ ...unit, value, way: input.way }]
  })
  const { lft: areaLft } = await getArea(tx, plan.areaId)
  await replaceShares(tx, { ...key, areaLft }, shares)
  await audit(tx, actor, 'plans.target-split', key.targetId, {
    after: { way: input.way, units: shares.length },
  })
  return getSplit(reading, key)
}

function targetOf(plan: FiledPlan, targetId: string): FiledTarget {
  const target = plan.targets.find(({ id }) => id === targetId)
  if (!target) throw plansProblem('plans.target-not-found')
  return target
}
