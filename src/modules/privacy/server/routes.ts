import { z } from 'zod'
import { Day } from '#base/day.ts'
import { Id } from '#base/id.ts'
import { command, download, query, type Reading, type Route } from '#platform/http/route.ts'
import { audit } from '#modules/accounts/server/public.ts'
import {
  AnswerRequest,
  Consent,
  ConsentPurpose,
  DataRequest,
  DecideRequest,
  EraseChild,
  Erasure,
  ExtendRequest,
  GiveConsent,
  Notice,
  PrivacyOfChild,
  PrivacySettings,
  ProcessingRecord,
  ReceiveRequest,
  WithdrawConsent,
  Wording,
} from '../shared/contract.ts'
import { isTermOver, termBornBefore } from '../shared/processing.ts'
import { isChildAsked } from '../shared/rules.ts'
import { wordingOf } from '../shared/wordings.ts'
import { accessLetter } from './access-letter.ts'
import { giveConsent, withdrawConsent } from './consents.ts'
import { exportCopy } from './copy-of-child.ts'
import { eraseWithoutRequest } from './erase.ts'
import { getKnownChild } from './known-child.ts'
import { noticeOf, processingRecord, processingRecordFile } from './processing-record.ts'
import { findSettings, listConsents, listRequestsOf, upsertSettings } from './queries.ts'
import { listOldChildren } from './queries-erase.ts'
import * as requests from './requests.ts'
import { breachRoutes } from './routes-breaches.ts'

const OfChild = z.object({ childId: Id })
const OfConsent = OfChild.extend({ consentId: Id })
const OfRequest = OfChild.extend({ requestId: Id })
const Print = z.object({ format: z.enum(['docx', 'pdf']).default('docx') })
const which = z.object({ open: z.enum(['true', 'false']).default('true') })

async function privacyOfChild({ db, actor, clock }: Reading, childId: string): Promise<PrivacyOfChild> {
  const child = await getKnownChild(db, actor, childId)
  return {
    childId,
    childIsAsked: isChildAsked(child.bornOn, clock.today()),
    erasedAt: child.erasedAt,
    consents: await listConsents(db, childId),
    requests: await listRequestsOf(db, childId),
  }
}

const noticeRoutes: Route[] = [
  query({ url: '/privacy/notice', needs: 'public', reply: Notice, handle: ({ db }) => noticeOf(db) }),
  query({
    url: '/privacy/settings',
    needs: 'privacy.manage',
    reply: PrivacySettings.nullable(),
    handle: async ({ db }) => (await findSettings(db)) ?? null,
  }),
  command('PUT', {
    url: '/privacy/settings',
    needs: 'privacy.manage',
    body: PrivacySettings,
    reply: PrivacySettings,
    handle: async ({ tx, actor, clock }, { body }) => {
      await upsertSettings(tx, body, actor.accountId, clock.now())
      await audit(tx, actor, 'privacy.setting-changed', 'privacy', { after: { dayKind: body.dayKind } })
      return body
    },
  }),
  query({
    url: '/privacy/processing-record',
    needs: 'privacy.manage',
    reply: ProcessingRecord,
    handle: (context) => processingRecord(context),
  }),
  download({
    url: '/privacy/processing-record/document',
    needs: 'privacy.manage',
    search: Print,
    handle: (context, { search }) => processingRecordFile(context, search.format),
  }),
]

const consentRoutes: Route[] = [
  query({
    url: '/privacy/wordings',
    needs: 'children.read',
    reply: z.array(Wording),
    handle: async () => ConsentPurpose.options.map(wordingOf),
  }),
  query({
    url: '/privacy/children/:childId',
    needs: 'children.read',
    params: OfChild,
    reply: PrivacyOfChild,
    reads: (_, { params }) => [params.childId],
    handle: (context, { params }) => privacyOfChild(context, params.childId),
  }),
  command('POST', {
    url: '/privacy/children/:childId/consents',
    needs: 'children.write',
    params: OfChild,
    body: GiveConsent,
    reply: z.array(Consent),
    handle: (context, { params, body }) => giveConsent(context, params.childId, body),
  }),
  command('PUT', {
    url: '/privacy/children/:childId/consents/:consentId/withdrawal',
    needs: 'children.write',
    params: OfConsent,
    body: WithdrawConsent,
    reply: z.array(Consent),
    handle: (context, { params, body }) => withdrawConsent(context, params, body),
  }),
  download({
    url: '/privacy/children/:childId/copy',
    needs: 'children.export',
    params: OfChild,
    search: z.object({ format: z.enum(['docx', 'pdf', 'json']).default('docx') }),
    handle: (context, { params, search }) => exportCopy(context, params.childId, search.format),
  }),
  download({
    url: '/privacy/children/:childId/access-letter',
    needs: 'children.export',
    params: OfChild,
    search: Print,
    handle: (context, { params, search }) => accessLetter(context, params.childId, search.format),
  }),
]

const requestRoutes: Route[] = [
  query({
    url: '/privacy/requests',
    needs: 'privacy.manage',
    search: which,
    reply: z.array(DataRequest),
    reads: requests.childrenNamed,
    handle: ({ db, actor }, { search }) =>
      requests.findRequests({ db, actor }, { open: search.open === 'true' }),
  }),
  query({
    url: '/privacy/requests/of-families',
    needs: 'children.write',
    search: which,
    reply: z.array(DataRequest),
    reads: requests.childrenNamed,
    handle: ({ db, actor }, { search }) =>
      requests.findRequests({ db, actor }, { open: search.open === 'true' }),
  }),
  command('POST', {
    url: '/privacy/children/:childId/requests',
    needs: 'children.write',
    params: OfChild,
    body: ReceiveRequest,
    reply: DataRequest,
    handle: (context, { params, body }) => requests.receiveRequest(context, params.childId, body),
  }),
  command('PUT', {
    url: '/privacy/children/:childId/requests/:requestId/answer',
    needs: 'children.write',
    params: OfRequest,
    body: AnswerRequest,
    reply: DataRequest,
    handle: (context, { params, body }) => requests.answerRequest(context, params, body.answeredOn),
  }),
  command('PUT', {
    url: '/privacy/children/:childId/requests/:requestId/extension',
    needs: 'children.write',
    params: OfRequest,
    body: ExtendRequest,
    reply: DataRequest,
    handle: (context, { params, body }) => requests.extendRequest(context, params, body),
  }),
  command('PUT', {
    url: '/privacy/children/:childId/requests/:requestId/decision',
    needs: 'children.write',
    params: OfRequest,
    body: DecideRequest,
    reply: DataRequest,
    handle: (context, { params, body }) => requests.decideRequest(context, params, body),
  }),
  command('PUT', {
    url: '/privacy/children/:childId/requests/:requestId/deletion',
    needs: 'privacy.manage',
    params: OfRequest,
    body: DecideRequest,
    reply: DataRequest,
    handle: (context, { params, body }) => requests.decideDeletion(context, params, body),
  }),
]

const erasureRoutes: Route[] = [
  command('POST', {
    url: '/privacy/children/:childId/erasure',
    needs: 'privacy.manage',
    params: OfChild,
    body: EraseChild,
    reply: Erasure,
    handle: (context, { params, body }) => eraseWithoutRequest(context, params.childId, body),
  }),
  query({
    url: '/privacy/past-term',
    needs: 'privacy.manage',
    reply: z.array(z.object({ id: Id, bornOn: Day, leftOn: Day.nullable() })),
    handle: async ({ db, clock }) => {
      const old = await listOldChildren(db, termBornBefore(clock.today()), 200)
      return old.filter((child) => isTermOver(child, clock.today()))
    },
  }),
]

export const privacyRoutes: Route[] = [
  ...noticeRoutes,
  ...consentRoutes,
  ...requestRoutes,
  ...erasureRoutes,
  ...breachRoutes,
]
