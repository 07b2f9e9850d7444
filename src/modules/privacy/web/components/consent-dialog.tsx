import { Blockquote, Select, Text, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { newId } from '#base/id.ts'
import { useMessages } from '#platform/web/language.tsx'
import { DayField } from '#ui/day-field.tsx'
import { todayHere } from '#ui/today-here.ts'
import { Capacity, ChildVoice, ConsentPurpose, GiveConsent, Proof } from '../../shared/contract.ts'
import { privacyMessages } from '../../shared/messages.ts'
import type { Draft } from '../draft.ts'
import { giveConsent, wordingsQuery } from '../requests.ts'
import { ChoiceField } from './choice-field.tsx'
import { FormDialog } from './form-dialog.tsx'

type Given = Draft<GiveConsent>
type Props = { childId: string; childIsAsked: boolean; onClose: () => void }

/** One purpose, its exact text, who answers, what the child says, and the proof. Nothing is chosen beforehand. */
export function ConsentDialog({ childId, childIsAsked, onClose }: Props) {
  const t = useMessages(privacyMessages)
  const { data: wordings = [] } = useQuery(wordingsQuery)
  const [draft, setDraft] = useState<Given>({
    id: newId(),
    givenOn: todayHere(),
    givenBy: '',
    proofNote: null,
  })
  const set = (change: Given) => setDraft((known) => ({ ...known, ...change }))
  const wording = wordings.find(({ purpose }) => purpose === draft.purpose)
  const whole = GiveConsent.safeParse({ ...draft, wordingEdition: wording?.edition })
  return (
    <FormDialog
      title={t('privacy.consent-new')}
      onClose={onClose}
      onSave={whole.success ? () => giveConsent(childId, whole.data) : undefined}
    >
      <Select
        label={t('privacy.purpose')}
        required
        data={ConsentPurpose.options.map((value) => ({ value, label: t(`privacy.purpose-${value}`) }))}
        value={draft.purpose ?? null}
        onChange={(next) => set({ purpose: ConsentPurpose.safeParse(next).data })}
      />
      {wording ? <Shown text={wording.text} /> : null}
      <Person draft={draft} onChange={set} />
      <Voices draft={draft} childIsAsked={childIsAsked} onChange={set} />
      <ChoiceField
        label={t('privacy.proof')}
        options={Proof.options}
        value={draft.proof}
        nameOf={(value) => t(`privacy.proof-${value}`)}
        onChange={(proof) => set({ proof })}
      />
      <TextInput
        label={t('privacy.proof-note')}
        value={draft.proofNote ?? ''}
        maxLength={300}
        onChange={(event) => set({ proofNote: event.currentTarget.value || null })}
      />
    </FormDialog>
  )
}

type Fields = { draft: Given; onChange: (change: Given) => void }

function Person({ draft, onChange }: Fields) {
  const t = useMessages(privacyMessages)
  return (
    <>
      <TextInput
        label={t('privacy.given-by')}
        required
        value={draft.givenBy ?? ''}
        onChange={(event) => onChange({ givenBy: event.currentTarget.value })}
      />
      <ChoiceField
        label={t('privacy.capacity')}
        options={Capacity.options}
        value={draft.capacity}
        nameOf={(value) => t(`privacy.capacity-${value}`)}
        onChange={(capacity) => onChange({ capacity })}
      />
      <DayField
        label={t('privacy.given-on')}
        required
        value={draft.givenOn}
        max={todayHere()}
        onChange={(givenOn) => onChange({ givenOn })}
      />
    </>
  )
}

function Voices({ draft, childIsAsked, onChange }: Fields & { childIsAsked: boolean }) {
  const t = useMessages(privacyMessages)
  const voices = childIsAsked ? ChildVoice.exclude(['not-asked']).options : ChildVoice.options
  return (
    <>
      <ChoiceField
        label={t('privacy.family-answer')}
        options={['given', 'refused'] as const}
        value={draft.decision}
        nameOf={(value) => t(`privacy.answer-${value}`)}
        onChange={(decision) => onChange({ decision })}
      />
      <ChoiceField
        label={t('privacy.voice')}
        description={childIsAsked ? t('privacy.voice-must') : undefined}
        options={voices}
        value={draft.childVoice}
        nameOf={(value) => t(`privacy.voice-${value}`)}
        onChange={(childVoice) => onChange({ childVoice })}
      />
    </>
  )
}

function Shown({ text }: { text: string }) {
  const t = useMessages(privacyMessages)
  return (
    <div>
      <Text fw={600}>{t('privacy.wording')}</Text>
      <Blockquote mt="xs" p="md">
        {text}
      </Blockquote>
    </div>
  )
}
