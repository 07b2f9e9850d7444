import { beforeAll, describe, expect, test } from 'vitest'
import { addDays } from '#base/day.ts'
import { newId } from '#base/id.ts'
import { clockAt } from '#platform/clock.ts'
import { testApp } from '#test/app.ts'
import { testDatabase } from '#test/database.ts'
import { people, places } from '#test/people.ts'

const today = '2026-06-15'
const database = await testDatabase()
const app = await testApp(database, { clock: clockAt(`${today}T09:00:00+07:00`) })
const lan = app.as(people.lanOfficerDakHa)
const phuc = app.as(people.phucOfficerDakTo)
const yHoa = app.as(people.yHoaCollaborator)

/** A woman in this week of pregnancy today. */
async function woman(week: number, changes: { areaId?: string; motherName?: string } = {}): Promise<string> {
  const { areaId = places.dakMeVillage, motherName = 'Y Blơi' } = changes
  const { status, body } = await lan.post('/children/pregnancies', {
    ...{ id: newId(), areaId, motherName, motherPhone: '0912345678', motherBornYear: 1999 },
    ...{ expectedOn: addDays(today, 280 - week * 7), facilityId: null, householdCode: null, address: null },
    ...{ ethnicCode: '14', poverty: null, note: null },
  })
  if (status !== 200) throw new Error(`not added: ${body.code}`)
  return body.id
}

const care = (pregnancyId: string, changes: object = {}) => ({
  ...{ id: newId(), pregnancyId, itemCode: 'ANC-2', doneOn: today },
  ...changes,
})
const open = async (id: string, client = lan) =>
  (await client.get(`/children/pregnancies/${id}/services`)).body
const stateOf = async (id: string, code: string): Promise<string | undefined> =>
  (await open(id)).services.find((one: { itemCode: string }) => one.itemCode === code)?.state

describe('who is owed what', () => {
  let ids: { early: string; late: string }
  const due = async (search = '', client = lan) => (await client.get(`/services/women/due?${search}`)).body
  const names = async (search = '', client = lan) =>
    (await due(search, client)).women.map((one: { motherName: string }) => one.motherName)
  beforeAll(async () => {
    ids = {
      early: await woman(9, { motherName: 'Y Hoa', areaId: places.konTrangVillage }),
      late: await woman(41, { motherName: 'Y Lan' }),
    }
  })

  test('the list has the earliest deadline first, with weeks, phone and place', async () => {
    const { women, overdue, more } = await due()
    expect(women.map((one: { motherName: string }) => one.motherName)).toEqual(['Y Lan', 'Y Hoa'])
    expect([overdue, more]).toEqual([1, false])
    expect(women[1]).toMatchObject({
      ...{ pregnancyId: ids.early, week: 9, motherPhone: '0912345678', areaName: 'Thôn Kon Trang' },
    })
  })

  test('of a village, of a service, only what is late, of no station', async () => {
    expect(await names(`villageId=${places.konTrangVillage}`)).toEqual(['Y Hoa'])
    expect(await names('itemCode=MCH-BOOK&state=overdue')).toEqual(['Y Lan'])
    expect(await names(`facilityId=${newId()}`)).toEqual([])
    const { women } = await due('itemCode=ANC-2&state=coming')
    expect(women[0].services).toMatchObject([{ itemCode: 'ANC-2', state: 'coming' }])
  })

  test('each sees the own place', async () => {
    expect(await names('', yHoa)).toEqual(['Y Lan'])
    expect(await names('', phuc)).toEqual([])
    expect((await phuc.get(`/services/women/due?villageId=${places.konTrangVillage}`)).status).toBe(404)
    expect((await phuc.get(`/children/pregnancies/${ids.early}/services`)).status).toBe(404)
    expect((await phuc.get(`/children/pregnancies/${ids.early}`)).status).toBe(404)
    expect((await lan.get(`/children/pregnancies/${ids.early}`)).body.motherName).toBe('Y Hoa')
    expect((await app.as(people.minhViewer).get('/services/women/due')).status).toBe(403)
  })

  test('the list on paper is a PDF', async () => {
    const { status, bytes } = await lan.get('/services/women/paper')
    expect([status, new TextDecoder().decode(bytes.slice(0, 5))]).toEqual([200, '%PDF-'])
  })
})

describe('recording', () => {
  test('a visit is done, sent twice it is one, undone it is due again and stays in sight', async () => {
    const id = await woman(20)
    expect(await stateOf(id, 'ANC-2')).toBe('due')
    const record = care(id)
    const { body } = await lan.post('/services/women/records', record)
    expect(body).toMatchObject({ itemCode: 'ANC-2', recordedByName: 'Phạm Thị Lan', undoneAt: null })
    expect((await lan.post('/services/women/records', record)).body).toEqual(body)
    expect(await stateOf(id, 'ANC-2')).toBe('done')
    const address = `/children/pregnancies/${id}/services/${record.id}`
    expect((await phuc.del(address)).status).toBe(404)
    expect((await lan.del(address)).body.undoneAt).not.toBeNull()
    expect(await stateOf(id, 'ANC-2')).toBe('due')
    expect((await open(id)).records).toHaveLength(1)
  })

  test('when she moves to another village her records follow her', async () => {
    const id = await woman(20)
    await lan.post('/services/women/records', care(id))
    const { areaName: _, ...pregnancy } = (await lan.get(`/children/pregnancies/${id}`)).body
    const moved = { ...pregnancy, areaId: places.konTrangVillage }
    expect((await lan.put(`/children/pregnancies/${id}`, moved)).body.areaName).toBe('Thôn Kon Trang')
    const { rows } = await database.owner.query<{ name: string }>(
      `select a.name from services_pregnancy_records r join areas a on a.lft = r.area_lft
       where r.pregnancy_id = $1`,
      [id],
    )
    expect(rows).toEqual([{ name: 'Thôn Kon Trang' }])
    expect((await open(id)).records).toHaveLength(1)
  })

  test('a refusal wants its reason and is no longer asked for', async () => {
    const id = await woman(20)
    const refused = care(id, { itemCode: 'ANC-TET', answer: 'refused' })
    expect((await lan.post('/services/women/records', refused)).body.code).toBe('services.reason-needed')
    await lan.post('/services/women/records', { ...refused, note: 'Đã tiêm đủ mũi ở lần mang thai trước' })
    expect(await stateOf(id, 'ANC-TET')).toBe('declined')
  })

  test.each([
    [{ itemCode: 'VITA' }, 'services.not-for-women'],
    [{ itemCode: 'X' }, 'services.unknown-item'],
    [{ doneOn: addDays(today, 1) }, 'services.in-future'],
    [{ doneOn: addDays(today, -141) }, 'services.before-pregnancy'],
  ])('%j is refused: %s', async (changes, code) => {
    const { body } = await lan.post('/services/women/records', care(await woman(20), changes))
    expect(body.code).toBe(code)
  })

  test('the same visit again, the tablets of one day, an id of something else, a woman of another place', async () => {
    const id = await woman(20)
    const first = care(id)
    await lan.post('/services/women/records', first)
    const codeOf = async (body: object, client = lan) =>
      (await client.post('/services/women/records', body)).body.code
    expect(await codeOf(care(id))).toBe('services.done-before-woman')
    expect(await codeOf({ ...first, itemCode: 'ANC-NUT' })).toBe('services.id-used')
    await lan.post('/services/women/records', care(id, { itemCode: 'ANC-NUT' }))
    expect(await codeOf(care(id, { itemCode: 'ANC-NUT' }))).toBe('services.same-day-woman')
    expect(await codeOf(care(id), phuc)).toBe('services.pregnancy-not-found')
    expect(await codeOf(care(id), app.as(people.minhViewer))).toBe('http.not-allowed')
  })

  test('a session writes what may be written, names the rest, is sent twice and undone as a whole', async () => {
    const [first, second] = [await woman(20), await woman(30)]
    await lan.post('/services/women/records', care(first))
    const entry = (pregnancyId: string, itemCode: string) => ({ recordId: newId(), pregnancyId, itemCode })
    const session = {
      ...{ id: newId(), doneOn: today },
      entries: [
        entry(first, 'ANC-2'),
        entry(first, 'ANC-NUT'),
        entry(second, 'ANC-3'),
        entry(newId(), 'ANC-3'),
      ],
    }
    const { body } = await lan.post('/services/women/sessions', session)
    expect(body.recorded).toHaveLength(2)
    expect(body.refused.map((one: { code: string }) => one.code)).toEqual([
      'services.done-before-woman',
      'services.pregnancy-not-found',
    ])
    expect(body.refused[0].text).toMatch(/Phạm Thị Lan đã ghi lúc .* \(làm ngày 15\/06\/2026\)\.$/)
    expect((await lan.post('/services/women/sessions', session)).body.recorded).toHaveLength(2)
    expect((await phuc.del(`/services/women/sessions/${session.id}`)).body).toEqual({ undone: 0 })
    expect((await lan.del(`/services/women/sessions/${session.id}`)).body).toEqual({ undone: 2 })
    expect(await stateOf(second, 'ANC-3')).toBe('due')
  })
})

describe('when the pregnancy is over', () => {
  async function bear(pregnancyId: string): Promise<string> {
    const child = { id: newId(), fullName: '', sex: 'female' }
    const birth = { version: 1, bornOn: today, isAnotherChild: true, children: [child] }
    await lan.post(`/children/pregnancies/${pregnancyId}/birth`, birth)
    return child.id
  }

  test('the care of the mother is read on the page of the child and in its timeline', async () => {
    const id = await woman(39)
    await lan.post('/services/women/records', care(id, { itemCode: 'ANC-4', doneOn: addDays(today, -7) }))
    const childId = await bear(id)
    const { body } = await lan.get(`/children/${childId}/care-before-birth`)
    expect(body.records).toMatchObject([{ name: { vi: 'Khám thai lần 4 (3 tháng cuối)' }, week: 38 }])
    const { body: timeline } = await lan.get(`/children/${childId}/timeline`)
    expect(timeline.map((one: { text: string }) => one.text)).toContain(
      'Trước khi sinh, mẹ được: Khám thai lần 4 (3 tháng cuối)',
    )
    expect((await phuc.get(`/children/${childId}/care-before-birth`)).status).toBe(404)
    expect((await open(id)).services).toMatchObject([{ itemCode: 'ANC-4', state: 'done' }])
  })

  test('it goes with a child that moves to another commune, where nothing of it can be changed', async () => {
    const id = await woman(39)
    const record = care(id, { itemCode: 'ANC-4', doneOn: addDays(today, -7) })
    await lan.post('/services/women/records', record)
    const childId = await bear(id)
    await database.owner.query(
      `update children set commune_id = $2, village_id = null, area_lft = (select lft from areas where id = $2)
       where id = $1`,
      [childId, places.dakTo],
    )
    const { body } = await phuc.get(`/children/${childId}/care-before-birth`)
    expect(body.records).toMatchObject([{ answer: 'done', week: null }])
    expect((await phuc.del(`/children/pregnancies/${id}/services/${record.id}`)).body.undoneAt).toBeNull()
  })

  test('that ended without a child asks for nothing more; what was done before may still be written', async () => {
    const id = await woman(20)
    await lan.put(`/children/pregnancies/${id}/end`, { version: 1, endedOn: addDays(today, -3) })
    expect(await open(id)).toMatchObject({ state: 'ended', services: [] })
    const { body } = await lan.get('/services/women/due?state=coming')
    expect(body.women.some((one: { pregnancyId: string }) => one.pregnancyId === id)).toBe(false)
    const late = await lan.post('/services/women/records', care(id))
    expect(late.body.code).toBe('services.after-pregnancy')
    const before = await lan.post('/services/women/records', care(id, { doneOn: addDays(today, -3) }))
    expect(before.status).toBe(200)
  })

  test('erasing the child takes away the words about its mother', async () => {
    const id = await woman(39)
    const refused = { itemCode: 'ANC-NUT', answer: 'refused', note: 'Chị Blơi hay buồn nôn' }
    await lan.post('/services/women/records', care(id, refused))
    const childId = await bear(id)
    const copy = await lan.get(`/privacy/children/${childId}/copy?format=json`)
    expect(new TextDecoder().decode(copy.bytes)).toContain('Chị Blơi hay buồn nôn')
    const erased = await app.as(people.adminHung).post(`/privacy/children/${childId}/erasure`, {
      ...{ id: newId(), ground: 'registered-by-mistake', note: null },
    })
    expect(erased.status).toBe(200)
    expect((await open(id)).records).toMatchObject([{ answer: 'refused', note: null }])
  })
})
