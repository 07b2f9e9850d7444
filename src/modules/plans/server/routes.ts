import { z } from 'zod'
import { Id } from '#base/id.ts'
import { command, query, upload } from '#platform/http/route.ts'
import { PlacedReading } from '../shared/contract.ts'
import {
  CorrectHeading,
  EnterValue,
  FiledPlan,
  FilePlan,
  PlanSource,
  PlanSummary,
  ReadText,
  TargetLink,
} from '../shared/filing.ts'
import { plansProblem } from '../shared/problems.ts'
import { enterValue, getPlan, linkTarget } from './commands.ts'
import { correctHeading } from './correct-heading.ts'
import { filePlan } from './file-plan.ts'
import { findSource, listPlans, listPlansAbove } from './queries.ts'
import { cascadeRoutes } from './routes-cascade.ts'
import { draftRoutes } from './routes-drafts.ts'
import { readPlanFile, readPlanText } from './read-document.ts'

/** A docx with pictures may be larger than the text inside it. */
const fileLimit = 20 * 1024 * 1024
/** The text comes back with the reading, so a request holds it twice at most. */
const textLimit = 8 * 1024 * 1024

const OfPlan = z.object({ planId: Id })
const OfTarget = OfPlan.extend({ targetId: Id })

export const plansRoutes = [
  upload({
    url: '/plans/read',
    needs: 'plans.write',
    maxBytes: fileLimit,
    reply: PlacedReading,
    handle: (_context, { file }) => readPlanFile(file),
  }),
  command('POST', {
    url: '/plans/read-text',
    needs: 'plans.write',
    maxBytes: textLimit,
    body: ReadText,
    reply: PlacedReading,
    handle: (_context, { body }) => Promise.resolve(readPlanText(body.text)),
  }),
  command('POST', {
    url: '/plans',
    needs: 'plans.write',
    maxBytes: textLimit,
    body: FilePlan,
    reply: FiledPlan,
    handle: (context, { body }) => filePlan(context, body),
  }),
  query({
    url: '/plans',
    needs: 'plans.read',
    reply: z.array(PlanSummary),
    handle: ({ actor, db }) => listPlans(db, actor.area),
  }),
  query({
    url: '/plans/above',
    needs: 'plans.read',
    reply: z.array(PlanSummary),
    handle: ({ actor, db }) => listPlansAbove(db, actor.area),
  }),
  query({
    url: '/plans/:planId',
    needs: 'plans.read',
    params: OfPlan,
    reply: FiledPlan,
    handle: ({ actor, db }, { params }) => getPlan(db, actor, params.planId),
  }),
  query({
    url: '/plans/:planId/source',
    needs: 'plans.read',
    params: OfPlan,
    reply: PlanSource,
    handle: async ({ actor, db }, { params }) => {
      const source = await findSource(db, params.planId, actor.area)
      if (!source) throw plansProblem('plans.not-found')
      return source
    },
  }),
  command('PUT', {
    url: '/plans/:planId/heading',
    needs: 'plans.write',
    params: OfPlan,
    body: CorrectHeading,
    reply: FiledPlan,
    handle: (context, { params, body }) => correctHeading(context, params.planId, body),
  }),
  command('PUT', {
    url: '/plans/:planId/targets/:targetId',
    needs: 'plans.write',
    params: OfTarget,
    body: TargetLink,
    reply: FiledPlan,
    handle: (context, { params, body }) => linkTarget(context, params, body),
  }),
  command('POST', {
    url: '/plans/:planId/targets/:targetId/values',
    needs: 'plans.write',
    params: OfTarget,
    body: EnterValue,
    reply: FiledPlan,
    handle: (context, { params, body }) => enterValue(context, params, body),
  }),
  ...cascadeRoutes,
  ...draftRoutes,
]
