import { Alert, Button, Group, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useMay } from '#platform/web/actor.tsx'
import { useMessages } from '#platform/web/language.tsx'
import { DataList } from '#ui/data-list.tsx'
import { formatMoment } from '#base/day.ts'
import { formatNumber } from '#base/numbers.ts'
import { ProblemNote } from '#ui/problem-note.tsx'
import { ProgressOfJob } from '#ui/progress-of-job.tsx'
import type { Difference, Recount } from '../../shared/contract.ts'
import { CoverageKey } from '../../shared/definition.ts'
import { indicatorsMessages } from '../../shared/messages.ts'
import { askRecount, recountQuery } from '../requests.ts'

function Differences({ differences }: { differences: readonly Difference[] }) {
  const t = useMessages(indicatorsMessages)
  const nameOf = ({ key, ageYears }: Difference) => {
    if (key.startsWith('child:')) return t('indicators.recount-child')
    const domain = CoverageKey.safeParse(key)
    const words = domain.success ? t(`indicators.domain-${domain.data}`) : key
    return ageYears === null ? words : `${words}, ${t('indicators.age-years', { years: ageYears })}`
  }
  const counts = ({ got, due }: { got: number; due: number }) => `${formatNumber(got)}/${formatNumber(due)}`
  return (
    <DataList
      label={t('indicators.recount')}
      rows={differences.slice(0, 20)}
      rowKey={({ areaId, period, key, ageYears }) => `${areaId} ${period} ${key} ${ageYears}`}
      columns={[
        { key: 'figure', heading: t('indicators.recount-key'), kind: 'title', cell: nameOf },
        { key: 'area', heading: t('indicators.unit'), cell: ({ areaName }) => areaName },
        { key: 'period', heading: t('indicators.period'), cell: ({ period }) => period },
        {
          key: 'shown',
          heading: t('indicators.recount-shown'),
          kind: 'number',
          cell: ({ shown }) => counts(shown),
        },
        {
          key: 'recounted',
          heading: t('indicators.recount-recounted'),
          kind: 'number',
          cell: ({ recounted }) => counts(recounted),
        },
      ]}
    />
  )
}

function Words({ recount }: { recount: Recount | null }) {
  const t = useMessages(indicatorsMessages)
  if (recount === null) return <Text c="dimmed">{t('indicators.recount-never')}</Text>
  if (recount.state === 'running') {
    const { communes, communesDone } = recount
    const progress = t('indicators.recount-progress', {
      done: formatNumber(communesDone),
      total: formatNumber(communes),
    })
    return (
      <ProgressOfJob
        title={t('indicators.recount-running')}
        done={communesDone}
        total={communes}
        progress={progress}
      />
    )
  }
  if (recount.state === 'waiting') return <Text>{t('indicators.recount-waiting')}</Text>
  const at = formatMoment(recount.at)
  if (recount.state === 'equal') {
    const holes = { at, figures: formatNumber(recount.figures), children: formatNumber(recount.children) }
    return <Text>{t('indicators.recount-equal', holes)}</Text>
  }
  return (
    <Alert color="red" role="alert" icon={<IconAlertTriangle aria-hidden />} style={{ flex: 1 }}>
      <Text mb="sm">
        {t('indicators.recount-different', { at, count: formatNumber(recount.differenceCount) })}
      </Text>
      <Differences differences={recount.differences} />
    </Alert>
  )
}

/** The recount as it stands now; when its job ends, the page reads its figures again. */
function useFollowed(recount: Recount | null): Recount | null {
  const queries = useQueryClient()
  const isRunning = recount?.state === 'running'
  const { data } = useQuery({ ...recountQuery(recount?.id ?? ''), enabled: isRunning })
  const hasEnded = isRunning && data !== undefined && data.state !== 'running'
  useEffect(() => {
    if (hasEnded) void queries.invalidateQueries({ queryKey: ['indicators', 'board'] })
  }, [hasEnded, queries])
  return isRunning && data ? data : recount
}

/** Whether what is shown equals the records; a difference is an incident and stands out. */
export function RecountNote({ recount, areaId }: { recount: Recount | null; areaId: string }) {
  const t = useMessages(indicatorsMessages)
  const may = useMay()
  const queries = useQueryClient()
  const asking = useMutation({
    mutationFn: () => askRecount(areaId),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['indicators'] }),
  })
  const current = useFollowed(asking.data ?? recount)
  return (
    <section aria-label={t('indicators.recount')} aria-live="polite">
      <Group justify="space-between" align="start">
        <Words recount={current} />
        {may('indicators.recount') && current?.state !== 'running' ? (
          <Button
            variant="default"
            className="no-print"
            loading={asking.isPending}
            onClick={() => asking.mutate()}
          >
            {t('indicators.recount')}
          </Button>
        ) : null}
      </Group>
      <ProblemNote problem={asking.error} />
    </section>
  )
}
