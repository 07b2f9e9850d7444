import { addDays, type Day } from '#base/day.ts'
import type { Db, Range } from '#platform/db/types.ts'
import type { Reading, Writing } from '#platform/http/route.ts'
import { audit } from '#modules/accounts/server/public.ts'
import { getArea } from '#modules/areas/server/public.ts'
import type { LateWorkSource } from '#modules/organisations/server/public.ts'
import type { MailChoice, MailState, Reminder, Reminders, SentLetter } from '../shared/reminders.ts'
import { sorted } from '../shared/reminders.ts'
import { listWork, sightOf } from './lines.ts'
import * as calendar from './queries-calendar.ts'
import * as store from './queries-reminders.ts'

export type RemindedPlace = { area: Range & { id: string }; personId: string; today: Day }

/**
 * What a module reminds of. `db` sees the place and what lies below it, nothing beside it; `needs` is the capability
 * somebody must have there. Late things are given until they are done.
 */
export type ReminderSource = {
  key: string
  needs: string
  list: (db: Db, place: RemindedPlace) => Promise<Reminder[]>
}

/** Days an answer to a difficulty may take; our own measure, no text sets one. */
const daysToAnswer = 10

const tasksSource: ReminderSource = {
  key: 'tasks',
  needs: 'plans.read',
  list: async (db, { area, personId, today }) => {
    const sight = await sightOf(db, { accountId: personId, area: await getArea(db, area.id), today })
    const lines = (await listWork(db, sight)).filter(({ state }) => state !== 'done' && state !== 'stopped')
    return lines.flatMap(({ areaId, itemId, title, dueOn }) =>
      dueOn === null
        ? []
        : [
            {
              key: `task ${itemId}`,
              areaId,
              personId: null,
              text: title,
              dueOn,
              url: `/tasks/${areaId}/${itemId}`,
            },
          ],
    )
  },
}

/** Late tasks, for matters of responsibility of heads (R19). */
export const lateTasks: LateWorkSource = {
  about: 'task',
  needs: tasksSource.needs,
  list: (db, place) => tasksSource.list(db, place),
}

const calendarSource: ReminderSource = {
  key: 'calendar',
  needs: 'plans.read',
  list: async (db, { area, today }) => {
    const events = await calendar.listEvents(db, area, { from: today, to: addDays(today, 31) })
    return events
      .filter(({ startsOn }) => startsOn >= today)
      .map(({ id, title, startsOn, atTime, place }) => ({
        ...{ key: `event ${id}`, areaId: area.id, personId: null, dueOn: startsOn },
        text: [title, atTime, place].filter(Boolean).join(', '),
        url: `/calendar?month=${startsOn.slice(0, 7)}`,
      }))
  },
}

const difficultySource: ReminderSource = {
  key: 'difficulties',
  needs: 'plans.write',
  list: async (db, { area }) =>
    (await store.listUnanswered(db, area.id)).map(({ id, title, areaName, sentOn }) => ({
      ...{ key: `difficulty ${id}`, areaId: area.id, personId: null, dueOn: addDays(sentOn, daysToAnswer) },
      ...{ text: `Trả lời khó khăn, vướng mắc của ${areaName}: ${title}`, url: `/difficulties/${id}` },
    })),
}

/** Filled by this module and, in `apps`, by later ones; the page and the letter name what all of them give. */
export const reminderSources: ReminderSource[] = [tasksSource, calendarSource, difficultySource]

/** What all sources give for a place, as far as the person may see it and is meant. */
export async function listReminders(
  db: Db,
  place: RemindedPlace,
  may: (capability: string) => boolean,
): Promise<Pick<Reminders, 'overdue' | 'soon'>> {
  const found: Reminder[] = []
  for (const { list } of reminderSources.filter(({ needs }) => may(needs)))
    found.push(...(await list(db, place)))
  const mine = found.filter(({ personId }) => personId === null || personId === place.personId)
  return sorted(mine, place.today)
}

/** What whoever asks must do soon, or should have done, for the place of the grant. */
export async function remindersOf({ actor, db, clock }: Reading): Promise<Reminders> {
  const today = clock.today()
  const { area, accountId, capabilities } = actor
  const place = { area, personId: accountId, today }
  return { today, ...(await listReminders(db, place, (capability) => capabilities.has(capability))) }
}

export async function mailStateOf({ actor, db }: Reading): Promise<MailState> {
  return store.mailStateOf(db, actor.accountId)
}

/** Each for oneself only. The audit says whether, not where to. */
export async function chooseMail({ actor, tx }: Writing, choice: MailChoice): Promise<MailState> {
  const before = await store.mailStateOf(tx, actor.accountId)
  if (before.wantsMail === choice.wantsMail && before.address === choice.address) return before
  await store.keepMailChoice(tx, actor.accountId, choice)
  await audit(tx, actor, 'tasks.mail-chosen', actor.accountId, { after: { wantsMail: choice.wantsMail } })
  return store.mailStateOf(tx, actor.accountId)
}

/** Letters of the last 14 days to people of the place: when, to whom, whether it went; not what it said. */
export async function lettersOf({ actor, db, clock }: Reading): Promise<SentLetter[]> {
  return store.listLetters(db, actor.area, addDays(clock.today(), -14))
}
