import { queryOptions } from '@tanstack/react-query'
import { z } from 'zod'
import { Area } from '#modules/areas/shared/contract.ts'
import { Facility } from '#modules/facilities/shared/contract.ts'
import { newId } from '#base/id.ts'
import { api } from '#platform/web/api.ts'
import { Circumstances, type RecordCircumstance } from '../shared/contract-confidential.ts'
import { SchoolClass } from '../shared/contract-classes.ts'
import { type WriteTogether, WrittenTogether } from '../shared/contract-together.ts'
import { type EndFact, Facts, type RecordFact } from '../shared/contract-facts.ts'

export const factsQuery = (childId: string) =>
  queryOptions({
    queryKey: ['children', 'facts', childId],
    queryFn: () => api.get(`/children/${childId}/facts`, Facts),
  })

export const recordFact = (childId: string, input: RecordFact) =>
  api.send('POST', `/children/${childId}/facts`, input, Facts)

export const endFact = (way: { childId: string; factId: string }, input: EndFact) =>
  api.send('PUT', `/children/${way.childId}/facts/${way.factId}/end`, input, Facts)

export const undoFact = ({ childId, factId }: { childId: string; factId: string }) =>
  api.send('DELETE', `/children/${childId}/facts/${factId}`, undefined, Facts)

export const recordCircumstance = (childId: string, input: RecordCircumstance) =>
  api.send('POST', `/children/${childId}/circumstances`, input, Circumstances)

export const writeTogether = (input: WriteTogether) =>
  api.send('POST', '/children/together', input, WrittenTogether)

export const undoCircumstance = ({ childId, id }: { childId: string; id: string }) =>
  api.send('DELETE', `/children/${childId}/circumstances/${id}`, undefined, Circumstances)

/** Schools and other facilities of the own area. */
export const placesQuery = queryOptions({
  queryKey: ['facilities', 'list', {}],
  queryFn: () => api.get('/facilities', z.array(Facility), {}),
})

/** Schools and classes that children of the own area attend. */
export const classesQuery = queryOptions({
  queryKey: ['children', 'classes'],
  queryFn: () => api.get('/children/classes', z.array(SchoolClass)),
  staleTime: 300_000,
})

/** Communes of the whole country by name. */
export const communesQuery = (text: string) =>
  queryOptions({
    queryKey: ['areas', 'communes', text],
    queryFn: () => api.get('/areas', z.array(Area), { text, kind: 'commune', all: true }),
    enabled: text.trim().length >= 2,
  })

/** Both records say that they are of one birth, so that nobody merges them. */
export async function markTwins(children: readonly { id: string; bornOn: string }[]): Promise<void> {
  for (const { id, bornOn } of children) {
    const facts = await api.get(`/children/${id}/facts`, Facts)
    const isMarked = facts.some(({ value, undoneAt }) => value === 'multiple-birth' && undoneAt === null)
    const flag = { kind: 'flag', value: 'multiple-birth', fromDay: bornOn, source: 'Gia đình báo' }
    if (!isMarked) await api.send('POST', `/children/${id}/facts`, { id: newId(), ...flag }, Facts)
  }
}
