import { z } from 'zod'
import { Id } from '#base/id.ts'
import { command, commandTogether, download, query, type Reading, type Route } from '#platform/http/route.ts'
import {
  CandidatesFound,
  CountDueServices,
  DueFound,
  DueServicesFound,
  FindCandidates,
  FindDue,
  FindDuePaper,
  PackageOverview,
  RecordService,
  RecordSession,
  ServicesOfChild,
  SessionReply,
  StoredRecord,
  UndoneReply,
} from '../shared/requests.ts'
import { undoRecord } from './commands.ts'
import { findCandidates } from './candidates.ts'
import { countDueServices, findDue } from './due.ts'
import { dosesOf } from '../shared/package-change.ts'
import { packagesOf } from './package.ts'
import { printDue } from './print-due.ts'
import { packageRoutes } from './routes-package.ts'
import { careRoutes } from './routes-pregnancies.ts'
import { recordServices } from './record-services.ts'
import { servicesOfChild } from './services-of-child.ts'
import { recordSession, undoSession } from './record-session.ts'

async function packageOverview({ actor, db, clock }: Reading): Promise<PackageOverview> {
  const { version, items } = (await packagesOf(db)).at(actor.area.lft, clock.today()).pkg
  return {
    version,
    items: items
      .filter((item) => item.audience !== 'pregnant-woman')
      .map(({ code, domain, name, mandatory, fromDays, toDays, rhythm, source, status }) => ({
        ...{ code, domain, name, mandatory, fromDays, toDays, source, status },
        recurring: rhythm.kind !== 'once' && rhythm.kind !== 'doses',
        doses: dosesOf({ rhythm }).map((one) => ({ dose: one.dose, name: one.name })),
      })),
  }
}

/** The children shown, each once, for the audit of reads. */
function childIdsOf(rows: readonly { childId: string }[]): string[] {
  return rows.map((row) => row.childId)
}

export const servicesRoutes: Route[] = [
  ...packageRoutes,
  ...careRoutes,
  query({
    url: '/services/package',
    needs: 'services.read',
    reply: PackageOverview,
    handle: (context) => packageOverview(context),
  }),
  query({
    url: '/children/:childId/services',
    needs: 'services.read',
    params: z.object({ childId: Id }),
    reply: ServicesOfChild.extend({ childId: Id }),
    reads: (reply) => [reply.childId],
    handle: async (context, { params: { childId } }) => ({
      childId,
      ...(await servicesOfChild(context, childId)),
    }),
  }),
  command('DELETE', {
    url: '/children/:childId/services/:recordId',
    needs: 'services.record',
    params: z.object({ childId: Id, recordId: Id }),
    reply: StoredRecord,
    handle: (context, { params }) => undoRecord(context, params),
  }),
  commandTogether('POST', {
    url: '/services/records',
    needs: 'services.record',
    body: RecordService,
    reply: StoredRecord,
    handle: recordServices,
  }),
  command('POST', {
    url: '/services/sessions',
    needs: 'services.record',
    body: RecordSession,
    reply: SessionReply,
    handle: (context, { body }) => recordSession(context, body),
  }),
  command('DELETE', {
    url: '/services/sessions/:sessionId',
    needs: 'services.record',
    params: z.object({ sessionId: Id }),
    reply: UndoneReply,
    handle: (context, { params }) => undoSession(context, params.sessionId),
  }),
  query({
    url: '/services/due',
    needs: 'services.read',
    search: FindDue,
    reply: DueFound,
    reads: (reply) => childIdsOf(reply.children),
    handle: (context, { search }) => findDue(context, search),
  }),
  query({
    url: '/services/due/services',
    needs: 'services.read',
    search: CountDueServices,
    reply: DueServicesFound,
    handle: (context, { search }) => countDueServices(context, search),
  }),
  download({
    url: '/services/due/paper',
    needs: 'services.read',
    search: FindDuePaper,
    handle: (context, { search }) => printDue(context, search),
  }),
  query({
    url: '/services/session-candidates',
    needs: 'services.read',
    search: FindCandidates,
    reply: CandidatesFound,
    reads: (reply) => childIdsOf(reply.candidates),
    handle: (context, { search }) => findCandidates(context, search),
  }),
]
