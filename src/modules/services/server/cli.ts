import { formatDay } from '#base/day.ts'
import { newId } from '#base/id.ts'
import {
  type CliArguments,
  type CliCommand,
  type CliContext,
  cliCommand,
  requireOption,
  WrongCall,
} from '#platform/cli/command.ts'
import { everywhere } from '#platform/db/types.ts'
import { FindDue, RecordService } from '../shared/requests.ts'
import { servicesProblem } from '../shared/problems.ts'

export const servicesCommands: CliCommand[] = [
  cliCommand({
    noun: 'service',
    verb: 'due',
    usage: '--area MÃ [--item MÃ_VIỆC] [--limit 20] [--json]',
    about: 'Liệt kê trẻ đến hạn, quá hạn của một xã, kèm mã trẻ và mã việc.',
    needsDatabase: true,
    options: ['area', 'item', 'limit', 'json'],
    run: runDue,
  }),
  cliCommand({
    noun: 'service',
    verb: 'record',
    usage:
      '--child MÃ_TRẺ --item MÃ_VIỆC --on NGÀY [--dose N] [--answer done|refused|contraindicated --note LÝ_DO] [--json]',
    about: 'Ghi nhận một dịch vụ của một trẻ.',
    needsDatabase: true,
    options: ['child', 'item', 'on', 'dose', 'answer', 'note', 'json'],
    run: runRecord,
  }),
]

async function runDue(args: CliArguments, context: CliContext): Promise<number> {
  const [{ findDue }, { drainBatch }, { findAreaByCode }, { audit, systemActor }] = await Promise.all([
    import('./due.ts'),
    import('./drain.ts'),
    import('#modules/areas/server/public.ts'),
    import('#modules/accounts/server/public.ts'),
  ])
  const { clock, print, writing } = context
  const search = FindDue.safeParse({ itemCode: args.options['item'], limit: args.options['limit'] ?? '20' })
  if (!search.success) throw new WrongCall('--limit phải là một số từ 1 đến 200.')
  const code = requireOption(args, 'area')
  while ((await writing(everywhere, (tx) => drainBatch(tx, clock.today()))) === 'more');
  const found = await writing(everywhere, async (tx) => {
    const area = await findAreaByCode(tx, code, clock.today())
    if (!area) throw servicesProblem('services.village-unknown')
    const actor = systemActor(area)
    await audit(tx, actor, 'services.due-listed', area.id)
    return findDue({ actor, db: tx, clock }, search.data)
  })
  if (args.options['json']) print(JSON.stringify(found))
  else
    for (const { childId, fullName, services } of found.children)
      for (const { itemCode, dose, name, deadline } of services)
        print(
          [childId, fullName, itemCode, dose ?? '', name.vi, deadline ? formatDay(deadline) : ''].join('\t'),
        )
  return 0
}

async function runRecord(args: CliArguments, context: CliContext): Promise<number> {
  const [{ recordService }, { getArea }, { systemActor }, { findChildCommune }, { drainBatch }] =
    await Promise.all([
      import('./record-services.ts'),
      import('#modules/areas/server/public.ts'),
      import('#modules/accounts/server/public.ts'),
      import('./queries-children.ts'),
      import('./drain.ts'),
    ])
  const { clock, print, writing } = context
  const input = RecordService.safeParse({
    id: newId(),
    childId: requireOption(args, 'child'),
    itemCode: requireOption(args, 'item'),
    doneOn: requireOption(args, 'on'),
    dose: args.options['dose'] === undefined ? null : Number(args.options['dose']),
    answer: args.options['answer'] ?? 'done',
    note: args.options['note'] ?? null,
  })
  if (!input.success) throw new WrongCall('Mã trẻ, ngày (2026-11-23), mũi hoặc cách trả lời chưa đúng.')
  const record = await writing(everywhere, async (tx) => {
    const communeId = await findChildCommune(tx, input.data.childId)
    if (!communeId) throw servicesProblem('services.child-not-found')
    return recordService({ actor: systemActor(await getArea(tx, communeId)), tx, clock }, input.data)
  })
  while ((await writing(everywhere, (tx) => drainBatch(tx, clock.today()))) === 'more');
  print(
    args.options['json']
      ? JSON.stringify(record)
      : `Đã ghi ${record.itemCode} ngày ${formatDay(record.doneOn)}.`,
  )
  return 0
}
