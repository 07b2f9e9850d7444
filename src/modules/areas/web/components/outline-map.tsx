import { MapChart } from 'echarts/charts'
import { TooltipComponent, VisualMapComponent } from 'echarts/components'
import { init, registerMap, use as register } from 'echarts/core'
import { LabelLayout } from 'echarts/features'
import { SVGRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'
import { bandOf, bandsOf, percentScale, type Scale, shadeOf } from '../../shared/bands.ts'
import type { Outline } from '../../shared/map.ts'
import type { AreaFigure } from './area-map.tsx'

register([MapChart, TooltipComponent, VisualMapComponent, LabelLayout, SVGRenderer])

export type OutlineMapProps = {
  label: string
  areas: readonly AreaFigure[]
  outlines: readonly Outline[]
  scale: Scale
}

function colour(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim()
}

/** Shapes are known by the id of the place: names repeat. */
function geoJson(outlines: readonly Outline[]) {
  return {
    type: 'FeatureCollection' as const,
    features: outlines.map(({ areaId, geometry }) => ({
      type: 'Feature' as const,
      properties: { name: areaId },
      geometry,
    })),
  }
}

/** Light to dark by band, as on the tiles and in the legend; the number stands on the shape as well. */
function shades(): string[] {
  const [strong, ground] = [colour('--state-coming'), colour('--card-ground')]
  return bandsOf(percentScale).map(({ band }) => `color-mix(in srgb, ${strong} ${shadeOf(band)}%, ${ground})`)
}

function optionOf(map: string, { areas, scale }: OutlineMapProps) {
  const byId = new Map(areas.map((area) => [area.id, area]))
  const fills = shades()
  const ink = colour('--mantine-color-text')
  return {
    animation: false,
    tooltip: {
      formatter: ({ name }: { name: string }) => {
        const area = byId.get(name)
        return area ? `${area.name}: ${area.text}` : ''
      },
    },
    series: [
      {
        type: 'map',
        map,
        roam: true,
        selectedMode: false,
        label: {
          show: true,
          color: ink,
          fontSize: 15,
          formatter: ({ name }: { name: string }) => byId.get(name)?.text ?? '',
        },
        labelLayout: { hideOverlap: true },
        itemStyle: { borderColor: colour('--quiet-text'), areaColor: colour('--card-ground') },
        emphasis: { label: { color: ink }, itemStyle: { areaColor: colour('--state-due-ground') } },
        data: areas.map(({ id, value }) => ({
          name: id,
          value: value ?? Number.NaN,
          ...(value === null ? {} : { itemStyle: { areaColor: fills[bandOf(value, scale) - 1] } }),
        })),
      },
    ],
  }
}

/** Places on their boundaries, drawn as SVG. The table beside it says the same in words. */
export function OutlineMap(props: OutlineMapProps) {
  const frame = useRef<HTMLDivElement>(null)
  const { label } = props
  useEffect(() => {
    if (!frame.current) return undefined
    const map = `areas-${props.outlines[0]?.areaId ?? ''}`
    registerMap(map, { geoJSON: geoJson(props.outlines), specialAreas: {} })
    const chart = init(frame.current, null, { renderer: 'svg' })
    chart.setOption(optionOf(map, props))
    const resize = () => chart.resize()
    const resized = new ResizeObserver(resize)
    resized.observe(frame.current)
    window.addEventListener('beforeprint', resize)
    return () => {
      window.removeEventListener('beforeprint', resize)
      resized.disconnect()
      chart.dispose()
    }
  }, [props])
  return <div ref={frame} role="img" aria-label={label} className="area-outlines" />
}
