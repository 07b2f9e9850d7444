import { beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#base/id.ts'
import { Period } from '#base/period.ts'
import { recountDifferences } from '#modules/services/server/public.ts'
import { testApp } from '#test/app.ts'
import { testDatabase, truncateAll } from '#test/database.ts'
import { people, places } from '#test/people.ts'
import { addChild } from '#test/registered-child.ts'
import {
  addChildren,
  caseOf,
  type CaseOf,
  drainAll,
  newCommune,
  reformDay,
  rowsOf,
} from '#test/reorganised-communes.ts'

const database = await testDatabase()
const app = await testApp(database)
const admin = app.as(people.adminHung)
const officer = app.as(people.thuProvinceOfficer)

beforeEach(() => truncateAll(database))

/** Tables whose rows follow children or units. */
const following = [
  ...['areas', 'areas_parents', 'areas_successions', 'accounts_grants', 'accounts_installation'],
  ...['children', 'children_carers', 'children_name_tokens'],
  ...['services_records', 'services_status', 'services_open', 'services_counters'],
]

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

async function differences(communeId: string) {
  const asked = { communeId, period: Period.parse('2026'), today: reformDay }
  return database.read((db) => recountDifferences(db, asked))
}

async function placesOfChildren() {
  const { rows } = await database.owner.query<{
    commune: string
    village: string | null
    right: boolean
    count: number
  }>(
    `select c.commune_id as commune, c.village_id as village, bool_and(c.area_lft = coalesce(v.lft, k.lft)) as right,
       count(*)::int as count
     from children c join areas k on k.id = c.commune_id left join areas v on v.id = c.village_id
     group by 1, 2 order by 4`,
  )
  return rows
}

const merged = newCommune('Xã Đăk Hà', '23500')
const merge: CaseOf = {
  newUnits: [merged],
  changes: [{ kind: 'merge', fromIds: [places.dakHa, places.dakTo], toId: merged.id }],
}

const [north, south] = [newCommune('Xã Đăk Hà Bắc', '99001'), newCommune('Xã Đăk Hà Nam', '99002')]
const split: CaseOf = {
  newUnits: [north, south],
  changes: [
    {
      kind: 'split',
      fromId: places.dakHa,
      parts: [
        { toId: north.id, villageIds: [places.dakMeVillage], childIds: [] },
        { toId: south.id, villageIds: [], childIds: [] },
      ],
    },
  ],
}

describe('a merger', () => {
  beforeEach(async () => {
    await addChildren(database, places.dakHa, [
      [places.dakMeVillage, 30],
      [null, 5],
    ])
    await addChildren(database, places.dakTo, [[places.dakRaoVillage, 20]])
    await drainAll(database)
  })

  test('is previewed in counts without changing anything', async () => {
    const before = await rowsOf(database, following)
    const id = await prepared(merge)
    const { preview, state } = await done(admin.post(`/reorganisations/${id}/preview`))
    expect(state).toBe('previewed')
    expect(preview.total).toMatchObject({ children: 55, unplaced: 0, records: 55 })
    expect(preview.old.map(({ touched }: { touched: { children: number } }) => touched.children)).toEqual([
      35, 20,
    ])
    expect(preview.new).toEqual([expect.objectContaining({ name: 'Xã Đăk Hà', isNew: true, children: 55 })])
    expect(await rowsOf(database, following)).toEqual(before)
    await done(admin.get('/reorganisations'))
    expect((await done(admin.get(`/reorganisations/${id}`))).names[places.dakTo]).toBe('Xã Đăk Tô')
  })

  test('moves children, villages, counters and grants; the recount is equal; undone everything is as before', async () => {
    const before = await rowsOf(database, following)
    const id = await applied(merge)
    expect(await placesOfChildren()).toEqual([
      { commune: merged.id, village: null, right: true, count: 5 },
      { commune: merged.id, village: places.dakRaoVillage, right: true, count: 20 },
      { commune: merged.id, village: places.dakMeVillage, right: true, count: 30 },
    ])
    for (const commune of [merged.id, places.dakHa, places.dakTo])
      expect(await differences(commune)).toEqual([])
    const lan = app.as(people.lanOfficerDakHa)
    expect((await done(lan.post('/children/search', { text: 'thu' }))).children.length).toBeGreaterThan(0)

    await done(admin.post(`/reorganisations/${id}/undo`))
    expect(await rowsOf(database, following)).toEqual(before)
    await done(admin.post(`/reorganisations/${id}/apply`))
    expect(await differences(merged.id)).toEqual([])
    await done(admin.post(`/reorganisations/${id}/undo`))
  })

  test('tells the holders of grants, who put the note away', async () => {
    const id = await applied(merge)
    const lan = app.as(people.lanOfficerDakHa)
    const [note] = await done(lan.get('/reorganisation-notes'))
    expect(note).toMatchObject({ kind: 'followed', oldName: 'Xã Đăk Hà, Xã Đăk Tô', newName: 'Xã Đăk Hà' })
    await done(lan.put(`/reorganisation-notes/${note.id}/read`))
    expect(await done(lan.get('/reorganisation-notes'))).toEqual([])
    await done(admin.post(`/reorganisations/${id}/undo`))
    // Phúc, because the session remembers Lan's place for five seconds.
    const [back] = await done(app.as(people.phucOfficerDakTo).get('/reorganisation-notes'))
    expect(back).toMatchObject({ kind: 'returned', newName: 'Xã Đăk Tô' })
  })

  test('undone after new records: they stay with their children, new children go with their village or to the heir', async () => {
    const id = await applied(merge)
    const inVillage = await addChild(database, {
      bornOn: '2024-01-01',
      communeId: merged.id,
      villageId: places.dakRaoVillage,
    })
    const without = await addChild(database, { bornOn: '2024-01-02', communeId: merged.id })
    const record = { id: newId(), childId: inVillage, itemCode: 'IMM-MEASLES', doneOn: '2026-06-10' }
    await done(officer.post('/services/records', record))
    await drainAll(database)
    await done(admin.post(`/reorganisations/${id}/undo`))
    const { rows } = await database.owner.query(
      `select c.id, c.commune_id, (select count(*)::int from services_records r where r.child_id = c.id) as records
       from children c where id = any($1) order by born_on`,
      [[inVillage, without]],
    )
    expect(rows).toEqual([
      { id: inVillage, commune_id: places.dakTo, records: 1 },
      { id: without, commune_id: places.dakHa, records: 0 },
    ])
    for (const commune of [places.dakHa, places.dakTo]) expect(await differences(commune)).toEqual([])
  })

  test('keeps the figures of the old units, and shows them on the new one', async () => {
    const id = await applied(merge)
    const old = await done(officer.get(`/areas/${places.dakHa}/old-figures?period=2026`))
    const today = await done(officer.get(`/areas/${merged.id}/old-figures?period=2026`))
    const all = ({ figures }: { figures: { key: string; due: number }[] }) =>
      figures.find(({ key }) => key === 'all')?.due
    expect([all(old), all(today)]).toEqual([35, 55])
    expect((await officer.get(`/areas/${places.quangNgai}/old-figures?period=2026`)).status).toBe(404)
    await done(admin.post(`/reorganisations/${id}/undo`))
  })
})

describe('a split', () => {
  beforeEach(async () => {
    await addChildren(database, places.dakHa, [
      [places.dakMeVillage, 12],
      [places.konTrangVillage, 7],
      [null, 3],
    ])
    await drainAll(database)
  })

  test('leaves what has no place in a holding place that is found, and the work list empties it', async () => {
    const before = await rowsOf(database, following)
    const id = await prepared(split)
    const { preview } = await done(admin.post(`/reorganisations/${id}/preview`))
    expect(preview.total).toMatchObject({ children: 22, unplaced: 10 })
    expect(preview.new.at(-1)).toMatchObject({ name: 'Chờ xếp (Xã Đăk Hà cũ)', children: 10 })
    const { outcome } = await done(admin.post(`/reorganisations/${id}/apply`))
    expect(outcome).toMatchObject({ childrenMoved: 22, unplaced: 10 })

    const list = await done(officer.get(`/reorganisations/${id}/work-list`))
    expect(list.total).toBe(10)
    const [group] = list.groups.filter(({ villageId }: { villageId: string | null }) => villageId !== null)
    expect(group).toMatchObject({
      villageName: 'Thôn Kon Trang',
      children: 7,
      communeName: 'Chờ xếp (Xã Đăk Hà cũ)',
    })
    expect((await done(officer.post('/children/search', { text: 'thu' }))).children.length).toBe(22)
    expect((await officer.get(`/areas/${north.id}/old-figures?period=2026`)).body.title).toContain(
      'chỉ có một phần',
    )

    await done(
      admin.post(`/reorganisations/${id}/place-villages`, {
        villageIds: [places.konTrangVillage],
        toId: south.id,
      }),
    )
    const waiting = await done(officer.get(`/reorganisations/${id}/waiting-children`))
    const childIds = waiting.children.map((child: { id: string }) => child.id)
    expect(childIds).toHaveLength(3)
    const left = await done(
      officer.post(`/reorganisations/${id}/place-children`, { childIds, toId: north.id }),
    )
    expect(left.total).toBe(0)
    for (const commune of [north.id, south.id, places.dakHa]) expect(await differences(commune)).toEqual([])
    expect(await placesOfChildren()).toEqual([
      { commune: north.id, village: null, right: true, count: 3 },
      { commune: south.id, village: places.konTrangVillage, right: true, count: 7 },
      { commune: north.id, village: places.dakMeVillage, right: true, count: 12 },
    ])
    const twice = await officer.post(`/reorganisations/${id}/place-children`, { childIds, toId: north.id })
    expect(twice.body.code).toBe('reorganisation.nothing-to-place')

    await done(admin.post(`/reorganisations/${id}/undo`))
    expect(await rowsOf(database, following)).toEqual(before)
  })

  test('is placed before it is applied as well, by village and one by one', async () => {
    const id = await prepared(split)
    const place = { villageIds: [places.konTrangVillage], toId: south.id }
    await done(admin.post(`/reorganisations/${id}/place-villages`, place))
    const waiting = await done(officer.get(`/reorganisations/${id}/waiting-children`))
    const childIds = waiting.children.map((child: { id: string }) => child.id)
    const left = await done(
      officer.post(`/reorganisations/${id}/place-children`, { childIds, toId: south.id }),
    )
    expect(left.total).toBe(0)
    await done(admin.post(`/reorganisations/${id}/preview`))
    const { outcome } = await done(admin.post(`/reorganisations/${id}/apply`))
    expect(outcome).toMatchObject({ childrenMoved: 22, unplaced: 0 })
    expect((await placesOfChildren()).map(({ commune, count }) => [commune, count])).toEqual([
      [south.id, 3],
      [south.id, 7],
      [north.id, 12],
    ])
    const { rows } = await database.owner.query(
      `select 1 from areas where code like 'CX-%' and valid_to is null`,
    )
    expect(rows).toEqual([])
    await done(admin.post(`/reorganisations/${id}/undo`))
  })

  test('the holder of a grant on the divided unit is told to wait', async () => {
    const id = await applied(split)
    // The table itself: a session remembers its place for five seconds.
    const { rows } = await database.owner.query(
      'select person_id, kind from reorganisation_notes where kind = $1',
      ['waits'],
    )
    expect(rows).toContainEqual({ person_id: people.lanOfficerDakHa.id, kind: 'waits' })
    await done(admin.post(`/reorganisations/${id}/undo`))
  })
})

describe('other changes', () => {
  test('a transfer of a village leaves the rest where it is; a village added meanwhile keeps its numbers', async () => {
    await addChildren(database, places.dakHa, [
      [places.konTrangVillage, 4],
      [null, 2],
    ])
    await drainAll(database)
    const id = await applied({
      changes: [
        {
          kind: 'transfer',
          fromId: places.dakHa,
          toId: places.dakTo,
          villageIds: [places.konTrangVillage],
          childIds: [],
        },
      ],
    })
    expect((await placesOfChildren()).map(({ commune }) => commune)).toEqual([places.dakHa, places.dakTo])
    await done(admin.post(`/reorganisations/${id}/undo`))
    expect((await placesOfChildren()).map(({ commune }) => commune)).toEqual([places.dakHa, places.dakHa])
    expect(await differences(places.dakHa)).toEqual([])
  })

  test('a new name, a new kind and a new village', async () => {
    const villageId = newId()
    const before = await rowsOf(database, following)
    const id = await applied({
      changes: [
        { kind: 'change-kind', areaId: places.dakHa, name: 'Phường Đăk Hà' },
        { kind: 'rename', areaId: places.konTrangVillage, name: 'Thôn Kon Trang Mới' },
        { kind: 'new-village', id: villageId, parentId: places.dakTo, name: 'Thôn Mới' },
      ],
    })
    const { rows } = await database.owner.query<{ full_name: string }>(
      'select full_name from areas where id = any($1) order by full_name',
      [[places.konTrangVillage, villageId]],
    )
    expect(rows.map((row) => row.full_name)).toEqual([
      'Thôn Kon Trang Mới, phường Đăk Hà, tỉnh Quảng Ngãi',
      'Thôn Mới, xã Đăk Tô, tỉnh Quảng Ngãi',
    ])
    await done(admin.post(`/reorganisations/${id}/undo`))
    expect(await rowsOf(database, following)).toEqual(before)
  })

  test('villages are joined into one', async () => {
    await addChildren(database, places.dakHa, [
      [places.konTrangVillage, 2],
      [places.dakMeVillage, 3],
    ])
    const before = await rowsOf(database, ['areas', 'areas_parents', 'children'])
    const village = {
      id: newId(),
      kind: 'village' as const,
      code: null,
      name: 'Thôn Chung',
      parentId: places.dakHa,
    }
    const id = await applied({
      newUnits: [village],
      changes: [{ kind: 'merge', fromIds: [places.konTrangVillage, places.dakMeVillage], toId: village.id }],
    })
    const late = await addChild(database, { bornOn: '2024-02-02', villageId: village.id })
    expect((await placesOfChildren()).map((row) => [row.village, row.right])).toEqual([[village.id, true]])
    await done(admin.post(`/reorganisations/${id}/undo`))
    await database.owner.query('delete from children where id = $1', [late])
    expect(await rowsOf(database, ['areas', 'areas_parents', 'children'])).toEqual(before)
  })

  test('districts end, and their communes come under the province', async () => {
    const districtId = newId()
    await database.owner.query(
      `insert into areas (id, code, kind, name, full_name, name_folded, parent_id, lft, rgt, valid_from)
       select $1, '610', 'district', 'Huyện Đăk Hà', 'Huyện Đăk Hà', 'huyen dak ha', id, rgt - 99999, rgt - 1, '2025-07-01'
       from areas where id = $2`,
      [districtId, places.quangNgai],
    )
    await database.owner.query(
      `with moved as (update areas set parent_id = $1 where id = $2 returning id)
       update areas_parents set parent_id = $1 where area_id = $2`,
      [districtId, places.dakHa],
    )
    await addChildren(database, places.dakHa, [[places.konTrangVillage, 3]])
    const kept = following.filter((table) => table !== 'areas')
    const before = await rowsOf(database, kept)
    const id = await applied({ changes: [{ kind: 'abolish-level', withinId: places.quangNgai }] })
    const { rows } = await database.owner.query('select parent_id from areas where id = $1', [places.dakHa])
    expect(rows).toEqual([{ parent_id: places.quangNgai }])
    expect((await placesOfChildren())[0]?.right).toBe(true)
    await done(admin.post(`/reorganisations/${id}/undo`))
    expect(await rowsOf(database, kept)).toEqual(before)
    await database.owner.query(`update areas_parents set parent_id = $1 where area_id = $2`, [
      places.quangNgai,
      places.dakHa,
    ])
    await database.owner.query('update areas set parent_id = $1 where id = $2', [
      places.quangNgai,
      places.dakHa,
    ])
    await database.owner.query('delete from areas where id = $1', [districtId])
  })
})

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
