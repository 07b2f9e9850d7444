import { sql } from 'kysely'
import { z } from 'zod'
import type { Db } from '#platform/db/types.ts'
import { wordMark } from '../shared/search-words.ts'
import { allOf, type Condition, conditionsOf, type ListFilter } from './queries-conditions.ts'

/**
 * Searching names over more than a commune. `children_name_tokens_by_name` keeps every word with its children in the
 * order of names, and beside each child all its words: the children of the rarest word are walked in that order, and
 * those who have the other words too are taken, until a page is full.
 *
 * So the work of a page is bounded: by `mostWalked` rows of the index, and by as many children looked at as fill it.
 */

/** A place in the list: behind a child whose own name has all the words, or behind one whom a carer's completes. */
export type ListPlace = { id: string; own: boolean }

/** Rows of the index walked for a page of one list: some 30 ms on a slow machine. Then the page ends where the walk did. */
const mostWalked = 40_000

/** The same when each child found is looked at too, to see whether it is one of those asked for. */
const mostLookedAt = 10_000

const beginsOwn = (part: string): Condition => sql<boolean>`strpos(t.words, ${wordMark.own + part}) > 0`
const begins = (part: string): Condition =>
  sql<boolean>`(${beginsOwn(part)} or strpos(t.words, ${wordMark.carers + part}) > 0)`

/** Of a row `t` of words: the child's own name has a word that begins so, for each part. */
export const hasWordsOfItsOwn = (parts: readonly string[]): Condition => allOf(parts.map(beginsOwn))
/** The same, words of its carers' names counted too. */
export const hasWords = (parts: readonly string[]): Condition => allOf(parts.map(begins))

const Estimate = z.object({ 'Plan Rows': z.number() })
const Estimates = z.tuple([z.object({ Plan: z.object({ Plans: z.array(Estimate) }) })])

/** The part that the fewest have, as PostgreSQL estimates from its statistics of words: nothing is read for that. */
async function rarestPart(db: Db, parts: readonly string[]): Promise<string> {
  const [first = ''] = parts
  if (parts.length < 2) return first
  const each = parts.map((part) => sql`select from children_name_tokens t where t.token ^@ ${part}`)
  const { rows } = await sql<{
    'QUERY PLAN': unknown
  }>`explain (format json) ${sql.join(each, sql` union all `)}`.execute(db)
  const [{ Plan: plan }] = Estimates.parse(rows[0]?.['QUERY PLAN'])
  const countOf = new Map(parts.map((part, index) => [part, plan.Plans[index]?.['Plan Rows'] ?? 0]))
  const [rarest] = parts.toSorted((a, b) => (countOf.get(a) ?? 0) - (countOf.get(b) ?? 0))
  return rarest ?? first
}

/** The words of the register that begin so. The index is entered once for each, however many children have it. */
async function wordsOf(db: Db, part: string): Promise<string[]> {
  const { rows } = await sql<{ token: string }>`
    with recursive word (token) as (
      (select t.token from children_name_tokens t where t.token ^@ ${part} order by t.token limit 1)
      union all
      select (select t.token from children_name_tokens t where t.token ^@ ${part} and t.token > word.token
        order by t.token limit 1) from word where word.token is not null)
    select token from word where token is not null`.execute(db)
  return rows.map(({ token }) => token)
}

type Walk = {
  words: string[]
  parts: readonly string[]
  own: boolean
  conditions: Condition[]
  bound: number
}

/** Begin behind this child of the list, and end with so many. */
type Stretch = { from: { id: string } | undefined; limit: number }

type WalkPage = { found: string[]; next: ListPlace | null }

/**
 * A page of one of the two lists: each word walked by itself, from the same place on, then put together. A walk that
 * was broken off before it had found a page's worth ends the page where it stopped: behind that the others may not be
 * shown, for it would show children that come before theirs.
 */
async function walkList(db: Db, asked: Walk, { from, limit }: Stretch): Promise<WalkPage> {
  const { parts, own, words, bound, conditions } = asked
  const each = Math.max(limit + 1, Math.ceil(bound / words.length))
  const whose = own ? sql`(values (true))` : sql`(values (true), (false))`
  const wanted = own
    ? hasWordsOfItsOwn(parts)
    : sql<boolean>`(${hasWords(parts)} and not (${hasWordsOfItsOwn(parts)}))`
  const later = from
    ? sql`and (t.name_sort, t.child_id) >
        ((select a.name_sort from children a where a.id = ${from.id}), ${from.id}::uuid)`
    : sql``
  const inOrder = sql`select t.name_sort, t.child_id, t.words from children_name_tokens t
    where t.token = word.token and t.own = word.own ${later} order by t.name_sort, t.child_id`
  const { rows } = await sql<{ id: string; stop: boolean }>`
    with word as materialized (
      select token, own from unnest(${words}::text[]) as word (token) cross join ${whose} as whose (own)),
    found as materialized (
      select word.token, word.own, f.name_sort, f.child_id from word cross join lateral (
        select t.name_sort, t.child_id from (${inOrder} limit ${each}) t
        cross join lateral (select from children c where c.id = t.child_id and ${allOf(conditions)} offset 0) c
        where ${wanted} order by t.name_sort, t.child_id limit ${limit + 1}) f),
    stop as materialized (
      select s.name_sort, s.child_id from word cross join lateral (${inOrder} offset ${each - 1} limit 1) s
      where (select count(*) from found f where f.token = word.token and f.own = word.own) <= ${limit}
      order by s.name_sort, s.child_id limit 1)
    (select child_id as id, false as stop from found f
      where not exists (select from stop s where (s.name_sort, s.child_id) < (f.name_sort, f.child_id))
      group by f.name_sort, f.child_id order by f.name_sort, f.child_id limit ${limit + 1})
    union all select child_id, true from stop`.execute(db)
  const found = rows.flatMap(({ id, stop }) => (stop ? [] : id))
  const shown = found.slice(0, limit)
  const last = found.length > limit ? shown.at(-1) : rows.find(({ stop }) => stop)?.id
  return { found: shown, next: last === undefined ? null : { id: last, own } }
}

type Asked = { after: ListPlace | undefined; limit: number; most?: number }

/** Ids of a page of those found by name, in order; `next` while there may be more. `most`: rows walked. */
export async function walkNames(
  db: Db,
  filter: ListFilter,
  { after, limit, most = boundOf(filter) }: Asked,
): Promise<WalkPage> {
  const { nameParts: parts } = filter.text
  const words = await wordsOf(db, await rarestPart(db, parts))
  if (words.length === 0) return { found: [], next: null }
  const asked = { words, parts, conditions: conditionsOf(filter), bound: most }
  const second = { ...asked, own: false }
  if (after?.own === false) return walkList(db, second, { from: after, limit })
  const first = await walkList(db, { ...asked, own: true }, { from: after, limit })
  if (first.next) return first
  const room = limit - first.found.length
  // Where the first list just fills the page, one of the second is looked for: does the list go on?
  const rest = await walkList(db, second, { from: undefined, limit: room || 1 })
  return room > 0
    ? { found: [...first.found, ...rest.found], next: rest.next }
    : { ...first, next: behind(first, rest) }
}

/** The second list begins behind the last of the first, unless nobody is in it. */
function behind(first: WalkPage, rest: WalkPage): ListPlace | null {
  const last = first.found.at(-1)
  return last !== undefined && (rest.found.length > 0 || rest.next) ? { id: last, own: true } : null
}

/** Nearly all children are still there; of other conditions nobody knows how many meet them. */
function boundOf({ sex, poverty, education, flag, lacks, bornFrom, bornTo, text }: ListFilter): number {
  const chosen = sex ?? poverty ?? education ?? flag ?? lacks ?? bornFrom ?? bornTo ?? text.birthYear
  return chosen === undefined ? mostWalked : mostLookedAt
}

/** `isLeast`: there may be more, for counting has ended at its bound. */
export type Counted = { count: number; isLeast: boolean }

/**
 * How many are found by name, counted up to `upTo` and among `most` rows walked; a child with two words that begin alike
 * counts once. So a count costs no more than a page of the list, however many children the nation has.
 */
export async function countWalked(
  db: Db,
  filter: ListFilter,
  { upTo, most = boundOf(filter) }: { upTo: number; most?: number },
): Promise<Counted> {
  const { nameParts } = filter.text
  const part = await rarestPart(db, nameParts)
  const ofPart = sql`from children_name_tokens t where t.token ^@ ${part}`
  const { rows } = await sql<Counted>`
    with found as materialized (
      select t.child_id from (select t.child_id, t.words ${ofPart} limit ${most}) t
      cross join lateral (select from children c where c.id = t.child_id and ${allOf(conditionsOf(filter))} offset 0) c
      where ${hasWords(nameParts)} limit ${2 * upTo})
    select least(count(distinct child_id), ${upTo}) as count, count(distinct child_id) > ${upTo}
      or count(*) = ${2 * upTo} or exists (select ${ofPart} offset ${most} limit 1) as "isLeast" from found`.execute(
    db,
  )
  return rows[0] ?? { count: 0, isLeast: false }
}
