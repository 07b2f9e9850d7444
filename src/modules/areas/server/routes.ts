import { z } from 'zod'
import { Day } from '#base/day.ts'
import { Id } from '#base/id.ts'
import { command, query, type Route } from '#platform/http/route.ts'
import { Area, AreaHistory, AreaKind, PastName, PastParent, PastUnit } from '../shared/contract.ts'
import { areasProblem } from '../shared/problems.ts'
import { getHistory, recordBegin, recordPastName, recordPastParent, recordPastUnit } from './by-hand.ts'
import { importRoutes } from './import-routes.ts'
import { mapRoutes } from './map-routes.ts'
import { areaAsOf, listChildAreas, pathOn } from './queries-dated.ts'
import { resolveAreaByName, searchAreas } from './queries-search.ts'

/** `on`: as it was on that day; without it today. */
const on = z.object({ on: Day.optional() })
const params = z.object({ areaId: Id })
const done = z.object({ done: z.literal(true) })

const everyKind = AreaKind.exclude(['nation']).options

const Search = z.object({
  text: z.string().max(100).default(''),
  on: Day.optional(),
  kind: AreaKind.optional(),
  /** Anywhere in the country; without it within the area of the grant. The list of units is public. */
  all: z.stringbool().optional(),
})

const Named = z.object({
  name: z.string().min(1).max(200),
  kind: AreaKind.optional(),
  parentName: z.string().max(200).optional(),
  on: Day,
})

const reading: Route[] = [
  query({
    url: '/areas',
    needs: 'areas.read',
    search: Search,
    reply: z.array(Area),
    handle: ({ db, actor }, { search }) =>
      searchAreas(db, {
        ...{ text: search.text, day: search.on, limit: 30 },
        kinds: search.kind ? [search.kind] : everyKind,
        within: search.all ? { lft: 0, rgt: 2_147_483_647 } : actor.area,
      }),
  }),
  query({
    url: '/areas/named',
    needs: 'areas.read',
    search: Named,
    reply: z.array(Area),
    handle: ({ db }, { search: { on: day, ...named } }) => resolveAreaByName(db, { ...named, day }),
  }),
  query({
    url: '/areas/by-code/:code',
    needs: 'areas.read',
    params: z.object({ code: z.string().max(40) }),
    search: on,
    reply: Area,
    handle: async ({ db, clock }, { params: { code }, search }) => {
      const area = await areaAsOf(db, { code }, search.on ?? clock.today())
      if (!area) throw areasProblem('areas.not-found')
      return area
    },
  }),
  query({
    url: '/areas/:areaId',
    needs: 'areas.read',
    params,
    search: on,
    reply: Area,
    handle: async ({ db, clock }, { params: { areaId: id }, search }) => {
      const area = await areaAsOf(db, { id }, search.on ?? clock.today())
      if (!area) throw areasProblem('areas.not-found')
      return area
    },
  }),
  query({
    url: '/areas/:areaId/children',
    needs: 'areas.read',
    params,
    search: on,
    reply: z.array(Area),
    handle: ({ db, clock }, { params: { areaId }, search }) =>
      listChildAreas(db, areaId, search.on ?? clock.today()),
  }),
  query({
    url: '/areas/:areaId/path',
    needs: 'areas.read',
    params,
    search: on,
    reply: z.array(Area),
    handle: ({ db, clock }, { params: { areaId }, search }) => pathOn(db, areaId, search.on ?? clock.today()),
  }),
  query({
    url: '/areas/:areaId/history',
    needs: 'areas.read',
    params,
    reply: AreaHistory,
    handle: ({ db, clock }, { params: { areaId } }) => getHistory(db, areaId, clock.today()),
  }),
]

const changing: Route[] = [
  command('POST', {
    url: '/areas/past-units',
    needs: 'areas.manage',
    body: PastUnit,
    reply: done,
    handle: async (context, { body }) => {
      await recordPastUnit(context, body)
      return { done: true as const }
    },
  }),
  command('POST', {
    url: '/areas/:areaId/past-parents',
    needs: 'areas.manage',
    params,
    body: PastParent,
    reply: done,
    handle: async (context, { params: { areaId }, body }) => {
      await recordPastParent(context, areaId, body)
      return { done: true as const }
    },
  }),
  command('POST', {
    url: '/areas/:areaId/past-names',
    needs: 'areas.manage',
    params,
    body: PastName,
    reply: done,
    handle: async (context, { params: { areaId }, body }) => {
      await recordPastName(context, areaId, body)
      return { done: true as const }
    },
  }),
  command('PUT', {
    url: '/areas/:areaId/begin',
    needs: 'areas.manage',
    params,
    body: z.object({ validFrom: Day }),
    reply: done,
    handle: async (context, { params: { areaId }, body }) => {
      await recordBegin(context, areaId, body.validFrom)
      return { done: true as const }
    },
  }),
]

export const areasRoutes: Route[] = [...reading, ...changing, ...importRoutes, ...mapRoutes]
