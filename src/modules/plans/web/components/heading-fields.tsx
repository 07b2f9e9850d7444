import { Checkbox, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { Day } from '#base/day.ts'
import { useMessages } from '#platform/web/language.tsx'
import { DayField } from '#ui/day-field.tsx'
import type { PlanReading } from '../../shared/contract.ts'
import type { HeadingField } from '../../shared/filing.ts'
import { plansMessages } from '../../shared/messages.ts'

export type HeadingFieldsProps = {
  reading: PlanReading
  confirmedEmpty: readonly HeadingField[]
  onChange: (change: Partial<PlanReading>) => void
  onConfirmEmpty: (fields: HeadingField[]) => void
}

/** Number, symbol, day, issuer and title, to be corrected or marked as really empty. */
export function HeadingFields({ reading, confirmedEmpty, onChange, onConfirmEmpty }: HeadingFieldsProps) {
  const t = useMessages(plansMessages)
  const orNull = (text: string) => (text.trim() === '' ? null : text)
  const empty = (field: HeadingField) => (
    <EmptyBox key={field} field={field} confirmed={confirmedEmpty} onConfirm={onConfirmEmpty} />
  )
  const day = Day.safeParse(reading.date).data
  return (
    <Stack gap="sm">
      <Text c="dimmed">
        {t('plans.kind')}: {t(`plans.kind-${reading.kind}`)}
      </Text>
      <Textarea label={t('plans.title')} autosize minRows={2} required value={reading.title ?? ''} onChange={(event) => onChange({ title: orNull(event.currentTarget.value) })} />
      <div className="plans-numbers">
        <TextInput label={t('plans.number')} value={reading.number ?? ''} onChange={(event) => onChange({ number: orNull(event.currentTarget.value) })} />
        <TextInput label={t('plans.symbol')} value={reading.symbol ?? ''} onChange={(event) => onChange({ symbol: orNull(event.currentTarget.value) })} />
        <DayField
          label={t('plans.date')}
          value={day}
          onChange={(date) => onChange({ date: date ?? null })}
          description={reading.date?.length === 7 ? t('plans.date-blank', { month: reading.date.split('-').reverse().join('/') }) : undefined}
        />
      </div>
      {reading.number === null ? empty('number') : null}
      {reading.date === null ? empty('date') : null}
      <TextInput label={t('plans.issuer')} value={reading.issuer ?? ''} onChange={(event) => onChange({ issuer: orNull(event.currentTarget.value) })} />
      {reading.issuer === null ? empty('issuer') : null}
    </Stack>
  )
}

type EmptyBoxProps = { field: HeadingField; confirmed: readonly HeadingField[]; onConfirm: (fields: HeadingField[]) => void }

function EmptyBox({ field, confirmed, onConfirm }: EmptyBoxProps) {
  const t = useMessages(plansMessages)
  const isChecked = confirmed.includes(field)
  return (
    <Checkbox
      label={t(`plans.really-empty-${field}`)}
      checked={isChecked}
      onChange={() => onConfirm(isChecked ? confirmed.filter((one) => one !== field) : [...confirmed, field])}
    />
  )
}
