import { Alert, Button, Group, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatDay } from '#base/day.ts'
import { useMay } from '#platform/web/actor.tsx'
import { useMessages } from '#platform/web/language.tsx'
import { PageButton } from '#platform/web/page-link.tsx'
import { Loading } from '#ui/loading.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import type { GrowthOfChild as Growth, GrowthState } from '../../shared/contract.ts'
import { growthWords } from '../../shared/messages.ts'
import { growthMessages } from '../../shared/messages-pages.ts'
import { growthOfChildQuery } from '../requests.ts'
import { BookMenu } from './book-menu.tsx'
import { MeasureDialog } from './measure-dialog.tsx'
import { MiniChart } from './mini-chart.tsx'
import { ClassBadges, useWhatToDo } from './words.tsx'
import '../growth.css'

/** How the child grows: class in words with what to do, what its line tells, the chart at a glance. */
export function GrowthOfChild({ childId }: { childId: string }) {
  const t = useMessages(growthMessages)
  const may = useMay()
  const { data, error, isPending } = useQuery(growthOfChildQuery(childId))
  const [isMeasuring, setMeasuring] = useState(false)
  if (!data) return isPending ? <Loading rows={2} /> : <ProblemNote problem={error} />
  return (
    <section aria-labelledby="growth-title">
      <Group justify="space-between" mb="sm">
        <Title order={2} id="growth-title">
          {t('growth.title')}
        </Title>
        <Group gap="sm" className="no-print">
          <PageButton to={`/children/${childId}/growth`} variant="default">
            {t('growth.chart')}
          </PageButton>
          <BookMenu childId={childId} />
          {may('growth.record') ? (
            <Button onClick={() => setMeasuring(true)}>{t('growth.record')}</Button>
          ) : null}
        </Group>
      </Group>
      <div className="growth-slot">
        {data.state ? <StateWords state={data.state} growth={data} /> : <Text>{t('growth.never')}</Text>}
        <MiniChart sex={data.sex} measurements={data.measurements} />
      </div>
      {isMeasuring ? <MeasureDialog growth={data} onClose={() => setMeasuring(false)} /> : null}
    </section>
  )
}

function StateWords({ state, growth }: { state: GrowthState; growth: Growth }) {
  const t = useMessages(growthMessages)
  const w = useMessages(growthWords)
  const { classes, trends, severity, measuredOn, nextOn } = state
  const whatToDo = useWhatToDo()
  return (
    <Stack gap="xs">
      <ClassBadges classes={classes} />
      <Text>
        <b>{t('growth.what-to-do')}:</b> {whatToDo(state)}
      </Text>
      {trends.length > 0 ? (
        <Alert color={severity > 1 ? 'red' : 'yellow'} role="note">
          {trends.map((trend) => (
            <Text key={trend}>{w(`growth.trend-${trend}`)}.</Text>
          ))}
        </Alert>
      ) : null}
      <Text className="growth-quiet">
        {t('growth.last', { day: formatDay(measuredOn) })}.{' '}
        {t(nextOn < growth.today ? 'growth.next-late' : 'growth.next', { day: formatDay(nextOn) })}.
      </Text>
    </Stack>
  )
}
