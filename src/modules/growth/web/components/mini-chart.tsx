import { useQuery } from '@tanstack/react-query'
import { useMessages } from '#platform/web/language.tsx'
import type { StoredMeasurement } from '../../shared/contract.ts'
import { growthMessages } from '../../shared/messages-pages.ts'
import type { Sex } from '../../shared/standard.ts'
import { standardQuery } from '../requests.ts'
import { type ChartLine, type ChartPoint, chartLines, chartPoints } from '../../shared/chart-lines.ts'

/** 60.0 months: from here the 2007 reference. */
const firstOlderDay = 1827

const size = { width: 320, height: 170, left: 6, bottom: 6 }

type Placing = (x: number, y: number) => string

/** From months and kilograms to places in the picture. */
function placing(lines: readonly ChartLine[], points: readonly ChartPoint[]): Placing {
  const all = lines.flatMap((line) => line.points)
  const from = all[0]?.[0] ?? 0
  const to = Math.max(...all.map(([x]) => x))
  const top = Math.max(...all.map(([, y]) => y), ...points.map(({ y }) => y))
  return (x, y) => {
    const across = size.left + ((x - from) / (to - from)) * (size.width - 2 * size.left)
    const up = size.height - size.bottom - (y / top) * (size.height - 2 * size.bottom)
    return `${across.toFixed(1)},${up.toFixed(1)}`
  }
}

/** Weight-for-age (from 5 years BMI) at a glance, without the chart library. */
export function MiniChart({ sex, measurements }: { sex: Sex; measurements: readonly StoredMeasurement[] }) {
  const t = useMessages(growthMessages)
  const { data: standard } = useQuery(standardQuery)
  const newest = measurements.find(({ undoneAt }) => undoneAt === null)
  const older = (newest?.ageDays ?? 0) >= firstOlderDay
  const asked = { index: older ? 'bmi' : 'wei', sex, older } as const
  const points = chartPoints(measurements, asked)
  const lines = standard ? chartLines(standard, asked) : []
  if (points.length === 0 || lines.length === 0) return null
  const place = placing(lines, points)
  return (
    <svg
      className="growth-mini"
      viewBox={`0 0 ${size.width} ${size.height}`}
      role="img"
      aria-label={t('growth.mini')}
    >
      {lines.map((line) => (
        <WhoLine key={line.z} line={line} place={place} />
      ))}
      <polyline
        points={points.map(({ x, y }) => place(x, y)).join(' ')}
        fill="none"
        stroke="var(--state-coming)"
        strokeWidth={2.5}
      />
      {points.slice(-1).map(({ x, y }) => {
        const [cx, cy] = place(x, y).split(',')
        return <circle key={x} cx={cx} cy={cy} r={5} fill="var(--state-coming)" />
      })}
    </svg>
  )
}

function WhoLine({ line: { z, points }, place }: { line: ChartLine; place: Placing }) {
  return (
    <polyline
      points={points.map(([x, y]) => place(x, y)).join(' ')}
      fill="none"
      stroke={z === 0 ? 'var(--state-done)' : 'var(--state-due)'}
      strokeDasharray={Math.abs(z) === 3 ? '4 4' : undefined}
      strokeWidth={1}
    />
  )
}
