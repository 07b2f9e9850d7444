import { writeFile } from 'node:fs/promises'
import { type CliArguments, cliCommand, type CliContext, requireOption } from '#platform/cli/command.ts'
import { rosterTemplate } from './roster-template.ts'

async function saveTemplate(args: CliArguments, { print }: CliContext): Promise<number> {
  const path = requireOption(args, 'out')
  await writeFile(path, (await rosterTemplate()).bytes)
  print(path)
  return 0
}

export const childrenCommands = [
  cliCommand({
    noun: 'children',
    verb: 'import',
    usage: 'FILE --area MÃ_XÃ [--problems FILE.xlsx] [--json]',
    about: 'Nhập danh sách trẻ (.xlsx, .csv) vào sổ của một xã.',
    needsDatabase: true,
    options: ['area', 'problems', 'json'],
    // Loaded only when it is asked for: the template needs no database and none of the server.
    run: async (args, context) => (await import('./cli-import.ts')).importRoster(args, context),
  }),
  cliCommand({
    noun: 'children',
    verb: 'template',
    usage: '--out FILE.xlsx',
    about: 'Lưu mẫu danh sách trẻ để điền.',
    needsDatabase: false,
    options: ['out'],
    run: saveTemplate,
  }),
]
