import { Button, Stack, Textarea, TextInput } from '@mantine/core'
import { useMessages } from '#platform/web/language.tsx'
import type { PlanReading } from '../../shared/contract.ts'
import { plansMessages } from '../../shared/messages.ts'
import { draftMessages } from '../../shared/messages-drafts.ts'
import { recipientLine, replaced, toRecipient, without, withReading } from './draft-state.ts'
import type { PartProps } from './draft-parts.tsx'
import { emptyBasis } from './filing-draft.ts'
import { BasisFields } from './found-bases.tsx'
import { LinesField } from './lines-field.tsx'

export function HeadingPart({ content, onChange }: PartProps) {
  const t = useMessages(plansMessages)
  const drafts = useMessages(draftMessages)
  const { reading } = content
  const change = (part: Partial<PlanReading>) => onChange(withReading(content, part))
  return (
    <Stack gap="sm">
      <Textarea
        label={t('plans.title')}
        autosize
        required
        value={reading.title ?? ''}
        onChange={(event) => change({ title: event.currentTarget.value })}
      />
      <div className="plans-fields">
        <TextInput
          label={t('plans.issuer')}
          value={reading.issuer ?? ''}
          onChange={(event) => change({ issuer: event.currentTarget.value || null })}
        />
        <TextInput
          label={t('plans.symbol')}
          value={reading.symbol ?? ''}
          onChange={(event) => change({ symbol: event.currentTarget.value || null })}
        />
        <TextInput
          label={drafts('plans.place')}
          value={reading.place ?? ''}
          onChange={(event) => change({ place: event.currentTarget.value || null })}
        />
      </div>
    </Stack>
  )
}

export function BasesPart({ content, onChange }: PartProps) {
  const t = useMessages(plansMessages)
  const { bases } = content.reading
  const keep = (next: PlanReading['bases']) => onChange(withReading(content, { bases: next }))
  return (
    <Stack gap="sm">
      {bases.map((basis, index) => (
        <BasisFields
          key={index}
          basis={basis}
          onChange={(next) => keep(replaced(bases, index, next))}
          onRemove={() => keep(without(bases, index))}
        />
      ))}
      <Button variant="default" onClick={() => keep([...bases, emptyBasis])}>
        {t('plans.basis-add')}
      </Button>
    </Stack>
  )
}

export function ObjectivePart({ content, onChange }: PartProps) {
  const t = useMessages(draftMessages)
  const { objectives } = content.reading
  return (
    <Textarea
      label={t('plans.part-objective')}
      autosize
      minRows={2}
      value={objectives.general ?? ''}
      onChange={(event) =>
        onChange(
          withReading(content, { objectives: { ...objectives, general: event.currentTarget.value || null } }),
        )
      }
    />
  )
}

export function GroupsPart({ content, onChange }: PartProps) {
  const t = useMessages(draftMessages)
  const { targetGroups, scope } = content.reading
  return (
    <Stack gap="sm">
      <LinesField
        label={t('plans.groups')}
        description={t('plans.one-a-line')}
        lines={targetGroups}
        onChange={(next) => onChange(withReading(content, { targetGroups: next }))}
      />
      <Textarea
        label={t('plans.scope')}
        autosize
        value={scope ?? ''}
        onChange={(event) => onChange(withReading(content, { scope: event.currentTarget.value || null }))}
      />
    </Stack>
  )
}

export function FundingPart({ content, onChange }: PartProps) {
  const t = useMessages(draftMessages)
  return (
    <LinesField
      label={t('plans.part-funding')}
      description={t('plans.one-a-line')}
      lines={content.reading.funding}
      onChange={(funding) => onChange(withReading(content, { funding }))}
    />
  )
}

export function RecipientsPart({ content, onChange }: PartProps) {
  const t = useMessages(draftMessages)
  const { recipients, signature } = content.reading
  const signer = signature ?? { prefix: 'TM.', position: null, name: null }
  return (
    <Stack gap="sm">
      <LinesField
        label={t('plans.recipients')}
        description={t('plans.one-a-line')}
        lines={recipients.map(recipientLine)}
        onChange={(lines) => onChange(withReading(content, { recipients: lines.map(toRecipient) }))}
      />
      <TextInput
        label={t('plans.position')}
        value={signer.position ?? ''}
        onChange={(event) =>
          onChange(
            withReading(content, { signature: { ...signer, position: event.currentTarget.value || null } }),
          )
        }
      />
    </Stack>
  )
}
