import { z } from 'zod'
import { Id } from '#base/id.ts'

const Ring = z.array(z.tuple([z.number(), z.number()]))

/** GeoJSON (RFC 7946), WGS84: longitude, latitude. */
export const Geometry = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Polygon'), coordinates: z.array(Ring) }),
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(Ring)) }),
])
export type Geometry = z.infer<typeof Geometry>

export const Outline = z.object({ areaId: Id, geometry: Geometry })
export type Outline = z.infer<typeof Outline>

export const MapImport = z.object({
  placed: z.number(),
  unplaced: z.array(z.object({ code: z.string(), name: z.string() })),
})
export type MapImport = z.infer<typeof MapImport>
