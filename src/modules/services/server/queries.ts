import { type RawBuilder, sql } from 'kysely'
import type { Day } from '#base/day.ts'
import type { Db, Tx } from '#platform/db/types.ts'
import { isMinority } from '#modules/children/shared/ethnic-groups.ts'
import { Answer, type ChildFacts, Education, Poverty, type ServiceRecord } from '../shared/contract.ts'
import type { StoredRecord } from '../shared/requests.ts'

/** The facts of a child that the register holds, with its place; what the place is adds `placeChildren`. */
export type KnownChild = Omit<ChildFacts, 'areaFeatures'> & {
  areaLft: number
  communeId: string
  villageId: string | null
  ethnicCode: string | null
}

/** The columns of a `ChildRow`; `childColumnsOf('c')` in SQL as text. */
export const childColumns = [
  'id',
  'born_on',
  'sex',
  'ethnic_code',
  'poverty',
  'disabled',
  'special_circumstance',
  'education',
  'left_on',
  'area_lft',
  'commune_id',
  'village_id',
] as const

export type ChildRow = {
  id: string
  born_on: string
  sex: string
  ethnic_code: string | null
  poverty: string | null
  disabled: boolean
  special_circumstance: boolean
  education: string | null
  left_on: string | null
  area_lft: number
  commune_id: string
  village_id: string | null
}

/** The columns of a `ChildRow` of a table that has a name of its own in the statement. */
export function childColumnsOf(table: string): RawBuilder<unknown> {
  return sql.join(childColumns.map((name) => sql.ref(`${table}.${name}`)))
}

/** Parses the closed lists of a row: one that is not known is a bug and ends the request. */
export function toKnownChild(row: ChildRow): KnownChild {
  return {
    id: row.id,
    bornOn: row.born_on,
    sex: row.sex === 'male' ? 'male' : 'female',
    minority: isMinority(row.ethnic_code),
    poverty: Poverty.nullable().parse(row.poverty),
    disabled: row.disabled,
    specialCircumstance: row.special_circumstance,
    education: Education.nullable().parse(row.education),
    leftOn: row.left_on,
    areaLft: row.area_lft,
    communeId: row.commune_id,
    villageId: row.village_id,
    ethnicCode: row.ethnic_code,
  }
}

/** Within the places of the transaction: row-level security leaves out the others. */
export async function findChild(db: Db, id: string): Promise<KnownChild | undefined> {
  const row = await db.selectFrom('children').select(childColumns).where('id', '=', id).executeTakeFirst()
  return row && toKnownChild(row)
}

/** Holds the children until the transaction ends, so that two people cannot record the same service at once. */
export async function lockChildren(tx: Tx, ids: readonly string[]): Promise<KnownChild[]> {
  const rows = await tx
    .selectFrom('children')
    .select(childColumns)
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .orderBy('id')
    .forNoKeyUpdate()
    .execute()
  return rows.map(toKnownChild)
}

/**
 * Reads children and keeps them in their places until the transaction ends. Children that somebody is
 * moving now are named as `held` instead of being waited for.
 */
export async function keepChildren(
  tx: Tx,
  ids: readonly string[],
): Promise<{ children: KnownChild[]; held: string[] }> {
  const rows = await tx
    .selectFrom('children')
    .select(childColumns)
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .orderBy('id')
    .forKeyShare()
    .skipLocked()
    .execute()
  const kept = new Set(rows.map((row) => row.id))
  const missing = ids.filter((id) => !kept.has(id))
  if (missing.length === 0) return { children: rows.map(toKnownChild), held: [] }
  const held = await tx
    .selectFrom('children')
    .select('id')
    .where(sql<boolean>`id = any(${missing}::uuid[])`)
    .execute()
  return { children: rows.map(toKnownChild), held: held.map((row) => row.id) }
}

export type RecordRow = {
  child_id: string
  id: string
  item_code: string
  dose: number | null
  done_on: string
  answer: string
}

const recordColumns = ['child_id', 'id', 'item_code', 'dose', 'done_on', 'answer'] as const

/** Read by the hundred thousand: the check constraint has made sure of the answer, so it is not parsed. */
function toServiceRecord({ id, item_code, dose, done_on, answer }: RecordRow): ServiceRecord {
  const known = answer === 'done' || answer === 'refused' ? answer : 'contraindicated'
  return { id, itemCode: item_code, dose, doneOn: done_on, answer: known }
}

/** The records that stand, of all items or of one, by child. */
export async function listRecords(
  db: Db,
  childIds: readonly string[],
  itemCode?: string,
): Promise<Map<string, ServiceRecord[]>> {
  let query = db
    .selectFrom('services_records')
    .select(recordColumns)
    .where(sql<boolean>`child_id = any(${[...childIds]}::uuid[])`)
    .where('undone_at', 'is', null)
  if (itemCode !== undefined) query = query.where('item_code', '=', itemCode)
  const byChild = new Map<string, ServiceRecord[]>()
  for (const row of await query.execute()) {
    const list = byChild.get(row.child_id)
    if (list) list.push(toServiceRecord(row))
    else byChild.set(row.child_id, [toServiceRecord(row)])
  }
  return byChild
}

export type KnownRecord = ServiceRecord & { childId: string; stands: boolean }

/**
 * What a new record is checked against: the standing records of these items, and whatever has one of these ids
 * already, undone ones too.
 */
export async function listKnownRecords(
  db: Db,
  asked: readonly { childId: string; id: string; itemCode: string }[],
): Promise<KnownRecord[]> {
  const { rows } = await sql<RecordRow & { stands: boolean }>`
    select child_id, id, item_code, dose, done_on, answer, undone_at is null as stands from services_records
    where child_id = any(${asked.map(({ childId }) => childId)}::uuid[]) and (
      undone_at is null and item_code = any(${asked.map(({ itemCode }) => itemCode)}::text[])
      or id = any(${asked.map(({ id }) => id)}::uuid[]))`.execute(db)
  return rows.map((row) => ({ ...toServiceRecord(row), childId: row.child_id, stands: row.stands }))
}

/** [item code, dose, day, answer] */
type BriefRecord = [string, number | null, string, string]

/**
 * All standing records of many children for the rules, which do not look at the records' ids. One text a
 * child instead of one row a record: reading is three times faster.
 */
export async function listBriefRecords(
  db: Db,
  childIds: readonly string[],
): Promise<Map<string, ServiceRecord[]>> {
  const { rows } = await sql<{ child_id: string; records: BriefRecord[] }>`
    select child_id, json_agg(json_build_array(item_code, dose, done_on, answer)) as records
    from services_records where child_id = any(${[...childIds]}::uuid[]) and undone_at is null
    group by child_id`.execute(db)
  return new Map(
    rows.map(({ child_id, records }) => [
      child_id,
      records.map(([item_code, dose, done_on, answer]) =>
        toServiceRecord({ child_id, id: '', item_code, dose, done_on, answer }),
      ),
    ]),
  )
}

const storedColumns = [
  'r.id',
  'r.child_id as childId',
  'r.item_code as itemCode',
  'r.dose',
  'r.done_on as doneOn',
  'r.answer',
  'r.note',
  'r.irregular',
  'p.full_name as recordedByName',
  'r.recorded_at as recordedAt',
  'r.undone_at as undoneAt',
] as const

/** Undone ones too, with who recorded and who undid it. */
export async function findStoredRecord(
  db: Db,
  childId: string,
  id: string,
): Promise<StoredRecord | undefined> {
  const row = await db
    .selectFrom('services_records as r')
    .leftJoin('accounts_people as p', 'p.id', 'r.recorded_by')
    .select(storedColumns)
    .where('r.child_id', '=', childId)
    .where('r.id', '=', id)
    .executeTakeFirst()
  return row && { ...row, answer: Answer.parse(row.answer) }
}

export type RecordedFirst = { id: string; recordedByName: string | null; recordedAt: string; doneOn: Day }

/** Who wrote these records down, and when. */
export async function listRecordedFirst(
  db: Db,
  records: readonly { childId: string; id: string }[],
): Promise<Map<string, RecordedFirst>> {
  const rows = await db
    .selectFrom('services_records as r')
    .leftJoin('accounts_people as p', 'p.id', 'r.recorded_by')
    .select(['r.id', 'p.full_name as recordedByName', 'r.recorded_at as recordedAt', 'r.done_on as doneOn'])
    .where(sql<boolean>`r.child_id = any(${records.map(({ childId }) => childId)}::uuid[])`)
    .where(sql<boolean>`r.id = any(${records.map(({ id }) => id)}::uuid[])`)
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

export type NewRecordRow = {
  childId: string
  id: string
  areaLft: number
  itemCode: string
  dose: number | null
  doneOn: Day
  answer: Answer
  irregular: boolean
  note: string | null
  sessionId: string | null
  recordedBy: string
}

/** Writes records and marks their children in one statement. */
export async function insertRecords(tx: Tx, rows: readonly NewRecordRow[]): Promise<void> {
  await sql`
    with written as (
      insert into services_records
        (child_id, id, area_lft, item_code, dose, done_on, answer, irregular, note, session_id, recorded_by)
      select * from unnest(
        ${rows.map((row) => row.childId)}::uuid[], ${rows.map((row) => row.id)}::uuid[],
        ${rows.map((row) => row.areaLft)}::int[], ${rows.map((row) => row.itemCode)}::text[],
        ${rows.map((row) => row.dose)}::smallint[], ${rows.map((row) => row.doneOn)}::date[],
        ${rows.map((row) => row.answer)}::text[], ${rows.map((row) => row.irregular)}::boolean[],
        ${rows.map((row) => row.note)}::text[], ${rows.map((row) => row.sessionId)}::uuid[],
        ${rows.map((row) => row.recordedBy)}::uuid[])
      returning child_id)
    insert into services_stale (child_id) select distinct child_id from written`.execute(tx)
}

/** Undoes records that stand; returns the children concerned. */
export async function undoRecords(
  tx: Tx,
  which: { childId: string; id: string } | { sessionId: string },
  undone: { by: string; at: string },
): Promise<{ childId: string; id: string }[]> {
  let query = tx
    .updateTable('services_records')
    .set({ undone_by: undone.by, undone_at: undone.at })
    .where('undone_at', 'is', null)
    .returning(['child_id as childId', 'id'])
  query =
    'sessionId' in which
      ? query.where('session_id', '=', which.sessionId)
      : query.where('child_id', '=', which.childId).where('id', '=', which.id)
  return query.execute()
}

/** Says that the status of these children must be made again; read by the drain after the commit. */
export async function markStale(tx: Tx, childIds: readonly string[]): Promise<void> {
  if (childIds.length === 0) return
  await sql`insert into services_stale (child_id) select unnest(${[...childIds]}::uuid[])`.execute(tx)
}
