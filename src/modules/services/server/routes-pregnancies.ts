import { z } from 'zod'
import { Id } from '#base/id.ts'
import { command, download, query, type Route } from '#platform/http/route.ts'
import {
  CareBeforeBirth,
  CareOfPregnancy,
  CareSessionReply,
  DueWomenFound,
  FindDueWomen,
  RecordCare,
  RecordCareSession,
  StoredCare,
} from '../shared/contract-pregnancies.ts'
import { UndoneReply } from '../shared/requests.ts'
import { careBeforeBirth, careOfPregnancy, findDueWomen } from './pregnancy-due.ts'
import { printDueWomen } from './pregnancy-paper.ts'
import { recordCare, recordCareSession, undoCare, undoCareSession } from './pregnancy-records.ts'

/** What women who expect a child are owed and given. */
export const careRoutes: Route[] = [
  query({
    url: '/services/women/due',
    needs: 'services.read',
    search: FindDueWomen,
    reply: DueWomenFound,
    handle: (context, { search }) => findDueWomen(context, search),
  }),
  download({
    url: '/services/women/paper',
    needs: 'services.read',
    search: FindDueWomen,
    handle: (context, { search }) => printDueWomen(context, search),
  }),
  query({
    url: '/children/pregnancies/:pregnancyId/services',
    needs: 'services.read',
    params: z.object({ pregnancyId: Id }),
    reply: CareOfPregnancy,
    handle: (context, { params }) => careOfPregnancy(context, params.pregnancyId),
  }),
  command('DELETE', {
    url: '/children/pregnancies/:pregnancyId/services/:recordId',
    needs: 'services.record',
    params: z.object({ pregnancyId: Id, recordId: Id }),
    reply: StoredCare,
    handle: (context, { params }) => undoCare(context, params),
  }),
  command('POST', {
    url: '/services/women/records',
    needs: 'services.record',
    body: RecordCare,
    reply: StoredCare,
    handle: (context, { body }) => recordCare(context, body),
  }),
  command('POST', {
    url: '/services/women/sessions',
    needs: 'services.record',
    body: RecordCareSession,
    reply: CareSessionReply,
    handle: (context, { body }) => recordCareSession(context, body),
  }),
  command('DELETE', {
    url: '/services/women/sessions/:sessionId',
    needs: 'services.record',
    params: z.object({ sessionId: Id }),
    reply: UndoneReply,
    handle: (context, { params }) => undoCareSession(context, params.sessionId),
  }),
  query({
    url: '/children/:childId/care-before-birth',
    needs: 'services.read',
    params: z.object({ childId: Id }),
    reply: CareBeforeBirth,
    reads: ({ childId, records }) => (records.length > 0 ? [childId] : []),
    handle: (context, { params }) => careBeforeBirth(context, params.childId),
  }),
]
