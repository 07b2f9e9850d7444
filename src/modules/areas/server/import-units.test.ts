import { beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '#test/database.ts'
import { places } from '#test/people.ts'
import { hasShared, sharedPath } from '#test/shared-data.ts'
import { type ImportResult, isPlaced } from '../shared/unit-tables.ts'
import { importUnits } from './import-units.ts'
import { areaAsOf, listChildAreas, listPredecessors, listSuccessors, pathOn } from './queries-dated.ts'
import { readUnitFolder } from './read-units.ts'

const now = new Date('2026-06-15T02:00:00Z')

describe.skipIf(!hasShared)('the whole country', async () => {
  const database = await testDatabase()
  let first: ImportResult

  const importAll = async () => {
    const read = await readUnitFolder(sharedPath('admin-units'))
    return database.write((tx) => importUnits(tx, read, now))
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

  beforeAll(async () => {
    const start = performance.now()
    first = await importAll()
    console.log(
      'import',
      performance.now() - start,
      JSON.stringify({ ...first, remarks: first.remarks.length }),
    )
  }, 60_000)

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
  })

  test('x', async () => {
    const c = new Map<string, number>()
    for (const r of first.remarks) c.set(r.reason, (c.get(r.reason) ?? 0) + 1)
    console.log(
      c,
      first.remarks
        .filter((r) => !isPlaced(r))
        .map((r) => `${r.table} ${r.code} ${r.name} ${r.reason} ${r.detail}`)
        .join('\n'),
    )
  })

  test('imported again nothing changes', async () => {
    const before = await contents()
    const again = await importAll()
    expect(again.units).toMatchObject({ added: 0, changed: 0 })
    expect(again.successions).toMatchObject({ added: 0, removed: 0 })
    expect(await contents()).toBe(before)
  })
})
