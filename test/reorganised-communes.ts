import { expect } from 'vitest'
import { newId } from '#base/id.ts'
import { Period } from '#base/period.ts'
import { drainBatch, recountDifferences } from '#modules/services/server/public.ts'
import type { Change, NewUnit } from '#modules/reorganisation/shared/contract.ts'
import type { Client, Reply } from './app.ts'
import type { TestDatabase } from './database.ts'
import { places } from './people.ts'

/** The day on which the tests stand (`testMoment`). */
export const reformDay = '2026-06-15'

/** A commune of the test province that the decision makes. */
export function newCommune(name: string, code: string): NewUnit {
  return { id: newId(), kind: 'commune', code, name, parentId: places.quangNgai }
}

export type CaseOf = { newUnits?: NewUnit[]; changes: Change[]; effectiveOn?: string }

/** What the page sends for a new case. */
export function caseOf({ newUnits = [], changes, effectiveOn = reformDay }: CaseOf) {
  const decision = {
    number: '12/NQ-HĐND',
    decidedOn: '2025-06-10',
    issuer: 'HĐND tỉnh Quảng Ngãi',
    effectiveOn,
  }
  return { id: newId(), decision, content: { newUnits, changes } }
}

/** Everything the drain has to do is done. */
export async function drainAll(database: TestDatabase): Promise<void> {
  while ((await database.write((tx) => drainBatch(tx, reformDay))) === 'more') continue
}

/** Columns that say how often a row was written, not what it says. */
const written = ['version']

/** Every row of the tables that follow children and units, but for how often it was written. */
export async function rowsOf(
  { owner }: TestDatabase,
  tables: readonly string[],
): Promise<Record<string, unknown[]>> {
  const all: Record<string, unknown[]> = {}
  for (const table of tables) {
    const { rows } = await owner.query<{ row: Record<string, unknown> }>(
      `select to_jsonb(t) - $1::text[] as row from ${table} t order by (to_jsonb(t) - $1::text[])::text`,
      [written],
    )
    all[table] = rows.map(({ row }) => row)
  }
  return all
}

/** Children with a service each, spread over villages: `spread` names a village, or null for none, and how many. */
export async function addChildren(
  { owner }: TestDatabase,
  communeId: string,
  spread: readonly (readonly [villageId: string | null, count: number])[],
): Promise<void> {
  for (const [villageId, count] of spread)
    await owner.query(
      `with child as (
        insert into children (id, area_lft, commune_id, village_id, full_name, name_folded, name_sort, born_on, sex)
        select gen_random_uuid(), a.lft, $1, $2, 'Y Thử ' || n, 'y thu ' || n, 'thu y ' || lpad(n::text, 6, '0'),
          date '2022-01-01' + (n % 900), case when n % 2 = 0 then 'male' else 'female' end
        from generate_series(1, $3::int) n join areas a on a.id = coalesce($2::uuid, $1::uuid)
        returning id, area_lft, name_sort),
      token as (insert into children_name_tokens (child_id, token, commune_id, area_lft, name_sort, words)
        select id, 'thu', $1, area_lft, name_sort, ' thu' from child),
      carer as (insert into children_carers (child_id, id, area_lft, full_name, name_folded, relation)
        select id, gen_random_uuid(), area_lft, 'Y Mẹ', 'y me', 'mother' from child),
      record as (insert into services_records (child_id, id, area_lft, item_code, dose, done_on, answer, recorded_by)
        select id, gen_random_uuid(), area_lft, 'IMM-MEASLES', 1, date '2026-02-03', 'done', gen_random_uuid() from child)
      insert into services_stale (child_id) select id from child`,
      [communeId, villageId, count],
    )
}

/** Tables whose rows follow children or units. */
export const following = [
  ...['areas', 'areas_parents', 'areas_successions', 'accounts_grants', 'accounts_installation'],
  ...['children', 'children_carers', 'children_name_tokens'],
  ...['services_records', 'services_status', 'services_open', 'services_counters', 'services_sums'],
]

type Steps = {
  done: (asked: Promise<Reply>) => Promise<Reply['body']>
  prepared: (fields: CaseOf) => Promise<string>
  applied: (fields: CaseOf) => Promise<string>
}

/** The steps of a case as its administrator takes them; each fails with the refusal in words. */
export function stepsOfCase(admin: Client): Steps {
  const done = async (asked: Promise<Reply>) => {
    const { status, body } = await asked
    expect([status, status === 200 ? '' : JSON.stringify(body)]).toEqual([200, ''])
    return body
  }
  const prepared = async (fields: CaseOf) => {
    const { id } = await done(admin.post('/reorganisations', caseOf(fields)))
    return id
  }
  const applied = async (fields: CaseOf) => {
    const id = await prepared(fields)
    await done(admin.post(`/reorganisations/${id}/preview`))
    await done(admin.post(`/reorganisations/${id}/apply`))
    return id
  }
  return { done, prepared, applied }
}

/** Differences between the figures of a commune and a recount of them. */
export function differencesIn(database: TestDatabase, communeId: string) {
  const asked = { communeId, period: Period.parse('2026'), today: reformDay }
  return database.read((db) => recountDifferences(db, asked))
}

type PlaceOfChildren = { commune: string; village: string | null; right: boolean; count: number }

/** How many children live where, and whether their rows bear the number of that place. */
export async function placesOfChildren({ owner }: TestDatabase): Promise<PlaceOfChildren[]> {
  const { rows } = await owner.query<PlaceOfChildren>(
    `select c.commune_id as commune, c.village_id as village, bool_and(c.area_lft = coalesce(v.lft, k.lft)) as right,
       count(*)::int as count
     from children c join areas k on k.id = c.commune_id left join areas v on v.id = c.village_id
     group by 1, 2 order by 4`,
  )
  return rows
}
