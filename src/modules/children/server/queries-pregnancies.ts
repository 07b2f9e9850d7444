import { sql } from 'kysely'
import type { Db, Tx } from '#platform/db/types.ts'
import { moveRows } from '#modules/areas/server/public.ts'
import { foldedName } from '../shared/child-name.ts'
import {
  type ListPregnancies,
  Pregnancy,
  type PregnancyDetails,
  type PregnancyState,
} from '../shared/contract-pregnancies.ts'
import type { KeptRecords } from './record-keepers.ts'

const shown = sql`
  select p.id, p.area_id as "areaId", a.name as "areaName", p.mother_name as "motherName",
    p.mother_phone as "motherPhone", p.mother_born_year as "motherBornYear", p.expected_on as "expectedOn",
    p.facility_id as "facilityId", f.name as "facilityName", p.household_code as "householdCode", p.address,
    p.ethnic_code as "ethnicCode", p.poverty, p.note, p.state, p.ended_on as "endedOn", p.version,
    array(select b.child_id from children_births b where b.pregnancy_id = p.id order by b.child_id) as "childIds"
  from children_pregnancies p join areas a on a.id = p.area_id left join facilities f on f.id = p.facility_id`

/** Pregnancies of the asker's area by the expected day, at most 500. */
export async function listPregnancies(db: Db, search: ListPregnancies): Promise<Pregnancy[]> {
  const { state, areaId = null, month = null } = search
  const { rows } = await sql`${shown}
    where p.state = ${state}
      and (${month}::text is null or to_char(p.expected_on, 'YYYY-MM') = ${month})
      and (${areaId}::uuid is null or exists (
        select from areas w where w.id = ${areaId}::uuid and p.area_lft between w.lft and w.rgt))
    order by p.expected_on, p.id limit 500`.execute(db)
  return rows.map((row) => Pregnancy.parse(row))
}

export async function findPregnancy(db: Db, id: string): Promise<Pregnancy | undefined> {
  const { rows } = await sql`${shown} where p.id = ${id}`.execute(db)
  return rows[0] === undefined ? undefined : Pregnancy.parse(rows[0])
}

function columnsOf(details: PregnancyDetails) {
  return {
    area_id: details.areaId,
    mother_name: details.motherName,
    mother_folded: foldedName(details.motherName),
    mother_phone: details.motherPhone,
    mother_born_year: details.motherBornYear,
    expected_on: details.expectedOn,
    facility_id: details.facilityId,
    household_code: details.householdCode,
    address: details.address,
    ethnic_code: details.ethnicCode,
    poverty: details.poverty,
    note: details.note,
  }
}

export type PregnancyPlace = { areaLft: number; communeId: string; villageId: string | null }

export async function insertPregnancy(
  tx: Tx,
  pregnancy: PregnancyDetails & { id: string },
  { areaLft, recordedBy }: { areaLft: number; recordedBy: string },
): Promise<void> {
  await tx
    .insertInto('children_pregnancies')
    .values({ ...columnsOf(pregnancy), id: pregnancy.id, area_lft: areaLft, recorded_by: recordedBy })
    .execute()
}

/** False when it has another version by now. */
export async function updatePregnancy(
  tx: Tx,
  { id, version }: { id: string; version: number },
  change: { details: PregnancyDetails; areaLft: number } | { state: PregnancyState; endedOn: string },
): Promise<boolean> {
  const columns =
    'details' in change
      ? { ...columnsOf(change.details), area_lft: change.areaLft }
      : { state: change.state, ended_on: change.endedOn }
  const result = await tx
    .updateTable('children_pregnancies')
    .set((set) => ({ ...columns, version: set('version', '+', 1) }))
    .where('id', '=', id)
    .where('version', '=', version)
    .where('state', '=', 'expecting')
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

export async function insertBirths(tx: Tx, pregnancyId: string, childIds: readonly string[]): Promise<void> {
  await sql`insert into children_births (child_id, pregnancy_id, area_lft)
    select id, ${pregnancyId}, area_lft from children where id = any (${[...childIds]}::uuid[])`.execute(tx)
}

/** The village or commune of a pregnancy, as the register of children has places. */
export async function findPregnancyPlace(
  db: Db,
  areaId: string,
): Promise<(PregnancyPlace & { kind: string }) | undefined> {
  const { rows } = await sql<PregnancyPlace & { kind: string }>`
    select lft as "areaLft", kind, case kind when 'village' then parent_id else id end as "communeId",
      case kind when 'village' then id end as "villageId"
    from areas where id = ${areaId} and kind in ('commune', 'village')`.execute(db)
  return rows[0]
}

/** A reorganisation moves the woman's place, not the woman. */
export const movePregnancies = moveRows('children_pregnancies')

/** Where a child came from: goes along in a merge unless the other record says the same. Named by the pregnancy. */
export const birthRecords: KeptRecords = {
  kind: 'children.births',
  count: async (db, childId) => {
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count from children_births where child_id = ${childId}`.execute(db)
    return rows[0]?.count ?? 0
  },
  move: async (tx, { fromId, to, only }) => {
    const { rows } = await sql<{ id: string }>`
      update children_births b set child_id = ${to.id}, area_lft = ${to.areaLft}
      where b.child_id = ${fromId} and (${only}::uuid[] is null or b.pregnancy_id = any (${only}::uuid[]))
        and not exists (select from children_births o where o.child_id = ${to.id} and o.pregnancy_id = b.pregnancy_id)
      returning b.pregnancy_id as id`.execute(tx)
    return rows.map(({ id }) => id)
  },
}

/** The mother of an erased child is no longer named by its birth, unless another child of it still stands. */
export async function eraseBirths(tx: Tx, childId: string): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    delete from children_births where child_id = ${childId} returning pregnancy_id as id`.execute(tx)
  const { numAffectedRows = 0n } = await sql`
    update children_pregnancies p set mother_name = 'Đã xóa dữ liệu', mother_folded = '', mother_phone = null,
      mother_born_year = null, household_code = null, address = null, note = null
    where p.id = any (${rows.map(({ id }) => id)}::uuid[])
      and not exists (select from children_births b where b.pregnancy_id = p.id)`.execute(tx)
  return rows.length + Number(numAffectedRows)
}
