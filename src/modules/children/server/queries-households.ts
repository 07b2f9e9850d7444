import { sql } from 'kysely'
import { newId } from '#base/id.ts'
import type { Db, Tx } from '#platform/db/types.ts'
import { movedTo, type PlacedRow } from '#modules/areas/server/public.ts'
import { type EditHousehold, Household, type SetHouseholdYear } from '../shared/contract-households.ts'

/** Where a code is looked for: the village, or the commune of a child without one. */
export type HouseholdPlace = { communeId: string; villageId: string | null; areaLft: number }
export type WantedHousehold = HouseholdPlace & { householdCode: string | null }
/** `status`: how it stands by the latest list that names it. */
export type KnownHousehold = { id: string; status: string | null }

const keyOf = (areaId: string, code: string) => `${areaId} ${code}`

/**
 * Households of these codes, those that are new included: an answer for each asked one, null where it has no code.
 * At most 5,000 at a time, in one statement.
 */
export async function ensureHouseholds(
  tx: Tx,
  wanted: readonly WantedHousehold[],
): Promise<(KnownHousehold | null)[]> {
  const asked = new Map(
    wanted.flatMap(({ householdCode: code, communeId, villageId, areaLft }) => {
      const areaId = villageId ?? communeId
      return code === null ? [] : [[keyOf(areaId, code), { areaId, areaLft, code }] as const]
    }),
  )
  if (asked.size === 0) return wanted.map(() => null)
  const found = await findOrMake(tx, [...asked.values()])
  // Made by another transaction in this very moment: it is committed by now, and a new statement sees it.
  if (found.size < asked.size)
    for (const [key, one] of await findOrMake(tx, [...asked.values()])) found.set(key, one)
  return wanted.map(({ householdCode: code, communeId, villageId }) =>
    code === null ? null : (found.get(keyOf(villageId ?? communeId, code)) ?? null),
  )
}

type Asked = { areaId: string; areaLft: number; code: string }

async function findOrMake(tx: Tx, asked: readonly Asked[]): Promise<Map<string, KnownHousehold>> {
  const { rows } = await sql<KnownHousehold & { areaId: string; code: string }>`
    with asked as (
      select * from unnest(${asked.map(() => newId())}::uuid[], ${asked.map(({ areaId }) => areaId)}::uuid[],
        ${asked.map(({ areaLft }) => areaLft)}::int[], ${asked.map(({ code }) => code)}::text[])
        as a(id, area_id, area_lft, code)
    ), known as (
      select distinct on (h.area_id, h.code) h.id, h.area_id, h.code
      from asked a join children_households h on h.area_id = a.area_id and h.code = a.code
      order by h.area_id, h.code, h.apart nulls first, h.id
    ), made as (
      insert into children_households (id, area_id, area_lft, code)
      select a.id, a.area_id, a.area_lft, a.code from asked a
      where not exists (select from known k where k.area_id = a.area_id and k.code = a.code)
      on conflict do nothing returning id, area_id, code
    )
    select h.id, h.area_id as "areaId", h.code, (select y.status from children_household_years y
      where y.household_id = h.id and y.undone_at is null order by y.year desc limit 1) as status
    from (select * from known union all select * from made) h`.execute(tx)
  return new Map(rows.map(({ areaId, code, ...one }) => [keyOf(areaId, code), one]))
}

/** The household with those who belong or belonged to it, those who care for them, and its years. */
export async function findHousehold(db: Db, id: string): Promise<Household | undefined> {
  const { rows } = await sql`
    select h.id, h.code, h.head_name as "headName", h.address, h.version,
      commune.id as "communeId", commune.name as "communeName",
      case when place.kind = 'village' then place.name end as "villageName",
      coalesce((select json_agg(json_build_object('id', c.id, 'fullName', c.full_name, 'bornOn', c.born_on,
          'bornPrecision', c.born_precision, 'sex', c.sex, 'poverty', c.poverty, 'leftOn', c.left_on,
          'isPresent', coalesce(c.household_id = h.id, false) and c.left_on is null, 'fromDay', f.from_day, 'toDay', f.to_day)
          order by coalesce(c.household_id = h.id, false) and c.left_on is null desc, c.born_on, c.id)
        from (select id from children where household_id = h.id
          union select child_id from children_facts where household_id = h.id and undone_at is null) member
        join children c on c.id = member.id and c.erased_at is null
        left join lateral (select from_day, to_day from children_facts where child_id = c.id and household_id = h.id
          and undone_at is null order by from_day desc limit 1) f on true), '[]') as children,
      coalesce((select json_agg(json_build_object('fullName', k.full_name, 'relation', k.relation, 'phone', k.phone,
          'children', k.names) order by k.relation <> 'mother', k.relation <> 'father', k.full_name)
        from (select min(carer.full_name) as full_name, carer.relation, max(carer.phone) as phone,
            json_agg(c.full_name order by c.born_on, c.id) as names
          from children c join children_carers carer on carer.child_id = c.id
          where c.household_id = h.id and c.left_on is null group by carer.name_folded, carer.relation) k), '[]') as carers,
      coalesce((select json_agg(json_build_object('id', y.id, 'year', y.year, 'status', y.status, 'source', y.source,
          'recordedAt', y.recorded_at, 'undoneAt', y.undone_at) order by y.year desc, y.recorded_at desc)
        from children_household_years y where y.household_id = h.id), '[]') as years
    from children_households h join areas place on place.id = h.area_id
    join areas commune on commune.id = case when place.kind = 'village' then place.parent_id else place.id end
    where h.id = ${id}`.execute(db)
  return rows[0] === undefined ? undefined : Household.parse(rows[0])
}

/** False when somebody changed it meanwhile. The children's code follows; a code that stands twice stays apart. */
export async function updateHousehold(
  tx: Tx,
  id: string,
  { version, code, headName, address }: EditHousehold,
): Promise<boolean> {
  const { rows } = await sql`
    update children_households h set code = ${code}, head_name = ${headName}, address = ${address}, version = version + 1,
      apart = case when h.code <> ${code} and exists (select from children_households o
        where o.area_id = h.area_id and o.code = ${code}) then h.id else h.apart end
    where h.id = ${id} and h.version = ${version} returning h.id`.execute(tx)
  if (rows.length === 0) return false
  await sql`update children set household_code = ${code}, version = version + 1
    where household_id = ${id} and household_code is distinct from ${code}`.execute(tx)
  return true
}

export type YearToKeep = SetHouseholdYear & { recordedBy: string; replaces: string | null }

export async function insertYear(tx: Tx, householdId: string, line: YearToKeep): Promise<void> {
  const { id, year, status, source, recordedBy, replaces } = line
  await sql`
    insert into children_household_years (household_id, id, area_lft, year, status, source, recorded_by, replaces)
    select h.id, ${id}, h.area_lft, ${year}, ${status}, ${source}, ${recordedBy}, ${replaces}::uuid
    from children_households h where h.id = ${householdId}`.execute(tx)
}

/** Takes a line back; gives it again when `by` is null. */
export async function markYear(tx: Tx, id: string, by: string | null): Promise<void> {
  await sql`update children_household_years set undone_by = ${by}::uuid,
    undone_at = case when ${by}::uuid is not null then now() end where id = ${id}`.execute(tx)
}

export type YearLine = { householdId: string; year: number; status: string; replaces: string | null }

/** The line that a step for many wrote, while it stands. */
export async function findStandingYear(db: Db, id: string): Promise<YearLine | undefined> {
  return db
    .selectFrom('children_household_years')
    .select(['household_id as householdId', 'year', 'status', 'replaces'])
    .where('id', '=', id)
    .where('undone_at', 'is', null)
    .executeTakeFirst()
}

/**
 * A household is where its children are: when the last of them has another village now, it goes along. `apart`: the
 * new place may have a household of this code.
 */
export async function followChildren(tx: Tx, childIds: readonly string[]): Promise<void> {
  await sql`
    update children_households h set area_id = c.area_id, area_lft = c.area_lft, apart = h.id
    from (select distinct on (household_id) household_id, coalesce(village_id, commune_id) as area_id, area_lft
      from children where id = any (${[...childIds]}::uuid[]) and household_id is not null
      order by household_id, id) c
    where h.id = c.household_id and h.area_id <> c.area_id and not exists (
      select from children s where s.household_id = h.id and s.left_on is null
        and coalesce(s.village_id, s.commune_id) = h.area_id)`.execute(tx)
}

/** The child belongs to none any more; for one that has no dated fact of it. */
export async function clearHousehold(tx: Tx, childId: string): Promise<void> {
  await sql`update children set household_id = null, household_code = null where id = ${childId}`.execute(tx)
}

/** What identifies a household goes when no child of it is left that has its data. */
export async function eraseEmptyHousehold(tx: Tx, id: string): Promise<void> {
  await sql`update children_households h set head_name = null, address = null, version = version + 1
    where h.id = ${id} and not exists (select from children c where c.household_id = h.id)`.execute(tx)
}

/** The place of a household is reorganised: it keeps its code, and stands apart from one of that code there. */
export async function moveHouseholds(tx: Tx, rows: readonly PlacedRow[]): Promise<void> {
  await sql`update children_households h set area_id = m.area_id, area_lft = m.area_lft, apart = h.id
    from ${movedTo(rows)} where h.id = m.id`.execute(tx)
}
