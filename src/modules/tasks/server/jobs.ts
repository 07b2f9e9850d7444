import { z } from 'zod'
import { Day, vietnamDay } from '#base/day.ts'
import { Id } from '#base/id.ts'
import { everywhere } from '#platform/db/types.ts'
import { type Job, job, type JobContext, sendJob } from '#platform/jobs/jobs.ts'
import { kindOfFailure } from '#platform/mail/failure.ts'
import { nameInSentence } from '#modules/areas/shared/rules.ts'
import { letterOf, type Reminders, waitAfter } from '../shared/reminders.ts'
import {
  findDigest,
  insertDigests,
  listPlacesOf,
  noteAttempt,
  type PersonGrant,
} from './queries-reminders.ts'
import { listReminders } from './reminders.ts'

/** Makes the letters of a day, one job each; run again it adds only what is missing. */
const makeDigests = job('tasks.digest', z.object({ day: Day }), async ({ writing, mailer }, { day }) => {
  if (!mailer) return
  await writing(everywhere, async (tx) => {
    for (const digestId of await insertDigests(tx, day)) await sendJob(tx, 'tasks.mail', { digestId })
  })
})

type Digest = NonNullable<Awaited<ReturnType<typeof findDigest>>>

/** What all places of a person give, each read within its own range. */
async function gathered(
  { reading }: JobContext,
  { personId }: Digest,
  today: Day,
): Promise<Pick<Reminders, 'overdue' | 'soon'> & { places: PersonGrant[] }> {
  const places = await reading(everywhere, (db) => listPlacesOf(db, personId, today))
  const all = {
    overdue: new Map<string, Reminders['overdue'][number]>(),
    soon: new Map<string, Reminders['soon'][number]>(),
  }
  for (const { areaId, lft, rgt, capabilities } of places) {
    const place = { area: { id: areaId, lft, rgt }, personId, today }
    const found = await reading({ lft, rgt }, (db) =>
      listReminders(db, place, (one) => capabilities.includes(one)),
    )
    for (const one of found.overdue) all.overdue.set(`${one.areaId} ${one.key}`, one)
    for (const one of found.soon) all.soon.set(`${one.areaId} ${one.key}`, one)
  }
  return { overdue: [...all.overdue.values()], soon: [...all.soon.values()], places }
}

/**
 * Sends one letter. It is written at this moment from what is due now and kept nowhere. A failure is noted and tried
 * again later; nothing else waits for it. A letter may arrive twice when the machine dies between sending and noting.
 */
const sendDigest = job('tasks.mail', z.object({ digestId: Id }), async (context, { digestId }) => {
  const { reading, writing, mailer, clock } = context
  const digest = await reading(everywhere, (db) => findDigest(db, digestId))
  if (!mailer || !digest || !['waiting', 'failed'].includes(digest.state)) return
  const today = vietnamDay(clock.now())
  const { places, ...due } = await gathered(context, digest, today)
  const areaName = places.map((place) => nameInSentence(place.areaName)).join('; ')
  const letter = letterOf(due, { person: digest.person, areaName, today, linkTo: mailer.linkTo })
  const itemCount = due.overdue.length + due.soon.length
  if (!letter || digest.address === null) {
    await writing(everywhere, (tx) =>
      noteAttempt(tx, digestId, { state: 'nothing', failure: null, itemCount }),
    )
    return
  }
  const failure = await mailer
    .send({ ...letter, to: digest.address, id: digestId })
    .then(() => null)
    .catch((cause: unknown) => kindOfFailure(cause))
  await writing(everywhere, async (tx) => {
    const wait = failure === null ? undefined : waitAfter(digest.attempts + 1)
    const state = failure === null ? 'sent' : wait === undefined ? 'given-up' : 'failed'
    await noteAttempt(tx, digestId, { state, failure, itemCount })
    if (wait !== undefined) await sendJob(tx, 'tasks.mail', { digestId }, { afterSeconds: wait })
  })
})

export const tasksJobs: Job[] = [makeDigests, sendDigest]
