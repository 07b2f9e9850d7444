import { Button, Stack, Text } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { formatDay, formatMoment } from '#base/day.ts'
import { Id } from '#base/id.ts'
import { periodName } from '#base/period.ts'
import { useActor, useMay } from '#platform/web/actor.tsx'
import { useLanguage, useMessages } from '#platform/web/language.tsx'
import { usePageParams, usePageSearch } from '#platform/web/page.tsx'
import { DataList } from '#ui/data-list.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Loading } from '#ui/loading.tsx'
import { formatNumber } from '#base/numbers.ts'
import { PageHead } from '#ui/page-head.tsx'
import { PrintButton } from '#ui/print-button.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import type { TypedFigure } from '../../shared/contract-typed.ts'
import { IndicatorCode, type IndicatorDefinition } from '../../shared/definition.ts'
import { indicatorsMessages } from '../../shared/messages.ts'
import { indicatorsTypedMessages } from '../../shared/messages-typed.ts'
import { TypedForm } from '../components/typed-form.tsx'
import { definitionsQuery, typedQuery, valuesQuery } from '../requests.ts'

const Params = z.object({ code: IndicatorCode })
const Search = z.object({ areaId: Id.optional().catch(undefined) })

type HistoryProps = {
  figures: readonly TypedFigure[]
  mayType: boolean
  onCorrect: (figure: TypedFigure) => void
}

function valueOf({ value, numerator, denominator, unit }: TypedFigure): string {
  const counts =
    numerator === null || denominator === null
      ? ''
      : ` (${formatNumber(numerator)}/${formatNumber(denominator)})`
  return `${formatNumber(value)} ${unit}${counts}`
}

function SourceWords({ figure }: { figure: TypedFigure }) {
  const t = useMessages(indicatorsTypedMessages)
  return (
    <>
      {figure.source}
      {figure.sourceOn ? `, ${formatDay(figure.sourceOn)}` : ''}
      {figure.reason ? (
        <Text c="dimmed">{t('indicators.typed-corrects', { reason: figure.reason })}</Text>
      ) : null}
      {figure.note ? <Text c="dimmed">{figure.note}</Text> : null}
    </>
  )
}

function History({ figures, mayType, onCorrect }: HistoryProps) {
  const t = useMessages(indicatorsTypedMessages)
  const { language } = useLanguage()
  return (
    <DataList
      label={t('indicators.typed-history')}
      rows={figures}
      rowKey={({ id }) => id}
      empty={<EmptyState title={t(mayType ? 'indicators.typed-none' : 'indicators.typed-none-read')} />}
      columns={[
        {
          key: 'period',
          heading: t('indicators.typed-period'),
          kind: 'title',
          cell: ({ period }) => periodName(period, language),
        },
        { key: 'value', heading: t('indicators.typed-history'), cell: valueOf },
        {
          key: 'source',
          heading: t('indicators.typed-source'),
          cell: (figure) => <SourceWords figure={figure} />,
        },
        {
          key: 'by',
          heading: t('indicators.typed-by'),
          cell: ({ typedBy, typedAt }) => `${typedBy}, ${formatMoment(typedAt)}`,
        },
        {
          key: 'state',
          heading: t('indicators.typed-state'),
          cell: ({ replacedAt }) =>
            replacedAt === null
              ? t('indicators.typed-stands')
              : t('indicators.typed-was-replaced', { at: formatMoment(replacedAt) }),
        },
        {
          key: 'actions',
          heading: '',
          kind: 'actions',
          cell: (figure) =>
            mayType && figure.replacedAt === null ? (
              <Button variant="default" className="no-print" onClick={() => onCorrect(figure)}>
                {t('indicators.typed-correct')}
              </Button>
            ) : null,
        },
      ]}
    />
  )
}

type BodyProps = { definition: IndicatorDefinition; areaId: string; areaName: string }

function Body({ definition, areaId, areaName }: BodyProps) {
  const t = useMessages(indicatorsTypedMessages)
  const all = useMessages(indicatorsMessages)
  const { language } = useLanguage()
  const mayType = useMay()('indicators.record')
  const queries = useQueryClient()
  const { data: figures, error } = useQuery(typedQuery({ areaId, code: definition.code }))
  const [form, setForm] = useState<{ corrects: TypedFigure | undefined } | undefined>()
  const close = () => setForm(undefined)
  const done = () => {
    close()
    void queries.invalidateQueries({ queryKey: ['indicators'] })
  }
  return (
    <Stack gap="md">
      <PageHead
        title={definition.name[language]}
        lead={<Text>{t('indicators.typed-lead', { area: areaName })}</Text>}
        back={{ to: '/indicators/list', label: all('indicators.list') }}
        actions={
          <>
            {mayType ? (
              <Button onClick={() => setForm({ corrects: undefined })}>{t('indicators.typed-add')}</Button>
            ) : null}
            <PrintButton />
          </>
        }
      />
      <ProblemNote problem={error} />
      {figures ? (
        <History figures={figures} mayType={mayType} onCorrect={(corrects) => setForm({ corrects })} />
      ) : error ? null : (
        <Loading rows={3} />
      )}
      {form ? <TypedForm {...{ definition, areaId, ...form, onDone: done, onClose: close }} /> : null}
    </Stack>
  )
}

/** Everything typed for one indicator in a place: what stands, what stood before, from which document, by whom. */
export function Page() {
  const { code } = usePageParams(Params)
  const { areaId } = usePageSearch(Search)
  const { area } = useActor()
  const t = useMessages(indicatorsTypedMessages)
  const { data: edition, error } = useQuery(definitionsQuery)
  const where = { areaId: areaId ?? area.id }
  const { data: values, error: problem } = useQuery(valuesQuery(where, { codes: code }))
  const definition = edition?.definitions.find((one) => one.code === code)
  if (definition && values)
    return <Body definition={definition} areaId={where.areaId} areaName={values.area.fullName} />
  return (
    <>
      <PageHead title={t('indicators.typed')} />
      <ProblemNote problem={error ?? problem} />
      {error || problem ? null : edition && !definition ? (
        <EmptyState title={t('indicators.typed-none-read')} />
      ) : (
        <Loading />
      )}
    </>
  )
}
