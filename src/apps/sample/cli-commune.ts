import { type CliArguments, type CliContext, WrongCall } from '#platform/cli/command.ts'
import { everywhere, type Tx } from '#platform/db/types.ts'
import { findInstallation, systemActor } from '#modules/accounts/server/public.ts'
import { findAreaByCode, getArea } from '#modules/areas/server/public.ts'
import { drainBatch } from '#modules/services/server/public.ts'
import { communeFor, loadSample, removeSample, usualSize } from './load.ts'
import { sampleProblem } from './problems.ts'

/** The commune by its code, or one of the place this installation works for. */
async function communeByCode(tx: Tx, code: string | undefined, today: string) {
  const installation = await findInstallation(tx)
  const area =
    code === undefined
      ? installation && (await getArea(tx, installation.areaId))
      : await findAreaByCode(tx, code, today)
  if (!area) throw sampleProblem('sample.no-commune')
  return communeFor(tx, systemActor(area), null, today)
}

/** Figures are made here too, so that they are right even when no server runs. */
async function makeFigures({ writing, clock }: CliContext): Promise<void> {
  while ((await writing(everywhere, (tx) => drainBatch(tx, clock.today()))) === 'more');
}

/** From one household group to a large ward: smaller shows nothing, larger belongs to the benchmarks. */
function sizeOf(text: string | undefined): number {
  const size = text === undefined ? usualSize : Number(text)
  if (!Number.isInteger(size) || size < 20 || size > 5000)
    throw new WrongCall('--children phải là số từ 20 đến 5000.')
  return size
}

export async function runLoad({ options }: CliArguments, context: CliContext): Promise<number> {
  const today = context.clock.today()
  const size = sizeOf(options['children'])
  const loaded = await context.writing(everywhere, async (tx) => {
    const commune = await communeByCode(tx, options['commune'], today)
    return loadSample({ actor: systemActor(commune), tx }, commune, { today, size })
  })
  await makeFigures(context)
  const { children, services, measurements, communeName } = loaded
  context.print(
    options['json']
      ? JSON.stringify(loaded)
      : `${communeName}: đã tạo ${children} trẻ mẫu, ${services} lượt dịch vụ mẫu, ${measurements} lần cân đo mẫu.`,
  )
  return 0
}

export async function runRemove({ options }: CliArguments, context: CliContext): Promise<number> {
  const today = context.clock.today()
  const removed = await context.writing(everywhere, async (tx) => {
    const commune = await communeByCode(tx, options['commune'], today)
    const all = options['commune'] === undefined
    const actor = systemActor(all && commune.parentId ? await getArea(tx, commune.parentId) : commune)
    return removeSample({ actor, tx }, actor.area, today)
  })
  context.print(options['json'] ? JSON.stringify(removed) : `Đã xóa ${removed.removed} trẻ mẫu.`)
  return 0
}
