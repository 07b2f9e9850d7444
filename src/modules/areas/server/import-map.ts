import { feature } from 'topojson-client'
import { z } from 'zod'
import type { Day } from '#base/day.ts'
import type { Db } from '#platform/db/types.ts'
import { Geometry, type MapImport } from '../shared/map.ts'
import { areasProblem } from '../shared/problems.ts'
import { isCalled } from '../shared/rules.ts'
import { areasChanged, type Changing } from './hooks.ts'
import { areaAsOf } from './queries-dated.ts'
import { insertOutlines, type OutlineRow } from './queries-map.ts'

const TopologyFile = z.custom<Parameters<typeof feature>[0]>(
  (value) =>
    z
      .looseObject({ type: z.literal('Topology'), objects: z.record(z.string(), z.unknown()) })
      .safeParse(value).success,
)
const Shape = z.object({
  properties: z.object({ code: z.string(), name: z.string() }).nullable(),
  geometry: Geometry.nullable(),
})
type Shape = z.infer<typeof Shape>
const Collection = z.object({ features: z.array(Shape) })

/** Coordinates are kept to about 10 m: an outline is drawn, not measured. */
const precision = 10_000

/**
 * Boundaries from a TopoJSON file whose shapes carry `code` and `name`, put on the units of `day`. A shape whose code
 * is unknown that day or names another unit is told and left out.
 */
export async function importMap(
  changing: Changing,
  { text, source, day, now }: { text: string; source: string; day: Day; now: Date },
): Promise<MapImport> {
  const { tx } = changing
  const unplaced: MapImport['unplaced'] = []
  const rows: OutlineRow[] = []
  for (const shape of shapesOf(text)) {
    const areaId = await unitOf(tx, shape, day)
    if (areaId && shape.geometry) rows.push({ areaId, geometry: rounded(shape.geometry) })
    else unplaced.push({ code: shape.properties?.code ?? '', name: shape.properties?.name ?? '' })
  }
  await insertOutlines(tx, rows, { source, now })
  const after = { source, placed: rows.length }
  await areasChanged(changing, {
    action: 'areas.map-imported',
    areaId: await changedAt(changing, day),
    after,
  })
  return { placed: rows.length, unplaced }
}

/** Code and name must lead to the same unit. */
async function unitOf(db: Db, { properties }: Shape, day: Day): Promise<string | undefined> {
  if (!properties) return undefined
  const area = await areaAsOf(db, { code: properties.code }, day)
  return area && isCalled(area.name, properties.name) ? area.id : undefined
}

/** What the audit names: the area of the grant, or the nation when the command line imports. */
async function changedAt({ tx, actor }: Changing, day: Day): Promise<string> {
  return actor?.area.id ?? (await areaAsOf(tx, { code: 'VN' }, day))?.id ?? ''
}

function shapesOf(text: string): Shape[] {
  try {
    const topology = TopologyFile.parse(JSON.parse(text))
    return Object.keys(topology.objects).flatMap((name) => Collection.parse(feature(topology, name)).features)
  } catch {
    throw areasProblem('areas.map-damaged')
  }
}

function rounded(geometry: Geometry): Geometry {
  const near = (value: number) => Math.round(value * precision) / precision
  const ring = (points: [number, number][]) => points.map(([x, y]): [number, number] => [near(x), near(y)])
  return geometry.type === 'Polygon'
    ? { type: 'Polygon', coordinates: geometry.coordinates.map(ring) }
    : { type: 'MultiPolygon', coordinates: geometry.coordinates.map((polygon) => polygon.map(ring)) }
}
