import { z } from 'zod'
import { Id } from '#base/id.ts'
import { query, type Route } from '#platform/http/route.ts'
import { Area } from '../shared/contract.ts'
import { getArea } from './get-area.ts'
import { listChildAreas } from './queries-dated.ts'
import { searchAreas } from './queries-search.ts'

export const areasRoutes: Route[] = [
  query({
    url: '/areas/:areaId',
    needs: 'areas.read',
    params: z.object({ areaId: Id }),
    reply: Area,
    handle: ({ db }, { params }) => getArea(db, params.areaId),
  }),
  query({
    url: '/areas/:areaId/children',
    needs: 'areas.read',
    params: z.object({ areaId: Id }),
    reply: z.array(Area),
    handle: ({ db, clock }, { params }) => listChildAreas(db, params.areaId, clock.today()),
  }),
  query({
    url: '/areas',
    needs: 'areas.read',
    search: z.object({ text: z.string().max(100).default('') }),
    reply: z.array(Area),
    handle: ({ db, actor }, { search }) =>
      searchAreas(db, {
        text: search.text,
        kinds: ['province', 'commune', 'village'],
        within: actor.area,
        limit: 30,
      }),
  }),
]
