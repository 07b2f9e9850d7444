import { z } from 'zod'
import { Id } from '#base/id.ts'
import { command, query, type Reading, type Route } from '#platform/http/route.ts'
import { httpProblem } from '#platform/http/problems.ts'
import { listChildAreas, searchAreas } from '#modules/areas/server/public.ts'
import { Invitation, InvitePerson, Me, Person, PlaceChoice, SetUp, SetupState } from '../shared/contract.ts'
import { accountsProblem } from '../shared/problems.ts'
import { Capability, InBothLanguages } from '../shared/roles.ts'
import * as commands from './commands.ts'
import type { AccountsDoors } from './doors.ts'
import { findInstallation, findPerson, listGrantsOn, listPeopleWithGrants } from './queries.ts'
import { auditRoutes } from './routes-audit.ts'
import { invitationRoutes } from './routes-invitations.ts'
import { roleRoutes } from './routes-roles.ts'
import { securityRoutes } from './routes-security.ts'

const done = z.object({ id: Id })

export function accountsRoutes(doors: AccountsDoors): Route[] {
  return [
    ...setupRoutes(doors),
    ...invitationRoutes(doors),
    ...securityRoutes(doors),
    ...personRoutes(doors),
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

function personRoutes({ forget }: AccountsDoors): Route[] {
  return [
    query({
      url: '/people',
      needs: 'accounts.manage',
      reply: z.array(Person),
      handle: async ({ db }) => listPeople(db),
    }),
    command('POST', {
      url: '/people',
      needs: 'accounts.manage',
      body: InvitePerson,
      reply: Invitation,
      handle: (context, { body }) => commands.invitePerson(context, body),
    }),
    command('POST', {
      url: '/people/:personId/invitation',
      needs: 'accounts.manage',
      params: z.object({ personId: Id }),
      reply: Invitation,
      handle: (context, { params }) => commands.renewInvitation(context, params.personId),
    }),
    command('PUT', {
      url: '/people/:personId/disabled',
      needs: 'accounts.manage',
      params: z.object({ personId: Id }),
      body: z.object({ disabled: z.boolean() }),
      reply: done,
      handle: async (context, { params, body }) => {
        const result = await commands.setPersonDisabled(context, { ...params, ...body })
        forget()
        return result
      },
    }),
  ]
}

async function listPeople(db: Reading['db']): Promise<Person[]> {
  const byPerson = Map.groupBy(await listPeopleWithGrants(db), (row) => row.id)
  return [...byPerson.values()].flatMap((rows) => {
    const [first] = rows
    if (!first) return []
    const grants = rows.map((row) => ({
      id: row.grantId,
      role: row.role,
      roleName: InBothLanguages.parse(row.roleName),
      areaName: row.areaName,
      validTo: row.validTo,
    }))
    return [{ ...first, invited: Boolean(first.invited), grants }]
  })
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
        const { areaId: id, code, kind, name, fullName } = grant
        return {
          ...grant,
          roleName: InBothLanguages.parse(grant.roleName),
          capabilities: z.array(Capability).parse(grant.capabilities),
          area: { id, code, kind, name, fullName },
        }
      }),
    }
  },
})
