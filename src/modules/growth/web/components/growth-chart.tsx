import { LineChart } from 'echarts/charts'
import { DataZoomComponent, GridComponent, TooltipComponent } from 'echarts/components'
import { type ECharts, init, use as register } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'
import type { ChartLine, ChartPoint } from '../../shared/chart-lines.ts'
import '../growth.css'

register([LineChart, DataZoomComponent, GridComponent, TooltipComponent, SVGRenderer])

export type GrowthChartProps = {
  label: string
  axis: string
  /** Of the upright axis. */
  unit: string
  /** The lower axis counts months, not centimetres. */
  inMonths: boolean
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

/** Below this width a chart has room for a label each year only. */
const narrow = 560

/** Whole years from below the first to above the last month; centimetres as they are. */
function rangeOf({ lines, points, inMonths }: GrowthChartProps, width: number) {
  if (!inMonths) return { min: 'dataMin', max: 'dataMax' }
  const all = [...lines.flatMap((line) => line.points.map(([x]) => x)), ...points.map(({ x }) => x)]
  const years = (months: number) => Math.round(months / 12)
  const [from, to] = [Math.floor(Math.min(...all) / 12), years(Math.max(...all))]
  return { min: from * 12, max: Math.max(to, from + 1) * 12, interval: width < narrow ? 12 : 6 }
}

function axesOf(props: GrowthChartProps, width: number) {
  const [ink, line] = [colour('--quiet-text'), colour('--line')]
  const text = { color: ink, fontSize: 15 }
  const splitLine = { lineStyle: { color: line } }
  return {
    xAxis: {
      type: 'value',
      name: props.axis,
      nameLocation: 'middle',
      nameGap: 28,
      nameTextStyle: text,
      ...rangeOf(props, width),
      axisLabel: { ...text, formatter: (value: number) => String(Math.round(value)) },
      splitLine,
    },
    yAxis: { type: 'value', scale: true, name: props.unit, nameTextStyle: text, axisLabel: text, splitLine },
  }
}

/** In an ink of its own: WHO's middle line is green. Many points are drawn smaller, so that the line is seen. */
function ownSeries(points: readonly ChartPoint[]) {
  return {
    type: 'line',
    data: points.map(({ x, y }) => [x, y]),
    symbol: 'circle',
    symbolSize: points.length > 15 ? 7 : 11,
    color: colour('--state-coming'),
    lineStyle: { width: 3 },
    z: 5,
  }
}

/** Where fingers point, one finger scrolls the page: the bar below draws the chart larger. */
const hasFingers = (): boolean => matchMedia('(pointer: coarse)').matches

function zoomsOf() {
  const slider = { type: 'slider', filterMode: 'none', height: 20, bottom: 8, labelFormatter: '' }
  const inside = { type: 'inside', filterMode: 'none', zoomOnMouseWheel: 'ctrl' }
  return hasFingers() ? [{ ...slider, height: 32 }] : [inside, slider]
}

function optionOf(props: GrowthChartProps, width: number) {
  const { lines, points, reading } = props
  return {
    animation: false,
    textStyle: { fontFamily: getComputedStyle(document.body).fontFamily },
    grid: { left: 48, right: 40, top: 32, bottom: 84 },
    tooltip: {
      trigger: 'item',
      triggerOn: 'none',
      confine: true,
      position: 'top',
      textStyle: { fontSize: 16 },
      formatter: ({ dataIndex }: { dataIndex: number }) => {
        const point = points[dataIndex]
        return point ? reading(point) : ''
      },
    },
    ...axesOf(props, width),
    dataZoom: zoomsOf(),
    series: [ownSeries(points), ...lines.map(lineSeries)],
  }
}

/** The reading of the point nearest to a finger or mouse anywhere on the chart: a point is smaller than a finger. */
function readNearest(chart: ECharts, points: readonly ChartPoint[]): void {
  const read = ({ offsetX, offsetY }: { offsetX: number; offsetY: number }) => {
    if (!chart.containPixel('grid', [offsetX, offsetY])) return
    const away = points.map(({ x }) => Math.abs(Number(chart.convertToPixel({ xAxisIndex: 0 }, x)) - offsetX))
    const dataIndex = away.indexOf(Math.min(...away))
    if (dataIndex >= 0) chart.dispatchAction({ type: 'showTip', seriesIndex: 0, dataIndex })
  }
  chart.getZr().on('click', read)
  chart.getZr().on('mousemove', read)
  chart.getZr().on('globalout', () => chart.dispatchAction({ type: 'hideTip' }))
}

/** WHO's lines with the child's points, to be read at a point and drawn larger. The table beside it says the same in words. */
export function GrowthChart(props: GrowthChartProps) {
  const frame = useRef<HTMLDivElement>(null)
  const { label } = props
  useEffect(() => {
    if (!frame.current) return undefined
    const chart = init(frame.current, null, { renderer: 'svg' })
    chart.setOption(optionOf(props, frame.current.clientWidth))
    readNearest(chart, props.points)
    const resized = new ResizeObserver(() => chart.resize())
    resized.observe(frame.current)
    return () => {
      resized.disconnect()
      chart.dispose()
    }
  }, [props])
  return <div ref={frame} role="img" aria-label={label} className="growth-chart no-print" />
}
