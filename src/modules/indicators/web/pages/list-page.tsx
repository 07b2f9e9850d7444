import { Stack, Text, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { Day, formatDay } from '#base/day.ts'
import { Id } from '#base/id.ts'
import { Period, periodName } from '#base/period.ts'
import { fold } from '#base/text.ts'
import { useLanguage, useMessages } from '#platform/web/language.tsx'
import { useMay } from '#platform/web/actor.tsx'
import { PageButton, PageLink, useChangeSearch } from '#platform/web/page-link.tsx'
import { usePageSearch } from '#platform/web/page.tsx'
import { DayField } from '#ui/day-field.tsx'
import { todayHere } from '#ui/today-here.ts'
import { DataList } from '#ui/data-list.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Loading } from '#ui/loading.tsx'
import { formatNumber } from '#base/numbers.ts'
import { PageHead } from '#ui/page-head.tsx'
import { PrintButton } from '#ui/print-button.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import type { ValuesReply } from '../../shared/contract.ts'
import {
  type IndicatorDefinition,
  type IndicatorEdition,
  type IndicatorTarget,
  isOfUnits,
} from '../../shared/definition.ts'
import type { TypedFigure } from '../../shared/contract-typed.ts'
import { indicatorsMessages } from '../../shared/messages.ts'
import { indicatorsCompareMessages } from '../../shared/messages-compare.ts'
import { indicatorsOwnMessages } from '../../shared/messages-own.ts'
import { indicatorsTypedMessages } from '../../shared/messages-typed.ts'
import { whyNotThenInWords } from '../../shared/then-words.ts'
import { IndicatorNumber } from '../components/indicator-number.tsx'
import { definitionsQuery, typedQuery, valuesQuery } from '../requests.ts'

const Search = z.object({
  areaId: Id.optional().catch(undefined),
  period: Period.optional().catch(undefined),
  day: Day.optional().catch(undefined),
})

const signs = { ge: '≥', gt: '>', le: '≤', lt: '<' } as const

function TargetWords({ targets, unit }: { targets: readonly IndicatorTarget[]; unit: string }) {
  const t = useMessages(indicatorsMessages)
  return (
    <>
      {targets.map(({ year, comparator, value }) => (
        <div key={year} className="nowrap">
          {t('indicators.target-by', { value: `${signs[comparator]} ${formatNumber(value)} ${unit}`, year })}
        </div>
      ))}
    </>
  )
}

function Name({ definition }: { definition: IndicatorDefinition }) {
  const t = useMessages(indicatorsMessages)
  const { language } = useLanguage()
  return (
    <>
      <strong>{definition.name[language]}</strong>
      <Text c="dimmed">
        {definition.code}. {t(`indicators.way-${definition.way}`)}.{' '}
        {definition.note ? definition.note[language] : ''}
      </Text>
    </>
  )
}

type TypedCellProps = { code: string; areaId: string; typed: TypedFigure | undefined }

/** The newest figure typed for the place, and the way to its history. */
function TypedCell({ code, areaId, typed }: TypedCellProps) {
  const all = useMessages(indicatorsMessages)
  const t = useMessages(indicatorsTypedMessages)
  const { language } = useLanguage()
  const mayType = useMay()('indicators.record')
  const words = typed
    ? t('indicators.typed-shown', {
        value: formatNumber(typed.value),
        unit: typed.unit,
        period: periodName(typed.period, language),
        source: typed.source,
      })
    : all('indicators.no-data')
  return (
    <>
      <div>{words}</div>
      <PageLink className="no-print" to={`/indicators/typed/${code}`} search={{ areaId }}>
        {t(mayType ? 'indicators.typed-open' : 'indicators.typed-open-read')}
      </PageLink>
    </>
  )
}

type DefinitionListProps = { definitions: readonly IndicatorDefinition[]; figures: ValuesReply }

function DefinitionList({ definitions, figures }: DefinitionListProps) {
  const t = useMessages(indicatorsMessages)
  const { language } = useLanguage()
  const byCode = new Map(figures.values.map((value) => [value.code, value]))
  const where = { areaId: figures.area.id, period: figures.period }
  const { data: newest = [] } = useQuery(typedQuery({ areaId: where.areaId }))
  const typed = new Map(newest.map((figure) => [figure.code, figure]))
  const valueOf = ({ code, way, formula }: IndicatorDefinition) => {
    const value = byCode.get(code)
    if (way === 'by-hand') return <TypedCell code={code} areaId={where.areaId} typed={typed.get(code)} />
    if (!value) return way === 'unknown' ? t('indicators.way-unknown') : t('indicators.no-data')
    const hasChildren = formula !== null && !isOfUnits(formula)
    return <IndicatorNumber value={value} where={where} withTarget={false} hasChildren={hasChildren} />
  }
  if (figures.refused) return <EmptyState title={whyNotThenInWords(figures.refused, language)} />
  return (
    <DataList
      label={t('indicators.list')}
      rows={definitions}
      rowKey={({ code }) => code}
      empty={<EmptyState title={t('indicators.none-found')} />}
      columns={[
        {
          key: 'name',
          heading: t('indicators.name'),
          kind: 'title',
          cell: (definition) => <Name definition={definition} />,
        },
        { key: 'value', heading: t('indicators.value'), cell: valueOf },
        {
          key: 'target',
          heading: t('indicators.target'),
          cell: ({ targets, unit }) => <TargetWords targets={targets} unit={unit[language]} />,
        },
        {
          key: 'source',
          heading: t('indicators.from'),
          wideOnly: true,
          cell: ({ source }) => source[language],
        },
      ]}
    />
  )
}

function useLead(edition: IndicatorEdition | undefined): string {
  const t = useMessages(indicatorsMessages)
  if (!edition) return ''
  const count = (way: string) => edition.definitions.filter((one) => one.way === way).length
  return t('indicators.list-lead', {
    total: edition.definitions.length,
    computed: count('computed'),
    hand: count('by-hand'),
    unknown: count('unknown'),
  })
}

/** The figures of a day that has gone. */
function PastDay({ day }: { day: Day | undefined }) {
  const t = useMessages(indicatorsCompareMessages)
  const change = useChangeSearch()
  return (
    <div>
      <div className="no-print">
        <DayField
          label={t('indicators.past-day')}
          value={day}
          max={todayHere()}
          onChange={(next) => change({ day: next })}
        />
      </div>
      {day ? <Text c="dimmed">{t('indicators.past-note', { day: formatDay(day) })}</Text> : null}
    </div>
  )
}

/** Definitions whose name, code or source fits what is typed, marks or not. */
function matching(definitions: readonly IndicatorDefinition[], text: string): IndicatorDefinition[] {
  const asked = fold(text)
  return definitions.filter(({ name, code, source }) =>
    fold(`${name.vi} ${name.en} ${code} ${source.vi}`).includes(asked),
  )
}

function ListHead({ figures, edition }: { figures?: ValuesReply; edition?: IndicatorEdition }) {
  const t = useMessages(indicatorsMessages)
  const own = useMessages(indicatorsOwnMessages)
  const { language } = useLanguage()
  const place = figures ? `${figures.area.name}, ${periodName(figures.period, language)}. ` : ''
  return (
    <PageHead
      title={t('indicators.list')}
      lead={`${place}${useLead(edition)}`}
      back={{ to: '/indicators', label: t('indicators.back') }}
      actions={
        <>
          <PageButton variant="default" to="/indicators/own">
            {own('indicators.own')}
          </PageButton>
          <PrintButton />
        </>
      }
    />
  )
}

/** Every indicator that a text names: its value where it is computed, and what is not known. */
export function Page() {
  const t = useMessages(indicatorsMessages)
  const { day, ...where } = usePageSearch(Search)
  const [text, setText] = useState('')
  const { data: edition, error: problem } = useQuery(definitionsQuery)
  const { data: figures, error } = useQuery(
    valuesQuery(day ? { areaId: where.areaId } : where, day ? { day } : {}),
  )
  const refused = problem ?? error
  return (
    <Stack gap="md">
      <ListHead {...(figures ? { figures } : {})} {...(edition ? { edition } : {})} />
      <TextInput
        className="no-print"
        label={t('indicators.search')}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <PastDay day={day} />
      <ProblemNote problem={refused} />
      {figures && edition ? (
        <DefinitionList definitions={matching(edition.definitions, text)} figures={figures} />
      ) : refused ? null : (
        <Loading />
      )}
    </Stack>
  )
}
