import { queryOptions } from '@tanstack/react-query'
import { z } from 'zod'
import { Facility } from '#modules/facilities/shared/contract.ts'
import { api } from '#platform/web/api.ts'
import {
  CareBeforeBirth,
  CareOfPregnancy,
  CareSessionReply,
  DueWomenFound,
  type FindDueWomen,
  type RecordCare,
  type RecordCareSession,
  StoredCare,
} from '../shared/contract-pregnancies.ts'
import { UndoneReply } from '../shared/requests.ts'

export const dueWomenQuery = (search: FindDueWomen) =>
  queryOptions({
    queryKey: ['services', 'women', search],
    queryFn: () => api.get('/services/women/due', DueWomenFound, search),
  })

export const careQuery = (pregnancyId: string) =>
  queryOptions({
    queryKey: ['services', 'care', pregnancyId],
    queryFn: () => api.get(`/children/pregnancies/${pregnancyId}/services`, CareOfPregnancy),
  })

export const careBeforeBirthQuery = (childId: string) =>
  queryOptions({
    queryKey: ['services', 'care-before-birth', childId],
    queryFn: () => api.get(`/children/${childId}/care-before-birth`, CareBeforeBirth),
  })

/** Where women go for antenatal care. */
export const stationsQuery = queryOptions({
  queryKey: ['facilities', 'list', {}],
  queryFn: () => api.get('/facilities', z.array(Facility), {}),
  select: (found) => found.filter(({ kind }) => kind === 'health-station' || kind === 'hospital'),
  staleTime: 300_000,
})

export const recordCare = (body: RecordCare) => api.send('POST', '/services/women/records', body, StoredCare)

export const undoCare = ({ pregnancyId, id }: { pregnancyId: string; id: string }) =>
  api.send('DELETE', `/children/pregnancies/${pregnancyId}/services/${id}`, undefined, StoredCare)

export const recordCareSession = (body: RecordCareSession) =>
  api.send('POST', '/services/women/sessions', body, CareSessionReply)

export const undoCareSession = (sessionId: string) =>
  api.send('DELETE', `/services/women/sessions/${sessionId}`, undefined, UndoneReply)
