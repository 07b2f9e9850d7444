import { sql } from 'kysely'
import type { Day } from '#base/day.ts'
import type { Db, Range, Tx } from '#platform/db/types.ts'
import {
  type AddBoard,
  type AddMeeting,
  type AddMember,
  BoardSummary,
  type CloseFollowup,
  Followup,
  type Meeting,
  Member,
} from '../shared/contract-boards.ts'
import { followupOverdue } from '../shared/rules.ts'

const open = (today: Day) => sql<number>`(select count(*)::int from organisations_followups f
  where f.board_id = b.id and f.state = 'open' and f.due_on < ${today})`

function boards(db: Db, today: Day) {
  return db
    .selectFrom('organisations_boards as b')
    .innerJoin('areas as a', 'a.id', 'b.area_id')
    .select(['b.id', 'b.area_id as areaId', 'a.name as areaName', 'b.kind', 'b.name', 'b.decision'])
    .select(['b.decided_on as decidedOn', 'b.valid_from as validFrom', 'b.valid_to as validTo'])
    .select([
      sql<number>`(select count(*)::int from organisations_members m where m.board_id = b.id
        and m.valid_from <= ${today} and (m.valid_to is null or m.valid_to >= ${today}))`.as('members'),
      sql<string | null>`(select max(held_on) from organisations_meetings t where t.board_id = b.id)`.as(
        'lastMetOn',
      ),
      sql<number>`(select count(*)::int from organisations_followups f
        where f.board_id = b.id and f.state = 'open')`.as('followupsOpen'),
      open(today).as('followupsOverdue'),
    ])
}

/** Boards of the range, those at work first. */
export async function listBoards(db: Db, range: Range, today: Day): Promise<BoardSummary[]> {
  const rows = await boards(db, today)
    .where('b.area_lft', '>=', range.lft)
    .where('b.area_lft', '<=', range.rgt)
    .orderBy(sql`b.valid_to is not null`)
    .orderBy('b.area_lft')
    .orderBy('b.valid_from', 'desc')
    .limit(500)
    .execute()
  return rows.map((row) => BoardSummary.parse(row))
}

export async function findBoard(
  db: Db,
  id: string,
  today: Day,
): Promise<(BoardSummary & { areaLft: number }) | undefined> {
  const row = await boards(db, today)
    .select('b.area_lft as areaLft')
    .where('b.id', '=', id)
    .executeTakeFirst()
  return row && { ...BoardSummary.parse(row), areaLft: row.areaLft }
}

/** Holds the board until the transaction ends: two chairs cannot be added at once. */
export async function lockBoard(tx: Tx, id: string): Promise<void> {
  await tx.selectFrom('organisations_boards').select('id').where('id', '=', id).forUpdate().execute()
}

export async function insertBoard(tx: Tx, board: AddBoard & { areaLft: number }, by: string): Promise<void> {
  await tx
    .insertInto('organisations_boards')
    .values({
      id: board.id,
      area_id: board.areaId,
      area_lft: board.areaLft,
      kind: board.kind,
      name: board.name,
      decision: board.decision,
      decided_on: board.decidedOn,
      valid_from: board.validFrom,
      recorded_by: by,
    })
    .execute()
}

export async function setBoardEnd(tx: Tx, id: string, validTo: Day): Promise<void> {
  await tx.updateTable('organisations_boards').set({ valid_to: validTo }).where('id', '=', id).execute()
}

/** Members, present ones first, the chair above all. */
export async function listMembers(db: Db, boardId: string): Promise<Member[]> {
  const rows = await db
    .selectFrom('organisations_members')
    .select(['id', 'full_name as fullName', 'post', 'role', 'valid_from as validFrom', 'valid_to as validTo'])
    .where('board_id', '=', boardId)
    .orderBy(sql`valid_to is not null`)
    .orderBy(
      sql`array_position(array['chair', 'standing-vice-chair', 'vice-chair', 'secretary', 'member'], role)`,
    )
    .orderBy('full_name')
    .execute()
  return rows.map((row) => Member.parse(row))
}

type OfBoard = { boardId: string; areaLft: number }

export async function insertMember(tx: Tx, member: AddMember & OfBoard): Promise<void> {
  await tx
    .insertInto('organisations_members')
    .values({
      board_id: member.boardId,
      id: member.id,
      area_lft: member.areaLft,
      full_name: member.fullName,
      post: member.post,
      role: member.role,
      valid_from: member.validFrom,
    })
    .execute()
}

export async function setMemberEnd(tx: Tx, boardId: string, id: string, validTo: Day): Promise<void> {
  await tx
    .updateTable('organisations_members')
    .set({ valid_to: validTo })
    .where('board_id', '=', boardId)
    .where('id', '=', id)
    .execute()
}

/** What meetings agreed, by the day it is due; late days are counted to `today`. */
export async function listFollowups(db: Db, boardId: string, today: Day): Promise<Followup[]> {
  const rows = await db
    .selectFrom('organisations_followups')
    .select([
      'board_id as boardId',
      'meeting_id as meetingId',
      'id',
      'task',
      'responsible',
      'state',
      'outcome',
    ])
    .select(['due_on as dueOn', 'closed_on as closedOn'])
    .where('board_id', '=', boardId)
    .orderBy('due_on')
    .orderBy('id')
    .execute()
  return rows.map((row) => {
    const followup = Followup.parse({ ...row, overdueDays: 0 })
    return { ...followup, overdueDays: followupOverdue(followup, today) }
  })
}

/** The latest first, at most 200, each with what was agreed. */
export async function listMeetings(db: Db, boardId: string, today: Day): Promise<Meeting[]> {
  const followups = await listFollowups(db, boardId, today)
  const rows = await db
    .selectFrom('organisations_meetings')
    .select(['id', 'held_on as heldOn', 'subject', 'attended', 'minutes'])
    .where('board_id', '=', boardId)
    .orderBy('held_on', 'desc')
    .orderBy('id', 'desc')
    .limit(200)
    .execute()
  return rows.map((row) => ({ ...row, followups: followups.filter(({ meetingId }) => meetingId === row.id) }))
}

/** With what was agreed, in the same transaction. */
export async function insertMeeting(tx: Tx, meeting: AddMeeting & OfBoard, by: string): Promise<void> {
  const { boardId, areaLft, followups } = meeting
  await tx
    .insertInto('organisations_meetings')
    .values({
      board_id: boardId,
      id: meeting.id,
      area_lft: areaLft,
      held_on: meeting.heldOn,
      subject: meeting.subject,
      attended: meeting.attended,
      minutes: meeting.minutes,
      recorded_by: by,
    })
    .execute()
  if (followups.length === 0) return
  await tx
    .insertInto('organisations_followups')
    .values(
      followups.map(({ id, task, responsible, dueOn }) => ({
        ...{ board_id: boardId, meeting_id: meeting.id, id, area_lft: areaLft },
        ...{ task, responsible, due_on: dueOn, state: 'open' },
      })),
    )
    .execute()
}

export async function updateFollowup(
  tx: Tx,
  { boardId, id }: { boardId: string; id: string },
  { state, outcome, closedOn }: CloseFollowup & { closedOn: Day | null },
): Promise<void> {
  await tx
    .updateTable('organisations_followups')
    .set({ state, outcome, closed_on: closedOn })
    .where('board_id', '=', boardId)
    .where('id', '=', id)
    .execute()
}

/** Boards at work in the range, and what they have left to do. */
export async function countBoards(
  db: Db,
  range: Range,
  today: Day,
): Promise<{ boards: number; open: number; overdue: number }> {
  const { rows } = await sql<{ boards: number; open: number; overdue: number }>`
    select
      (select count(*)::int from organisations_boards where area_lft between ${range.lft} and ${range.rgt}
        and valid_from <= ${today} and (valid_to is null or valid_to >= ${today})) as boards,
      (count(*) filter (where state = 'open'))::int as open,
      (count(*) filter (where state = 'open' and due_on < ${today}))::int as overdue
    from organisations_followups where area_lft between ${range.lft} and ${range.rgt}`.execute(db)
  return rows[0] ?? { boards: 0, open: 0, overdue: 0 }
}
