import { beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#base/id.ts'
import { testApp } from '#test/app.ts'
import { testDatabase, truncateAll } from '#test/database.ts'
import { filePlanOf, provincePlan } from '#test/filed-tasks.ts'
import { people, places } from '#test/people.ts'

const database = await testDatabase()
const app = await testApp(database)
const lan = app.as(people.lanOfficerDakHa)
const phuc = app.as(people.phucOfficerDakTo)
const thu = app.as(people.thuProvinceOfficer)
const yHoa = app.as(people.yHoaCollaborator)

beforeEach(() => truncateAll(database))

const question = (more: object = {}) => ({
  ...{
    id: newId(),
    areaId: places.dakHa,
    title: 'Thiếu cộng tác viên ở hai thôn',
    planId: null,
    planTaskId: null,
  },
  ...{ message: 'Thôn Kon Trang và Đăk Mế chưa có người nhận việc. Đề nghị tỉnh hướng dẫn.', ...more },
})

async function sent(more: object = {}): Promise<string> {
  const body = question(more)
  expect((await lan.post('/difficulties', body)).status).toBe(200)
  return body.id
}

describe('a difficulty', () => {
  test('goes to the place above, is answered there, and is settled by who sent it', async () => {
    const body = question()
    await lan.post('/difficulties', body)
    await lan.post('/difficulties', body)
    const { body: received } = await thu.get('/difficulties')
    expect(received.received).toMatchObject([{ id: body.id, state: 'open', areaId: places.dakHa, notes: 1 }])
    expect(received.sent).toEqual([])

    const answer = { id: newId(), message: 'Cho phép hợp đồng đến hết năm theo Công văn 12.' }
    await thu.post(`/difficulties/${body.id}/notes`, answer)
    const again = await thu.post(`/difficulties/${body.id}/notes`, answer)
    expect(again.body).toMatchObject({ state: 'answered', side: 'receiver' })
    const { body: seen } = await lan.get(`/difficulties/${body.id}`)
    expect(seen.notes).toMatchObject([
      { side: 'sender', by: people.lanOfficerDakHa.fullName },
      { side: 'receiver', by: people.thuProvinceOfficer.fullName, text: answer.message },
    ])
    const more = await lan.post(`/difficulties/${body.id}/notes`, {
      id: newId(),
      message: 'Kinh phí lấy ở đâu?',
    })
    expect(more.body).toMatchObject({ state: 'open', side: 'sender' })

    const close = { isClosed: true, version: more.body.version }
    expect((await lan.put(`/difficulties/${body.id}/closed`, close)).body.state).toBe('closed')
    expect((await lan.put(`/difficulties/${body.id}/closed`, close)).status).toBe(200)
    const late = await thu.post(`/difficulties/${body.id}/notes`, { id: newId(), message: 'Thêm một ý.' })
    expect([late.status, late.body.code]).toEqual([409, 'tasks.difficulty-closed'])
    expect((await lan.get('/difficulties')).body.sent).toMatchObject([{ state: 'closed' }])
  })

  test('says which task of a plan it is about', async () => {
    const plan = await filePlanOf(thu, provincePlan)
    const id = await sent({ planId: plan.id, planTaskId: plan.tasks[0]?.id })
    const { body } = await thu.get(`/difficulties/${id}`)
    expect(body).toMatchObject({ planTitle: plan.title, taskTitle: plan.tasks[0]?.title })
    const wrong = await lan.post('/difficulties', question({ planId: plan.id, planTaskId: newId() }))
    expect([wrong.status, wrong.body.code]).toEqual([404, 'tasks.not-found'])
  })

  test('waits in the reminders of the place that must answer', async () => {
    await sent()
    await database.owner.query(`update tasks_difficulties set sent_at = '2026-06-01T08:00:00+07:00'`)
    const { body } = await thu.get('/reminders')
    expect(body.overdue).toMatchObject([{ dueOn: '2026-06-11', text: expect.stringContaining('Đăk Hà') }])
  })

  test('is taken back by the sender while nobody answered, and is gone from above', async () => {
    const id = await sent()
    const withdraw = (client: typeof lan, version: number) =>
      client.post(`/difficulties/${id}/withdrawal`, { version })
    expect((await withdraw(thu, 1)).body.code).toBe('tasks.sender-closes')
    expect((await withdraw(phuc, 1)).status).toBe(404)
    expect((await withdraw(lan, 7)).body.code).toBe('tasks.difficulty-changed-meanwhile')
    for (const _again of [1, 2]) expect((await withdraw(lan, 1)).body.state).toBe('withdrawn')
    expect((await thu.get('/difficulties')).body.received).toEqual([])
    expect((await thu.get('/reminders')).body.overdue).toEqual([])
    expect((await lan.get('/difficulties')).body.sent).toMatchObject([{ id, state: 'withdrawn' }])
    const note = { id: newId(), message: 'Đã rõ.' }
    expect((await thu.post(`/difficulties/${id}/notes`, note)).body.code).toBe('tasks.difficulty-closed')
    const { body } = await lan.put(`/difficulties/${id}/closed`, { isClosed: false, version: 2 })
    expect(body.state).toBe('open')
    await thu.post(`/difficulties/${id}/notes`, note)
    expect((await withdraw(lan, 4)).body.code).toBe('tasks.difficulty-answered-already')
  })

  test('is closed by the sender only, and not over what was written meanwhile', async () => {
    const id = await sent()
    const byThu = await thu.put(`/difficulties/${id}/closed`, { isClosed: true, version: 1 })
    expect([byThu.status, byThu.body.code]).toEqual([409, 'tasks.sender-closes'])
    await thu.post(`/difficulties/${id}/notes`, { id: newId(), message: 'Đang xem xét.' })
    const stale = await lan.put(`/difficulties/${id}/closed`, { isClosed: true, version: 1 })
    expect([stale.status, stale.body.code]).toEqual([409, 'tasks.difficulty-changed-meanwhile'])
  })

  test('is seen by nobody beside, and sent for the own place only', async () => {
    const id = await sent()
    for (const other of [phuc, yHoa]) {
      const { status, body } = await other.get(`/difficulties/${id}`)
      expect([status, body.code]).toEqual([404, 'tasks.difficulty-not-found'])
    }
    expect((await phuc.get('/difficulties')).body).toMatchObject({ received: [], sent: [] })
    expect((await phuc.post(`/difficulties/${id}/notes`, { id: newId(), message: 'x' })).status).toBe(404)
    expect((await lan.post('/difficulties', question({ areaId: places.dakTo }))).status).toBe(404)
    expect((await lan.post('/difficulties', question({ message: ' ' }))).status).toBe(422)
    expect((await lan.post('/difficulties', { ...question(), id, title: 'Khác' })).body.code).toBe(
      'tasks.id-used',
    )
    expect((await yHoa.post('/difficulties', question())).status).toBe(403)
  })
})
