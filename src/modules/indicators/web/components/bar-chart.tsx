import { BarChart as Bars } from 'echarts/charts'
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components'
import { init, use as register } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'
import { formatNumber } from '#ui/numbers.ts'

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

/** Names of indicators are long: cut in the picture, whole in the table beside it. */
const longestName = 34
const short = (name: string) => (name.length > longestName ? `${name.slice(0, longestName - 1)}…` : name)

/** Pixels of a group of bars, and of the legend. */
const [perBar, legendHeight] = [22, 44]

function optionOf({ rows, series }: Omit<BarChartProps, 'label'>, isNarrow: boolean) {
  const text = { color: colour('--quiet-text'), fontSize: isNarrow ? 13 : 15 }
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
      data: rows.map(({ name }) => short(name)),
      axisLabel: { ...text, width: isNarrow ? 120 : 260, overflow: 'break' },
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
  const height = legendHeight + rows.length * (perBar * series.length + 14) + 16
  useEffect(() => {
    if (!frame.current) return undefined
    const chart = init(frame.current, null, { renderer: 'svg' })
    chart.setOption(optionOf({ rows, series }, frame.current.clientWidth < 500))
    const resized = new ResizeObserver(() => chart.resize())
    resized.observe(frame.current)
    return () => {
      resized.disconnect()
      chart.dispose()
    }
  }, [rows, series])
  return <div ref={frame} role="img" aria-label={label} style={{ width: '100%', height }} />
}
