import type pg from 'pg'
import type { Logger } from 'pino'
import { newId } from '#base/id.ts'
import { isVietnamNight, vietnamDay } from '#base/day.ts'
import type { Clock } from '#platform/clock.ts'
import { writeScope } from '#platform/db/scope.ts'
import { everywhere, type Tx } from '#platform/db/types.ts'
import { findInstallation, systemActor } from '#modules/accounts/server/public.ts'
import { findArea } from '#modules/areas/server/public.ts'
import type { Recount } from '../shared/contract.ts'
import { findRecount, freezeView } from './queries-recount.ts'
import { recountAndKeep } from './recount.ts'

/** Once a night; a night's recount that had to wait is tried again at the next pass. */
async function recountOfTheNight(tx: Tx, clock: Clock): Promise<Recount | undefined> {
  await freezeView(tx)
  const installation = await findInstallation(tx)
  const area = installation && (await findArea(tx, installation.areaId))
  if (!area) return undefined
  const last = await findRecount(tx, { areaId: area.id })
  if (last && vietnamDay(new Date(last.at)) === clock.today()) return undefined
  return recountAndKeep({ actor: systemActor(area), tx, clock }, { id: newId(), area })
}

/** A difference between what is shown and the records is an incident: logged, and shown on the page. */
export const indicatorsPass = {
  name: 'indicators.recount',
  everyMs: 600_000,
  run: async ({ pool, clock, log }: { pool: pg.Pool; clock: Clock; log: Logger }): Promise<'done'> => {
    if (!isVietnamNight(clock.now())) return 'done'
    const recount = await writeScope(pool, everywhere, (tx) => recountOfTheNight(tx, clock))
    if (recount?.state === 'different')
      log.error({ recount: recount.id, differences: recount.differenceCount }, 'figures differ from records')
    return 'done'
  },
}
