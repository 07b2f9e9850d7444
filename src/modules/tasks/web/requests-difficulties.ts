import { queryOptions } from '@tanstack/react-query'
import { api } from '#platform/web/api.ts'
import {
  type AddNote,
  type CloseDifficulty,
  Difficulties,
  Difficulty,
  type SendDifficulty,
} from '../shared/difficulties.ts'

export const difficultiesQuery = queryOptions({
  queryKey: ['tasks', 'difficulties'],
  queryFn: () => api.get('/difficulties', Difficulties),
})

export const difficultyQuery = (id: string) =>
  queryOptions({
    queryKey: ['tasks', 'difficulties', id],
    queryFn: () => api.get(`/difficulties/${id}`, Difficulty),
  })

export const sendDifficulty = (input: SendDifficulty) => api.send('POST', '/difficulties', input, Difficulty)

export const addNote = (id: string, input: AddNote) =>
  api.send('POST', `/difficulties/${id}/notes`, input, Difficulty)

export const withdrawDifficulty = (id: string, version: number) =>
  api.send('POST', `/difficulties/${id}/withdrawal`, { version }, Difficulty)

export const closeDifficulty = (id: string, input: CloseDifficulty) =>
  api.send('PUT', `/difficulties/${id}/closed`, input, Difficulty)
