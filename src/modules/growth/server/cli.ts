import { type CliArguments, type CliCommand, cliCommand } from '#platform/cli/command.ts'

/** The database is asked only for imported tables, and only where there is an installation. */
const whereInstalled = (args: CliArguments, installed: boolean) =>
  installed && args.options['standard'] === undefined

const score = cliCommand({
  noun: 'growth',
  verb: 'score',
  usage: 'FILE.csv [--reference who2006|who2007] [--standard THƯ_MỤC] [--json]',
  about: 'Tính z-score theo chuẩn WHO cho từng dòng của tệp; in ra tệp CSV có thêm cột.',
  needsDatabase: whereInstalled,
  options: ['reference', 'standard', 'json'],
  run: async (args, context) => (await import('./cli-survey.ts')).scoreByCommand(args, context),
})

const prevalence = cliCommand({
  noun: 'growth',
  verb: 'prevalence',
  usage: 'FILE.csv [--reference who2006|who2007] [--standard THƯ_MỤC] [--json]',
  about: 'Lập bảng tỷ lệ suy dinh dưỡng, thừa cân của một cuộc điều tra theo giới và nhóm tuổi (CSV).',
  needsDatabase: whereInstalled,
  options: ['reference', 'standard', 'json'],
  run: async (args, context) => (await import('./cli-survey.ts')).prevalenceByCommand(args, context),
})

const importStandard = cliCommand({
  noun: 'growth',
  verb: 'import-standard',
  usage: 'THƯ_MỤC',
  about: 'Nhập 12 bảng chính thức của WHO (theo ngày) vào cơ sở dữ liệu; từ đó dùng bảng này.',
  needsDatabase: true,
  options: [],
  run: async (args, context) => (await import('./cli-standard.ts')).importByCommand(args, context),
})

const recalculate = cliCommand({
  noun: 'growth',
  verb: 'recalculate',
  usage: '',
  about: 'Tính lại z-score của mọi lần cân đo đã lưu theo bảng đang dùng.',
  needsDatabase: true,
  options: [],
  run: async (args, context) => (await import('./cli-standard.ts')).recalculateByCommand(args, context),
})

export const growthCommands: CliCommand[] = [score, prevalence, importStandard, recalculate]
