import {
  type CliArguments,
  type CliCommand,
  type CliContext,
  cliCommand,
  requireWord,
} from '#platform/cli/command.ts'
import { everywhere } from '#platform/db/types.ts'
import { type ImportResult, isPlaced, type Remark } from '../shared/unit-tables.ts'
import { remarkWords } from '../shared/remark-words.ts'

export const areasCommands: CliCommand[] = [
  cliCommand({
    noun: 'areas',
    verb: 'import',
    usage: 'THƯ_MỤC | --built-in [--json]',
    about:
      'Nạp danh mục đơn vị hành chính trước và sau ngày 01/07/2025 cùng bảng chuyển đổi; chạy lại không đổi gì.',
    needsDatabase: true,
    options: ['built-in', 'json'],
    run: runImport,
  }),
]

async function runImport(args: CliArguments, { writing, clock, print }: CliContext): Promise<number> {
  const [{ importUnits }, { readBuiltInUnits, readUnitFolder }] = await Promise.all([
    import('./import-units.ts'),
    import('./read-units.ts'),
  ])
  const read = args.options['built-in']
    ? await readBuiltInUnits()
    : await readUnitFolder(requireWord(args, 0, 'thư mục danh mục đơn vị hành chính (hoặc --built-in)'))
  const result = await writing(everywhere, (tx) => importUnits(tx, read, clock.now()))
  if (args.options['json']) print(JSON.stringify(result))
  else sayResult(result, print)
  return 0
}

function sayResult({ units, successions, remarks }: ImportResult, print: (text: string) => void): void {
  const unplaced = remarks.filter((remark) => !isPlaced(remark))
  const told = remarks.filter(isPlaced)
  print(`Đọc ${units.read} đơn vị: thêm ${units.added}, sửa ${units.changed}.`)
  print(
    `Đọc ${successions.read} dòng chuyển đổi: thêm ${successions.added} mối kế thừa, bỏ ${successions.removed}.`,
  )
  if (unplaced.length > 0) print(`${unplaced.length} dòng không xếp được:`)
  for (const remark of unplaced) print(line(remark))
  if (told.length > 0) print(`${told.length} dòng đã xếp nhưng cần xem lại:`)
  for (const remark of told) print(line(remark))
}

function line({ table, code, name, reason, detail }: Remark): string {
  return [`  ${table}`, code, name, remarkWords[reason].vi, detail].join('\t')
}
