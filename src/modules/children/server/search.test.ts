import { beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#base/id.ts'
import { testApp } from '#test/app.ts'
import { testDatabase } from '#test/database.ts'
import { people, places } from '#test/people.ts'

const database = await testDatabase()
const app = await testApp(database)
const lan = app.as(people.lanOfficerDakHa)

const families = [
  ['A Thiên', 'Y Đoan', '0912000001', '2021-02-03'],
  ['Y Đoan', 'Y Hoa', '0912000002', '2022-02-03'],
  ['A Bình', 'Y Đoan', '0912000003', '2023-02-03'],
  ['Nguyễn Thị Hoa', 'Trần Thị Đào', '0912000004', '2024-05-15'],
] as const

type Family = readonly [fullName: string, mother: string, phone: string, bornOn: string]

async function register(child: Family, changes: object = {}) {
  const [fullName, mother, phone, bornOn] = child
  const id = newId()
  const reply = await lan.post('/children', {
    ...{ id, communeId: places.dakHa, villageId: places.dakMeVillage, fullName, bornOn, sex: 'male' },
    ...{ ethnicCode: null, householdCode: null, address: null, poverty: null, education: null },
    ...{ disabled: false, specialCircumstance: false, personalId: null, isAnotherChild: true },
    carers: [{ id: newId(), fullName: mother, relation: 'mother', phone }],
    ...changes,
  })
  if (reply.status !== 200) throw new Error(`not registered: ${reply.body.code}`)
  return reply.body
}

beforeAll(async () => {
  for (const family of families) await register(family)
})

async function found(search: object): Promise<string[]> {
  const { body } = await lan.post('/children/search', search)
  return body.children.map(({ fullName }: { fullName: string }) => fullName)
}

describe('searching', () => {
  test.each([
    ['doan', ['Y Đoan', 'A Bình', 'A Thiên']],
    ['Y Đoan', ['Y Đoan', 'A Bình', 'A Thiên']],
    ['doan thien', ['A Thiên']],
    ['thien doan y', ['A Thiên']],
    ['đào', ['Nguyễn Thị Hoa']],
    ['dao hoa 2024', ['Nguyễn Thị Hoa']],
    ['0912000003', ['A Bình']],
    ['doan 2023', ['A Bình']],
    ['hoa', ['Nguyễn Thị Hoa', 'Y Đoan']],
    ['khong co ai', []],
  ])('"%s" finds the child by its own name first, then by its carer', async (text, names) => {
    expect(await found({ text })).toEqual(names)
  })

  test('pages go on from the own names to the names of carers, each child once', async () => {
    const seen: string[] = []
    let after: string | undefined
    do {
      const { body } = await lan.post('/children/search', {
        text: 'doan',
        limit: 1,
        after,
        withTotal: !after,
      })
      if (!after) expect(body.total).toBe(3)
      seen.push(...body.children.map(({ fullName }: { fullName: string }) => fullName))
      after = body.next ?? undefined
    } while (after)
    expect(seen).toEqual(['Y Đoan', 'A Bình', 'A Thiên'])
  })

  test('a carer that is taken off the record finds the child no more', async () => {
    const child = await register(['A Khôi', 'Y Sương', '0912000009', '2021-08-08'])
    expect(await found({ text: 'suong' })).toEqual(['A Khôi'])
    expect((await lan.put(`/children/${child.id}`, { ...child, carers: [] })).status).toBe(200)
    expect(await found({ text: 'suong' })).toEqual([])
  })
})

describe('a birth of which not everything is known', () => {
  test('a month counts from its 15th, a year from 1 July, and is told as such', async () => {
    const month = await register(['Y Xuân', 'Y Lan', '0912000010', '2024-05-01'], { bornPrecision: 'month' })
    expect([month.bornOn, month.bornPrecision]).toEqual(['2024-05-15', 'month'])
    const year = await register(['Y Hạ', 'Y Lan', '0912000010', '2024-02-09'], { bornPrecision: 'year' })
    expect([year.bornOn, year.bornPrecision]).toEqual(['2024-07-01', 'year'])
    const { body } = await lan.post('/children/search', { text: 'y xuan' })
    expect(body.children[0].bornPrecision).toBe('month')
  })

  test('is completed later, and the change is told', async () => {
    const child = await register(['Y Thu', 'Y Lan', '0912000010', '2023-07-01'], { bornPrecision: 'year' })
    const known = { ...child, bornOn: '2023-09-02', bornPrecision: 'day' }
    const { status, body } = await lan.put(`/children/${child.id}`, known)
    expect([status, body.bornOn, body.bornPrecision]).toEqual([200, '2023-09-02', 'day'])
    const { body: history } = await lan.get(`/children/${child.id}/history`)
    expect(history[0].after ?? history[1].after).toMatchObject({ bornPrecision: 'day' })
  })
})
