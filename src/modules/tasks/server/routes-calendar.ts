import { z } from 'zod'
import { Id } from '#base/id.ts'
import { command, query, type Route } from '#platform/http/route.ts'
import { AddEvent, Calendar, EditEvent, Month } from '../shared/calendar.ts'
import { addEvent, calendarOf, editEvent, removeEvent } from './calendar.ts'

const OneEvent = z.object({ eventId: Id })
const Kept = z.object({ id: Id })

export const calendarRoutes: Route[] = [
  query({
    url: '/calendar',
    needs: 'plans.read',
    search: z.object({ areaId: Id.optional(), month: Month.optional() }),
    reply: Calendar,
    handle: (context, { search }) => calendarOf(context, search),
  }),
  command('POST', {
    url: '/calendar/events',
    needs: 'plans.write',
    body: AddEvent,
    reply: Kept,
    handle: (context, { body }) => addEvent(context, body),
  }),
  command('PUT', {
    url: '/calendar/events/:eventId',
    needs: 'plans.write',
    params: OneEvent,
    body: EditEvent,
    reply: Kept,
    handle: (context, { params, body }) => editEvent(context, { ...params, input: body }),
  }),
  command('DELETE', {
    url: '/calendar/events/:eventId',
    needs: 'plans.write',
    params: OneEvent,
    reply: Kept,
    handle: (context, { params }) => removeEvent(context, params.eventId),
  }),
]
