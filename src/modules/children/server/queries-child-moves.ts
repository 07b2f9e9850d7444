import { sql } from 'kysely'
import type { Day } from '#base/day.ts'
import type { Db, Range, Tx } from '#platform/db/types.ts'
import type { Child } from '../shared/contract.ts'
import { Move, type SendMove } from '../shared/contract-moves.ts'

/** Moves of one child, or of a place: those that wait, and those of the last 90 days. The latest first. */
export async function listMoves(
  db: Db,
  { range, childId }: { range: Range; childId: string | null },
): Promise<Move[]> {
  const { rows } = await sql`
    select m.id, m.child_id as "childId", m.child_name as "childName", m.born_on as "bornOn",
      m.born_precision as "bornPrecision", m.sex, m.mother_name as "motherName", came.full_name as "fromName",
      goes.full_name as "toName", m.to_area_id as "toAreaId", m.moved_on as "movedOn", m.note, m.state,
      m.sent_at as "sentAt", m.answered_at as "answeredAt", m.refusal,
      goes.lft between ${range.lft} and ${range.rgt} as incoming
    from children_moves m join areas came on came.id = m.from_area_id join areas goes on goes.id = m.to_area_id
    where (${childId}::uuid is null or m.child_id = ${childId}::uuid)
      and (${childId}::uuid is not null or m.state = 'sent' or m.sent_at > now() - interval '90 days')
      and (goes.lft between ${range.lft} and ${range.rgt} or came.lft between ${range.lft} and ${range.rgt})
    order by m.state <> 'sent', m.sent_at desc, m.id limit 500`.execute(db)
  return rows.map((row) => Move.parse(row))
}

/** How many children were sent to a place and wait for its answer. */
export async function countMovesWaiting(db: Db, range: Range): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from children_moves m join areas goes on goes.id = m.to_area_id
    where m.state = 'sent' and goes.lft between ${range.lft} and ${range.rgt}`.execute(db)
  return rows[0]?.count ?? 0
}

/** Name, birth and mother are written down: the receiver sees them before the child is in its register. */
export async function insertMove(
  tx: Tx,
  child: Child,
  { move, sentBy }: { move: SendMove; sentBy: string },
): Promise<void> {
  const mother = child.carers.find(({ relation }) => relation === 'mother')
  await sql`
    insert into children_moves (child_id, id, area_lft, from_area_id, to_area_id, moved_on, residence, note,
      child_name, born_on, born_precision, sex, mother_name, sent_by)
    select id, ${move.id}, area_lft, commune_id, ${move.toCommuneId}, ${move.movedOn}, ${move.residence}, ${move.note},
      full_name, born_on, born_precision, sex, ${mother?.fullName ?? null}, ${sentBy}
    from children where id = ${child.id}`.execute(tx)
}

export async function isCommuneOn(db: Db, id: string, day: Day): Promise<boolean> {
  const { rows } = await sql`
    select 1 from areas where id = ${id} and kind = 'commune' and valid_from <= ${day}
      and (valid_to is null or valid_to >= ${day})`.execute(db)
  return rows.length > 0
}

/** Takes back what waits; false when it was answered meanwhile. */
export async function recallMove(
  tx: Tx,
  { childId, id, by }: { childId: string; id: string; by: string },
): Promise<boolean> {
  const { numAffectedRows = 0n } = await sql`
    update children_moves set state = 'recalled', answered_by = ${by}, answered_at = now()
    where child_id = ${childId} and id = ${id} and state = 'sent'`.execute(tx)
  return numAffectedRows > 0n
}

type Answer = { childId: string; id: string; by: string } & (
  { answer: 'accepted'; villageId: string | null } | { answer: 'refused'; reason: string }
)

/** What the move is now; see children_answer_move. */
export async function answerMove(tx: Tx, answer: Answer): Promise<string> {
  const { childId, id, by } = answer
  const villageId = answer.answer === 'accepted' ? answer.villageId : null
  const reason = answer.answer === 'refused' ? answer.reason : null
  const { rows } = await sql<{ state: string }>`
    select children_answer_move(${childId}, ${id}, ${answer.answer}, ${by}, ${reason}, ${villageId}) as state`.execute(
    tx,
  )
  return rows[0]?.state ?? 'not-found'
}

/** Where an accepted move came from, and the kind of residence at the new place. */
export async function getWay(db: Db, id: string): Promise<{ fromAreaId: string; residence: string }> {
  return db
    .selectFrom('children_moves')
    .select(['from_area_id as fromAreaId', 'residence'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
}
