import { Select, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { z } from 'zod'
import { formatDay } from '#base/day.ts'
import { Id } from '#base/id.ts'
import { Period, periodName } from '#base/period.ts'
import { useLanguage, useMessages } from '#platform/web/language.tsx'
import { PageLink, useChangeSearch } from '#platform/web/page-link.tsx'
import { usePageSearch } from '#platform/web/page.tsx'
import { DataList } from '#ui/data-list.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Loading } from '#ui/loading.tsx'
import { formatNumber } from '#base/numbers.ts'
import { PageHead } from '#ui/page-head.tsx'
import { PrintButton } from '#ui/print-button.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { StateMark } from '#ui/state-badge.tsx'
import { nameInSentence } from '#modules/areas/shared/rules.ts'
import type { PlanResult, PlanResults } from '../../shared/contract-results.ts'
import { indicatorsMessages } from '../../shared/messages.ts'
import { indicatorsCompareMessages } from '../../shared/messages-compare.ts'
import { whyNotThenInWords } from '../../shared/then-words.ts'
import { PictureFrame } from '../components/picture-frame.tsx'
import { usePictureNote } from '../components/units-section.tsx'
import { usePeriods } from '../periods.ts'
import { exportResults, plansToMeasure, resultsQuery } from '../requests.ts'
import { valueWords } from '../value-words.ts'

/** The chart library is fetched only when there is something to draw. */
const BarChart = lazy(async () => ({ default: (await import('../components/bar-chart.tsx')).BarChart }))

const Search = z.object({
  plan: Id.optional().catch(undefined),
  areaId: Id.optional().catch(undefined),
  period: Period.optional().catch(undefined),
})
type Search = z.infer<typeof Search>

const signs = { eq: '', ge: '≥ ', gt: '> ', le: '≤ ', lt: '< ', reduce: '↓ ', increase: '↑ ' } as const
const likes = { reached: 'done', short: 'overdue', none: 'not-applicable' } as const
const words = { reached: 'reached', short: 'short', none: 'unknown' } as const

function goalOf({ comparator, target, unit }: PlanResult): string {
  return `${signs[comparator]}${formatNumber(target)}${unit === '%' ? '%' : ` ${unit}`}`
}

function ResultTable({ reply }: { reply: PlanResults }) {
  const t = useMessages(indicatorsCompareMessages)
  const all = useMessages(indicatorsMessages)
  const none = { none: all('indicators.no-data'), hidden: all('indicators.hidden') }
  const goal = (one: PlanResult) =>
    one.year === null ? goalOf(one) : t('indicators.results-of-year', { value: goalOf(one), year: one.year })
  const sourceOf = ({ value, source, asOf }: PlanResult) => {
    if (value === null || asOf === null) return ''
    const day = formatDay(asOf)
    return source === null
      ? t('indicators.results-computed', { day })
      : t('indicators.results-typed', { source, day })
  }
  return (
    <DataList
      label={t('indicators.results')}
      rows={reply.results}
      rowKey={({ targetId }) => targetId}
      empty={<EmptyState title={t('indicators.results-none')} />}
      columns={[
        { key: 'target', heading: t('indicators.results-target'), kind: 'title', cell: ({ text }) => text },
        { key: 'goal', heading: t('indicators.results-goal'), cell: goal },
        { key: 'result', heading: t('indicators.results-result'), cell: (one) => valueWords(one, none) },
        {
          key: 'gap',
          heading: t('indicators.results-gap'),
          cell: ({ missing }) =>
            missing === null ? '' : t('indicators.results-children', { count: formatNumber(missing) }),
        },
        {
          key: 'state',
          heading: t('indicators.results-state'),
          cell: ({ state }) => (
            <StateMark like={likes[state]}>{t(`indicators.results-${words[state]}`)}</StateMark>
          ),
        },
        { key: 'source', heading: t('indicators.results-source'), cell: sourceOf },
      ]}
    />
  )
}

/** Targets in percent that have a result: both as bars. */
function ResultPicture({ reply }: { reply: PlanResults }) {
  const t = useMessages(indicatorsCompareMessages)
  const note = usePictureNote(reply)
  const rows = reply.results
    .filter(({ unit, value }) => unit === '%' && value !== null)
    .map(({ text, value, target }) => ({ name: text, values: [value, target] }))
  if (rows.length === 0) return null
  const label = `${t('indicators.results')} (%): ${reply.plan.title}`
  return (
    <PictureFrame
      caption={{ name: label, note }}
      onTable={() => exportResults(reply.plan.id, { areaId: reply.area.id, period: reply.period })}
    >
      <Suspense fallback={<Loading />}>
        <BarChart
          label={label}
          rows={rows}
          series={[t('indicators.results-result'), t('indicators.results-goal')]}
        />
      </Suspense>
    </PictureFrame>
  )
}

function Results({ reply }: { reply: PlanResults }) {
  const t = useMessages(indicatorsCompareMessages)
  const { language } = useLanguage()
  const { area, period, asOf, plan, refused } = reply
  const place = nameInSentence(area.fullName)
  const holes = { area: place, period: periodName(period, language), day: formatDay(asOf) }
  if (refused) return <EmptyState title={whyNotThenInWords(refused, language)} />
  return (
    <Stack gap="md">
      <Text>
        <PageLink to={`/plans/${plan.id}`}>{[plan.title, plan.number].filter(Boolean).join(', ')}</PageLink>.{' '}
        {t('indicators.results-at', holes)}.
      </Text>
      <ResultPicture reply={reply} />
      <ResultTable reply={reply} />
    </Stack>
  )
}

function Choices({ search, period }: { search: Search; period: Period | undefined }) {
  const t = useMessages(indicatorsCompareMessages)
  const all = useMessages(indicatorsMessages)
  const change = useChangeSearch()
  const { data: plans = [], error } = useQuery(plansToMeasure)
  return (
    <Stack gap="sm" className="no-print" maw="48rem">
      <ProblemNote problem={error} />
      <Select
        label={t('indicators.results-plan')}
        data={plans.map(({ id, title, number, areaName }) => ({
          value: id,
          label: [title, number, areaName].filter(Boolean).join(', '),
        }))}
        value={search.plan ?? null}
        searchable
        onChange={(plan) => change({ plan: plan ?? undefined })}
      />
      <Select
        label={all('indicators.period')}
        data={usePeriods()}
        value={search.period ?? period ?? null}
        allowDeselect={false}
        onChange={(next) => change({ period: next ?? undefined })}
      />
    </Stack>
  )
}

/** The targets of a plan beside what was reached. */
export function Page() {
  const t = useMessages(indicatorsCompareMessages)
  const all = useMessages(indicatorsMessages)
  const search = usePageSearch(Search)
  const { plan, areaId, period } = search
  const { data, error, refetch } = useQuery({
    ...resultsQuery(plan ?? '', { areaId, period }),
    enabled: plan !== undefined,
  })
  return (
    <Stack gap="md">
      <PageHead
        title={t('indicators.results')}
        lead={<Text>{t('indicators.results-lead')}</Text>}
        back={{ to: '/indicators', label: all('indicators.back') }}
        actions={<PrintButton />}
      />
      <Choices search={search} period={data?.period} />
      <ProblemNote problem={error} onTryAgain={() => void refetch()} />
      {plan === undefined ? <EmptyState title={t('indicators.results-choose')} /> : null}
      {data ? <Results reply={data} /> : plan === undefined || error ? null : <Loading />}
    </Stack>
  )
}
