import { z } from 'zod'
import { Day } from '#base/day.ts'
import { Id } from '#base/id.ts'
import { query, type Route, upload } from '#platform/http/route.ts'
import { MapImport, Outline } from '../shared/map.ts'
import { importMap } from './import-map.ts'
import { listOutlinesBelow } from './queries-map.ts'

export const mapRoutes: Route[] = [
  query({
    url: '/areas/:areaId/outlines',
    needs: 'areas.read',
    params: z.object({ areaId: Id }),
    search: z.object({ on: Day.optional() }),
    reply: z.array(Outline),
    handle: ({ db, clock }, { params: { areaId }, search }) =>
      listOutlinesBelow(db, areaId, search.on ?? clock.today()),
  }),
  upload({
    url: '/areas/outlines',
    needs: 'areas.reorganise',
    maxBytes: 20_000_000,
    reply: MapImport,
    handle: async ({ tx, actor, clock }, { file: { name, bytes } }) => {
      const text = bytes.toString('utf8')
      return importMap({ tx, actor }, { text, source: name, day: clock.today(), now: clock.now() })
    },
  }),
]
