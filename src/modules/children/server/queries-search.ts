import { type RawBuilder, sql } from 'kysely'
import type { Db } from '#platform/db/types.ts'
import { ChildSummary } from '../shared/contract.ts'
import {
  allOf,
  type Condition,
  conditionsOf,
  type ListFilter,
  summaryCarer,
  summaryColumns,
} from './queries-conditions.ts'
import {
  type Counted,
  countWalked,
  hasWords,
  hasWordsOfItsOwn,
  type ListPlace,
  walkNames,
} from './queries-names.ts'

/**
 * A page of a list. It may hold fewer children than asked for, even none, though the list goes on: then the search for
 * more has been broken off, and goes on at `next`.
 */
export type ListPage = { children: ChildSummary[]; next: string | null }

type Part = { after: string | undefined; limit: number }

/** Where the second list goes on: behind a child that a carer's name completes. A child of its own name stands alone. */
const inSecond = 'carers:'

function readPlace(after: string | undefined): ListPlace | undefined {
  if (after === undefined) return undefined
  return after.startsWith(inSecond)
    ? { id: after.slice(inSecond.length), own: false }
    : { id: after, own: true }
}

function writePlace({ id, own }: ListPlace): string {
  return own ? id : inSecond + id
}

/**
 * Children in the order of names: those whose own names hold all the words, then those whose carers' names complete
 * them. Pages by key: give `next` as `after`.
 */
export async function listChildren(db: Db, filter: ListFilter, { after, limit }: Part): Promise<ListPage> {
  const place = readPlace(after)
  if (isWide(filter)) {
    const { found, next } = await walkNames(db, filter, { after: place, limit })
    return { children: await readSummaries(db, found), next: next && writePlace(next) }
  }
  const rows = await listRanked(db, filter, { after: place, limit: limit + 1 })
  const [shown, last] = [rows.slice(0, limit), rows[limit - 1]]
  return {
    children: shown.map(({ child }) => child),
    next: rows.length > limit && last ? writePlace({ id: last.child.id, own: last.own }) : null,
  }
}

/** Names alone, or with what many have, over more than a commune: found in the order of names, not put in order. */
function isWide({ text, communeId, villageId, ids }: ListFilter): boolean {
  const { nameParts, bornOn, phone, personalId, household } = text
  const isOfFew = communeId ?? villageId ?? ids ?? bornOn ?? phone ?? personalId ?? household
  return nameParts.length > 0 && isOfFew === undefined
}

/** The children `c` among whom is looked, each with whether its own name has all the words: `m.own`. */
function candidates({ text: { nameParts }, communeId, villageId, ids }: ListFilter): RawBuilder<unknown> {
  if (nameParts.length === 0) return sql`children c cross join (select true as own) m`
  const [own, all] = [hasWordsOfItsOwn(nameParts), hasWords(nameParts)]
  const [longest = ''] = nameParts.toSorted((left, right) => right.length - left.length)
  if (communeId && !villageId && !ids)
    // So few of a commune have a word that each is found by itself.
    return sql`(select t.child_id, bool_or(${own}) as own from children_name_tokens t
      where t.commune_id = ${communeId} and t.token ^@ ${longest} and ${all} group by t.child_id) m
      join children c on c.id = m.child_id`
  return sql`children c cross join lateral (
    select ${own} as own from children_name_tokens t where t.child_id = c.id and ${all} limit 1) m`
}

type Ranked = { child: ChildSummary; own: boolean }

/** All who are asked for are put in order. */
async function listRanked(
  db: Db,
  filter: ListFilter,
  { after, limit }: { after: ListPlace | undefined; limit: number },
): Promise<Ranked[]> {
  const isNamed = filter.text.nameParts.length > 0
  const order = isNamed ? sql`c.own desc, c.name_sort, c.id` : sql`c.name_sort, c.id`
  const { rows } = await sql<{ own: boolean }>`
    select ${summaryColumns}, c.own from (
      select * from (select c.*, m.own from ${candidates(filter)} where ${allOf(conditionsOf(filter))}) c
      where ${allOf(after ? laterThan(after, isNamed) : [])} order by ${order} limit ${limit}
    ) c ${summaryCarer} order by ${order}`.execute(db)
  return rows.map((row) => ({ child: ChildSummary.parse(row), own: row.own }))
}

function laterThan({ id, own }: ListPlace, isNamed: boolean): Condition[] {
  const later = sql<boolean>`(c.name_sort, c.id) > ((select a.name_sort from children a where a.id = ${id}), ${id}::uuid)`
  if (!isNamed) return [later]
  return own ? [sql<boolean>`(not c.own or ${later})`] : [sql<boolean>`not c.own`, later]
}

/** The children of these ids, in this order. */
async function readSummaries(db: Db, ids: readonly string[]): Promise<ChildSummary[]> {
  if (ids.length === 0) return []
  const { rows } = await sql`
    select ${summaryColumns} from unnest(${[...ids]}::uuid[]) with ordinality as found (id, place)
    join children c on c.id = found.id ${summaryCarer} order by found.place`.execute(db)
  return rows.map((row) => ChildSummary.parse(row))
}

/** Beside names over more than a commune the first thousand say enough: their count would take longer than the list. */
const mostNamesCounted = 1000

/** How many there are, counted up to `upTo`. */
export async function countChildren(db: Db, filter: ListFilter, upTo: number): Promise<Counted> {
  if (isWide(filter)) return countWalked(db, filter, { upTo: Math.min(upTo, mostNamesCounted) })
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from (
      select 1 from ${candidates(filter)} where ${allOf(conditionsOf(filter))} limit ${upTo + 1}) found`.execute(
    db,
  )
  const count = rows[0]?.count ?? 0
  return { count: Math.min(count, upTo), isLeast: count > upTo }
}
