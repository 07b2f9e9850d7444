import { beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#base/id.ts'
import { clockAt } from '#platform/clock.ts'
import { testApp } from '#test/app.ts'
import { testDatabase, truncateAll } from '#test/database.ts'
import { addPlan } from '#test/filed-plan.ts'
import { people, places } from '#test/people.ts'
import { addChild } from '#test/registered-child.ts'
import { cellOf } from '#test/report-cell.ts'
import { refusal, signature, stepsOf } from '#test/report-flow.ts'

const database = await testDatabase()
const app = await testApp(database, { clock: clockAt('2026-06-15T09:00:00+07:00') })
const lan = app.as(people.lanOfficerDakHa)
const phuc = app.as(people.phucOfficerDakTo)
const thu = app.as(people.thuProvinceOfficer)
const minh = app.as(people.minhViewer)

const village = places.dakMeVillage
let id = ''
let steps = stepsOf('')

beforeEach(async () => {
  await truncateAll(database)
  const planId = await addPlan(database, places.dakHa)
  await addChild(database, { bornOn: '2020-01-10', villageId: village, sex: 'female' })
  await addChild(database, { bornOn: '2024-05-01', villageId: village, sex: 'male' })
  const { body } = await lan.post('/reports', { id: newId(), planId, period: '2026-H1' })
  id = body.id
  steps = stepsOf(id)
})

const type = (key: string, value: number, version = 0) =>
  lan.put(`/reports/${id}/cells/${key}`, { source: 'typed', value, reason: 'Sổ của trạm', version })
const stateNow = async () => (await lan.get(`/reports/${id}`)).body.state

describe('the way of a commune’s report', () => {
  test('sent, returned with a comment on a cell, corrected, sent again, accepted, signed', async () => {
    await type(`children.${village}.poor`, 2)
    expect((await steps.send(lan)).body).toMatchObject({ fromState: 'draft', toState: 'sent', version: 1 })
    const key = `children.${village}.poor`
    const comment = { id: newId(), about: 'cell', key, text: 'Đề nghị đối chiếu với danh sách hộ nghèo.' }
    expect((await thu.post(`/reports/${id}/comments`, comment)).status).toBe(200)
    expect((await steps.return(thu, 'Số hộ nghèo chưa khớp')).body.toState).toBe('returned')

    expect(refusal(await steps.send(lan))).toEqual([409, 'reports.blocked'])
    await type(key, 1, 1)
    const answered = await lan.put(`/reports/${id}/comments/${comment.id}/answer`, {
      answer: 'Đã sửa còn 1.',
    })
    expect(answered.body[0]).toMatchObject({ answer: 'Đã sửa còn 1.', answeredByName: 'Phạm Thị Lan' })
    expect((await steps.send(lan)).body.version).toBe(2)
    expect((await steps.accept(thu)).body.toState).toBe('accepted')
    expect((await steps.sign(lan)).body).toMatchObject({ toState: 'signed', version: 3 })

    const { body } = await lan.get(`/reports/${id}`)
    expect(body.versions[0].signature).toEqual(signature)
    expect(body.steps.map(({ kind }: { kind: string }) => kind)).toEqual([
      ...['sign', 'accept', 'send', 'return', 'send'],
    ])
    const { body: difference } = await thu.get(`/reports/${id}/versions/2/difference`)
    expect(difference.changes).toContainEqual({
      ...{ about: 'cell', key, table: 'Trẻ em trên địa bàn', row: 'Thôn Đăk Mế' },
      ...{ column: expect.any(String), before: 2, after: 1 },
    })
    expect((await lan.get(`/reports/${id}/versions/3/difference`)).body.changes).toEqual([])
  })

  test('what was sent stays as it was while the register goes on, and takes no writing', async () => {
    await steps.send(lan)
    await addChild(database, { bornOn: '2023-05-01', villageId: village })
    expect(cellOf((await lan.get(`/reports/${id}`)).body, 'children.total.under-16').value).toBe(2)
    for (const reply of [
      await lan.post(`/reports/${id}/refresh`),
      await lan.put(`/reports/${id}/sections/1.1`, { text: 'x', version: 0 }),
      await type('nutrition.total.underweight', 1),
    ])
      expect(refusal(reply)).toEqual([409, 'reports.done'])
  })

  test('the database itself refuses a number in a report that was sent', async () => {
    await steps.send(lan)
    const insert = database.owner.query(
      `insert into reports_cells (report_id, key, area_lft, source, value, reason, typed_by, typed_by_name, typed_at)
       select id, 'children.total.male', area_lft, 'typed', 1, 'x', created_by, 'x', now() from reports`,
    )
    await expect(insert).rejects.toThrow('a finished report does not change')
  })

  test('each step belongs to one side and one moment', async () => {
    expect(refusal(await steps.send(thu))).toEqual([403, 'reports.not-yours'])
    expect(refusal(await steps.accept(thu))).toEqual([409, 'reports.not-now'])
    expect(refusal(await steps.sign(lan))).toEqual([409, 'reports.not-now'])
    expect(refusal(await steps.send(phuc))).toEqual([404, 'reports.not-found'])
    expect((await steps.send(minh)).status).toBe(403)
    await steps.send(lan)
    expect(refusal(await steps.accept(lan))).toEqual([403, 'reports.not-yours'])
    expect(refusal(await steps.send(lan))).toEqual([409, 'reports.not-now'])
    expect((await steps.return(thu, ' ')).status).toBe(422)
  })
})

describe('repeated and at once', () => {
  test('the network breaks between submit and answer: the same command gives the same answer', async () => {
    const step = { id: newId(), kind: 'send' }
    const first = await lan.post(`/reports/${id}/steps`, step)
    await steps.return(thu, 'Thiếu số liệu')
    const again = await lan.post(`/reports/${id}/steps`, step)
    expect([again.status, again.body]).toEqual([200, first.body])
    expect(await stateNow()).toBe('returned')
    expect((await lan.get(`/reports/${id}`)).body.versions).toHaveLength(1)
  })

  test('sent ten times at the same moment it is sent once', async () => {
    const step = { id: newId(), kind: 'send' }
    const replies = await Promise.all(
      Array.from({ length: 10 }, () => lan.post(`/reports/${id}/steps`, step)),
    )
    expect(new Set(replies.map(({ body }) => JSON.stringify(body))).size).toBe(1)
    const { rows } = await database.owner.query('select number from reports_versions')
    expect(rows).toEqual([{ number: 1 }])
  })

  test('two officers in one cell: the second is told and nothing of the first is lost', async () => {
    const url = `/reports/${id}/cells/nutrition.total.underweight`
    const typed = { source: 'typed', value: 3, reason: 'Sổ cân', version: 0 }
    const [one, other] = await Promise.all([lan.put(url, typed), thu.put(url, { ...typed, value: 4 })])
    expect([one.status, other.status].toSorted()).toEqual([200, 409])
    const late = one.status === 409 ? one : other
    expect(late.body.code).toBe('reports.cell-changed')
    const kept = one.status === 200 ? 3 : 4
    expect(cellOf((await lan.get(`/reports/${id}`)).body, 'nutrition.total.underweight').value).toBe(kept)
  })

  test('the same typing again, after a lost answer, is not a conflict', async () => {
    await type('nutrition.total.underweight', 3)
    const again = await type('nutrition.total.underweight', 3)
    expect(again.status).toBe(200)
    expect(cellOf(again.body, 'nutrition.total.underweight').typed?.version).toBe(1)
  })
})

describe('signing', () => {
  const accepted = async () => {
    await steps.send(lan)
    await steps.accept(thu)
  }

  test.each([
    ['tomorrow', { signedOn: '2026-06-16' }, 'reports.signed-day'],
    ['before the period', { signedOn: '2025-12-31' }, 'reports.signed-day'],
  ])('%s is refused', async (_, more, code) => {
    await accepted()
    expect(refusal(await steps.sign(lan, more))).toEqual([422, code])
  })

  test.each([
    ['no number', { documentNumber: 'BC' }],
    ['no signer', { signerName: ' ' }],
    ['no such day', { signedOn: '2026-02-30' }],
  ])('%s is refused beside its field', async (_, more) => {
    await accepted()
    expect((await steps.sign(lan, more)).status).toBe(422)
  })

  test('a number is used once in a year, also when written with a leading zero', async () => {
    await accepted()
    await steps.sign(lan, { documentNumber: '07' })
    await steps.reopen(thu, 'Sai số trẻ')
    await steps.send(lan)
    await steps.accept(thu)
    expect(refusal(await steps.sign(lan, { documentNumber: '7' }))).toEqual([409, 'reports.number-used'])
    expect((await steps.sign(lan, { documentNumber: '8' })).status).toBe(200)
  })

  test('the hash of the frozen copy is that of its content; a copy that somebody changed is found', async () => {
    await accepted()
    await steps.sign(lan)
    const { body: sound } = await lan.get(`/reports/${id}/verify`)
    expect(sound.map(({ isSound }: { isSound: boolean }) => isSound)).toEqual([true, true])
    await database.owner.query(
      `update reports_versions set content = replace(content, '"value":2', '"value":3') where number = 2`,
    )
    const { body: changed } = await lan.get(`/reports/${id}/verify`)
    expect(changed.map(({ isSound }: { isSound: boolean }) => isSound)).toEqual([true, false])
  })

  test('the application itself cannot change a frozen copy', async () => {
    await steps.send(lan)
    const change = `begin; set local app.lft = 0; set local app.rgt = 1; update reports_versions set content = ''`
    const client = await database.pool.connect()
    await expect(client.query(change)).rejects.toThrow('permission denied')
    await client.query('rollback')
    client.release()
  })

  test('the document carries the number, the day and the signer', async () => {
    await accepted()
    await steps.sign(lan)
    const { body } = await lan.get(`/reports/${id}`)
    expect(body.finishedAt).not.toBeNull()
    expect(body.versions[0]).toMatchObject({ kind: 'signed', byName: 'Phạm Thị Lan' })
  })
})

describe('reopening', () => {
  test('one section only: that one takes writing, the rest stays locked, and the new version shows the difference', async () => {
    await steps.send(lan)
    await steps.accept(thu)
    await steps.sign(lan)
    expect(refusal(await steps.reopen(lan, 'Sai'))).toEqual([403, 'reports.not-yours'])
    expect((await steps.reopen(thu, 'Sai', ['9.9'])).body.code).toBe('reports.nothing-to-return')
    expect((await steps.reopen(thu, 'Thiếu văn bản', ['1.1'])).body.toState).toBe('returned')
    expect((await lan.get(`/reports/${id}`)).body).toMatchObject({ openParts: ['1.1'], isReopened: true })
    expect((await lan.get('/reports')).body[0]).toMatchObject({ state: 'returned', isReopened: true })
    expect((await thu.get('/reports/units?period=2026-H1')).body.units).toContainEqual(
      expect.objectContaining({ reportId: id, isReopened: true }),
    )
    expect(refusal(await type('nutrition.total.underweight', 1))).toEqual([409, 'reports.part-closed'])
    expect(refusal(await lan.post(`/reports/${id}/refresh`))).toEqual([409, 'reports.part-closed'])
    const url = `/reports/${id}/sections`
    expect(refusal(await lan.put(`${url}/1.2`, { text: 'x', version: 0 }))).toEqual([
      ...[409, 'reports.part-closed'],
    ])
    await lan.put(`${url}/1.1`, { text: 'Đã ban hành 3 văn bản.', version: 0 })
    expect((await steps.send(lan)).body.version).toBe(3)
    const { body } = await lan.get(`/reports/${id}/versions/3/difference`)
    expect(body).toMatchObject({ from: 2, to: 3 })
    expect(body.changes).toEqual([
      {
        about: 'section',
        key: '1.1',
        title: 'Văn bản đã ban hành',
        before: '',
        after: 'Đã ban hành 3 văn bản.',
      },
    ])
    await steps.return(thu, 'Thiếu số văn bản')
    expect((await lan.get(`/reports/${id}`)).body.isReopened).toBe(false)
    expect((await lan.get('/reports')).body[0]).toMatchObject({ state: 'returned', isReopened: false })
  })

  test('a copy that is not there is refused', async () => {
    expect((await lan.get(`/reports/${id}/versions/1`)).body.code).toBe('reports.no-such-version')
    await steps.send(lan)
    expect((await lan.get(`/reports/${id}/versions/1`)).body.period).toBe('2026-H1')
    expect((await phuc.get(`/reports/${id}/versions/1`)).status).toBe(404)
  })
})
