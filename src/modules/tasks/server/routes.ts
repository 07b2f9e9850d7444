import { z } from 'zod'
import { Id } from '#base/id.ts'
import { command, download, query, type Route, upload } from '#platform/http/route.ts'
import {
  AddActivity,
  AddComment,
  AddContribution,
  ChangeWork,
  EvidenceFields,
  mostEvidenceBytes,
  PlanWork,
  TaskView,
  Work,
} from '../shared/contract.ts'
import * as commands from './commands.ts'
import { addContribution, takeBackContribution } from './contributions.ts'
import { calendarRoutes } from './routes-calendar.ts'
import { difficultyRoutes } from './routes-difficulties.ts'
import { reminderRoutes } from './routes-reminders.ts'
import { reviewRoutes } from './routes-reviews.ts'
import { planWork, workOf } from './work.ts'

const OfItem = z.object({ areaId: Id, itemId: Id })
const OfEvidence = OfItem.extend({ evidenceId: Id })

export const tasksRoutes: Route[] = [
  ...calendarRoutes,
  ...reminderRoutes,
  ...difficultyRoutes,
  ...reviewRoutes,
  query({
    url: '/tasks/work',
    needs: 'plans.read',
    search: z.object({ areaId: Id.optional() }),
    reply: Work,
    handle: (context, { search }) => workOf(context, search.areaId),
  }),
  query({
    url: '/tasks/of-plan/:planId',
    needs: 'plans.read',
    params: z.object({ planId: Id }),
    reply: PlanWork,
    handle: (context, { params }) => planWork(context, params.planId),
  }),
  query({
    url: '/tasks/:areaId/:itemId',
    needs: 'plans.read',
    params: OfItem,
    reply: TaskView,
    handle: (context, { params }) => commands.taskOf(context, params),
  }),
  command('PUT', {
    url: '/tasks/:areaId/:itemId',
    needs: 'plans.write',
    params: OfItem,
    body: ChangeWork,
    reply: TaskView,
    handle: (context, { params, body }) => commands.changeWork(context, { key: params, input: body }),
  }),
  command('POST', {
    url: '/tasks/:areaId/:itemId/activities',
    needs: 'plans.write',
    params: OfItem,
    body: AddActivity,
    reply: TaskView,
    handle: (context, { params, body }) => commands.addActivity(context, { key: params, input: body }),
  }),
  // Leaders, who write no plans, say what they think of a task.
  command('POST', {
    url: '/tasks/:areaId/:itemId/comments',
    needs: 'plans.read',
    params: OfItem,
    body: AddComment,
    reply: TaskView,
    handle: (context, { params, body }) => commands.addComment(context, { key: params, input: body }),
  }),
  command('POST', {
    url: '/tasks/:areaId/:itemId/contributions',
    needs: 'plans.write',
    params: OfItem,
    body: AddContribution,
    reply: TaskView,
    handle: (context, { params, body }) => addContribution(context, { key: params, input: body }),
  }),
  command('DELETE', {
    url: '/tasks/:areaId/:itemId/contributions/:contributionId',
    needs: 'plans.write',
    params: OfItem.extend({ contributionId: Id }),
    reply: TaskView,
    handle: (context, { params }) => takeBackContribution(context, params),
  }),
  upload({
    url: '/tasks/:areaId/:itemId/evidence',
    needs: 'plans.write',
    maxBytes: mostEvidenceBytes + 100_000,
    params: OfItem,
    fields: EvidenceFields,
    reply: TaskView,
    handle: (context, { params, fields, file }) =>
      commands.addEvidence(context, { key: params, input: fields, file }),
  }),
  download({
    url: '/tasks/:areaId/:itemId/evidence/:evidenceId',
    needs: 'plans.read',
    params: OfEvidence,
    handle: (context, { params }) => commands.evidenceFile(context, params),
  }),
  command('DELETE', {
    url: '/tasks/:areaId/:itemId/evidence/:evidenceId',
    needs: 'plans.write',
    params: OfEvidence,
    reply: TaskView,
    handle: (context, { params }) => commands.removeEvidence(context, params),
  }),
]
