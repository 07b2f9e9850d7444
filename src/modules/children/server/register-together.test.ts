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

beforeEach(async () => {
  await truncateAll(database)
  // Known from now on: requests sent in one turn then reach the door in one turn.
  await lan.get('/me')
})

const child = (fullName: string, change: Partial<RegisterChild> = {}): RegisterChild => ({
  ...{ id: newId(), communeId: places.dakHa, villageId: places.dakMeVillage, fullName, unnamed: false },
  ...{
    bornOn: '2023-02-10',
    bornPrecision: 'day',
    sex: 'male',
    ethnicCode: '14',
    householdCode: '12',
    address: null,
  },
  ...{ poverty: 'poor', disabled: false, specialCircumstance: false, education: 'nursery', personalId: null },
  carers: [
    { id: newId(), fullName: 'A Hùng', relation: 'father', phone: null },
    { id: newId(), fullName: `Y ${fullName}`, relation: 'mother', phone: '0912345678' },
  ],
  isAnotherChild: false,
  ...change,
})

/** Sent in one turn: all but the first are sure to find company. */
const register = (children: readonly RegisterChild[]) =>
  Promise.all(children.map((one) => lan.post('/children', one)))

async function count(table: string): Promise<number> {
  const { rows } = await database.owner.query<{ count: number }>(
    `select count(*)::int as count from ${table}`,
  )
  return rows[0]?.count ?? -1
}

const answers = (replies: readonly { status: number; body: { code?: string } }[]) =>
  replies.map(({ status, body }) => body.code ?? status)

describe('children registered at the same moment', () => {
  test('share a transaction, and each answer is what is stored', async () => {
    const children = ['A Bình', 'A Chiến', 'A Dũng'].map((name) => child(name))
    const replies = await register(children)
    expect(answers(replies)).toEqual([200, 200, 200])
    for (const { body } of replies) expect((await lan.get(`/children/${body.id}`)).body).toEqual(body)
    expect(await count(`(select distinct xmin from children) t`)).toBeLessThan(3)
    expect(await count(`accounts_audit where action = 'children.registered'`)).toBe(3)
    expect(await count('services_stale')).toBe(3)
  })

  test('one that is refused leaves the others alone', async () => {
    const outside = { communeId: places.dakTo, villageId: null }
    const replies = await register([
      child('A Bình'),
      child('A Chiến', { bornOn: '2030-01-01' }),
      child('A Dũng', outside),
      child('123'),
      child('A Giang'),
    ])
    expect(answers(replies)).toEqual([
      200,
      'children.born-in-future',
      'children.outside-area',
      'children.name-wrong',
      200,
    ])
    expect(await count('children')).toBe(2)
  })

  test('one whose id a child elsewhere has is refused by the database, the others are stored', async () => {
    const taken = child('A Xa', { communeId: places.dakTo, villageId: null })
    expect((await phuc.post('/children', taken)).status).toBe(200)
    const replies = await register([child('A Bình'), child('A Chiến', { id: taken.id }), child('A Dũng')])
    expect(answers(replies)).toEqual([200, 'http.conflict', 200])
    expect(JSON.stringify(replies[1]?.body)).not.toContain('Xa')
    expect(await count('children')).toBe(3)
    expect(await count(`accounts_audit where action = 'children.registered'`)).toBe(3)
  })

  test('the same one sent twice is stored once, and both get the same answer', async () => {
    const one = child('A Bình')
    const [first, second] = await register([one, one])
    expect(first?.status).toBe(200)
    expect(second?.body).toEqual(first?.body)
    expect(await count('children')).toBe(1)
    expect(await count('accounts_audit')).toBe(1)
  })

  test('one very like another of them is held, as if that one had been there before', async () => {
    const replies = await register([
      child('A Thiên'),
      child('a thien', { carers: [] }),
      child('A Thiên', { carers: [], isAnotherChild: true }),
      child('A Khác', { bornOn: '2022-05-05' }),
    ])
    expect(answers(replies)).toEqual([200, 'children.possible-duplicate', 200, 200])
  })

  test('of two with the same personal number the second is refused', async () => {
    const personalId = '062223760045'
    const replies = await register([
      child('A Bình', { personalId }),
      child('A Khác', { personalId, isAnotherChild: true }),
    ])
    expect(answers(replies)).toEqual([200, 'children.personal-id-taken'])
  })
})
