import { z } from 'zod'
import { Id } from '#base/id.ts'
import { command, query, type Route } from '#platform/http/route.ts'
import { sendJob } from '#platform/jobs/jobs.ts'
import { seenChild, sightOf } from '../shared/confidential.ts'
import { Child } from '../shared/contract.ts'
import {
  ComparedPair,
  DifferentChildren,
  Merge,
  MergeChildren,
  PairsFound,
} from '../shared/contract-merge.ts'
import { getChild } from './commands.ts'
import {
  comparePair,
  listPairs,
  markDifferent,
  mergeChildren,
  undoMerge,
  unmarkDifferent,
} from './merge-children.ts'
import { listMerges } from './queries-merges.ts'

const OneChild = z.object({ childId: Id })
const Done = z.object({ done: z.literal(true) })

export const mergeRoutes: Route[] = [
  query({
    url: '/children/pairs',
    needs: 'children.merge',
    search: z.object({
      from: z.coerce.number().int().min(0).max(10_000).default(0),
      limit: z.coerce.number().int().min(1).max(100).default(30),
    }),
    reply: PairsFound,
    reads: ({ pairs }) => pairs.flatMap(({ child, other }) => [child.id, other.id]),
    handle: (context, { search }) => listPairs(context, search),
  }),
  query({
    url: '/children/pairs/:childId/:otherId',
    needs: 'children.merge',
    params: DifferentChildren,
    reply: ComparedPair,
    reads: ({ child, other }) => [child.id, other.id],
    handle: (context, { params }) => comparePair(context, params),
  }),
  command('POST', {
    url: '/children/pairs/search',
    needs: 'children.merge',
    reply: Done,
    handle: async ({ tx }) => {
      await sendJob(tx, 'children.find-pairs', {})
      return { done: true as const }
    },
  }),
  command('PUT', {
    url: '/children/pairs/:childId/:otherId/different',
    needs: 'children.merge',
    params: DifferentChildren,
    reply: Done,
    handle: async (context, { params }) => {
      await markDifferent(context, params)
      return { done: true as const }
    },
  }),
  command('DELETE', {
    url: '/children/pairs/:childId/:otherId/different',
    needs: 'children.merge',
    params: DifferentChildren,
    reply: Done,
    handle: async (context, { params }) => {
      await unmarkDifferent(context, params)
      return { done: true as const }
    },
  }),
  command('POST', {
    url: '/children/merges',
    needs: 'children.merge',
    body: MergeChildren,
    reply: Child,
    handle: async (context, { body }) =>
      seenChild(await mergeChildren(context, body), sightOf(context.actor.capabilities, false)),
  }),
  command('DELETE', {
    url: '/children/merges/:mergeId',
    needs: 'children.merge',
    params: z.object({ mergeId: Id }),
    reply: Merge,
    handle: (context, { params }) => undoMerge(context, params.mergeId),
  }),
  query({
    url: '/children/merges',
    needs: 'children.merge',
    reply: z.array(Merge),
    reads: (merges) => merges.flatMap(({ keptId, mergedId }) => [keptId, mergedId]),
    handle: ({ db }) => listMerges(db, null),
  }),
  query({
    url: '/children/:childId/merges',
    needs: 'children.read',
    params: OneChild,
    reply: z.array(Merge),
    reads: (merges, { params }) => [
      params.childId,
      ...merges.flatMap(({ keptId, mergedId }) => [keptId, mergedId]),
    ],
    handle: async ({ actor, db }, { params }) =>
      listMerges(db, (await getChild(db, actor, params.childId)).id),
  }),
]
