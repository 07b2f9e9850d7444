import { type Day, formatDay } from '#base/day.ts'
import type { Db } from '#platform/db/types.ts'
import type { Reading, Writing } from '#platform/http/route.ts'
import { audit } from '#modules/accounts/server/public.ts'
import type {
  AddBoard,
  AddMeeting,
  AddMember,
  Board,
  BoardSummary,
  CloseFollowup,
} from '../shared/contract-boards.ts'
import { organisationsProblem } from '../shared/problems.ts'
import { getPlace } from './place.ts'
import * as store from './queries-boards.ts'

/** Of a unit and the places below it, those at work first; the grant's own without an id. */
export async function boardsOf(
  { actor, db, clock }: Reading,
  areaId: string | undefined,
): Promise<BoardSummary[]> {
  return store.listBoards(db, await getPlace(db, actor, areaId), clock.today())
}

/** Row-level security limits the search: a board elsewhere and one that does not exist look the same. */
export async function getBoard(db: Db, boardId: string, today: Day): Promise<Board & { areaLft: number }> {
  const board = await store.findBoard(db, boardId, today)
  if (!board) throw organisationsProblem('organisations.board-not-found')
  return {
    ...board,
    members: await store.listMembers(db, boardId),
    meetings: await store.listMeetings(db, boardId, today),
  }
}

/** Sent twice it is set up once. */
export async function addBoard({ actor, tx, clock }: Writing, input: AddBoard): Promise<Board> {
  const area = await getPlace(tx, actor, input.areaId)
  const earlier = await store.findBoard(tx, input.id, clock.today())
  if (earlier && (earlier.areaId !== area.id || earlier.decision !== input.decision))
    throw organisationsProblem('organisations.id-used')
  if (!earlier) {
    await store.insertBoard(tx, { ...input, areaLft: area.lft }, actor.accountId)
    await audit(tx, actor, 'organisations.board-added', input.id, { after: input })
  }
  return getBoard(tx, input.id, clock.today())
}

async function getBoardAtWork({ tx, clock }: Writing, boardId: string) {
  await store.lockBoard(tx, boardId)
  const board = await getBoard(tx, boardId, clock.today())
  if (board.validTo !== null) throw organisationsProblem('organisations.board-ended')
  return board
}

function refuseBefore(day: Day, { validFrom }: { validFrom: Day }): void {
  if (day < validFrom)
    throw organisationsProblem('organisations.before-board', { from: formatDay(validFrom) })
}

/** With the day it had already nothing happens; another day for a board that has ended is refused. */
export async function endBoard(
  context: Writing,
  { boardId, validTo }: { boardId: string; validTo: Day },
): Promise<Board> {
  const { actor, tx, clock } = context
  const before = await getBoard(tx, boardId, clock.today())
  if (before.validTo === validTo) return before
  const board = await getBoardAtWork(context, boardId)
  refuseBefore(validTo, board)
  await store.setBoardEnd(tx, boardId, validTo)
  await audit(tx, actor, 'organisations.board-ended', boardId, { after: { validTo } })
  return getBoard(tx, boardId, clock.today())
}

/** A board has one chair at a time. Sent twice the member is added once. */
export async function addMember(
  context: Writing,
  { boardId, input }: { boardId: string; input: AddMember },
): Promise<Board> {
  const { actor, tx, clock } = context
  const board = await getBoardAtWork(context, boardId)
  if (board.members.some(({ id }) => id === input.id)) return board
  refuseBefore(input.validFrom, board)
  const chairs = board.members.filter(({ role, validTo }) => role === 'chair' && validTo === null)
  if (input.role === 'chair' && chairs.length > 0) throw organisationsProblem('organisations.second-chair')
  await store.insertMember(tx, { ...input, boardId, areaLft: board.areaLft })
  await audit(tx, actor, 'organisations.member-added', input.id, {
    after: { boardId, role: input.role, validFrom: input.validFrom },
  })
  return getBoard(tx, boardId, clock.today())
}

/** The last day of a member. A member who has left may get another last day. */
export async function endMember(
  { actor, tx, clock }: Writing,
  { boardId, memberId, validTo }: { boardId: string; memberId: string; validTo: Day },
): Promise<Board> {
  const board = await getBoard(tx, boardId, clock.today())
  const member = board.members.find(({ id }) => id === memberId)
  if (!member) throw organisationsProblem('organisations.member-not-found')
  if (member.validTo === validTo) return board
  if (validTo < member.validFrom) throw organisationsProblem('organisations.dates-in-order')
  await store.setMemberEnd(tx, boardId, memberId, validTo)
  await audit(tx, actor, 'organisations.member-ended', memberId, {
    before: { validTo: member.validTo },
    after: { validTo },
  })
  return getBoard(tx, boardId, clock.today())
}

/** Minutes with what was agreed; sent twice they are kept once. */
export async function addMeeting(
  context: Writing,
  { boardId, input }: { boardId: string; input: AddMeeting },
): Promise<Board> {
  const { actor, tx, clock } = context
  const board = await getBoardAtWork(context, boardId)
  if (board.meetings.some(({ id }) => id === input.id)) return board
  if (input.heldOn > clock.today()) throw organisationsProblem('organisations.met-in-future')
  refuseBefore(input.heldOn, board)
  if (input.followups.some(({ dueOn }) => dueOn < input.heldOn))
    throw organisationsProblem('organisations.due-before-meeting')
  await store.insertMeeting(tx, { ...input, boardId, areaLft: board.areaLft }, actor.accountId)
  await audit(tx, actor, 'organisations.met', input.id, {
    after: { boardId, heldOn: input.heldOn, followups: input.followups.length },
  })
  return getBoard(tx, boardId, clock.today())
}

/** Done, dropped or open again. */
export async function closeFollowup(
  { actor, tx, clock }: Writing,
  { boardId, followupId, input }: { boardId: string; followupId: string; input: CloseFollowup },
): Promise<Board> {
  const today = clock.today()
  const board = await getBoard(tx, boardId, today)
  const followup = board.meetings.flatMap(({ followups }) => followups).find(({ id }) => id === followupId)
  if (!followup) throw organisationsProblem('organisations.followup-not-found')
  if (followup.state === input.state && followup.outcome === input.outcome) return board
  const closedOn = input.state === 'open' ? null : today
  await store.updateFollowup(tx, { boardId, id: followupId }, { ...input, closedOn })
  await audit(tx, actor, 'organisations.followup-closed', followupId, {
    before: { state: followup.state },
    after: { state: input.state },
  })
  return getBoard(tx, boardId, today)
}
