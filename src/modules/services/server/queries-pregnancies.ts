import { sql } from 'kysely'
import type { Day } from '#base/day.ts'
import type { Db, Tx } from '#platform/db/types.ts'
import type { ListedPlace } from '#modules/areas/server/public.ts'
import type { PregnancyState } from '#modules/children/shared/contract-pregnancies.ts'
import { Answer, type ServiceRecord } from '../shared/contract.ts'
import type { FindDueWomen, StoredCare } from '../shared/contract-pregnancies.ts'

export type KnownPregnancy = {
  id: string
  areaLft: number
  state: PregnancyState
  expectedOn: Day
  endedOn: Day | null
  motherName: string
  motherPhone: string | null
  areaName: string
  facilityName: string | null
}

const shown = sql`
  select p.id, p.area_lft as "areaLft", p.state, p.expected_on as "expectedOn", p.ended_on as "endedOn",
    p.mother_name as "motherName", p.mother_phone as "motherPhone", a.name as "areaName", f.name as "facilityName"
  from children_pregnancies p join areas a on a.id = p.area_id left join facilities f on f.id = p.facility_id`

/** Women of a place who expect a child, by the expected day. */
export async function listExpecting(
  db: Db,
  place: ListedPlace,
  { limit, ...search }: Pick<FindDueWomen, 'facilityId'> & { limit: number },
): Promise<KnownPregnancy[]> {
  const asked = place.villageId ?? place.communeId ?? null
  const facilityId = search.facilityId ?? null
  const { rows } = await sql<KnownPregnancy>`${shown}
    where p.state = 'expecting' and p.area_lft between ${place.lft} and ${place.rgt}
      and (${asked}::uuid is null or exists (
        select from areas w where w.id = ${asked}::uuid and p.area_lft between w.lft and w.rgt))
      and (${facilityId}::uuid is null or p.facility_id = ${facilityId}::uuid)
    order by p.expected_on, p.id limit ${limit}`.execute(db)
  return rows
}

/** In any state, ended ones too. */
export async function findKnownPregnancy(db: Db, id: string): Promise<KnownPregnancy | undefined> {
  const { rows } = await sql<KnownPregnancy>`${shown} where p.id = ${id}`.execute(db)
  return rows[0]
}

/** Holds the pregnancies until the transaction ends, so that two people cannot record the same visit at once. */
export async function lockPregnancies(tx: Tx, ids: readonly string[]): Promise<KnownPregnancy[]> {
  const { rows } = await sql<KnownPregnancy>`${shown}
    where p.id = any (${[...ids]}::uuid[]) order by p.id for no key update of p`.execute(tx)
  return rows
}

export type KnownCare = ServiceRecord & { pregnancyId: string }

const plain = sql`id, pregnancy_id as "pregnancyId", item_code as "itemCode", null as dose, done_on as "doneOn", answer`

/** Records that stand, by pregnancy. */
export async function listCare(db: Db, ids: readonly string[]): Promise<Map<string, KnownCare[]>> {
  const { rows } = await sql<KnownCare>`select ${plain} from services_pregnancy_records
    where pregnancy_id = any (${[...ids]}::uuid[]) and undone_at is null`.execute(db)
  return Map.groupBy(rows, ({ pregnancyId }) => pregnancyId)
}

const stored = sql`r.id, r.pregnancy_id as "pregnancyId", r.item_code as "itemCode", r.done_on as "doneOn", r.answer,
  r.note, p.full_name as "recordedByName", r.recorded_at as "recordedAt", r.undone_at as "undoneAt"`

/** All records of a pregnancy, undone ones too, newest first. */
export async function listStoredCare(db: Db, pregnancyId: string): Promise<StoredCare[]> {
  const { rows } = await sql<StoredCare>`select ${stored}
    from services_pregnancy_records r left join accounts_people p on p.id = r.recorded_by
    where r.pregnancy_id = ${pregnancyId} order by r.done_on desc, r.id desc`.execute(db)
  return rows.map((row) => ({ ...row, answer: Answer.parse(row.answer) }))
}

export async function findStoredCare(
  db: Db,
  pregnancyId: string,
  id: string,
): Promise<StoredCare | undefined> {
  const { rows } = await sql<StoredCare>`select ${stored}
    from services_pregnancy_records r left join accounts_people p on p.id = r.recorded_by
    where r.pregnancy_id = ${pregnancyId} and r.id = ${id}`.execute(db)
  return rows[0]
}

export type NewCare = Pick<StoredCare, 'pregnancyId' | 'id' | 'itemCode' | 'doneOn' | 'answer' | 'note'> & {
  areaLft: number
  sessionId: string | null
  recordedBy: string
}

export async function insertCare(tx: Tx, rows: readonly NewCare[]): Promise<void> {
  await tx
    .insertInto('services_pregnancy_records')
    .values(
      rows.map((row) => ({
        ...{ pregnancy_id: row.pregnancyId, id: row.id, area_lft: row.areaLft, item_code: row.itemCode },
        ...{ done_on: row.doneOn, answer: row.answer, note: row.note },
        ...{ session_id: row.sessionId, recorded_by: row.recordedBy },
      })),
    )
    .execute()
}

/** Undoes records that stand; returns the pregnancies concerned. */
export async function undoCareRecords(
  tx: Tx,
  which: { pregnancyId: string; id: string } | { sessionId: string },
  undone: { by: string; at: string },
): Promise<string[]> {
  let query = tx
    .updateTable('services_pregnancy_records')
    .set({ undone_by: undone.by, undone_at: undone.at })
    .where('undone_at', 'is', null)
    .returning('pregnancy_id')
  query =
    'sessionId' in which
      ? query.where('session_id', '=', which.sessionId)
      : query.where('pregnancy_id', '=', which.pregnancyId).where('id', '=', which.id)
  return (await query.execute()).map((row) => row.pregnancy_id)
}

export type CareOfMother = {
  id: string
  itemCode: string
  doneOn: Day
  answer: Answer
  note: string | null
  recordedByName: string | null
  /** Null where the pregnancy is kept in a place that the reader does not see: the child has moved. */
  expectedOn: Day | null
}

/** What the mother was given before the birth of this child, newest first; records that stand. */
export async function listCareBeforeBirth(db: Db, childId: string): Promise<CareOfMother[]> {
  const { rows } = await sql<CareOfMother>`
    select r.id, r.item_code as "itemCode", r.done_on as "doneOn", r.answer, r.note,
      w.full_name as "recordedByName", p.expected_on as "expectedOn"
    from children_births b join services_pregnancy_records r on r.pregnancy_id = b.pregnancy_id
    left join children_pregnancies p on p.id = b.pregnancy_id
    left join accounts_people w on w.id = r.recorded_by
    where b.child_id = ${childId} and r.undone_at is null
    order by r.done_on desc, r.id desc limit 200`.execute(db)
  return rows
}

/** Words about the mother of a child whose data are erased, unless another child of the same birth still stands. */
export async function eraseCareNotes(tx: Tx, childId: string): Promise<number> {
  const { numAffectedRows = 0n } = await sql`
    update services_pregnancy_records r set note = null
    where r.note is not null
      and exists (select from children_births b where b.pregnancy_id = r.pregnancy_id and b.child_id = ${childId})
      and not exists (select from children_births o where o.pregnancy_id = r.pregnancy_id and o.child_id <> ${childId})`.execute(
    tx,
  )
  return Number(numAffectedRows)
}
