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
import { IndicatorEdition } from '../shared/definition.ts'
import { getBoard, getCoverageTable, getValues } from './board.ts'
import { findChildrenBehind } from './children-behind.ts'
import { indicatorEdition } from './definitions.ts'
import { exportValues } from './export.ts'
import { getPlanValues } from './for-plan.ts'
import { askRecount, getRecount } from './recount-job.ts'

const Where = ValuesAsked.pick({ areaId: true, period: true })

export const indicatorsRoutes = [
  query({
    url: '/indicators/definitions',
    needs: 'indicators.read',
    reply: IndicatorEdition,
    handle: async () => Promise.resolve(indicatorEdition()),
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
    url: '/indicators/coverage',
    needs: 'indicators.read',
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
]
