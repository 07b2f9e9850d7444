import { Day, formatDay } from '#base/day.ts'
import { Id, newId } from '#base/id.ts'
import {
  type CliArguments,
  type CliContext,
  requireOption,
  requireWord,
  WrongCall,
} from '#platform/cli/command.ts'
import { everywhere } from '#platform/db/types.ts'
import { systemActor } from '#modules/accounts/server/public.ts'
import { findAreaByCode } from '#modules/areas/server/public.ts'
import type { Area } from '#modules/areas/shared/contract.ts'
import { ChangeWork, nothingSet, ShownState, type TaskDetails, type WorkLine } from '../shared/contract.ts'
import { tasksProblem } from '../shared/problems.ts'
import { filterWork } from '../shared/rules.ts'
import { changeWork } from './commands.ts'
import { listWork, sightOf } from './lines.ts'

async function areaOf(args: CliArguments, context: CliContext): Promise<Area> {
  const code = requireOption(args, 'area')
  const area = await context.reading(everywhere, (db) => findAreaByCode(db, code, context.clock.today()))
  if (!area) throw tasksProblem('tasks.area-not-found')
  return area
}

async function workOf(area: Area, context: CliContext): Promise<WorkLine[]> {
  const today = context.clock.today()
  return context.reading(area, async (db) =>
    listWork(db, await sightOf(db, { accountId: systemActor(area).accountId, area, today })),
  )
}

function print(line: WorkLine): string {
  const due = line.dueOn === null ? '—' : formatDay(line.dueOn)
  return [line.itemId, line.state, due, line.lead.map(({ name }) => name).join('; '), line.title].join('\t')
}

export async function listByCommand(args: CliArguments, context: CliContext): Promise<number> {
  const state = ShownState.optional().safeParse(args.options['state'])
  if (!state.success) throw new WrongCall('--state không đúng.')
  const lines = filterWork(await workOf(await areaOf(args, context), context), { state: state.data })
  if (args.options['json']) context.print(JSON.stringify(lines, null, 2))
  else for (const line of lines) context.print(print(line))
  if (lines.length === 0) context.note('Không có việc nào.')
  return 0
}

/** What stands, with what the options say in its place. */
function changed(args: CliArguments, line: WorkLine): TaskDetails & { id: string; version: number } {
  const { state, done, due, reason, next } = args.options
  const { startsOn, product, delayReason, risk, nextStep, leadId, coordinatingIds, deskId, staffId } = line
  const parsed = ChangeWork.safeParse({
    ...nothingSet,
    ...{
      id: newId(),
      version: line.version,
      startsOn,
      product,
      risk,
      leadId,
      coordinatingIds,
      deskId,
      staffId,
    },
    state: state ?? (line.state === 'late' ? 'in-progress' : line.state),
    doneOn: done ?? line.doneOn,
    dueOn: due ?? (line.dueFrom === 'own' ? line.dueOn : null),
    delayReason: reason ?? delayReason,
    nextStep: next ?? nextStep,
  })
  if (!parsed.success) throw new WrongCall('Tình trạng hoặc ngày không đúng.')
  return parsed.data.state === 'done' ? parsed.data : { ...parsed.data, doneOn: null }
}

/** Through the same command as the page: the same refusals, history and audit. */
export async function setByCommand(args: CliArguments, context: CliContext): Promise<number> {
  const itemId = Id.safeParse(requireWord(args, 'mã việc'))
  if (!itemId.success) throw new WrongCall('Mã việc không đúng.')
  for (const name of ['done', 'due'])
    if (args.options[name] !== undefined && !Day.safeParse(args.options[name]).success)
      throw new WrongCall(`--${name} không phải là ngày.`)
  const area = await areaOf(args, context)
  const line = (await workOf(area, context)).find((one) => one.itemId === itemId.data)
  if (!line) throw tasksProblem('tasks.not-found')
  const view = await context.writing(area, (tx) =>
    changeWork(
      { actor: systemActor(area), tx, clock: context.clock },
      { key: { areaId: area.id, itemId: itemId.data }, input: changed(args, line) },
    ),
  )
  context.print(args.options['json'] ? JSON.stringify(view.line, null, 2) : print(view.line))
  return 0
}
