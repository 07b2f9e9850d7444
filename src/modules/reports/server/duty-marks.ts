import type { Day } from '#base/day.ts'
import type { Tx } from '#platform/db/types.ts'
import { getArea } from '#modules/areas/server/public.ts'
import { listDuties, markAccepted, markReturned, markSent } from '#modules/duties/server/public.ts'
import { isDutyOfPlan, regimeCodeOf } from '#modules/duties/shared/report-duties.ts'
import type { ReportStep } from '../shared/contract.ts'
import type { StoredReport } from './queries.ts'

/** Tells the duties that this report fulfils what happened to it: that of the regime, and those its plan states. */
export async function markDuties(
  tx: Tx,
  report: StoredReport,
  step: Pick<ReportStep, 'kind' | 'fromState' | 'at'>,
): Promise<void> {
  const { areaId, period, id: reportId } = report
  for (const regimeCode of await codesOf(tx, report, step.at.slice(0, 10))) {
    const duty = { areaId, regimeCode, period, at: step.at }
    if (step.kind === 'send') await markSent(tx, { ...duty, reportId })
    if (step.kind === 'return' || step.kind === 'reopen') await markReturned(tx, duty)
    if (step.kind === 'accept') await markAccepted(tx, duty)
    // Signed without a unit above in this installation: what is signed goes out.
    if (step.kind === 'sign' && step.fromState !== 'accepted') await markSent(tx, { ...duty, reportId })
  }
}

async function codesOf(tx: Tx, { areaId, period, planId }: StoredReport, today: Day): Promise<string[]> {
  const { kind } = await getArea(tx, areaId)
  const ofPlan = (await listDuties(tx, { areaId, period, today })).filter(({ code }) =>
    isDutyOfPlan(code, planId),
  )
  return [regimeCodeOf(kind, period) ?? [], ofPlan.map(({ code }) => code)].flat()
}
