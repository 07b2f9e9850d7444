import { beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#base/id.ts'
import { testApp } from '#test/app.ts'
import { testDatabase, truncateAll } from '#test/database.ts'
import { people, places } from '#test/people.ts'
import { planFiling, planFixture, readPlanFixture } from '#test/plan-filing.ts'
import { FiledPlan, type FilePlan } from '../shared/filing.ts'

const database = await testDatabase()
const app = await testApp(database)
const lan = app.as(people.lanOfficerDakHa)
const phuc = app.as(people.phucOfficerDakTo)
const thu = app.as(people.thuProvinceOfficer)
const yHoa = app.as(people.yHoaCollaborator)
const minh = app.as(people.minhViewer)

beforeEach(() => truncateAll(database))

const readFixture = (name: string) => readPlanFixture(lan, name)
const filing = (name: string, change: Partial<FilePlan> = {}) => planFiling(lan, name, change)

async function filed(name: string, change: Partial<FilePlan> = {}): Promise<FiledPlan> {
  const { status, body } = await lan.post('/plans', await filing(name, change))
  expect(status).toBe(200)
  return FiledPlan.parse(body)
}

async function count(table: string): Promise<number> {
  const { rows } = await database.owner.query<{ count: number }>(
    `select count(*)::int as count from ${table}`,
  )
  return rows[0]?.count ?? -1
}

describe('a correction left half typed', () => {
  const blank = { text: '', date: null, rule: null, who: null, section: null }

  test.each([
    ['plans.deadline-open', { deadlines: [blank] }],
    ['plans.deadline-open', { deadlines: [{ ...blank, text: 'Gửi báo cáo', rule: 'before:' }] }],
    [
      'plans.task-open',
      {
        tasks: [
          { number: '1', title: ' ', purpose: null, solutions: [], lead: [], coordinating: [], parts: [] },
        ],
      },
    ],
  ])('is refused as %s and nothing is filed', async (code, change) => {
    const whole = await filing('ward-plan-2019')
    const { status, body } = await lan.post('/plans', { ...whole, reading: { ...whole.reading, ...change } })
    expect({ status, body }).toMatchObject({ status: 422, body: { code } })
    expect(await count('plans')).toBe(0)
  })

  test('a corrected deadline and basis are filed as typed', async () => {
    const whole = await filing('ward-plan-2019')
    const deadline = { ...blank, text: 'Gửi báo cáo năm', rule: 'before:12-05', who: 'Trạm Y tế phường' }
    const basis = {
      number: '9/QĐ-UBND',
      date: '2019-01-09',
      issuer: 'UBND thị xã Hòa Khê',
      title: 'giao nhiệm vụ',
    }
    const reading = { ...whole.reading, deadlines: [deadline], bases: [basis] }
    const { body } = await lan.post('/plans', { ...whole, reading })
    const plan = FiledPlan.parse(body)
    expect(plan.deadlines).toMatchObject([{ rule: 'before:12-05', who: 'Trạm Y tế phường' }])
    expect(plan.reading.bases).toEqual([basis])
  })
})

describe('reading', () => {
  test('a file is read and nothing is filed', async () => {
    const { reading, places: found } = await readFixture('commune-plan-wrapped-2026')
    expect(reading).toMatchObject({ kind: 'plan', number: '15', issuer: 'UBND xã Đăk Ring' })
    expect(found.targets).toHaveLength(3)
    expect(await count('plans')).toBe(0)
  })

  test('pasted text is read the same way', async () => {
    const { status, body } = await lan.post('/plans/read-text', {
      text: (await planFixture('report-2022')).toString(),
    })
    expect([status, body.reading.kind]).toEqual([200, 'report'])
    const lost = await lan.post('/plans/read-text', { text: 'K? ho?ch ch?m s?c tr? em n?m 2026. '.repeat(9) })
    expect([lost.status, lost.body.code]).toEqual([422, 'files.lost-letters'])
  })

  test.each([
    ['a file of spaces', Buffer.from('  \n '), 'files.empty'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]), 'files.binary'],
    ['a PDF', Buffer.from('%PDF-1.7\n1 0 obj'), 'files.pdf'],
    ['a rich text', Buffer.from('{\\rtf1\\ansi K\\u7871?}'), 'files.wrong-kind'],
    ['twenty megabytes', Buffer.alloc(19 * 1024 * 1024, 'Kế hoạch '), 'files.too-large'],
    ['a broken docx', Buffer.from('PK\u0003\u0004 broken'), 'files.damaged'],
  ])('%s is refused with its reason', async (_what, bytes, code) => {
    const { status, body } = await lan.upload('/plans/read', { name: 'plan.txt', bytes })
    expect(status).toBeGreaterThanOrEqual(400)
    expect(body.code).toBe(code)
    expect(body.texts.vi.length).toBeGreaterThan(20)
  })
})

describe('filing', () => {
  test('keeps targets, tasks with agencies, deadlines and the source, and writes the audit', async () => {
    const plan = await filed('commune-plan-wrapped-2026')
    expect(plan).toMatchObject({
      no: expect.any(Number),
      areaId: places.dakHa,
      number: '15',
      symbol: 'KH-UBND',
      date: '2026-01-09',
      targetCount: 3,
      taskCount: 2,
    })
    expect(plan.targets[1]).toMatchObject({
      value: 98,
      unit: '%',
      year: 2026,
      way: 'by-hand',
      handValue: null,
    })
    expect(plan.tasks.filter(({ parentId }) => parentId === null).map(({ lead }) => lead)).toEqual([
      ['Phòng Văn hóa - Xã hội'],
      ['Trạm Y tế xã'],
    ])
    expect(plan.deadlines.map(({ date, rule }) => date ?? rule)).toEqual(['2026-06-30', 'before:11-15'])
    const source = await lan.get(`/plans/${plan.id}/source`)
    expect(source.body.text).toContain('KẾ HOẠCH')
    expect((await lan.get(`/plans/${plan.id}`)).body).toEqual(plan)
    const { rows } = await database.owner.query('select action from accounts_audit where subject_id = $1', [
      plan.id,
    ])
    expect(rows).toEqual([{ action: 'plans.filed' }])
  })

  test('sending the same plan twice files it once', async () => {
    const input = await filing('commune-plan-wrapped-2026')
    const first = await lan.post('/plans', input)
    const second = await lan.post('/plans', input)
    expect(second.body).toEqual(first.body)
    expect(await count('plans')).toBe(1)
  })

  test('the same document under another id is refused and names the plan that is there', async () => {
    const plan = await filed('commune-plan-wrapped-2026')
    const { status, body } = await lan.post('/plans', await filing('commune-plan-wrapped-2026'))
    expect([status, body.code]).toEqual([409, 'plans.filed-before'])
    expect(body.texts.vi).toContain(`kế hoạch ${String(plan.no)}`)
    expect(await count('plans')).toBe(1)
  })

  test('a news page is not filed', async () => {
    const { status, body } = await lan.post(
      '/plans',
      await filing('news', { confirmedEmpty: ['number', 'date', 'issuer'] }),
    )
    expect([status, body.code]).toEqual([422, 'plans.not-administrative'])
  })

  test('an empty number must be marked as empty', async () => {
    const open = await filing('province-plan-tables-2026')
    const refused = await lan.post('/plans', open)
    expect([refused.status, refused.body.code]).toEqual([422, 'plans.number-open'])
    const marked = await lan.post('/plans', { ...open, confirmedEmpty: ['number'] })
    expect([marked.status, marked.body.number, marked.body.date]).toEqual([200, null, '2026-03'])
  })

  test('a text without a number is filed once', async () => {
    const input = { ...(await filing('province-plan-tables-2026')), confirmedEmpty: ['number'] }
    const first = await lan.post('/plans', input)
    const again = await lan.post('/plans', { ...input, id: newId() })
    expect([first.status, again.status, again.body.code]).toEqual([200, 409, 'plans.same-text'])
    expect(again.body.texts.vi).toContain(`kế hoạch ${String(first.body.no)}`)
  })

  test.each([
    ['a title of spaces', { title: '  ' }, 'plans.title-needed'],
    ['a day that does not exist', { date: '2026-02-31' }, 'plans.date-wrong'],
    ['a target without a link', { targets: [] }, 'plans.links-differ'],
  ])('%s is refused', async (_what, change, code) => {
    const input = await filing('commune-plan-wrapped-2026')
    const { status, body } = await lan.post('/plans', { ...input, reading: { ...input.reading, ...change } })
    expect([status, body.code]).toEqual([422, code])
    expect(await count('plans_targets')).toBe(0)
  })

  test('a place outside the area cannot be chosen', async () => {
    const { status, body } = await lan.post(
      '/plans',
      await filing('commune-plan-wrapped-2026', { areaId: places.dakTo }),
    )
    expect([status, body.code]).toEqual([404, 'plans.outside-area'])
  })

  test('who may only look cannot file or read a file in', async () => {
    expect((await yHoa.post('/plans', {})).status).toBe(403)
    expect((await minh.upload('/plans/read', { name: 'a.txt', bytes: Buffer.from('x') })).status).toBe(403)
  })
})

describe('a filed plan', () => {
  test('is seen in its commune and above, not in the next commune', async () => {
    const plan = await filed('commune-plan-wrapped-2026')
    expect((await thu.get('/plans')).body.map(({ id }: { id: string }) => id)).toEqual([plan.id])
    expect((await minh.get(`/plans/${plan.id}`)).status).toBe(200)
    expect((await phuc.get('/plans')).body).toEqual([])
    const other = await phuc.get(`/plans/${plan.id}`)
    expect([other.status, other.body.code]).toEqual([404, 'plans.not-found'])
    expect((await phuc.get(`/plans/${plan.id}/source`)).status).toBe(404)
  })

  test('ties a target to an indicator and back to tracking by hand', async () => {
    const plan = await filed('commune-plan-wrapped-2026')
    const address = `/plans/${plan.id}/targets/${plan.targets[0]?.id ?? ''}`
    const tied = await lan.put(address, { way: 'indicator', indicatorCode: 'welfare:hic-u6' })
    expect([tied.status, tied.body.targets[0].indicatorCode]).toEqual([200, 'welfare:hic-u6'])
    const free = await lan.put(address, { way: 'by-hand', indicatorCode: null })
    expect(free.body.targets[0]).toMatchObject({ way: 'by-hand', indicatorCode: null })
    expect((await lan.put(address, { way: 'indicator', indicatorCode: null })).status).toBe(422)
    expect((await phuc.put(address, { way: 'by-hand', indicatorCode: null })).status).toBe(404)
    expect(
      (await lan.put(`/plans/${plan.id}/targets/${newId()}`, { way: 'open', indicatorCode: null })).body.code,
    ).toBe('plans.target-not-found')
  })

  test('keeps typed values; the one with the latest day counts', async () => {
    const plan = await filed('commune-plan-wrapped-2026')
    const address = `/plans/${plan.id}/targets/${plan.targets[2]?.id ?? ''}/values`
    const june = { id: newId(), value: 71.5, asOf: '2026-06-01', source: 'Báo cáo tháng 5 của Trạm Y tế' }
    expect((await lan.post(address, june)).body.targets[2].handValue).toMatchObject({
      value: 71.5,
      asOf: '2026-06-01',
    })
    await lan.post(address, june)
    const older = await lan.post(address, { ...june, id: newId(), value: 60, asOf: '2026-01-31' })
    expect(older.body.targets[2].handValue.value).toBe(71.5)
    expect(await count('plans_target_values')).toBe(2)
    const future = await lan.post(address, { ...june, id: newId(), asOf: '2026-12-31' })
    expect([future.status, future.body.code]).toEqual([422, 'plans.value-in-future'])
    expect((await lan.post(address, { ...june, id: newId(), source: ' ' })).status).toBe(422)
  })
})
