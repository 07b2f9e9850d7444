import { useQuery } from '@tanstack/react-query'
import { useMessages } from '#platform/web/language.tsx'
import type { StoredMeasurement } from '../../shared/contract.ts'
import { growthMessages } from '../../shared/messages-pages.ts'
import type { Sex } from '../../shared/standard.ts'
import { standardQuery } from '../requests.ts'
import { chartLines, chartPoints } from './lines.ts'

const size = { width: 320, height: 170, left: 6, bottom: 6 }

/** Weight-for-age at a glance, without the chart library. */
export function MiniChart({ sex, measurements }: { sex: Sex; measurements: readonly StoredMeasurement[] }) {
  const t = useMessages(growthMessages)
  const { data: standard } = useQuery(standardQuery)
  const older = (measurements.find(({ undoneAt }) => undoneAt === null)?.ageDays ?? 0) >= 1827
  const asked = { index: older ? 'bmi' : 'wei', sex, older } as const
  const points = chartPoints(measurements, asked)
  const lines = standard ? chartLines(standard, asked) : []
  if (points.length === 0 || lines.length === 0) return null
  const all = lines.flatMap((line) => line.points)
  const xs = { from: all[0]?.[0] ?? 0, to: Math.max(...all.map(([x]) => x)) }
  const ys = { from: 0, to: Math.max(...all.map(([, y]) => y), ...points.map(({ y }) => y)) }
  const place = (x: number, y: number) =>
    [
      size.left + ((x - xs.from) / (xs.to - xs.from)) * (size.width - 2 * size.left),
      size.height - size.bottom - ((y - ys.from) / (ys.to - ys.from)) * (size.height - 2 * size.bottom),
    ]
      .map((one) => one.toFixed(1))
      .join(',')
  const last = points.at(-1)
  const [lastX = '0', lastY = '0'] = last ? place(last.x, last.y).split(',') : []
  return (
    <svg
      className="growth-mini"
      viewBox={`0 0 ${size.width} ${size.height}`}
      role="img"
      aria-label={t('growth.mini')}
    >
      {lines.map(({ z, points: of }) => (
        <polyline
          key={z}
          points={of.map(([x, y]) => place(x, y)).join(' ')}
          fill="none"
          stroke={z === 0 ? 'var(--state-done)' : 'var(--state-due)'}
          strokeDasharray={Math.abs(z) === 3 ? '4 4' : undefined}
          strokeWidth={1}
        />
      ))}
      <polyline
        points={points.map(({ x, y }) => place(x, y)).join(' ')}
        fill="none"
        stroke="var(--mantine-primary-color-filled)"
        strokeWidth={2.5}
      />
      <circle cx={lastX} cy={lastY} r={5} fill="var(--mantine-primary-color-filled)" />
    </svg>
  )
}
