import { Alert, Box, Group, Stack, Text, Title } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { z } from 'zod'
import { formatDay } from '#base/day.ts'
import { Id } from '#base/id.ts'
import { Period } from '#base/period.ts'
import { useLanguage, useMessages } from '#platform/web/language.tsx'
import { PageButton, PageLink, useChangeSearch } from '#platform/web/page-link.tsx'
import { usePageSearch } from '#platform/web/page.tsx'
import { Loading } from '#ui/loading.tsx'
import { formatNumber, formatPercent } from '#ui/numbers.ts'
import { PageHead } from '#ui/page-head.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { percentScale } from '#modules/areas/shared/bands.ts'
import { AreaMap } from '#modules/areas/web/public.tsx'
import type { Board, IndicatorValue } from '../../shared/contract.ts'
import { CoverageKey } from '../../shared/definition.ts'
import { groupName } from '../../shared/group-names.ts'
import { indicatorsMessages } from '../../shared/messages.ts'
import { indicatorsCompareMessages } from '../../shared/messages-compare.ts'
import { BoardActions, PeriodSelect } from '../components/board-actions.tsx'
import { BoardSentence } from '../components/board-sentence.tsx'
import { BreakdownSection } from '../components/breakdown-section.tsx'
import { domainOf, DomainNumbers } from '../components/domain-numbers.tsx'
import { ProgressWords } from '../components/progress-words.tsx'
import { RecountNote } from '../components/recount-note.tsx'
import { TrendSection } from '../components/trend-section.tsx'
import { ValuesTable } from '../components/values-table.tsx'
import { boardQuery } from '../requests.ts'

const Search = z.object({
  areaId: Id.optional().catch(undefined),
  period: Period.optional().catch(undefined),
  by: z.enum(['sex', 'age', 'minority', 'ethnic', 'poverty']).catch('sex'),
  domain: CoverageKey.catch('all'),
})
type Search = z.infer<typeof Search>

function lowestFirst(a: IndicatorValue, b: IndicatorValue): number {
  return (a.value ?? 101) - (b.value ?? 101) || (b.missing ?? 0) - (a.missing ?? 0)
}

const unitsHeading = {
  commune: 'indicators.units-village',
  province: 'indicators.units-commune',
  nation: 'indicators.units-province',
} as const

function Units({ board, domain }: { board: Board; domain: CoverageKey }) {
  const t = useMessages(indicatorsMessages)
  const { kind, id: areaId } = board.area
  if (kind !== 'commune' && kind !== 'province' && kind !== 'nation') return null
  const values = board.units.filter(({ code }) => domainOf(code) === domain).toSorted(lowestFirst)
  const where = { areaId, period: board.period }
  return (
    <section aria-label={t(unitsHeading[kind])}>
      <Title order={2} mb="sm">
        {t(unitsHeading[kind])}
      </Title>
      {kind === 'commune' ? null : <UnitsMap board={board} values={values} />}
      <ValuesTable
        label={t(unitsHeading[kind])}
        heading={t('indicators.unit')}
        values={values}
        where={where}
        empty={t('indicators.no-units')}
        nameOf={({ group }, name) =>
          group === null || group.key === 'unknown' ? (
            name
          ) : (
            <PageLink to="/indicators" search={{ areaId: group.key, period: board.period }}>
              {name}
            </PageLink>
          )
        }
      />
    </section>
  )
}

/** Communes of a province, provinces of the nation: where it is, beside the table that says it in words. */
function UnitsMap({ board, values }: { board: Board; values: readonly IndicatorValue[] }) {
  const t = useMessages(indicatorsMessages)
  const { language } = useLanguage()
  const areas = values.flatMap(({ group, value }) =>
    group && group.key !== 'unknown'
      ? [
          {
            id: group.key,
            name: groupName(group, language),
            value,
            text: value === null ? '' : formatPercent(value),
          },
        ]
      : [],
  )
  if (areas.length === 0) return null
  return (
    <Box mb="md">
      <AreaMap
        label={t(unitsHeading[board.area.kind === 'nation' ? 'nation' : 'province'])}
        parentId={board.area.id}
        areas={areas}
        scale={percentScale}
      />
    </Box>
  )
}

function BoardHead({ board }: { board: Board }) {
  const t = useMessages(indicatorsMessages)
  const change = useChangeSearch()
  const compared = useMessages(indicatorsCompareMessages)
  const { area, above, period, periods } = board
  const where = { areaId: area.id, period }
  return (
    <div>
      <PageHead
        title={t('indicators.title-of', { area: area.name })}
        lead={
          <Text size="lg" c="var(--mantine-color-text)">
            <BoardSentence board={board} />
          </Text>
        }
        actions={
          <>
            <PeriodSelect periods={periods} period={period} onChange={(next) => change({ period: next })} />
            <BoardActions where={where} />
          </>
        }
      />
      <Group className="no-print" gap="sm">
        {above ? (
          <PageButton variant="default" to="/indicators" search={{ areaId: above.id, period }}>
            {t('indicators.up', { area: above.name })}
          </PageButton>
        ) : null}
        <PageButton variant="default" to="/indicators/list" search={where}>
          {t('indicators.list')}
        </PageButton>
        <PageButton variant="default" to="/indicators/compare" search={where}>
          {compared('indicators.compare')}
        </PageButton>
      </Group>
    </div>
  )
}

function Freshness({ board }: { board: Board }) {
  const t = useMessages(indicatorsMessages)
  const all = board.values[0]?.denominator ?? 0
  return (
    <>
      {board.pending > 0 ? (
        <Alert color="blue" role="status">
          {t('indicators.pending', { count: formatNumber(board.pending) })}
        </Alert>
      ) : null}
      <Text c="dimmed">
        {t('indicators.as-of', { day: formatDay(board.asOf) })}.{' '}
        {board.assessed !== null && board.assessed < all
          ? t('indicators.assessed', { assessed: formatNumber(board.assessed), all: formatNumber(all) })
          : null}
      </Text>
    </>
  )
}

function BoardBody({ board, search }: { board: Board; search: Search }) {
  const t = useMessages(indicatorsMessages)
  const change = useChangeSearch()
  const where = { areaId: board.area.id, period: board.period }
  const incident = board.recount?.state === 'different'
  const recount = <RecountNote key={board.area.id} recount={board.recount} areaId={board.area.id} />
  return (
    <Stack gap="xl">
      <BoardHead board={board} />
      {incident ? recount : null}
      <ProgressWords board={board} />
      <DomainNumbers values={board.values} where={where} />
      <Freshness board={board} />
      <Units board={board} domain={search.domain} />
      <BreakdownSection where={where} by={search.by} domain={search.domain} onChange={change} />
      <TrendSection trend={board.trend} target={board.values[0]?.target ?? null} />
      {incident ? null : recount}
      <Text c="dimmed">{t('indicators.source', { version: board.packageVersion })}</Text>
    </Stack>
  )
}

/** Is the place on track, where not, and who is short. */
export function Page() {
  const t = useMessages(indicatorsMessages)
  const search = usePageSearch(Search)
  const { areaId, period } = search
  const { data, error, refetch } = useQuery({
    ...boardQuery({ areaId, period }),
    placeholderData: keepPreviousData,
  })
  if (data && !error) return <BoardBody board={data} search={search} />
  return (
    <>
      <PageHead title={t('indicators.title')} />
      <ProblemNote problem={error} onTryAgain={() => void refetch()} />
      {error ? null : <Loading />}
    </>
  )
}
