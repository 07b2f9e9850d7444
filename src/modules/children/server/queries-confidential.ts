import { sql } from 'kysely'
import type { Db, Tx } from '#platform/db/types.ts'
import {
  type AskedOpening,
  Circumstance,
  type Finding,
  type ListOpenings,
} from '../shared/contract-confidential.ts'

/** The end of the latest opening of this child by this person that is still running. */
export async function findRunningOpening(
  db: Db,
  { childId, personId, now }: { childId: string; personId: string; now: Date },
): Promise<string | undefined> {
  const row = await db
    .selectFrom('children_openings')
    .select('until')
    .where('child_id', '=', childId)
    .where('person_id', '=', personId)
    .where('until', '>', now.toISOString())
    .orderBy('until', 'desc')
    .executeTakeFirst()
  return row?.until
}

export type NewOpening = {
  id: string
  childId: string
  personId: string
  grantId: string
  role: string
  reason: string
  openedAt: Date
  until: Date
}

/** The child's place is taken from the child. Sent again with the same id, it is opened once. */
export async function insertOpening(tx: Tx, opening: NewOpening): Promise<string> {
  const { rows } = await sql<{ until: string }>`
    insert into children_openings (child_id, id, area_lft, person_id, grant_id, role, reason, opened_at, until)
    select id, ${opening.id}, area_lft, ${opening.personId}, ${opening.grantId}, ${opening.role}, ${opening.reason},
      ${opening.openedAt.toISOString()}, ${opening.until.toISOString()}
    from children where id = ${opening.childId}
    on conflict (child_id, id) do update set id = excluded.id
    returning until`.execute(tx)
  return rows[0]?.until ?? ''
}

export type OpeningRow = {
  id: string
  childId: string
  childName: string
  placeName: string
  personId: string
  personName: string
  roleName: unknown
  reason: string
  openedAt: string
  until: string
  finding: string | null
  note: string | null
  reviewedAt: string | null
  reviewedByName: string | null
  question: string | null
  questionedAt: string | null
  questionedByName: string | null
  answer: string | null
  answeredAt: string | null
}

const inState = {
  waiting: sql`o.reviewed_at is null`,
  questioned: sql`o.reviewed_at is null and o.question is not null`,
  reviewed: sql`o.reviewed_at is not null`,
  all: sql`true`,
}

/** Openings within the asker's place, the latest first, at most `limit`. */
export async function listOpenings(
  db: Db,
  { state, before }: ListOpenings,
  limit: number,
): Promise<OpeningRow[]> {
  const { rows } = await sql<OpeningRow>`
    select o.id, o.child_id as "childId", c.full_name as "childName", a.full_name as "placeName",
      o.person_id as "personId", p.full_name as "personName", coalesce(r.names, '{"vi":"","en":""}') as "roleName",
      o.reason, o.opened_at as "openedAt", o.until, o.finding, o.note, o.reviewed_at as "reviewedAt",
      v.full_name as "reviewedByName", o.question, o.questioned_at as "questionedAt",
      q.full_name as "questionedByName", o.answer, o.answered_at as "answeredAt"
    from children_openings o join children c on c.id = o.child_id
    join areas a on a.id = coalesce(c.village_id, c.commune_id)
    join accounts_people p on p.id = o.person_id left join accounts_people v on v.id = o.reviewed_by
    left join accounts_people q on q.id = o.questioned_by
    left join accounts_roles r on r.key = o.role
    where ${inState[state]} and o.opened_at < ${before ?? 'infinity'}::timestamptz
    order by o.opened_at desc, o.id limit ${limit}`.execute(db)
  return rows
}

export type OpeningToReview = {
  childId: string
  personId: string
  reviewedBy: string | null
  question: string | null
  answer: string | null
}

/** Who opened, who reviewed, and what was asked and answered since. */
export async function findOpening(db: Db, id: string): Promise<OpeningToReview | undefined> {
  return db
    .selectFrom('children_openings')
    .select([
      'child_id as childId',
      'person_id as personId',
      'reviewed_by as reviewedBy',
      'question',
      'answer',
    ])
    .where('id', '=', id)
    .executeTakeFirst()
}

export async function setReview(
  tx: Tx,
  { childId, id }: { childId: string; id: string },
  review: { by: string; at: Date; finding: Finding; note: string | null },
): Promise<void> {
  await tx
    .updateTable('children_openings')
    .set({
      reviewed_by: review.by,
      reviewed_at: review.at.toISOString(),
      finding: review.finding,
      note: review.note,
    })
    .where('child_id', '=', childId)
    .where('id', '=', id)
    .execute()
}

type OneOpening = { childId: string; id: string }

export async function setQuestion(
  tx: Tx,
  { childId, id }: OneOpening,
  { question, by, at }: { question: string; by: string; at: Date },
): Promise<void> {
  await tx
    .updateTable('children_openings')
    .set({ question, questioned_by: by, questioned_at: at.toISOString() })
    .where('child_id', '=', childId)
    .where('id', '=', id)
    .execute()
}

export async function setAnswer(
  tx: Tx,
  { childId, id }: OneOpening,
  { answer, at }: { answer: string; at: Date },
): Promise<void> {
  await tx
    .updateTable('children_openings')
    .set({ answer, answered_at: at.toISOString() })
    .where('child_id', '=', childId)
    .where('id', '=', id)
    .execute()
}

/** Openings of this person that were asked about and neither answered nor decided. */
export async function listAskedOpenings(db: Db, personId: string): Promise<AskedOpening[]> {
  const { rows } = await sql<AskedOpening>`
    select o.id, o.child_id as "childId", c.full_name as "childName", o.opened_at as "openedAt", o.reason, o.question,
      q.full_name as "questionedByName"
    from children_openings o join children c on c.id = o.child_id join accounts_people q on q.id = o.questioned_by
    where o.person_id = ${personId} and o.answer is null and o.reviewed_at is null
    order by o.opened_at limit 50`.execute(db)
  return rows
}

/** Dated, the latest first; undone ones are left out. Who may see which group is asked later (`seenChild`). */
export async function listCircumstances(db: Db, childId: string): Promise<Circumstance[]> {
  const rows = await db
    .selectFrom('children_circumstances')
    .select([
      'id',
      'group_no as groupNo',
      'subgroup',
      'detail',
      'from_day as fromDay',
      'to_day as toDay',
      'source',
    ])
    .where('child_id', '=', childId)
    .where('undone_at', 'is', null)
    .orderBy('from_day', 'desc')
    .orderBy('id')
    .execute()
  return Circumstance.array().parse(rows)
}

/** Writes a circumstance of the child, or over the one with the same id, whose former state stays as a row of its own. */
export async function upsertCircumstance(
  tx: Tx,
  childId: string,
  { circumstance, recordedBy }: { circumstance: Circumstance; recordedBy: string },
): Promise<void> {
  const { id, groupNo, subgroup, detail, fromDay, toDay, source } = circumstance
  await sql`
    insert into children_circumstances (child_id, id, area_lft, group_no, subgroup, detail, from_day, to_day, source,
      recorded_by, recorded_at, replaces, undone_at, undone_by)
    select child_id, gen_random_uuid(), area_lft, group_no, subgroup, detail, from_day, to_day, source,
      recorded_by, recorded_at, id, now(), ${recordedBy}
    from children_circumstances where child_id = ${childId} and id = ${id} and undone_at is null`.execute(tx)
  await sql`
    insert into children_circumstances (child_id, id, area_lft, group_no, subgroup, detail, from_day, to_day, source, recorded_by)
    select id, ${id}, area_lft, ${groupNo}, ${subgroup}, ${detail}, ${fromDay}, ${toDay}, ${source}, ${recordedBy}
    from children where id = ${childId}
    on conflict (child_id, id) do update set group_no = excluded.group_no, subgroup = excluded.subgroup,
      detail = excluded.detail, from_day = excluded.from_day, to_day = excluded.to_day, source = excluded.source,
      recorded_by = excluded.recorded_by, recorded_at = now()`.execute(tx)
}

/** Written by mistake: it stays, undone. */
export async function undoCircumstance(
  tx: Tx,
  { childId, id }: { childId: string; id: string },
  undone: { by: string; at: Date },
): Promise<void> {
  await tx
    .updateTable('children_circumstances')
    .set({ undone_at: undone.at.toISOString(), undone_by: undone.by })
    .where('child_id', '=', childId)
    .where('id', '=', id)
    .where('undone_at', 'is', null)
    .execute()
}
