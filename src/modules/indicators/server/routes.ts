import { z } from 'zod'
import { Id } from '#base/id.ts'
import { command, download, query } from '#platform/http/route.ts'
import {
  AskRecount,
  Board,
  ChildrenBehind,
  ChildrenBehindReply,
  CoverageTable,
  PlanValues,
  Recount,
  ValuesAsked,
  ValuesReply,
} from '../shared/contract.ts'
import { CompareAsked, CompareReply } from '../shared/contract-compare.ts'
import { LeaderBoard } from '../shared/contract-leader.ts'
import { PlanResults, ResultsAsked } from '../shared/contract-results.ts'
import { DecideIndicator, OwnIndicator, ProposeIndicator, Trial, TryFormula } from '../shared/contract-own.ts'
import { PastAsked, PastBoard } from '../shared/contract-then.ts'
import { TypedAsked, TypedFigure, TypeFigure } from '../shared/contract-typed.ts'
import { IndicatorEdition } from '../shared/definition.ts'
import { compareValues, exportComparison } from './compare.ts'
import { getBoard, getCoverageTable, getValues } from './board.ts'
import { findChildrenBehind } from './children-behind.ts'
import { exportValues } from './export.ts'
import { getPlanValues } from './for-plan.ts'
import { decideIndicator, listDefinitions, listOwnIndicators, proposeIndicator } from './own-indicators.ts'
import { exportLeaderBoard, exportTrend } from './export-boards.ts'
import { getLeaderBoard } from './leader.ts'
import { exportPlanResults, getPlanResults } from './plan-results.ts'
import { exportPastBoard } from './export-past.ts'
import { getPastBoard } from './past-board.ts'
import { askRecount, getRecount } from './recount-job.ts'
import { tryFormula } from './try-formula.ts'
import { listTyped, typeFigure } from './typed.ts'

const Where = ValuesAsked.pick({ areaId: true, period: true })

export const indicatorsRoutes = [
  query({
    url: '/indicators/definitions',
    needs: 'indicators.read',
    reply: IndicatorEdition,
    handle: (context) => listDefinitions(context),
  }),
  query({
    url: '/indicators/board',
    needs: 'indicators.read',
    search: Where,
    reply: Board,
    handle: (context, { search }) => getBoard(context, search),
  }),
  query({
    url: '/indicators/values',
    needs: 'indicators.read',
    search: ValuesAsked,
    reply: ValuesReply,
    handle: (context, { search }) => getValues(context, search),
  }),
  query({
    url: '/indicators/past',
    needs: 'indicators.read',
    search: PastAsked,
    reply: PastBoard,
    handle: (context, { search }) => getPastBoard(context, search),
  }),
  download({
    url: '/indicators/past/export',
    needs: 'indicators.read',
    search: PastAsked,
    handle: (context, { search }) => exportPastBoard(context, search),
  }),
  query({
    url: '/indicators/leader',
    needs: 'indicators.read',
    search: Where,
    reply: LeaderBoard,
    handle: (context, { search }) => getLeaderBoard(context, search),
  }),
  download({
    url: '/indicators/leader/export',
    needs: 'indicators.read',
    search: Where,
    handle: (context, { search }) => exportLeaderBoard(context, search),
  }),
  download({
    url: '/indicators/trend/export',
    needs: 'indicators.read',
    search: Where,
    handle: (context, { search }) => exportTrend(context, search),
  }),
  query({
    url: '/indicators/plan-results/:planId',
    needs: 'indicators.read',
    params: z.object({ planId: Id }),
    search: ResultsAsked,
    reply: PlanResults,
    handle: (context, { params, search }) => getPlanResults(context, params.planId, search),
  }),
  download({
    url: '/indicators/plan-results/:planId/export',
    needs: 'indicators.read',
    params: z.object({ planId: Id }),
    search: ResultsAsked,
    handle: (context, { params, search }) => exportPlanResults(context, params.planId, search),
  }),
  query({
    // Counts by commune, age and service are small everywhere: for those who may see children.
    url: '/indicators/coverage',
    needs: 'children.read',
    search: Where,
    reply: CoverageTable,
    handle: (context, { search }) => getCoverageTable(context, search),
  }),
  query({
    url: '/indicators/children',
    needs: 'children.read',
    search: ChildrenBehind,
    reply: ChildrenBehindReply,
    reads: ({ children }) => children.map(({ childId }) => childId),
    handle: (context, { search }) => findChildrenBehind(context, search),
  }),
  query({
    url: '/indicators/for-plan/:planId',
    needs: 'indicators.read',
    params: z.object({ planId: Id }),
    reply: PlanValues,
    handle: (context, { params }) => getPlanValues(context, params.planId),
  }),
  download({
    url: '/indicators/export',
    needs: 'indicators.read',
    search: ValuesAsked.extend({ format: z.enum(['xlsx', 'csv']).default('xlsx') }),
    handle: (context, { search }) => exportValues(context, search),
  }),
  command('POST', {
    url: '/indicators/recount',
    needs: 'indicators.recount',
    body: AskRecount,
    reply: Recount,
    handle: (context, { body }) => askRecount(context, body),
  }),
  query({
    url: '/indicators/recounts/:recountId',
    needs: 'indicators.read',
    params: z.object({ recountId: Id }),
    reply: Recount,
    handle: (context, { params }) => getRecount(context, params.recountId),
  }),
  query({
    url: '/indicators/compare',
    needs: 'indicators.read',
    search: CompareAsked,
    reply: CompareReply,
    handle: (context, { search }) => compareValues(context, search),
  }),
  download({
    url: '/indicators/compare/export',
    needs: 'indicators.read',
    search: CompareAsked,
    handle: (context, { search }) => exportComparison(context, search),
  }),
  query({
    url: '/indicators/typed',
    needs: 'indicators.read',
    search: TypedAsked,
    reply: z.array(TypedFigure),
    handle: (context, { search }) => listTyped(context, search),
  }),
  command('POST', {
    url: '/indicators/typed',
    needs: 'indicators.record',
    body: TypeFigure,
    reply: TypedFigure,
    handle: (context, { body }) => typeFigure(context, body),
  }),
  query({
    url: '/indicators/own',
    needs: 'indicators.read',
    reply: z.array(OwnIndicator),
    handle: (context) => listOwnIndicators(context),
  }),
  command('POST', {
    url: '/indicators/own',
    needs: 'indicators.define',
    body: ProposeIndicator,
    reply: OwnIndicator,
    handle: (context, { body }) => proposeIndicator(context, body),
  }),
  // A question whose formula is too long for an address; it writes nothing but who saw which children.
  command('POST', {
    url: '/indicators/own/try',
    needs: 'children.read',
    body: TryFormula,
    reply: Trial,
    reads: ({ inside, outside }) => [...inside, ...outside].map(({ childId }) => childId),
    handle: ({ tx, ...context }, { body }) => tryFormula({ ...context, db: tx }, body),
  }),
  command('PUT', {
    url: '/indicators/own/:id/decision',
    needs: 'indicators.define',
    params: z.object({ id: Id }),
    body: DecideIndicator,
    reply: OwnIndicator,
    handle: (context, { params, body }) => decideIndicator(context, params.id, body),
  }),
]
