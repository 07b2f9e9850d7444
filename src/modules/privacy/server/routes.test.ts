import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#base/id.ts'
import { testApp } from '#test/app.ts'
import { testDatabase } from '#test/database.ts'
import { textWithin } from '#test/office-text.ts'
import { people, places } from '#test/people.ts'
import { drainBatch, recountDifferences } from '#modules/services/server/public.ts'
import { createSealer } from '#modules/accounts/server/seal.ts'
import { verifyLog } from '#modules/accounts/server/verify-audit.ts'

const database = await testDatabase()
const app = await testApp(database)
const lan = app.as(people.lanOfficerDakHa)
const phuc = app.as(people.phucOfficerDakTo)
/** Holds privacy.manage, reads no child. */
const hung = app.as(people.adminHung)
const hoa = app.as(people.yHoaCollaborator)

const details = {
  ...{
    communeId: places.dakHa,
    villageId: places.dakMeVillage,
    sex: 'female',
    ethnicCode: '14',
    householdCode: '12',
  },
  ...{ address: 'Nhà số 3', poverty: 'poor', disabled: false, specialCircumstance: false, education: 'none' },
}
let number = 0
let childId = ''

async function register(
  bornOn: string,
  fullName = `Y Mai ${[...String((number += 1))].map((digit) => 'ABCDEGHKLM'.charAt(Number(digit))).join('')}`,
): Promise<string> {
  const id = newId()
  const carers = [{ id: newId(), fullName: 'Đinh Thị Huyền', relation: 'mother', phone: '0987600123' }]
  const reply = await lan.post('/children', {
    ...{ ...details, id, fullName, bornOn, carers, personalId: null, isAnotherChild: true },
  })
  expect(reply.status).toBe(200)
  return id
}

beforeEach(async () => {
  childId = await register('2018-03-04')
})

const consent = (changes = {}) => ({
  ...{
    id: newId(),
    purpose: 'photo',
    decision: 'given',
    wordingEdition: '2026-11',
    givenBy: 'Đinh Thị Huyền',
  },
  ...{
    capacity: 'mother',
    givenOn: '2026-06-15',
    childVoice: 'agrees',
    proof: 'signed-paper',
    proofNote: null,
  },
  ...changes,
})

const request = (changes = {}) => ({
  ...{
    id: newId(),
    kind: 'view',
    receivedOn: '2026-06-08',
    receivedHow: 'in-person',
    requester: 'Đinh Thị Huyền',
  },
  ...{
    capacity: 'mother',
    identityProof: 'Căn cước',
    words: 'Xin xem hồ sơ của con tôi',
    withProcessor: false,
  },
  ...changes,
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
    expect((await lan.put(`${at}/answer`, { answeredOn: '2026-06-09' })).body.answeredOn).toBe('2026-06-09')
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

describe('the copy for the family', () => {
  test('holds what every module holds, as a document and for another system', async () => {
    await lan.post('/services/records', {
      id: newId(),
      childId,
      itemCode: 'PAR-HOME',
      dose: null,
      doneOn: '2026-06-10',
    })
    await lan.post(`/privacy/children/${childId}/consents`, consent())
    const json = await lan.get(`/privacy/children/${childId}/copy?format=json`)
    const whole = JSON.parse(json.bytes.toString('utf8'))
    expect(whole.tables.children[0].address).toBe('Nhà số 3')
    expect(whole.tables.children_carers[0].phone).toBe('0987600123')
    expect(whole.tables.services_records).toHaveLength(1)
    expect(whole.accessLog.length).toBeGreaterThan(0)
    const docx = textWithin((await lan.get(`/privacy/children/${childId}/copy`)).bytes)
    expect(docx).toContain('Đinh Thị Huyền')
    expect(docx).toContain('Bản sao dữ liệu cá nhân của trẻ')
    expect(docx).not.toMatch(/undefined|\[object/)
    const { rows } = await database.owner.query(
      `select kind, child_ids from accounts_reads where route like '%/copy' order by seq desc limit 1`,
    )
    expect(rows).toEqual([{ kind: 'export', child_ids: [childId] }])
  })

  test('is not for another commune, nor without the right to export', async () => {
    expect((await phuc.get(`/privacy/children/${childId}/copy`)).status).toBe(404)
    expect((await hoa.get(`/privacy/children/${childId}/copy`)).status).toBe(403)
    expect((await phuc.get(`/privacy/children/${childId}/access-letter`)).status).toBe(404)
  })

  test('the letter says who saw the child, by role and unit, when and for what, and names no staff', async () => {
    await app.as(people.thuProvinceOfficer).get(`/children/${childId}`)
    const letter = textWithin((await lan.get(`/privacy/children/${childId}/access-letter`)).bytes)
    expect(letter).toContain('Xem hồ sơ trẻ')
    expect(letter).toContain('Quảng Ngãi')
    expect(letter).toContain('Quản lý danh sách trẻ em của địa phương')
    expect(letter).not.toMatch(/Trần Thị Thu|Phạm Thị Lan/)
    const pdf = await lan.get(`/privacy/children/${childId}/access-letter?format=pdf`)
    expect(pdf.bytes.subarray(0, 4).toString()).toBe('%PDF')
  })
})

describe('erasing', () => {
  const everyDay = async () => {
    while ((await database.write((tx) => drainBatch(tx, '2026-06-15'))) === 'more');
  }
  const wordsAbout = async (id: string): Promise<string> => {
    const { rows: tables } = await database.owner.query<{ name: string; key: string }>(
      `select c.relname as name, a.attname as key from pg_class c join pg_attribute a on a.attrelid = c.oid
       where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
         and (a.attname = 'child_id' or c.relname = 'children' and a.attname = 'id')`,
    )
    const texts: string[] = []
    for (const { name, key } of tables) {
      const { rows } = await database.owner.query(`select t::text from ${name} t where ${key} = $1`, [id])
      texts.push(JSON.stringify(rows))
    }
    return texts.join(' ')
  }

  test('by decision takes name, carers, numbers and words away everywhere, and figures still recount', async () => {
    const id = await register('2018-05-06', 'Y Bích Thảo')
    await lan.put(`/children/${id}`, {
      ...{ ...details, fullName: 'Y Bích Thảo Nhi', bornOn: '2018-05-06', personalId: null, version: 1 },
      carers: [{ id: newId(), fullName: 'Đinh Thị Huyền', relation: 'mother', phone: '0987600123' }],
    })
    await lan.post('/services/records', {
      ...{
        id: newId(),
        childId: id,
        itemCode: 'PAR-HOME',
        dose: null,
        doneOn: '2026-06-10',
        note: 'Mẹ Huyền vắng nhà',
      },
    })
    await lan.post(`/privacy/children/${id}/consents`, consent())
    await everyDay()
    const asked = request({ kind: 'delete' })
    await lan.post(`/privacy/children/${id}/requests`, asked)
    const decision = { decidedOn: '2026-06-15', decision: 'granted', ground: null, groundNote: null }
    const byOfficer = await lan.put(`/privacy/children/${id}/requests/${asked.id}/decision`, decision)
    expect([byOfficer.status, byOfficer.body.code]).toEqual([409, 'privacy.deletion-elsewhere'])
    expect((await lan.put(`/privacy/children/${id}/requests/${asked.id}/deletion`, decision)).status).toBe(
      403,
    )
    const erased = await hung.put(`/privacy/children/${id}/requests/${asked.id}/deletion`, decision)
    expect([erased.status, erased.body.decision]).toEqual([200, 'granted'])
    await everyDay()

    expect(await wordsAbout(id)).not.toMatch(/Bích|Thảo|thao|Huyền|0987600123|Nhà số 3/)
    expect((await lan.post('/children/search', { text: 'Bích Thảo', withLeft: true })).body.children).toEqual(
      [],
    )
    expect(
      await database.read((db) =>
        recountDifferences(db, { communeId: places.dakHa, period: '2026', today: '2026-06-15' }),
      ),
    ).toEqual([])
    expect((await lan.post(`/privacy/children/${id}/consents`, consent())).body.code).toBe(
      'privacy.already-erased',
    )
  })

  test('keeps the audit: rows stay, their chain stays whole, and only a decision takes values away', async () => {
    const id = await register('2018-05-06', 'Y Bích Ngọc')
    const edit = {
      ...details,
      fullName: 'Y Bích Ngọc Lan',
      bornOn: '2018-05-06',
      personalId: null,
      version: 1,
      carers: [],
    }
    expect((await lan.put(`/children/${id}`, edit)).status).toBe(200)
    const scopes = {
      reading: <T>(work: Parameters<typeof database.read<T>>[0]) => database.read(work),
      writing: <T>(work: Parameters<typeof database.write<T>>[0]) => database.write(work),
    }
    const sealAll = async () => {
      const sealer = createSealer(scopes)
      while ((await sealer.pass()) === 'more');
    }
    await sealAll()
    await expect(
      database.pool.query(`select accounts_erase_values('${id}'::uuid, '${newId()}'::uuid)`),
    ).rejects.toThrow('no decision')
    const order = { id: newId(), ground: 'registered-by-mistake', note: null }
    expect((await lan.post(`/privacy/children/${id}/erasure`, order)).status).toBe(403)
    const erased = await hung.post(`/privacy/children/${id}/erasure`, order)
    expect(erased.body.counts.audit).toBeGreaterThan(0)
    expect((await hung.post(`/privacy/children/${id}/erasure`, order)).body).toMatchObject({ id: order.id })
    const other = await hung.post(`/privacy/children/${id}/erasure`, { ...order, id: newId() })
    expect(other.body.code).toBe('privacy.already-erased')
    await sealAll()
    expect((await database.read((db) => verifyLog(db, 'audit', []))).fault).toBeUndefined()
    const { rows } = await database.owner.query(
      `select count(*)::int as count from accounts_audit where child_id = $1 and action like 'children.%'`,
      [id],
    )
    expect(rows[0].count).toBe(2)
  })

  test('is refused before the term is over, elsewhere, and lists who is past it', async () => {
    const order = { id: newId(), ground: 'term-over', note: null }
    const early = await hung.post(`/privacy/children/${childId}/erasure`, order)
    expect([early.status, early.body.code]).toEqual([409, 'privacy.term-not-over'])
    expect((await hung.post(`/privacy/children/${newId()}/erasure`, order)).status).toBe(404)
    await database.owner.query(`update children set born_on = '2009-01-01' where id = $1`, [childId])
    expect((await hung.get('/privacy/past-term')).body).toEqual([
      { id: childId, bornOn: '2009-01-01', leftOn: null },
    ])
    expect((await hung.post(`/privacy/children/${childId}/erasure`, order)).status).toBe(200)
    expect((await hung.get('/privacy/past-term')).body).toEqual([])
  })

  test('may be refused with its ground: the law keeps the file', async () => {
    const asked = request({ kind: 'delete' })
    await lan.post(`/privacy/children/${childId}/requests`, asked)
    const refusal = {
      decidedOn: '2026-06-15',
      decision: 'refused',
      ground: 'law-keeps',
      groundNote: 'Hồ sơ tiêm chủng',
    }
    const reply = await hung.put(`/privacy/children/${childId}/requests/${asked.id}/deletion`, refusal)
    expect(reply.body).toMatchObject({ decision: 'refused', ground: 'law-keeps' })
    expect((await lan.get(`/privacy/children/${childId}`)).body.erasedAt).toBeNull()
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
    expect((await hung.put(`${at}/closing`, closing)).body.closedAt).not.toBeNull()
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
