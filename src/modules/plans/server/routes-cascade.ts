import { z } from 'zod'
import { Id } from '#base/id.ts'
import { command, query } from '#platform/http/route.ts'
import { Cascade, ChangeObligations, ChooseParent, Exempt } from '../shared/cascade.ts'
import { Comparison } from '../shared/compare-plans.ts'
import { PlanWarning } from '../shared/contract.ts'
import { PlanFamily } from '../shared/filing.ts'
import { ChangeSplit, TargetSplit } from '../shared/split.ts'
import { getComparison, warnOfBases } from './drafts.ts'
import { changeSplit, getSplit } from './split.ts'
import { changeObligations, chooseParent, exempt, getCascade, getFamily } from './cascade.ts'

const OfPlan = z.object({ planId: Id })
const OfTarget = OfPlan.extend({ targetId: Id })

export const cascadeRoutes = [
  query({
    url: '/plans/:planId/cascade',
    needs: 'plans.read',
    params: OfPlan,
    reply: Cascade,
    handle: (context, { params }) => getCascade(context, params.planId),
  }),
  command('PUT', {
    url: '/plans/:planId/cascade',
    needs: 'plans.write',
    params: OfPlan,
    body: ChangeObligations,
    reply: Cascade,
    handle: (context, { params, body }) => changeObligations(context, params.planId, body),
  }),
  command('POST', {
    url: '/plans/:planId/exemptions',
    needs: 'plans.write',
    params: OfPlan,
    body: Exempt,
    reply: Cascade,
    handle: (context, { params, body }) => exempt(context, params.planId, body),
  }),
  query({
    url: '/plans/:planId/family',
    needs: 'plans.read',
    params: OfPlan,
    reply: PlanFamily,
    handle: (context, { params }) => getFamily(context, params.planId),
  }),
  query({
    url: '/plans/:planId/bases',
    needs: 'plans.read',
    params: OfPlan,
    reply: z.array(PlanWarning),
    handle: (context, { params }) => warnOfBases(context, params.planId),
  }),
  query({
    url: '/plans/:planId/comparison',
    needs: 'plans.read',
    params: OfPlan,
    reply: Comparison.nullable(),
    handle: (context, { params }) => getComparison(context, params.planId),
  }),
  command('PUT', {
    url: '/plans/:planId/parent',
    needs: 'plans.write',
    params: OfPlan,
    body: ChooseParent,
    reply: PlanFamily,
    handle: (context, { params, body }) => chooseParent(context, params.planId, body.parentId),
  }),
  query({
    url: '/plans/:planId/targets/:targetId/split',
    needs: 'plans.read',
    params: OfTarget,
    reply: TargetSplit,
    handle: (context, { params }) => getSplit(context, params),
  }),
  command('PUT', {
    url: '/plans/:planId/targets/:targetId/split',
    needs: 'plans.write',
    params: OfTarget,
    body: ChangeSplit,
    reply: TargetSplit,
    handle: (context, { params, body }) => changeSplit(context, params, body),
  }),
]
