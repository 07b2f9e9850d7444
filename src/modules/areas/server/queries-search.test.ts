import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { everywhere } from '#platform/db/types.ts'
import { testDatabase } from '#test/database.ts'
import { places } from '#test/people.ts'
import { namedPlaces, resolveAreaByName, searchAreas } from './queries-search.ts'

const database = await testDatabase()

const kinds = ['province', 'commune', 'village'] as const

const search = (text: string, within = everywhere) =>
  database.read((db) => searchAreas(db, { text, kinds, within, limit: 30 }))

const fullNames = async (text: string) => (await search(text)).map(({ fullName }) => fullName)

/** 40,000 villages in the real communes, named as villages are: half of them by a number. */
beforeAll(async () => {
  await database.owner.query(`
    insert into areas (id, code, kind, name, full_name, name_folded, parent_id, lft, rgt, valid_from)
    select gen_random_uuid(), 'v' || c.code || '-' || i, 'village', v.name, v.name || ', ' || c.full_name, lower(v.name),
      c.id, c.lft + (i + 4) * 16, c.lft + (i + 4) * 16 + 15, '2025-07-01'
    from (select *, row_number() over (order by code) as n from areas where kind = 'commune') c,
      generate_series(1, 13) i,
      lateral (select case i % 2 when 0 then 'Thôn ' || i else 'Làng ' || regexp_replace(c.name, '^\\S+ ', '') || ' ' || i end as name) v
    where c.n <= 3080`)
  await database.owner.query('analyze areas')
})

test('40,000 villages: a name is found by its beginning, with its province beside it', async () => {
  expect(await fullNames('đăk hà')).toContain('Xã Đăk Hà, tỉnh Quảng Ngãi')
  expect(await fullNames('dak ha')).toEqual(await fullNames('Đăk Hà'))
  expect((await fullNames('xã Đăk Hà'))[0]).toBe('Xã Đăk Hà, tỉnh Quảng Ngãi')
})

test('a name that four provinces have is told apart by a further word', async () => {
  const communes = (await search('trần phú')).filter(({ kind }) => kind === 'commune')
  expect(communes.map(({ code }) => code).sort()).toEqual(['02176', '10081', '10633', '18100'])
  expect((await search('trần phú hải phòng')).map(({ code }) => code)).toEqual(
    expect.arrayContaining(['10633']),
  )
  expect((await search('trần phú, hà tĩnh')).some(({ code }) => code === '10633')).toBe(false)
  expect((await search('hương trà, huế'))[0]?.code).toBe('19996')
})

test('the code finds the unit too, and nothing else is guessed', async () => {
  expect(await fullNames('23500')).toEqual(['Xã Đăk Hà, tỉnh Quảng Ngãi'])
  expect(await search('không có nơi này')).toEqual([])
})

test('a name that begins with a word for a kind comes first', async () => {
  expect((await fullNames('lạng sơn'))[0]).toBe('Tỉnh Lạng Sơn')
  expect((await fullNames('quan sơn'))[0]).toMatch(/^Xã Quan Sơn/)
})

test('never more than asked for, and never outside the area of the grant', async () => {
  expect(await search('')).toHaveLength(30)
  expect(await search('a')).toHaveLength(30)
  const commune = await database.read((db) => resolveAreaByName(db, { name: 'xã Đăk Hà', day: '2026-01-01' }))
  const [dakHa] = commune
  expect(dakHa?.id).toBe(places.dakHa)
  const within = { lft: dakHa?.lft ?? -1, rgt: dakHa?.rgt ?? -1 }
  expect((await search('thôn', within)).every(({ parentId }) => parentId === places.dakHa)).toBe(true)
  expect(await search('đăk tô', within)).toEqual([])
})

const Plan = z.object({ 'QUERY PLAN': z.unknown() })

test.for(['dak ha', 'thon 2', 'tran phu', 'a'])(
  'the statement for "%s" reads the index of names',
  async (name) => {
    const plan = await database.read(async (db) => {
      const statement = namedPlaces(
        { text: name, kinds, within: everywhere, limit: 30 },
        { name, above: [], renamed: [] },
      )
      const { rows } = await sql`explain (format json) ${statement}`.execute(db)
      return JSON.stringify(rows.map((row) => Plan.parse(row)))
    })
    expect(plan).toContain('areas_by_search_text')
    expect(plan).not.toContain('Seq Scan')
  },
)

test('the database folds a name as the page does', async () => {
  const { rows } = await database.owner.query<{ name: string; text: string }>(
    `select full_name as name, search_text as text from areas where kind <> 'village'`,
  )
  const { searchKey } = await import('../shared/rules.ts')
  expect(rows.filter(({ name, text }) => searchKey(name) !== text)).toEqual([])
})
