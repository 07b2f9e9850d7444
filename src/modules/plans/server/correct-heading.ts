import { Day } from '#base/day.ts'
import type { Writing } from '#platform/http/route.ts'
import { audit } from '#modules/accounts/server/public.ts'
import { correctPlanEntry } from '#modules/library/server/public.ts'
import type { CorrectHeading, FiledPlan } from '../shared/filing.ts'
import { plansProblem } from '../shared/problems.ts'
import { getOpenPlan, getPlan } from './commands.ts'
import { refuseSame } from './file-plan.ts'
import { updateHeading } from './queries-writing.ts'

const fields = ['number', 'symbol', 'date'] as const

/**
 * Puts number, symbol and day of a filed plan right, as printed on the signed document. Its entry in the library
 * follows and keeps what stood before. Sent twice it is done once; who saw something older is told.
 */
export async function correctHeading(
  { actor, tx }: Writing,
  planId: string,
  { seen, ...input }: CorrectHeading,
): Promise<FiledPlan> {
  const plan = await getOpenPlan(tx, actor, planId)
  if (fields.every((field) => plan[field] === input[field])) return getPlan(tx, actor, planId)
  if (fields.some((field) => plan[field] !== seen[field])) throw plansProblem('plans.heading-changed')
  refuseTakenAway(plan, input)
  await refuseSame({ tx }, { ...input, issuer: plan.issuer, id: planId })
  const issuedOn = input.date === null ? null : (Day.safeParse(input.date).data ?? null)
  await updateHeading(tx, planId, { ...input, issuedOn })
  const number =
    input.number === null || input.symbol === null ? input.number : `${input.number}/${input.symbol}`
  await correctPlanEntry(tx, { planId, number, date: input.date, by: actor.accountId })
  const before = { number: plan.number, symbol: plan.symbol, date: plan.date }
  await audit(tx, actor, 'plans.heading-corrected', planId, { before, after: input })
  return getPlan(tx, actor, planId)
}

/** A number or a day that was given is put right, never taken away. */
function refuseTakenAway(plan: FiledPlan, input: Pick<CorrectHeading, 'number' | 'date'>): void {
  for (const field of ['number', 'date'] as const)
    if (plan[field] !== null && input[field] === null) throw plansProblem(`plans.${field}-open`)
}
