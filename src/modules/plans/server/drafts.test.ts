import { beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#base/id.ts'
import { readDocumentText } from '#platform/documents/document-text.ts'
import { testApp } from '#test/app.ts'
import { countAudit } from '#test/count-audit.ts'
import { testDatabase, truncateAll } from '#test/database.ts'
import { people, places } from '#test/people.ts'
import { filePlanOf } from '#test/plan-filing.ts'
import { PlanDraft, type StartDraft } from '../shared/drafting.ts'
import { FiledPlan } from '../shared/filing.ts'
import { readPlan } from '../shared/read-plan.ts'

const database = await testDatabase()
const app = await testApp(database)
const lan = app.as(people.lanOfficerDakHa)
const phuc = app.as(people.phucOfficerDakTo)
const thu = app.as(people.thuProvinceOfficer)
const yHoa = app.as(people.yHoaCollaborator)

let province: FiledPlan

beforeEach(async () => {
  await truncateAll(database)
  province = await filePlanOf(thu, 'province-plan-tables-2026', { confirmedEmpty: ['number'] })
})

const starting = (change: Partial<StartDraft> = {}): StartDraft => ({
  ...{ id: newId(), source: 'parent', parentId: province.id, earlierId: null, templateCode: null },
  ...{ period: { from: 2026, to: 2030 }, ...change },
})

async function started(change: Partial<StartDraft> = {}): Promise<PlanDraft> {
  const { status, body } = await lan.post('/plan-drafts', starting(change))
  expect([status, body.code]).toEqual([200, undefined])
  return PlanDraft.parse(body)
}

const codes = ({ warnings }: PlanDraft) => warnings.map(({ code }) => code)

describe('starting a plan', () => {
  test('from the plan above: its targets and tasks, nothing weaker and nothing missing', async () => {
    const draft = await started()
    const { reading } = draft.content
    expect(reading).toMatchObject({
      issuer: 'UBND xã Đăk Hà',
      title: expect.stringMatching(/trên địa bàn xã Đăk Hà giai đoạn 2026-2030$/),
      number: null,
    })
    expect(reading.targets.map(({ value, year }) => [value, year])).toEqual(
      province.targets.map(({ value, year }) => [value, year]),
    )
    expect(reading.tasks.map(({ lead }) => lead)).toEqual([['Trạm Y tế'], ['Phòng Văn hóa - Xã hội']])
    expect(draft.comparison?.targets.every(({ standing }) => standing === 'equal')).toBe(true)
    expect(draft.comparison?.missingTasks).toEqual([])
    expect(codes(draft).filter((code) => /missing|weaker/.test(code))).toEqual([])
    expect((await thu.get(`/plans/${province.id}/cascade`)).body.rows).toContainEqual(
      expect.objectContaining({ key: places.dakHa, state: 'late' }),
    )
  })

  test('of one year: of each measure what falls due then, else the next that falls due', async () => {
    const draft = await started({ period: { from: 2028, to: 2028 } })
    const vaccinated = draft.content.reading.targets.filter(({ measure }) => /tiêm chủng/.test(measure))
    expect(vaccinated.map(({ value, year }) => [value, year])).toEqual([[97, 2028]])
    expect(draft.content.reading.title).toMatch(/năm 2028$/)
  })

  test('from a template: eight tasks with the bodies of a commune, targets due at the end', async () => {
    const { body } = await lan.get('/plan-templates')
    expect(body.map(({ code }: { code: string }) => code)).toEqual(['ecd', 'action-month'])
    const draft = await started({ source: 'template', templateCode: 'ecd', parentId: null })
    expect(draft.content.reading.tasks).toHaveLength(8)
    expect(draft.content.reading.targets.map(({ year }) => year)).toEqual([2030, 2030])
    expect(codes(draft)).toEqual([])
    expect(draft.comparison).toBeNull()
  })

  test("from last year's: years and deadlines move on, number and signer stay open", async () => {
    const earlier = await filePlanOf(lan, 'commune-plan-wrapped-2026')
    const draft = await started({
      ...{ source: 'last-year', earlierId: earlier.id, parentId: null },
      period: { from: 2027, to: 2027 },
    })
    const { reading } = draft.content
    expect(reading.title).toBe('Kế hoạch công tác trẻ em năm 2027')
    expect([reading.number, reading.signature?.name]).toEqual([null, null])
    expect(reading.targets.map(({ year }) => year)).toEqual([2027, 2027, 2027])
    expect(reading.deadlines.map(({ date }) => date)).toContain('2027-06-30')
  })

  test('blank: every warning says what is still to be written', async () => {
    const draft = await started({ source: 'blank', parentId: null })
    expect(codes(draft)).toEqual(
      expect.arrayContaining(['bases-empty', 'objective-empty', 'targets-empty', 'tasks-empty']),
    )
  })

  test('twice with one id starts it once', async () => {
    const input = starting()
    const first = await lan.post('/plan-drafts', input)
    expect((await lan.post('/plan-drafts', input)).body).toEqual(first.body)
    expect((await lan.get('/plan-drafts')).body).toHaveLength(1)
    expect(await countAudit(database, 'plans.draft-started')).toBe(1)
  })

  test.each<[string, Partial<StartDraft>]>([
    ['plans.draft-parent-needed', { parentId: null }],
    ['plans.draft-earlier-needed', { source: 'last-year' }],
    ['plans.template-unknown', { source: 'template', templateCode: 'none' }],
    ['plans.outside-area', { areaId: places.dakTo }],
    ['plans.not-found', { parentId: newId() }],
    ['http.invalid', { period: { from: 2027, to: 2026 } }],
  ])('%s', async (code, change) => {
    const { status, body } = await lan.post('/plan-drafts', starting(change))
    expect(status).toBeGreaterThanOrEqual(400)
    expect(body.code).toBe(code)
  })

  test('a draft is seen in its place and above it, never beside it, and by nobody who may not write', async () => {
    const { id } = await started()
    expect((await thu.get(`/plan-drafts/${id}`)).status).toBe(200)
    expect((await phuc.get(`/plan-drafts/${id}`)).body.code).toBe('plans.draft-not-found')
    expect((await phuc.get('/plan-drafts')).body).toEqual([])
    expect((await yHoa.get(`/plan-drafts/${id}`)).status).toBe(403)
  })
})

describe('writing', () => {
  const weaker = ({ content }: PlanDraft) => ({
    ...content,
    reading: {
      ...content.reading,
      targets: content.reading.targets.map((one, index) =>
        index === 0 ? { ...one, value: one.value + 5 } : one,
      ),
      tasks: content.reading.tasks.slice(1),
    },
    taskOrigins: content.taskOrigins.slice(1),
  })

  test('shows at once where it is weaker than the plan above and what it misses', async () => {
    const draft = await started()
    const { status, body } = await lan.put(`/plan-drafts/${draft.id}`, { version: 1, content: weaker(draft) })
    expect([status, body.version]).toEqual([200, 2])
    expect(body.comparison.targets[0].standing).toBe('weaker')
    expect(body.comparison.missingTasks).toHaveLength(1)
    expect(codes(PlanDraft.parse(body))).toEqual(expect.arrayContaining(['target-weaker', 'task-missing']))
  })

  test('two who edit at once never overwrite each other', async () => {
    const draft = await started()
    const address = `/plan-drafts/${draft.id}`
    const both = await Promise.all([
      lan.put(address, { version: 1, content: weaker(draft) }),
      thu.put(address, { version: 1, content: draft.content }),
    ])
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409])
    expect(both.find(({ status }) => status === 409)?.body.code).toBe('plans.draft-changed')
    expect((await lan.get(address)).body.version).toBe(2)
  })

  test('lists that do not fit each other are refused', async () => {
    const draft = await started()
    const content = { ...draft.content, links: [] }
    expect((await lan.put(`/plan-drafts/${draft.id}`, { version: 1, content })).body.code).toBe(
      'plans.links-differ',
    )
  })

  test('a draft is discarded, once', async () => {
    const { id } = await started()
    expect((await phuc.del(`/plan-drafts/${id}`)).status).toBe(404)
    expect((await lan.del(`/plan-drafts/${id}`)).status).toBe(200)
    expect((await lan.del(`/plan-drafts/${id}`)).body.code).toBe('plans.draft-not-found')
  })
})

describe('issuing', () => {
  const issue = { version: 1, number: '27', date: '2026-04-10', signer: 'A Thút' }

  test('turns the draft into a filed plan below the one it carries out', async () => {
    const draft = await started()
    const address = `/plan-drafts/${draft.id}/issue`
    const input = { ...issue, planId: newId() }
    const { status, body } = await lan.post(address, input)
    expect([status, body.number, body.date, body.areaId]).toEqual([200, '27', '2026-04-10', places.dakHa])
    const plan = FiledPlan.parse(body)
    expect(plan.targets).toHaveLength(province.targets.length)
    expect(plan.tasks).toHaveLength(province.tasks.length)
    expect((await lan.post(address, input)).body).toEqual(body)
    expect((await lan.get(`/plans/${plan.id}/family`)).body.parent.id).toBe(province.id)
    const compared = (await lan.get(`/plans/${plan.id}/comparison`)).body
    expect(compared.targets.map(({ standing }: { standing: string }) => standing)).toEqual(
      province.targets.map(() => 'equal'),
    )
    expect((await thu.get(`/plans/${province.id}/comparison`)).body).toBeNull()
    expect((await thu.get(`/plans/${province.id}/cascade`)).body.units.issued).toBe(1)
    expect((await lan.get('/plan-drafts')).body).toEqual([])
    const again = await lan.put(`/plan-drafts/${draft.id}`, { version: 2, content: draft.content })
    expect(again.body.code).toBe('plans.draft-issued')
    expect(await countAudit(database, 'plans.draft-issued')).toBe(1)
  })

  test.each([
    ['plans.issued-in-future', { date: '2027-01-01' }],
    ['plans.draft-changed', { version: 7 }],
    ['http.invalid', { signer: ' ' }],
    ['http.invalid', { number: 'KH' }],
  ])('%s, and nothing is filed', async (code, change) => {
    const { id } = await started()
    const { body } = await lan.post(`/plan-drafts/${id}/issue`, { ...issue, planId: newId(), ...change })
    expect(body.code).toBe(code)
    expect((await lan.get('/plans')).body).toEqual([])
  })

  test('a number that the body gave this year already is refused', async () => {
    await filePlanOf(lan, 'commune-plan-wrapped-2026', {
      reading: { ...(await started()).content.reading, number: '27', date: '2026-01-05' },
      links: (await started()).content.links,
    })
    const { id } = await started()
    const { body } = await lan.post(`/plan-drafts/${id}/issue`, { ...issue, planId: newId() })
    expect(body.code).toBe('plans.filed-before')
  })
})

describe('the document', () => {
  const read = async (bytes: Uint8Array) => {
    const found = await readDocumentText({ name: 'ke-hoach.docx', bytes })
    if (!found.ok) throw new Error(found.reason)
    return readPlan(found.text)
  }

  test('of a draft has open places; of the issued plan number, day and signer; both read back', async () => {
    const draft = await started()
    const open = await lan.get(`/plan-drafts/${draft.id}/docx`)
    expect(open.headers['content-disposition']).toContain('ke-hoach-kh-ubnd-2026.docx')
    const before = await read(open.bytes)
    expect([before.number, before.kind]).toEqual([null, 'plan'])
    const { body: plan } = await lan.post(`/plan-drafts/${draft.id}/issue`, {
      ...{ version: 1, planId: newId(), number: '27', date: '2026-04-10', signer: 'A Thút' },
    })
    const after = await read((await lan.get(`/plans/${plan.id}/docx`)).bytes)
    expect(after).toMatchObject({ number: '27', date: '2026-04-10', issuer: 'UBND xã Đăk Hà' })
    expect(after.signature?.name).toBe('A Thút')
    expect(after.targets).toHaveLength(plan.targets.length)
    expect(after.tasks.map(({ title }) => title)).toEqual(province.tasks.map(({ title }) => title))
  })

  test('is printed as PDF too, and only for who sees the plan', async () => {
    const draft = await started()
    for (const address of [`/plan-drafts/${draft.id}/pdf`, `/plans/${province.id}/pdf`])
      expect((await lan.get(address)).bytes.subarray(0, 5).toString()).toBe('%PDF-')
    expect((await phuc.get(`/plan-drafts/${draft.id}/docx`)).status).toBe(404)
    expect((await lan.get(`/plans/${newId()}/docx`)).status).toBe(404)
  })
})
