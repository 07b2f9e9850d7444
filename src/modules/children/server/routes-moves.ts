import { z } from 'zod'
import { Id } from '#base/id.ts'
import { command, query, type Route } from '#platform/http/route.ts'
import { AcceptMove, Move, Moves, MovesWaiting, RefuseMove, SendMove } from '../shared/contract-moves.ts'
import { acceptMove, recallMove, refuseMove, sendMove, shownMoves } from './child-moves.ts'
import { countMovesWaiting } from './queries-child-moves.ts'

const OneChild = z.object({ childId: Id })
const OneMove = z.object({ childId: Id, moveId: Id })
const shown = (moves: z.infer<typeof Moves>) => moves.map(({ childId }) => childId)

export const moveRoutes: Route[] = [
  query({
    url: '/children/moves',
    needs: 'children.read',
    reply: Moves,
    reads: shown,
    handle: (context) => shownMoves(context, null),
  }),
  // Shows no child, so the audit is told of none: Today asks at each opening.
  query({
    url: '/children/moves/waiting',
    needs: 'children.read',
    reply: MovesWaiting,
    handle: async ({ actor, db }) => ({ count: await countMovesWaiting(db, actor.area) }),
  }),
  query({
    url: '/children/:childId/moves',
    needs: 'children.read',
    params: OneChild,
    reply: Moves,
    reads: shown,
    handle: (context, { params }) => shownMoves(context, params.childId),
  }),
  command('POST', {
    url: '/children/:childId/moves',
    needs: 'children.write',
    params: OneChild,
    body: SendMove,
    reply: Move,
    handle: (context, { params, body }) => sendMove(context, { childId: params.childId, input: body }),
  }),
  command('DELETE', {
    url: '/children/:childId/moves/:moveId',
    needs: 'children.write',
    params: OneMove,
    reply: Move,
    handle: (context, { params }) => recallMove(context, params),
  }),
  command('POST', {
    url: '/children/:childId/moves/:moveId/acceptance',
    needs: 'children.write',
    params: OneMove,
    body: AcceptMove,
    reply: Move,
    handle: (context, { params, body }) => acceptMove(context, { ...params, villageId: body.villageId }),
  }),
  command('POST', {
    url: '/children/:childId/moves/:moveId/refusal',
    needs: 'children.write',
    params: OneMove,
    body: RefuseMove,
    reply: Move,
    handle: (context, { params, body }) => refuseMove(context, { ...params, reason: body.reason }),
  }),
]
