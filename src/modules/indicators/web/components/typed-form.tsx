import { newId } from '#base/id.ts'
import { type Period, periodName, periodRange } from '#base/period.ts'
import { useLanguage, useMessages } from '#platform/web/language.tsx'
import { FormDialog, type FormField } from '#ui/form-dialog.tsx'
import type { FormDraft } from '#ui/form-values.ts'
import { todayHere } from '#ui/today-here.ts'
import { type TypedFigure, TypeFigure } from '../../shared/contract-typed.ts'
import type { IndicatorDefinition } from '../../shared/definition.ts'
import { indicatorsTypedMessages } from '../../shared/messages-typed.ts'
import { typeFigure } from '../requests.ts'

/** The years that documents in hand speak of, with their halves, newest first. */
function periodsBack(years: number): Period[] {
  const today = todayHere()
  const year = Number(today.slice(0, 4))
  const all = Array.from({ length: years }, (_, back) => year - back)
  return all
    .flatMap((one) => [`${one}`, `${one}-H2`, `${one}-H1`])
    .filter((period) => periodRange(period).from <= today)
}

export type TypedFormProps = {
  definition: IndicatorDefinition
  areaId: string
  /** The figure to be corrected; without it a first one is typed. */
  corrects: TypedFigure | undefined
  onDone: () => void
  onClose: () => void
}

const asText = (value: number | null) => (value === null ? undefined : String(value).replace('.', ','))

function useFields({ unit }: IndicatorDefinition, isCorrection: boolean): FormField[] {
  const t = useMessages(indicatorsTypedMessages)
  const { language } = useLanguage()
  const choices = periodsBack(8).map((period) => ({ value: period, label: periodName(period, language) }))
  const period: FormField = {
    name: 'period',
    label: t('indicators.typed-period'),
    kind: 'choice',
    required: true,
    choices,
  }
  const value = t('indicators.typed-value', { unit: unit[language] })
  const reason: FormField = {
    name: 'reason',
    label: t('indicators.typed-reason'),
    kind: 'text',
    required: true,
  }
  return [
    ...(isCorrection ? [] : [period]),
    { name: 'value', label: value, kind: 'number', required: true },
    { name: 'numerator', label: t('indicators.typed-numerator'), kind: 'number' },
    { name: 'denominator', label: t('indicators.typed-denominator'), kind: 'number' },
    { name: 'source', label: t('indicators.typed-source'), kind: 'text', required: true },
    { name: 'sourceOn', label: t('indicators.typed-source-on'), kind: 'day' },
    { name: 'note', label: t('indicators.typed-note'), kind: 'long' },
    ...(isCorrection ? [reason] : []),
  ]
}

function draftOf({ value, numerator, denominator, source, sourceOn }: TypedFigure): FormDraft {
  const counts = { numerator: asText(numerator), denominator: asText(denominator) }
  return { value: asText(value), ...counts, source, sourceOn: sourceOn ?? undefined }
}

/** A figure from a document, with its source; a correction says why. */
export function TypedForm({ definition, areaId, corrects, ...ends }: TypedFormProps) {
  const t = useMessages(indicatorsTypedMessages)
  const { language } = useLanguage()
  const fixed = () => ({
    ...{ id: newId(), code: definition.code, areaId },
    ...(corrects ? { period: corrects.period, replaces: corrects.id } : {}),
  })
  const title = corrects
    ? t('indicators.typed-correct-title', { period: periodName(corrects.period, language) })
    : t('indicators.typed-add')
  return (
    <FormDialog
      title={title}
      note={definition.name[language]}
      fields={useFields(definition, corrects !== undefined)}
      initial={corrects ? draftOf(corrects) : { period: periodsBack(1)[0] }}
      fixed={fixed}
      contract={TypeFigure}
      send={typeFigure}
      {...ends}
    />
  )
}
