import { z } from 'zod'
import { Id } from '#base/id.ts'
import { command, query, type Route } from '#platform/http/route.ts'
import {
  AddNote,
  CloseDifficulty,
  Difficulties,
  Difficulty,
  SendDifficulty,
  WithdrawDifficulty,
} from '../shared/difficulties.ts'
import {
  addNote,
  closeDifficulty,
  difficultiesOf,
  difficultyOf,
  sendDifficulty,
  withdrawDifficulty,
} from './difficulties.ts'

const OneDifficulty = z.object({ difficultyId: Id })

export const difficultyRoutes: Route[] = [
  query({
    url: '/difficulties',
    needs: 'plans.read',
    search: z.object({ areaId: Id.optional() }),
    reply: Difficulties,
    handle: (context, { search }) => difficultiesOf(context, search.areaId),
  }),
  query({
    url: '/difficulties/:difficultyId',
    needs: 'plans.read',
    params: OneDifficulty,
    reply: Difficulty,
    handle: (context, { params }) => difficultyOf(context, params.difficultyId),
  }),
  command('POST', {
    url: '/difficulties',
    needs: 'plans.write',
    body: SendDifficulty,
    reply: Difficulty,
    handle: (context, { body }) => sendDifficulty(context, body),
  }),
  command('POST', {
    url: '/difficulties/:difficultyId/notes',
    needs: 'plans.write',
    params: OneDifficulty,
    body: AddNote,
    reply: Difficulty,
    handle: (context, { params, body }) => addNote(context, { ...params, input: body }),
  }),
  command('PUT', {
    url: '/difficulties/:difficultyId/closed',
    needs: 'plans.write',
    params: OneDifficulty,
    body: CloseDifficulty,
    reply: Difficulty,
    handle: (context, { params, body }) => closeDifficulty(context, { ...params, input: body }),
  }),
  command('POST', {
    url: '/difficulties/:difficultyId/withdrawal',
    needs: 'plans.write',
    params: OneDifficulty,
    body: WithdrawDifficulty,
    reply: Difficulty,
    handle: (context, { params, body }) => withdrawDifficulty(context, { ...params, ...body }),
  }),
]
