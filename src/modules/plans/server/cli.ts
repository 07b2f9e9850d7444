import { cliCommand, requireWord } from '#platform/cli/command.ts'
import { describeReading } from '../shared/describe-reading.ts'
import { readPlanAt } from './read-document.ts'

/** Reading needs no database: what files a plan is loaded only when it is asked for. */
const read = cliCommand({
  noun: 'plan',
  verb: 'read',
  usage: 'FILE [--json]',
  about: 'Đọc một văn bản kế hoạch (.docx, .txt, .md) và in những gì tìm thấy; không lưu gì.',
  needsDatabase: false,
  options: ['json'],
  run: async (args, context) => {
    const { reading } = await readPlanAt(requireWord(args, 'tên tệp'))
    context.print(args.options['json'] ? JSON.stringify(reading, null, 2) : describeReading(reading))
    return 0
  },
})

const file = cliCommand({
  noun: 'plan',
  verb: 'file',
  usage: 'FILE --area CODE [--confirm] [--json]',
  about: 'Lưu một kế hoạch cho đơn vị có mã CODE; thiếu --confirm thì chỉ in để xem lại.',
  needsDatabase: true,
  options: ['area', 'confirm', 'json'],
  run: async (args, context) => (await import('./cli-filed.ts')).fileByCommand(args, context),
})

const list = cliCommand({
  noun: 'plan',
  verb: 'list',
  usage: '[--json]',
  about: 'Liệt kê các kế hoạch đã lưu.',
  needsDatabase: true,
  options: ['json'],
  run: async (args, context) => (await import('./cli-filed.ts')).listByCommand(args, context),
})

const derive = cliCommand({
  noun: 'plan',
  verb: 'derive',
  usage:
    '--area CODE --period 2026[-2030] [--from N] [--earlier N | --template CODE] [--out FILE.docx] [--json]',
  about: 'Lập bản thảo kế hoạch của đơn vị CODE từ kế hoạch cấp trên N, kế hoạch kỳ trước hoặc một mẫu.',
  needsDatabase: true,
  options: ['area', 'period', 'from', 'earlier', 'template', 'out', 'json'],
  run: async (args, context) => (await import('./cli-drafts.ts')).deriveByCommand(args, context),
})

const issue = cliCommand({
  noun: 'plan',
  verb: 'issue',
  usage: '--area CODE --number 12 --date 2026-01-20 --signer NAME [--draft ID] [--json]',
  about: 'Ban hành bản thảo của đơn vị CODE với số, ngày, người ký như trên bản đã ký.',
  needsDatabase: true,
  options: ['area', 'number', 'date', 'signer', 'draft', 'json'],
  run: async (args, context) => (await import('./cli-drafts.ts')).issueByCommand(args, context),
})

const document = cliCommand({
  noun: 'plan',
  verb: 'document',
  usage: '--plan N --out FILE.docx [--json]',
  about: 'Ghi kế hoạch số N ra văn bản theo thể thức (.docx hoặc .pdf).',
  needsDatabase: true,
  options: ['plan', 'out', 'json'],
  run: async (args, context) => (await import('./cli-drafts.ts')).documentByCommand(args, context),
})

export const planCommands = [read, file, list, derive, issue, document]
