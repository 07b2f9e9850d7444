import type { Reading, Writing } from '#platform/http/route.ts'
import type { Db, Range } from '#platform/db/types.ts'
import { audit } from '#modules/accounts/server/public.ts'
import { getArea, listChildAreas } from '#modules/areas/server/public.ts'
import {
  type Cascade,
  cascadeRows,
  type ChangeObligations,
  countCascade,
  type Exempt,
  findObligations,
} from '../shared/cascade.ts'
import type { PlanReading } from '../shared/contract.ts'
import type { PlanFamily, PlanSummary } from '../shared/filing.ts'
import { plansProblem } from '../shared/problems.ts'
import { getOwnPlan, getPlan } from './commands.ts'
import {
  deleteExemption,
  findCitedPlan,
  findCorrected,
  findParentId,
  listDraftingAreas,
  listExemptions,
  listPlansBelow,
  saveExemption,
  saveObligations,
} from './queries-cascade.ts'
import { listSummaries } from './queries.ts'
import { tieToParent } from './library-entries.ts'

/** Who must issue a plan below this one and where that stands. From below, one sees the own unit's part. */
export async function getCascade(context: Reading, planId: string): Promise<Cascade> {
  const { actor, db, clock } = context
  const plan = await getPlan(db, actor, planId)
  const corrected = await findCorrected(db, planId)
  const obligations = corrected.obligations ?? findObligations(plan.reading)
  const today = clock.today()
  const units = await listChildAreas(db, plan.areaId, today)
  const isSeen = ({ lft, rgt }: { lft: number; rgt: number }) =>
    !plan.isAbove || (lft <= actor.area.lft && rgt >= actor.area.rgt)
  const rows = cascadeRows({
    obligations: plan.isAbove ? obligations.filter(({ whom }) => whom.kind === 'units') : obligations,
    units: units.filter(isSeen),
    plans: await listPlansBelow(db, planId),
    drafting: await listDraftingAreas(db, planId),
    exemptions: await listExemptions(db, planId),
    today,
  })
  const counts = { units: countCascade(rows, 'unit'), bodies: countCascade(rows, 'body') }
  const isCorrected = corrected.obligations !== null
  return { rows, ...counts, obligations, version: corrected.version, isCorrected }
}

/** Corrects whom the plan obliges and by when. */
export async function changeObligations(
  context: Writing,
  planId: string,
  input: ChangeObligations,
): Promise<Cascade> {
  const { actor, tx } = context
  await getOwnPlan(tx, actor, planId)
  if (!(await saveObligations(tx, planId, input))) throw plansProblem('plans.obligations-changed')
  await audit(tx, actor, 'plans.obligations-changed', planId, { after: { count: input.obligations.length } })
  return getCascade(readingOf(context), planId)
}

/** Says why a unit or a body needs no plan of its own; an empty reason takes that back. */
export async function exempt(context: Writing, planId: string, { key, reason }: Exempt): Promise<Cascade> {
  const { actor, tx } = context
  const plan = await getOwnPlan(tx, actor, planId)
  const { rows } = await getCascade(readingOf(context), planId)
  if (!rows.some((row) => row.key === key)) throw plansProblem('plans.not-obliged')
  const { lft: areaLft } = await getArea(tx, plan.areaId)
  if (reason === '') await deleteExemption(tx, planId, key)
  else await saveExemption(tx, { planId, key, areaLft, reason, grantedBy: actor.accountId })
  await audit(tx, actor, 'plans.exempted', planId, { after: { key, isExempt: reason !== '' } })
  return getCascade(readingOf(context), planId)
}

function readingOf({ tx, ...context }: Writing): Reading {
  return { ...context, db: tx }
}

/** The plan that this one carries out, and those that carry this one out. */
export async function getFamily({ actor, db }: Reading, planId: string): Promise<PlanFamily> {
  await getPlan(db, actor, planId)
  const parentId = await findParentId(db, planId)
  const below = await listPlansBelow(db, planId)
  const ids = [...(parentId ? [parentId] : []), ...below.map(({ id }) => id)]
  const plans = await listSummaries(db, ids, actor.area)
  const named = (id: string | null): PlanSummary[] => plans.filter((plan) => plan.id === id)
  return { parent: named(parentId)[0] ?? null, below: below.flatMap(({ id }) => named(id)) }
}

/** Says by hand which plan this one carries out. */
export async function chooseParent(
  context: Writing,
  planId: string,
  parentId: string | null,
): Promise<PlanFamily> {
  const { actor, tx } = context
  await getOwnPlan(tx, actor, planId)
  if (parentId !== null) {
    await getPlan(tx, actor, parentId)
    if (await isBelow(tx, parentId, planId)) throw plansProblem('plans.parent-below')
  }
  await tieToParent(tx, planId, parentId)
  await audit(tx, actor, 'plans.parent-chosen', planId, { after: { parentId } })
  return getFamily(readingOf(context), planId)
}

/** Whether `planId` is `aboveId` or carries it out, over any number of steps. */
async function isBelow(db: Db, planId: string, aboveId: string): Promise<boolean> {
  const seen = new Set<string>()
  for (let at: string | null = planId; at !== null && !seen.has(at); at = await findParentId(db, at)) {
    if (at === aboveId) return true
    seen.add(at)
  }
  return false
}

/** The filed plan that the bases cite: "Kế hoạch số 204/KH-UBND ngày 22/12/2025 của UBND tỉnh". */
export async function findParentOf(
  db: Db,
  { bases }: Pick<PlanReading, 'bases'>,
  of: { planId: string; place: Range },
): Promise<string | null> {
  for (const { number, date } of bases) {
    const cited = /^0*(\d+)\/(.+)$/.exec(number ?? '')
    const [, digits, symbol] = cited ?? []
    if (!digits || !symbol || date === null) continue
    const found = await findCitedPlan(db, { number: digits, symbol, year: date.slice(0, 4) }, of)
    if (found) return found
  }
  return null
}
