import { feature } from 'topojson-client'
import type { Topology } from 'topojson-specification'
import { z } from 'zod'
import type { Day } from '#base/day.ts'
import { Geometry, type MapImport } from '../shared/map.ts'
import { areasProblem } from '../shared/problems.ts'
import { isCalled } from '../shared/rules.ts'
import { areasChanged, type Changing } from './hooks.ts'
import { areaAsOf } from './queries-dated.ts'
import { insertOutlines, type OutlineRow } from './queries-map.ts'

const TopologyFile = z.custom<Topology>(
  (value) =>
    z
      .looseObject({ type: z.literal('Topology'), objects: z.record(z.string(), z.unknown()) })
      .safeParse(value).success,
)
const Collection = z.object({
  features: z.array(
    z.object({
      properties: z.object({ code: z.string(), name: z.string() }).nullable(),
      geometry: Geometry.nullable(),
    }),
  ),
})

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
  for (const { properties, geometry } of shapesOf(text)) {
    const code = properties?.code ?? ''
    const area = code === '' ? undefined : await areaAsOf(tx, { code }, day)
    if (area && geometry && isCalled(area.name, properties?.name ?? ''))
      rows.push({ areaId: area.id, geometry: rounded(geometry) })
    else unplaced.push({ code, name: properties?.name ?? '' })
  }
  await insertOutlines(tx, rows, { source, now })
  const nation = await areaAsOf(tx, { code: 'VN' }, day)
  const areaId = changing.actor?.area.id ?? nation?.id ?? ''
  const after = { source, placed: rows.length }
  await areasChanged(changing, { action: 'areas.map-imported', areaId, after })
  return { placed: rows.length, unplaced }
}

function shapesOf(text: string) {
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
