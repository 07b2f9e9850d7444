import { z } from 'zod'
import { Id } from '#base/id.ts'
import { command, query, type Route } from '#platform/http/route.ts'
import { httpProblem } from '#platform/http/problems.ts'
import { listChildAreas, searchAreas } from '#modules/areas/server/public.ts'
import { Me, PlaceChoice, SetUp, SetupState } from '../shared/contract.ts'
import { accountsProblem } from '../shared/problems.ts'
import { Capability, InBothLanguages } from '../shared/roles.ts'
import * as commands from './commands.ts'
import type { AccountsDoors } from './doors.ts'
import { findInstallation, findPerson, listGrantsOn } from './queries.ts'
import { auditRoutes } from './routes-audit.ts'
import { invitationRoutes } from './routes-invitations.ts'
import { peopleRoutes } from './routes-people.ts'
import { roleRoutes } from './routes-roles.ts'
import { securityRoutes } from './routes-security.ts'

const done = z.object({ id: Id })

export function accountsRoutes(doors: AccountsDoors): Route[] {
  return [
    ...setupRoutes(doors),
    ...invitationRoutes(doors),
    ...securityRoutes(doors),
    ...peopleRoutes(doors),
    ...roleRoutes,
    meRoute,
    ...auditRoutes,
  ]
}

function setupRoutes({ hash, setupCode }: AccountsDoors): Route[] {
  return [
    query({
      url: '/setup',
      needs: 'public',
      reply: SetupState,
      handle: async ({ db }) => ({
        needed: (await findInstallation(db)) === undefined,
        codeNeeded: setupCode !== undefined,
      }),
    }),
    query({
      url: '/setup/areas',
      needs: 'public',
      search: z.object({ text: z.string().max(100).default(''), parentId: Id.optional() }),
      reply: z.array(PlaceChoice),
      handle: async ({ db, clock }, { search }) => {
        if (await findInstallation(db)) throw accountsProblem('accounts.already-set-up')
        if (search.parentId) return listChildAreas(db, search.parentId, clock.today())
        return searchAreas(db, {
          text: search.text,
          kinds: search.text === '' ? ['province'] : ['province', 'commune'],
          within: { lft: 0, rgt: 2_147_483_647 },
          limit: 50,
        })
      },
    }),
    command('POST', {
      url: '/setup',
      needs: 'public',
      body: SetUp,
      reply: done,
      handle: (context, { body }) => commands.setUp(context, body, { hash, code: setupCode }),
    }),
  ]
}

const meRoute = query({
  url: '/me',
  needs: 'signed-in',
  reply: Me,
  handle: async ({ db, actor, clock }) => {
    const [person, grants] = await Promise.all([
      findPerson(db, actor.accountId),
      listGrantsOn(db, actor.accountId, clock.today()),
    ])
    if (!person) throw httpProblem('http.not-signed-in')
    return {
      ...person,
      grantId: actor.grantId,
      heldBack: actor.heldBack !== undefined,
      grants: grants.map((grant) => {
        const { areaId: id, code, kind, name, fullName, lft, rgt } = grant
        return {
          ...grant,
          roleName: InBothLanguages.parse(grant.roleName),
          capabilities: z.array(Capability).parse(grant.capabilities),
          area: { id, code, kind, name, fullName, lft, rgt },
        }
      }),
    }
  },
})
