import { beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#base/id.ts'
import type { FiledPlan } from '#modules/plans/shared/filing.ts'
import { testApp } from '#test/app.ts'
import { countAudit } from '#test/count-audit.ts'
import { testDatabase, truncateAll } from '#test/database.ts'
import { communePlan, filePlanOf, provincePlan } from '#test/filed-tasks.ts'
import { people, places } from '#test/people.ts'
import { nothingSet } from '../shared/contract.ts'
import { Review } from '../shared/reviews.ts'

const database = await testDatabase()
const app = await testApp(database)
const lan = app.as(people.lanOfficerDakHa)
const phuc = app.as(people.phucOfficerDakTo)
const thu = app.as(people.thuProvinceOfficer)
const yHoa = app.as(people.yHoaCollaborator)

beforeEach(() => truncateAll(database))

const verdict = (more: object = {}) => ({
  ...{ verdict: 'reached', conclusion: 'Đạt theo sổ theo dõi.', lessons: null, version: 0 },
  ...more,
})

async function begun(plan: FiledPlan, kind = 'final'): Promise<Review> {
  const input = { id: newId(), planId: plan.id, kind, asOf: '2026-06-15' }
  const { status, body } = await lan.post('/reviews', input)
  expect(status).toBe(200)
  return Review.parse(body)
}

async function answerTargets({ id, subjects }: Review): Promise<void> {
  for (const subject of subjects.filter(({ kind }) => kind === 'target'))
    await lan.put(`/reviews/${id}/conclusions/${subject.id}`, verdict())
}

describe('a review', () => {
  test('asks about each target and task, with what is known and what follows from it', async () => {
    const plan = await filePlanOf(lan, communePlan)
    const value = { id: newId(), value: 100, asOf: '2026-06-01', source: 'Báo cáo' }
    await lan.post(`/plans/${plan.id}/targets/${plan.targets[0]?.id}/values`, value)
    const { subjects } = await begun(plan, 'interim')
    expect(subjects.map(({ kind }) => kind)).toEqual(['target', 'target', 'target', 'task', 'task'])
    expect(subjects[0]).toMatchObject({
      proposed: 'reached',
      known: '100% (01/06/2026, Báo cáo)',
      verdict: null,
    })
    expect(subjects[3]).toMatchObject({ known: 'not-started', proposed: null, dueOn: '2026-12-31' })
  })

  test('goes by the figure of its day, not by what was typed for a later one', async () => {
    const plan = await filePlanOf(lan, communePlan)
    const [target] = plan.targets
    const values = `/plans/${plan.id}/targets/${target?.id}/values`
    for (const [asOf, value] of [
      ['2026-03-31', 61.5],
      ['2026-06-10', 100],
    ])
      await lan.post(values, { id: newId(), value, asOf, source: 'Báo cáo' })
    const at = async (kind: string, asOf: string) => {
      const { body } = await lan.post('/reviews', { id: newId(), planId: plan.id, kind, asOf })
      return Review.parse(body).subjects[0]
    }
    expect(await at('interim', '2026-06-15')).toMatchObject({ proposed: 'reached' })
    const spring = await at('interim', '2026-04-01')
    // Not reached, but the year of the target goes on.
    expect(spring).toMatchObject({
      known: '61,5% (31/03/2026, Báo cáo)',
      proposed: null,
      dueOn: '2026-12-31',
    })
    expect(await at('final', '2026-04-01')).toMatchObject({ proposed: 'missed' })
    expect(await at('interim', '2026-03-01')).toMatchObject({ known: null, proposed: null })
  })

  test('proposes by the state of a task on its day, and all proposals are taken at once', async () => {
    const plan = await filePlanOf(lan, communePlan)
    const [target] = plan.targets
    const value = { id: newId(), value: 100, asOf: '2026-06-01', source: 'Báo cáo' }
    await lan.post(`/plans/${plan.id}/targets/${target?.id}/values`, value)
    const tasks = (await lan.get(`/tasks/of-plan/${plan.id}`)).body.lines.filter(
      ({ isActivity }: { isActivity: boolean }) => !isActivity,
    )
    const leaves = (await begun(plan, 'interim')).subjects.filter(({ kind }) => kind === 'task')
    const [done, under] = leaves.map(({ id }) => id)
    expect(tasks.map(({ itemId }: { itemId: string }) => itemId)).toContain(done)
    const put = (itemId: string | undefined, change: object) =>
      lan.put(`/tasks/${places.dakHa}/${itemId}`, { ...nothingSet, id: newId(), version: 0, ...change })
    await put(done, { state: 'done', doneOn: '2026-06-05' })
    const review = await begun(plan)
    const proposed = ({ subjects }: Review, id: string | undefined) =>
      subjects.find((subject) => subject.id === id)?.proposed
    expect([done, under].map((id) => proposed(review, id))).toEqual(['reached', 'missed'])
    await put(under, { state: 'in-progress' })
    const later = Review.parse((await lan.get(`/reviews/${review.id}`)).body)
    expect(proposed(later, under)).toBe('partly')

    const own = verdict({ verdict: 'partly', conclusion: 'Làm được một nửa.' })
    await lan.put(`/reviews/${review.id}/conclusions/${under}`, own)
    expect((await phuc.post(`/reviews/${review.id}/proposals`)).status).toBe(404)
    for (const _again of [1, 2]) {
      const { status, body } = await lan.post(`/reviews/${review.id}/proposals`)
      expect(status).toBe(200)
      const verdicts = Review.parse(body).subjects.map((subject) => subject.verdict)
      expect(verdicts).toEqual(['reached', null, null, 'reached', 'partly'])
    }
    const [, , , , kept] = Review.parse((await lan.get(`/reviews/${review.id}`)).body).subjects
    expect(kept).toMatchObject({ conclusion: 'Làm được một nửa.', version: 1 })
    expect(await countAudit(database, 'tasks.proposals-accepted')).toBe(1)
  })

  test('of a plan that communes carry out goes by how many of them have', async () => {
    const plan = await filePlanOf(thu, provincePlan)
    const [line] = (await lan.get('/tasks/work')).body.lines
    const change = { ...nothingSet, id: newId(), version: 0, state: 'done', doneOn: '2026-06-01' }
    await lan.put(`/tasks/${places.dakHa}/${line.itemId}`, change)
    const input = { id: newId(), planId: plan.id, kind: 'final', asOf: '2026-06-15' }
    const { subjects } = Review.parse((await thu.post('/reviews', input)).body)
    const subject = subjects.find(({ id }) => id === line.itemId)
    expect(subject).toMatchObject({ proposed: 'partly', units: { done: 1 } })
    expect(subject?.units?.total).toBeGreaterThan(1)
  })

  test('keeps conclusions and lessons, each once, and tells the second of two writers', async () => {
    const plan = await filePlanOf(lan, communePlan)
    const { id, subjects } = await begun(plan, 'interim')
    const address = `/reviews/${id}/conclusions/${subjects[0]?.id}`
    await lan.put(address, verdict({ verdict: 'partly' }))
    expect((await lan.put(address, verdict({ verdict: 'partly' }))).status).toBe(200)
    const stale = await thu.put(address, verdict({ verdict: 'missed' }))
    expect([stale.status, stale.body.code]).toEqual([409, 'tasks.review-changed-meanwhile'])
    await lan.put(address, verdict({ verdict: 'missed', version: 1 }))
    const words = { summary: 'Kết quả sáu tháng.', lessons: 'Làm sớm trước mùa mưa.', version: 1 }
    const { body } = await lan.put(`/reviews/${id}`, words)
    expect(body).toMatchObject({ summary: words.summary, lessons: words.lessons, version: 2 })
    expect(body.subjects[0]).toMatchObject({ verdict: 'missed', version: 2 })
    expect((await lan.put(`/reviews/${id}`, { ...words, summary: 'Khác' })).status).toBe(409)
    const list = (await lan.get(`/reviews/of-plan/${plan.id}`)).body
    expect(list).toMatchObject({
      isOwn: true,
      reviews: [{ targets: 3, targetsAnswered: 1, tasksAnswered: 0 }],
    })
  })

  test('is refused in the future, twice for a day, without a word for "no figure", for another place', async () => {
    const plan = await filePlanOf(lan, communePlan)
    const input = { id: newId(), planId: plan.id, kind: 'final', asOf: '2026-06-16' }
    expect((await lan.post('/reviews', input)).body.code).toBe('tasks.review-in-future')
    const { id, subjects } = await begun(plan)
    expect((await lan.post('/reviews', { ...input, asOf: '2026-06-15' })).body.code).toBe(
      'tasks.review-begun',
    )
    const silent = verdict({ verdict: 'no-figure', conclusion: null })
    const refused = await lan.put(`/reviews/${id}/conclusions/${subjects[0]?.id}`, silent)
    expect([refused.status, refused.body.code]).toEqual([422, 'tasks.no-figure-needs-word'])
    expect((await lan.put(`/reviews/${id}/conclusions/${newId()}`, verdict())).status).toBe(404)
    expect((await phuc.get(`/reviews/${id}`)).body.code).toBe('tasks.review-not-found')
    expect((await phuc.post('/reviews', { ...input, id: newId() })).status).toBe(404)
    expect((await yHoa.post('/reviews', input)).status).toBe(403)
  })
})

describe('a plan', () => {
  test('closes only with all targets answered, and the refusal names the others', async () => {
    const plan = await filePlanOf(lan, communePlan)
    const interim = await begun(plan, 'interim')
    expect((await lan.post(`/reviews/${interim.id}/closure`, { id: newId() })).body.code).toBe(
      'tasks.final-closes',
    )
    const review = await begun(plan)
    await lan.put(`/reviews/${review.id}/conclusions/${review.subjects[0]?.id}`, verdict())
    const refused = await lan.post(`/reviews/${review.id}/closure`, { id: newId() })
    expect([refused.status, refused.body.code]).toEqual([422, 'tasks.targets-unanswered'])
    expect(refused.body.texts.vi).toContain('Còn 2 chỉ tiêu')
    expect(refused.body.texts.vi).toContain(review.subjects[1]?.text.slice(0, 30))
    await answerTargets(review)
    const closure = { id: newId() }
    expect((await lan.post(`/reviews/${review.id}/closure`, closure)).body.isClosed).toBe(true)
    expect((await lan.post(`/reviews/${review.id}/closure`, closure)).status).toBe(200)
  })

  test('that is closed is only read, its work asks for nothing more, and it opens again with a reason', async () => {
    const plan = await filePlanOf(lan, communePlan)
    const review = await begun(plan)
    await answerTargets(review)
    await lan.post(`/reviews/${review.id}/closure`, { id: newId() })
    const address = `/tasks/${places.dakHa}/${plan.tasks.at(-1)?.id}`
    const change = { ...nothingSet, id: newId(), version: 0, risk: 'Mưa lũ' }
    for (const reply of [
      await lan.put(address, change),
      await lan.post(`${address}/comments`, { id: newId(), comment: 'Thêm' }),
      await lan.put(
        `/reviews/${review.id}/conclusions/${review.subjects[0]?.id}`,
        verdict({ version: 1, lessons: 'x' }),
      ),
      await lan.put(`/reviews/${review.id}`, { summary: 'x', lessons: null, version: 1 }),
      await lan.post(`/plans/${plan.id}/targets/${plan.targets[0]?.id}/values`, {
        ...{ id: newId(), value: 1, asOf: '2026-06-01', source: 'Sau khi kết thúc' },
      }),
      await lan.put(`/plans/${plan.id}/targets/${plan.targets[0]?.id}`, { way: 'open', indicatorCode: null }),
    ])
      expect([reply.status, reply.body.code]).toEqual([409, 'tasks.plan-closed'])
    expect((await lan.get('/tasks/work')).body.lines).toEqual([])
    expect((await lan.get(`/tasks/of-plan/${plan.id}`)).body.closedOn).toBe('2026-06-15')
    expect((await lan.get(address)).body.isOpen).toBe(false)

    const reopening = `/reviews/of-plan/${plan.id}/reopening`
    expect((await lan.post(reopening, { why: 'Sai' })).status).toBe(422)
    expect((await phuc.post(reopening, { why: 'Còn một báo cáo chưa tính' })).status).toBe(404)
    const { body } = await lan.post(reopening, { why: 'Còn một báo cáo chưa tính' })
    expect(body.closures).toMatchObject([
      { reopenedWhy: 'Còn một báo cáo chưa tính', reopenedBy: people.lanOfficerDakHa.fullName },
    ])
    expect((await lan.put(address, change)).status).toBe(200)
  })

  test('of the province that is closed closes the work of the communes on it', async () => {
    const plan = await filePlanOf(thu, provincePlan)
    const [line] = (await lan.get('/tasks/work')).body.lines
    const { body: review } = await thu.post('/reviews', {
      ...{ id: newId(), planId: plan.id, kind: 'final', asOf: '2026-06-15' },
    })
    for (const { id, kind } of Review.parse(review).subjects)
      if (kind === 'target') await thu.put(`/reviews/${review.id}/conclusions/${id}`, verdict())
    await thu.post(`/reviews/${review.id}/closure`, { id: newId() })
    const change = { ...nothingSet, id: newId(), version: 0, risk: 'Mưa lũ' }
    const refused = await lan.put(`/tasks/${places.dakHa}/${line.itemId}`, change)
    expect([refused.status, refused.body.code]).toEqual([409, 'tasks.plan-closed'])
    expect((await lan.get(`/reviews/of-plan/${plan.id}`)).body).toMatchObject({ isOwn: false, reviews: [] })
    expect((await lan.post(`/reviews/of-plan/${plan.id}/reopening`, { why: 'Xã muốn mở lại' })).status).toBe(
      404,
    )
  })
})
