import { beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#base/id.ts'
import { testApp } from '#test/app.ts'
import { countAudit } from '#test/count-audit.ts'
import { testDatabase, truncateAll } from '#test/database.ts'
import { people, places } from '#test/people.ts'

const database = await testDatabase()
const app = await testApp(database)
const lan = app.as(people.lanOfficerDakHa)
const phuc = app.as(people.phucOfficerDakTo)
const thu = app.as(people.thuProvinceOfficer)
const minh = app.as(people.minhViewer)

beforeEach(() => truncateAll(database))

const board = (more: object = {}) => ({
  id: newId(),
  areaId: places.dakHa,
  kind: 'steering',
  name: 'Ban Chỉ đạo công tác trẻ em',
  decision: '12/QĐ-UBND',
  decidedOn: '2026-01-10',
  validFrom: '2026-01-15',
  ...more,
})
const member = (more: object = {}) => ({
  id: newId(),
  fullName: 'Nguyễn Văn Chủ',
  post: 'Chủ tịch UBND xã',
  role: 'chair',
  validFrom: '2026-01-15',
  ...more,
})
const task = (more: object = {}) => ({
  id: newId(),
  task: 'Rà soát hồ nước chưa có rào',
  responsible: 'Phòng VH-XH',
  dueOn: '2026-06-01',
  ...more,
})
const meeting = (more: object = {}) => ({
  id: newId(),
  heldOn: '2026-05-05',
  subject: 'Phòng chống đuối nước mùa hè',
  attended: 9,
  minutes: 'Ban thống nhất ba việc phải làm trước ngày 01/6.',
  followups: [task()],
  ...more,
})

async function boardWith(...members: object[]): Promise<string> {
  const input = board()
  await lan.post('/organisations/boards', input)
  for (const one of members) await lan.post(`/organisations/boards/${input.id}/members`, one)
  return input.id
}

describe('a board', () => {
  test('has its decision, members by rank, meetings and what was agreed', async () => {
    const id = await boardWith(member({ role: 'member', fullName: 'Y Hlim', post: 'Hội LHPN' }), member())
    const met = await lan.post(`/organisations/boards/${id}/meetings`, meeting())
    expect(met.body).toMatchObject({
      decision: '12/QĐ-UBND',
      members: [{ role: 'chair' }, { role: 'member' }],
      meetings: [{ attended: 9, followups: [{ state: 'open', overdueDays: 14 }] }],
    })
    expect((await lan.get('/organisations/boards')).body).toMatchObject([
      { members: 2, lastMetOn: '2026-05-05', followupsOpen: 1, followupsOverdue: 1 },
    ])
    expect((await thu.get(`/organisations/boards/${id}`)).status).toBe(200)
  })

  test('everything sent twice is stored once', async () => {
    const input = board()
    await lan.post('/organisations/boards', input)
    expect((await lan.post('/organisations/boards', input)).status).toBe(200)
    expect((await lan.post('/organisations/boards', { ...input, decision: '13' })).body.code).toBe(
      'organisations.id-used',
    )
    const chair = member()
    await lan.post(`/organisations/boards/${input.id}/members`, chair)
    expect((await lan.post(`/organisations/boards/${input.id}/members`, chair)).body.members).toHaveLength(1)
    const met = meeting()
    await lan.post(`/organisations/boards/${input.id}/meetings`, met)
    expect((await lan.post(`/organisations/boards/${input.id}/meetings`, met)).body.meetings).toHaveLength(1)
    expect(await countAudit(database, 'organisations.met')).toBe(1)
  })

  test('has one chair at a time', async () => {
    const first = member()
    const id = await boardWith(first)
    const second = member({ fullName: 'Trần Thị Mới', validFrom: '2026-06-01' })
    expect((await lan.post(`/organisations/boards/${id}/members`, second)).body.code).toBe(
      'organisations.second-chair',
    )
    const end = `/organisations/boards/${id}/members/${first.id}/end`
    expect((await lan.put(end, { validTo: '2026-01-01' })).body.code).toBe('organisations.dates-in-order')
    expect((await lan.put(end, { validTo: '2026-05-31' })).status).toBe(200)
    expect((await lan.put(end, { validTo: '2026-05-31' })).status).toBe(200)
    expect(await countAudit(database, 'organisations.member-ended')).toBe(1)
    expect((await lan.post(`/organisations/boards/${id}/members`, second)).body.members).toHaveLength(2)
    expect(
      (await lan.put(`/organisations/boards/${id}/members/${newId()}/end`, { validTo: '2026-06-01' })).status,
    ).toBe(404)
  })

  test.each([
    ['of tomorrow', { heldOn: '2026-06-16' }, 'organisations.met-in-future'],
    ['before the board', { heldOn: '2026-01-14' }, 'organisations.before-board'],
    [
      'with a task due before it',
      { followups: [task({ dueOn: '2026-05-01' })] },
      'organisations.due-before-meeting',
    ],
    ['without minutes', { minutes: '  ' }, 'http.invalid'],
  ])('a meeting %s is refused', async (_, more, code) => {
    const id = await boardWith()
    expect((await lan.post(`/organisations/boards/${id}/meetings`, meeting(more))).body.code).toBe(code)
  })

  test('a task is done, once, and can be opened again', async () => {
    const id = await boardWith()
    const met = meeting()
    await lan.post(`/organisations/boards/${id}/meetings`, met)
    const url = `/organisations/boards/${id}/followups/${met.followups[0]?.id}`
    const done = await lan.put(url, { state: 'done', outcome: 'Đã rào 3 hồ' })
    expect(done.body.meetings[0].followups).toMatchObject([
      { state: 'done', closedOn: '2026-06-15', overdueDays: 0 },
    ])
    await lan.put(url, { state: 'done', outcome: 'Đã rào 3 hồ' })
    expect(await countAudit(database, 'organisations.followup-closed')).toBe(1)
    const open = await lan.put(url, { state: 'open', outcome: null })
    expect(open.body.meetings[0].followups).toMatchObject([{ state: 'open', closedOn: null }])
    expect(
      (await lan.put(`/organisations/boards/${id}/followups/${newId()}`, { state: 'done', outcome: null }))
        .status,
    ).toBe(404)
  })

  test('one that has ended takes no more members or meetings', async () => {
    const id = await boardWith()
    expect((await lan.put(`/organisations/boards/${id}/end`, { validTo: '2026-01-01' })).body.code).toBe(
      'organisations.before-board',
    )
    expect((await lan.put(`/organisations/boards/${id}/end`, { validTo: '2026-06-01' })).status).toBe(200)
    expect((await lan.put(`/organisations/boards/${id}/end`, { validTo: '2026-06-01' })).status).toBe(200)
    expect((await lan.post(`/organisations/boards/${id}/members`, member())).body.code).toBe(
      'organisations.board-ended',
    )
  })

  test('of another place cannot be found; a viewer looks only', async () => {
    const id = await boardWith()
    expect((await phuc.get(`/organisations/boards/${id}`)).status).toBe(404)
    expect((await phuc.get('/organisations/boards')).body).toEqual([])
    expect((await phuc.post(`/organisations/boards/${id}/members`, member())).status).toBe(404)
    expect((await phuc.post(`/organisations/boards/${id}/meetings`, meeting())).status).toBe(404)
    expect((await phuc.post('/organisations/boards', board())).status).toBe(404)
    expect((await minh.get(`/organisations/boards/${id}`)).status).toBe(200)
    expect((await minh.post('/organisations/boards', board())).status).toBe(403)
  })
})
