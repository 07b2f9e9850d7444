import { beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#base/id.ts'
import { testApp } from '#test/app.ts'
import { testDatabase, truncateAll } from '#test/database.ts'
import { textWithin } from '#test/office-text.ts'
import { people, type Person } from '#test/people.ts'

const database = await testDatabase()
const app = await testApp(database)
const nga = app.as(people.ngaHealthDakHa)
const lan = app.as(people.lanOfficerDakHa)
/** Protection worker of Đăk Hà. */
const son = app.as(people.sonProtectionDakHa)
const minh = app.as(people.minhViewer)

/** The protection worker of the province, and of another commune: the same people in another role. */
const provinceWorker: Person = { ...people.thuProvinceOfficer, grantId: newId(), role: 'protection-worker' }
const neighbourWorker: Person = { ...people.phucOfficerDakTo, grantId: newId(), role: 'protection-worker' }
for (const { grantId, id, role, areaId } of [provinceWorker, neighbourWorker])
  await database.owner.query(
    `insert into accounts_grants (id, person_id, role, area_id, area_lft, valid_from)
     select $1, $2, $3, id, lft, '2025-07-01' from areas where id = $4`,
    [grantId, id, role, areaId],
  )
const thu = app.as(provinceWorker)
const neighbour = app.as(neighbourWorker)

beforeEach(() => truncateAll(database))

const drowning = (more = {}) => ({
  ...{ id: newId(), kind: 'injury-death', sex: 'male', ageYears: 4, happenedAt: '2026-06-15T06:30:00+07:00' },
  ...{ learnedAt: '2026-06-15T07:15:00+07:00', placeKind: 'community', place: 'Suối cạnh nương' },
  ...{ cause: '08', activity: 'tắm suối', supervised: 'no', diedOn: '2026-06-15', harmedBy: null },
  ...{ inDanger: false, what: 'Trẻ đuối nước khi tắm suối một mình.', measures: 'Đã sơ cứu, báo công an.' },
  ...{ source: 'station', told: [{ to: 'police', at: '2026-06-15T07:30:00+07:00' }], ...more },
})

const violence = (more = {}) =>
  drowning({
    ...{ kind: 'violence', cause: null, activity: null, diedOn: null, harmedBy: 'parent', inDanger: true },
    ...{ what: 'Trẻ bị đánh nhiều lần tại nhà.', measures: 'Đã đưa trẻ đến trạm y tế.', ...more },
  })

async function sent(body = violence()): Promise<string> {
  const reply = await nga.post('/duties/urgent', body)
  expect(reply.status).toBe(200)
  return reply.body.id
}

describe('sending', () => {
  test('a station sends, and gets a receipt with who it went to, not the words back', async () => {
    const { status, body } = await nga.post('/duties/urgent', drowning())
    expect(status).toBe(200)
    expect(body).toMatchObject({
      kind: 'injury-death',
      state: 'waiting',
      to: ['Sở Y tế', 'Ủy ban nhân dân tỉnh'],
    })
    expect(JSON.stringify(body)).not.toContain('suối')
    const mine = { id: body.id, state: 'waiting', inDanger: false, measureAt: null }
    expect((await nga.get('/duties/urgent/mine')).body).toMatchObject([mine])
    expect((await lan.get('/duties/urgent/mine')).body).toEqual([])
  })

  test('it is there at once for the commune and the province, not for the neighbour', async () => {
    const id = await sent()
    for (const worker of [son, thu])
      expect((await worker.get('/duties/urgent')).body).toMatchObject([
        { id, state: 'waiting', inDanger: true },
      ])
    expect((await neighbour.get('/duties/urgent')).body).toEqual([])
    expect((await thu.get('/duties/urgent/waiting')).status).toBe(403)
    expect((await minh.get('/duties/urgent/waiting')).body).toEqual({ waiting: 1, overdue: 0 })
  })

  test('the list has no words; opened, they are there, and that they were read is in the audit', async () => {
    const id = await sent()
    expect(JSON.stringify((await thu.get('/duties/urgent')).body)).not.toContain('đánh')
    const { body } = await thu.post(`/duties/urgent/${id}/open`)
    expect(body).toMatchObject({
      what: 'Trẻ bị đánh nhiều lần tại nhà.',
      sentByName: 'Y Nga',
      mayReceive: true,
    })
    const { rows } = await database.owner.query<{ action: string }>(
      `select action from accounts_audit where subject_id = $1 order by at`,
      [id],
    )
    expect(rows.map(({ action }) => action)).toEqual(['duties.urgent-sent', 'duties.urgent-opened'])
  })

  test('sent twice it is stored once; the id of somebody else is refused', async () => {
    const body = drowning()
    const first = await nga.post('/duties/urgent', body)
    expect((await nga.post('/duties/urgent', body)).body.no).toBe(first.body.no)
    expect((await lan.post('/duties/urgent', body)).body.code).toBe('duties.urgent-id-used')
    const { rows } = await database.owner.query('select 1 from duties_urgent')
    expect(rows).toHaveLength(1)
  })

  test.each([
    ['a name', { what: 'Cháu A Thiên Long bị ngã.' }, 'duties.urgent-names-somebody'],
    ['a telephone number', { measures: 'Gọi 0987600123' }, 'duties.urgent-has-number'],
    ['a moment to come', { learnedAt: '2026-06-15T09:30:00+07:00' }, 'duties.urgent-in-future'],
    [
      'known before it happened',
      { learnedAt: '2026-06-15T06:00:00+07:00' },
      'duties.urgent-before-it-happened',
    ],
  ])('%s is refused', async (_, more, code) => {
    const reply = await nga.post('/duties/urgent', drowning(more))
    expect([reply.status, reply.body.code]).toEqual([422, code])
  })

  test('a death without its cause is refused; a leader sends nothing', async () => {
    expect((await nga.post('/duties/urgent', drowning({ cause: null }))).status).toBe(422)
    expect((await minh.post('/duties/urgent', drowning())).status).toBe(403)
  })
})

describe('who may see', () => {
  test('an officer without the right to the confidential part sees neither list nor report', async () => {
    const id = await sent()
    for (const client of [lan, nga, minh]) {
      expect((await client.get('/duties/urgent')).status).toBe(403)
      expect((await client.post(`/duties/urgent/${id}/open`)).status).toBe(403)
      expect((await client.get(`/duties/urgent/${id}/docx`)).status).toBe(403)
      expect((await client.put(`/duties/urgent/${id}/received`)).status).toBe(403)
    }
  })

  test('to the neighbour it does not exist', async () => {
    const id = await sent()
    expect((await neighbour.post(`/duties/urgent/${id}/open`)).body.code).toBe('duties.urgent-not-found')
    expect((await neighbour.put(`/duties/urgent/${id}/received`)).status).toBe(404)
    expect((await neighbour.put(`/duties/urgent/${id}/withdrawn`, { reason: 'x' })).status).toBe(404)
    expect((await neighbour.get(`/duties/urgent/${id}/pdf`)).status).toBe(404)
  })
})

describe('handling', () => {
  test('received and answered by the level above; the sender sees how far it is', async () => {
    const id = await sent()
    expect((await son.put(`/duties/urgent/${id}/received`)).body.code).toBe('duties.urgent-own')
    expect((await thu.put(`/duties/urgent/${id}/answer`, { answer: 'Cách ly tạm thời' })).body.code).toBe(
      'duties.urgent-not-received',
    )
    const { body } = await thu.put(`/duties/urgent/${id}/received`)
    expect(body).toMatchObject({ state: 'received', receivedByName: 'Trần Thị Thu' })
    expect((await thu.put(`/duties/urgent/${id}/received`)).body.receivedAt).toBe(body.receivedAt)
    const answered = await thu.put(`/duties/urgent/${id}/answer`, {
      answer: 'Cách ly tạm thời, chuyển Trung tâm.',
    })
    expect(answered.body).toMatchObject({
      state: 'acknowledged',
      answer: 'Cách ly tạm thời, chuyển Trung tâm.',
    })
    expect((await thu.put(`/duties/urgent/${id}/answer`, { answer: 'Khác' })).body.answer).toContain(
      'Cách ly',
    )
    expect((await nga.get('/duties/urgent/mine')).body[0].state).toBe('acknowledged')
    expect((await minh.get('/duties/urgent/waiting')).body.waiting).toBe(0)
    expect((await son.put(`/duties/urgent/${id}/answer`, { answer: 'Tự trả lời' })).status).toBe(403)
  })

  test('a measure stops the clock; the first one counts; none from the future', async () => {
    const id = await sent()
    const measure = (measureAt: string) =>
      son.put(`/duties/urgent/${id}/measure`, { measureAt, measure: 'Tách trẻ khỏi người gây hại' })
    expect((await measure('2026-06-15T10:00:00+07:00')).body.code).toBe('duties.urgent-in-future')
    expect((await measure('2026-06-01T10:00:00+07:00')).body.code).toBe('duties.urgent-before-it-happened')
    expect((await measure('2026-06-15T08:30:00+07:00')).body.measureAt).toBe('2026-06-15T01:30:00.000Z')
    expect((await measure('2026-06-15T08:45:00+07:00')).body.measureAt).toBe('2026-06-15T01:30:00.000Z')
    expect((await thu.put(`/duties/urgent/${id}/measure`, { measure: 'x' })).status).toBe(422)
  })

  test('over twelve hours without a measure is counted as overdue', async () => {
    await sent(violence({ learnedAt: '2026-06-14T20:00:00+07:00', happenedAt: null }))
    expect((await minh.get('/duties/urgent/waiting')).body).toEqual({ waiting: 1, overdue: 1 })
  })

  test('sent by mistake it is withdrawn with a reason, stays, and nothing more is done with it', async () => {
    const id = await sent()
    expect((await son.put(`/duties/urgent/${id}/withdrawn`, { reason: '' })).status).toBe(422)
    const { body } = await son.put(`/duties/urgent/${id}/withdrawn`, { reason: 'Gửi nhầm vụ việc cũ' })
    expect(body).toMatchObject({ state: 'withdrawn', withdrawnReason: 'Gửi nhầm vụ việc cũ' })
    expect((await thu.put(`/duties/urgent/${id}/received`)).body.code).toBe('duties.urgent-withdrawn')
    expect((await thu.get('/duties/urgent')).body).toMatchObject([{ id, state: 'withdrawn' }])
    expect((await minh.get('/duties/urgent/waiting')).body.waiting).toBe(0)
  })
})

describe('on paper', () => {
  test('the document says what happened and when, in the layout of official documents, and names nobody', async () => {
    const id = await sent(drowning())
    const { status, bytes, headers } = await thu.get(`/duties/urgent/${id}/docx`)
    expect(status).toBe(200)
    expect(String(headers['content-disposition'])).toContain('bao-cao-khan-')
    const text = textWithin(bytes)
    for (const words of ['BÁO CÁO KHẨN', '08. Đuối nước', 'Kính gửi', 'sau 1 giờ 45 phút', 'Đã báo Công an'])
      expect(text).toContain(words)
    const { rows } = await database.owner.query(
      `select 1 from accounts_reads where route = '/duties/urgent/:urgentId/docx'`,
    )
    expect(rows).toHaveLength(1)
  })

  test('an emergency prints its 12 hours; a PDF too', async () => {
    const id = await sent()
    await son.put(`/duties/urgent/${id}/measure`, {
      measureAt: '2026-06-15T08:30:00+07:00',
      measure: 'Tách trẻ khỏi người gây hại',
    })
    const text = textWithin((await son.get(`/duties/urgent/${id}/docx`)).bytes)
    expect(text).toContain('19:15 ngày 15/06/2026')
    expect(text).toContain('08:30 ngày 15/06/2026: Tách trẻ')
    const pdf = await son.get(`/duties/urgent/${id}/pdf`)
    expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-')
  })
})
