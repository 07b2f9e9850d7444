import { BarChart as Bars } from 'echarts/charts'
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components'
import { init, use as register } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'
import { formatNumber } from '#base/numbers.ts'

register([Bars, AriaComponent, GridComponent, LegendComponent, TooltipComponent, SVGRenderer])

export type BarChartProps = {
  label: string
  /** One group of bars for each row; a missing value has no bar. */
  rows: readonly { name: string; values: readonly (number | null)[] }[]
  /** What the bars of a group are, in the order of the values. */
  series: readonly string[]
}

function colour(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim()
}

/** Pixels; like every text of the product no smaller than 15. */
const [fontSize, lineHeight] = [15, 19]
/** Names of indicators are long and begin alike, so they stand whole, over several lines of so many pixels. */
const nameWidth = { narrow: 140, wide: 340 } as const
/** A letter of the type used is some half as wide as high. */
const letterWidth = 0.56

/** Pixels of a bar, between two groups, and of the legend. */
const [perBar, gap, legendHeight] = [22, 14, 44]

type Rows = BarChartProps['rows']

/** Every group is as high as the bars, or the longest name, need. */
function heightOf(rows: Rows, bars: number, isNarrow: boolean): number {
  const width = isNarrow ? nameWidth.narrow : nameWidth.wide
  const lines = Math.max(
    1,
    ...rows.map(({ name }) => Math.ceil((name.length * fontSize * letterWidth) / width)),
  )
  return legendHeight + rows.length * (Math.max(perBar * bars, lineHeight * lines) + gap) + 16
}

function optionOf({ rows, series }: Omit<BarChartProps, 'label'>, isNarrow: boolean) {
  const width = isNarrow ? nameWidth.narrow : nameWidth.wide
  const text = { color: colour('--quiet-text'), fontSize }
  const colours = [colour('--state-coming'), colour('--state-due')]
  // The second bar is hatched as well: colour alone tells nothing to some eyes and printers.
  const decals = [undefined, { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [2, 4], rotation: 0.8 }]
  return {
    animation: false,
    grid: { left: 8, right: 56, top: legendHeight, bottom: 8, containLabel: true },
    legend: { top: 4, left: 0, itemGap: 16, textStyle: text },
    aria: { enabled: true, label: { enabled: false }, decal: { show: true } },
    tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' } },
    xAxis: { type: 'value', min: 0, axisLabel: { show: false }, splitLine: { show: false } },
    yAxis: {
      type: 'category',
      inverse: true,
      data: rows.map(({ name }) => name),
      axisLabel: { ...text, width, lineHeight, overflow: 'break' },
      axisTick: { show: false },
    },
    series: series.map((name, index) => ({
      name,
      type: 'bar',
      barMaxWidth: 18,
      data: rows.map(({ values }) => values[index] ?? null),
      itemStyle: { color: colours[index % 2], decal: decals[index % 2] },
      label: {
        ...text,
        show: true,
        position: 'right',
        formatter: ({ value }: { value: unknown }) => (typeof value === 'number' ? formatNumber(value) : ''),
      },
    })),
  }
}

/** Bars side by side, drawn as SVG. The table beside it says the same to a screen reader. */
export function BarChart({ label, rows, series }: BarChartProps) {
  const frame = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!frame.current) return undefined
    const isNarrow = frame.current.clientWidth < 500
    frame.current.style.height = `${heightOf(rows, series.length, isNarrow)}px`
    const chart = init(frame.current, null, { renderer: 'svg' })
    chart.setOption(optionOf({ rows, series }, isNarrow))
    const resized = new ResizeObserver(() => chart.resize())
    resized.observe(frame.current)
    return () => {
      resized.disconnect()
      chart.dispose()
    }
  }, [rows, series])
  return <div ref={frame} role="img" aria-label={label} style={{ width: '100%' }} />
}
