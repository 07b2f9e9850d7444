import { z } from 'zod'
import { Id } from '#base/id.ts'
import { Period } from '#base/period.ts'
import { command, query, type Route } from '#platform/http/route.ts'
import {
  CaseSummary,
  EditCase,
  GrantNote,
  OldFigures,
  OldPeriods,
  PlaceChildren,
  PlaceVillages,
  PlanUnits,
  PrepareCase,
  ReorganisationCase,
  TouchedKind,
  TouchedLines,
  UnplacedChildren,
  WorkList,
} from '../shared/contract.ts'
import { reorganisationProblem } from '../shared/problems.ts'
import { editCase, getCase, getStoredCase, prepareCase, previewCase } from './commands.ts'
import { oldFigures } from './old-figures.ts'
import { placeChildren, placeVillages } from './place.ts'
import { listCases } from './queries.ts'
import { unitsOfPlan } from './plan-units.ts'
import { listNotes, listOldPeriods, markNoteRead } from './queries-rows.ts'
import { touchedLines } from './touched-lines.ts'
import { takeStep } from './run-case.ts'
import { unplacedChildren, workListOf } from './work-list.ts'

const OfCase = z.object({ caseId: Id })
const OfLines = z.object({
  areaId: Id.optional(),
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
})

/** A province's decision names thousands of children one by one at most. */
const contentLimit = 4 * 1024 * 1024

export const reorganisationRoutes: Route[] = [
  query({
    url: '/reorganisations',
    needs: 'areas.read',
    reply: z.array(CaseSummary),
    handle: ({ actor, db }) => listCases(db, actor.area),
  }),
  command('POST', {
    url: '/reorganisations',
    needs: 'areas.reorganise',
    maxBytes: contentLimit,
    body: PrepareCase,
    reply: ReorganisationCase,
    handle: (context, { body }) => prepareCase(context, body),
  }),
  query({
    url: '/reorganisations/:caseId',
    needs: 'areas.read',
    params: OfCase,
    reply: ReorganisationCase,
    handle: ({ actor, db }, { params }) => getCase(db, actor, params.caseId),
  }),
  command('PUT', {
    url: '/reorganisations/:caseId',
    needs: 'areas.reorganise',
    maxBytes: contentLimit,
    params: OfCase,
    body: EditCase,
    reply: ReorganisationCase,
    handle: (context, { params, body }) => editCase(context, { caseId: params.caseId, input: body }),
  }),
  command('POST', {
    url: '/reorganisations/:caseId/preview',
    needs: 'areas.reorganise',
    params: OfCase,
    reply: ReorganisationCase,
    handle: (context, { params }) => previewCase(context, params.caseId),
  }),
  command('POST', {
    url: '/reorganisations/:caseId/apply',
    needs: 'areas.reorganise',
    params: OfCase,
    reply: ReorganisationCase,
    handle: (context, { params }) => takeStep(context, params.caseId, 'apply'),
  }),
  command('POST', {
    url: '/reorganisations/:caseId/undo',
    needs: 'areas.reorganise',
    params: OfCase,
    reply: ReorganisationCase,
    handle: (context, { params }) => takeStep(context, params.caseId, 'undo'),
  }),
  query({
    url: '/reorganisations/:caseId/touched',
    needs: 'areas.reorganise',
    params: OfCase,
    search: OfLines.extend({ kind: TouchedKind.exclude(['children', 'records', 'referrals']) }),
    reply: TouchedLines,
    handle: (context, { params, search }) => touchedLines(context, { ...params, ...search }),
  }),
  query({
    url: '/reorganisations/:caseId/touched-children',
    needs: 'children.read',
    params: OfCase,
    search: OfLines.extend({ kind: z.enum(['children', 'records', 'referrals']) }),
    reply: TouchedLines,
    reads: ({ lines }) => lines.map(({ id }) => id),
    handle: (context, { params, search }) => touchedLines(context, { ...params, ...search }),
  }),
  query({
    url: '/reorganisations/:caseId/work-list',
    needs: 'areas.read',
    params: OfCase,
    reply: WorkList,
    handle: async ({ actor, db }, { params }) =>
      workListOf(db, await getStoredCase(db, actor, params.caseId)),
  }),
  query({
    url: '/reorganisations/:caseId/waiting-children',
    needs: 'children.read',
    params: OfCase,
    search: z.object({ villageId: Id.optional(), after: Id.optional() }),
    reply: UnplacedChildren,
    reads: ({ children }) => children.map(({ id }) => id),
    handle: async ({ actor, db }, { params, search }) =>
      unplacedChildren(db, await getStoredCase(db, actor, params.caseId), search),
  }),
  command('POST', {
    url: '/reorganisations/:caseId/place-villages',
    needs: 'areas.reorganise',
    params: OfCase,
    body: PlaceVillages,
    reply: WorkList,
    handle: async (context, { params, body }) => {
      await placeVillages(context, await getStoredCase(context.tx, context.actor, params.caseId), body)
      return workListOf(context.tx, await getStoredCase(context.tx, context.actor, params.caseId))
    },
  }),
  command('POST', {
    url: '/reorganisations/:caseId/place-children',
    needs: 'children.write',
    params: OfCase,
    body: PlaceChildren,
    reply: WorkList,
    handle: async (context, { params, body }) => {
      await placeChildren(context, await getStoredCase(context.tx, context.actor, params.caseId), body)
      return workListOf(context.tx, await getStoredCase(context.tx, context.actor, params.caseId))
    },
  }),
  query({
    url: '/reorganisation-notes',
    needs: 'signed-in',
    reply: z.array(GrantNote),
    handle: ({ actor, db }) => listNotes(db, actor.accountId, actor.grantId),
  }),
  command('PUT', {
    url: '/reorganisation-notes/:noteId/read',
    needs: 'signed-in',
    params: z.object({ noteId: Id }),
    reply: z.object({ read: z.boolean() }),
    handle: async ({ actor, tx, clock }, { params }) => {
      const at = clock.now().toISOString()
      if (!(await markNoteRead(tx, params.noteId, actor.accountId, at)))
        throw reorganisationProblem('reorganisation.not-found')
      return { read: true }
    },
  }),
  query({
    url: '/plans/:planId/units-then',
    needs: 'plans.read',
    params: z.object({ planId: Id }),
    reply: PlanUnits,
    handle: (context, { params }) => unitsOfPlan(context, params.planId),
  }),
  query({
    url: '/areas/:areaId/old-periods',
    needs: 'indicators.read',
    params: z.object({ areaId: Id }),
    reply: OldPeriods,
    handle: ({ db }, { params }) => listOldPeriods(db, params.areaId),
  }),
  query({
    url: '/areas/:areaId/old-figures',
    needs: 'indicators.read',
    params: z.object({ areaId: Id }),
    search: z.object({ period: Period }),
    reply: OldFigures,
    handle: ({ actor, db }, { params, search }) => oldFigures(db, actor, { ...params, ...search }),
  }),
]
