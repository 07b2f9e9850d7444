import { newId } from '#base/id.ts'
import {
  cliCommand,
  requireOption,
  WrongCall,
  type CliArguments,
  type CliCommand,
  type CliContext,
} from '#platform/cli/command.ts'
import type { Writing } from '#platform/http/route.ts'
import { translate } from '#base/messages.ts'
import { reportsCheckMessages } from '../shared/messages-checks.ts'
import { AddComment } from '../shared/contract-check.ts'
import { checkOf } from './check.ts'
import { onReport } from './cli-flow.ts'
import { addComment, answerComment } from './comments.ts'
import { typeCell } from './commands.ts'
import { listComments } from './queries-remarks.ts'
import { listTypedCells } from './queries-writing.ts'

/** What officers do between the steps of the flow, so that a whole year runs by commands too. */
export const writingCommands: CliCommand[] = [
  cliCommand({
    ...{ noun: 'report', verb: 'check', usage: 'NO [--json]', needsDatabase: true, options: ['json'] },
    about: 'Kiểm tra báo cáo; thoát với mã 1 khi còn lỗi phải sửa.',
    run: runCheck,
  }),
  cliCommand({
    ...{ noun: 'report', verb: 'type', usage: 'NO --cell KEY --value N --reason TEXT', needsDatabase: true },
    options: ['cell', 'value', 'reason'],
    about: 'Nhập một số vào ô của phụ lục, kèm lý do.',
    run: runType,
  }),
  cliCommand({
    ...{ noun: 'report', verb: 'comment', usage: 'NO --text TEXT [--cell KEY | --section KEY]' },
    ...{ needsDatabase: true, options: ['text', 'cell', 'section'] },
    about: 'Ghi ý kiến của cấp trên vào ô, vào mục hoặc vào cả báo cáo.',
    run: runComment,
  }),
  cliCommand({
    ...{ noun: 'report', verb: 'answer', usage: 'NO --text TEXT', needsDatabase: true, options: ['text'] },
    about: 'Trả lời mọi ý kiến còn mở của báo cáo.',
    run: runAnswer,
  }),
]

async function runCheck(args: CliArguments, context: CliContext): Promise<number> {
  const { findings, reasons } = await onReport(args, context, 'own', ({ id, context: { tx, actor } }) =>
    checkOf(tx, actor, id),
  )
  if (args.options['json']) context.print(JSON.stringify({ findings, reasons }))
  else
    for (const { level, rule, holes } of findings) {
      const words = translate(reportsCheckMessages, 'vi', `reports.finding-${rule}`, holes)
      context.print(`${translate(reportsCheckMessages, 'vi', `reports.level-${level}`, {})}: ${words}`)
    }
  return findings.some(({ level }) => level === 'blocking') ? 1 : 0
}

async function runType(args: CliArguments, context: CliContext): Promise<number> {
  const key = requireOption(args, 'cell')
  const reason = requireOption(args, 'reason')
  const value = Number(requireOption(args, 'value'))
  if (!Number.isFinite(value) || value < 0) throw new WrongCall('--value phải là số không âm.')
  await onReport(args, context, 'own', async ({ id, context: own }) => {
    const earlier = (await listTypedCells(own.tx, id)).find((cell) => cell.key === key)
    await typeCell(own, id, key, { source: 'typed', value, reason, version: earlier?.version ?? 0 })
  })
  context.print(`Đã nhập ${value} vào ô ${key}.`)
  return 0
}

async function runComment(args: CliArguments, context: CliContext): Promise<number> {
  const { cell, section } = args.options
  const text = requireOption(args, 'text')
  const about = cell ? 'cell' : section ? 'section' : 'report'
  const input = AddComment.parse({ id: newId(), about, key: cell ?? section, text })
  await onReport(args, context, 'above', (found) => addComment(found.context, found.id, input))
  context.print('Đã ghi ý kiến.')
  return 0
}

async function runAnswer(args: CliArguments, context: CliContext): Promise<number> {
  const text = requireOption(args, 'text')
  const count = await onReport(args, context, 'own', ({ id, context: own }) =>
    answerOpen(own, { reportId: id, text }),
  )
  context.print(`Đã trả lời ${count} ý kiến.`)
  return 0
}

async function answerOpen(
  own: Writing,
  { reportId, text }: { reportId: string; text: string },
): Promise<number> {
  const open = (await listComments(own.tx, reportId)).filter(({ answer }) => answer === null)
  for (const { id } of open) await answerComment(own, { reportId, commentId: id }, text)
  return open.length
}
