import { Text, Title } from '@mantine/core'
import { lazy, Suspense } from 'react'
import { periodName } from '#base/period.ts'
import { useLanguage, useMessages } from '#platform/web/language.tsx'
import { DataList } from '#ui/data-list.tsx'
import { formatNumber, formatPercent, percentOf } from '#base/numbers.ts'
import type { TrendPoint } from '../../shared/contract.ts'
import type { IndicatorTarget } from '../../shared/definition.ts'
import { indicatorsMessages } from '../../shared/messages.ts'
import { exportTrend, type Where } from '../requests.ts'
import { PictureFrame } from './picture-frame.tsx'

/** The chart library is fetched only when there is something to draw. */
const TrendChart = lazy(async () => ({ default: (await import('./trend-chart.tsx')).TrendChart }))

export type TrendSectionProps = {
  trend: readonly TrendPoint[]
  target: IndicatorTarget | null
  where: Required<Where>
  /** Where and up to which day, for whoever sees the picture without its page. */
  note: string
}

type NamedPoint = TrendPoint & { name: string; percent: number }

function TrendTable({ points }: { points: readonly NamedPoint[] }) {
  const t = useMessages(indicatorsMessages)
  return (
    <DataList
      label={t('indicators.trend-label')}
      rows={points}
      rowKey={({ period }) => period}
      columns={[
        { key: 'period', heading: t('indicators.period'), kind: 'title', cell: ({ name }) => name },
        {
          key: 'share',
          heading: t('indicators.share'),
          kind: 'number',
          cell: ({ percent }) => formatPercent(percent),
        },
        {
          key: 'reached',
          heading: t('indicators.reached'),
          kind: 'number',
          cell: ({ numerator }) => formatNumber(numerator),
        },
        {
          key: 'counted',
          heading: t('indicators.counted'),
          kind: 'number',
          cell: ({ denominator }) => formatNumber(denominator),
        },
      ]}
    />
  )
}

function TrendPicture({ points, target, where, note }: PictureProps) {
  const t = useMessages(indicatorsMessages)
  const line = target && {
    percent: target.value,
    words: t('indicators.target-line', { value: formatPercent(target.value) }),
  }
  return (
    <PictureFrame caption={{ name: t('indicators.trend-label'), note }} onTable={() => exportTrend(where)}>
      <Suspense fallback={<div style={{ height: 260 }} />}>
        <TrendChart label={t('indicators.trend-label')} points={points} target={line} />
      </Suspense>
    </PictureFrame>
  )
}

type PictureProps = Omit<TrendSectionProps, 'trend'> & { points: readonly NamedPoint[] }

/** The share of children reached by half-years: a picture, and the same numbers as a table. */
export function TrendSection({ trend, ...rest }: TrendSectionProps) {
  const t = useMessages(indicatorsMessages)
  const { language } = useLanguage()
  if (trend.length === 0) return null
  const points = trend.map((point) => ({
    ...point,
    name: periodName(point.period, language),
    percent: percentOf(point.numerator, point.denominator) ?? 0,
  }))
  return (
    <section aria-label={t('indicators.trend')}>
      <Title order={2} mb="sm">
        {t('indicators.trend')}
      </Title>
      {points.length < 2 ? (
        <Text c="dimmed" mb="sm">
          {t('indicators.trend-one')}
        </Text>
      ) : (
        <TrendPicture points={points} {...rest} />
      )}
      <TrendTable points={points} />
    </section>
  )
}
