import { LineChart } from 'echarts/charts'
import { GridComponent, MarkLineComponent, TooltipComponent } from 'echarts/components'
import { init, use as register } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'
import { formatPercent } from '#base/numbers.ts'

register([LineChart, GridComponent, MarkLineComponent, TooltipComponent, SVGRenderer])

export type TrendChartProps = {
  label: string
  points: readonly { name: string; percent: number }[]
  target: { percent: number; words: string } | null
}

/** Colours of the page, so that the picture fits light and dark. */
function colour(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim()
}

function optionOf({ points, target }: Omit<TrendChartProps, 'label'>) {
  const [ink, line] = [colour('--quiet-text'), colour('--line')]
  const text = { color: ink, fontSize: 15 }
  return {
    animation: !matchMedia('(prefers-reduced-motion: reduce)').matches,
    grid: { left: 56, right: 24, top: 28, bottom: 34 },
    tooltip: { trigger: 'axis', valueFormatter: (value: unknown) => formatPercent(Number(value)) },
    xAxis: {
      type: 'category',
      data: points.map(({ name }) => name),
      axisLabel: text,
      axisLine: { lineStyle: { color: line } },
    },
    yAxis: {
      type: 'value',
      min: 0,
      max: 100,
      splitLine: { lineStyle: { color: line } },
      axisLabel: { ...text, formatter: (value: number) => formatPercent(value) },
    },
    series: [
      {
        type: 'line',
        symbolSize: 10,
        lineStyle: { width: 3 },
        data: points.map(({ percent }) => percent),
        color: colour('--state-done'),
        label: {
          ...text,
          show: true,
          formatter: ({ value }: { value: unknown }) => formatPercent(Number(value)),
        },
        ...(target ? { markLine: markLine(target) } : {}),
      },
    ],
  }
}

function markLine({ percent, words }: { percent: number; words: string }) {
  const style = { color: colour('--state-due'), type: 'dashed', width: 2 }
  return {
    silent: true,
    symbol: 'none',
    lineStyle: style,
    data: [{ yAxis: percent }],
    label: { formatter: words, position: 'insideStartTop', color: colour('--state-due'), fontSize: 15 },
  }
}

/** Drawn as SVG: sharp in print. The table beside it says the same to a screen reader. */
export function TrendChart({ label, points, target }: TrendChartProps) {
  const frame = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!frame.current) return undefined
    const chart = init(frame.current, null, { renderer: 'svg' })
    chart.setOption(optionOf({ points, target }))
    const resized = new ResizeObserver(() => chart.resize())
    resized.observe(frame.current)
    return () => {
      resized.disconnect()
      chart.dispose()
    }
  }, [points, target])
  return <div ref={frame} role="img" aria-label={label} style={{ width: '100%', height: 260 }} />
}
