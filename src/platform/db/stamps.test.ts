import { sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#base/id.ts'
import { testDatabase, truncateAll } from '#test/database.ts'
import { people, places } from '#test/people.ts'
import { keptByStamp, readStamps } from './stamps.ts'
import type { Db } from './types.ts'

const subject = 'facilities.features'
const database = await testDatabase()
const { owner, read, write } = database

beforeEach(() => truncateAll(database))

/** What a process keeps: how many features there are, and how often it asked. */
function processOf(name = subject) {
  const asked = { times: 0 }
  const find = keptByStamp(name, async (db: Db) => {
    asked.times += 1
    const { rows } = await sql<{ count: number }>`select count(*) as count from facilities_features`.execute(db)
    return rows[0]?.count
  })
  return { asked, find }
}

const insertion = `insert into facilities_features (id, area_id, area_lft, kind, family, valid_from, recorded_by)
  select '${newId()}', id, lft, 'remote', 'remote', '2026-01-01', '${people.thuProvinceOfficer.id}'
  from areas where id = '${places.dakHa}'`

const insertIn = (db: Db) => sql.raw(insertion).execute(db)

describe('what is kept by its stamp', () => {
  test('is read once, until something changes past the program', async () => {
    const { asked, find } = processOf()
    expect([await read((db) => find(db)), await read((db) => find(db))]).toEqual([0, 0])
    expect(asked.times).toBe(1)
    await owner.query(insertion)
    expect([await read((db) => find(db)), await read((db) => find(db))]).toEqual([1, 1])
    expect(asked.times).toBe(2)
  })

  test.each([
    ['is changed', `update facilities_features set kind = 'urban', family = 'urban'`],
    ['is deleted', 'delete from facilities_features'],
    ['goes with all others', 'truncate facilities_features'],
    ['gets another place in the tree', 'update areas set lft = lft'],
    ['is loaded past the triggers', "set session_replication_role = 'replica'; delete from facilities_features"],
  ])('is read again when a row %s', async (_, statement) => {
    const { asked, find } = processOf()
    await owner.query(insertion)
    await read((db) => find(db))
    await owner.query(`begin; ${statement}; commit; set session_replication_role = 'origin'`)
    await read((db) => find(db))
    expect(asked.times).toBe(2)
  })

  test('is seen in each of two processes', async () => {
    const [here, there] = [processOf(), processOf()]
    for (const { find } of [here, there]) expect(await read((db) => find(db))).toBe(0)
    await write(async (tx) => {
      await insertIn(tx)
      expect(await here.find(tx)).toBe(1)
    })
    for (const { find } of [here, there]) expect(await read((db) => find(db))).toBe(1)
    expect([here.asked.times, there.asked.times]).toEqual([2, 2])
  })

  test('is seen by the transaction that changes it, and by nobody when that is undone', async () => {
    const { find } = processOf()
    const undone = write(async (tx) => {
      expect(await find(tx)).toBe(0)
      await insertIn(tx)
      expect(await find(tx)).toBe(1)
      expect(await read((db) => find(db))).toBe(0)
      throw new Error('undone')
    })
    await expect(undone).rejects.toThrow('undone')
    expect(await read((db) => find(db))).toBe(0)
  })

  test('is not kept under stamps that were read before a change of the same transaction', async () => {
    const { find } = processOf()
    const undone = write(async (tx) => {
      const stamps = await readStamps(tx)
      await insertIn(tx)
      expect(await find(tx, stamps)).toBe(1)
      throw new Error('undone')
    })
    await expect(undone).rejects.toThrow('undone')
    expect(await read((db) => find(db))).toBe(0)
  })

  test('stays where another subject changes; without a stamp nothing is kept', async () => {
    const [kept, anew] = [processOf('services.packages'), processOf('nothing.of-the-sort')]
    for (const { find } of [kept, anew]) await read((db) => find(db))
    await owner.query(insertion)
    expect(await read((db) => kept.find(db))).toBe(0)
    expect(await read((db) => anew.find(db))).toBe(1)
  })
})
