import { queryOptions } from '@tanstack/react-query'
import { z } from 'zod'
import { api } from '#platform/web/api.ts'
import { CleaningCounts } from '../shared/contract.ts'
import { Move, Moves, MovesWaiting, type RefuseMove, type SendMove } from '../shared/contract-moves.ts'
import {
  type AddPregnancy,
  type EditPregnancy,
  type EndPregnancy,
  Pregnancy,
  type PregnancyState,
  type RecordBirth,
} from '../shared/contract-pregnancies.ts'

export const movesQuery = (childId: string | undefined) =>
  queryOptions({
    queryKey: ['children', 'moves', childId],
    queryFn: () => api.get(childId ? `/children/${childId}/moves` : '/children/moves', Moves),
  })

export const movesWaitingQuery = queryOptions({
  queryKey: ['children', 'moves', 'waiting'],
  queryFn: () => api.get('/children/moves/waiting', MovesWaiting),
  select: ({ count }) => count,
})

export const sendMove = (childId: string, input: SendMove) =>
  api.send('POST', `/children/${childId}/moves`, input, Move)

type OneMove = { childId: string; id: string }
export const recallMove = ({ childId, id }: OneMove) =>
  api.send('DELETE', `/children/${childId}/moves/${id}`, undefined, Move)
export const acceptMove = ({ childId, id }: OneMove, villageId: string | null) =>
  api.send('POST', `/children/${childId}/moves/${id}/acceptance`, { villageId }, Move)
export const refuseMove = ({ childId, id }: OneMove, input: RefuseMove) =>
  api.send('POST', `/children/${childId}/moves/${id}/refusal`, input, Move)

export const pregnanciesQuery = (state: PregnancyState) =>
  queryOptions({
    queryKey: ['children', 'pregnancies', state],
    queryFn: () => api.get('/children/pregnancies', z.array(Pregnancy), { state }),
  })

export const pregnancyQuery = (id: string) =>
  queryOptions({
    queryKey: ['children', 'pregnancy', id],
    queryFn: () => api.get(`/children/pregnancies/${id}`, Pregnancy),
  })

export const addPregnancy = (input: AddPregnancy) =>
  api.send('POST', '/children/pregnancies', input, Pregnancy)
export const editPregnancy = (id: string, input: EditPregnancy) =>
  api.send('PUT', `/children/pregnancies/${id}`, input, Pregnancy)
export const endPregnancy = (id: string, input: EndPregnancy) =>
  api.send('PUT', `/children/pregnancies/${id}/end`, input, Pregnancy)
export const recordBirth = (id: string, input: RecordBirth) =>
  api.send('POST', `/children/pregnancies/${id}/birth`, input, Pregnancy)

export const cleaningQuery = queryOptions({
  queryKey: ['children', 'cleaning'],
  queryFn: () => api.get('/children/cleaning', CleaningCounts),
})
