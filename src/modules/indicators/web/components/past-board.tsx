import { Button, Group, Select, SegmentedControl, Stack, Text, Title } from '@mantine/core'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { formatDay } from '#base/day.ts'
import { periodName, periodRange } from '#base/period.ts'
import { useLanguage, useMessages } from '#platform/web/language.tsx'
import { PageButton, PageLink, useChangeSearch } from '#platform/web/page-link.tsx'
import { DataList } from '#ui/data-list.tsx'
import { DayField } from '#ui/day-field.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Loading } from '#ui/loading.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { PrintButton } from '#ui/print-button.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { todayHere } from '#ui/today-here.ts'
import { nameInSentence } from '#modules/areas/shared/rules.ts'
import type { PastBoard as PastReply, PlaceThen } from '../../shared/contract-then.ts'
import { indicatorsMessages } from '../../shared/messages.ts'
import { indicatorsPastMessages } from '../../shared/messages-past.ts'
import { whyNotThenInWords } from '../../shared/then-words.ts'
import { definitionsQuery, exportPast, type PastAskedFor, pastQuery } from '../requests.ts'
import { useEndedPeriods } from '../periods.ts'
import { valueWords } from '../value-words.ts'

function Choices({ asked }: { asked: PastAskedFor }) {
  const t = useMessages(indicatorsPastMessages)
  const change = useChangeSearch()
  const ended = useEndedPeriods()
  const units = [
    { value: 'now', label: t('indicators.past-units-now') },
    { value: 'then', label: t('indicators.past-units-then') },
  ]
  const period = ended.find(({ value }) => periodRange(value).to === asked.day)?.value ?? null
  return (
    <Group className="no-print" align="end" gap="md">
      <DayField
        label={t('indicators.past-day-label')}
        value={asked.day}
        max={todayHere()}
        onChange={(day) => (day ? change({ day }) : undefined)}
      />
      <Select
        label={t('indicators.past-period')}
        data={ended}
        value={period}
        onChange={(next) => (next ? change({ day: periodRange(next).to }) : undefined)}
      />
      <div role="group" aria-label={t('indicators.past-units')}>
        <Text fw={500}>{t('indicators.past-units')}</Text>
        <SegmentedControl data={units} value={asked.units} onChange={(next) => change({ units: next })} />
      </div>
    </Group>
  )
}

function useNames(): (code: string) => string {
  const { language } = useLanguage()
  const { data } = useQuery(definitionsQuery)
  const names = new Map(data?.definitions.map(({ code, name }) => [code, name[language]]))
  return (code) => names.get(code) ?? code
}

/** A place with its figure, or the reason why there is none. */
function figureOf({ refused, values }: PlaceThen, words: Words): string {
  if (refused) return whyNotThenInWords(refused, words.language)
  return valueWords(values[0] ?? null, words)
}

type Words = { language: 'vi' | 'en'; none: string; hidden: string }

function useWords(): Words {
  const t = useMessages(indicatorsMessages)
  const { language } = useLanguage()
  return { language, none: t('indicators.no-data'), hidden: t('indicators.hidden') }
}

function Whole({ whole }: { whole: PlaceThen }) {
  const t = useMessages(indicatorsPastMessages)
  const all = useMessages(indicatorsMessages)
  const nameOf = useNames()
  const words = useWords()
  return (
    <section aria-label={t('indicators.past-whole')}>
      <Title order={2} mb="sm">
        {t('indicators.past-whole')}
      </Title>
      {whole.refused ? (
        <EmptyState title={whyNotThenInWords(whole.refused, words.language)} />
      ) : (
        <DataList
          label={t('indicators.past-whole')}
          rows={whole.values.filter(({ value, hidden }) => value !== null || hidden)}
          rowKey={({ code }) => code}
          empty={<EmptyState title={all('indicators.no-data')} />}
          columns={[
            { key: 'name', heading: all('indicators.name'), kind: 'title', cell: ({ code }) => nameOf(code) },
            { key: 'value', heading: t('indicators.past-figure'), cell: (value) => valueWords(value, words) },
          ]}
        />
      )}
    </section>
  )
}

/** A unit of that day opens with what lay in it; villages have nothing below. */
function PlaceName({ place, asked }: { place: PlaceThen['place']; asked: PastAskedFor }) {
  const t = useMessages(indicatorsMessages)
  if (place === null) return <>{t('indicators.unit-unknown')}</>
  if (place.kind === 'village') return <>{place.name}</>
  const { day, units, code } = asked
  return (
    <PageLink to="/indicators" search={{ areaId: place.id, day, units, code }}>
      {place.name}
    </PageLink>
  )
}

function Parts({ board, asked }: { board: PastReply; asked: PastAskedFor }) {
  const t = useMessages(indicatorsPastMessages)
  const all = useMessages(indicatorsMessages)
  const change = useChangeSearch()
  const nameOf = useNames()
  const words = useWords()
  const heading = board.whole
    ? t(board.units === 'then' ? 'indicators.past-parts-then' : 'indicators.past-parts-now')
    : t('indicators.past-origins', { area: nameInSentence(board.area.name) })
  const empty = t(board.whole ? 'indicators.past-no-parts' : 'indicators.past-no-origins')
  return (
    <section aria-label={heading}>
      <Title order={2} mb="sm">
        {heading}
      </Title>
      <Select
        className="no-print"
        mb="sm"
        maw="40rem"
        label={t('indicators.past-indicator')}
        data={board.codes.map((code) => ({ value: code, label: nameOf(code) }))}
        value={board.code}
        allowDeselect={false}
        onChange={(code) => change({ code: code ?? undefined })}
      />
      <DataList
        label={`${heading}: ${nameOf(board.code)}`}
        rows={board.parts}
        rowKey={({ place }) => place?.id ?? 'unknown'}
        empty={<EmptyState title={empty} />}
        columns={[
          {
            key: 'place',
            heading: all('indicators.unit'),
            kind: 'title',
            cell: ({ place }) => <PlaceName place={place} asked={asked} />,
          },
          { key: 'value', heading: t('indicators.past-figure'), cell: (part) => figureOf(part, words) },
        ]}
      />
    </section>
  )
}

function Actions({ asked }: { asked: PastAskedFor }) {
  const t = useMessages(indicatorsPastMessages)
  const all = useMessages(indicatorsMessages)
  const exporting = useMutation({ mutationFn: () => exportPast(asked) })
  return (
    <>
      <PageButton variant="default" to="/indicators" search={{ areaId: asked.areaId }}>
        {t('indicators.past-present')}
      </PageButton>
      <Button variant="default" loading={exporting.isPending} onClick={() => exporting.mutate()}>
        {all('indicators.export-xlsx')}
      </Button>
      <PrintButton />
      <ProblemNote problem={exporting.error} />
    </>
  )
}

function Body({ board, asked }: { board: PastReply; asked: PastAskedFor }) {
  const t = useMessages(indicatorsPastMessages)
  const { language } = useLanguage()
  return (
    <>
      {board.whole ? <Whole whole={board.whole} /> : null}
      <Parts board={board} asked={asked} />
      <Text c="dimmed">
        {t('indicators.past-source')} {formatDay(board.day)}, {periodName(board.period, language)}.
      </Text>
    </>
  )
}

/** The board of a day that has gone, on the units of today or of that day. */
export function PastBoard({ asked }: { asked: PastAskedFor }) {
  const t = useMessages(indicatorsPastMessages)
  const all = useMessages(indicatorsMessages)
  const { data, error, refetch } = useQuery({ ...pastQuery(asked), placeholderData: keepPreviousData })
  const day = formatDay(asked.day)
  const title = data
    ? t('indicators.past-title', { area: nameInSentence(data.area.name), day })
    : all('indicators.title')
  return (
    <Stack gap="lg">
      <PageHead
        title={title}
        lead={<Text>{t('indicators.past-lead')}</Text>}
        actions={<Actions asked={asked} />}
      />
      <Choices asked={asked} />
      {data?.above ? (
        <div className="no-print">
          <PageButton
            variant="default"
            to="/indicators"
            search={{ areaId: data.above.id, day: asked.day, units: asked.units, code: asked.code }}
          >
            {all('indicators.up', { area: nameInSentence(data.above.name) })}
          </PageButton>
        </div>
      ) : null}
      <ProblemNote problem={error} onTryAgain={() => void refetch()} />
      {data && !error ? <Body board={data} asked={asked} /> : error ? null : <Loading />}
    </Stack>
  )
}
