import { Checkbox, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { Day } from '#base/day.ts'
import { useMessages } from '#platform/web/language.tsx'
import { DayField } from '#ui/day-field.tsx'
import type { PlanReading } from '../../shared/contract.ts'
import { HeadingField } from '../../shared/filing.ts'
import { plansMessages } from '../../shared/messages.ts'

export type HeadingFieldsProps = {
  reading: PlanReading
  confirmedEmpty: readonly HeadingField[]
  onChange: (change: Partial<PlanReading>) => void
  onConfirmEmpty: (fields: HeadingField[]) => void
}

const orNull = (text: string) => (text.trim() === '' ? null : text)

/** Number, symbol, day, issuer and title, to be corrected or marked as really empty. */
export function HeadingFields(props: HeadingFieldsProps) {
  const { reading, confirmedEmpty, onChange, onConfirmEmpty } = props
  const t = useMessages(plansMessages)
  const empty = HeadingField.options.filter((field) => reading[field] === null)
  return (
    <Stack gap="sm">
      <Text c="dimmed">
        {t('plans.kind')}: {t(`plans.kind-${reading.kind}`)}
      </Text>
      <Textarea
        label={t('plans.title')}
        autosize
        minRows={2}
        required
        value={reading.title ?? ''}
        onChange={(event) => onChange({ title: orNull(event.currentTarget.value) })}
      />
      <NumberAndDate reading={reading} onChange={onChange} />
      <TextInput
        label={t('plans.issuer')}
        value={reading.issuer ?? ''}
        onChange={(event) => onChange({ issuer: orNull(event.currentTarget.value) })}
      />
      {empty.map((field) => (
        <EmptyBox key={field} field={field} confirmed={confirmedEmpty} onConfirm={onConfirmEmpty} />
      ))}
    </Stack>
  )
}

function NumberAndDate({ reading, onChange }: Pick<HeadingFieldsProps, 'reading' | 'onChange'>) {
  const t = useMessages(plansMessages)
  const month = reading.date?.length === 7 ? reading.date.split('-').reverse().join('/') : undefined
  return (
    <div className="plans-fields">
      <TextInput
        label={t('plans.number')}
        value={reading.number ?? ''}
        onChange={(event) => onChange({ number: orNull(event.currentTarget.value) })}
      />
      <TextInput
        label={t('plans.symbol')}
        value={reading.symbol ?? ''}
        onChange={(event) => onChange({ symbol: orNull(event.currentTarget.value) })}
      />
      <DayField
        label={t('plans.date')}
        value={Day.safeParse(reading.date).data}
        onChange={(date) => onChange({ date: date ?? null })}
        description={month ? t('plans.date-blank', { month }) : undefined}
      />
    </div>
  )
}

type EmptyBoxProps = {
  field: HeadingField
  confirmed: readonly HeadingField[]
  onConfirm: (fields: HeadingField[]) => void
}

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
