import { expect, test } from 'vitest'
import type { Tx } from '#platform/db/types.ts'
import { testDatabase } from '#test/database.ts'
import { places } from '#test/people.ts'
import { undoneIn } from '#test/undone.ts'
import { createArea } from './change-tree.ts'
import { getArea } from './get-area.ts'
import { moveAreas, moveAreasBack, reparentAreas } from './move-areas.ts'
import { areaAsOf, pathOn } from './queries-dated.ts'

const database = await testDatabase()
const undone = undoneIn(database)

/** Ids of a unit of a day and of those above it then. */
const wayTo = async (tx: Tx, areaId: string, day: string) =>
  (await pathOn(tx, areaId, day)).map(({ id }) => id)

const villages = [places.konTrangVillage, places.dakMeVillage]
const toDakTo = {
  moves: villages.map((areaId) => ({ areaId, parentId: places.dakTo })),
  onDate: '2026-09-01',
}

test('villages move together with their days, their ranges and their names, and move back', () =>
  undone(async (tx) => {
    const before = await Promise.all(villages.map((id) => getArea(tx, id)))
    const moves = await moveAreas(tx, toDakTo)
    const target = await getArea(tx, places.dakTo)
    for (const [index, { areaId, from, to, fromParentId }] of moves.entries()) {
      expect(from).toEqual({ lft: before[index]?.lft, rgt: before[index]?.rgt })
      expect(fromParentId).toBe(places.dakHa)
      expect(to.lft).toBeGreaterThan(target.lft)
      expect(to.rgt).toBeLessThanOrEqual(target.rgt)
      expect(await getArea(tx, areaId)).toMatchObject({ ...to, parentId: places.dakTo })
    }
    expect(new Set(moves.map(({ to }) => to.lft)).size).toBe(villages.length)
    expect((await areaAsOf(tx, { id: places.konTrangVillage }, '2026-09-01'))?.fullName).toMatch(
      /^Thôn Kon Trang, xã Đăk Tô/,
    )
    expect((await areaAsOf(tx, { id: places.konTrangVillage }, '2026-08-31'))?.fullName).toMatch(
      /^Thôn Kon Trang, xã Đăk Hà/,
    )
    expect(await wayTo(tx, places.dakMeVillage, '2026-08-31')).toContain(places.dakHa)
    expect(await wayTo(tx, places.dakMeVillage, '2026-09-01')).not.toContain(places.dakHa)
    await moveAreasBack(tx, moves)
    expect(await Promise.all(villages.map((id) => getArea(tx, id)))).toEqual(before)
    expect(await wayTo(tx, places.dakMeVillage, '2026-09-01')).toContain(places.dakHa)
  }))

test('a commune moves before its villages, which take room in it where it is then; both go back', () =>
  undone(async (tx) => {
    const before = await Promise.all([places.dakTo, ...villages].map((id) => getArea(tx, id)))
    const province = await createArea(tx, {
      ...{ kind: 'province', code: '98', name: 'Tỉnh Mới', parentId: before[0]?.parentId ?? '' },
      ...{ validFrom: '2026-09-01', parentId: (await getArea(tx, places.quangNgai)).parentId ?? '' },
    })
    const moves = await moveAreas(tx, {
      ...toDakTo,
      moves: [...toDakTo.moves, { areaId: places.dakTo, parentId: province.id }],
    })
    const commune = await getArea(tx, places.dakTo)
    expect(commune.lft).toBeGreaterThan(province.lft)
    for (const id of villages) {
      const village = await getArea(tx, id)
      expect([village.lft > commune.lft, village.rgt <= commune.rgt]).toEqual([true, true])
      expect(village.fullName).toMatch(/xã Đăk Tô, tỉnh Mới$/)
    }
    await moveAreasBack(tx, moves)
    expect(await Promise.all([places.dakTo, ...villages].map((id) => getArea(tx, id)))).toEqual(before)
  }))

test('who finds the old numbers taken gets others in the old unit', () =>
  undone(async (tx) => {
    const before = await getArea(tx, places.dakMeVillage)
    const moves = await moveAreas(tx, { ...toDakTo, moves: toDakTo.moves.slice(1) })
    const added = await createArea(tx, {
      ...{ kind: 'village', name: 'Thôn Mới', parentId: places.dakHa, validFrom: '2026-09-02' },
    })
    expect(added.lft).toBe(before.lft)
    await moveAreasBack(tx, moves)
    const [village, commune] = [await getArea(tx, places.dakMeVillage), await getArea(tx, places.dakHa)]
    expect(village).toMatchObject({ parentId: places.dakHa })
    expect(village.lft).not.toBe(before.lft)
    expect([village.lft > commune.lft, village.rgt <= commune.rgt]).toEqual([true, true])
  }))

test('a link that is corrected keeps its days', () =>
  undone(async (tx) => {
    await reparentAreas(tx, [{ areaId: places.dakMeVillage, parentId: places.dakTo }])
    expect(await wayTo(tx, places.dakMeVillage, '2026-01-01')).toContain(places.dakTo)
  }))

test('refuses to move a unit into a unit of its own level, into itself, or before its last link began', () =>
  undone(async (tx) => {
    const move = (areaId: string, parentId: string, onDate = '2026-01-01') =>
      moveAreas(tx, { moves: [{ areaId, parentId }], onDate })
    await expect(move(places.dakHa, places.dakTo)).rejects.toThrow('areas.wrong-level')
    await expect(move(places.dakHa, places.dakHa)).rejects.toThrow('areas.wrong-level')
    await expect(move(places.dakMeVillage, places.dakTo, '2025-07-01')).rejects.toThrow('areas.overlaps')
  }))
