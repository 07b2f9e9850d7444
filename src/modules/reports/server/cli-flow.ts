import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { Day } from '#base/day.ts'
import { newId } from '#base/id.ts'
import { Period } from '#base/period.ts'
import {
  cliCommand,
  requireOption,
  requireWord,
  WrongCall,
  type CliArguments,
  type CliCommand,
  type CliContext,
} from '#platform/cli/command.ts'
import { everywhere, type Tx } from '#platform/db/types.ts'
import type { Writing } from '#platform/http/route.ts'
import { systemActor } from '#modules/accounts/server/public.ts'
import { findAreaByCode, getArea } from '#modules/areas/server/public.ts'
import type { Area } from '#modules/areas/shared/contract.ts'
import { Signature, type TakeStep } from '../shared/contract.ts'
import { reportsProblem } from '../shared/problems.ts'
import { attachFile } from './files.ts'
import { takeStep } from './flow.ts'
import { explainAll } from './check.ts'
import { refreshReport } from './commands.ts'
import { findIdByNo, findReport, listReportRows } from './queries.ts'
import { verifyVersions } from './versions.ts'

const numberOfReport = 'số thứ tự của báo cáo'

type Found = { id: string; no: number; area: Area; context: Writing }

/** The report by its short number, to be worked on as the system in its own unit, or in the unit above. */
async function findByNo(
  tx: Tx,
  { clock }: Pick<CliContext, 'clock'>,
  word: string,
  side: 'own' | 'above',
): Promise<Found> {
  const no = /^\d{1,9}$/.test(word) ? Number(word) : 0
  const id = await findIdByNo(tx, no)
  const report = id === undefined ? undefined : await findReport(tx, everywhere, id)
  if (!report) throw reportsProblem('reports.not-found')
  const area = await getArea(tx, report.areaId)
  const place = side === 'above' && area.parentId ? await getArea(tx, area.parentId) : area
  return { id: report.id, no, area, context: { actor: systemActor(place), tx, clock } }
}

/** Does something with the report that the command names, in one transaction. */
export async function onReport<Result>(
  args: CliArguments,
  context: CliContext,
  side: 'own' | 'above',
  work: (found: Found) => Promise<Result>,
): Promise<Result> {
  const word = requireWord(args, numberOfReport)
  return context.writing(everywhere, async (tx) => work(await findByNo(tx, context, word, side)))
}

type Step = {
  verb: string
  usage: string
  about: string
  side: 'own' | 'above'
  options: readonly string[]
  done: string
  step: (args: CliArguments) => TakeStep
}

const steps: readonly Step[] = [
  {
    ...{ verb: 'submit', usage: 'NO [--reason TEXT] [--json]', side: 'own', options: ['reason'] },
    about: 'Gửi báo cáo lên cấp trên; --reason là lý do chung cho mọi cảnh báo còn lại.',
    done: 'Đã gửi báo cáo',
    step: () => ({ kind: 'send', id: newId() }),
  },
  {
    ...{ verb: 'return', usage: 'NO --reason TEXT [--json]', side: 'above', options: ['reason'] },
    about: 'Trả lại báo cáo cho đơn vị lập, kèm lý do.',
    done: 'Đã trả lại báo cáo',
    step: (args) => ({ kind: 'return', id: newId(), reason: requireOption(args, 'reason') }),
  },
  {
    ...{ verb: 'accept', usage: 'NO [--json]', side: 'above', options: [] },
    about: 'Nhận báo cáo của đơn vị dưới.',
    done: 'Đã nhận báo cáo',
    step: () => ({ kind: 'accept', id: newId() }),
  },
  {
    ...{ verb: 'reopen', usage: 'NO --reason TEXT [--parts 1.1,children] [--json]', side: 'above' },
    options: ['reason', 'parts'],
    about: 'Mở lại báo cáo đã nhận hoặc đã ký, cả báo cáo hoặc một số mục, bảng.',
    done: 'Đã mở lại báo cáo',
    step: (args) => ({
      ...{ kind: 'reopen', id: newId(), reason: requireOption(args, 'reason') },
      parts: args.options['parts']?.split(',') ?? null,
    }),
  },
  {
    ...{ verb: 'sign', side: 'own', options: ['number', 'date', 'signer', 'title', 'file', 'reason'] },
    usage:
      'NO --number 12 --date 2026-07-05 --signer NAME --title TITLE [--file SCAN] [--reason TEXT] [--json]',
    about: 'Ghi số, ngày, người ký; khóa báo cáo và giữ bản đóng băng cùng mã SHA-256.',
    done: 'Đã ký báo cáo',
    step: signStep,
  },
]

function signStep(args: CliArguments): TakeStep {
  const day = Day.safeParse(requireOption(args, 'date'))
  if (!day.success) throw new WrongCall('Ngày ký phải viết như 2026-07-05.')
  const signature = Signature.safeParse({
    documentNumber: requireOption(args, 'number'),
    signedOn: day.data,
    signerName: requireOption(args, 'signer'),
    signerTitle: requireOption(args, 'title'),
  })
  if (!signature.success) throw new WrongCall('Số văn bản, người ký hoặc chức vụ chưa đúng.')
  return { ...signature.data, kind: 'sign', id: newId() }
}

export const flowCommands: CliCommand[] = [
  ...steps.map((step) =>
    cliCommand({
      ...{ noun: 'report', verb: step.verb, usage: step.usage, about: step.about, needsDatabase: true },
      options: [...step.options, 'json'],
      run: (args, context) => runStep(step, args, context),
    }),
  ),
  cliCommand({
    ...{ noun: 'report', verb: 'consolidate', usage: 'NO [--json]', needsDatabase: true, options: ['json'] },
    about: 'Tổng hợp lại báo cáo của tỉnh từ các báo cáo xã đã nhận.',
    run: runConsolidate,
  }),
  cliCommand({
    ...{ noun: 'report', verb: 'list', usage: '[--period 2026-H1] [--area CODE] [--json]' },
    ...{ needsDatabase: true, options: ['period', 'area', 'json'] },
    about: 'Liệt kê báo cáo với số thứ tự, đơn vị, kỳ và tình trạng.',
    run: runList,
  }),
  cliCommand({
    ...{ noun: 'report', verb: 'verify', usage: 'NO [--json]', needsDatabase: true, options: ['json'] },
    about: 'Tính lại mã SHA-256 của từng bản đã gửi, đã ký; thoát với mã 1 khi có bản bị đổi.',
    run: runVerify,
  }),
]

async function runStep(step: Step, args: CliArguments, context: CliContext): Promise<number> {
  const input = step.step(args)
  const { reason, file } = args.options
  const bytes = file === undefined ? undefined : await readFile(file)
  const done = await context.writing(everywhere, async (tx) => {
    const found = await sideOf(tx, context, requireWord(args, numberOfReport), step)
    if (reason && (input.kind === 'send' || input.kind === 'sign'))
      await explainAll(found.context, found.id, reason)
    const taken = await takeStep(found.context, found.id, input)
    if (file && bytes)
      await attachFile(found.context, found.id, {
        ...{ id: newId(), kind: 'signed' },
        file: { name: basename(file), bytes },
      })
    return { ...taken, no: found.no, area: found.area.name }
  })
  const { no, area, version } = done
  context.print(
    args.options['json']
      ? JSON.stringify(done)
      : `${step.done} ${no} của ${area}${version === null ? '' : `, bản ${version}`}.`,
  )
  return 0
}

/** A unit with nobody above in this installation reopens its own report. */
async function sideOf(tx: Tx, context: CliContext, word: string, { verb, side }: Step): Promise<Found> {
  const found = await findByNo(tx, context, word, side)
  const reopensItself = verb === 'reopen' && found.area.kind === 'province'
  return reopensItself ? findByNo(tx, context, word, 'own') : found
}

async function runConsolidate(args: CliArguments, context: CliContext): Promise<number> {
  const report = await onReport(args, context, 'own', (found) => refreshReport(found.context, found.id))
  const { heard, reported } = report.content
  const missing = heard.filter((unit) => unit.heard !== 'counted').map(({ name }) => name)
  const { done, all, lower } = reported
  context.print(
    args.options['json']
      ? JSON.stringify({ no: report.no, done, all, missing })
      : `Đã tổng hợp ${done}/${all} ${lower}.${missing.length > 0 ? ` Chưa có: ${missing.join(', ')}.` : ''}`,
  )
  return 0
}

async function runList(args: CliArguments, context: CliContext): Promise<number> {
  const period = args.options['period'] === undefined ? undefined : Period.safeParse(args.options['period'])
  if (period?.success === false) throw new WrongCall('Kỳ báo cáo phải viết như 2026, 2026-H1 hoặc 2026-H2.')
  const rows = await context.reading(everywhere, async (db) => {
    const code = args.options['area']
    const area = code === undefined ? everywhere : await findAreaByCode(db, code, context.clock.today())
    if (!area) throw reportsProblem('reports.no-such-area', { code: code ?? '' })
    return listReportRows(db, area)
  })
  const wanted = rows.filter((row) => period === undefined || row.period === period.data)
  if (args.options['json']) context.print(JSON.stringify(wanted))
  else for (const row of wanted) context.print(`${row.no}\t${row.period}\t${row.areaName}\t${row.state}`)
  return 0
}

async function runVerify(args: CliArguments, context: CliContext): Promise<number> {
  const verified = await onReport(args, context, 'own', ({ id, context: { tx, actor } }) =>
    verifyVersions(tx, actor, id),
  )
  if (args.options['json']) context.print(JSON.stringify(verified))
  else
    for (const { number, sha256, isSound } of verified)
      context.print(`Bản ${number}: ${isSound ? 'nguyên vẹn' : 'ĐÃ BỊ ĐỔI'} ${sha256}`)
  return verified.every(({ isSound }) => isSound) ? 0 : 1
}
