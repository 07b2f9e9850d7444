import { LineChart } from 'echarts/charts'
import { DataZoomComponent, GridComponent, TooltipComponent } from 'echarts/components'
import { init, use as register } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'
import type { ChartLine, ChartPoint } from '../../shared/chart-lines.ts'
import '../growth.css'

register([LineChart, DataZoomComponent, GridComponent, TooltipComponent, SVGRenderer])

export type GrowthChartProps = {
  label: string
  axis: string
  lines: readonly ChartLine[]
  points: readonly ChartPoint[]
  /** What is read at a point of the child. */
  reading: (point: ChartPoint) => string
}

/** Colours of the page, so that the picture fits light and dark. */
function colour(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim()
}

const lineColours: Readonly<Record<number, string>> = {
  '-3': '--state-overdue',
  '-2': '--state-due',
  '0': '--state-done',
  '2': '--state-due',
  '3': '--state-overdue',
}

function lineSeries({ z, points }: ChartLine) {
  const color = colour(lineColours[z] ?? '--quiet-text')
  return {
    type: 'line',
    data: points,
    showSymbol: false,
    silent: true,
    tooltip: { show: false },
    lineStyle: { color, width: z === 0 ? 2.5 : 1.5, type: Math.abs(z) === 3 ? 'dashed' : 'solid' },
    endLabel: { show: true, formatter: z > 0 ? `+${z}` : String(z), color, fontSize: 15 },
  }
}

function axesOf({ axis }: GrowthChartProps) {
  const [ink, line] = [colour('--quiet-text'), colour('--line')]
  const text = { color: ink, fontSize: 15 }
  const splitLine = { lineStyle: { color: line } }
  return {
    xAxis: {
      type: 'value',
      name: axis,
      nameLocation: 'middle',
      nameGap: 28,
      nameTextStyle: text,
      min: 'dataMin',
      max: 'dataMax',
      axisLabel: { ...text, formatter: (value: number) => String(Math.round(value)) },
      splitLine,
    },
    yAxis: { type: 'value', scale: true, axisLabel: text, splitLine },
  }
}

function ownSeries(points: readonly ChartPoint[]) {
  return {
    type: 'line',
    data: points.map(({ x, y }) => [x, y]),
    symbol: 'circle',
    symbolSize: 11,
    color: colour('--mantine-primary-color-filled'),
    lineStyle: { width: 3 },
    z: 5,
  }
}

function optionOf(props: GrowthChartProps) {
  const { lines, points, reading } = props
  return {
    animation: false,
    grid: { left: 48, right: 40, top: 16, bottom: 72 },
    tooltip: {
      trigger: 'item',
      formatter: ({ dataIndex }: { dataIndex: number }) => {
        const point = points[dataIndex]
        return point ? reading(point) : ''
      },
    },
    ...axesOf(props),
    dataZoom: [
      { type: 'inside', filterMode: 'none' },
      { type: 'slider', filterMode: 'none', height: 20, bottom: 8, labelFormatter: '' },
    ],
    series: [ownSeries(points), ...lines.map(lineSeries)],
  }
}

/** WHO's lines with the child's points, to be read at a point and drawn larger. The table beside it says the same in words. */
export function GrowthChart(props: GrowthChartProps) {
  const frame = useRef<HTMLDivElement>(null)
  const { label } = props
  useEffect(() => {
    if (!frame.current) return undefined
    const chart = init(frame.current, null, { renderer: 'svg' })
    chart.setOption(optionOf(props))
    const resized = new ResizeObserver(() => chart.resize())
    resized.observe(frame.current)
    return () => {
      resized.disconnect()
      chart.dispose()
    }
  }, [props])
  return <div ref={frame} role="img" aria-label={label} className="growth-chart no-print" />
}
