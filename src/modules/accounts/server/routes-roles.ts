import { z } from 'zod'
import { query, type Route } from '#platform/http/route.ts'
import { RoleShown } from '../shared/contract-roles.ts'
import { listRoles } from './queries-roles.ts'

export const roleRoutes: Route[] = [
  query({
    url: '/roles',
    needs: 'accounts.grant',
    reply: z.array(RoleShown),
    handle: async ({ db, actor }) => {
      const rows = await listRoles(db, actor.area)
      const given = rows.find(({ role }) => role.key === actor.role)?.role.mayGrant ?? []
      const givesOwn = actor.capabilities.has('accounts.manage')
      return rows.map(({ role, own, holders }) => ({
        ...role,
        own: own && { areaId: own.areaId, areaName: own.areaName },
        mayGive: !role.retired && (own ? givesOwn : given.includes(role.key)),
        holders,
      }))
    },
  }),
]
