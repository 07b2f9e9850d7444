import { writeFile } from 'node:fs/promises'
import { newId } from '#base/id.ts'
import { Period } from '#base/period.ts'
import {
  cliCommand,
  requireOption,
  WrongCall,
  type CliArguments,
  type CliContext,
} from '#platform/cli/command.ts'
import { everywhere, type Tx } from '#platform/db/types.ts'
import { findInstallation, systemActor } from '#modules/accounts/server/public.ts'
import { findAreaByCode, getArea } from '#modules/areas/server/public.ts'
import type { Area } from '#modules/areas/shared/contract.ts'
import { findPlanId, getPlan } from '#modules/plans/server/public.ts'
import type { Report } from '../shared/contract.ts'
import { reportsProblem } from '../shared/problems.ts'
import { flowCommands } from './cli-flow.ts'
import { writingCommands } from './cli-writing.ts'
import { buildReport, refreshReport } from './commands.ts'
import { reportForms, type ReportForm } from '../shared/report-parts.ts'
import { outputFormats, type OutputFormat, reportFile } from './outputs.ts'

export const reportsCommands = [
  cliCommand({
    noun: 'report',
    verb: 'build',
    usage:
      '--plan N --period 2026-H1 --out FILE.docx|.pdf|.xlsx|.json|.csv [--form ecd|action] [--area CODE] [--json]',
    about: 'Lập báo cáo của một kỳ từ kế hoạch, sổ trẻ em và chỉ số; ghi ra tệp theo đuôi tên tệp.',
    needsDatabase: true,
    options: ['plan', 'period', 'out', 'form', 'area', 'json'],
    run: runBuild,
  }),
  ...flowCommands,
  ...writingCommands,
]

async function runBuild(args: CliArguments, context: CliContext): Promise<number> {
  const plan = requireOption(args, 'plan')
  const out = requireOption(args, 'out')
  const period = Period.safeParse(requireOption(args, 'period'))
  if (!period.success) throw new WrongCall('Kỳ báo cáo phải viết như 2026, 2026-H1 hoặc 2026-H2.')
  const { format, form } = outputOf(out, args.options['form'])
  const wanted = { plan, period: period.data, areaCode: args.options['area'] }
  const report = await context.writing(everywhere, (tx) => buildForPlan(tx, context, wanted))
  await writeFile(out, (await reportFile(report, format, form)).bytes)
  const { id, no, areaName, content } = report
  const { done, all, lower } = content.reported
  context.print(
    args.options['json']
      ? JSON.stringify({ id, no, area: areaName, period: report.period, state: report.state, out })
      : `Đã lập báo cáo ${no} của ${areaName}; ${done}/${all} ${lower} có số liệu. Tệp: ${out}`,
  )
  return 0
}

/** The format is the end of the file's name. */
function outputOf(out: string, asked = 'whole'): { format: OutputFormat; form: ReportForm } {
  const format = outputFormats.find((one) => out.toLowerCase().endsWith(`.${one}`))
  const form = reportForms.find((one) => one === asked)
  if (!format) throw new WrongCall('Tên tệp của --out phải có đuôi .docx, .pdf, .xlsx, .json hoặc .csv.')
  if (!form)
    throw new WrongCall(
      '--form phải là ecd (phần phát triển toàn diện) hoặc action (chương trình hành động).',
    )
  return { format, form }
}

type Wanted = { plan: string; period: Period; areaCode: string | undefined }

/** A draft of the period is taken up again with fresh numbers; what people wrote in it stays. */
async function buildForPlan(tx: Tx, { clock }: CliContext, wanted: Wanted): Promise<Report> {
  const planId = /^\d{1,9}$/.test(wanted.plan)
    ? await findPlanId(tx, Number(wanted.plan), everywhere)
    : undefined
  if (!planId) throw reportsProblem('reports.no-such-plan', { no: wanted.plan })
  const planArea = await areaOfPlan(tx, planId)
  const area =
    wanted.areaCode === undefined ? planArea : await findAreaByCode(tx, wanted.areaCode, clock.today())
  if (!area) throw reportsProblem('reports.no-such-area', { code: wanted.areaCode ?? '' })
  const context = { actor: systemActor((await findHome(tx)) ?? planArea), tx, clock }
  const report = await buildReport(context, { id: newId(), planId, period: wanted.period, areaId: area.id })
  return report.state === 'draft' ? refreshReport(context, report.id) : report
}

/** The place a plan is for: the report is about it when no other is named. */
async function areaOfPlan(tx: Tx, planId: string): Promise<Area> {
  const nation = await findAreaByCode(tx, 'VN', '2025-07-01')
  if (!nation) throw reportsProblem('reports.no-such-plan', { no: '' })
  const plan = await getPlan(tx, systemActor(nation), planId)
  return getArea(tx, plan.areaId)
}

/** The place that the installation works for. */
async function findHome(tx: Tx): Promise<Area | undefined> {
  const installation = await findInstallation(tx)
  return installation && getArea(tx, installation.areaId)
}
