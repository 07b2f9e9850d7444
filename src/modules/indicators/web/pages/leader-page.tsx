import { Group, Stack, Text, Title } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { z } from 'zod'
import { formatDay } from '#base/day.ts'
import { Id } from '#base/id.ts'
import { Period, periodName } from '#base/period.ts'
import { useLanguage, useMessages } from '#platform/web/language.tsx'
import { PageButton, PageLink, useChangeSearch } from '#platform/web/page-link.tsx'
import { usePageSearch } from '#platform/web/page.tsx'
import { DataList, type DataListColumn } from '#ui/data-list.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Loading } from '#ui/loading.tsx'
import { formatNumber, formatPercent } from '#base/numbers.ts'
import { PageHead } from '#ui/page-head.tsx'
import { PrintButton } from '#ui/print-button.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { StateMark } from '#ui/state-badge.tsx'
import { nameInSentence } from '#modules/areas/shared/rules.ts'
import type { LeaderBoard, LeaderFigure, LeaderUnit } from '../../shared/contract-leader.ts'
import { indicatorsMessages } from '../../shared/messages.ts'
import { indicatorsCompareMessages } from '../../shared/messages-compare.ts'
import { indicatorsLeaderMessages } from '../../shared/messages-leader.ts'
import { PeriodSelect } from '../components/board-actions.tsx'
import { BoardSentence } from '../components/board-sentence.tsx'
import { domainOf } from '../components/domain-numbers.tsx'
import { PictureFrame } from '../components/picture-frame.tsx'
import { usePictureNote } from '../components/units-section.tsx'
import { usePeriods } from '../periods.ts'
import { exportLeader, leaderQuery } from '../requests.ts'
import { valueWords } from '../value-words.ts'

/** The chart library is fetched only when there is something to draw. */
const BarChart = lazy(async () => ({ default: (await import('../components/bar-chart.tsx')).BarChart }))

const Search = z.object({
  areaId: Id.optional().catch(undefined),
  period: Period.optional().catch(undefined),
})

const likes = { reached: 'done', 'on-track': 'coming', behind: 'overdue', none: 'not-applicable' } as const

/** Word, icon and colour say the same. */
function ProgressMark({ progress }: Pick<LeaderFigure, 'progress'>) {
  const t = useMessages(indicatorsLeaderMessages)
  return <StateMark like={likes[progress]}>{t(`indicators.leader-${progress}`)}</StateMark>
}

function useChangeWords(): (change: number | null) => string {
  const t = useMessages(indicatorsLeaderMessages)
  return (change) => {
    if (change === null) return ''
    if (change === 0) return t('indicators.leader-same')
    const points = formatNumber(Math.abs(change))
    return t(change > 0 ? 'indicators.leader-up' : 'indicators.leader-down', { points })
  }
}

/** Columns that every table of the page has. */
function useColumns<Figure extends LeaderFigure>(): DataListColumn<Figure>[] {
  const t = useMessages(indicatorsLeaderMessages)
  const all = useMessages(indicatorsMessages)
  const changeWords = useChangeWords()
  const words = { none: all('indicators.no-data'), hidden: all('indicators.hidden') }
  const gap = ({ value }: Figure) => (value.missing === null ? '' : formatNumber(value.missing))
  return [
    {
      key: 'share',
      heading: all('indicators.share'),
      kind: 'number',
      cell: ({ value }) => valueWords(value, words),
    },
    { key: 'progress', heading: t('indicators.leader-progress'), cell: (one) => <ProgressMark {...one} /> },
    { key: 'gap', heading: t('indicators.leader-gap'), kind: 'number', cell: gap },
    { key: 'change', heading: t('indicators.leader-change'), cell: ({ change }) => changeWords(change) },
  ]
}

function UnitList({ title, units, board, empty }: UnitListProps) {
  const t = useMessages(indicatorsLeaderMessages)
  const all = useMessages(indicatorsMessages)
  const columns = useColumns<LeaderUnit>()
  const nameOf = ({ value }: LeaderUnit) => {
    const name = value.group?.name ?? ''
    if (board.area.kind === 'commune' || !value.group) return name
    return (
      <PageLink to="/indicators/leader" search={{ areaId: value.group.key, period: board.period }}>
        {name}
      </PageLink>
    )
  }
  return (
    <section aria-label={title}>
      <Title order={2} mb="sm">
        {title}
      </Title>
      <DataList
        label={title}
        rows={units}
        rowKey={({ value }) => value.group?.key ?? ''}
        empty={<EmptyState title={empty} />}
        columns={[
          { key: 'unit', heading: all('indicators.unit'), kind: 'title', cell: nameOf },
          {
            key: 'rank',
            heading: t('indicators.leader-rank'),
            kind: 'number',
            cell: ({ rank }) => rank ?? '',
          },
          ...columns,
        ]}
      />
    </section>
  )
}

type UnitListProps = { title: string; units: readonly LeaderUnit[]; board: LeaderBoard; empty: string }

/** On track or not, with the rule, the gap in children and the change. */
function Answer({ board }: { board: LeaderBoard }) {
  const t = useMessages(indicatorsLeaderMessages)
  const compared = useMessages(indicatorsCompareMessages)
  const { language } = useLanguage()
  const changeWords = useChangeWords()
  const { all, before, asOf } = board
  const since = before
    ? `${t('indicators.leader-since', { period: periodName(before.period, language) })}: ${changeWords(all.change) || t('indicators.leader-none')}`
    : t('indicators.leader-no-before')
  const progressCount = (progress: LeaderFigure['progress']) =>
    formatNumber(board.units.filter((unit) => unit.progress === progress).length)
  return (
    <Stack gap="xs">
      <Text size="lg">
        <BoardSentence board={{ area: board.area, values: [all.value] }} />
      </Text>
      <Group gap="md">
        <ProgressMark progress={all.progress} />
        <Text>{since}.</Text>
      </Group>
      {all.expected === null || all.progress === 'reached' ? null : (
        <Text>
          {compared('indicators.progress-expected', {
            day: formatDay(asOf),
            percent: formatPercent(all.expected),
          })}
        </Text>
      )}
      {board.units.length > 0 ? (
        <Text>
          {t('indicators.leader-counts', {
            reached: progressCount('reached'),
            onTrack: progressCount('on-track'),
            behind: progressCount('behind'),
            none: progressCount('none'),
          })}
        </Text>
      ) : null}
      <Text c="dimmed">{compared('indicators.progress-rule')}</Text>
    </Stack>
  )
}

function Domains({ board }: { board: LeaderBoard }) {
  const t = useMessages(indicatorsLeaderMessages)
  const all = useMessages(indicatorsMessages)
  const columns = useColumns<LeaderFigure>()
  const note = usePictureNote(board)
  const nameOf = ({ value }: LeaderFigure) => all(`indicators.domain-${domainOf(value.code)}`)
  const rows = [board.all, ...board.domains].map((figure) => ({
    name: nameOf(figure),
    values: [figure.value.value, figure.value.target?.value ?? null],
  }))
  const label = `${board.area.name}: ${t('indicators.leader-picture')}`
  return (
    <section aria-label={t('indicators.leader-domains')}>
      <Title order={2} mb="sm">
        {t('indicators.leader-domains')}
      </Title>
      <PictureFrame
        caption={{ name: label, note }}
        onTable={() => exportLeader({ areaId: board.area.id, period: board.period })}
      >
        <Suspense fallback={<Loading />}>
          <BarChart
            label={label}
            rows={rows}
            series={[t('indicators.leader-now'), t('indicators.leader-target')]}
          />
        </Suspense>
      </PictureFrame>
      <DataList
        label={t('indicators.leader-domains')}
        rows={board.domains}
        rowKey={({ value }) => value.code}
        columns={[
          { key: 'domain', heading: t('indicators.leader-domain'), kind: 'title', cell: nameOf },
          ...columns,
        ]}
      />
    </section>
  )
}

/** So many of the lowest are named first. */
const worstShown = 5

function Body({ board }: { board: LeaderBoard }) {
  const t = useMessages(indicatorsLeaderMessages)
  const all = useMessages(indicatorsMessages)
  const lowestFirst = board.units
    .filter(({ rank }) => rank !== null)
    .toSorted((a, b) => (a.value.value ?? 0) - (b.value.value ?? 0))
  const fallen = board.units
    .filter(({ change }) => change !== null && change < 0)
    .toSorted((a, b) => (a.change ?? 0) - (b.change ?? 0))
  const empty = all('indicators.no-units')
  const { units } = board
  return (
    <>
      <Answer board={board} />
      <UnitList
        title={t('indicators.leader-worst')}
        units={lowestFirst.slice(0, worstShown)}
        {...{ board, empty }}
      />
      <UnitList
        title={t('indicators.leader-fallen')}
        units={fallen.slice(0, worstShown)}
        board={board}
        empty={t(board.before ? 'indicators.leader-none-fallen' : 'indicators.leader-no-before')}
      />
      <Domains board={board} />
      <UnitList title={t('indicators.leader-all')} {...{ units, board, empty }} />
      <Text c="dimmed">{t('indicators.leader-privacy')}</Text>
    </>
  )
}

/** Everything a leader decides by on one page, on a phone as well: no name of a child, no way to one. */
export function Page() {
  const t = useMessages(indicatorsLeaderMessages)
  const all = useMessages(indicatorsMessages)
  const { language } = useLanguage()
  const { areaId, period } = usePageSearch(Search)
  const change = useChangeSearch()
  const periods = usePeriods().map(({ value }) => value)
  const { data, error, refetch } = useQuery({
    ...leaderQuery({ areaId, period }),
    placeholderData: keepPreviousData,
  })
  const holes = data && {
    area: data.area.fullName,
    period: periodName(data.period, language),
    day: formatDay(data.asOf),
  }
  return (
    <Stack gap="xl">
      <PageHead
        title={
          data
            ? t('indicators.leader-title', { area: nameInSentence(data.area.name) })
            : t('indicators.leader')
        }
        lead={holes ? t('indicators.leader-lead', holes) : ''}
        back={{ to: '/indicators', label: all('indicators.back') }}
        actions={
          data ? (
            <>
              <PeriodSelect
                periods={periods.includes(data.period) ? periods : [data.period, ...periods]}
                period={data.period}
                onChange={(next) => change({ period: next })}
              />
              <PageButton variant="default" to="/indicators/results" search={{ areaId: data.area.id }}>
                {t('indicators.leader-plans')}
              </PageButton>
              <PrintButton />
            </>
          ) : null
        }
      />
      <ProblemNote problem={error} onTryAgain={() => void refetch()} />
      {data && !error ? <Body board={data} /> : error ? null : <Loading />}
    </Stack>
  )
}
