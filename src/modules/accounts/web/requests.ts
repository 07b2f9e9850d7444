import { infiniteQueryOptions, keepPreviousData, queryOptions, useQueryClient } from '@tanstack/react-query'
import { z } from 'zod'
import { api } from '#platform/web/api.ts'
import { useGo } from '#platform/web/page-link.tsx'
import {
  Invitation,
  InvitationState,
  PlaceChoice,
  SetupState,
  type InvitePerson,
  type SetUp,
} from '../shared/contract.ts'
import { type GiveGrant, PeopleFound, PersonShown } from '../shared/contract-people.ts'
import { type MakeRole, RoleMade, RoleShown } from '../shared/contract-roles.ts'
import { fetchMe } from './authentication.ts'

/** Not asked again by itself: an answer "nobody" in the middle of a form must not take the form away. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: fetchMe,
  staleTime: Infinity,
  refetchOnWindowFocus: false,
  refetchOnReconnect: false,
})

/** After signing in on a page without the frame: know the person first, then open the product. */
export function useEnter(): () => Promise<void> {
  const queries = useQueryClient()
  const go = useGo()
  return async () => {
    queries.setQueryData(setupQuery.queryKey, { needed: false, codeNeeded: false })
    await queries.fetchQuery({ ...meQuery, staleTime: 0 })
    go('/')
  }
}

export const setupQuery = queryOptions({
  queryKey: ['setup'],
  queryFn: () => api.get('/setup', SetupState),
})

export const statusQuery = queryOptions({
  queryKey: ['status'],
  queryFn: () => api.get('/status', z.object({ sample: z.boolean() })),
  staleTime: 60_000,
})

export const setupAreasQuery = (parentId: string | undefined) =>
  queryOptions({
    queryKey: ['setup', 'areas', parentId],
    queryFn: () => api.get('/setup/areas', z.array(PlaceChoice), { parentId }),
    staleTime: Infinity,
  })

export type PeopleSearch = { text: string; role?: string | undefined; state?: string | undefined }

/** Pages of people; searched as one types. */
export const peopleQuery = (search: PeopleSearch) =>
  infiniteQueryOptions({
    queryKey: ['accounts', 'people', search],
    queryFn: ({ pageParam }) => api.get('/people', PeopleFound, { ...search, after: pageParam, limit: 50 }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: keepPreviousData,
  })

export const personQuery = (personId: string) =>
  queryOptions({
    queryKey: ['accounts', 'person', personId],
    queryFn: () => api.get(`/people/${personId}`, PersonShown),
  })

export const giveGrant = ({ personId, input }: { personId: string; input: z.input<typeof GiveGrant> }) =>
  api.send('POST', `/people/${personId}/grants`, input, z.unknown())

export const endGrant = ({ personId, grantId }: { personId: string; grantId: string }) =>
  api.send('PUT', `/people/${personId}/grants/${grantId}/end`, {}, z.unknown())

export const setLeaving = ({ personId, leftOn }: { personId: string; leftOn: string | null }) =>
  api.send('PUT', `/people/${personId}/leaving`, { leftOn }, z.unknown())

export const makeRole = (input: MakeRole) => api.send('POST', '/roles', input, RoleMade)

export const retireRole = ({ key, retired }: { key: string; retired: boolean }) =>
  api.send('PUT', `/roles/${key}/retired`, { retired }, z.unknown())

export const rolesQuery = queryOptions({
  queryKey: ['accounts', 'roles'],
  queryFn: () => api.get('/roles', z.array(RoleShown)),
})

export const invitationQuery = (token: string) =>
  queryOptions({
    queryKey: ['invitation', token],
    queryFn: () => api.get(`/invitations/${encodeURIComponent(token)}`, InvitationState),
    retry: false,
  })

export const setUp = (body: SetUp) => api.send('POST', '/setup', body, z.unknown())

export const invitePerson = (body: InvitePerson) => api.send('POST', '/people', body, Invitation)

export const renewInvitation = (personId: string) =>
  api.send('POST', `/people/${personId}/invitation`, undefined, Invitation)

export const setPersonDisabled = (personId: string, disabled: boolean) =>
  api.send('PUT', `/people/${personId}/disabled`, { disabled }, z.unknown())

export const acceptInvitation = (token: string, password: string) =>
  api.send('POST', `/invitations/${encodeURIComponent(token)}`, { password }, z.unknown())
