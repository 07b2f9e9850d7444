import { type RawBuilder, sql } from 'kysely'
import type { Day } from '#base/day.ts'
import { words } from '#base/text.ts'
import type { Db, Range } from '#platform/db/types.ts'
import { type Area, AreaKind } from '../shared/contract.ts'
import { isCalled, searchKey } from '../shared/rules.ts'
import { areaAsOf, pathOn } from './queries-dated.ts'

export type AreaSearch = {
  text: string
  kinds: readonly AreaKind[]
  within: Range
  limit: number
  /** Places as they were on this day; without it the places that have no end. */
  day?: Day | undefined
}

type Row = Omit<Area, 'kind'> & { kind: string }

/**
 * Places whose name begins with the text, typed with or without marks and with or without the word for the kind;
 * further words may name the places above: "hương trà huế". A text of digits is also taken as a code. At most
 * `limit`, whole names first, then higher levels, so that the list is never fetched as a whole.
 */
export async function searchAreas(db: Db, search: AreaSearch): Promise<Area[]> {
  const typed = words(search.text)
  if (typed.length === 0) return dated(db, (await sql<Row>`${firstPlaces(search)}`.execute(db)).rows, search)
  const renamed = search.day ? await listIdsByEarlierName(db, search.text, search.day) : []
  // The longest beginning that finds something is the name; what follows it names the places above.
  for (let length = typed.length; length > 0; length -= 1) {
    const name = typed.slice(0, length).join(' ')
    const { rows } =
      await sql<Row>`${namedPlaces(search, { name, above: typed.slice(length), renamed })}`.execute(db)
    if (rows.length > 0) return dated(db, rows, search)
  }
  return []
}

/** With a day given, names and parents of that day. */
async function dated(db: Db, rows: readonly Row[], { day }: AreaSearch): Promise<Area[]> {
  const areas = rows.map((row) => ({ ...row, kind: AreaKind.parse(row.kind) }))
  if (!day) return areas
  return Promise.all(areas.map(async (area) => (await areaAsOf(db, { id: area.id }, day)) ?? area))
}

const columns = sql`a.id, a.code, a.kind, a.name, a.full_name as "fullName", a.parent_id as "parentId", a.lft, a.rgt,
  a.valid_from as "validFrom", a.valid_to as "validTo"`

const rank = sql`array_position(array['nation', 'province', 'district', 'commune', 'village'], a.kind)`

const among = ({ kinds, within, day }: AreaSearch) => sql`a.kind = any(${[...kinds]}::text[])
  and a.lft between ${within.lft} and ${within.rgt}
  and ${day ? sql`a.valid_from <= ${day}::date and (a.valid_to is null or a.valid_to >= ${day}::date)` : sql`a.valid_to is null`}`

function firstPlaces(search: AreaSearch): RawBuilder<unknown> {
  return sql`select ${columns} from areas a where ${among(search)} order by a.lft limit ${search.limit}`
}

/**
 * The statement behind a search. `^@` (begins with) is leakproof and reads the index on `search_text`; the name is
 * looked for as typed and without the word for its kind ("quan hoa" is a commune, "quan" also a kind).
 */
export function namedPlaces(
  search: AreaSearch,
  { name, above, renamed }: { name: string; above: readonly string[]; renamed: readonly string[] },
): RawBuilder<unknown> {
  const key = searchKey(name)
  const further = above.map((word) => sql` and strpos(a.search_text, ${word}) > 0`)
  return sql`
    select ${columns} from areas a
    where (a.search_text ^@ ${name} or a.search_text ^@ ${key} or a.code = ${name} or a.id = any(${[...renamed]}::uuid[]))
      and ${among(search)}${sql.join(further, sql``)}
    order by (a.search_text ^@ ${name}) desc, (a.search_text ^@ ${`${key},`} or a.search_text = ${key}) desc, ${rank}, length(a.search_text), a.lft
    limit ${search.limit}`
}

/** Units that had a name beginning so on a day and have another one today. There are few of them. */
async function listIdsByEarlierName(db: Db, text: string, day: Day): Promise<string[]> {
  const [plain, key] = [words(text).join(' '), searchKey(text)]
  const rows = await db
    .selectFrom('areas_names')
    .select(['area_id as id', 'name'])
    .where('valid_from', '<=', day)
    .where('valid_to', '>=', day)
    .execute()
  return rows
    .filter(({ name }) => searchKey(name).startsWith(key) || searchKey(name).startsWith(plain))
    .map(({ id }) => id)
}

export type NamedPlace = {
  /** With or without the word for its kind: "huyện Tu Mơ Rông", "Tu Mơ Rông". */
  name: string
  kind?: AreaKind | undefined
  /** A place above it at any level: "tỉnh Kon Tum". */
  parentName?: string | undefined
  day: Day
}

const mostNamesakes = 200

/**
 * The units that a name meant on a day. Spelling of marks does not count, the word for the kind does when it is
 * written. More than one means that the name alone does not tell.
 */
export async function resolveAreaByName(
  db: Db,
  { name, kind, parentName, day }: NamedPlace,
): Promise<Area[]> {
  const kinds = kind ? [kind] : AreaKind.options
  const search = { kinds, within: { lft: 0, rgt: 2_147_483_647 }, limit: mostNamesakes, day }
  const renamed = await listIdsByEarlierName(db, name, day)
  const exact = words(name).join(' ')
  const { rows } =
    await sql<Row>`${namedPlaces({ ...search, text: name }, { name: exact, above: [], renamed })}`.execute(db)
  const ways = await Promise.all(rows.map(({ id }) => pathOn(db, id, day)))
  return ways.flatMap((way) => {
    const area = way.at(-1)
    const named = area && isCalled(area.name, name)
    const placed =
      parentName === undefined || way.slice(0, -1).some((above) => isCalled(above.name, parentName))
    return named && placed ? [area] : []
  })
}
