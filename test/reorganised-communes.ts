import { newId } from '#base/id.ts'
import { drainBatch } from '#modules/services/server/public.ts'
import type { Change, NewUnit } from '#modules/reorganisation/shared/contract.ts'
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
        from generate_series(1, $3::int) n join areas a on a.id = coalesce($2::uuid, $1::uuid) returning id, area_lft),
      token as (insert into children_name_tokens (child_id, token, commune_id, area_lft)
        select id, 'thu', $1, area_lft from child),
      carer as (insert into children_carers (child_id, id, area_lft, full_name, name_folded, relation)
        select id, gen_random_uuid(), area_lft, 'Y Mẹ', 'y me', 'mother' from child),
      record as (insert into services_records (child_id, id, area_lft, item_code, dose, done_on, answer, recorded_by)
        select id, gen_random_uuid(), area_lft, 'IMM-MEASLES', 1, date '2026-02-03', 'done', gen_random_uuid() from child)
      insert into services_stale (child_id) select id from child`,
      [communeId, villageId, count],
    )
}
