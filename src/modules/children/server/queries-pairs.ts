import { sql } from 'kysely'
import { z } from 'zod'
import { Day } from '#base/day.ts'
import type { Db, Tx } from '#platform/db/types.ts'
import { BornPrecision, ChildSummary, DuplicateReason, Sex } from '../shared/contract.ts'
import type { ChildPair } from '../shared/contract-merge.ts'
import { summaryCarer, summaryColumns } from './queries-conditions.ts'

const Side = z.object({
  id: z.string(),
  lft: z.int(),
  fullName: z.string(),
  unnamed: z.boolean(),
  bornOn: Day,
  bornPrecision: BornPrecision,
  sex: Sex,
  hasPersonalId: z.boolean(),
  mother: z.string().nullable(),
  phones: z.array(z.string()),
  village: z.string().nullable(),
  household: z.string().nullable(),
})
export type PairCandidateSide = z.infer<typeof Side>
const Candidate = z.object({ a: Side, b: Side })

const side = (alias: string) => {
  const c = sql.raw(alias)
  return sql`json_build_object('id', ${c}.id, 'lft', ${c}.area_lft, 'fullName', ${c}.full_name, 'unnamed', ${c}.unnamed,
    'bornOn', ${c}.born_on, 'bornPrecision', ${c}.born_precision, 'sex', ${c}.sex, 'village', ${c}.village_id,
    'household', ${c}.commune_id || '/' || nullif(btrim(${c}.household_code), ''),
    'hasPersonalId', exists (select from children_identifiers i where i.child_id = ${c}.id and i.kind = 'personal-id'),
    'mother', (select k.full_name from children_carers k where k.child_id = ${c}.id and k.relation = 'mother' limit 1),
    'phones', array(select k.phone from children_carers k where k.child_id = ${c}.id and k.phone is not null))`
}

/** The same date with day and month exchanged; null when that is no date. */
const swapped = (alias: string) => {
  const c = sql.raw(alias)
  return sql`case when extract(day from ${c}.born_on) <= 12
    then make_date(extract(year from ${c}.born_on)::int, extract(day from ${c}.born_on)::int, extract(month from ${c}.born_on)::int) end`
}

/**
 * Records worth comparing with those of one commune, each pair once: born on the same day (or with day and month
 * exchanged) in the same commune, or anywhere under the same name, phone or mother's name; or of one mother in one
 * commune; or of one name and year in one commune, where only the month or year of one is known. In each way to match at most 40 for a child, so that a name or phone given to many stays cheap.
 */
export async function listPairCandidates(db: Db, communeId: string): Promise<z.infer<typeof Candidate>[]> {
  const { rows } = await sql`
    with own as materialized (
      select c.id, c.name_folded, date_trunc('year', c.born_on) as year, c.born_precision <> 'day' as is_unsure,
        array_remove(array[c.born_on, ${swapped('c')}], null) as days from children c
      where c.commune_id = ${communeId} and c.left_on is null
    ), near as materialized (
      select own.*, k.phone, k.relation, k.name_folded as carer from children_carers k join own on own.id = k.child_id
    ), alike as (
      select array_agg(own.id) as ids from own, unnest(own.days) as day group by day
      union all
      select array_agg(id) from near where relation = 'mother' group by carer
      union all
      select array_agg(id) from own where name_folded <> '' group by year, name_folded having bool_or(is_unsure)
    ), matched as (
      -- Grouped and spread again: the planner, which knows nothing of these rows, would compare each with each.
      select first_id, second_id from alike, unnest(ids) as first_id, unnest(ids) as second_id where second_id > first_id
      union
      select a.id, b.id from own a cross join lateral (
        select b.id from children b where b.born_on = any (a.days) and b.name_folded = a.name_folded
          and a.name_folded <> '' and b.id > a.id limit 40) b
      union
      select a.id, b.id from near a cross join lateral (
        select b.id from children_carers o join children b on b.id = o.child_id
        where o.phone = a.phone and b.id > a.id and (b.born_on = any (a.days) or b.name_folded = a.name_folded)
        limit 40) b where a.phone is not null
      union
      select a.id, b.id from near a cross join lateral (
        select b.id from children_carers o join children b on b.id = o.child_id
        where o.name_folded = a.carer and o.relation = 'mother' and b.id > a.id and b.born_on = any (a.days)
        limit 40) b where a.relation = 'mother'
    )
    select ${side('a')} as a, ${side('b')} as b
    from matched m join children a on a.id = m.first_id join children b on b.id = m.second_id
    where b.left_on is null`.execute(db)
  return rows.map((row) => Candidate.parse(row))
}

/** Communes that hold children now. */
export async function listPeopledCommunes(db: Db): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from areas a where a.kind = 'commune' and exists (
      select from children c where c.commune_id = a.id and c.left_on is null)`.execute(db)
  return rows.map(({ id }) => id)
}

/** Every syllable of the children's and mothers' names as written, with how often it stands there. */
export async function countSyllables(db: Db): Promise<{ syllable: string; count: number }[]> {
  const { rows } = await sql<{ syllable: string; count: number }>`
    select syllable, count(*)::int as count from (
      select regexp_split_to_table(full_name, '\\s+') as syllable from children where not unnamed
      union all
      select regexp_split_to_table(full_name, '\\s+') from children_carers where relation = 'mother'
    ) written group by syllable`.execute(db)
  return rows
}

export type FoundPair = {
  a: PairCandidateSide
  b: PairCandidateSide
  score: number
  reasons: DuplicateReason[]
}

/** What was found for the first children of a commune replaces what stood open; what was decided stays. */
export async function replacePairs(tx: Tx, communeId: string, found: readonly FoundPair[]): Promise<void> {
  const of = <Value>(pick: (pair: FoundPair) => Value) => found.map(pick)
  await sql`delete from children_pairs p using children c
    where c.id = p.child_id and c.commune_id = ${communeId} and p.verdict is null`.execute(tx)
  await sql`insert into children_pairs (child_id, other_id, area_lft, other_lft, score, reasons)
    select child_id, other_id, area_lft, other_lft, score, string_to_array(reasons, ',') from unnest(
      ${of(({ a }) => a.id)}::uuid[], ${of(({ b }) => b.id)}::uuid[], ${of(({ a }) => a.lft)}::int[],
      ${of(({ b }) => b.lft)}::int[], ${of(({ score }) => score)}::real[], ${of(({ reasons }) => reasons.join(','))}::text[]
    ) as found (child_id, other_id, area_lft, other_lft, score, reasons)
    on conflict (child_id, other_id) do nothing`.execute(tx)
}

export async function noteSearch(tx: Tx, pairs: number): Promise<void> {
  await sql`insert into children_pair_searches (searched_at, pairs) values (now(), ${pairs})
    on conflict (one) do update set searched_at = excluded.searched_at, pairs = excluded.pairs`.execute(tx)
}

/** A moment in ISO text; null when the register was never compared with itself. */
export async function findLastSearch(db: Db): Promise<string | null> {
  const row = await db.selectFrom('children_pair_searches').select('searched_at').executeTakeFirst()
  return row?.searched_at ?? null
}

const PairRow = z.object({
  child: ChildSummary,
  other: ChildSummary,
  score: z.number(),
  reasons: z.array(DuplicateReason),
})

/** Open pairs of the area, the most alike first. */
export async function listOpenPairs(
  db: Db,
  { limit, from }: { limit: number; from: number },
): Promise<ChildPair[]> {
  const summary = (id: string) => sql`(select to_json(one) from (
    select ${summaryColumns}, c.full_name as "fullName" from children c ${summaryCarer} where c.id = ${sql.raw(id)}) one)`
  const { rows } = await sql`
    select ${summary('p.child_id')} as child, ${summary('p.other_id')} as other, p.score, p.reasons
    from children_pairs p where p.verdict is null
    order by p.score desc, p.child_id, p.other_id limit ${limit} offset ${from}`.execute(db)
  return rows.map((row) => PairRow.parse(row))
}

/** Of the places that row-level security shows. */
export async function countOpenPairs(db: Db): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from children_pairs where verdict is null`.execute(db)
  return rows[0]?.count ?? 0
}

/** The two ids in any order: a pair is stored once, the smaller id first. */
export async function findPair(
  db: Db,
  { childId, otherId }: { childId: string; otherId: string },
): Promise<{ score: number; reasons: DuplicateReason[] } | undefined> {
  const row = await db
    .selectFrom('children_pairs')
    .select(['score', 'reasons'])
    .where('child_id', '=', childId < otherId ? childId : otherId)
    .where('other_id', '=', childId < otherId ? otherId : childId)
    .executeTakeFirst()
  return row && { score: row.score, reasons: z.array(DuplicateReason).parse(row.reasons) }
}

/** Says for good that two records are two children, whether or not they were found as a pair. */
export async function rememberDifferent(
  tx: Tx,
  { childId, otherId, decidedBy }: { childId: string; otherId: string; decidedBy: string },
): Promise<void> {
  const [first, second] = childId < otherId ? [childId, otherId] : [otherId, childId]
  await sql`insert into children_pairs
      (child_id, other_id, area_lft, other_lft, score, reasons, verdict, decided_by, decided_at)
    select a.id, b.id, a.area_lft, b.area_lft, 0, '{}', 'different', ${decidedBy}, now()
    from children a, children b where a.id = ${first} and b.id = ${second}
    on conflict (child_id, other_id) do update set verdict = 'different', decided_by = excluded.decided_by,
      decided_at = excluded.decided_at`.execute(tx)
}

/** A pair said to be different may be compared again. */
export async function forgetDifferent(
  tx: Tx,
  { childId, otherId }: { childId: string; otherId: string },
): Promise<void> {
  const [first, second] = childId < otherId ? [childId, otherId] : [otherId, childId]
  await sql`update children_pairs set verdict = null, decided_by = null, decided_at = null
    where child_id = ${first} and other_id = ${second} and verdict = 'different'`.execute(tx)
}

/** A record that is merged away is compared no more, until it stands by itself again: see `reopenPairsOf`. */
export async function closePairsOf(
  tx: Tx,
  { childId, mergedBy }: { childId: string; mergedBy: string },
): Promise<void> {
  await sql`update children_pairs set verdict = 'merged', decided_by = ${mergedBy}, decided_at = now()
    where ${childId}::uuid in (child_id, other_id) and verdict is null`.execute(tx)
}

/** The pairs that a merge closed are open again, but for those whose other record has left the register. */
export async function reopenPairsOf(tx: Tx, childId: string): Promise<void> {
  await sql`update children_pairs p set verdict = null, decided_by = null, decided_at = null
    from children other where ${childId}::uuid in (p.child_id, p.other_id) and p.verdict = 'merged'
      and other.id in (p.child_id, p.other_id) and other.id <> ${childId} and other.left_on is null`.execute(
    tx,
  )
}
