import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { z } from 'zod'
import { Id } from '#base/id.ts'
import { api, type ApiSearch } from '#platform/web/api.ts'
import { AuditPage } from '../shared/audit-contract.ts'

export const auditQuery = (filters: ApiSearch) =>
  infiniteQueryOptions({
    queryKey: ['audit', filters],
    queryFn: ({ pageParam }) => api.get('/audit', AuditPage, { ...filters, after: pageParam }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next ?? undefined,
  })

export const actorsQuery = queryOptions({
  queryKey: ['audit', 'people'],
  queryFn: () => api.get('/audit/people', z.array(z.object({ id: Id, fullName: z.string() }))),
})
