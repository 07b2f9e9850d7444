import { beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#base/id.ts'
import { readSmallSpreadsheet } from '#platform/files/spreadsheet.ts'
import { testApp } from '#test/app.ts'
import { testDatabase } from '#test/database.ts'
import { people, places } from '#test/people.ts'

const database = await testDatabase()
const app = await testApp(database)
const lan = app.as(people.lanOfficerDakHa)

const whole = {
  ...{ communeId: places.dakHa, villageId: places.dakMeVillage, sex: 'male', bornOn: '2021-02-03' },
  ...{ ethnicCode: '14', householdCode: '7', address: null, poverty: 'poor', education: 'nursery' },
  ...{ disabled: false, specialCircumstance: false, personalId: null, isAnotherChild: true },
}
const mother = (phone: string | null) => [{ id: newId(), fullName: 'Y Đoan', relation: 'mother', phone }]

async function register(fullName: string, changes: object = {}): Promise<string> {
  const id = newId()
  const child = { ...whole, id, fullName, carers: mother('0912000001'), ...changes }
  const reply = await lan.post('/children', child)
  if (reply.status !== 200) throw new Error(`not registered: ${reply.body.code}`)
  // In the register for two years: missing for a year is told of those only.
  await database.owner.query(`update children set registered_at = '2024-06-01' where id = $1`, [id])
  return id
}

let seenId = ''
let oldId = ''

beforeAll(async () => {
  seenId = await register('A Đủ', { personalId: '062221760045' })
  await lan.post('/services/records', {
    ...{ id: newId(), childId: seenId, itemCode: 'IMM-MEASLES', doneOn: '2026-03-10' },
  })
  await register('A Thiếu', { villageId: null, ethnicCode: null, carers: [] })
  await register('A Tháng', { bornPrecision: 'month', carers: mother(null) })
  oldId = await register('A Lớn')
  await database.owner.query(`update children set born_on = '2010-06-15' where id = $1`, [oldId])
  const other = await register('A Khác', { personalId: '062221760046' })
  await database.owner.query(`update children set sex = 'female' where id = $1`, [other])
  const early = await register('A Sớm')
  await database.owner.query(`update children set born_on = '2025-01-01' where id = $1`, [early])
  await lan.post(`/children/${seenId}/facts`, {
    ...{ id: newId(), kind: 'flag', value: 'disaster', fromDay: '2026-01-01', source: 'Danh sách của thôn' },
  })
})

const found = async (search: object) =>
  (await lan.post('/children/search', search)).body.children.map(
    ({ fullName }: { fullName: string }) => fullName,
  )

describe('what is wrong or missing in the register', () => {
  test('is counted by rule, and each count opens the list behind it', async () => {
    const { body } = await lan.get('/children/cleaning')
    expect(body.total).toBe(6)
    for (const { rule, count } of body.rules) {
      const { body: list } = await lan.post('/children/search', { lacks: rule, withTotal: true })
      expect([rule, list.total]).toEqual([rule, count])
    }
  })

  test.each([
    ['no-carer', ['A Thiếu']],
    ['no-phone', ['A Tháng', 'A Thiếu']],
    ['no-village', ['A Thiếu']],
    ['no-ethnic-group', ['A Thiếu']],
    ['birth-not-exact', ['A Tháng']],
    ['number-contradicts', ['A Khác']],
    ['impossible-dates', ['A Sớm']],
    ['over-age', ['A Lớn']],
    ['unnamed', []],
    ['not-seen', ['A Khác', 'A Lớn', 'A Sớm', 'A Tháng', 'A Thiếu']],
    ['no-personal-id', ['A Lớn', 'A Sớm', 'A Tháng', 'A Thiếu']],
  ])('%s: %j', async (lacks, names) => {
    expect((await found({ lacks })).toSorted()).toEqual(names.toSorted())
  })

  test.each([
    ['2025-06-14T23:30:00+07:00', true],
    ['2025-06-15T00:30:00+07:00', false],
  ])('registered at %s, a year ago by the calendar of Viet Nam: missing is %s', async (moment, isMissing) => {
    const register = 'update children set registered_at = $1 where id = $2'
    await database.owner.query(register, [moment, oldId])
    expect((await found({ lacks: 'not-seen' })).includes('A Lớn')).toBe(isMissing)
    await database.owner.query(register, ['2024-06-01', oldId])
  })

  test('nothing of another commune, and nothing for those who see no children', async () => {
    const { body } = await app.as(people.phucOfficerDakTo).get('/children/cleaning')
    expect([body.total, body.rules.every(({ count }: { count: number }) => count === 0)]).toEqual([0, true])
    expect((await app.as(people.minhViewer).get('/children/cleaning')).status).toBe(403)
  })
})

describe('lists', () => {
  test('by flag, by school, by what was ticked', async () => {
    expect(await found({ flag: 'disaster' })).toEqual(['A Đủ'])
    expect(await found({ flag: 'foundling' })).toEqual([])
    expect(await found({ flag: 'minority' })).toHaveLength(5)
    expect(await found({ education: 'primary' })).toEqual([])
    expect(await found({ ids: [seenId, oldId] })).toEqual(['A Đủ', 'A Lớn'])
  })

  test('what was ticked is exported, and nothing else', async () => {
    const reply = await lan.get(`/children/export?ids=${seenId},${oldId}&columns=name,born,household`)
    expect(reply.status).toBe(200)
    const read = await readSmallSpreadsheet({ name: 'a.xlsx', bytes: reply.bytes })
    const cells = read.ok ? read.rows.map((row) => row.cells.map((cell) => cell?.text)) : []
    expect(cells).toContainEqual(['STT', 'Họ và tên', 'Ngày sinh', 'Hộ số'])
    expect((await lan.get('/children/export?columns=name,personalId')).status).toBe(422)
    expect((await lan.get('/children/export?ids=x')).status).toBe(422)
  })
})
