import { z } from 'zod'
import { Id } from '#base/id.ts'
import { download, query, type Route } from '#platform/http/route.ts'
import { AuditPage, SearchAudit } from '../shared/audit-contract.ts'
import { listActors } from './queries-audit-search.ts'
import { childrenShown, exportAudit, findAudit } from './search-audit.ts'

/** Ids of children stand in the address, names never do. */
export const auditRoutes: Route[] = [
  query({
    url: '/audit',
    needs: 'audit.read',
    search: SearchAudit,
    reply: AuditPage,
    reads: childrenShown,
    handle: ({ db, actor }, { search }) => findAudit({ db, actor }, search),
  }),
  download({
    url: '/audit/export',
    needs: 'audit.read',
    search: SearchAudit,
    handle: (context, { search }) => exportAudit(context, search),
  }),
  query({
    url: '/audit/people',
    needs: 'audit.read',
    search: z.object({ text: z.string().max(100).default('') }),
    reply: z.array(z.object({ id: Id, fullName: z.string() })),
    handle: ({ db }, { search }) => listActors(db, search.text),
  }),
]
