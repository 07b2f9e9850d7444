import { Alert, Group, Stack, Text } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { z } from 'zod'
import { addDays, Day, formatDay } from '#base/day.ts'
import { Id } from '#base/id.ts'
import { Period, periodOf, periodRange } from '#base/period.ts'
import { useLanguage, useMessages } from '#platform/web/language.tsx'
import { PageButton, useChangeSearch } from '#platform/web/page-link.tsx'
import { usePageSearch } from '#platform/web/page.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Loading } from '#ui/loading.tsx'
import { formatNumber } from '#base/numbers.ts'
import { PageHead } from '#ui/page-head.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { todayHere } from '#ui/today-here.ts'
import { nameInSentence } from '#modules/areas/shared/rules.ts'
import type { Board } from '../../shared/contract.ts'
import { UnitsOf } from '../../shared/contract-then.ts'
import { CoverageKey, IndicatorCode } from '../../shared/definition.ts'
import { indicatorsMessages } from '../../shared/messages.ts'
import { indicatorsCompareMessages } from '../../shared/messages-compare.ts'
import { indicatorsLeaderMessages } from '../../shared/messages-leader.ts'
import { indicatorsPastMessages } from '../../shared/messages-past.ts'
import { whyNotThenInWords } from '../../shared/then-words.ts'
import { BoardActions, PeriodSelect } from '../components/board-actions.tsx'
import { BoardSentence } from '../components/board-sentence.tsx'
import { BreakdownSection } from '../components/breakdown-section.tsx'
import { DomainNumbers } from '../components/domain-numbers.tsx'
import { OwnSection } from '../components/own-section.tsx'
import { PastBoard } from '../components/past-board.tsx'
import { ProgressWords } from '../components/progress-words.tsx'
import { RecountNote } from '../components/recount-note.tsx'
import { TrendSection } from '../components/trend-section.tsx'
import { Units, usePictureNote } from '../components/units-section.tsx'
import { boardQuery } from '../requests.ts'

const Search = z.object({
  areaId: Id.optional().catch(undefined),
  period: Period.optional().catch(undefined),
  by: z.enum(['sex', 'age', 'minority', 'ethnic', 'poverty']).catch('sex'),
  domain: CoverageKey.catch('all'),
  /** A past day: then on units of today or of that day, by one indicator. */
  day: Day.optional().catch(undefined),
  units: UnitsOf.catch('now'),
  code: IndicatorCode.optional().catch(undefined),
})
type Search = z.infer<typeof Search>

/** The last day of the half-year before the present one. */
function lastPeriodEnd(): Day {
  const today = todayHere()
  return addDays(periodRange(periodOf(today, 'half')).from, -1)
}

function BoardHead({ board }: { board: Board }) {
  const t = useMessages(indicatorsMessages)
  const past = useMessages(indicatorsPastMessages)
  const leader = useMessages(indicatorsLeaderMessages)
  const change = useChangeSearch()
  const compared = useMessages(indicatorsCompareMessages)
  const { area, above, period, periods } = board
  const where = { areaId: area.id, period }
  return (
    <div>
      <PageHead
        title={t('indicators.title-of', { area: nameInSentence(area.name) })}
        lead={
          <Text size="lg" c="var(--mantine-color-text)">
            {board.refused ? null : <BoardSentence board={board} />}
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
            {t('indicators.up', { area: nameInSentence(above.name) })}
          </PageButton>
        ) : null}
        {area.kind === 'village' ? null : (
          <PageButton variant="default" to="/indicators/leader" search={where}>
            {leader('indicators.leader')}
          </PageButton>
        )}
        <PageButton variant="default" to="/indicators/list" search={where}>
          {t('indicators.list')}
        </PageButton>
        <PageButton variant="default" to="/indicators/compare" search={where}>
          {compared('indicators.compare')}
        </PageButton>
        <PageButton variant="default" to="/indicators" search={{ areaId: area.id, day: lastPeriodEnd() }}>
          {past('indicators.past')}
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

/** Places below that were divided since: no figure of this period on today's units. */
function RefusedUnits({ board }: { board: Board }) {
  const t = useMessages(indicatorsPastMessages)
  const { language } = useLanguage()
  if (board.refusedUnits.length === 0) return null
  return (
    <section aria-label={t('indicators.past-refused-units')}>
      <Text fw={700}>{t('indicators.past-refused-units')}</Text>
      <ul>
        {board.refusedUnits.map(({ place, refused }) => (
          <li key={place.id}>
            {place.name}: {whyNotThenInWords(refused, language)}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The place was divided since: the reason, and the way to the units of that time. */
function RefusedBoard({ board }: { board: Board }) {
  const t = useMessages(indicatorsPastMessages)
  const { language } = useLanguage()
  if (!board.refused) return null
  const day = periodRange(board.period).to
  return (
    <EmptyState
      title={t('indicators.past-refused-before')}
      why={whyNotThenInWords(board.refused, language)}
      actions={
        <PageButton to="/indicators" search={{ areaId: board.area.id, day, units: 'then' }}>
          {t('indicators.past')}
        </PageButton>
      }
    />
  )
}

function Figures({ board, search }: { board: Board; search: Search }) {
  const change = useChangeSearch()
  const where = { areaId: board.area.id, period: board.period }
  return (
    <>
      <ProgressWords board={board} />
      <DomainNumbers values={board.values} where={where} />
      <Freshness board={board} />
      <Units board={board} domain={search.domain} />
      <RefusedUnits board={board} />
      <BreakdownSection where={where} by={search.by} domain={search.domain} onChange={change} />
      <OwnSection where={where} />
    </>
  )
}

function BoardBody({ board, search }: { board: Board; search: Search }) {
  const t = useMessages(indicatorsMessages)
  const note = usePictureNote(board)
  const incident = board.recount?.state === 'different'
  const recount = <RecountNote key={board.area.id} recount={board.recount} areaId={board.area.id} />
  return (
    <Stack gap="xl">
      <BoardHead board={board} />
      {incident ? recount : null}
      {board.refused ? <RefusedBoard board={board} /> : <Figures board={board} search={search} />}
      <TrendSection
        trend={board.trend}
        target={board.values[0]?.target ?? null}
        where={{ areaId: board.area.id, period: board.period }}
        note={note}
      />
      {incident ? null : recount}
      <Text c="dimmed">{t('indicators.source', { version: board.packageVersion })}</Text>
    </Stack>
  )
}

/** Is the place on track, where not, and who is short. */
function PresentBoard({ search }: { search: Search }) {
  const t = useMessages(indicatorsMessages)
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

/** The board of the present or of an ended period; with a day, of that day. */
export function Page() {
  const search = usePageSearch(Search)
  const { areaId, day, units, code } = search
  return day === undefined ? (
    <PresentBoard search={search} />
  ) : (
    <PastBoard asked={{ areaId, day, units, code }} />
  )
}
