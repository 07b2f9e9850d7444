import { growthDrawing } from '../../shared/chart-drawing.ts'
import type { GrowthChartProps } from './growth-chart.tsx'
import '../growth.css'

export type PaperChartProps = Omit<GrowthChartProps, 'reading'>

/** On paper the chart of the child's book takes the place of the one on the screen, which is drawn for its window. */
export function PaperChart({ label, axis, unit, ...drawn }: PaperChartProps) {
  const svg = growthDrawing({ ...drawn, title: label, xLabel: axis, yLabel: unit })
  const src = `data:image/svg+xml,${encodeURIComponent(svg)}`
  return <img className="growth-paper print-only" src={src} alt={label} />
}
