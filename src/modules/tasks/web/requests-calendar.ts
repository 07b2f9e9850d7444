import { queryOptions } from '@tanstack/react-query'
import { z } from 'zod'
import { Id } from '#base/id.ts'
import { api } from '#platform/web/api.ts'
import { type AddEvent, Calendar, type EditEvent } from '../shared/calendar.ts'

const Kept = z.object({ id: Id })

export const calendarQuery = (month: string | undefined) =>
  queryOptions({
    queryKey: ['tasks', 'calendar', month],
    queryFn: () => api.get('/calendar', Calendar, { month }),
  })

export const addEvent = (input: AddEvent) => api.send('POST', '/calendar/events', input, Kept)

export const editEvent = (eventId: string, input: EditEvent) =>
  api.send('PUT', `/calendar/events/${eventId}`, input, Kept)

export const removeEvent = (eventId: string) =>
  api.send('DELETE', `/calendar/events/${eventId}`, undefined, Kept)
