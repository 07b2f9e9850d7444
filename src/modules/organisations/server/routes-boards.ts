import { z } from 'zod'
import { Day } from '#base/day.ts'
import { Id } from '#base/id.ts'
import { command, query, type Route } from '#platform/http/route.ts'
import {
  AddBoard,
  AddMeeting,
  AddMember,
  Board,
  BoardSummary,
  CloseFollowup,
} from '../shared/contract-boards.ts'
import {
  addBoard,
  addMeeting,
  addMember,
  boardsOf,
  closeFollowup,
  endBoard,
  endMember,
  getBoard,
} from './boards.ts'

const OneBoard = z.object({ boardId: Id })
const Ending = z.object({ validTo: Day })

export const boardsRoutes: Route[] = [
  query({
    url: '/organisations/boards',
    needs: 'organisations.read',
    search: z.object({ areaId: Id.optional() }),
    reply: z.array(BoardSummary),
    handle: (context, { search }) => boardsOf(context, search.areaId),
  }),
  query({
    url: '/organisations/boards/:boardId',
    needs: 'organisations.read',
    params: OneBoard,
    reply: Board,
    handle: ({ db, clock }, { params }) => getBoard(db, params.boardId, clock.today()),
  }),
  command('POST', {
    url: '/organisations/boards',
    needs: 'organisations.manage',
    body: AddBoard,
    reply: Board,
    handle: (context, { body }) => addBoard(context, body),
  }),
  command('PUT', {
    url: '/organisations/boards/:boardId/end',
    needs: 'organisations.manage',
    params: OneBoard,
    body: Ending,
    reply: Board,
    handle: (context, { params, body }) => endBoard(context, { ...params, ...body }),
  }),
  command('POST', {
    url: '/organisations/boards/:boardId/members',
    needs: 'organisations.manage',
    params: OneBoard,
    body: AddMember,
    reply: Board,
    handle: (context, { params, body }) => addMember(context, { ...params, input: body }),
  }),
  command('PUT', {
    url: '/organisations/boards/:boardId/members/:memberId/end',
    needs: 'organisations.manage',
    params: z.object({ boardId: Id, memberId: Id }),
    body: Ending,
    reply: Board,
    handle: (context, { params, body }) => endMember(context, { ...params, ...body }),
  }),
  command('POST', {
    url: '/organisations/boards/:boardId/meetings',
    needs: 'organisations.manage',
    params: OneBoard,
    body: AddMeeting,
    reply: Board,
    handle: (context, { params, body }) => addMeeting(context, { ...params, input: body }),
  }),
  command('PUT', {
    url: '/organisations/boards/:boardId/followups/:followupId',
    needs: 'organisations.manage',
    params: z.object({ boardId: Id, followupId: Id }),
    body: CloseFollowup,
    reply: Board,
    handle: (context, { params, body }) => closeFollowup(context, { ...params, input: body }),
  }),
]
