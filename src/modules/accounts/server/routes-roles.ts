import { z } from 'zod'
import { command, query, type Route } from '#platform/http/route.ts'
import { MakeRole, RoleMade, RoleShown } from '../shared/contract-roles.ts'
import { RoleKey } from '../shared/roles.ts'
import { makeRole, retireRole, shownRoles } from './roles.ts'

export const roleRoutes: Route[] = [
  query({
    url: '/roles',
    needs: 'accounts.grant',
    reply: z.array(RoleShown),
    handle: (context) => shownRoles(context),
  }),
  command('POST', {
    url: '/roles',
    needs: 'accounts.manage',
    body: MakeRole,
    reply: RoleMade,
    handle: (context, { body }) => makeRole(context, body),
  }),
  command('PUT', {
    url: '/roles/:roleKey/retired',
    needs: 'accounts.manage',
    params: z.object({ roleKey: RoleKey }),
    body: z.object({ retired: z.boolean() }),
    reply: z.object({ key: RoleKey }),
    handle: (context, { params, body }) => retireRole(context, { ...params, ...body }),
  }),
]
