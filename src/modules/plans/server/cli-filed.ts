import { newId } from '#base/id.ts'
import { type CliArguments, type CliContext, requireOption, requireWord } from '#platform/cli/command.ts'
import { everywhere } from '#platform/db/types.ts'
import { findAreaByCode } from '#modules/areas/server/public.ts'
import { systemActor } from '#modules/accounts/server/public.ts'
import type { PlacedReading, PlanReading } from '../shared/contract.ts'
import { describeReading } from '../shared/describe-reading.ts'
import type { FilePlan, TargetLink } from '../shared/filing.ts'
import { plansProblem } from '../shared/problems.ts'
import { proposeIndicator } from '../shared/propose-indicator.ts'
import { withTaskDays } from '../shared/propose-task-days.ts'
import { withTitleInSentence } from '../shared/reading/title-in-sentence.ts'
import { filePlan } from './file-plan.ts'
import { listPlans } from './queries.ts'
import { readPlanAt } from './read-document.ts'

export async function fileByCommand(args: CliArguments, context: CliContext): Promise<number> {
  const path = requireWord(args, 'tên tệp')
  const code = requireOption(args, 'area')
  const placed = await readPlanAt(path)
  const { reading } = placed
  if (reading.kind === 'other') throw plansProblem('plans.not-administrative')
  if (!args.options['confirm']) {
    context.note(
      `${describeReading(reading)}\n\nChưa lưu. Hãy xem lại, rồi chạy lại lệnh với --confirm để lưu.`,
    )
    return 1
  }
  const plan = await fileFor(context, code, toFiling(placed))
  context.print(
    args.options['json']
      ? JSON.stringify({
          no: plan.no,
          id: plan.id,
          title: plan.title,
          targets: plan.targets.length,
          tasks: plan.tasks.length,
        })
      : `Đã lưu kế hoạch ${String(plan.no)}: ${plan.title} (${String(plan.targets.length)} chỉ tiêu, ${String(plan.tasks.length)} nhiệm vụ).`,
  )
  return 0
}

async function fileFor(context: CliContext, code: string, input: FilePlan) {
  const area = await context.reading(everywhere, (db) => findAreaByCode(db, code, context.clock.today()))
  if (!area) throw plansProblem('plans.area-unknown', { code })
  return context.writing(area, (tx) =>
    filePlan({ actor: systemActor(area), tx, clock: context.clock }, input),
  )
}

/** On the command line `--confirm` accepts the reading as it is: proposed indicators and printed days of tasks, empty fields empty. */
function toFiling(placed: PlacedReading & { name: string }): FilePlan {
  const { reading, text, name } = placed
  return {
    id: newId(),
    sourceName: name,
    sourceText: text,
    reading: withTitleInSentence(withTaskDays(placed)),
    links: reading.targets.map(proposedLink),
    confirmedEmpty: ['number', 'date', 'issuer'],
  }
}

function proposedLink(target: PlanReading['targets'][number]): TargetLink {
  const indicatorCode = proposeIndicator(target)
  return indicatorCode ? { way: 'indicator', indicatorCode } : { way: 'by-hand', indicatorCode: null }
}

export async function listByCommand(args: CliArguments, context: CliContext): Promise<number> {
  const plans = await context.reading(everywhere, (db) => listPlans(db, everywhere))
  if (args.options['json']) context.print(JSON.stringify(plans, null, 2))
  else
    for (const plan of plans)
      context.print(
        `${String(plan.no)}\t${plan.number ?? '—'}/${plan.symbol ?? ''}\t${plan.date ?? '—'}\t${plan.areaName}\t${plan.title}`,
      )
  if (plans.length === 0) context.note('Chưa có kế hoạch nào được lưu.')
  return 0
}
