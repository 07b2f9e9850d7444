import { basename, resolve } from 'node:path'
import { type CliArguments, type CliContext, requireWord } from '#platform/cli/command.ts'
import { everywhere } from '#platform/db/types.ts'
import { readStandardFolder } from './standard-files.ts'
import { insertStandard } from './queries-standard.ts'
import { recalculateBatch } from './recalculate.ts'

/** `growth import-standard`: the tables become data of this installation and are used from now on. */
export async function importByCommand(args: CliArguments, context: CliContext): Promise<number> {
  const folder = resolve(requireWord(args, 'thư mục có 12 bảng của WHO'))
  const standard = await readStandardFolder(folder)
  const { writing, clock, print } = context
  const source = basename(folder)
  const end = await writing(everywhere, (tx) =>
    insertStandard(tx, { ...standard, source }, clock.now().toISOString()),
  )
  print(
    end === 'new'
      ? `Đã nhập ${standard.tables.length} bảng, phiên bản ${standard.version}.`
      : `Phiên bản ${standard.version} đã có; từ nay dùng lại phiên bản này.`,
  )
  context.note('Chạy "growth recalculate" để tính lại các lần cân đo đã lưu theo bảng này.')
  return 0
}

/** `growth recalculate`: every stored measurement by the tables in use. */
export async function recalculateByCommand(_: CliArguments, context: CliContext): Promise<number> {
  const { writing, print } = context
  let count = 0
  let batch = 0
  do {
    batch = await writing(everywhere, (tx) => recalculateBatch(tx))
    count += batch
  } while (batch > 0)
  print(`Đã tính lại ${count} lần cân đo.`)
  return 0
}
