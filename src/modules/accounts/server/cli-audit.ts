import {
  type CliArguments,
  type CliCommand,
  cliCommand,
  type CliContext,
  WrongCall,
} from '#platform/cli/command.ts'
import { everywhere } from '#platform/db/types.ts'
import { logs } from './queries-seal.ts'
import { createSealer, lastSeals, sealName } from './seal.ts'
import { type Anchor, checkSentence, verifyLog } from './verify-audit.ts'

export const auditCommands: CliCommand[] = [
  cliCommand({
    noun: 'audit',
    verb: 'verify',
    usage: '[--anchor nhật-ký:số:mã] [--json]',
    about: 'Kiểm tra nhật ký còn nguyên vẹn; báo dòng hỏng đầu tiên (mã thoát 1).',
    needsDatabase: true,
    options: ['anchor', 'json'],
    run: verify,
  }),
  cliCommand({
    noun: 'audit',
    verb: 'seal',
    usage: '',
    about: 'Niêm phong các dòng mới và in mốc cuối của chuỗi để cất nơi khác.',
    needsDatabase: true,
    options: [],
    run: seal,
  }),
]

async function verify({ options }: CliArguments, { reading, print }: CliContext): Promise<number> {
  const anchors = anchorsOf(options['anchor'])
  const checks = []
  for (const log of logs) checks.push(await reading(everywhere, (db) => verifyLog(db, log, anchors)))
  if (options['json'] === 'true') print(JSON.stringify(checks))
  else for (const check of checks) print(checkSentence(check))
  return checks.some(({ fault }) => fault !== undefined) ? 1 : 0
}

/** `audit:12:9f3a...`; several are divided by commas. */
function anchorsOf(text: string | undefined): Anchor[] {
  if (text === undefined) return []
  return text.split(',').map((one) => {
    const [, log, no, digest = ''] = /^(audit|reads):([1-9]\d*):([0-9a-f]{64})$/.exec(one.trim()) ?? []
    const known = logs.find((name) => name === log)
    if (!known) throw new WrongCall(`Mốc "${one.trim()}" không đúng dạng audit:12:mã hoặc reads:12:mã.`)
    return { log: known, no: Number(no), digest }
  })
}

async function seal(_: CliArguments, { reading, writing, print, note }: CliContext): Promise<number> {
  const sealer = createSealer({
    reading: (work) => reading(everywhere, work),
    writing: (work) => writing(everywhere, work),
  })
  while ((await sealer.pass()) === 'more') note('Đang niêm phong…')
  for (const last of await reading(everywhere, lastSeals)) print(sealName(last))
  return 0
}
