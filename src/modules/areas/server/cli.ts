import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { type Day, formatDay, parseVietnameseDay } from '#base/day.ts'
import {
  type CliArguments,
  type CliCommand,
  type CliContext,
  cliCommand,
  requireWord,
  WrongCall,
} from '#platform/cli/command.ts'
import { everywhere } from '#platform/db/types.ts'
import { type ImportResult, isPlaced, type Remark } from '../shared/unit-tables.ts'
import type { Area, AreaHistory } from '../shared/contract.ts'
import { areasProblem } from '../shared/problems.ts'
import { extentWords, remarkWords } from '../shared/remark-words.ts'

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
  cliCommand({
    noun: 'areas',
    verb: 'import-map',
    usage: 'TỆP.topo.json [TỆP ...] [--on NGÀY] [--json]',
    about: 'Nạp ranh giới để vẽ bản đồ; chỉ dùng tệp mà đơn vị có quyền sử dụng.',
    needsDatabase: true,
    options: ['on', 'json'],
    run: runImportMap,
  }),
  cliCommand({
    noun: 'areas',
    verb: 'show',
    usage: 'MÃ [--on NGÀY] [--json]',
    about: 'Cho biết một đơn vị vào một ngày: thuộc đâu, có từ đơn vị nào, thành đơn vị nào.',
    needsDatabase: true,
    options: ['on', 'json'],
    run: runShow,
  }),
]

function dayOf({ options }: CliArguments, { clock }: CliContext): Day {
  const text = options['on']
  const day = text === undefined ? clock.today() : parseVietnameseDay(text)
  if (!day) throw new WrongCall('--on phải là một ngày, ví dụ 30/06/2025.')
  return day
}

async function runImportMap(args: CliArguments, context: CliContext): Promise<number> {
  const { importMap } = await import('./import-map.ts')
  requireWord(args, 'tệp bản đồ TopoJSON')
  const day = dayOf(args, context)
  for (const file of args.words) {
    const text = await readFile(file, 'utf8').catch(() => {
      throw new WrongCall(`Không mở được tệp ${file}.`)
    })
    const input = { text, source: basename(file), day, now: context.clock.now() }
    const { placed, unplaced } = await context.writing(everywhere, (tx) =>
      importMap({ tx, actor: undefined }, input),
    )
    if (args.options['json']) context.print(JSON.stringify({ file, placed, unplaced }))
    else {
      context.print(
        `${basename(file)}: ${placed} đơn vị có ranh giới, ${unplaced.length} vùng không xếp được.`,
      )
      for (const { code, name } of unplaced) context.print(`  ${code}\t${name}`)
    }
  }
  return 0
}

async function runShow(args: CliArguments, context: CliContext): Promise<number> {
  const [{ areaAsOf, pathOn }, { getHistory }] = await Promise.all([
    import('./queries-dated.ts'),
    import('./by-hand.ts'),
  ])
  const day = dayOf(args, context)
  const code = requireWord(args, 'mã đơn vị')
  const found = await context.reading(everywhere, async (db) => {
    const area = await areaAsOf(db, { code }, day)
    if (!area) throw areasProblem('areas.not-found')
    const [path, history] = [
      await pathOn(db, area.id, day),
      await getHistory(db, area.id, context.clock.today()),
    ]
    return { area, path, history }
  })
  if (args.options['json']) context.print(JSON.stringify(found))
  else sayUnit(found.area, found.history, context.print)
  return 0
}

function sayUnit(area: Area, { predecessors, successors }: AreaHistory, print: (text: string) => void): void {
  const until = area.validTo ? `đến ${formatDay(area.validTo)}` : 'đến nay'
  print(`${area.code}\t${area.fullName}\t${formatDay(area.validFrom)} ${until}`)
  for (const { area: old, extent } of predecessors)
    print(`  từ\t${old.code}\t${old.fullName}\t${extentWords[extent].vi}`)
  for (const { area: next, extent } of successors)
    print(`  thành\t${next.code}\t${next.fullName}\t${extentWords[extent].vi}`)
}

async function runImport(args: CliArguments, { writing, clock, print }: CliContext): Promise<number> {
  const [{ importUnits }, { readBuiltInUnits, readUnitFolder }] = await Promise.all([
    import('./import-units.ts'),
    import('./read-units.ts'),
  ])
  const read = args.options['built-in']
    ? await readBuiltInUnits()
    : await readUnitFolder(requireWord(args, 'thư mục danh mục đơn vị hành chính (hoặc --built-in)'))
  const result = await writing(everywhere, (tx) => importUnits({ tx, actor: undefined }, read, clock.now()))
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
