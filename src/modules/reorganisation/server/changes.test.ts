import { beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#base/id.ts'
import { testApp } from '#test/app.ts'
import { testDatabase, truncateAll } from '#test/database.ts'
import { people, places } from '#test/people.ts'
import { addChild } from '#test/registered-child.ts'
import {
  addChildren,
  differencesIn,
  drainAll,
  following,
  placesOfChildren,
  rowsOf,
  stepsOfCase,
} from '#test/reorganised-communes.ts'

const database = await testDatabase()
const app = await testApp(database)
const admin = app.as(people.adminHung)
const { done, applied } = stepsOfCase(admin)

beforeEach(() => truncateAll(database))

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
    expect((await placesOfChildren(database)).map(({ commune }) => commune)).toEqual([
      places.dakHa,
      places.dakTo,
    ])
    await done(admin.post(`/reorganisations/${id}/undo`))
    expect((await placesOfChildren(database)).map(({ commune }) => commune)).toEqual([
      places.dakHa,
      places.dakHa,
    ])
    expect(await differencesIn(database, places.dakHa)).toEqual([])
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
    expect((await placesOfChildren(database)).map((row) => [row.village, row.right])).toEqual([
      [village.id, true],
    ])
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
    expect((await placesOfChildren(database))[0]?.right).toBe(true)
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
