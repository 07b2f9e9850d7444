import { beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '#test/database.ts'
import { places } from '#test/people.ts'
import { hasShared, sharedPath } from '#test/shared-data.ts'
import type { Area, Succession } from '../shared/contract.ts'
import { type ImportResult, isPlaced } from '../shared/unit-tables.ts'
import { importUnits } from './import-units.ts'
import { areaAsOf, listChildAreas, listPredecessors, listSuccessors, pathOn } from './queries-dated.ts'
import { resolveAreaByName } from './queries-search.ts'
import { readUnitFolder } from './read-units.ts'

const now = new Date('2026-06-15T02:00:00Z')

describe.skipIf(!hasShared)('the whole country', async () => {
  const database = await testDatabase()
  let first: ImportResult
  let before: Map<string, string>

  const importAll = async () => {
    const read = await readUnitFolder(sharedPath('admin-units'))
    return database.write((tx) => importUnits({ tx, actor: undefined }, read, now))
  }
  /** Ids and ranges of everything that was there before the import. */
  const standing = async () => {
    const { rows } = await database.owner.query<{ id: string; text: string }>(
      `select id, concat_ws(' ', kind, parent_id, lft, rgt, valid_to) as text from areas`,
    )
    return new Map(rows.map(({ id, text }) => [id, text]))
  }
  const contents = async () => {
    const { rows } = await database.owner.query<{ rows: string }>(
      `select (select md5(string_agg(a::text, ';' order by id)) from areas a)
         || (select md5(string_agg(p::text, ';' order by area_id, valid_from)) from areas_parents p)
         || (select md5(string_agg(n::text, ';' order by area_id, valid_from)) from areas_names n)
         || (select md5(string_agg(s::text, ';' order by id)) from areas_successions s)
         || (select count(*) from areas_imports) as rows`,
    )
    return rows[0]?.rows
  }
  const codeOn = async (code: string, day: string): Promise<Area> => {
    const area = await database.read((db) => areaAsOf(db, { code }, day))
    if (!area) throw new Error(`no unit has the code ${code} on ${day}`)
    return area
  }
  const unitsAbove = (id: string, day: string) => database.read((db) => pathOn(db, id, day))
  const wayOn = async (code: string, codeDay: string, day: string) => {
    const { id } = await codeOn(code, codeDay)
    return (await unitsAbove(id, day)).map(({ name }) => name).slice(1)
  }
  const inWords = (links: readonly Succession[]) => links.map(({ area, extent }) => `${area.code} ${extent}`)

  beforeAll(async () => {
    before = await standing()
    first = await importAll()
  })

  test('holds 63 provinces, 696 districts and 10,051 communes to 30/6/2025, 34 and 3,321 from 1/7/2025', async () => {
    const { rows } = await database.owner.query<{ day: string; kind: string; count: number }>(
      `select d.day::text, a.kind, count(*)::int from (values ('2025-06-30'::date), ('2025-07-01')) d(day)
       join areas a on a.valid_from <= d.day and (a.valid_to is null or a.valid_to >= d.day)
       where a.kind <> 'village' group by 1, 2 order by 1, 3`,
    )
    expect(rows.map(({ day, kind, count }) => `${day} ${kind} ${count}`)).toEqual([
      '2025-06-30 nation 1',
      '2025-06-30 province 63',
      '2025-06-30 district 696',
      '2025-06-30 commune 10051',
      '2025-07-01 nation 1',
      '2025-07-01 province 34',
      '2025-07-01 commune 3321',
    ])
    const nation = await codeOn('VN', '2020-01-01')
    expect(await database.read((db) => listChildAreas(db, nation.id, '2025-06-30'))).toHaveLength(63)
    expect(await database.read((db) => listChildAreas(db, nation.id, '2025-07-01'))).toHaveLength(34)
  })

  test('every one of the 10,571 change rows is placed or told, and 28 old units without a row are told', () => {
    const unplaced = first.remarks.filter((remark) => !isPlaced(remark))
    const rows = unplaced.filter(({ table }) => table === 'commune-changes-2025-07')
    expect(first.successions.read).toBe(10_571)
    expect(rows).toHaveLength(16)
    expect(rows.filter(({ reason }) => reason === 'code-names-other-unit').map(({ code }) => code)).toEqual([
      ...['00553', '01615', '02485', '04075'],
    ])
    // Viêng Lán 04075 joins the 28 codes without a row: its one row names the town next to it.
    const lost = unplaced.filter(({ reason }) => reason === 'no-successor').map(({ code }) => code)
    expect(lost).toHaveLength(29)
    expect(lost).toEqual(expect.arrayContaining(['01651', '03898', '04075', '27379']))
  })

  test('imported again nothing changes', async () => {
    const once = await contents()
    const again = await importAll()
    expect(again.units).toMatchObject({ added: 0, changed: 0 })
    expect(again.successions).toMatchObject({ added: 0, removed: 0 })
    expect(again.remarks.filter(({ reason }) => reason !== 'code-corrected')).toEqual(
      first.remarks.filter(({ reason }) => reason !== 'code-corrected'),
    )
    expect(await contents()).toBe(once)
  })

  test('what stood before keeps its id, its range and its place: children hang on communes and villages', async () => {
    const after = await standing()
    expect([...before].filter(([id, text]) => after.get(id) !== text)).toEqual([])
    expect((await codeOn('23500', '2026-06-15')).id).toBe(places.dakHa)
  })

  test('a unit whose code two sources write differently is one unit, not two', async () => {
    const { rows } = await database.owner.query<{ code: string }>(
      `select code from areas where kind = 'commune' and name = 'Xã Ia Mơ' and valid_to is null`,
    )
    expect(rows).toEqual([{ code: '23938' }])
    expect(first.remarks).toContainEqual(
      expect.objectContaining({ code: '23938', reason: 'code-corrected', detail: '23737' }),
    )
  })

  test('the same code is another unit on another day', async () => {
    expect((await codeOn('23425', '2025-06-30')).fullName).toBe('Xã Đắk Hà, huyện Tu Mơ Rông, tỉnh Kon Tum')
    expect((await codeOn('23425', '2025-07-01')).fullName).toBe('Xã Tu Mơ Rông, tỉnh Quảng Ngãi')
    expect((await codeOn('19804', '2025-06-30')).name).toBe('Phường Hương Sơ')
    expect((await codeOn('19804', '2025-07-01')).name).toBe('Phường Hương An')
  })

  test('huyện Đắk Glei became six communes, each made of whole old ones', async () => {
    const district = await codeOn('610', '2025-06-30')
    const now = await database.read((db) => listSuccessors(db, district.id))
    expect(inWords(now)).toEqual(
      ['23341', '23344', '23356', '23365', '23368', '23374'].map((code) => `${code} part`),
    )
    const dakPlo = await codeOn('23344', '2025-07-01')
    expect(inWords(await database.read((db) => listPredecessors(db, dakPlo.id)))).toEqual(
      expect.arrayContaining(['23344 whole', '23347 whole', '23350 whole']),
    )
  })

  test('the old province lies whole in the new one, and a divided commune names all its parts', async () => {
    const konTum = await codeOn('62', '2019-05-01')
    expect(konTum.fullName).toBe('Tỉnh Kon Tum')
    expect(inWords(await database.read((db) => listSuccessors(db, konTum.id)))).toEqual(['51 whole'])
    // Hải Dương: a commune of Nam Sách whose land went to three.
    const [congHoa] = await database.read((db) =>
      resolveAreaByName(db, { name: 'xã Cộng Hòa', parentName: 'huyện Nam Sách', day: '2025-01-01' }),
    )
    const parts = await database.read((db) => listSuccessors(db, congHoa?.id ?? ''))
    expect(parts.length).toBeGreaterThan(1)
    expect(parts.every(({ extent, onDate }) => extent === 'part' && onDate === '2025-07-01')).toBe(true)
  })

  test('a district without communes became a special zone as a whole', async () => {
    const lySon = await codeOn('536', '2025-06-30')
    expect(inWords(await database.read((db) => listSuccessors(db, lySon.id)))).toEqual(['21548 other'])
  })

  test('phường Hương An stood in three districts before it joined two others', async () => {
    expect(await wayOn('20023', '2025-06-30', '2019-05-20')).toEqual([
      'Tỉnh Thừa Thiên Huế',
      'Thị xã Hương Trà',
      'Phường Hương An',
    ])
    expect(await wayOn('20023', '2025-06-30', '2021-07-01')).toEqual([
      'Tỉnh Thừa Thiên Huế',
      'Thành phố Huế',
      'Phường Hương An',
    ])
    expect(await wayOn('20023', '2025-06-30', '2025-01-01')).toEqual([
      'Thành phố Huế',
      'Quận Phú Xuân',
      'Phường Hương An',
    ])
    expect(await wayOn('20023', '2025-06-30', '2025-07-01')).toEqual([])
    const today = await codeOn('19804', '2025-07-01')
    expect(inWords(await database.read((db) => listPredecessors(db, today.id)))).toEqual(
      expect.arrayContaining(['19803 whole', '19804 whole', '20023 whole']),
    )
    expect((await codeOn('474', '2024-12-31')).name).toBe('Thành phố Huế')
    expect((await codeOn('474', '2025-01-01')).name).toBe('Quận Thuận Hóa')
  })

  test('on 30/4/2026 Đồng Nai became a city and ten communes wards, under the same identity', async () => {
    const [last, first_] = [await codeOn('26116', '2026-04-29'), await codeOn('26116', '2026-04-30')]
    expect(last.fullName).toBe('Xã Tân Phú, tỉnh Đồng Nai')
    expect(first_.fullName).toBe('Phường Tân Phú, thành phố Đồng Nai')
    expect(first_.id).toBe(last.id)
    const { rows } = await database.owner.query<{ count: number }>(
      `select count(*)::int from areas_names n join areas a on a.id = n.area_id where n.valid_to = '2026-04-29'`,
    )
    expect(rows).toEqual([{ count: 11 }])
  })

  test('full names name the province and never the nation', async () => {
    const { rows } = await database.owner.query<{ name: string }>(
      `select full_name as name from areas where full_name ~* 'việt nam' and kind <> 'nation' limit 3`,
    )
    expect(rows).toEqual([])
  })

  test('a plan of 2019 resolves to the units of its day', async () => {
    const find = (name: string, parentName: string, day: string) =>
      database.read(async (db) =>
        (await resolveAreaByName(db, { name, parentName, day })).map(({ fullName }) => fullName),
      )
    expect(await find('huyện Đăk Glei', 'tỉnh Kon Tum', '2019-03-01')).toEqual([
      'Huyện Đắk Glei, tỉnh Kon Tum',
    ])
    expect(await find('phường Hương An', 'thị xã Hương Trà', '2019-03-01')).toEqual([
      'Phường Hương An, thị xã Hương Trà, tỉnh Thừa Thiên Huế',
    ])
    expect(await find('phường Hương An', 'tỉnh Thừa Thiên Huế', '2019-03-01')).toHaveLength(1)
    expect(await find('Tu Mơ Rông', 'tỉnh Kon Tum', '2026-03-01')).toEqual([])
    expect(await find('xã Tu Mơ Rông', 'tỉnh Quảng Ngãi', '2026-03-01')).toHaveLength(1)
  })

  test('no range overlaps another but to lie within it, and what a link says holds both ways', async () => {
    const { rows: crossing } = await database.owner.query(
      `select a.code, b.code from areas a join areas b on b.lft > a.lft and b.lft <= a.rgt and b.rgt > a.rgt`,
    )
    expect(crossing).toEqual([])
    const { rows: same } = await database.owner.query(
      `select lft from areas group by lft having count(*) > 1`,
    )
    expect(same).toEqual([])
    const [village, district] = [places.konTrangVillage, (await codeOn('610', '2025-06-30')).id]
    expect((await unitsAbove(village, '2026-01-01')).map(({ id }) => id)).toContain(places.quangNgai)
    expect((await unitsAbove(village, '2025-06-30')).map(({ id }) => id)).not.toContain(district)
  })

  test('old units lie inside the unit that holds their land, so that its officers see their history', async () => {
    const dakSao = await codeOn('23416', '2025-07-01')
    const dakNa = await codeOn('23407', '2025-06-30')
    expect(dakNa.lft).toBeGreaterThan(dakSao.lft)
    expect(dakNa.rgt).toBeLessThanOrEqual(dakSao.rgt)
    const [quangNgai, tuMoRong] = [await codeOn('51', '2025-07-01'), await codeOn('617', '2025-06-30')]
    expect(tuMoRong.lft).toBeGreaterThan(quangNgai.lft)
    expect(tuMoRong.rgt).toBeLessThanOrEqual(quangNgai.rgt)
    const { rows } = await database.owner.query(
      `select c.code from areas d join areas c on c.kind = 'commune' and c.valid_to is null
         and d.lft between c.lft and c.rgt where d.kind = 'province'`,
    )
    expect(rows).toEqual([])
  })
})
