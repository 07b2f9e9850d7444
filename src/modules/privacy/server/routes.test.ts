import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#base/id.ts'
import { testApp } from '#test/app.ts'
import { testDatabase } from '#test/database.ts'
import { textWithin } from '#test/office-text.ts'
import { consent, registerWithMother, request } from '#test/family.ts'
import { people } from '#test/people.ts'

const database = await testDatabase()
const app = await testApp(database)
const lan = app.as(people.lanOfficerDakHa)
const phuc = app.as(people.phucOfficerDakTo)
/** Holds privacy.manage, reads no child. */
const hung = app.as(people.adminHung)
const hoa = app.as(people.yHoaCollaborator)

let childId = ''

beforeEach(async () => {
  childId = await registerWithMother(lan, '2018-03-04')
})

describe('a consent', () => {
  test('is kept with purpose, text, person, capacity, voice of the child and proof', async () => {
    const given = consent()
    const reply = await lan.post(`/privacy/children/${childId}/consents`, given)
    expect(reply.status).toBe(200)
    expect(reply.body[0]).toMatchObject({ ...given, childAgeYears: 8, withdrawnOn: null })
    expect(reply.body[0].wording).toContain('Tôi có thể rút lại')
    const { rows } = await database.owner.query(
      'select action, child_id from accounts_audit where subject_id = $1',
      [given.id],
    )
    expect(rows).toEqual([{ action: 'privacy.consent-given', child_id: childId }])
  })

  test('sent twice is stored once, and a second for the same purpose is refused', async () => {
    const given = consent()
    await lan.post(`/privacy/children/${childId}/consents`, given)
    expect((await lan.post(`/privacy/children/${childId}/consents`, given)).body).toHaveLength(1)
    const second = await lan.post(`/privacy/children/${childId}/consents`, consent())
    expect([second.status, second.body.code]).toEqual([409, 'privacy.consent-stands'])
  })

  test.each([
    ['a child of 8 that was not asked', { childVoice: 'not-asked' }, 422, 'privacy.child-not-asked'],
    ['a child that says no', { childVoice: 'disagrees' }, 422, 'privacy.child-disagrees'],
    ['an older text', { wordingEdition: '2025-01' }, 409, 'privacy.wording-changed'],
    ['a day to come', { givenOn: '2026-07-01' }, 422, 'privacy.day-ahead'],
    ['a day before the birth', { givenOn: '2017-01-01' }, 422, 'privacy.before-birth'],
    ['another purpose than those there are', { purpose: 'everything' }, 422, 'http.invalid'],
    ['nobody named', { givenBy: '' }, 422, 'http.invalid'],
  ])('with %s is refused', async (_, changes, status, code) => {
    const reply = await lan.post(`/privacy/children/${childId}/consents`, consent(changes))
    expect([reply.status, reply.body.code]).toEqual([status, code])
  })

  test('without the agreement of a child from 7 years is refused by the database as well', async () => {
    await lan.post(`/privacy/children/${childId}/consents`, consent())
    const change = database.owner.query(
      `update privacy_consents set child_voice = 'not-asked' where child_id = $1`,
      [childId],
    )
    await expect(change).rejects.toThrow('privacy_consents_from_seven_both')
  })

  test('is withdrawn once, keeps its proof, and may be given again', async () => {
    const given = consent({ givenOn: '2026-06-01' })
    await lan.post(`/privacy/children/${childId}/consents`, given)
    const address = `/privacy/children/${childId}/consents/${given.id}/withdrawal`
    const early = await lan.put(address, { withdrawnOn: '2026-05-01', withdrawnBy: 'Đinh Thị Huyền' })
    expect([early.status, early.body.code]).toEqual([422, 'privacy.withdrawn-before'])
    const withdrawal = { withdrawnOn: '2026-06-10', withdrawnBy: 'Đinh Thị Huyền' }
    expect((await lan.put(address, withdrawal)).body[0]).toMatchObject({ ...given, ...withdrawal })
    expect((await lan.put(address, withdrawal)).status).toBe(200)
    expect((await lan.post(`/privacy/children/${childId}/consents`, consent())).status).toBe(200)
    expect((await lan.put(address.replace(given.id, newId()), withdrawal)).status).toBe(404)
  })

  test('is not for another commune, nor for who may not write', async () => {
    expect((await phuc.post(`/privacy/children/${childId}/consents`, consent())).status).toBe(404)
    expect((await phuc.get(`/privacy/children/${childId}`)).status).toBe(404)
    expect((await hung.post(`/privacy/children/${childId}/consents`, consent())).status).toBe(403)
    expect((await hoa.get(`/privacy/children/${childId}`)).status).toBe(200)
  })

  test('is offered with the exact text of each purpose', async () => {
    const { body } = await lan.get('/privacy/wordings')
    expect(body.map(({ purpose }: { purpose: string }) => purpose)).toEqual([
      'photo',
      'story',
      'donor-report',
      'sharing',
      'research',
    ])
  })
})

describe('a request of a family', () => {
  test('gets its two clocks, is answered, extended once and decided', async () => {
    const asked = request()
    const received = await lan.post(`/privacy/children/${childId}/requests`, asked)
    expect(received.body).toMatchObject({
      answerDueOn: '2026-06-10',
      dueOn: '2026-06-18',
      dayKind: 'calendar',
      decidedOn: null,
    })
    expect((await lan.post(`/privacy/children/${childId}/requests`, asked)).body.id).toBe(asked.id)
    const at = `/privacy/children/${childId}/requests/${asked.id}`
    expect(
      (
        await lan.put(`/privacy/children/${childId}/requests/${asked.id}/answer`, {
          answeredOn: '2026-06-09',
        })
      ).body.answeredOn,
    ).toBe('2026-06-09')
    const reason = 'Đang chờ trạm y tế gửi sổ'
    const extended = await lan.put(`${at}/extension`, { extendedOn: '2026-06-15', reason })
    expect(extended.body).toMatchObject({ dueOn: '2026-06-29', extensionReason: reason })
    const again = await lan.put(`${at}/extension`, { extendedOn: '2026-06-15', reason })
    expect([again.status, again.body.code]).toEqual([409, 'privacy.extended-once'])
    const refusal = { decidedOn: '2026-06-15', decision: 'refused', ground: null, groundNote: null }
    expect((await lan.put(`${at}/decision`, refusal)).body.code).toBe('privacy.ground-missing')
    const decided = await lan.put(`${at}/decision`, { ...refusal, decision: 'granted' })
    expect(decided.body).toMatchObject({ decision: 'granted', decidedOn: '2026-06-15' })
    expect((await lan.put(`${at}/decision`, { ...refusal, decision: 'granted' })).body.code).toBe(
      'privacy.already-decided',
    )
  })

  test.each([
    ['of tomorrow', { receivedOn: '2026-06-16' }, 422],
    ['from before the birth', { receivedOn: '2017-06-16' }, 422],
    ['without words', { words: ' ' }, 422],
    ['of a person nobody knows', { identityProof: '' }, 422],
  ])('%s is refused', async (_, changes, status) => {
    expect((await lan.post(`/privacy/children/${childId}/requests`, request(changes))).status).toBe(status)
  })

  test('is listed with names for the officer, without any for the person in charge of data', async () => {
    await lan.post(`/privacy/children/${childId}/requests`, request())
    const mine = await lan.get('/privacy/requests/of-families?open=true')
    expect(JSON.stringify(mine.body)).toContain('Đinh Thị Huyền')
    const all = await hung.get('/privacy/requests?open=true')
    expect(all.body.length).toBeGreaterThan(0)
    expect(JSON.stringify(all.body)).not.toMatch(/Huyền|Y Mai|Xin xem/)
    expect((await phuc.get('/privacy/requests/of-families')).body).toEqual([])
    expect((await lan.get('/privacy/requests')).status).toBe(403)
  })

  test('that is too late cannot be extended any more', async () => {
    const asked = request({ receivedOn: '2026-05-01' })
    await lan.post(`/privacy/children/${childId}/requests`, asked)
    const reply = await lan.put(`/privacy/children/${childId}/requests/${asked.id}/extension`, {
      ...{ extendedOn: '2026-06-15', reason: 'Chờ ý kiến' },
    })
    expect(reply.body.code).toBe('privacy.extended-too-late')
  })

  test('is counted in working days once that is set', async () => {
    const settings = {
      ...{ dayKind: 'working', contactName: 'Phòng Văn hóa - Xã hội', contactPhone: '0260 3822 111' },
      ...{ contactEmail: '', contactAddress: 'Xã Đăk Hà' },
    }
    expect((await lan.put('/privacy/settings', settings)).status).toBe(403)
    expect((await hung.put('/privacy/settings', settings)).body).toEqual(settings)
    expect((await hung.get('/privacy/settings')).body).toEqual(settings)
    const { body } = await lan.post(`/privacy/children/${childId}/requests`, request())
    expect(body).toMatchObject({ dayKind: 'working', dueOn: '2026-06-22' })
    await hung.put('/privacy/settings', { ...settings, dayKind: 'calendar' })
    const notice = await app.stranger.get('/privacy/notice')
    expect(notice.body).toMatchObject({ contact: { contactName: 'Phòng Văn hóa - Xã hội' } })
    expect(notice.body.purposes.length).toBeGreaterThan(3)
  })
})

describe('a breach', () => {
  const breach = (changes = {}) => ({
    ...{ id: newId(), noticedAt: '2026-06-12T08:00:00+07:00', kind: 'device', what: 'Mất một máy tính bảng' },
    ...{ categories: ['basic'], children: 40, ...changes },
  })

  test('runs a clock of 72 hours, is told, and closed', async () => {
    const noticed = breach()
    const recorded = await hung.post('/privacy/breaches', noticed)
    expect(recorded.body).toMatchObject({ notifyBy: '2026-06-15T01:00:00.000Z', notifiedAt: null })
    expect((await hung.post('/privacy/breaches', noticed)).body.id).toBe(noticed.id)
    const at = `/privacy/breaches/${noticed.id}`
    const late = { notifiedAt: '2026-06-15T08:30:00+07:00', notifiedTo: 'Công an tỉnh', lateReason: null }
    expect((await hung.put(`${at}/notice`, late)).body.code).toBe('privacy.notice-late')
    const notice = { ...late, notifiedAt: '2026-06-13T08:00:00+07:00' }
    expect((await hung.put(`${at}/notice`, notice)).body.notifiedTo).toBe('Công an tỉnh')
    const closing = { measures: 'Đã khóa tài khoản', familiesToldOn: '2026-06-14', closingNote: null }
    expect((await hung.put(`/privacy/breaches/${noticed.id}/closing`, closing)).body.closedAt).not.toBeNull()
    expect((await hung.put(`${at}/closing`, closing)).body.code).toBe('privacy.breach-closed')
    expect((await hung.get('/privacy/breaches')).body).toHaveLength(1)
  })

  test.each([
    ['noticed tomorrow', { noticedAt: '2026-06-16T08:00:00+07:00' }, 422],
    ['without words', { what: '' }, 422],
    ['of no kind', { kind: 'x' }, 422],
  ])('%s is refused', async (_, changes, status) => {
    expect((await hung.post('/privacy/breaches', breach(changes))).status).toBe(status)
  })

  test('is not for who lacks the right', async () => {
    expect((await lan.get('/privacy/breaches')).status).toBe(403)
    expect(
      (
        await hung.put(`/privacy/breaches/${newId()}/notice`, {
          notifiedAt: '2026-06-13T08:00:00+07:00',
          notifiedTo: 'A05',
          lateReason: null,
        })
      ).status,
    ).toBe(404)
  })
})

describe('the record of processing', () => {
  let record = { children: 0, purposes: [], measures: [] }
  beforeAll(async () => {
    record = (await hung.get('/privacy/processing-record')).body
  })

  test('is made from what is in the database', async () => {
    expect(record.children).toBeGreaterThan(0)
    expect(record.purposes.length).toBeGreaterThan(3)
    const docx = textWithin((await hung.get('/privacy/processing-record/document')).bytes)
    expect(docx).toContain('Hồ sơ xử lý dữ liệu cá nhân')
    expect(docx).not.toMatch(/Y Mai|Huyền/)
    expect((await lan.get('/privacy/processing-record')).status).toBe(403)
    expect((await lan.get('/privacy/processing-record/document')).status).toBe(403)
  })
})

describe('on the timeline of the child', () => {
  const today = '2026-06-15'
  async function told(as = lan): Promise<object[]> {
    const { body } = await as.get(`/children/${childId}/timeline`)
    return body.filter(({ topic }: { topic: string }) => topic === 'privacy')
  }

  test('consents and requests stand with who said it; a request is open until it is decided', async () => {
    await lan.post(`/privacy/children/${childId}/consents`, consent())
    const asked = request()
    const { body } = await lan.post(`/privacy/children/${childId}/requests`, asked)
    expect(await told()).toMatchObject([
      { text: 'Gia đình đồng ý: Ảnh, video truyền thông' },
      { text: 'Gia đình yêu cầu về dữ liệu: xem dữ liệu', open: { until: body.dueOn } },
    ])
    const decision = { decidedOn: today, decision: 'granted', ground: null, groundNote: null }
    await lan.put(`/privacy/children/${childId}/requests/${asked.id}/decision`, decision)
    const after = await told()
    const decided = { text: 'Đã giải quyết yêu cầu xem dữ liệu: đáp ứng' }
    expect(after).toContainEqual(expect.objectContaining(decided))
    expect(after.filter((entry) => 'open' in entry)).toEqual([])
  })

  test('a breach is tied to the child by who may write about it; others do not see it', async () => {
    const id = newId()
    const noticed = { noticedAt: `${today}T08:00:00+07:00`, kind: 'device', what: 'Mất máy tính bảng' }
    const { rows } = await database.owner.query<{ lft: number; id: string }>(
      'select c.commune_id as id, a.lft from children c join areas a on a.id = c.commune_id where c.id = $1',
      [childId],
    )
    await database.owner.query(
      `insert into privacy_breaches (id, area_id, area_lft, noticed_at, notify_by, kind, what, categories, recorded_by)
       values ($1, $2, $3, $4, $4::timestamptz + interval '72 hours', $5, $6, '{basic}', $1)`,
      [id, rows[0]?.id, rows[0]?.lft, noticed.noticedAt, noticed.kind, noticed.what],
    )
    const address = `/privacy/children/${childId}/breaches`
    expect((await lan.get(address)).body).toMatchObject([{ id, concerns: false }])
    expect(await told()).toEqual([])
    const tie = (concerns: boolean, as = lan) =>
      as.put(`/privacy/children/${childId}/breaches/${id}`, { concerns })
    expect((await tie(true)).body).toMatchObject([{ id, concerns: true }])
    expect((await tie(true)).status).toBe(200)
    expect(await told()).toMatchObject([
      { text: 'Sự cố dữ liệu liên quan đến trẻ: mất thiết bị', open: { until: '2026-06-18' } },
    ])
    expect([(await tie(true, hung)).status, (await tie(true, phuc)).status]).toEqual([403, 404])
    expect((await lan.put(`${address}/${newId()}`, { concerns: true })).body.code).toBe('privacy.not-found')
    const { body: copy } = await lan.get(`/privacy/children/${childId}/copy?format=json`)
    expect(copy.tables.privacy_breach_children).toMatchObject([{ kind: 'device', told: null }])
    await tie(false)
    expect(await told()).toEqual([])
  })
})
