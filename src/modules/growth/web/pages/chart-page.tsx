import { Select, SegmentedControl, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useCallback, useMemo, useState } from 'react'
import { z } from 'zod'
import { formatDay } from '#base/day.ts'
import { Id } from '#base/id.ts'
import { useMessages } from '#platform/web/language.tsx'
import { usePageParams } from '#platform/web/page.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Loading } from '#ui/loading.tsx'
import { formatNumber } from '#base/numbers.ts'
import { PageHead } from '#ui/page-head.tsx'
import { PageProblem } from '#ui/page-problem.tsx'
import { PrintButton } from '#ui/print-button.tsx'
import { PageSection } from '#ui/page-section.tsx'
import type { GrowthOfChild } from '../../shared/contract.ts'
import { growthMessages } from '../../shared/messages-pages.ts'
import { type Index2006, indices2006 } from '../../shared/score-2006.ts'
import { daysInMonth, type Standard } from '../../shared/standard.ts'
import { type ChartPoint, chartLines, chartPoints } from '../../shared/chart-lines.ts'
import { MeasurementsTable } from '../components/measurements-table.tsx'
import { PaperChart } from '../components/paper-chart.tsx'
import { zText } from '../components/words.tsx'
import { growthOfChildQuery, standardQuery } from '../requests.ts'
import '../growth.css'

/** The chart library is fetched only when there is something to draw. */
const GrowthChart = lazy(async () => ({
  default: (await import('../components/growth-chart.tsx')).GrowthChart,
}))

const Params = z.object({ childId: Id })

/** WHO's curves with the child's points, all indices; prints on A4. */
export function Page() {
  const t = useMessages(growthMessages)
  const { childId } = usePageParams(Params)
  const { data: growth, error, isPending } = useQuery(growthOfChildQuery(childId))
  const { data: standard } = useQuery(standardQuery)
  const back = { to: `/children/${childId}`, label: t('growth.back-to-child') }
  if (!growth || !standard)
    return isPending || !error ? (
      <Loading />
    ) : (
      <PageProblem title={t('growth.chart')} back={back} problem={error} />
    )
  return (
    <>
      <PageHead
        title={`${t('growth.chart')}: ${growth.fullName}`}
        lead={t('growth.chart-lead', { sex: t(`growth.${growth.sex}`) })}
        back={back}
        actions={<PrintButton />}
      />
      <Stack gap="lg">
        <Charts growth={growth} standard={standard} />
        <PageSection id="growth-table" title={t('growth.table')}>
          <MeasurementsTable growth={growth} />
        </PageSection>
        <Text className="growth-quiet">
          {standard.official
            ? t('growth.standard-official', { version: standard.version })
            : t('growth.standard-builtin')}
        </Text>
      </Stack>
    </>
  )
}

function isOlder({ measurements }: GrowthOfChild): boolean {
  const [last] = measurements.filter(({ undoneAt }) => undoneAt === null)
  return (last?.ageDays ?? 0) / daysInMonth >= 60
}

function Charts({ growth, standard }: { growth: GrowthOfChild; standard: Standard }) {
  const t = useMessages(growthMessages)
  const [index, setIndex] = useState<Index2006>('wei')
  const [older, setOlder] = useState(() => isOlder(growth))
  return (
    <Stack gap="sm">
      <div className="growth-filters no-print">
        <Select
          label={t('growth.index')}
          data={indices2006.map((one) => ({ value: one, label: t(`growth.index-${one}`) }))}
          value={index}
          allowDeselect={false}
          onChange={(value) => setIndex(indices2006.find((one) => one === value) ?? 'wei')}
        />
        <SegmentedControl
          aria-label={t('growth.ages')}
          value={older ? 'older' : 'younger'}
          onChange={(value) => setOlder(value === 'older')}
          data={[
            { value: 'younger', label: t('growth.younger') },
            { value: 'older', label: t('growth.older') },
          ]}
        />
      </div>
      <Title order={2} className="no-print">
        {t(`growth.index-${index}`)}
      </Title>
      <OneChart growth={growth} standard={standard} index={index} older={older} />
    </Stack>
  )
}

/** At the head of the upright axis. */
const units: Readonly<Record<Index2006, string>> = {
  ...{ wei: 'kg', len: 'cm', wfl: 'kg', bmi: 'kg/m²' },
  ...{ hc: 'cm', ac: 'cm', ts: 'mm', ss: 'mm' },
}

type OneChartProps = { growth: GrowthOfChild; standard: Standard; index: Index2006; older: boolean }

function OneChart({ growth, standard, index, older }: OneChartProps) {
  const t = useMessages(growthMessages)
  const { sex, measurements } = growth
  const lines = useMemo(() => chartLines(standard, { index, sex, older }), [standard, index, sex, older])
  const points = useMemo(
    () => chartPoints(measurements, { index, sex, older }),
    [measurements, index, sex, older],
  )
  const reading = useCallback(
    ({ y, z: score, measurement }: ChartPoint) =>
      t('growth.point', {
        ...{ day: formatDay(measurement.measuredOn), value: formatNumber(y) },
        ...{ unit: units[index], z: zText(score) },
      }),
    [t, index],
  )
  if (lines.length === 0 && points.length === 0) return <EmptyState title={t('growth.no-table')} />
  const drawn = {
    label: t(`growth.index-${index}`),
    axis: t(index === 'wfl' ? 'growth.axis-cm' : 'growth.axis-months'),
    ...{ lines, points, unit: units[index], inMonths: index !== 'wfl' },
  }
  return (
    <>
      {points.length === 0 ? <Text>{t('growth.no-points')}</Text> : null}
      {lines.length === 0 ? <Text>{t('growth.no-table')}</Text> : null}
      <Suspense fallback={<div className="growth-chart no-print" />}>
        <GrowthChart {...drawn} reading={reading} />
      </Suspense>
      <PaperChart {...drawn} />
    </>
  )
}
