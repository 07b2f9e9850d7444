import { z } from 'zod'
import { Id } from '#base/id.ts'
import { command, query, type Route } from '#platform/http/route.ts'
import { Step, WriteTogether, WrittenTogether } from '../shared/contract-together.ts'
import { EndFact, Facts, RecordFact } from '../shared/contract-facts.ts'
import { endFact, recordFact, shownFacts, undoFact } from './facts.ts'
import { shownSteps, undoStep, writeTogether } from './write-together.ts'

const OneChild = z.object({ childId: Id })
const OneFact = z.object({ childId: Id, factId: Id })

export const factRoutes: Route[] = [
  command('POST', {
    url: '/children/together',
    needs: 'children.write',
    body: WriteTogether,
    reply: WrittenTogether,
    reads: ({ left }) => left.map(({ childId }) => childId),
    handle: (context, { body }) => writeTogether(context, body),
  }),
  query({
    url: '/children/steps',
    needs: 'children.read',
    reply: z.array(Step),
    handle: (context) => shownSteps(context),
  }),
  command('POST', {
    url: '/children/steps/:stepId/undo',
    needs: 'children.write',
    params: z.object({ stepId: Id }),
    reply: WrittenTogether,
    reads: ({ left }) => left.map(({ childId }) => childId),
    handle: (context, { params }) => undoStep(context, params.stepId),
  }),
  query({
    url: '/children/:childId/facts',
    needs: 'children.read',
    params: OneChild,
    reply: Facts,
    reads: (_, { params }) => [params.childId],
    handle: (context, { params }) => shownFacts(context, params.childId),
  }),
  command('POST', {
    url: '/children/:childId/facts',
    needs: 'children.write',
    params: OneChild,
    body: RecordFact,
    reply: Facts,
    handle: (context, { params, body }) => recordFact(context, { childId: params.childId, input: body }),
  }),
  command('PUT', {
    url: '/children/:childId/facts/:factId/end',
    needs: 'children.write',
    params: OneFact,
    body: EndFact,
    reply: Facts,
    handle: (context, { params, body }) => endFact(context, { ...params, input: body }),
  }),
  command('DELETE', {
    url: '/children/:childId/facts/:factId',
    needs: 'children.write',
    params: OneFact,
    reply: Facts,
    handle: (context, { params }) => undoFact(context, params),
  }),
]
