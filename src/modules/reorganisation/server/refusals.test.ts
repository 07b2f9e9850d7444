import { beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#base/id.ts'
import { testApp } from '#test/app.ts'
import { testDatabase, truncateAll } from '#test/database.ts'
import { people, places } from '#test/people.ts'
import { caseOf, type CaseOf, newCommune } from '#test/reorganised-communes.ts'

const database = await testDatabase()
const app = await testApp(database)
const admin = app.as(people.adminHung)
const officer = app.as(people.thuProvinceOfficer)

beforeEach(() => truncateAll(database))

async function done(asked: Promise<{ status: number; body: ReturnType<typeof JSON.parse> }>) {
  const { status, body } = await asked
  expect([status, status === 200 ? '' : JSON.stringify(body)]).toEqual([200, ''])
  return body
}

async function prepared(fields: CaseOf): Promise<string> {
  const { id } = await done(admin.post('/reorganisations', caseOf(fields)))
  return id
}

async function applied(fields: CaseOf): Promise<string> {
  const id = await prepared(fields)
  await done(admin.post(`/reorganisations/${id}/preview`))
  await done(admin.post(`/reorganisations/${id}/apply`))
  return id
}

const merged = newCommune('Xã Đăk Hà', '23500')
const merge: CaseOf = {
  newUnits: [merged],
  changes: [{ kind: 'merge', fromIds: [places.dakHa, places.dakTo], toId: merged.id }],
}

describe('refused', () => {
  const refusal = async (fields: CaseOf) => {
    const { body } = await admin.post('/reorganisations', caseOf(fields))
    return body.code
  }

  test.each<[string, CaseOf]>([
    ['reorganisation.before-unit-existed', { ...merge, effectiveOn: '2025-07-01' }],
    [
      'reorganisation.twice-on-one-day',
      { ...merge, changes: [...merge.changes, { kind: 'rename', areaId: places.dakHa, name: 'Xã Khác' }] },
    ],
    [
      'reorganisation.cyclic',
      {
        changes: [
          { kind: 'merge', fromIds: [places.dakHa], toId: places.dakTo },
          { kind: 'merge', fromIds: [places.dakTo], toId: places.dakHa },
        ],
      },
    ],
    ['reorganisation.cyclic', { changes: [{ kind: 'merge', fromIds: [places.dakHa], toId: places.dakHa }] }],
    [
      'reorganisation.wrong-level',
      { changes: [{ kind: 'merge', fromIds: [places.konTrangVillage], toId: places.dakTo }] },
    ],
    [
      'reorganisation.code-taken',
      {
        ...merge,
        newUnits: [{ ...merged, code: '23401' }],
        changes: [{ kind: 'merge', fromIds: [places.dakHa], toId: merged.id }],
      },
    ],
    [
      'reorganisation.unit-not-found',
      { changes: [{ kind: 'merge', fromIds: [newId()], toId: places.dakTo }] },
    ],
    [
      'reorganisation.unit-not-found',
      { changes: [{ kind: 'rename', areaId: places.quangNgai, name: 'Tỉnh Khác' }] },
    ],
    [
      'reorganisation.not-of-the-unit',
      {
        changes: [
          {
            kind: 'transfer',
            fromId: places.dakHa,
            toId: places.dakTo,
            villageIds: [places.dakRaoVillage],
            childIds: [],
          },
        ],
      },
    ],
  ])('%s', async (code, fields) => {
    expect(await refusal(fields)).toBe(code)
  })

  test('a second reorganisation of a unit on the same day, and a circle over older successions', async () => {
    const [a, b] = [newCommune('Xã A', '99003'), newCommune('Xã B', '99004')]
    const rename: CaseOf = { changes: [{ kind: 'rename', areaId: places.dakHa, name: 'Xã Khác' }] }
    const id = await applied({
      newUnits: [a],
      changes: [{ kind: 'merge', fromIds: [places.dakTo], toId: a.id }],
    })
    expect(
      await refusal({ newUnits: [b], changes: [{ kind: 'merge', fromIds: [places.dakTo], toId: b.id }] }),
    ).toBe('reorganisation.twice-on-one-day')
    const other = await applied(rename)
    await done(admin.post(`/reorganisations/${other}/undo`))
    await done(admin.post(`/reorganisations/${id}/undo`))
    await database.owner.query(
      `insert into areas_successions (id, from_area_id, to_area_id, on_date, extent) values ($1, $2, $3, '2026-01-01', 'part')`,
      [newId(), places.dakTo, places.dakHa],
    )
    expect(await refusal({ changes: [{ kind: 'merge', fromIds: [places.dakHa], toId: places.dakTo }] })).toBe(
      'reorganisation.cyclic',
    )
    await database.owner.query('delete from areas_successions')
  })

  test('applied without a look, too early, by the wrong role, from another commune; sent twice it happens once', async () => {
    const id = await prepared(merge)
    expect((await admin.post(`/reorganisations/${id}/apply`)).body.code).toBe('reorganisation.preview-first')
    expect((await officer.post(`/reorganisations/${id}/preview`)).status).toBe(403)
    expect((await app.as(people.lanOfficerDakHa).get(`/reorganisations/${id}`)).status).toBe(404)
    const later = await prepared({ ...merge, effectiveOn: '2026-07-01' })
    await done(admin.post(`/reorganisations/${later}/preview`))
    expect((await admin.post(`/reorganisations/${later}/apply`)).body.code).toBe('reorganisation.too-early')
    expect((await admin.post(`/reorganisations/${id}/undo`)).body.code).toBe('reorganisation.not-applied')
    await done(admin.post(`/reorganisations/${id}/preview`))
    const [first, second] = await Promise.all([1, 2].map(() => admin.post(`/reorganisations/${id}/apply`)))
    expect([first?.status, second?.status]).toEqual([200, 200])
    const { version, decision, content } = await done(admin.get(`/reorganisations/${id}`))
    const edit = await admin.put(`/reorganisations/${id}`, { decision, content, version })
    expect(edit.body.code).toBe('reorganisation.already-applied')
    await done(admin.post(`/reorganisations/${id}/undo`))
    const stale = await admin.put(`/reorganisations/${id}`, { decision, content, version: version + 7 })
    expect(stale.body.code).toBe('reorganisation.changed-meanwhile')
  })

  test('undone only until the next one that changed the same units', async () => {
    const first = await applied({
      changes: [{ kind: 'rename', areaId: places.dakHa, name: 'Xã Giữa' }],
      effectiveOn: '2026-06-01',
    })
    const next = await applied({ changes: [{ kind: 'rename', areaId: places.dakHa, name: 'Xã Sau' }] })
    const { body } = await admin.post(`/reorganisations/${first}/undo`)
    expect([body.code, body.title]).toEqual([
      'reorganisation.later-case',
      expect.stringContaining('Hãy hoàn tác hồ sơ số'),
    ])
    await done(admin.post(`/reorganisations/${next}/undo`))
    await done(admin.post(`/reorganisations/${first}/undo`))
  })
})
