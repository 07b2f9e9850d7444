import { sql } from 'kysely'
import type { Day } from '#base/day.ts'
import { type Db, everywhere, type Range, type Tx } from '#platform/db/types.ts'
import { type Carer, Child } from '../shared/contract.ts'
import { ensureHouseholds, followChildren } from './queries-households.ts'
import { joinedWords } from '../shared/search-words.ts'

/** One child as it is written, everything that is computed included. Made by `toNewChild`. */
export type NewChild = {
  id: string
  areaLft: number
  communeId: string
  villageId: string | null
  fullName: string
  unnamed: boolean
  nameFolded: string
  nameSort: string
  bornOn: Day
  bornPrecision: string
  sex: string
  ethnicCode: string | null
  householdCode: string | null
  /** Of `withHouseholds`, or of the record that a merge takes it from. */
  householdId?: string | null | undefined
  address: string | null
  poverty: string | null
  disabled: boolean
  specialCircumstance: boolean
  education: string | null
  sample: boolean
  personalId: string | null
  carers: (Carer & { nameFolded: string })[]
  /** Words of the child's own name, and those of its carers' names that are not among them. */
  tokens: string[]
  carerTokens: string[]
}

/**
 * Children with the key of their household, made where its code is new; one of whom nobody said how the household
 * stands follows the household. Before `insertChildren`.
 */
export async function withHouseholds(tx: Tx, children: readonly NewChild[]): Promise<NewChild[]> {
  const households = await ensureHouseholds(tx, children)
  return children.map((child, index) => {
    const household = households[index]
    return household
      ? { ...child, householdId: household.id, poverty: child.poverty ?? household.status }
      : child
  })
}

/**
 * Writes children with all their rows in one statement; foreign keys are checked at its end.
 * At most 5,000 at a time: `unnest` of arrays is .85 of COPY's speed and works under row-level security.
 */
export async function insertChildren(tx: Tx, children: readonly NewChild[]): Promise<void> {
  const of = <Value>(pick: (child: NewChild) => Value) => children.map(pick)
  const carers = children.flatMap((child) => child.carers.map((carer) => ({ ...carer, child })))
  const numbered = children.filter((child) => child.personalId !== null)
  const tokens = children.flatMap(tokenRows)
  await sql`
    with child as (
      insert into children (id, area_lft, commune_id, village_id, full_name, unnamed, name_folded, name_sort,
        born_on, born_precision, sex, ethnic_code, household_code, household_id, address, poverty, disabled,
        special_circumstance, education, sample)
      select * from unnest(
        ${of((child) => child.id)}::uuid[], ${of((child) => child.areaLft)}::int[],
        ${of((child) => child.communeId)}::uuid[], ${of((child) => child.villageId)}::uuid[],
        ${of((child) => child.fullName)}::text[], ${of((child) => child.unnamed)}::boolean[],
        ${of((child) => child.nameFolded)}::text[], ${of((child) => child.nameSort)}::text[],
        ${of((child) => child.bornOn)}::date[], ${of((child) => child.bornPrecision)}::text[],
        ${of((child) => child.sex)}::text[],
        ${of((child) => child.ethnicCode)}::text[], ${of((child) => child.householdCode)}::text[],
        ${of((child) => child.householdId ?? null)}::uuid[], ${of((child) => child.address)}::text[],
        ${of((child) => child.poverty)}::text[],
        ${of((child) => child.disabled)}::boolean[], ${of((child) => child.specialCircumstance)}::boolean[],
        ${of((child) => child.education)}::text[], ${of((child) => child.sample)}::boolean[])
    ), carer as (
      insert into children_carers (child_id, area_lft, id, full_name, name_folded, relation, phone)
      select * from unnest(
        ${carers.map(({ child }) => child.id)}::uuid[], ${carers.map(({ child }) => child.areaLft)}::int[],
        ${carers.map((carer) => carer.id)}::uuid[], ${carers.map((carer) => carer.fullName)}::text[],
        ${carers.map((carer) => carer.nameFolded)}::text[], ${carers.map((carer) => carer.relation)}::text[],
        ${carers.map((carer) => carer.phone)}::text[])
    ), identifier as (
      insert into children_identifiers (kind, child_id, area_lft, value)
      select 'personal-id', * from unnest(
        ${numbered.map((child) => child.id)}::uuid[], ${numbered.map((child) => child.areaLft)}::int[],
        ${numbered.map((child) => child.personalId)}::text[])
    )
    insert into children_name_tokens (child_id, area_lft, commune_id, token, own, name_sort, words)
    select * from unnest(
      ${tokens.map(({ child }) => child.id)}::uuid[], ${tokens.map(({ child }) => child.areaLft)}::int[],
      ${tokens.map(({ child }) => child.communeId)}::uuid[], ${tokens.map(({ token }) => token)}::text[],
      ${tokens.map(({ own }) => own)}::boolean[], ${tokens.map(({ child }) => child.nameSort)}::text[],
      ${tokens.map(({ words }) => words)}::text[])
  `.execute(tx)
}

/** A row for each word by which the child is found; each holds all of them too (migration 0275). */
function tokenRows(child: NewChild) {
  const words = joinedWords(child)
  return [
    ...child.tokens.map((token) => ({ token, own: true, words, child })),
    ...child.carerTokens.map((token) => ({ token, own: false, words, child })),
  ]
}

/** Writes over a child of this version; false when it has another version by now. Its rows follow its place. */
export async function updateChild(tx: Tx, child: NewChild, version: number): Promise<boolean> {
  const householdId = child.householdId === undefined ? await householdOf(tx, child) : child.householdId
  const { rows } = await sql<{ id: string }>`
    update children set area_lft = ${child.areaLft}, commune_id = ${child.communeId}, village_id = ${child.villageId},
      full_name = ${child.fullName}, unnamed = ${child.unnamed}, name_folded = ${child.nameFolded},
      name_sort = ${child.nameSort}, born_on = ${child.bornOn}, born_precision = ${child.bornPrecision}, sex = ${child.sex},
      ethnic_code = ${child.ethnicCode}, household_code = ${child.householdCode}, household_id = ${householdId},
      address = ${child.address},
      poverty = ${child.poverty}, disabled = ${child.disabled}, special_circumstance = ${child.specialCircumstance},
      education = ${child.education}, version = version + 1
    where id = ${child.id} and version = ${version} returning id`.execute(tx)
  if (rows.length === 0) return false
  await replaceRows(tx, child)
  await followChildren(tx, [child.id])
  return true
}

/** Under the same code in the same commune a child stays in its household, whichever village that stands in. */
async function householdOf(tx: Tx, child: NewChild): Promise<string | null> {
  const before = await tx
    .selectFrom('children')
    .select(['household_id as id', 'household_code as code', 'commune_id as communeId'])
    .where('id', '=', child.id)
    .executeTakeFirst()
  if (before?.id && before.code === child.householdCode && before.communeId === child.communeId)
    return before.id
  const [household] = await ensureHouseholds(tx, [child])
  return household?.id ?? null
}

/** Carers, number and name tokens are few: they are written anew. */
async function replaceRows(tx: Tx, child: NewChild): Promise<void> {
  await tx.deleteFrom('children_carers').where('child_id', '=', child.id).execute()
  await tx.deleteFrom('children_identifiers').where('child_id', '=', child.id).execute()
  await tx.deleteFrom('children_name_tokens').where('child_id', '=', child.id).execute()
  const keys = { child_id: child.id, area_lft: child.areaLft }
  if (child.carers.length > 0)
    await tx
      .insertInto('children_carers')
      .values(
        child.carers.map(({ id, fullName, nameFolded, relation, phone }) => ({
          ...keys,
          id,
          full_name: fullName,
          name_folded: nameFolded,
          relation,
          phone,
        })),
      )
      .execute()
  if (child.personalId)
    await tx
      .insertInto('children_identifiers')
      .values({ ...keys, kind: 'personal-id', value: child.personalId })
      .execute()
  const tokens = tokenRows(child)
  if (tokens.length > 0)
    await tx
      .insertInto('children_name_tokens')
      .values(
        tokens.map(({ token, own, words }) => ({
          ...keys,
          commune_id: child.communeId,
          token,
          own,
          name_sort: child.nameSort,
          words,
        })),
      )
      .execute()
}

/** Marks a child of this version as having left, or as back when `left` is null; false for another version. */
export async function updateLeaving(
  tx: Tx,
  { childId, version }: { childId: string; version: number },
  left: { on: Day; reason: string } | null,
): Promise<boolean> {
  const result = await tx
    .updateTable('children')
    .set((set) => ({
      left_on: left?.on ?? null,
      left_reason: left?.reason ?? null,
      version: set('version', '+', 1),
    }))
    .where('id', '=', childId)
    .where('version', '=', version)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/**
 * The child, if it lives within the range of places. Names of places are looked up one by one: planning a join takes
 * longer than reading.
 */
export async function findChild(
  db: Db,
  id: string,
  { lft, rgt }: Range = everywhere,
): Promise<Child | undefined> {
  const { rows } = await sql`
    select c.id, c.commune_id as "communeId", c.village_id as "villageId",
      (select name from areas a where a.id = c.commune_id) as "communeName",
      (select name from areas a where a.id = c.village_id) as "villageName", c.full_name as "fullName", c.unnamed, c.born_on as "bornOn",
      c.born_precision as "bornPrecision", c.sex,
      c.ethnic_code as "ethnicCode", c.household_code as "householdCode", c.household_id as "householdId", c.address,
      c.poverty, c.disabled,
      c.special_circumstance as "specialCircumstance", c.education, c.registered_at as "registeredAt",
      c.left_on as "leftOn", c.left_reason as "leftReason", c.sample, c.version,
      (select value from children_identifiers i where i.child_id = c.id and i.kind = 'personal-id') as "personalId",
      array(select json_build_object('id', k.id, 'fullName', k.full_name, 'relation', k.relation, 'phone', k.phone)
        from children_carers k where k.child_id = c.id
        order by k.relation <> 'mother', k.relation <> 'father', k.id) as carers
    from children c where c.id = ${id} and c.area_lft between ${lft} and ${rgt}`.execute(db)
  return rows[0] === undefined ? undefined : Child.parse(rows[0])
}

/** Which of the numbers are taken by any child of the country, those of other places included. */
export async function takenPersonalIds(db: Db, numbers: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ value: string }>`
    select children_taken_personal_ids(${[...numbers]}::text[]) as value`.execute(db)
  return rows.map(({ value }) => value)
}

/** Which of the ids are in the register, as far as the person may see. */
export async function listRegisteredIds(db: Db, ids: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{
    id: string
  }>`select id from children where id = any(${[...ids]}::uuid[])`.execute(db)
  return rows.map(({ id }) => id)
}

export type ChildPlace = { communeId: string; communeLft: number; villageId: string | null; areaLft: number }
export type NamedPlace = ChildPlace & { communeName: string; villageName: string | null }
export type PlaceRow = { id: string; kind: string; lft: number; parentId: string | null; name: string }

/** Those of the places that are valid on the day; and the moment that the rows written now will carry. */
export async function listPlaces(
  db: Db,
  ids: readonly string[],
  day: Day,
): Promise<{ places: PlaceRow[]; now: string }> {
  const { rows } = await sql<PlaceRow & { now: string }>`
    select id, kind, lft, parent_id as "parentId", name, now() as now from areas
    where id = any(${[...new Set(ids)]}::uuid[]) and valid_from <= ${day} and (valid_to is null or valid_to >= ${day})`.execute(
    db,
  )
  return { places: rows, now: rows[0]?.now ?? '' }
}

/** The commune and village among the places; undefined when they are no such places of the tree. */
export function placeAmong(
  places: readonly PlaceRow[],
  { communeId, villageId }: { communeId: string; villageId: string | null },
): NamedPlace | undefined {
  const commune = places.find((row) => row.id === communeId && row.kind === 'commune')
  if (!commune) return undefined
  const place = { communeId, communeLft: commune.lft, communeName: commune.name, villageId }
  if (!villageId) return { ...place, areaLft: commune.lft, villageName: null }
  const village = places.find(
    (row) => row.id === villageId && row.kind === 'village' && row.parentId === communeId,
  )
  return village && { ...place, areaLft: village.lft, villageName: village.name }
}
