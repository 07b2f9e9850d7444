import { Alert, Checkbox, Select, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { newId } from '#base/id.ts'
import { useMessages } from '#platform/web/language.tsx'
import { DayField } from '#ui/day-field.tsx'
import { todayHere } from '#ui/today-here.ts'
import {
  type Consent,
  type DataRequest,
  Decision,
  DecideRequest,
  ExtendRequest,
  Ground,
  ReceiveRequest,
  RequestKind,
  WithdrawConsent,
} from '../../shared/contract.ts'
import { privacyMessages } from '../../shared/messages.ts'
import type { Draft } from '../draft.ts'
import { decideRequest, extendRequest, receiveRequest, withdrawConsent } from '../requests.ts'
import { ChoiceField } from './choice-field.tsx'
import { FormDialog } from './form-dialog.tsx'

/** What a family asks at the counter; the terms are computed when it is saved. */
export function ReceiveDialog({ childId, onClose }: { childId: string; onClose: () => void }) {
  const t = useMessages(privacyMessages)
  const [draft, setDraft] = useState<Draft<ReceiveRequest>>({
    id: newId(),
    receivedOn: todayHere(),
    withProcessor: false,
    receivedHow: 'in-person',
  })
  const set = (change: Draft<ReceiveRequest>) => setDraft((known) => ({ ...known, ...change }))
  const whole = ReceiveRequest.safeParse(draft)
  return (
    <FormDialog
      title={t('privacy.request-new')}
      onClose={onClose}
      onSave={whole.success ? () => receiveRequest(childId, whole.data) : undefined}
    >
      <Select
        label={t('privacy.request-kind')}
        required
        data={RequestKind.options.map((value) => ({ value, label: t(`privacy.kind-${value}`) }))}
        value={draft.kind ?? null}
        onChange={(next) => set({ kind: RequestKind.safeParse(next).data })}
      />
      <Textarea
        label={t('privacy.words')}
        required
        autosize
        minRows={2}
        value={draft.words ?? ''}
        onChange={(event) => set({ words: event.currentTarget.value })}
      />
      <RequesterFields draft={draft} onChange={set} />
      <Checkbox
        label={t('privacy.with-processor')}
        checked={draft.withProcessor ?? false}
        onChange={(event) => set({ withProcessor: event.currentTarget.checked })}
      />
    </FormDialog>
  )
}

type RequestFields = { draft: Draft<ReceiveRequest>; onChange: (change: Draft<ReceiveRequest>) => void }

function RequesterFields({ draft, onChange }: RequestFields) {
  const t = useMessages(privacyMessages)
  return (
    <>
      <TextInput
        label={t('privacy.requester')}
        required
        value={draft.requester ?? ''}
        onChange={(event) => onChange({ requester: event.currentTarget.value })}
      />
      <Select
        label={t('privacy.capacity')}
        required
        data={ReceiveRequest.shape.capacity.options.map((value) => ({
          value,
          label: t(`privacy.capacity-${value}`),
        }))}
        value={draft.capacity ?? null}
        onChange={(next) => onChange({ capacity: ReceiveRequest.shape.capacity.safeParse(next).data })}
      />
      <TextInput
        label={t('privacy.identity')}
        required
        value={draft.identityProof ?? ''}
        onChange={(event) => onChange({ identityProof: event.currentTarget.value })}
      />
      <Select
        label={t('privacy.received-how')}
        data={ReceiveRequest.shape.receivedHow.options.map((value) => ({
          value,
          label: t(`privacy.how-${value}`),
        }))}
        value={draft.receivedHow ?? null}
        onChange={(next) => onChange({ receivedHow: ReceiveRequest.shape.receivedHow.safeParse(next).data })}
      />
      <DayField
        label={t('privacy.received-on')}
        required
        value={draft.receivedOn}
        max={todayHere()}
        onChange={(receivedOn) => onChange({ receivedOn })}
      />
    </>
  )
}

/** The decision with its ground; of a deletion it says what happens. */
export function DecideDialog({ request, onClose }: { request: DataRequest; onClose: () => void }) {
  const t = useMessages(privacyMessages)
  const [draft, setDraft] = useState<Draft<DecideRequest>>({
    decidedOn: todayHere(),
    ground: null,
    groundNote: null,
  })
  const set = (change: Draft<DecideRequest>) => setDraft((known) => ({ ...known, ...change }))
  const whole = DecideRequest.safeParse(draft)
  const needsGround = draft.decision === 'refused' || draft.decision === 'partly'
  const ready = whole.success && (!needsGround || whole.data.ground !== null)
  return (
    <FormDialog
      title={t('privacy.decide-title', { kind: t(`privacy.kind-${request.kind}`) })}
      onClose={onClose}
      onSave={ready ? () => decideRequest(request, whole.data) : undefined}
    >
      {request.kind === 'delete' ? <Alert color="orange">{t('privacy.decide-delete-warning')}</Alert> : null}
      <ChoiceField
        label={t('privacy.decision')}
        options={Decision.options}
        value={draft.decision}
        nameOf={(value) => t(`privacy.decision-${value}`)}
        onChange={(decision) => set({ decision })}
      />
      {needsGround ? (
        <ChoiceField
          label={t('privacy.ground')}
          options={Ground.options}
          value={draft.ground ?? undefined}
          nameOf={(value) => t(`privacy.ground-${value}`)}
          onChange={(ground) => set({ ground })}
        />
      ) : null}
      <Textarea
        label={t('privacy.ground-note')}
        autosize
        minRows={2}
        value={draft.groundNote ?? ''}
        onChange={(event) => set({ groundNote: event.currentTarget.value || null })}
      />
    </FormDialog>
  )
}

export function ExtendDialog({ request, onClose }: { request: DataRequest; onClose: () => void }) {
  const t = useMessages(privacyMessages)
  const [reason, setReason] = useState('')
  const whole = ExtendRequest.safeParse({ extendedOn: todayHere(), reason })
  return (
    <FormDialog
      title={t('privacy.extend-title')}
      onClose={onClose}
      onSave={whole.success ? () => extendRequest(request, whole.data) : undefined}
    >
      <Textarea
        label={t('privacy.extend-reason')}
        required
        autosize
        minRows={2}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </FormDialog>
  )
}

type WithdrawProps = { childId: string; consent: Consent; onClose: () => void }

export function WithdrawDialog({ childId, consent, onClose }: WithdrawProps) {
  const t = useMessages(privacyMessages)
  const [draft, setDraft] = useState<Draft<WithdrawConsent>>({ withdrawnOn: todayHere() })
  const set = (change: Draft<WithdrawConsent>) => setDraft((known) => ({ ...known, ...change }))
  const whole = WithdrawConsent.safeParse(draft)
  return (
    <FormDialog
      title={t('privacy.withdraw-title', { purpose: t(`privacy.purpose-${consent.purpose}`) })}
      onClose={onClose}
      onSave={whole.success ? () => withdrawConsent(childId, consent.id, whole.data) : undefined}
    >
      <TextInput
        label={t('privacy.withdrawn-by')}
        required
        value={draft.withdrawnBy ?? ''}
        onChange={(event) => set({ withdrawnBy: event.currentTarget.value })}
      />
      <DayField
        label={t('privacy.withdrawn-on')}
        required
        value={draft.withdrawnOn}
        min={consent.givenOn}
        max={todayHere()}
        onChange={(withdrawnOn) => set({ withdrawnOn })}
      />
    </FormDialog>
  )
}
