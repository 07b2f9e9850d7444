import { z } from 'zod'
import { Id } from '#base/id.ts'
import { command, query, type Route } from '#platform/http/route.ts'
import { Invitation, InvitePerson } from '../shared/contract.ts'
import { GiveGrant, LeavePerson, PeopleFound, PersonShown, SearchPeople } from '../shared/contract-people.ts'
import { invitePerson, renewInvitation, setPersonDisabled } from './commands.ts'
import { endGrant, giveGrant, setLeaving } from './grants.ts'
import { getPersonShown, listPeople } from './people.ts'

const OnePerson = z.object({ personId: Id })
const OneGrant = OnePerson.extend({ grantId: Id })
const done = z.object({ id: Id })

type Forgetting = <Result>(work: Promise<Result>) => Promise<Result>

/** `forget`: what this process remembers of sessions and grants; other processes forget within five seconds. */
export function peopleRoutes({ forget }: { forget: () => void }): Route[] {
  const forgetting: Forgetting = async (work) => {
    const result = await work
    forget()
    return result
  }
  return [...findingAndInviting, ...givingRoles(forgetting), ...endingWork(forgetting)]
}

const findingAndInviting: readonly Route[] = [
  query({
    url: '/people',
    needs: 'accounts.grant',
    search: SearchPeople,
    reply: PeopleFound,
    handle: (context, { search }) => listPeople(context, search),
  }),
  query({
    url: '/people/:personId',
    needs: 'accounts.grant',
    params: OnePerson,
    reply: PersonShown,
    handle: (context, { params }) => getPersonShown(context, params.personId),
  }),
  command('POST', {
    url: '/people',
    needs: 'accounts.grant',
    body: InvitePerson,
    reply: Invitation,
    handle: (context, { body }) => invitePerson(context, body),
  }),
  command('POST', {
    url: '/people/:personId/invitation',
    needs: 'accounts.grant',
    params: OnePerson,
    reply: Invitation,
    handle: (context, { params }) => renewInvitation(context, params.personId),
  }),
]

function givingRoles(forgetting: Forgetting): Route[] {
  return [
    command('POST', {
      url: '/people/:personId/grants',
      needs: 'accounts.grant',
      params: OnePerson,
      body: GiveGrant,
      reply: done,
      handle: (context, { params, body }) =>
        forgetting(giveGrant(context, { personId: params.personId, input: body })),
    }),
    command('PUT', {
      url: '/people/:personId/grants/:grantId/end',
      needs: 'accounts.grant',
      params: OneGrant,
      reply: done,
      handle: (context, { params }) => forgetting(endGrant(context, params)),
    }),
  ]
}

function endingWork(forgetting: Forgetting): Route[] {
  return [
    command('PUT', {
      url: '/people/:personId/leaving',
      needs: 'accounts.manage',
      params: OnePerson,
      body: LeavePerson,
      reply: done,
      handle: (context, { params, body }) =>
        forgetting(setLeaving(context, { personId: params.personId, leftOn: body.leftOn })),
    }),
    command('PUT', {
      url: '/people/:personId/disabled',
      needs: 'accounts.manage',
      params: OnePerson,
      body: z.object({ disabled: z.boolean() }),
      reply: done,
      handle: (context, { params, body }) => forgetting(setPersonDisabled(context, { ...params, ...body })),
    }),
  ]
}
