import { queryOptions } from '@tanstack/react-query'
import { api } from '#platform/web/api.ts'
import {
  type AddActivity,
  type AddComment,
  type AddContribution,
  type ChangeWork,
  PlanWork,
  TaskView,
  Work,
} from '../shared/contract.ts'

export const workQuery = (areaId: string | undefined) =>
  queryOptions({
    queryKey: ['tasks', 'work', areaId],
    queryFn: () => api.get('/tasks/work', Work, { areaId }),
  })

export const planWorkQuery = (planId: string) =>
  queryOptions({
    queryKey: ['tasks', 'of-plan', planId],
    queryFn: () => api.get(`/tasks/of-plan/${planId}`, PlanWork),
  })

export type TaskKey = { areaId: string; itemId: string }

const addressOf = ({ areaId, itemId }: TaskKey) => `/tasks/${areaId}/${itemId}`

export const taskQuery = (key: TaskKey) =>
  queryOptions({
    queryKey: ['tasks', 'one', key.areaId, key.itemId],
    queryFn: () => api.get(addressOf(key), TaskView),
  })

export const changeWork = (key: TaskKey, input: ChangeWork) =>
  api.send('PUT', addressOf(key), input, TaskView)

export const addActivity = (key: TaskKey, input: AddActivity) =>
  api.send('POST', `${addressOf(key)}/activities`, input, TaskView)

export const addComment = (key: TaskKey, input: AddComment) =>
  api.send('POST', `${addressOf(key)}/comments`, input, TaskView)

export const addContribution = (key: TaskKey, input: AddContribution) =>
  api.send('POST', `${addressOf(key)}/contributions`, input, TaskView)

export const takeBackContribution = (key: TaskKey, contributionId: string) =>
  api.send('DELETE', `${addressOf(key)}/contributions/${contributionId}`, undefined, TaskView)

export const addEvidence = (key: TaskKey, file: File, fields: Record<string, string>) =>
  api.upload(`${addressOf(key)}/evidence`, { bytes: file, name: file.name }, fields, TaskView)

export const removeEvidence = (key: TaskKey, evidenceId: string) =>
  api.send('DELETE', `${addressOf(key)}/evidence/${evidenceId}`, undefined, TaskView)

export const downloadEvidence = (key: TaskKey, evidenceId: string) =>
  api.download(`${addressOf(key)}/evidence/${evidenceId}`)
