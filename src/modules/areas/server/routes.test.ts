import { expect, test } from 'vitest'
import { testApp } from '#test/app.ts'
import { testDatabase } from '#test/database.ts'
import { people, places } from '#test/people.ts'
import { setBegin } from './change-past.ts'
import { getArea } from './get-area.ts'
import { setFirstDay } from './queries-change.ts'

const database = await testDatabase()
const app = await testApp(database)

const lan = app.as(people.lanOfficerDakHa)
const minh = app.as(people.minhViewer)
const thu = app.as(people.thuProvinceOfficer)
const hung = app.as(people.adminHung)

const source = 'Nghị quyết 01/NQ-HĐND'

test('GET /areas/:areaId, /areas/:areaId/path and /areas/:areaId/children answer for a day', async () => {
  expect((await lan.get(`/areas/${places.dakHa}?on=2026-01-01`)).body.fullName).toBe(
    'Xã Đăk Hà, tỉnh Quảng Ngãi',
  )
  expect((await lan.get(`/areas/${places.dakHa}?on=2025-06-30`)).status).toBe(404)
  expect((await lan.get(`/areas/${places.dakHa}?on=2025-02-30`)).status).toBe(422)
  const { body: path } = await lan.get(`/areas/${places.konTrangVillage}/path`)
  expect(path.map(({ name }: { name: string }) => name)).toEqual([
    'Việt Nam',
    'Tỉnh Quảng Ngãi',
    'Xã Đăk Hà',
    'Thôn Kon Trang',
  ])
  expect((await lan.get(`/areas/${places.dakHa}/children?on=2026-01-01`)).body).toHaveLength(2)
  expect((await lan.get(`/areas/${places.dakHa}/children?on=2025-06-30`)).body).toEqual([])
})

test('GET /areas/by-code/:code and GET /areas/named find a unit of a day', async () => {
  expect((await minh.get('/areas/by-code/23500')).body.id).toBe(places.dakHa)
  expect((await minh.get('/areas/by-code/99999')).status).toBe(404)
  const named = await minh.get(`/areas/named?name=${encodeURIComponent('xã Đăk Hà')}&on=2026-01-01`)
  expect(named.body.map(({ id }: { id: string }) => id)).toEqual([places.dakHa])
})

test('GET /areas stays within the grant unless the whole country is asked for', async () => {
  const text = encodeURIComponent('Đăk Tô')
  expect((await lan.get(`/areas?text=${text}`)).body).toEqual([])
  const all = await lan.get(`/areas?text=${text}&all=true`)
  expect(all.body.map(({ id }: { id: string }) => id)).toContain(places.dakTo)
})

test('GET /areas/:areaId/history says what is known, and since when', async () => {
  const { body } = await minh.get(`/areas/${places.dakHa}/history`)
  expect(body).toMatchObject({ validFromKnown: true, names: [], predecessors: [], successors: [] })
  expect(body.parents).toMatchObject([{ area: { name: 'Tỉnh Quảng Ngãi' }, validFrom: '2025-07-01' }])
  expect((await minh.get(`/areas/${places.dakMeVillage.replace('a1', 'ff')}/history`)).status).toBe(404)
})

test('who manages places enters the past: a name, a parent, a unit; sent again nothing is doubled', async () => {
  const name = { name: 'Xã Đăk Hà cũ', validFrom: '2025-07-01', validTo: '2025-12-31', source }
  for (const times of [1, 2]) {
    expect((await thu.post(`/areas/${places.dakHa}/past-names`, name)).status, `${times}`).toBe(200)
    const parent = { parentId: places.dakTo, validFrom: '2025-07-01', validTo: '2025-08-31', source }
    expect((await thu.post(`/areas/${places.dakMeVillage}/past-parents`, parent)).status).toBe(200)
  }
  expect((await lan.get(`/areas/${places.dakHa}?on=2025-12-31`)).body.name).toBe('Xã Đăk Hà cũ')
  expect((await lan.get(`/areas/${places.dakHa}?on=2026-01-01`)).body.name).toBe('Xã Đăk Hà')
  const { body } = await thu.get(`/areas/${places.dakMeVillage}/path?on=2025-08-31`)
  expect(body.map(({ id }: { id: string }) => id)).toContain(places.dakTo)
  const { rows } = await database.owner.query(
    `select action from accounts_audit where action like 'areas.past-%' order by action`,
  )
  expect(rows).toEqual([{ action: 'areas.past-name-recorded' }, { action: 'areas.past-parent-recorded' }])
})

test('POST /areas/past-units adds a unit that no list holds, once', async () => {
  const unit = {
    ...{ kind: 'commune', code: '99123', name: 'Xã Cũ', parentId: places.quangNgai },
    ...{ validFrom: '2025-07-01', validTo: '2025-12-31', source },
  }
  expect((await thu.post('/areas/past-units', unit)).status).toBe(200)
  expect((await thu.post('/areas/past-units', unit)).status).toBe(200)
  const { rows } = await database.owner.query(`select count(*)::int from areas where code = '99123'`)
  expect(rows).toEqual([{ count: 1 }])
  expect((await lan.get('/areas/by-code/99123?on=2025-12-31')).body.fullName).toBe('Xã Cũ, tỉnh Quảng Ngãi')
  expect((await lan.get('/areas/by-code/99123?on=2026-01-01')).status).toBe(404)
  expect((await thu.post('/areas/past-units', { ...unit, validFrom: '2025-08-01' })).body.code).toBe(
    'areas.code-taken',
  )
})

test('PUT /areas/:areaId/begin cuts the links of a unit that began later', async () => {
  await database.write((tx) => setFirstDay(tx, places.dakRaoVillage, '2025-07-01'))
  const begin = { validFrom: '2025-10-01' }
  expect((await thu.put(`/areas/${places.dakRaoVillage}/begin`, begin)).status).toBe(200)
  expect((await thu.get(`/areas/${places.dakRaoVillage}/path?on=2025-09-30`)).body).toEqual([])
  expect((await thu.get(`/areas/${places.dakRaoVillage}/path?on=2025-10-01`)).body).toHaveLength(4)
  expect(await database.write((tx) => setBegin(tx, places.dakRaoVillage, '2025-10-01'))).toBe(false)
})

test.for([
  ['days in the wrong order', 'areas.dates-out-of-order', { validFrom: '2025-09-01', validTo: '2025-08-01' }],
  ['a unit of its own level above', 'areas.wrong-level', { parentId: places.dakMeVillage }],
  ['days on which the unit did not exist', 'areas.not-there-then', { validFrom: '2024-01-01' }],
  ['a unit above that is not there', 'areas.not-found', { parentId: '00000000-0000-7000-8000-0000000000ff' }],
] as const)('refuses %s', async ([, code, change]) => {
  const past = { parentId: places.dakTo, validFrom: '2025-07-01', validTo: '2025-08-31', source, ...change }
  expect((await thu.post(`/areas/${places.konTrangVillage}/past-parents`, past)).body.code).toBe(code)
})

test('refuses two names on one day', async () => {
  const name = { name: 'Xã A', validFrom: '2025-08-01', validTo: '2025-09-30', source }
  expect((await thu.post(`/areas/${places.dakTo}/past-names`, name)).status).toBe(200)
  const other = { ...name, name: 'Xã B', validFrom: '2025-09-30', validTo: '2025-10-30' }
  expect((await thu.post(`/areas/${places.dakTo}/past-names`, other)).body.code).toBe('areas.overlaps')
})

test('refuses who may not manage places, and a place outside the grant', async () => {
  const name = { name: 'Xã A', validFrom: '2025-08-01', validTo: '2025-09-30', source }
  expect((await minh.post(`/areas/${places.dakHa}/past-names`, name)).status).toBe(403)
  const before = await database.read((db) => getArea(db, places.dakTo))
  const outside = await lan.post(`/areas/${places.dakTo}/past-names`, name)
  expect([403, 404]).toContain(outside.status)
  expect(await database.read((db) => getArea(db, places.dakTo))).toEqual(before)
})

const square = (code: string, name: string) => ({
  ...{ type: 'Polygon', arcs: [[0]], properties: { code, name } },
})

const topology = (...geometries: object[]) =>
  Buffer.from(
    JSON.stringify({
      ...{ type: 'Topology', objects: { layer: { type: 'GeometryCollection', geometries } } },
      arcs: [
        [
          ...[
            [108, 14],
            [108.1, 14],
            [108.1, 14.1],
            [108, 14],
          ],
        ],
      ],
    }),
  )

test('POST /areas/outlines keeps the shapes of known units; GET /areas/:areaId/outlines shows them', async () => {
  const bytes = topology(square('23500', 'Đăk Hà'), square('23401', 'Tên khác'), square('99999', 'Không có'))
  const sent = await hung.upload('/areas/outlines', { name: 'xa.topo.json', bytes })
  expect(sent.body).toEqual({
    ...{
      placed: 1,
      unplaced: [
        { code: '23401', name: 'Tên khác' },
        { code: '99999', name: 'Không có' },
      ],
    },
  })
  const { body } = await minh.get(`/areas/${places.quangNgai}/outlines`)
  expect(body).toMatchObject([{ areaId: places.dakHa, geometry: { type: 'Polygon' } }])
  expect((await minh.upload('/areas/outlines', { name: 'xa.topo.json', bytes })).status).toBe(403)
  const damaged = await hung.upload('/areas/outlines', { name: 'x.json', bytes: Buffer.from('{"type":"x"}') })
  expect(damaged.body.code).toBe('areas.map-damaged')
})

test('POST /areas/imports/built-in loads what the packages hold; GET /areas/imports/last tells what happened', async () => {
  expect((await hung.get('/areas/imports/last')).body).toBe(null)
  expect((await thu.post('/areas/imports/built-in')).status).toBe(403)
  const { body } = await hung.post('/areas/imports/built-in')
  expect(body.units).toMatchObject({ added: 63 + 696 + 10_051 })
  const last = await hung.get('/areas/imports/last')
  expect(last.body.counts.units).toEqual(body.units)
  const again = await hung.post('/areas/imports/built-in')
  expect(again.body).toMatchObject({ units: { added: 0, changed: 0 }, successions: { added: 0, removed: 0 } })
  const old = await lan.get('/areas/by-code/23425?on=2025-06-30')
  expect(old.body.fullName).toBe('Xã Đắk Hà, huyện Tu Mơ Rông, tỉnh Kon Tum')
})

test('POST /areas/imports refuses what is not the six files', async () => {
  const send = (text: string) => hung.upload('/areas/imports', { name: 'a.json', bytes: Buffer.from(text) })
  expect((await send('{"a":1}')).body.code).toBe('areas.import-file-damaged')
  expect((await send('x')).body.code).toBe('areas.import-file-damaged')
  expect((await send('{"provinces-until-2025-06.csv":"code,name\\n01,Hà Nội"}')).body.code).toBe(
    'areas.import-file-missing',
  )
  expect((await send('{"provinces-until-2025-06.csv":"mã,tên\\n01,Hà Nội"}')).body.code).toBe(
    'areas.import-column-missing',
  )
})
