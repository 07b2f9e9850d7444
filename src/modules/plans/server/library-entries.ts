import type { Tx } from '#platform/db/types.ts'
import { registerPlan, relatePlans } from '#modules/library/server/public.ts'
import type { PlanReading } from '../shared/contract.ts'
import { findParentId, setParent } from './queries-cascade.ts'
import { listUnregistered } from './queries-library.ts'

type Filed = { id: string; areaId: string; filedBy: string; reading: PlanReading }

/** The plan as a document of the library, by the heading that a person confirmed. */
export async function enterLibrary(tx: Tx, { id, areaId, filedBy, reading }: Filed): Promise<void> {
  const { number, symbol, date, issuer, title, bases } = reading
  // `79/KH-UBND`.
  const code = number === null || symbol === null ? number : `${number}/${symbol}`
  await registerPlan(tx, { id, areaId, number: code, date, issuer, title: title ?? '', bases, by: filedBy })
}

/** Ties a plan to the one it carries out, here and in the library. */
export async function tieToParent(tx: Tx, planId: string, parentId: string | null): Promise<void> {
  const before = await findParentId(tx, planId)
  await setParent(tx, planId, parentId)
  await relatePlans(tx, { planId, before, after: parentId })
}

/** Plans that were filed before there was a library enter it at the next start; done again nothing happens. */
export async function registerOlderPlans(tx: Tx): Promise<void> {
  const plans = await listUnregistered(tx)
  for (const plan of plans) await enterLibrary(tx, plan)
  for (const { id, parentId } of plans) await relatePlans(tx, { planId: id, before: null, after: parentId })
}
