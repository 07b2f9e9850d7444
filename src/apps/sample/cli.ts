import { writeFile } from 'node:fs/promises'
import { cliCommand, requireOption } from '#platform/cli/command.ts'
import { sampleRoster } from './roster.ts'

/** Children in the roster to try the import with. */
const rosterSize = 120

export const sampleCommands = [
  cliCommand({
    noun: 'sample',
    verb: 'load',
    usage: '[--commune MÃ] [--children SỐ_TRẺ] [--json]',
    about: 'Tạo một xã mẫu (khoảng 1.200 trẻ không có thật, 2 năm dịch vụ).',
    needsDatabase: true,
    options: ['commune', 'children', 'json'],
    run: async (args, context) => (await import('./cli-commune.ts')).runLoad(args, context),
  }),
  cliCommand({
    noun: 'sample',
    verb: 'remove',
    usage: '[--commune MÃ] [--json]',
    about: 'Xóa toàn bộ dữ liệu mẫu.',
    needsDatabase: true,
    options: ['commune', 'json'],
    run: async (args, context) => (await import('./cli-commune.ts')).runRemove(args, context),
  }),
  cliCommand({
    noun: 'sample',
    verb: 'roster',
    usage: '--out TỆP.xlsx',
    about: 'Ghi một danh sách trẻ mẫu (không có thật, có vài dòng sai) để tập nhập.',
    needsDatabase: false,
    options: ['out'],
    run: async (args, { clock, note }) => {
      const out = requireOption(args, 'out')
      await writeFile(out, await sampleRoster(clock.today(), rosterSize))
      note(`Đã ghi ${out}: danh sách trẻ mẫu không có thật, có 4 dòng cố ý sai hoặc trùng.`)
      return 0
    },
  }),
]
