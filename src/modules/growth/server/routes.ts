import { z } from 'zod'
import { Id, newId } from '#base/id.ts'
import { command, download, query, type Route } from '#platform/http/route.ts'
import { sendJob } from '#platform/jobs/jobs.ts'
import { audit } from '#modules/accounts/server/public.ts'
import {
  AttentionFound,
  FindAttention,
  FindSheet,
  GrowthOfChild,
  RecalculateStarted,
  RecordMeasurement,
  Sheet,
  StoredMeasurement,
} from '../shared/contract.ts'
import { Standard } from '../shared/standard.ts'
import { currentStandard } from './current-standard.ts'
import { findAttention, findSheet, growthOfChild } from './lists.ts'
import { printBook } from './print-book.ts'
import { recordMeasurement, takeBackMeasurement } from './record.ts'

const childIds = (rows: readonly { childId: string }[]): string[] => rows.map(({ childId }) => childId)

export const growthRoutes: Route[] = [
  query({
    url: '/growth/standard',
    needs: 'growth.read',
    reply: Standard,
    handle: ({ db }) => currentStandard(db),
  }),
  query({
    url: '/children/:childId/growth',
    needs: 'growth.read',
    params: z.object({ childId: Id }),
    reply: GrowthOfChild,
    reads: (reply) => [reply.childId],
    handle: (context, { params }) => growthOfChild(context, params.childId),
  }),
  download({
    url: '/children/:childId/book',
    needs: 'growth.read',
    params: z.object({ childId: Id }),
    search: z.object({ format: z.enum(['pdf', 'docx']).default('pdf') }),
    handle: (context, { params, search }) => printBook(context, { ...params, ...search }),
  }),
  query({
    url: '/growth/sheet',
    needs: 'growth.record',
    search: FindSheet,
    reply: Sheet,
    reads: (reply) => childIds(reply.rows),
    handle: (context, { search }) => findSheet(context, search),
  }),
  query({
    url: '/growth/attention',
    needs: 'growth.read',
    search: FindAttention,
    reply: AttentionFound,
    reads: (reply) => childIds(reply.children),
    handle: (context, { search }) => findAttention(context, search),
  }),
  command('POST', {
    url: '/growth/measurements',
    needs: 'growth.record',
    body: RecordMeasurement,
    reply: StoredMeasurement,
    handle: (context, { body }) => recordMeasurement(context, body),
  }),
  command('DELETE', {
    url: '/children/:childId/growth/:measurementId',
    needs: 'growth.record',
    params: z.object({ childId: Id, measurementId: Id }),
    reply: StoredMeasurement,
    handle: (context, { params }) => takeBackMeasurement(context, params),
  }),
  command('POST', {
    url: '/growth/recalculations',
    needs: 'growth.record',
    reply: RecalculateStarted,
    handle: async ({ actor, tx }) => {
      const jobId = newId()
      const { lft, rgt } = actor.area
      await sendJob(tx, 'growth.recalculate', { jobId, lft, rgt })
      await audit(tx, actor, 'growth.recalculation-asked', jobId)
      return { jobId }
    },
  }),
]
