import { z } from 'zod'
import { Id } from '#base/id.ts'
import { command, query, type Route } from '#platform/http/route.ts'
import {
  AnswerOpening,
  AskedOpening,
  Circumstances,
  ListOpenings,
  OpenConfidential,
  Opened,
  OpeningsFound,
  QuestionOpening,
  RecordCircumstance,
  ReviewOpening,
} from '../shared/contract-confidential.ts'
import {
  answerOpening,
  openConfidential,
  questionOpening,
  recordCircumstance,
  removeCircumstance,
  reviewOpening,
  shownCircumstances,
  shownOpenings,
} from './openings.ts'
import { listAskedOpenings } from './queries-confidential.ts'

const OneChild = z.object({ childId: Id })
const OneOpening = z.object({ openingId: Id })

export const confidentialRoutes: Route[] = [
  query({
    url: '/children/:childId/circumstances',
    needs: 'children.read',
    params: OneChild,
    reply: Circumstances,
    reads: (_, { params }) => [params.childId],
    handle: (context, { params }) => shownCircumstances(context, params.childId),
  }),
  command('POST', {
    url: '/children/:childId/circumstances',
    needs: 'children.write',
    params: OneChild,
    body: RecordCircumstance,
    reply: Circumstances,
    handle: (context, { params, body }) =>
      recordCircumstance(context, { childId: params.childId, input: body }),
  }),
  command('DELETE', {
    url: '/children/:childId/circumstances/:circumstanceId',
    needs: 'children.write',
    params: OneChild.extend({ circumstanceId: Id }),
    reply: Circumstances,
    handle: (context, { params }) =>
      removeCircumstance(context, { childId: params.childId, id: params.circumstanceId }),
  }),
  command('POST', {
    url: '/children/:childId/openings',
    needs: 'children.break-glass',
    params: OneChild,
    body: OpenConfidential,
    reply: Opened,
    handle: (context, { params, body }) =>
      openConfidential(context, { childId: params.childId, input: body }),
  }),
  query({
    url: '/children/openings',
    needs: 'children.review-openings',
    search: ListOpenings,
    reply: OpeningsFound,
    reads: ({ openings }) => openings.flatMap(({ childId, childName }) => (childName ? [childId] : [])),
    handle: (context, { search }) => shownOpenings(context, search),
  }),
  command('PUT', {
    url: '/children/openings/:openingId/review',
    needs: 'children.review-openings',
    params: OneOpening,
    body: ReviewOpening,
    reply: z.object({ id: Id }),
    handle: (context, { params, body }) =>
      reviewOpening(context, { openingId: params.openingId, input: body }),
  }),
  command('PUT', {
    url: '/children/openings/:openingId/question',
    needs: 'children.review-openings',
    params: OneOpening,
    body: QuestionOpening,
    reply: z.object({ id: Id }),
    handle: (context, { params, body }) =>
      questionOpening(context, { openingId: params.openingId, input: body }),
  }),
  query({
    url: '/children/openings/asked',
    needs: 'children.break-glass',
    reply: z.array(AskedOpening),
    reads: (asked) => asked.map(({ childId }) => childId),
    handle: ({ actor, db }) => listAskedOpenings(db, actor.accountId),
  }),
  command('PUT', {
    url: '/children/openings/:openingId/answer',
    needs: 'children.break-glass',
    params: OneOpening,
    body: AnswerOpening,
    reply: z.object({ id: Id }),
    handle: (context, { params, body }) =>
      answerOpening(context, { openingId: params.openingId, input: body }),
  }),
]
