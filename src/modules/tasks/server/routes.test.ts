import { beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#base/id.ts'
import { type Client, testApp } from '#test/app.ts'
import { testDatabase, truncateAll } from '#test/database.ts'
import { communePlan, filePlanOf, provincePlan } from '#test/filed-tasks.ts'
import { people, places } from '#test/people.ts'
import { planFiling, readPlanFixture } from '#test/plan-filing.ts'
import { withTaskDays } from '#modules/plans/shared/propose-task-days.ts'
import { nothingSet, TaskView, type WorkLine } from '../shared/contract.ts'

const database = await testDatabase()
const app = await testApp(database)
const lan = app.as(people.lanOfficerDakHa)
const phuc = app.as(people.phucOfficerDakTo)
const thu = app.as(people.thuProvinceOfficer)
const yHoa = app.as(people.yHoaCollaborator)

beforeEach(() => truncateAll(database))

async function linesOf(client: Client): Promise<WorkLine[]> {
  const { status, body } = await client.get('/tasks/work')
  expect(status).toBe(200)
  return body.lines
}

/** The first line of Lan's commune, which has filed its plan. */
async function firstLine(): Promise<{ line: WorkLine; itemId: string; address: string }> {
  await filePlanOf(lan, communePlan)
  const [line] = await linesOf(lan)
  if (!line) throw new Error('the plan gave no task')
  return { line, itemId: line.itemId, address: `/tasks/${line.areaId}/${line.itemId}` }
}

const change = (more: object, version = 0) => ({ ...nothingSet, id: newId(), version, ...more })

describe('the work of a place', () => {
  test('is what its own plan says, due at the end of the period, with the bodies the plan names', async () => {
    await lan.post('/organisations/usual-set', { areaId: places.dakHa })
    await filePlanOf(lan, communePlan)
    const lines = await linesOf(lan)
    expect(lines[0]).toMatchObject({ state: 'not-started', dueOn: '2026-12-31', dueFrom: 'plan', version: 0 })
    const leads = lines.flatMap(({ lead }) => lead)
    expect(leads.map(({ name }) => name)).toEqual(['Phòng Văn hóa - Xã hội', 'Trạm Y tế xã'])
    expect(leads.every(({ organisationId }) => organisationId !== null)).toBe(true)
  })

  test('is due on the day that the plan prints for it, as it was confirmed at filing', async () => {
    const filing = await planFiling(lan, communePlan)
    const reading = withTaskDays(await readPlanFixture(lan, communePlan))
    const file = (change: object) => lan.post('/plans', { ...filing, ...change })
    const [first, second] = reading.tasks
    const wrong = [{ ...first, due: { on: '2026-02-31', said: null } }, second]
    expect((await file({ reading: { ...reading, tasks: wrong } })).status).toBe(422)
    const typed = [first, { ...second, due: { on: '2026-10-15', said: null } }]
    expect((await file({ reading: { ...reading, tasks: typed } })).status).toBe(200)
    const dueFrom = 'printed'
    const said = 'Tổ chức 09 buổi truyền thông tại các thôn trong tháng 6/2026.'
    expect(await linesOf(lan)).toEqual([
      expect.objectContaining({ dueOn: '2026-06-30', dueFrom, dueSaid: said }),
      expect.objectContaining({ dueOn: '2026-10-15', dueFrom, dueSaid: null }),
    ])
  })

  test('holds what a plan above gives to the communes by name, and nothing else of it', async () => {
    const plan = await filePlanOf(thu, provincePlan)
    expect((await linesOf(thu)).map(({ isAbove }) => isAbove)).toEqual([false, false])
    const [line, ...rest] = await linesOf(lan)
    expect(rest).toEqual([])
    expect(line).toMatchObject({ planId: plan.id, isAbove: true, areaId: places.dakHa, dueFrom: 'plan' })
    expect(line?.title).toContain('bộ chỉ số')
    const { body } = await lan.get(`/tasks/of-plan/${plan.id}`)
    expect(body.lines.map(({ isOurs }: WorkLine) => isOurs)).toEqual([true, false])
  })

  test('takes the day and the product that the place of the plan sets, until it sets its own', async () => {
    await filePlanOf(thu, provincePlan)
    const [theirs] = await linesOf(thu)
    const set = change({ dueOn: '2026-06-30', product: 'Quyết định' })
    expect((await thu.put(`/tasks/${places.quangNgai}/${theirs?.itemId}`, set)).status).toBe(200)
    const [line] = await linesOf(lan)
    expect(line).toMatchObject({ dueOn: '2026-06-30', dueFrom: 'above', product: 'Quyết định', version: 0 })
    await lan.put(`/tasks/${places.dakHa}/${line?.itemId}`, change({ dueOn: '2026-06-20' }))
    expect((await linesOf(lan))[0]).toMatchObject({ dueOn: '2026-06-20', dueFrom: 'own' })
  })

  test('is counted by the place of the plan, unit by unit', async () => {
    const plan = await filePlanOf(thu, provincePlan)
    const [line] = await linesOf(lan)
    const done = change({ state: 'done', doneOn: '2026-06-10' })
    await lan.put(`/tasks/${places.dakHa}/${line?.itemId}`, done)
    await phuc.put(
      `/tasks/${places.dakTo}/${line?.itemId}`,
      change({ dueOn: '2026-06-01', delayReason: 'Thiếu người' }),
    )
    const { body } = await thu.get(`/tasks/of-plan/${plan.id}`)
    const [units] = body.units
    expect(units).toMatchObject({ itemId: line?.itemId, done: 1, late: 1 })
    expect(units.total).toBeGreaterThan(90)
    const view = TaskView.parse((await thu.get(`/tasks/${places.quangNgai}/${line?.itemId}`)).body)
    expect(view.units).toContainEqual(
      expect.objectContaining({
        areaId: places.dakTo,
        state: 'late',
        daysLate: 14,
        delayReason: 'Thiếu người',
      }),
    )
  })

  test('of another place cannot be seen', async () => {
    const { address } = await firstLine()
    for (const other of [phuc, yHoa]) {
      const { status, body } = await other.get(address)
      expect([status, body.code]).toEqual([404, 'tasks.area-not-found'])
    }
    expect((await phuc.get(`/tasks/work?areaId=${places.dakHa}`)).status).toBe(404)
    expect((await thu.get(address)).status).toBe(200)
  })
})

describe('a task', () => {
  test('keeps what was changed, by whom, and what stood before', async () => {
    const { address } = await firstLine()
    const { status, body } = await lan.put(address, change({ state: 'in-progress', dueOn: '2026-06-30' }))
    expect([status, body.line.state, body.line.version]).toEqual([200, 'in-progress', 1])
    const view = TaskView.parse(
      (await lan.put(address, change({ state: 'done', doneOn: '2026-06-14', dueOn: '2026-06-30' }, 1))).body,
    )
    expect(view.history).toMatchObject([
      {
        version: 2,
        by: people.lanOfficerDakHa.fullName,
        before: { state: 'in-progress', doneOn: null },
        after: { state: 'done', doneOn: '2026-06-14' },
      },
      {
        version: 1,
        before: { state: 'not-started', dueOn: null },
        after: { state: 'in-progress', dueOn: '2026-06-30' },
      },
    ])
  })

  test('sent twice is changed once', async () => {
    const { address } = await firstLine()
    const sent = change({ state: 'in-progress' })
    await lan.put(address, sent)
    const again = await lan.put(address, sent)
    expect([again.status, again.body.history.length]).toEqual([200, 1])
  })

  test('of two people who change it at once, the second is told', async () => {
    const { address } = await firstLine()
    const both = await Promise.all([
      lan.put(address, change({ risk: 'Mưa lũ' })),
      thu.put(address, change({ risk: 'Thiếu kinh phí' })),
    ])
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409])
    const stale = await thu.put(address, change({ risk: 'Thiếu người' }))
    expect(stale.body.code).toBe('tasks.changed-meanwhile')
    expect((await lan.get(address)).body.history).toHaveLength(1)
  })

  test.each([
    [{ dueOn: '2026-06-01' }, 'tasks.late-needs-reason'],
    [{ state: 'stopped' }, 'tasks.stopped-needs-reason'],
    [{ state: 'done' }, 'tasks.done-needs-day'],
    [{ state: 'done', doneOn: '2026-06-16' }, 'tasks.done-in-future'],
    [{ startsOn: '2026-09-02', dueOn: '2026-09-01' }, 'tasks.dates-in-order'],
    [{ leadId: newId() }, 'tasks.body-not-found'],
    [{ staffId: newId() }, 'tasks.person-not-found'],
  ])('%o is refused as %s', async (more, code) => {
    const { address } = await firstLine()
    const { status, body } = await lan.put(address, change(more))
    expect([status, body.code]).toEqual([422, code])
    expect((await lan.get(address)).body.line.version).toBe(0)
  })

  test('that does not exist, or by who may only read, is not changed', async () => {
    const { address } = await firstLine()
    const unknown = await lan.put(`/tasks/${places.dakHa}/${newId()}`, change({}))
    expect([unknown.status, unknown.body.code]).toEqual([404, 'tasks.not-found'])
    expect((await yHoa.put(address, change({}))).status).toBe(403)
    expect((await phuc.put(address, change({}))).status).toBe(404)
  })

  test('has activities below it, each with its own state', async () => {
    const { line, itemId, address } = await firstLine()
    const activity = { id: newId(), title: 'Tập huấn cộng tác viên', startsOn: null, dueOn: '2026-06-10' }
    const sent = { ...activity, product: null, leadId: null, staffId: null }
    await lan.post(`/tasks/${places.dakHa}/${itemId}/activities`, sent)
    const { body } = await lan.post(`/tasks/${places.dakHa}/${itemId}/activities`, sent)
    expect(body.activities).toMatchObject([{ title: 'Tập huấn cộng tác viên', state: 'late', daysLate: 5 }])
    const below = `/tasks/${line.areaId}/${activity.id}`
    const again = await lan.post(`${below}/activities`, { ...sent, id: newId() })
    expect([again.status, again.body.code]).toEqual([422, 'tasks.below-activity'])
    await lan.put(below, change({ dueOn: '2026-06-10', state: 'done', doneOn: '2026-06-09' }, 1))
    expect((await lan.get(address)).body.activities[0].state).toBe('done')
    expect((await linesOf(lan)).map(({ title }) => title)).toContain('Tập huấn cộng tác viên')
    const other = await lan.post(`/tasks/${places.dakHa}/${itemId}/activities`, {
      ...sent,
      title: 'Việc khác',
    })
    expect([other.status, other.body.code]).toEqual([409, 'tasks.id-used'])
  })

  test('takes comments once, and a comment does not stand in the way of a change', async () => {
    const { itemId, address } = await firstLine()
    const comment = { id: newId(), comment: 'Đề nghị làm sớm trước mùa mưa.' }
    await thu.post(`/tasks/${places.dakHa}/${itemId}/comments`, comment)
    const { body } = await thu.post(`/tasks/${places.dakHa}/${itemId}/comments`, comment)
    expect(body.comments).toMatchObject([
      { id: comment.id, text: comment.comment, by: people.thuProvinceOfficer.fullName },
    ])
    expect((await lan.put(address, change({ nextStep: 'Họp ngày 20/6' }))).status).toBe(200)
    expect(
      (await lan.post(`/tasks/${places.dakHa}/${itemId}/comments`, { id: newId(), comment: '  ' })).status,
    ).toBe(422)
  })
})

describe('evidence', () => {
  const bytes = Buffer.from('%PDF-1.7 biên bản')
  const file = { name: 'bien-ban.pdf', bytes }

  test('is kept, given back as it came, and taken away with its name left', async () => {
    const { itemId } = await firstLine()
    const id = newId()
    await lan.upload(`/tasks/${places.dakHa}/${itemId}/evidence`, file, {
      id,
      note: 'Biên bản buổi truyền thông',
    })
    const { body } = await lan.upload(`/tasks/${places.dakHa}/${itemId}/evidence`, file, {
      id,
      note: 'Biên bản buổi truyền thông',
    })
    expect(body.evidence).toMatchObject([{ id, name: 'bien-ban.pdf', size: bytes.length }])
    const sent = await lan.get(`/tasks/${places.dakHa}/${itemId}/evidence/${id}`)
    expect(sent.bytes.equals(bytes)).toBe(true)
    expect((await phuc.get(`/tasks/${places.dakHa}/${itemId}/evidence/${id}`)).status).toBe(404)
    expect((await lan.del(`/tasks/${places.dakHa}/${itemId}/evidence/${id}`)).body.evidence).toEqual([])
    expect((await lan.del(`/tasks/${places.dakHa}/${itemId}/evidence/${id}`)).status).toBe(200)
    expect((await lan.get(`/tasks/${places.dakHa}/${itemId}/evidence/${id}`)).body.code).toBe(
      'tasks.evidence-not-found',
    )
    const { rows } = await database.owner.query('select name, bytes from tasks_evidence')
    expect(rows).toEqual([{ name: 'bien-ban.pdf', bytes: null }])
  })

  test('of another kind, or another file under the same id, is refused', async () => {
    const { itemId } = await firstLine()
    const id = newId()
    const wrong = await lan.upload(
      `/tasks/${places.dakHa}/${itemId}/evidence`,
      { name: 'a.pdf', bytes: Buffer.from('MZ') },
      { id },
    )
    expect([wrong.status, wrong.body.code]).toEqual([422, 'tasks.evidence-kind'])
    await lan.upload(`/tasks/${places.dakHa}/${itemId}/evidence`, file, { id })
    const other = { name: 'khac.pdf', bytes: Buffer.from('%PDF-1.4 khác') }
    expect((await lan.upload(`/tasks/${places.dakHa}/${itemId}/evidence`, other, { id })).body.code).toBe(
      'tasks.id-used',
    )
  })
})
