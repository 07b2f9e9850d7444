import { newId } from '#base/id.ts'
import { type CliCommand, cliCommand, type CliContext } from '#platform/cli/command.ts'
import { type Db, everywhere } from '#platform/db/types.ts'
import { findInstallation, systemActor } from '#modules/accounts/server/public.ts'
import { findArea, findAreaByCode } from '#modules/areas/server/public.ts'
import type { Area } from '#modules/areas/shared/contract.ts'
import { drainBatch } from '#modules/services/server/public.ts'
import type { Difference, Recount } from '../shared/contract.ts'
import { indicatorsProblem } from '../shared/problems.ts'
import { freezeView } from './queries-recount.ts'
import { recountAndKeep } from './recount.ts'

async function rootOf(db: Db, area: Area): Promise<Area> {
  const above = area.parentId === null ? undefined : await findArea(db, area.parentId)
  return above ? rootOf(db, above) : area
}

/** The whole country, one place by its code, or the place this installation works for. */
async function chosenArea(
  { reading, clock }: CliContext,
  options: Readonly<Record<string, string>>,
): Promise<Area> {
  const area = await reading(everywhere, async (db) => {
    if (options['area'] !== undefined) return findAreaByCode(db, options['area'], clock.today())
    const installation = await findInstallation(db)
    const own = installation && (await findArea(db, installation.areaId))
    if (!own) return findAreaByCode(db, 'VN', clock.today())
    return options['all'] ? rootOf(db, own) : own
  })
  if (!area) throw indicatorsProblem('indicators.place-not-found')
  return area
}

/** Works off what waits to be counted again, so that the comparison speaks of now. */
async function drain({ writing, clock }: CliContext): Promise<void> {
  for (;;) {
    if ((await writing(everywhere, (tx) => drainBatch(tx, clock.today()))) === 'done') return
  }
}

const triesWhileWaiting = 5

async function recountNow(context: CliContext, area: Area): Promise<Recount> {
  const { writing, clock } = context
  for (let left = triesWhileWaiting; ; left -= 1) {
    await drain(context)
    const recount = await writing(area, async (tx) => {
      await freezeView(tx)
      return recountAndKeep({ actor: systemActor(area), tx, clock }, { id: newId(), area })
    })
    if (recount.state !== 'waiting' || left <= 1) return recount
    await new Promise((done) => setTimeout(done, 500))
  }
}

function inWords({ areaName, period, key, ageYears, shown, recounted }: Difference): string {
  const age = ageYears === null ? '' : `, ${ageYears} tuổi`
  return `  ${areaName}, ${period}, ${key}${age}: đang hiện ${shown.got}/${shown.due}, đếm lại ${recounted.got}/${recounted.due}`
}

function sayRecount({ print }: CliContext, recount: Recount): void {
  const { area, children, figures, differences, differenceCount, waiting } = recount
  const looked = `${area.name}: đã đếm lại ${children} trẻ, so ${figures} số liệu`
  if (recount.state === 'equal') print(`${looked}: bằng nhau.`)
  if (recount.state === 'waiting')
    print(`${looked}. Chưa so được ${waiting.join(', ')} vì đang có thay đổi; hãy chạy lại.`)
  if (recount.state !== 'different') return
  print(`${looked}: khác nhau ${differenceCount} chỗ.`)
  for (const difference of differences) print(inWords(difference))
}

export const indicatorsCommands: CliCommand[] = [
  cliCommand({
    noun: 'indicators',
    verb: 'recount',
    usage: '[--area MÃ] [--all] [--json]',
    about: 'Đếm lại mọi số liệu từ hồ sơ gốc và so với số đang hiện; mã thoát 1 khi khác nhau.',
    needsDatabase: true,
    options: ['area', 'all', 'json'],
    run: async ({ options }, context) => {
      const area = await chosenArea(context, options)
      const recount = await recountNow(context, area)
      if (options['json']) context.print(JSON.stringify(recount))
      else sayRecount(context, recount)
      return recount.state === 'equal' ? 0 : 1
    },
  }),
]
