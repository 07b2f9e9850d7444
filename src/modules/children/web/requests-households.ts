import { queryOptions } from '@tanstack/react-query'
import { z } from 'zod'
import { api } from '#platform/web/api.ts'
import {
  type EditHousehold,
  Household,
  HouseholdYearSet,
  type SetHouseholdYear,
} from '../shared/contract-households.ts'
import { Step, WrittenTogether } from '../shared/contract-together.ts'

export const householdQuery = (householdId: string) =>
  queryOptions({
    queryKey: ['children', 'household', householdId],
    queryFn: () => api.get(`/households/${householdId}`, Household),
  })

export const editHousehold = (householdId: string, input: EditHousehold) =>
  api.send('PUT', `/households/${householdId}`, input, Household)

export const setHouseholdYear = (householdId: string, input: SetHouseholdYear) =>
  api.send('POST', `/households/${householdId}/years`, input, HouseholdYearSet)

export const stepsQuery = queryOptions({
  queryKey: ['children', 'steps'],
  queryFn: () => api.get('/children/steps', z.array(Step)),
})

export const undoStep = (stepId: string) =>
  api.send('POST', `/children/steps/${stepId}/undo`, {}, WrittenTogether)
