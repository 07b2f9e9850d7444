import { z } from 'zod'
import { Id } from '#base/id.ts'
import { command, query, type Route } from '#platform/http/route.ts'
import {
  AddMatter,
  EditMatter,
  Heads,
  LateWork,
  Matter,
  MatterWithChanges,
  NameHead,
} from '../shared/contract-matters.ts'
import { addMatter, editMatter, getMatter, headsOf, lateWorkOf, mattersOf, nameHead } from './matters.ts'

const MaybeArea = z.object({ areaId: Id.optional() })
const OneMatter = z.object({ matterId: Id })

export const mattersRoutes: Route[] = [
  query({
    url: '/organisations/heads',
    needs: 'organisations.read',
    search: MaybeArea,
    reply: Heads,
    handle: (context, { search }) => headsOf(context, search.areaId),
  }),
  command('PUT', {
    url: '/organisations/heads/:postId',
    needs: 'organisations.manage',
    params: z.object({ postId: Id }),
    body: NameHead,
    reply: Heads,
    handle: (context, { params, body }) => nameHead(context, { ...params, input: body }),
  }),
  query({
    url: '/organisations/matters',
    needs: 'organisations.review-heads',
    search: MaybeArea,
    reply: z.array(Matter),
    handle: (context, { search }) => mattersOf(context, search.areaId),
  }),
  query({
    url: '/organisations/matters/:matterId',
    needs: 'organisations.review-heads',
    params: OneMatter,
    reply: MatterWithChanges,
    handle: (context, { params }) => getMatter(context, params.matterId),
  }),
  query({
    url: '/organisations/:organisationId/late-work',
    needs: 'organisations.review-heads',
    params: z.object({ organisationId: Id }),
    reply: z.array(LateWork),
    handle: (context, { params }) => lateWorkOf(context, params.organisationId),
  }),
  command('POST', {
    url: '/organisations/matters',
    needs: 'organisations.review-heads',
    body: AddMatter,
    reply: MatterWithChanges,
    handle: (context, { body }) => addMatter(context, body),
  }),
  command('PUT', {
    url: '/organisations/matters/:matterId',
    needs: 'organisations.review-heads',
    params: OneMatter,
    body: EditMatter,
    reply: MatterWithChanges,
    handle: (context, { params, body }) => editMatter(context, { ...params, input: body }),
  }),
]
