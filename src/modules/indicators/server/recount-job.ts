import { z } from 'zod'
import type { Day } from '#base/day.ts'
import { Id } from '#base/id.ts'
import { Period } from '#base/period.ts'
import type { Tx } from '#platform/db/types.ts'
import type { Reading, Writing } from '#platform/http/route.ts'
import { type JobContext, sendJob } from '#platform/jobs/jobs.ts'
import { audit, systemActor } from '#modules/accounts/server/public.ts'
import { findArea } from '#modules/areas/server/public.ts'
import type { Area } from '#modules/areas/shared/contract.ts'
import type { AskRecount, Recount } from '../shared/contract.ts'
import { indicatorsProblem } from '../shared/problems.ts'
import { getPlace } from './place.ts'
import { seenRecount } from './seen-values.ts'
import { listCommunes } from './queries.ts'
import {
  finishRecount,
  findRecount,
  findRunningRecount,
  freezeView,
  insertRecount,
  setProgress,
} from './queries-recount.ts'
import {
  auditRecount,
  type CommuneFound,
  planRecount,
  recountAndKeep,
  recountCommune,
  type RecountPlan,
  resultOf,
} from './recount.ts'

/** Up to so many children are recounted while the person waits, about 3 s; for more a job does it. */
const mostChildrenAtOnce = 5_000

/** Recounts a small area at once, has a job recount a large one. An area is never recounted twice at a time. */
export async function askRecount(context: Writing, { id, areaId, period }: AskRecount): Promise<Recount> {
  const { actor, tx, clock } = context
  await freezeView(tx)
  const area = await getPlace({ actor, db: tx }, areaId)
  const earlier = (await findRecount(tx, { id })) ?? (await findRunningRecount(tx, area.id))
  if (earlier) return earlier
  const communes = await listCommunes(tx, area)
  const children = communes.reduce((sum, commune) => sum + commune.children, 0)
  if (children <= mostChildrenAtOnce) return recountAndKeep(context, { id, area, period })
  const running: Recount = {
    id,
    area: { id: area.id, name: area.name },
    at: clock.now().toISOString(),
    periods: [],
    state: 'running',
    communes: communes.length,
    communesDone: 0,
    children,
    figures: 0,
    differences: [],
    differenceCount: 0,
    waiting: [],
  }
  await insertRecount(tx, { ...running, areaLft: area.lft, askedBy: actor.accountId })
  await audit(tx, actor, 'indicators.recount-asked', id, { after: { areaId: area.id } })
  await sendJob(tx, 'indicators.recount', { id, period, range: { lft: area.lft, rgt: area.rgt } })
  return running
}

/** How far a recount is, or what it found; small numbers are hidden as on the board. */
export async function getRecount({ actor, db }: Reading, id: string): Promise<Recount> {
  const recount = await findRecount(db, { id })
  if (!recount) throw indicatorsProblem('indicators.recount-not-found')
  return seenRecount(actor, recount)
}

export const RecountKey = z.object({
  id: Id,
  period: Period.optional(),
  range: z.object({ lft: z.number().int(), rgt: z.number().int() }),
})
export type RecountKey = z.infer<typeof RecountKey>

export type Scopes = Pick<JobContext, 'writing' | 'clock'>

/**
 * Recounts commune by commune, each in one view of the database and a transaction of its own, so that progress
 * shows. Begun again after a kill it starts from the first commune.
 */
export async function runRecount({ writing, clock }: Scopes, key: RecountKey): Promise<void> {
  const { id, range } = key
  const today = clock.today()
  const begun = await writing(range, (tx) => begin(tx, key, today))
  if (!begun) return
  const found: CommuneFound[] = []
  for (const commune of begun.plan.communes) {
    const one = await writing(range, async (tx) => {
      await freezeView(tx)
      const compared = await recountCommune(tx, commune, { periods: begun.plan.periods, today })
      await setProgress(tx, id, { communes: begun.plan.communes.length, communesDone: found.length + 1 })
      return compared
    })
    found.push(one)
  }
  const recount = { ...resultOf(begun.plan, found), id, area: begun.area, at: clock.now().toISOString() }
  await writing(range, async (tx) => {
    if (await finishRecount(tx, recount)) await auditRecount(tx, systemActor(begun.area), recount)
  })
}

async function begin(
  tx: Tx,
  { id, period }: RecountKey,
  today: Day,
): Promise<{ area: Area; plan: RecountPlan } | undefined> {
  const recount = await findRecount(tx, { id })
  const area = recount?.state === 'running' ? await findArea(tx, recount.area.id) : undefined
  if (!area) return undefined
  const plan = await planRecount(tx, { area, period, today })
  await setProgress(tx, id, { communes: plan.communes.length, communesDone: 0 })
  return { area, plan }
}
