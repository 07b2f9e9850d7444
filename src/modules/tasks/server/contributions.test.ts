import { beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#base/id.ts'
import { testApp } from '#test/app.ts'
import { countAudit } from '#test/count-audit.ts'
import { testDatabase, truncateAll } from '#test/database.ts'
import { communePlan, filePlanOf } from '#test/filed-tasks.ts'
import { people, places } from '#test/people.ts'
import { nothingSet, TaskView, Work, type WorkLine } from '../shared/contract.ts'

const database = await testDatabase()
const app = await testApp(database)
const lan = app.as(people.lanOfficerDakHa)
const phuc = app.as(people.phucOfficerDakTo)
const thu = app.as(people.thuProvinceOfficer)
const yHoa = app.as(people.yHoaCollaborator)

beforeEach(() => truncateAll(database))

/** The first task, which the women's union and the youth union of the commune help with. */
async function coordinated(): Promise<{ line: WorkLine; address: string; parts: string }> {
  await filePlanOf(lan, communePlan)
  const { lines } = Work.parse((await lan.get('/tasks/work')).body)
  const line = lines.find(({ coordinating }) => coordinating.length > 1)
  if (!line) throw new Error('no task of the plan has coordinating bodies')
  const address = `/tasks/${line.areaId}/${line.itemId}`
  return { line, address, parts: `/tasks/${line.areaId}/${line.itemId}/contributions` }
}

const part = (body: string, more: object = {}) => ({
  ...{ id: newId(), body, text: 'Đã vận động 12 hội viên tham gia tổ chăm sóc trẻ.', isDone: false, ...more },
})

describe('the part of a coordinating body', () => {
  test('is said once, stands with the task, and is seen in the work of the place', async () => {
    const { line, address, parts } = await coordinated()
    const [union, youth] = line.coordinating.map(({ name }) => name)
    const input = part(union ?? '')
    for (const _again of [1, 2]) {
      const { status, body } = await lan.post(parts, input)
      expect([status, body.contributions.length]).toEqual([200, 1])
      expect(body.contributions[0]).toMatchObject({
        body: union,
        by: people.lanOfficerDakHa.fullName,
        isMine: true,
      })
    }
    await lan.post(parts, part(union ?? '', { isDone: true, text: 'Đã xong.' }))
    await lan.post(parts, part(youth ?? ''))
    const { lines } = Work.parse((await lan.get('/tasks/work')).body)
    // What a body said last counts.
    expect(lines.find(({ itemId }) => itemId === line.itemId)?.parts).toEqual(
      expect.arrayContaining([
        { body: union, isDone: true },
        { body: youth, isDone: false },
      ]),
    )
    expect(await countAudit(database, 'tasks.contributed')).toBe(3)
    expect((await thu.get(address)).body.contributions[0].isMine).toBe(false)
  })

  test('is taken back by whoever wrote it, once', async () => {
    const { line, address, parts } = await coordinated()
    const input = part(line.coordinating[0]?.name ?? '')
    await lan.post(parts, input)
    const own = `/tasks/${line.areaId}/${line.itemId}/contributions/${input.id}`
    const other = await thu.del(own)
    expect([other.status, other.body.code]).toEqual([409, 'tasks.contribution-of-other'])
    for (const _again of [1, 2]) expect((await lan.del(own)).body.contributions).toEqual([])
    expect((await lan.get(address)).body.line.parts).toEqual([])
    expect(await countAudit(database, 'tasks.contribution-taken-back')).toBe(1)
    expect((await lan.del(`${parts}/${newId()}`)).body.code).toBe('tasks.contribution-not-found')
  })

  test('is of a coordinating body, in words, by whoever may write, within the place, on an open plan', async () => {
    const { line, address, parts } = await coordinated()
    const name = line.coordinating[0]?.name ?? ''
    const lead = await lan.post(parts, part(line.lead[0]?.name ?? 'x'))
    expect([lead.status, lead.body.code]).toEqual([422, 'tasks.not-coordinating'])
    expect((await lan.post(parts, part(name, { text: ' ' }))).status).toBe(422)
    expect((await yHoa.post(parts, part(name))).status).toBe(403)
    expect((await phuc.post(parts, part(name))).status).toBe(404)
    // The lead body's own state is written meanwhile: neither is lost.
    await lan.post(parts, part(name))
    const change = { ...nothingSet, id: newId(), version: 0, state: 'in-progress' }
    const { body } = await lan.put(address, change)
    expect([body.line.state, body.contributions.length]).toEqual(['in-progress', 1])
  })
})

describe('the coordinating bodies of a task', () => {
  /** A body of the commune, in which the nurse works. */
  async function bodyOfNga(name: string): Promise<string> {
    const { username, fullName } = people.ngaHealthDakHa
    const open = { validFrom: '2026-01-01', validTo: null }
    const about = { shortName: null, kind: 'mass-organisation', sector: 'mass', parentId: null, phone: null }
    const organisation = { id: newId(), areaId: places.dakHa, name, ...about, ...open, source: null }
    await lan.post('/organisations', { ...organisation, fromCertain: true, toCertain: true })
    const empty = { workplace: null, allowance: null, basis: null }
    const post = { id: newId(), areaId: places.dakHa, audience: 'commune', title: 'Phó Chủ tịch', ...open }
    const staff = { id: newId(), areaId: places.dakHa, fullName, phone: null, email: null, username }
    const named = {
      ...staff,
      qualification: null,
      post: { ...post, ...empty, organisationId: organisation.id },
    }
    expect((await lan.post('/organisations/staff', named)).status).toBe(200)
    return organisation.id
  }

  test('are chosen on its page, with history; who works in one finds the task as theirs', async () => {
    const { line, address } = await coordinated()
    const farmers = await bodyOfNga('Hội Nông dân xã Đăk Hà')
    const sent = { ...nothingSet, id: newId(), version: 0, coordinatingIds: [farmers] }
    const view = TaskView.parse((await lan.put(address, sent)).body)
    expect(view.line.coordinating.map(({ name }) => name)).toEqual(['Hội Nông dân xã Đăk Hà'])
    expect(view.history[0]?.after).toEqual({ coordinatingIds: [farmers] })
    expect(view.names).toEqual({ [farmers]: 'Hội Nông dân xã Đăk Hà' })

    const { lines } = Work.parse((await app.as(people.ngaHealthDakHa).get('/tasks/work')).body)
    expect(lines.filter(({ isMine }) => isMine).map(({ itemId }) => itemId)).toEqual([line.itemId])

    const back = TaskView.parse(
      (await lan.put(address, { ...sent, id: newId(), version: 1, coordinatingIds: [] })).body,
    )
    expect(back.line.coordinating.map(({ name }) => name)).toEqual(line.coordinating.map(({ name }) => name))
    expect(back.history).toHaveLength(2)
  })

  test('that do not exist are refused', async () => {
    const { address } = await coordinated()
    const sent = { ...nothingSet, id: newId(), version: 0, coordinatingIds: [newId()] }
    const { status, body } = await lan.put(address, sent)
    expect([status, body.code]).toEqual([422, 'tasks.body-not-found'])
  })
})
