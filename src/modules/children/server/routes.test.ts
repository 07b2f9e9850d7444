import { beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#base/id.ts'
import { testApp } from '#test/app.ts'
import { testDatabase, truncateAll } from '#test/database.ts'
import { people, places } from '#test/people.ts'
import type { RegisterChild } from '../shared/contract.ts'

const database = await testDatabase()
const app = await testApp(database)
const lan = app.as(people.lanOfficerDakHa)
const phuc = app.as(people.phucOfficerDakTo)
const thu = app.as(people.thuProvinceOfficer)
const yHoa = app.as(people.yHoaCollaborator)

beforeEach(() => truncateAll(database))

function child(change: Partial<RegisterChild> = {}): RegisterChild {
  return {
    id: newId(),
    communeId: places.dakHa,
    villageId: places.dakMeVillage,
    fullName: 'A Thiên',
    unnamed: false,
    bornOn: '2023-02-10',
    bornPrecision: 'day',
    sex: 'male',
    ethnicCode: '14',
    householdCode: '12',
    address: null,
    poverty: 'poor',
    disabled: false,
    specialCircumstance: false,
    education: 'nursery',
    personalId: null,
    carers: [{ id: newId(), fullName: 'Y Nga', relation: 'mother', phone: '0912345678' }],
    isAnotherChild: false,
    ...change,
  }
}

async function names(search: object, by = lan): Promise<string[]> {
  const { status, body } = await by.post('/children/search', search)
  expect(status).toBe(200)
  return body.children.map(({ fullName }: { fullName: string }) => fullName)
}

describe('registering a child', () => {
  test('stores it with carers and place, and writes the audit', async () => {
    const input = child({ personalId: '062 223 760 045' })
    const { status, body } = await lan.post('/children', input)
    expect(status).toBe(200)
    expect(body).toMatchObject({
      id: input.id,
      fullName: 'A Thiên',
      personalId: '062223760045',
      communeName: 'Xã Đăk Hà',
      villageName: 'Thôn Đăk Mế',
      version: 1,
      carers: [{ fullName: 'Y Nga', relation: 'mother', phone: '0912345678' }],
    })
    const { rows } = await database.owner.query('select action from accounts_audit where child_id = $1', [
      input.id,
    ])
    expect(rows).toEqual([{ action: 'children.registered' }])
  })

  test('sent twice stores it once', async () => {
    const input = child()
    const first = await lan.post('/children', input)
    const second = await lan.post('/children', input)
    expect(second.body).toEqual(first.body)
    const { rows } = await database.owner.query('select count(*)::int as count from children')
    expect(rows).toEqual([{ count: 1 }])
  })

  test.each([
    ['born in the future', { bornOn: '2026-06-16' }, 422, 'children.born-in-future'],
    ['older than 16', { bornOn: '2010-06-15' }, 422, 'children.too-old'],
    ['with a name of digits', { fullName: '123' }, 422, 'children.name-wrong'],
    ['with a number of another year', { personalId: '062220760045' }, 422, 'children.personal-id-wrong'],
    ['on 31/02', { bornOn: '2023-02-31' }, 422, 'http.invalid'],
    ['in another commune', { communeId: places.dakTo, villageId: null }, 403, 'children.outside-area'],
    ['in a village of another commune', { villageId: places.dakRaoVillage }, 403, 'children.outside-area'],
  ])('%s is refused', async (_, change, status, code) => {
    const reply = await lan.post('/children', child(change))
    expect(reply.body.code).toBe(code)
    expect(reply.status).toBe(status)
  })

  test('is refused to a viewer and to a collaborator of another village', async () => {
    expect((await app.as(people.minhViewer).post('/children', child())).status).toBe(403)
    expect((await yHoa.post('/children', child({ villageId: places.konTrangVillage }))).status).toBe(403)
    expect((await yHoa.post('/children', child())).status).toBe(200)
  })

  test('with a number that a child elsewhere has is refused, without saying whose it is', async () => {
    const personalId = '062223760045'
    await phuc.post('/children', child({ communeId: places.dakTo, villageId: null, personalId }))
    const reply = await lan.post('/children', child({ fullName: 'A Bé', personalId }))
    expect(reply).toMatchObject({ status: 409, body: { code: 'children.personal-id-taken' } })
    expect(JSON.stringify(reply.body)).not.toContain('Thiên')
  })

  test('very like another is held until a person says it is another child', async () => {
    const first = child()
    await lan.post('/children', first)
    const again = child({ fullName: 'a thien', bornOn: '2023-10-02' })
    const reply = await lan.post('/children', again)
    expect(reply).toMatchObject({ status: 409, body: { code: 'children.possible-duplicate' } })

    const found = await lan.post('/children/possible-duplicates', again)
    expect(found.body).toMatchObject([
      {
        child: { id: first.id },
        certain: false,
        reasons: expect.arrayContaining(['same-name', 'swapped-day-month']),
      },
    ])
    expect((await lan.post('/children', { ...again, isAnotherChild: true })).status).toBe(200)
  })

  test.each<[string, Partial<RegisterChild>, Partial<RegisterChild>]>([
    ['only the month is known now', {}, { bornOn: '2023-02-01', bornPrecision: 'month' }],
    ['only the month was known before', { bornOn: '2023-02-01', bornPrecision: 'month' }, {}],
    ['only the year was known before', { bornOn: '2023-01-01', bornPrecision: 'year' }, {}],
    [
      'the year before, the month now',
      { bornOn: '2023-01-01', bornPrecision: 'year' },
      { bornPrecision: 'month' },
    ],
  ])('like another whose birth agrees as far as it is known is held: %s', async (_, before, now) => {
    const first = child(before)
    expect((await lan.post('/children', first)).status).toBe(200)
    const again = child({ fullName: 'a thien', ...now })
    expect(await lan.post('/children', again)).toMatchObject({ status: 409 })
    const { body } = await lan.post('/children/possible-duplicates', again)
    expect(body).toMatchObject([
      { child: { id: first.id }, certain: false, reasons: expect.arrayContaining(['compatible-birth']) },
    ])
    const otherYear = child({ fullName: 'a thien', bornOn: '2022-05-05', bornPrecision: 'month' })
    expect((await lan.post('/children', otherYear)).status).toBe(200)
  })

  test('of two at once with one number stores one', async () => {
    const personalId = '062223760045'
    const replies = await Promise.all([
      lan.post('/children', child({ personalId, fullName: 'A Một', carers: [] })),
      thu.post('/children', child({ personalId, fullName: 'A Hai', carers: [] })),
    ])
    expect(replies.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
  })
})

describe('finding children', () => {
  test('without marks, in any order, by year, by phone, by number', async () => {
    const dao = child({
      fullName: 'Đinh Thị Đào',
      sex: 'female',
      bornOn: '2021-03-07',
      personalId: '062321760045',
      carers: [{ id: newId(), fullName: 'Y Blơi', relation: 'mother', phone: '0987654321' }],
    })
    await lan.post('/children', dao)
    await lan.post('/children', child())
    for (const text of ['dinh dao', 'Đào Đinh', 'dao 2021', '0987 654', '062321760045', '07/03/2021', 'đin'])
      expect(await names({ text }), text).toEqual(['Đinh Thị Đào'])
    expect(await names({ text: 'dao thien' })).toEqual([])
    expect(await names({ text: '' })).toEqual(['Đinh Thị Đào', 'A Thiên'])
  })

  test('only in the own area', async () => {
    await lan.post('/children', child())
    expect(await names({ text: 'thien' }, phuc)).toEqual([])
    expect(await names({ text: 'thien' }, thu)).toEqual(['A Thiên'])
    expect(await names({ text: 'thien', communeId: places.dakHa }, phuc)).toEqual([])
    expect((await app.as(people.minhViewer).post('/children/search', {})).status).toBe(403)
    expect((await app.stranger.post('/children/search', {})).status).toBe(401)
  })

  test('page by page in the order of names, with filters', async () => {
    for (const [index, fullName] of ['A Ân', 'A Ánh', 'A An', 'A Bé', 'Y Dung', 'Y Đào'].entries()) {
      const sex = fullName.startsWith('A') ? 'male' : 'female'
      await lan.post('/children', child({ fullName, sex, bornOn: `2023-02-1${index}`, carers: [] }))
    }
    const first = await lan.post('/children/search', { limit: 4, withTotal: true })
    expect(first.body.total).toBe(6)
    const second = await lan.post('/children/search', { limit: 4, after: first.body.next })
    expect(second.body.next).toBeNull()
    const all = [...first.body.children, ...second.body.children].map(({ fullName }) => fullName)
    expect(all).toEqual(['A An', 'A Ánh', 'A Ân', 'A Bé', 'Y Dung', 'Y Đào'])
    expect(await names({ sex: 'female' })).toEqual(['Y Dung', 'Y Đào'])
    expect(await names({ fromYears: 4, toYears: 8 })).toEqual([])
    expect(await names({ villageId: places.konTrangVillage })).toEqual([])
  })

  test('writes who saw whom', async () => {
    const input = child()
    await lan.post('/children', input)
    await names({})
    await lan.get(`/children/${input.id}`)
    const history = await lan.get(`/children/${input.id}/history`)
    expect(history.body.map(({ action }: { action: string }) => action)).toEqual([
      'children.seen',
      'children.seen',
      'children.registered',
    ])
    expect(history.body[0].personName).toBe('Phạm Thị Lan')
  })
})

describe('one child', () => {
  test('of another commune cannot be found', async () => {
    const input = child()
    await lan.post('/children', input)
    expect((await phuc.get(`/children/${input.id}`)).status).toBe(404)
    expect((await phuc.get(`/children/${input.id}/history`)).status).toBe(404)
    expect((await phuc.put(`/children/${input.id}`, { ...input, version: 1 })).status).toBe(404)
    expect((await thu.get(`/children/${input.id}`)).status).toBe(200)
  })

  test('changed by two people at once: the second is refused and nothing of the first is lost', async () => {
    const input = child()
    await lan.post('/children', input)
    const first = await lan.put(`/children/${input.id}`, { ...input, version: 1, poverty: 'near-poor' })
    expect(first).toMatchObject({ status: 200, body: { version: 2, poverty: 'near-poor' } })
    const second = await thu.put(`/children/${input.id}`, { ...input, version: 1, householdCode: '99' })
    expect(second).toMatchObject({ status: 409, body: { code: 'children.changed-meanwhile' } })
    const now = await lan.get(`/children/${input.id}`)
    expect(now.body).toMatchObject({ version: 2, poverty: 'near-poor', householdCode: '12' })
  })

  test('changed twice by the same command is changed once', async () => {
    const input = child()
    await lan.post('/children', input)
    const change = { ...input, version: 1, fullName: 'A Thiện' }
    await lan.put(`/children/${input.id}`, change)
    const again = await lan.put(`/children/${input.id}`, change)
    expect(again).toMatchObject({ status: 200, body: { version: 2, fullName: 'A Thiện' } })
  })

  test('moved to another commune takes all its rows along, and is found there', async () => {
    const input = child({ personalId: '062223760045' })
    await thu.post('/children', input)
    const moved = { ...input, version: 1, communeId: places.dakTo, villageId: places.dakRaoVillage }
    expect((await thu.put(`/children/${input.id}`, moved)).status).toBe(200)
    expect((await lan.get(`/children/${input.id}`)).status).toBe(404)
    expect(await names({ text: 'thien' }, phuc)).toEqual(['A Thiên'])
    expect((await phuc.get(`/children/${input.id}`)).body).toMatchObject({
      personalId: '062223760045',
      carers: [{ fullName: 'Y Nga' }],
    })
    const { rows } = await database.owner.query(
      `select distinct area_lft from (select area_lft from children union all select area_lft from children_carers
        union all select area_lft from children_identifiers union all select area_lft from children_name_tokens) all_rows`,
    )
    expect(rows).toHaveLength(1)
  })

  test('cannot be moved by a commune into another commune', async () => {
    const input = child()
    await lan.post('/children', input)
    const reply = await lan.put(`/children/${input.id}`, {
      ...input,
      version: 1,
      communeId: places.dakTo,
      villageId: null,
    })
    expect(reply).toMatchObject({ status: 403, body: { code: 'children.outside-area' } })
  })

  test('that left is out of the lists, is not changed, and can come back', async () => {
    const input = child()
    await lan.post('/children', input)
    const url = `/children/${input.id}/leaving`
    const leaving = { version: 1, leftOn: '2026-06-01', reason: 'moved' }
    expect((await lan.put(url, { ...leaving, leftOn: '2026-06-16' })).body.code).toBe(
      'children.left-too-early',
    )
    expect((await lan.put(url, leaving)).body).toMatchObject({ leftOn: '2026-06-01', version: 2 })
    expect((await lan.put(url, leaving)).status).toBe(200)
    expect(await names({})).toEqual([])
    expect(await names({ withLeft: true })).toEqual(['A Thiên'])
    const change = await lan.put(`/children/${input.id}`, { ...input, version: 2, householdCode: '1' })
    expect(change.body.code).toBe('children.already-left')
    expect((await lan.del(url)).body).toMatchObject({ leftOn: null, version: 3 })
    expect(await names({})).toEqual(['A Thiên'])
  })
})

test('the list comes out as a spreadsheet, only for those who may export', async () => {
  await lan.post('/children', child())
  const file = await lan.get(`/children/export?villageId=${places.dakMeVillage}`)
  expect(file.status).toBe(200)
  expect(file.bytes.subarray(0, 2).toString()).toBe('PK')
  expect((await yHoa.get('/children/export')).status).toBe(403)
})
