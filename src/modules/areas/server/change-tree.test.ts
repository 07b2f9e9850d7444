import { expect, test } from 'vitest'
import { newId } from '#base/id.ts'
import { testDatabase } from '#test/database.ts'
import { places } from '#test/people.ts'
import { undoneIn } from '#test/undone.ts'
import type { Area } from '../shared/contract.ts'
import { createArea, removeCreatedArea, renameArea, undoRename } from './change-tree.ts'
import { getArea } from './get-area.ts'
import { insertSuccessions } from './queries-change.ts'
import { areaAsOf, listChildAreas, listPredecessors, listSuccessors } from './queries-dated.ts'

const database = await testDatabase()
const undone = undoneIn(database)

const names = (areas: readonly Area[]) => areas.map(({ name }) => name)

const newWard = { kind: 'commune', code: '99001', name: 'Phường  Mới', validFrom: '2027-01-01' } as const

test('a new commune stands below its province from its first day, and not the day before', () =>
  undone(async (tx) => {
    const made = await createArea(tx, { ...newWard, parentId: places.quangNgai })
    const province = await getArea(tx, places.quangNgai)
    expect(made).toMatchObject({ name: 'Phường Mới', fullName: 'Phường Mới, tỉnh Quảng Ngãi', validTo: null })
    expect(made.lft).toBeGreaterThan(province.lft)
    expect(made.rgt).toBeLessThanOrEqual(province.rgt)
    expect(names(await listChildAreas(tx, places.quangNgai, '2027-01-01'))).toContain('Phường Mới')
    expect(names(await listChildAreas(tx, places.quangNgai, '2026-12-31'))).not.toContain('Phường Mới')
    await removeCreatedArea(tx, made.id)
    expect(await areaAsOf(tx, { id: made.id }, '2027-01-01')).toBeUndefined()
  }))

test('a commune that becomes a ward keeps its identity and its old name for the old days', () =>
  undone(async (tx) => {
    await renameArea(tx, { areaId: places.dakHa, name: 'Phường Đăk Hà', onDate: '2026-04-30' })
    expect((await areaAsOf(tx, { id: places.dakHa }, '2026-04-29'))?.name).toBe('Xã Đăk Hà')
    expect((await areaAsOf(tx, { code: '23500' }, '2026-04-30'))?.fullName).toBe(
      'Phường Đăk Hà, tỉnh Quảng Ngãi',
    )
    expect((await getArea(tx, places.dakMeVillage)).fullName).toBe(
      'Thôn Đăk Mế, phường Đăk Hà, tỉnh Quảng Ngãi',
    )
    expect((await undoRename(tx, places.dakHa)).fullName).toBe('Xã Đăk Hà, tỉnh Quảng Ngãi')
  }))

test('succession is read from both ends, and the same link is kept once', () =>
  undone(async (tx) => {
    const link = { fromAreaId: places.dakTo, toAreaId: places.dakHa, onDate: '2027-01-01' }
    const rest = { extent: 'part', note: null, source: 'Nghị quyết' } as const
    await insertSuccessions(tx, [{ id: newId(), ...link, ...rest }])
    await insertSuccessions(tx, [{ id: newId(), ...link, ...rest }])
    expect(await listSuccessors(tx, places.dakTo)).toMatchObject([
      { extent: 'part', onDate: '2027-01-01', area: { id: places.dakHa } },
    ])
    expect(await listPredecessors(tx, places.dakHa)).toMatchObject([{ area: { id: places.dakTo } }])
  }))

test.for([
  ['a level below as the unit above', 'areas.wrong-level', { parentId: places.dakMeVillage }],
  ['a day before the unit above existed', 'areas.not-there-then', { validFrom: '2025-06-30' }],
  ['a code that another commune has', 'areas.code-taken', { code: '23500' }],
] as const)('refuses %s', ([, code, change]) =>
  undone(async (tx) => {
    await expect(createArea(tx, { ...newWard, parentId: places.quangNgai, ...change })).rejects.toThrow(code)
  }),
)

test('the database itself refuses two parents, two names and one code for two units on one day', async () => {
  const { owner } = database
  await expect(
    owner.query(`insert into areas_parents values ($1, $2, '2026-01-01')`, [
      places.dakMeVillage,
      places.dakTo,
    ]),
  ).rejects.toThrow('areas_parents_one_at_a_time')
  await expect(
    owner.query(
      `insert into areas_names values ($1, 'Xã A', '2025-07-01', '2025-08-01'), ($1, 'Xã B', '2025-08-01', '2025-09-01')`,
      [places.dakHa],
    ),
  ).rejects.toThrow('areas_names_one_at_a_time')
  await expect(
    owner.query(
      `insert into areas (id, code, kind, name, full_name, name_folded, lft, rgt, valid_from)
       values ($1, '23500', 'commune', 'Xã A', 'Xã A', 'xa a', 5, 6, '2026-01-01')`,
      [newId()],
    ),
  ).rejects.toThrow('areas_code_one_unit_at_a_time')
})
