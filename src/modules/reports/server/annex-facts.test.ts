import { beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#base/id.ts'
import { clockAt } from '#platform/clock.ts'
import { writeScope } from '#platform/db/scope.ts'
import { everywhere } from '#platform/db/types.ts'
import { loadScreeningTools } from '#modules/screening/server/public.ts'
import { testApp, type Client } from '#test/app.ts'
import { testDatabase, truncateAll } from '#test/database.ts'
import { addPlan } from '#test/filed-plan.ts'
import { people, places } from '#test/people.ts'
import { addChild } from '#test/registered-child.ts'
import { cellOf } from '#test/report-cell.ts'
import { signature, stepsOf } from '#test/report-flow.ts'
import { Report } from '../shared/contract.ts'

const database = await testDatabase()
const app = await testApp(database, { clock: clockAt('2026-06-15T09:00:00+07:00') })
const lan = app.as(people.lanOfficerDakHa)
const nga = app.as(people.ngaHealthDakHa)
const son = app.as(people.sonProtectionDakHa)
const thu = app.as(people.thuProvinceOfficer)
const minh = app.as(people.minhViewer)

const { dakHa, dakMeVillage, konTrangVillage } = places
const done = async (client: Client, url: string, body: object) => {
  const reply = await client.post(url, body)
  expect([url, reply.status, reply.body]).toEqual([url, 200, expect.anything()])
  return reply.body
}

/** A girl of one year: short for her age, screened with a doubt, referred, helped by the fund. */
async function fillChild(): Promise<string> {
  const childId = await addChild(database, { bornOn: '2025-06-01', villageId: dakMeVillage })
  const measured = { id: newId(), childId, measuredOn: '2026-06-10', weightKg: 7.9, lenheiCm: 66 }
  await done(lan, '/growth/measurements', { ...measured, position: 'lying' })
  const answers = {
    'W06-smile': 'no',
    'W09-share': 'no',
    'W12-babble': 'yes',
    'W12-gesture': 'no',
    'WANY-loss': 'no',
  }
  const form = { id: newId(), childId, tool: 'warning-signs', version: '2254-2021', screenedOn: '2026-06-11' }
  await done(lan, '/screening/records', { ...form, way: 'phone', informant: 'mother', answers })
  for (const itemCode of ['FUND', 'PAR-HOME', 'PAR-GROUP'])
    await done(lan, '/services/records', { id: newId(), childId, itemCode, doneOn: '2026-06-12' })
  return childId
}

async function fillCircumstances(childId: string): Promise<void> {
  const about = { detail: null, toDay: null, source: 'Biên bản rà soát' }
  for (const [groupNo, fromDay] of [
    [1, '2026-01-05'],
    [5, '2026-02-01'],
  ] as const)
    await done(son, `/children/${childId}/circumstances`, { id: newId(), groupNo, fromDay, ...about })
  const orphanBefore = await addChild(database, { bornOn: '2020-01-01', villageId: konTrangVillage })
  const ended = { groupNo: 2, fromDay: '2025-01-01', ...about, toDay: '2025-12-31' }
  await done(son, `/children/${orphanBefore}/circumstances`, { id: newId(), ...ended })
}

async function fillStaff(): Promise<void> {
  const open = { validFrom: '2026-01-01', validTo: null, organisationId: null, workplace: null }
  const nothing = { phone: null, email: null, qualification: null, username: null }
  for (const [fullName, audience, areaId] of [
    ['A Thiên', 'commune', dakHa],
    ['Y Blưi', 'protection-worker', dakHa],
    ['A Kham', 'collaborator', dakMeVillage],
  ] as const) {
    const post = { id: newId(), areaId, audience, title: 'Cán bộ', ...open, allowance: null, basis: null }
    await done(lan, '/organisations/staff', { id: newId(), areaId: dakHa, fullName, ...nothing, post })
  }
  const training = { id: newId(), areaId: dakHa, kind: 'training', title: 'Tập huấn cộng tác viên' }
  const days = { startsOn: '2026-05-10', endsOn: '2026-05-11', atTime: null, place: null, note: null }
  await done(lan, '/calendar/events', { ...training, ...days })
}

async function fillUrgent(more: object = {}): Promise<void> {
  await done(nga, '/duties/urgent', {
    ...{
      id: newId(),
      kind: 'injury-death',
      sex: 'male',
      ageYears: 4,
      happenedAt: '2026-06-14T06:30:00+07:00',
    },
    ...{
      learnedAt: '2026-06-14T07:15:00+07:00',
      placeKind: 'community',
      place: 'Suối cạnh nương',
      cause: '08',
    },
    ...{ activity: 'tắm suối', supervised: 'no', diedOn: '2026-06-14', harmedBy: null, inDanger: false },
    ...{
      what: 'Trẻ đuối nước khi tắm suối một mình.',
      measures: 'Đã sơ cứu, báo công an.',
      source: 'station',
    },
    told: [{ to: 'police', at: '2026-06-14T07:30:00+07:00' }],
    ...more,
  })
}

/** A case of violence at school, the report on the self-inspection, and the figure of child-friendly communes. */
async function fillProtection(): Promise<void> {
  const alive = { kind: 'violence', cause: null, diedOn: null, harmedBy: 'peer', source: 'school' }
  await fillUrgent({ ...alive, what: 'Trẻ bị bạn đánh.', measures: 'Nhà trường đã can thiệp.' })
  const sent = { code: 'self-check', period: '2026', sentOn: '2026-06-10', document: 'Báo cáo số 8/BC-UBND' }
  await done(lan, '/duties/sent', { id: newId(), ...sent })
  const figure = {
    code: 'qd23:1',
    areaId: dakHa,
    period: '2026-H1',
    value: 100,
    numerator: 1,
    denominator: 1,
  }
  await done(lan, '/indicators/typed', { id: newId(), ...figure, source: 'Quyết định số 90/QĐ-UBND' })
}

let report: Report
beforeAll(async () => {
  await truncateAll(database)
  await writeScope(database.pool, everywhere, loadScreeningTools)
  const planId = await addPlan(database, dakHa)
  await fillCircumstances(await fillChild())
  await fillStaff()
  await fillUrgent()
  await fillProtection()
  report = Report.parse(await done(lan, '/reports', { id: newId(), planId, period: '2026-H1' }))
})

const value = (key: string) => cellOf(report, key).value

describe('the annexes take from the records', () => {
  test.each([
    ['growth of the children measured', 'nutrition', dakMeVillage, { measured: 1, stunting: 1, obesity: 0 }],
    ['checks, doubts and referrals', 'nutrition', 'total', { checked: 1, delay: 1, referred: 1 }],
    ['the groups of circumstances', 'special', '1', { number: 1, helped: 1, percent: 100 }],
    ['a group in which nobody is any more', 'special', '2', { number: 0, helped: 0, percent: null }],
    ['a group that nobody recorded', 'special', '3', { number: null, helped: null }],
    ['each child once, though in two groups', 'special', 'total', { number: 1, helped: 1 }],
    [
      'staff of the commune as a whole',
      'capacity',
      'total',
      { officials: 2, collaborators: 1, teachers: null },
    ],
    ['collaborators of a village', 'capacity', dakMeVillage, { officials: null, collaborators: 1 }],
    ['courses of the calendar', 'capacity', 'total', { courses: 1, participants: null }],
    ['visits and groups of carers', 'parenting', 'total', { visits: 1, enrolled: 1, groups: null }],
    ['cases told by urgent reports', 'protection', 'total', { received: 1, 'by-commune': 1, emergencies: 0 }],
    ['cases not by village, plans not at all', 'protection', dakMeVillage, { received: null, plans: null }],
    ['self-inspections that were reported', 'inspection', 'total', { 'self-inspections': 1, findings: null }],
    ['a figure typed with its source', 'friendly', 'total', { recognised: 1, assessed: null }],
    ['papers of referral', 'network', 'total', { made: 1, answered: 0, completed: 0, members: null }],
    ['children whom the fund helped', 'resources', 'total', { 'fund-children': 1, spent: null }],
    [
      'a death told by an urgent report',
      'injury-deaths',
      '08',
      { total: 1, male: 1, female: 0, 'age-0-5': 1 },
    ],
    ['no other cause of death', 'injury-deaths', '01', { total: null }],
    ['no injury that was not fatal', 'injured', '08', { total: null }],
  ])('%s', (_, table, row, columns) => {
    const found = Object.keys(columns).map((column) => [column, value(`${table}.${row}.${column}`)])
    expect(Object.fromEntries(found)).toEqual(columns)
  })

  test('and a number typed in a row changes the total that was known as a whole by the difference', async () => {
    const typed = { source: 'typed', value: 3, reason: 'Theo danh sách thôn', version: 0 }
    const key = `capacity.${dakMeVillage}.collaborators`
    const { body } = await lan.put(`/reports/${report.id}/cells/${key}`, typed)
    expect(cellOf(body, 'capacity.total.collaborators').value).toBe(3)
    await lan.put(`/reports/${report.id}/cells/${key}`, { source: 'computed', version: 1 })
  })

  test('what stands in other registers is offered as sentences to the sections it belongs to', async () => {
    const { body } = await lan.get(`/reports/${report.id}/check`)
    expect(body.offers['2.2']).toContain(
      'Trong kỳ đã tổ chức 1 hoạt động theo lịch công tác: Tập huấn cộng tác viên (từ 10/05/2026 đến 11/05/2026).',
    )
  })

  test('how a column is filled stands with the report: by which rule, or typed', async () => {
    const { body } = await lan.get(`/reports/${report.id}/columns`)
    expect(body['nutrition.stunting']).toMatchObject({
      fact: 'qd23:4b.got',
      rule: expect.stringContaining('-2 SD'),
    })
    expect(body['friendly.assessed']).toEqual({ fact: null, rule: null })
    expect((await minh.get(`/reports/${newId()}/columns`)).body.code).toBe('reports.not-found')
  })
})

describe('how many children are in a confidential group', () => {
  const hiv = (body: Report) => cellOf(body, 'special.5.number').value

  test('is not shown to people who see no children, even in a signed report; other groups are then', async () => {
    expect(hiv(report)).toBe(1)
    expect(hiv((await minh.get(`/reports/${report.id}`)).body)).toBeNull()
    await stepsOf(report.id).send(lan)
    await stepsOf(report.id).accept(thu)
    expect((await stepsOf(report.id).sign(lan, { ...signature })).status).toBe(200)
    const { body } = await minh.get(`/reports/${report.id}`)
    expect([hiv(body), cellOf(body, 'special.1.number').value]).toEqual([null, 1])
    // So is one case of violence, abuse or neglect.
    expect(cellOf(body, 'protection.total.received').value).toBeNull()
    expect(hiv((await thu.get(`/reports/${report.id}`)).body)).toBe(1)
  })
})
