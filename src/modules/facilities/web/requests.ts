import { queryOptions } from '@tanstack/react-query'
import { z } from 'zod'
import type { Day } from '#base/day.ts'
import { api } from '#platform/web/api.ts'
import {
  type AddContact,
  type AddFacility,
  type AddFeature,
  Directory,
  type EditFacility,
  Facility,
  FacilityImport,
  Feature,
  type FacilityKind,
  Project,
  UnitSummary,
} from '../shared/contract.ts'
import { type AddDanger, Danger, type RecordInspection } from '../shared/contract-dangers.ts'

export type ListSearch = {
  areaId?: string | undefined
  kind?: FacilityKind | undefined
  withClosed?: boolean | undefined
}

export const facilitiesQuery = (search: ListSearch) =>
  queryOptions({
    queryKey: ['facilities', 'list', search],
    queryFn: () => api.get('/facilities', z.array(Facility), search),
  })

export const summaryQuery = (areaId: string) =>
  queryOptions({
    queryKey: ['facilities', 'summary', areaId],
    queryFn: () => api.get(`/units/${areaId}/summary`, UnitSummary),
  })

export const dangersQuery = (search: { areaId?: string | undefined; withRepaired?: boolean | undefined }) =>
  queryOptions({
    queryKey: ['facilities', 'dangers', search],
    queryFn: () => api.get('/facilities/dangers', z.array(Danger), search),
  })

export const directoryQuery = (areaId: string | undefined) =>
  queryOptions({
    queryKey: ['facilities', 'directory', areaId],
    queryFn: () => api.get('/facilities/directory', Directory, { areaId }),
  })

export const projectsQuery = (areaId: string | undefined) =>
  queryOptions({
    queryKey: ['facilities', 'projects', areaId],
    queryFn: () => api.get('/facilities/projects', z.array(Project), { areaId }),
  })

export const addFacility = (input: AddFacility) => api.send('POST', '/facilities', input, Facility)

export const editFacility = (facilityId: string, input: EditFacility) =>
  api.send('PUT', `/facilities/${facilityId}`, input, Facility)

export const addFeature = (input: AddFeature) =>
  api.send('POST', '/facilities/features', input, z.array(Feature))

export const endFeature = (featureId: string, validTo: Day) =>
  api.send('PUT', `/facilities/features/${featureId}/end`, { validTo }, z.array(Feature))

export const removeFeature = (featureId: string) =>
  api.send('DELETE', `/facilities/features/${featureId}`, undefined, z.array(Feature))

export const addDanger = (input: AddDanger) => api.send('POST', '/facilities/dangers', input, Danger)

export const recordInspection = (dangerId: string, input: RecordInspection) =>
  api.send('POST', `/facilities/dangers/${dangerId}/inspections`, input, Danger)

export const addContact = (input: AddContact) => api.send('POST', '/facilities/contacts', input, Directory)

export const removeContact = (contactId: string) =>
  api.send('DELETE', `/facilities/contacts/${contactId}`, undefined, Directory)

export const uploadList = ({ id, areaId, file }: { id: string; areaId: string; file: File }) =>
  api.upload('/facilities/imports', { bytes: file, name: file.name }, { id, areaId }, FacilityImport)
