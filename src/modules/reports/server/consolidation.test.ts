import { setTimeout as wait } from 'node:timers/promises'
import { beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#base/id.ts'
import { clockAt } from '#platform/clock.ts'
import type { HeardFrom, ReportSection } from '#modules/reports/shared/content.ts'
import { testApp } from '#test/app.ts'
import { testDatabase, truncateAll } from '#test/database.ts'
import { addPlan } from '#test/filed-plan.ts'
import { people, places } from '#test/people.ts'
import { addChild } from '#test/registered-child.ts'
import { cellOf } from '#test/report-cell.ts'
import { explainAll, refusal, stepsOf } from '#test/report-flow.ts'
import { listDraftsOf, moveDrafts } from './queries-moving.ts'

const database = await testDatabase()
const app = await testApp(database, { clock: clockAt('2026-07-03T09:00:00+07:00') })
const lan = app.as(people.lanOfficerDakHa)
const phuc = app.as(people.phucOfficerDakTo)
const thu = app.as(people.thuProvinceOfficer)

const period = '2026-H1'
/** Of the province; the communes read it and report on it. */
let planId = ''

beforeEach(async () => {
  await truncateAll(database)
  await database.owner.query('delete from areas_successions')
  await database.owner.query('update areas set valid_to = null where id = $1', [places.dakTo])
  planId = await addPlan(database, places.quangNgai)
  await addChild(database, { bornOn: '2024-05-01', villageId: places.dakMeVillage, sex: 'male' })
  await addChild(database, { bornOn: '2020-05-01', villageId: places.konTrangVillage })
  await addChild(database, { bornOn: '2023-05-01', communeId: places.dakTo, villageId: places.dakRaoVillage })
})

const build = async (person: typeof lan) =>
  (await person.post('/reports', { id: newId(), planId, period })).body
const sendAndAccept = async (person: typeof lan, id: string) => {
  expect((await stepsOf(id).send(person)).body.toState).toBe('sent')
  expect((await stepsOf(id).accept(thu)).body.toState).toBe('accepted')
}
const sectionOf = (body: { content: { parts: { sections: ReportSection[] }[] } }, key: string) =>
  body.content.parts.flatMap(({ sections }) => sections).find((section) => section.key === key)

describe('what the province gets', () => {
  test('sums of accepted reports, words with their unit, and who is missing by name', async () => {
    const own = await build(lan)
    await lan.put(`/reports/${own.id}/sections/1.1`, { text: 'Đã ban hành 2 văn bản.', version: 0 })
    await sendAndAccept(lan, own.id)
    const other = await build(phuc)
    await stepsOf(other.id).send(phuc)

    const province = await build(thu)
    expect(cellOf(province, 'children.total.under-16')).toMatchObject({ value: 2, source: 'summed' })
    expect(cellOf(province, `children.${places.dakHa}.under-16`)).toMatchObject({ value: 2, source: 'lower' })
    expect(cellOf(province, `children.${places.dakTo}.under-16`).source).toBe('blank')
    expect(sectionOf(province, '1.1')?.gathered).toEqual([
      { areaId: places.dakHa, name: 'Xã Đăk Hà', text: 'Đã ban hành 2 văn bản.' },
    ])
    const heard: HeardFrom[] = province.content.heard
    expect(heard.find(({ areaId }) => areaId === places.dakTo)?.heard).toBe('sent')
    expect(heard.filter(({ heard: how }) => how === 'missing')).toHaveLength(heard.length - 2)
    const { body: check } = await thu.get(`/reports/${province.id}/check`)
    expect(check.findings).toContainEqual(
      expect.objectContaining({ rule: 'missing-units', level: 'warning' }),
    )
  })

  test('an accepted report that comes later, or changes, is said until the numbers are taken again', async () => {
    const province = await build(thu)
    const own = await build(lan)
    await sendAndAccept(lan, own.id)
    const before = await thu.get(`/reports/${province.id}`)
    expect(before.body.outdated.lower).toEqual(['Xã Đăk Hà'])
    expect((await thu.post(`/reports/${province.id}/refresh`)).body.outdated.lower).toEqual([])
    // Signing freezes the accepted content once more: nothing changed for the province.
    await stepsOf(own.id).sign(lan, { signedOn: '2026-07-02' })
    expect((await thu.get(`/reports/${province.id}`)).body.outdated.lower).toEqual([])
    await stepsOf(own.id).reopen(thu, 'Sai số')
    expect((await thu.get(`/reports/${province.id}`)).body.outdated.lower).toEqual(['Xã Đăk Hà'])
  })

  test('missing units ask for a reason; with it the province signs, and its copy stays as it is', async () => {
    const own = await build(lan)
    await sendAndAccept(lan, own.id)
    const province = await build(thu)
    const steps = stepsOf(province.id)
    const signed = { signedOn: '2026-07-03' }
    expect(refusal(await steps.sign(thu, signed))).toEqual([409, 'reports.unexplained'])
    await explainAll(thu, province)
    expect((await steps.sign(thu, signed)).body).toMatchObject({ fromState: 'draft', toState: 'signed' })
    await stepsOf(own.id).reopen(thu, 'Sai số')
    const { body } = await thu.get(`/reports/${province.id}`)
    expect(body.outdated).toEqual({ definitions: [], lower: [], signedSince: [] })
    expect(cellOf(body, 'children.total.under-16').value).toBe(2)
  })

  test('a signed report names the communes that signed something newer since, and keeps its numbers', async () => {
    const own = await build(lan)
    await sendAndAccept(lan, own.id)
    const province = await build(thu)
    await explainAll(thu, province)
    await stepsOf(province.id).sign(thu, { signedOn: '2026-07-03' })
    const since = async () => (await thu.get(`/reports/${province.id}`)).body.outdated.signedSince
    // The accepted content signed is what was counted.
    await stepsOf(own.id).sign(lan, { signedOn: '2026-07-02' })
    expect(await since()).toEqual([])
    await stepsOf(own.id).reopen(thu, 'Sai số')
    await lan.put(`/reports/${own.id}/sections/1.1`, { text: 'Đã ban hành 3 văn bản.', version: 0 })
    await sendAndAccept(lan, own.id)
    expect(await since()).toEqual([])
    await stepsOf(own.id).sign(lan, { documentNumber: '13', signedOn: '2026-07-03' })
    expect(await since()).toEqual(['Xã Đăk Hà'])
    // Had not sent anything when the province signed.
    const late = await build(phuc)
    await sendAndAccept(phuc, late.id)
    expect(await since()).toEqual(['Xã Đăk Hà'])
    await stepsOf(late.id).sign(phuc, { signedOn: '2026-07-03' })
    expect((await since()).toSorted()).toEqual(['Xã Đăk Hà', 'Xã Đăk Tô'])
    const { body } = await thu.get(`/reports/${province.id}`)
    expect(cellOf(body, 'children.total.under-16').value).toBe(2)
  })

  test('the list of units says who has sent, who is late and what was returned', async () => {
    const own = await build(lan)
    await stepsOf(own.id).send(lan)
    await stepsOf(own.id).return(thu, 'Thiếu phụ lục')
    const { body } = await thu.get(`/reports/units?period=${period}`)
    expect(body).toMatchObject({ period, sent: 0, accepted: 0 })
    expect(body.units.find(({ areaId }: { areaId: string }) => areaId === places.dakHa)).toMatchObject({
      state: 'returned',
      reportId: own.id,
    })
    expect((await lan.get(`/reports/units?period=${period}`)).body.units).toEqual([])
    expect((await thu.get('/reports/units?period=2026-Q1')).status).toBe(422)
  })
})

test('the server dies in the middle of a consolidation: nothing of it is there, and it can be done again', async () => {
  const province = await build(thu)
  const own = await build(lan)
  await sendAndAccept(lan, own.id)
  const stored = async () => (await database.owner.query('select * from reports order by no')).rows
  const before = await stored()
  // The consolidation has written its numbers and waits to write its audit entry.
  const blocker = await database.owner.connect()
  await blocker.query('begin; lock table accounts_audit in exclusive mode')
  const dying = thu.post(`/reports/${province.id}/refresh`)
  await killWaiting()
  await blocker.query('rollback')
  blocker.release()
  expect((await dying).status).toBe(503)
  expect(await stored()).toEqual(before)
  const { body } = await thu.post(`/reports/${province.id}/refresh`)
  expect(cellOf(body, 'children.total.under-16').value).toBe(2)
})

/** Ends the connection that waits for the lock, as when its process is killed. */
async function killWaiting(): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    const { rowCount } = await database.owner.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and wait_event_type = 'Lock'`,
    )
    if (rowCount) return
    await wait(25)
  }
  throw new Error('nothing waited')
}

test('a definition changes between draft and signing: the draft says so and offers to refresh, the signed keeps', async () => {
  const own = await build(lan)
  await sendAndAccept(lan, own.id)
  const second = await build(phuc)
  expect(second.content.definitions.map(({ code }: { code: string }) => code)).toContain('ecd1437:reach-all')
  await database.owner.query(
    `update indicators_definitions set content = content || '{"note": "đổi"}' where code = 'ecd1437:reach-all'`,
  )
  const { body: sent } = await lan.get(`/reports/${own.id}`)
  expect(sent.outdated.definitions).toEqual([])
  const { body: draft } = await phuc.get(`/reports/${second.id}`)
  expect(draft.outdated.definitions).toHaveLength(1)
  expect(refusal(await stepsOf(second.id).send(phuc))).toEqual([409, 'reports.unexplained'])
  expect((await phuc.post(`/reports/${second.id}/refresh`)).body.outdated.definitions).toEqual([])
  expect((await stepsOf(second.id).send(phuc)).status).toBe(200)
  expect((await stepsOf(own.id).sign(lan, { signedOn: '2026-07-02' })).status).toBe(200)
  const { body: copy } = await lan.get(`/reports/${own.id}/versions/2`)
  expect(copy.definitions).toEqual(own.content.definitions)
})

describe('a commune that goes into another in the middle of the period', () => {
  const merge = async () => {
    await database.owner.query(
      `insert into areas_successions (id, from_area_id, to_area_id, on_date, extent)
       values ($1, $2, $3, '2026-05-15', 'whole')`,
      [newId(), places.dakTo, places.dakHa],
    )
    await database.owner.query(`update areas set valid_to = '2026-05-14' where id = $1`, [places.dakTo])
    const { rows } = await database.owner.query<{ lft: number }>('select lft from areas where id = $1', [
      places.dakHa,
    ])
    await database.write(async (tx) => {
      const drafts = await listDraftsOf(tx, [places.dakTo])
      await moveDrafts(
        tx,
        drafts.map((row) => ({ ...row, areaId: places.dakHa, areaLft: rows[0]?.lft ?? 0 })),
      )
    })
  }

  test('its draft comes over beside the own one, which takes its words and numbers of villages once', async () => {
    const part = await build(phuc)
    await phuc.put(`/reports/${part.id}/sections/1.1`, { text: 'Đã họp 1 lần.', version: 0 })
    const own = await build(lan)
    await lan.put(`/reports/${own.id}/sections/1.1`, { text: 'Đã ban hành 2 văn bản.', version: 0 })
    await merge()
    const { body: before } = await lan.get(`/reports/${own.id}`)
    expect(before.partDrafts).toEqual([{ id: part.id, areaName: 'Xã Đăk Tô' }])
    const take = { id: newId(), partId: part.id }
    const { body: after } = await lan.post(`/reports/${own.id}/parts`, take)
    expect(sectionOf(after, '1.1')?.text).toBe('Đã ban hành 2 văn bản.\nXã Đăk Tô:\nĐã họp 1 lần.')
    expect(after.partDrafts).toEqual([])
    const { body: again } = await lan.post(`/reports/${own.id}/parts`, take)
    expect(sectionOf(again, '1.1')?.version).toBe(sectionOf(after, '1.1')?.version)
    expect((await lan.get(`/reports/${part.id}`)).body.state).toBe('merged')
    expect(refusal(await lan.post(`/reports/${part.id}/refresh`))).toEqual([409, 'reports.done'])
  })

  test('what it had sent counts in the row of the new one until that one reports', async () => {
    const part = await build(phuc)
    await sendAndAccept(phuc, part.id)
    await merge()
    const province = await build(thu)
    expect(cellOf(province, `children.${places.dakHa}.under-16`).value).toBe(1)
    const own = await build(lan)
    await sendAndAccept(lan, own.id)
    const { body } = await thu.post(`/reports/${province.id}/refresh`)
    expect(cellOf(body, `children.${places.dakHa}.under-16`).value).toBe(2)
  })

  test('a report of a unit that did not go into this one is not taken', async () => {
    const own = await build(lan)
    const other = await build(phuc)
    const reply = await lan.post(`/reports/${own.id}/parts`, { id: newId(), partId: other.id })
    expect(refusal(reply)).toEqual([404, 'reports.not-found'])
    const self = await lan.post(`/reports/${own.id}/parts`, { id: newId(), partId: own.id })
    expect(refusal(self)).toEqual([409, 'reports.not-a-part'])
  })
})
