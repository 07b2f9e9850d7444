import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#base/id.ts'
import { clockAt } from '#platform/clock.ts'
import { everywhere } from '#platform/db/types.ts'
import { writeScope } from '#platform/db/scope.ts'
import { loadScreeningTools } from '#modules/screening/server/public.ts'
import { testApp } from '#test/app.ts'
import { testDatabase } from '#test/database.ts'
import { people, places } from '#test/people.ts'
import { Timeline } from '../shared/contract-timeline.ts'

const database = await testDatabase()
const app = await testApp(database, { clock: clockAt('2026-11-22T09:00:00+07:00') })
const lan = app.as(people.lanOfficerDakHa)
const son = app.as(people.sonProtectionDakHa)
const yHoa = app.as(people.yHoaCollaborator)

beforeAll(() => writeScope(database.pool, everywhere, loadScreeningTools))

const details = {
  ...{ communeId: places.dakHa, villageId: places.dakMeVillage, fullName: 'A Thiên', sex: 'male' },
  ...{ bornOn: '2022-03-04', ethnicCode: '14', householdCode: null, address: null, poverty: null },
  ...{ disabled: false, specialCircumstance: false, education: null, personalId: null, carers: [] },
}
let childId = ''

beforeEach(async () => {
  childId = newId()
  const { status } = await lan.post('/children', { ...details, id: childId, isAnotherChild: true })
  if (status !== 200) throw new Error('not registered')
  await database.owner.query(`update children set registered_at = '2022-05-01T02:00:00Z' where id = $1`, [
    childId,
  ])
})

async function timeline(as = lan): Promise<string[]> {
  const { status, body } = await as.get(`/children/${childId}/timeline`)
  expect(status).toBe(200)
  return Timeline.parse(body).map(({ day, text, note }) => [day, text, note].filter(Boolean).join(' | '))
}

const fact = (changes: object) =>
  lan.post(`/children/${childId}/facts`, { id: newId(), source: 'QĐ 15/QĐ-UBND', ...changes })
const measured = (changes: object) =>
  lan.post('/growth/measurements', { id: newId(), childId, lenheiCm: 100, position: 'standing', ...changes })

describe('the timeline of a child', () => {
  test('begins with birth and registering, the latest first', async () => {
    expect(await timeline()).toEqual(['2022-05-01 | Ghi vào sổ trẻ em', '2022-03-04 | Trẻ chào đời'])
  })

  test('of whom only the month of birth is known says so', async () => {
    const id = newId()
    const unsure = { ...details, id, fullName: 'A Lin', bornOn: '2022-03-15', bornPrecision: 'month' }
    await lan.post('/children', { ...unsure, isAnotherChild: true })
    childId = id
    expect(await timeline()).toContain('2022-03-15 | Trẻ chào đời (chỉ biết 03/2022)')
  })

  test('gathers what each module wrote, in its own words and by its own day', async () => {
    await fact({ kind: 'poverty', value: 'poor', fromDay: '2025-01-01' })
    await fact({ kind: 'poverty', value: 'near-poor', fromDay: '2026-01-01', toDay: '2026-06-30' })
    expect((await measured({ measuredOn: '2026-03-04', weightKg: 15.5 })).status).toBe(200)
    const vaccine = { id: newId(), childId, itemCode: 'IMM-OPV', dose: 1, doneOn: '2022-05-10' }
    expect(await lan.post('/services/records', { ...vaccine, answer: 'done', note: null })).toMatchObject({
      status: 200,
    })
    expect(await timeline()).toEqual([
      '2026-06-30 | Hết: Hộ cận nghèo',
      '2026-03-04 | Cân nặng 15,5 kg; Dài (cao) 100 cm | Bình thường',
      '2026-01-01 | Diện hộ theo năm: Hộ cận nghèo | Theo QĐ 15/QĐ-UBND',
      '2025-01-01 | Diện hộ theo năm: Hộ nghèo | Theo QĐ 15/QĐ-UBND',
      '2022-05-10 | Bại liệt uống lần 1',
      '2022-05-01 | Ghi vào sổ trẻ em',
      '2022-03-04 | Trẻ chào đời',
    ])
  })

  test('tells a finding, the service it asks for, and the referral it proposed', async () => {
    childId = newId()
    const baby = { ...details, id: childId, fullName: 'A Lin', bornOn: '2025-11-20', isAnotherChild: true }
    expect((await lan.post('/children', baby)).status).toBe(200)
    const weighed = await measured({
      measuredOn: '2026-11-20',
      weightKg: 6.9,
      lenheiCm: 74,
      position: 'lying',
    })
    expect(weighed.status).toBe(200)
    const signs = { 'W06-smile': 'no', 'W09-share': 'no', 'W12-babble': 'yes', 'W12-gesture': 'no' }
    const form = { tool: 'warning-signs', version: '2254-2021', way: 'phone', informant: 'mother' }
    const screened = { ...form, id: newId(), childId, screenedOn: '2026-11-21' }
    const answers = { ...signs, 'WANY-loss': 'no' }
    expect((await lan.post('/screening/records', { ...screened, answers })).status).toBe(200)
    expect((await timeline()).filter((line) => line >= '2026-11-20' && !line.includes('Ghi vào sổ'))).toEqual(
      [
        expect.stringMatching(/^2026-11-21 \| Cần làm: .* \| Suy dinh dưỡng/),
        expect.stringMatching(/^2026-11-21 \| Đề nghị chuyển: .* 21\/12\/2026$/),
        expect.stringMatching(/^2026-11-21 \| .* \| Có dấu hiệu nghi ngờ$/),
        expect.stringMatching(/^2026-11-20 \| Cần làm: .* \| Suy dinh dưỡng/),
        expect.stringMatching(/^2026-11-20 \| Cân nặng 6,9 kg; Dài \(cao\) 74 cm \| Suy dinh dưỡng/),
      ],
    )
  })

  test('leaves out what was taken back', async () => {
    const id = newId()
    await fact({ id, kind: 'flag', value: 'disaster', fromDay: '2026-10-01' })
    expect((await timeline()).join()).toContain('thiên tai')
    await lan.del(`/children/${childId}/facts/${id}`)
    expect((await timeline()).join()).not.toContain('thiên tai')
  })

  test('tells a move and its answer, and that the child left', async () => {
    const move = {
      id: newId(),
      toCommuneId: places.dakTo,
      movedOn: '2026-11-01',
      residence: 'permanent',
      note: null,
    }
    expect((await lan.post(`/children/${childId}/moves`, move)).status).toBe(200)
    expect((await timeline())[0]).toMatch(/Đề nghị chuyển sổ từ Xã Đăk Hà, .* sang Xã Đăk Tô/)
    await lan.del(`/children/${childId}/moves/${move.id}`)
    const { version } = (await lan.get(`/children/${childId}`)).body
    await lan.put(`/children/${childId}/leaving`, { version, leftOn: '2026-11-10', reason: 'moved' })
    expect(await timeline()).toEqual(
      expect.arrayContaining([
        '2026-11-10 | Rời sổ: chuyển đi nơi khác',
        expect.stringContaining('Nơi gửi rút lại đề nghị chuyển'),
      ]),
    )
  })
})

describe('what the reader may not see is absent', () => {
  test('a confidential group of circumstances', async () => {
    const circumstance = {
      id: newId(),
      groupNo: 9,
      subgroup: null,
      detail: null,
      fromDay: '2026-10-01',
      toDay: null,
    }
    const url = `/children/${childId}/circumstances`
    const { status } = await son.post(url, { ...circumstance, source: 'Biên bản 12/BB' })
    expect(status).toBe(200)
    expect((await timeline(son)).join()).toContain('Hoàn cảnh đặc biệt: ')
    expect((await timeline()).join()).not.toContain('Hoàn cảnh đặc biệt: ')
  })

  test('a child of another commune, and anything for a viewer', async () => {
    const url = `/children/${childId}/timeline`
    expect((await app.as(people.phucOfficerDakTo).get(url)).status).toBe(404)
    expect((await app.as(people.minhViewer).get(url)).status).toBe(403)
    expect((await yHoa.get(url)).status).toBe(200)
  })

  test('looking is written down as a reading of the child', async () => {
    await yHoa.get(`/children/${childId}/timeline`)
    const { rows } = await database.owner.query(
      'select person_id from accounts_reads where child_ids @> array[$1::uuid]',
      [childId],
    )
    expect(rows.length).toBeGreaterThan(0)
  })
})
