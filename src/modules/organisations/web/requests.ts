import { queryOptions } from '@tanstack/react-query'
import { z } from 'zod'
import type { Day } from '#base/day.ts'
import { api } from '#platform/web/api.ts'
import {
  type AddOrganisation,
  type AddSuccession,
  type EditOrganisation,
  Focal,
  Organisation,
  type SetFocal,
  UnitStaffing,
  UsualSet,
} from '../shared/contract.ts'
import {
  type AddBoard,
  type AddMeeting,
  type AddMember,
  Board,
  BoardSummary,
  type CloseFollowup,
} from '../shared/contract-boards.ts'
import {
  type AddPost,
  type AddStaff,
  type Audience,
  Collaborators,
  type EditStaff,
  Staff,
} from '../shared/contract-staff.ts'

type BodySearch = {
  areaId?: string | undefined
  withEnded?: boolean | undefined
  above?: boolean | undefined
}

export const organisationsQuery = (search: BodySearch) =>
  queryOptions({
    queryKey: ['organisations', 'list', search],
    queryFn: () => api.get('/organisations', z.array(Organisation), search),
  })

export const focalQuery = (areaId: string | undefined) =>
  queryOptions({
    queryKey: ['organisations', 'focal', areaId],
    queryFn: () => api.get('/organisations/focal', z.array(Focal), { areaId }),
  })

export const staffingQuery = (areaId: string) =>
  queryOptions({
    queryKey: ['organisations', 'staffing', areaId],
    queryFn: () => api.get(`/units/${areaId}/staffing`, UnitStaffing),
  })

export type StaffFilter = {
  areaId?: string | undefined
  audience?: Audience | undefined
  withEnded?: boolean | undefined
}

export const staffQuery = (search: StaffFilter) =>
  queryOptions({
    queryKey: ['organisations', 'staff', search],
    queryFn: () => api.get('/organisations/staff', z.array(Staff), search),
  })

export const collaboratorsQuery = (areaId: string | undefined) =>
  queryOptions({
    queryKey: ['organisations', 'collaborators', areaId],
    queryFn: () => api.get('/organisations/collaborators', Collaborators, { areaId }),
  })

export const boardsQuery = (areaId: string | undefined) =>
  queryOptions({
    queryKey: ['organisations', 'boards', areaId],
    queryFn: () => api.get('/organisations/boards', z.array(BoardSummary), { areaId }),
  })

export const boardQuery = (boardId: string) =>
  queryOptions({
    queryKey: ['organisations', 'board', boardId],
    queryFn: () => api.get(`/organisations/boards/${boardId}`, Board),
  })

export const addOrganisation = (input: AddOrganisation) =>
  api.send('POST', '/organisations', input, Organisation)

export const editOrganisation = (organisationId: string, input: EditOrganisation) =>
  api.send('PUT', `/organisations/${organisationId}`, input, Organisation)

export const makeUsualSet = (areaId: string) =>
  api.send('POST', '/organisations/usual-set', { areaId }, UsualSet)

export const addSuccession = (input: AddSuccession) =>
  api.send('POST', '/organisations/successions', input, Organisation)

export const removeSuccession = (predecessorId: string, successorId: string) =>
  api.send('DELETE', `/organisations/${predecessorId}/successors/${successorId}`, undefined, Organisation)

export const setFocal = (input: SetFocal) => api.send('POST', '/organisations/focal', input, z.array(Focal))

export const addStaff = (input: AddStaff) => api.send('POST', '/organisations/staff', input, Staff)

export const editStaff = (staffId: string, input: EditStaff) =>
  api.send('PUT', `/organisations/staff/${staffId}`, input, Staff)

export const addPost = (staffId: string, input: AddPost) =>
  api.send('POST', `/organisations/staff/${staffId}/posts`, input, Staff)

export const endPost = (staffId: string, postId: string, validTo: Day) =>
  api.send('PUT', `/organisations/staff/${staffId}/posts/${postId}/end`, { validTo }, Staff)

export const addBoard = (input: AddBoard) => api.send('POST', '/organisations/boards', input, Board)

export const endBoard = (boardId: string, validTo: Day) =>
  api.send('PUT', `/organisations/boards/${boardId}/end`, { validTo }, Board)

export const addMember = (boardId: string, input: AddMember) =>
  api.send('POST', `/organisations/boards/${boardId}/members`, input, Board)

export const endMember = (boardId: string, memberId: string, validTo: Day) =>
  api.send('PUT', `/organisations/boards/${boardId}/members/${memberId}/end`, { validTo }, Board)

export const addMeeting = (boardId: string, input: AddMeeting) =>
  api.send('POST', `/organisations/boards/${boardId}/meetings`, input, Board)

export const closeFollowup = (boardId: string, followupId: string, input: CloseFollowup) =>
  api.send('PUT', `/organisations/boards/${boardId}/followups/${followupId}`, input, Board)
