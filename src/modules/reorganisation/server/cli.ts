import { readFile } from 'node:fs/promises'
import { formatDay } from '#base/day.ts'
import {
  type CliArguments,
  type CliCommand,
  type CliContext,
  cliCommand,
  requireWord,
  WrongCall,
} from '#platform/cli/command.ts'
import { everywhere, type Tx } from '#platform/db/types.ts'
import type { Writing } from '#platform/http/route.ts'
import { systemActor } from '#modules/accounts/server/public.ts'
import { findAreaByCode } from '#modules/areas/server/public.ts'
import { PrepareCase, type ReorganisationCase } from '../shared/contract.ts'
import { reorganisationProblem } from '../shared/problems.ts'
import { applyCaseById, prepareCase, previewCase, undoCaseById } from './commands.ts'
import { findCaseId } from './queries.ts'
import { reformCase } from './replay.ts'

/** Units came into being in their present form on this day (Law 72/2025/QH15). */
const reformDay = '2025-07-01'

const command = (verb: string, usage: string, about: string, run: CliCommand['run']): CliCommand =>
  cliCommand({ noun: 'reorganisation', verb, usage, about, needsDatabase: true, options: ['json'], run })

export const reorganisationCommands: CliCommand[] = [
  command(
    'prepare',
    'TỆP.json [--json]',
    'Ghi một hồ sơ sắp xếp địa giới từ tệp (số quyết định, ngày, các thay đổi), chưa thay đổi gì.',
    async (args, context) => {
      const input = await readCase(requireWord(args, 'tệp hồ sơ sắp xếp (.json)'))
      return say(args, context, await inNation(context, (writing) => prepareCase(writing, input)))
    },
  ),
  command(
    'preview',
    'SỐ [--json]',
    'Xem trước một hồ sơ: đơn vị, trẻ, kế hoạch, tài khoản liên quan.',
    (args, context) => onCase(args, context, previewCase),
  ),
  command(
    'apply',
    'SỐ [--json]',
    'Áp dụng hồ sơ đã xem trước; dừng giữa chừng thì không có gì thay đổi.',
    (args, context) => onCase(args, context, applyCaseById),
  ),
  command(
    'undo',
    'SỐ [--json]',
    'Hoàn tác hồ sơ đã áp dụng; những gì ghi thêm từ đó vẫn theo trẻ.',
    (args, context) => onCase(args, context, undoCaseById),
  ),
  command(
    'replay',
    '[--json]',
    'Lập hồ sơ của đợt sắp xếp 01/07/2025 từ bảng chuyển đổi đã nạp (areas import) và xem trước.',
    async (args, context) =>
      say(
        args,
        context,
        await inNation(context, async (writing) => {
          const { id } = await prepareCase(writing, await reformCase(writing.tx, reformDay))
          return previewCase(writing, id)
        }),
      ),
  ),
]

async function readCase(file: string): Promise<PrepareCase> {
  const parsed = PrepareCase.safeParse(JSON.parse(await readFile(file, 'utf8')))
  if (!parsed.success) throw new WrongCall(`Tệp ${file} không đúng mẫu hồ sơ sắp xếp.`)
  return parsed.data
}

/** The command line works for the whole country. */
async function inNation<T>(
  { writing, clock }: CliContext,
  work: (writing: Writing) => Promise<T>,
): Promise<T> {
  return writing(everywhere, async (tx: Tx) => {
    const nation = await findAreaByCode(tx, 'VN', clock.today())
    if (!nation) throw reorganisationProblem('reorganisation.unit-not-found')
    return work({ actor: systemActor(nation), tx, clock })
  })
}

async function onCase(
  args: CliArguments,
  context: CliContext,
  run: (writing: Writing, caseId: string) => Promise<ReorganisationCase>,
): Promise<number> {
  const no = Number(requireWord(args, 'số hồ sơ'))
  if (!Number.isSafeInteger(no)) throw new WrongCall('Số hồ sơ phải là một số, như trong danh sách hồ sơ.')
  const started = performance.now()
  const found = await inNation(context, async (writing) => {
    const id = await findCaseId(writing.tx, no)
    if (!id) throw reorganisationProblem('reorganisation.not-found')
    return run(writing, id)
  })
  context.note(`Xong sau ${((performance.now() - started) / 1000).toFixed(1)} giây.`)
  return say(args, context, found)
}

const stateNames = {
  ...{ draft: 'bản thảo', previewed: 'đã xem trước', applied: 'đã áp dụng', undone: 'đã hoàn tác' },
} as const

function say({ options }: CliArguments, { print }: CliContext, found: ReorganisationCase): number {
  const { no, state, decision, preview, outcome } = found
  if (options['json']) {
    print(JSON.stringify({ no, state, decision, total: preview?.total ?? null, outcome }))
    return 0
  }
  print(`Hồ sơ ${no}: ${decision.number}, hiệu lực ${formatDay(decision.effectiveOn)}, ${stateNames[state]}.`)
  if (preview)
    print(
      `  ${preview.old.length} đơn vị cũ, ${preview.new.length} đơn vị nhận; ${preview.total.children} trẻ, ${preview.total.unplaced} trẻ chờ xếp; ` +
        `${preview.total.grants} quyền, ${preview.total.plans} kế hoạch, ${preview.total.unfinishedReports} báo cáo chưa xong, ${preview.total.imports} tệp đang nhập.`,
    )
  if (state === 'applied' && outcome)
    print(
      `  Đã chuyển ${outcome.childrenMoved} trẻ, ${outcome.unplaced} trẻ chờ xếp, ${outcome.grantsFollowed} quyền đi theo.`,
    )
  return 0
}
