import { Button, Group, Stack, Text, Textarea, TextInput, Title } from '@mantine/core'
import { Day } from '#base/day.ts'
import { useMessages } from '#platform/web/language.tsx'
import { DayField } from '#ui/day-field.tsx'
import type { LegalBasis } from '../../shared/contract.ts'
import { plansMessages } from '../../shared/messages.ts'
import { addItem, changeItem, emptyBasis, removeItem } from './filing-draft.ts'
import type { FoundProps } from './reading-editor.tsx'
import { RemoveButton } from './remove-button.tsx'

/** The legal and planning documents the text rests on, each to be corrected. */
export function FoundBases({ filing, onChange }: FoundProps) {
  const t = useMessages(plansMessages)
  const { bases } = filing.placed.reading
  return (
    <Stack gap="sm">
      <Title order={2} size="h4">
        {t('plans.bases', { count: bases.length })}
      </Title>
      {bases.length === 0 ? <Text c="dimmed">{t('plans.bases-none')}</Text> : null}
      {bases.map((basis, index) => (
        <BasisFields
          key={index}
          basis={basis}
          onChange={(item) => onChange(changeItem(filing, 'bases', { index, item }))}
          onRemove={() => onChange(removeItem(filing, 'bases', index))}
        />
      ))}
      <Button variant="default" onClick={() => onChange(addItem(filing, 'bases', emptyBasis))}>
        {t('plans.basis-add')}
      </Button>
    </Stack>
  )
}

type BasisFieldsProps = { basis: LegalBasis; onChange: (basis: LegalBasis) => void; onRemove: () => void }

export function BasisFields({ basis, onChange, onRemove }: BasisFieldsProps) {
  const t = useMessages(plansMessages)
  const change = (part: Partial<LegalBasis>) => onChange({ ...basis, ...part })
  const name = basis.number ?? basis.title ?? ''
  const year = basis.date?.length === 4 ? basis.date : undefined
  return (
    <Stack gap="sm" className="plans-card">
      <Group align="end" wrap="nowrap">
        <Textarea
          flex={1}
          label={t('plans.basis-title')}
          autosize
          value={basis.title ?? ''}
          onChange={(event) => change({ title: event.currentTarget.value || null })}
        />
        <RemoveButton label={t('plans.basis-remove', { name })} onClick={onRemove} />
      </Group>
      <div className="plans-fields">
        <TextInput
          label={t('plans.basis-number')}
          value={basis.number ?? ''}
          onChange={(event) => change({ number: event.currentTarget.value || null })}
        />
        <DayField
          label={t('plans.basis-date')}
          value={Day.safeParse(basis.date).data}
          onChange={(date) => change({ date: date ?? null })}
          description={year === undefined ? undefined : t('plans.basis-year', { year })}
        />
        <TextInput
          label={t('plans.basis-issuer')}
          value={basis.issuer ?? ''}
          onChange={(event) => change({ issuer: event.currentTarget.value || null })}
        />
      </div>
    </Stack>
  )
}
