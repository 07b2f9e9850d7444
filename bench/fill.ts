import type pg from 'pg'
import type { Day } from '#base/day.ts'
import { fold } from '#base/text.ts'
import { chanceFrom } from '#apps/sample/random.ts'
import { type BenchChild, type BenchCommune, type MadeChild, makeChild, nameColumns } from './data.ts'

const batch = 5_000

/** Tables that a generated child stands in before the product has looked at it. */
const filled = [
  'children',
  'children_carers',
  'children_name_tokens',
  'children_identifiers',
  'services_records',
]

/**
 * Loads rows that are right by themselves: keys of other tables are not looked up, indexes beside the primary key are
 * made after the rows, and nothing waits for the disk.
 */
export async function loading<Result>(
  owner: pg.Pool,
  tables: readonly string[],
  work: (client: pg.PoolClient) => Promise<Result>,
): Promise<Result> {
  const client = await owner.connect()
  try {
    await client.query(`set session_replication_role = replica; set synchronous_commit = off;
      set maintenance_work_mem = '512MB'; set work_mem = '128MB'`)
    const { rows: indexes } = await client.query<{ name: string; definition: string }>(
      `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition from pg_index
       where indrelid = any ($1::regclass[]) and not indisprimary
         and not exists (select from pg_constraint where conindid = indexrelid)`,
      [tables],
    )
    for (const { name } of indexes) await client.query(`drop index ${name}`)
    const result = await work(client)
    for (const { definition } of indexes) await client.query(definition)
    await client.query(`vacuum (analyze) ${tables.join(', ')}`)
    return result
  } finally {
    // Its settings are not for others.
    client.release(true)
  }
}

export type Filling = { size: number; today: Day; visitsInYears?: number }

/** Fills the register; the same seed gives the same children. Returns what the load needs to know of them. */
export async function fill(
  owner: pg.Pool,
  communes: readonly BenchCommune[],
  { size, today, visitsInYears = 0 }: Filling,
): Promise<BenchChild[]> {
  const made = await loading(owner, filled, async (client) => {
    const children = await insertAll(client, communes, { size, today })
    await insertWords(client)
    await insertIdentifiers(client)
    await insertServices(client, today, visitsInYears)
    return children
  })
  await owner.query('analyze')
  return made
}

/** While the database writes a batch, the next one is made. */
async function insertAll(
  client: pg.PoolClient,
  communes: readonly BenchCommune[],
  { size, today }: Filling,
): Promise<BenchChild[]> {
  const chance = chanceFrom(20_261_122)
  const all: BenchChild[] = []
  let writing = Promise.resolve()
  for (let from = 0; from < size; from += batch) {
    const children = Array.from({ length: Math.min(batch, size - from) }, () =>
      makeChild(chance, communes, today),
    )
    await writing
    writing = insertChildren(client, children)
    for (const { id, communeId, bornOn, fullName } of children) all.push({ id, communeId, bornOn, fullName })
  }
  await writing
  return all
}

async function insertChildren(client: pg.PoolClient, children: readonly MadeChild[]): Promise<void> {
  const of = <Value>(pick: (child: MadeChild) => Value) => children.map(pick)
  const names = children.map(({ fullName }) => nameColumns(fullName))
  await client.query(
    `insert into children (id, area_lft, commune_id, village_id, full_name, name_folded, name_sort, born_on, sex,
       ethnic_code, poverty, education)
     select *, 'none' from unnest($1::uuid[], $2::int[], $3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::text[],
       $8::date[], $9::text[], $10::text[], $11::text[])`,
    [
      of(({ id }) => id),
      of(({ areaLft }) => areaLft),
      of(({ communeId }) => communeId),
      of(({ villageId }) => villageId),
      of(({ fullName }) => fullName),
      names.map(({ folded }) => folded),
      names.map(({ sort }) => sort),
      of(({ bornOn }) => bornOn),
      of(({ sex }) => sex),
      of(({ ethnicCode }) => ethnicCode),
      of(({ poverty }) => poverty),
    ],
  )
  await client.query(
    `insert into children_carers (child_id, area_lft, id, full_name, name_folded, relation, phone)
     select * from unnest($1::uuid[], $2::int[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[])`,
    [
      of(({ id }) => id),
      of(({ areaLft }) => areaLft),
      of(({ carer }) => carer.id),
      of(({ carer }) => carer.fullName),
      of(({ carer }) => fold(carer.fullName)),
      of(({ carer }) => carer.relation),
      of(({ carer }) => carer.phone),
    ],
  )
}

/** Words of the child's name and of its carer's, as the register keeps them for searching. */
async function insertWords(client: pg.PoolClient): Promise<void> {
  await client.query(
    `insert into children_name_tokens (child_id, token, commune_id, area_lft, own, name_sort, words)
     select id, word, commune_id, area_lft, own, name_sort,
       string_agg(case when own then ' ' else E'\\n' end || word, '') over (partition by id)
     from (select c.id, w.word, c.commune_id, c.area_lft, bool_or(w.own) as own, c.name_sort
       from children c join children_carers k on k.child_id = c.id
       cross join lateral (select regexp_split_to_table(c.name_folded, ' '), true
         union select regexp_split_to_table(k.name_folded, ' '), false) as w (word, own)
       group by c.id, w.word) words`,
  )
}

/** Twelve digits for four children of five; the others have none yet. */
async function insertIdentifiers(client: pg.PoolClient): Promise<void> {
  await client.query(
    `insert into children_identifiers (kind, value, child_id, area_lft)
     select 'personal-id', lpad((51000000000 + n)::text, 12, '0'), id, area_lft
     from (select id, area_lft, row_number() over (order by id) as n from children) c where n % 5 > 0`,
  )
}

/**
 * Four services a child: a vaccine at birth, the first of a series, a weighing, a parents' meeting; besides, when asked
 * for, a visit at home in each of the last years.
 */
async function insertServices(client: pg.PoolClient, today: Day, visitsInYears: number): Promise<void> {
  await client.query(
    `insert into services_records (child_id, id, area_lft, item_code, dose, done_on, answer, recorded_by)
     select c.id, gen_random_uuid(), c.area_lft, s.item, s.dose, least(c.born_on + s.days, $1::date), 'done',
       '00000000-0000-0000-0000-000000000000'::uuid
     from children c cross join (values ('IMM-BCG', null::smallint, 2), ('IMM-PENTA', 1, 64), ('CHK-U6', null, 200),
       ('PAR-GROUP', null, 300)) as s (item, dose, days)
     union all
     select c.id, gen_random_uuid(), c.area_lft, 'PAR-HOME', null, v.day, 'done',
       '00000000-0000-0000-0000-000000000000'::uuid
     from children c cross join lateral (
       select $1::date - 20 - 365 * y as day from generate_series(0, $2::int - 1) as y) v
     where v.day > c.born_on`,
    [today, visitsInYears],
  )
}
