import { beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#base/id.ts'
import { clockAt } from '#platform/clock.ts'
import { testApp } from '#test/app.ts'
import { testDatabase, truncateAll } from '#test/database.ts'
import { people, places } from '#test/people.ts'
import { addChild } from '#test/registered-child.ts'

const database = await testDatabase()
const app = await testApp(database, { clock: clockAt('2026-11-22T09:00:00+07:00') })
const lan = app.as(people.lanOfficerDakHa)

beforeEach(async () => {
  await truncateAll(database)
  // Known from now on: requests sent in one turn then reach the door in one turn.
  await lan.get('/me')
})

const visit = (childId: string, change: object = {}) => ({
  ...{ id: newId(), childId, itemCode: 'PAR-HOME', doneOn: '2026-11-20' },
  ...change,
})

/** Sent in one turn: all but the first are sure to find company. */
const record = (records: readonly object[]) =>
  Promise.all(records.map((one) => lan.post('/services/records', one)))

const answers = (replies: readonly { status: number; body: { code?: string } }[]) =>
  replies.map(({ status, body }) => body.code ?? status)

async function count(table: string): Promise<number> {
  const { rows } = await database.owner.query<{ count: number }>(
    `select count(*)::int as count from ${table}`,
  )
  return rows[0]?.count ?? -1
}

describe('services recorded at the same moment', () => {
  test('share a transaction, each with its audit and its mark', async () => {
    const children = await Promise.all([1, 2, 3].map(() => addChild(database, { bornOn: '2025-02-01' })))
    const marks = await count('services_stale')
    const replies = await record(children.map((id) => visit(id)))
    expect(answers(replies)).toEqual([200, 200, 200])
    expect(await count('(select distinct xmin from services_records) t')).toBeLessThan(3)
    expect(await count(`accounts_audit where action = 'services.recorded'`)).toBe(3)
    expect(await count('services_stale')).toBe(marks + 3)
    for (const { body } of replies) {
      const { records } = (await lan.get(`/children/${body.childId}/services`)).body
      expect(records).toEqual([{ ...body, recordedAt: expect.any(String) }])
    }
  })

  test('one that is refused leaves the others alone', async () => {
    const [here, elsewhere] = await Promise.all([
      addChild(database, { bornOn: '2025-02-01' }),
      addChild(database, { bornOn: '2025-02-01', communeId: places.dakTo }),
    ])
    const replies = await record([
      visit(here),
      visit(elsewhere),
      visit(here, { doneOn: '2030-01-01' }),
      visit(newId()),
      visit(here, { doneOn: '2026-11-19' }),
    ])
    expect(answers(replies)).toEqual([
      200,
      'services.child-not-found',
      'services.in-future',
      'services.child-not-found',
      200,
    ])
    expect(await count('services_records')).toBe(2)
  })

  test('what one records counts for the next: twice on one day is refused, the same id is the same record', async () => {
    const child = await addChild(database, { bornOn: '2025-02-01' })
    const one = visit(child)
    const replies = await record([one, visit(child), one, { ...one, doneOn: '2026-11-18' }])
    expect(answers(replies)).toEqual([200, 'services.same-day', 200, 'services.id-used'])
    expect(replies[2]?.body.id).toBe(one.id)
    expect(await count('services_records')).toBe(1)
  })

  test('people of one place share the transaction and are each named in the audit', async () => {
    const { rows } = await database.owner.query<{ id: string; grant_id: string }>(
      `insert into accounts_grants (id, person_id, role, area_id, area_lft, valid_from)
       select $1, $2, 'commune-officer', id, lft, '2025-07-01' from areas where id = $3 returning id, id as grant_id`,
      [newId(), people.thuProvinceOfficer.id, places.dakHa],
    )
    const thu = app.as({ ...people.thuProvinceOfficer, grantId: rows[0]?.id ?? '' })
    const child = await addChild(database, { bornOn: '2025-02-01' })
    const [first, second] = await Promise.all([
      lan.post('/services/records', visit(child)),
      thu.post('/services/records', visit(child, { doneOn: '2026-11-19' })),
    ])
    expect([first?.body.recordedByName, second?.body.recordedByName]).toEqual([
      people.lanOfficerDakHa.fullName,
      people.thuProvinceOfficer.fullName,
    ])
    const { rows: audit } = await database.owner.query(
      `select a.person_id as person, r.recorded_by as "by" from accounts_audit a join services_records r
       on r.id::text = a.subject_id order by 1`,
    )
    expect(audit).toEqual(
      [people.lanOfficerDakHa, people.thuProvinceOfficer]
        .map(({ id }) => ({ person: id, by: id }))
        .toSorted((a, b) => (a.person < b.person ? -1 : 1)),
    )
    await database.owner.query('delete from accounts_grants where id = $1', [rows[0]?.id])
  })
})
