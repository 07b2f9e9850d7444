import { pino } from 'pino'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { newId } from '#base/id.ts'
import { clockAt } from '#platform/clock.ts'
import { startJobs } from '#platform/jobs/jobs.ts'
import { createMailer } from '#platform/mail/mail.ts'
import { testApp, testMoment } from '#test/app.ts'
import { testDatabase, truncateAll } from '#test/database.ts'
import { communePlan, filePlanOf } from '#test/filed-tasks.ts'
import { people, places } from '#test/people.ts'
import { type PostOffice, startPostOffice } from '#test/post-office.ts'
import { nothingSet, type WorkLine } from '../shared/contract.ts'
import { SentLetter } from '../shared/reminders.ts'
import { digestPass } from './digest-pass.ts'
import { tasksJobs } from './jobs.ts'
import { type ReminderSource, reminderSources } from './public.ts'

const database = await testDatabase()
const app = await testApp(database)
const lan = app.as(people.lanOfficerDakHa)
const phuc = app.as(people.phucOfficerDakTo)
const hung = app.as(people.adminHung)
const clock = clockAt(testMoment)
const log = pino({ level: 'silent' })

let office: PostOffice
beforeAll(async () => {
  office = await startPostOffice()
})
afterAll(() => office.close())

beforeEach(async () => {
  await truncateAll(database)
  await database.owner.query(`update accounts_people set email = null`)
  await database.owner.query(`delete from jobs.job where name like 'tasks.%'`)
  office.letters.length = 0
})

/** Lan's commune with a task that is due on a day; an overdue one has its reason. */
async function workDueOn(...days: string[]): Promise<WorkLine[]> {
  await filePlanOf(lan, communePlan)
  const { body } = await lan.get('/tasks/work')
  const lines: WorkLine[] = body.lines
  for (const [index, dueOn] of days.entries()) {
    const { areaId, itemId } = lines[index] ?? { areaId: '', itemId: '' }
    const set = { ...nothingSet, id: newId(), version: 0, dueOn, delayReason: 'Chờ kinh phí' }
    await lan.put(`/tasks/${areaId}/${itemId}`, set)
  }
  return lines
}

async function giveAddress(username: string, address: string): Promise<void> {
  await database.owner.query('update accounts_people set email = $2 where username = $1', [username, address])
}

async function letters(): Promise<SentLetter[]> {
  const { status, body } = await hung.get('/reminders/letters')
  expect(status).toBe(200)
  return SentLetter.array().parse(body)
}

/** Runs the pass at the moment and the jobs it asked for, until no letter waits or the test says enough. */
async function deliver(
  url: string,
  enough = async () => (await letters()).every(({ state }) => state !== 'waiting'),
) {
  const { pool } = database
  await digestPass.run({ pool, clock })
  const mailer = createMailer({
    url,
    from: 'uommam@example.vn',
    publicUrl: () => 'https://uommam.example.vn',
  })
  const jobs = await startJobs(database.url, tasksJobs, { pool, clock, log, mailer })
  try {
    await vi.waitUntil(async () => (await letters()).length > 0 && (await enough()), {
      timeout: 120_000,
      interval: 100,
    })
  } finally {
    await jobs.stop()
  }
}

describe('reminders in the page', () => {
  test('name what is late and what is due within seven days, for the own place only', async () => {
    const lines = await workDueOn('2026-06-10', '2026-06-20', '2026-07-20')
    const { body } = await lan.get('/reminders')
    expect(body.overdue).toMatchObject([{ text: lines[0]?.title, dueOn: '2026-06-10', areaId: places.dakHa }])
    expect(body.soon).toMatchObject([
      { text: lines[1]?.title, url: `/tasks/${places.dakHa}/${lines[1]?.itemId}` },
    ])
    expect((await phuc.get('/reminders')).body).toMatchObject({ overdue: [], soon: [] })
    expect((await hung.get('/reminders')).body).toMatchObject({ overdue: [], soon: [] })
  })

  test('hold what is in the calendar, and what later modules add', async () => {
    await lan.post('/calendar/events', {
      ...{ id: newId(), areaId: places.dakHa, kind: 'meeting', title: 'Họp giao ban', note: null },
      ...{ startsOn: '2026-06-18', endsOn: '2026-06-18', atTime: '8 giờ', place: 'Hội trường' },
    })
    const [mine, other] = [people.lanOfficerDakHa.id, people.phucOfficerDakTo.id]
    const source: ReminderSource = {
      key: 'test',
      needs: 'plans.read',
      list: (_db, { area }) =>
        Promise.resolve(
          [mine, other].map((personId) => ({
            ...{
              key: personId,
              areaId: area.id,
              personId,
              text: 'Báo cáo',
              dueOn: '2026-06-16',
              url: '/reports',
            },
          })),
        ),
    }
    reminderSources.push(source)
    const { body } = await lan.get('/reminders')
    reminderSources.splice(reminderSources.indexOf(source), 1)
    expect(body.soon.map(({ text }: { text: string }) => text)).toEqual([
      'Báo cáo',
      'Họp giao ban, 8 giờ, Hội trường',
    ])
  })
})

describe('the daily letter', () => {
  test('is sent once a day to whoever has an address, with the work of the own place', async () => {
    const [line] = await workDueOn('2026-06-10')
    await giveAddress('lan.dakha', 'lan@example.vn')
    await giveAddress('phuc.dakto', 'phuc@example.vn')
    await deliver(office.url)
    await digestPass.run({ pool: database.pool, clock })
    expect(office.letters.map(({ to }) => to)).toEqual([['lan@example.vn']])
    const [letter] = office.letters
    expect(letter?.subject).toBe('Ươm Mầm 15/06/2026: 1 việc quá hạn, 0 việc sắp đến hạn')
    expect(letter?.text).toContain(line?.title)
    expect(letter?.text).toContain(`https://uommam.example.vn/tasks/${places.dakHa}/${line?.itemId}`)
    const states = (await letters()).map(({ person, state }) => [person, state])
    expect(states.toSorted()).toEqual([
      [people.phucOfficerDakTo.fullName, 'nothing'],
      [people.lanOfficerDakHa.fullName, 'sent'],
    ])
  })

  test('waits and is tried again when the mail server is away; nothing is lost, and the administrator sees it', async () => {
    await workDueOn('2026-06-10')
    await giveAddress('lan.dakha', 'lan@example.vn')
    await deliver('smtp://127.0.0.1:1')
    expect(await letters()).toMatchObject([
      { state: 'failed', attempts: 1, failure: expect.stringMatching(/^E/) },
    ])
    const { rows } = await database.owner.query(
      `select start_after - created_on > interval '50 seconds' as waits from jobs.job
       where name = 'tasks.mail' and state = 'created'`,
    )
    expect(rows).toEqual([{ waits: true }])
    await database.owner.query(`update jobs.job set start_after = now() where name = 'tasks.mail'`)
    await deliver(office.url, async () => (await letters()).every(({ state }) => state === 'sent'))
    expect(await letters()).toMatchObject([{ state: 'sent', attempts: 2, failure: null }])
    expect(office.letters).toHaveLength(1)
  })

  test('is given up after a day of attempts', async () => {
    await workDueOn('2026-06-10')
    await giveAddress('lan.dakha', 'lan@example.vn')
    await deliver('smtp://127.0.0.1:1')
    await database.owner.query(`update tasks_digests set attempts = 7`)
    await database.owner.query(`update jobs.job set start_after = now() where name = 'tasks.mail'`)
    await deliver('smtp://127.0.0.1:1', async () =>
      (await letters()).every(({ state }) => state === 'given-up'),
    )
    expect(await letters()).toMatchObject([{ state: 'given-up', attempts: 8 }])
  })

  test('is not asked for before seven in the morning', async () => {
    await digestPass.run({ pool: database.pool, clock: clockAt('2026-06-15T06:59:00+07:00') })
    const { rows } = await database.owner.query('select day::text from tasks_digest_runs')
    expect(rows).toEqual([])
    await digestPass.run({ pool: database.pool, clock: clockAt('2026-06-15T07:00:00+07:00') })
    await digestPass.run({ pool: database.pool, clock: clockAt('2026-06-15T11:00:00+07:00') })
    const after = await database.owner.query(`select name from jobs.job where name = 'tasks.digest'`)
    expect(after.rows).toEqual([{ name: 'tasks.digest' }])
  })
})

describe('who wants letters', () => {
  test('is a choice of each person, with an address of their own', async () => {
    await giveAddress('lan.dakha', 'lan@example.vn')
    const first = { wantsMail: true, address: null, accountAddress: 'lan@example.vn' }
    expect((await lan.get('/reminders/mail')).body).toEqual(first)
    const choice = { wantsMail: true, address: 'lan.rieng@example.vn' }
    expect((await lan.put('/reminders/mail', choice)).body).toEqual({ ...first, ...choice })
    expect((await phuc.get('/reminders/mail')).body).toMatchObject({ address: null })
    expect((await lan.put('/reminders/mail', { wantsMail: true, address: 'không phải' })).status).toBe(422)
  })

  test('who does not gets none', async () => {
    await workDueOn('2026-06-10')
    await giveAddress('lan.dakha', 'lan@example.vn')
    await giveAddress('phuc.dakto', 'phuc@example.vn')
    await lan.put('/reminders/mail', { wantsMail: false, address: null })
    await deliver(office.url)
    expect(office.letters).toEqual([])
    expect((await letters()).map(({ person }) => person)).toEqual([people.phucOfficerDakTo.fullName])
  })

  test('the list of letters is for administrators', async () => {
    expect((await lan.get('/reminders/letters')).status).toBe(403)
  })
})
