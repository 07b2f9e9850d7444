import { NumberInput, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Day } from '#base/day.ts'
import { newId } from '#base/id.ts'
import { useMessages } from '#platform/web/language.tsx'
import { DayField } from '#ui/day-field.tsx'
import { MomentField, nowHere } from '#ui/moment-field.tsx'
import { todayHere } from '#ui/today-here.ts'
import { type Breach, BreachKind, CloseBreach, NotifyBreach, RecordBreach } from '../../shared/contract.ts'
import { breachMessages } from '../../shared/messages-breaches.ts'
import { closeBreach, notifyBreach, recordBreach } from '../requests.ts'
import { ChoiceField } from './choice-field.tsx'
import { FormDialog } from './form-dialog.tsx'

export function RecordBreachDialog({ onClose }: { onClose: () => void }) {
  const t = useMessages(breachMessages)
  const [id] = useState(newId)
  const [noticed, setNoticed] = useState(nowHere)
  const [kind, setKind] = useState<BreachKind | undefined>(undefined)
  const [what, setWhat] = useState('')
  const [children, setChildren] = useState<number | null>(null)
  const whole = RecordBreach.safeParse({
    id,
    noticedAt: noticed,
    kind,
    what,
    categories: ['basic'],
    children,
  })
  return (
    <FormDialog
      title={t('privacy.breach-new')}
      onClose={onClose}
      onSave={whole.success ? () => recordBreach(whole.data) : undefined}
    >
      <MomentField label={t('privacy.breach-noticed')} required value={noticed} onChange={setNoticed} />
      <ChoiceField
        label={t('privacy.breach-kind')}
        options={BreachKind.options}
        value={kind}
        nameOf={(value) => t(`privacy.breach-kind-${value}`)}
        onChange={setKind}
      />
      <Textarea
        label={t('privacy.breach-what')}
        required
        autosize
        minRows={3}
        value={what}
        onChange={(event) => setWhat(event.currentTarget.value)}
      />
      <NumberInput
        label={t('privacy.breach-children')}
        min={0}
        allowDecimal={false}
        value={children ?? ''}
        onChange={(value) => setChildren(typeof value === 'number' ? value : null)}
      />
    </FormDialog>
  )
}

export function NotifyDialog({ breach, onClose }: { breach: Breach; onClose: () => void }) {
  const t = useMessages(breachMessages)
  const [at, setAt] = useState(nowHere)
  const [to, setTo] = useState('')
  const [late, setLate] = useState('')
  const whole = NotifyBreach.safeParse({ notifiedAt: at, notifiedTo: to, lateReason: late || null })
  return (
    <FormDialog
      title={t('privacy.breach-notify')}
      onClose={onClose}
      onSave={whole.success ? () => notifyBreach(breach.id, whole.data) : undefined}
    >
      <TextInput
        label={t('privacy.breach-notified-to')}
        required
        value={to}
        onChange={(event) => setTo(event.currentTarget.value)}
      />
      <MomentField label={t('privacy.breach-notified-at')} required value={at} onChange={setAt} />
      <TextInput
        label={t('privacy.breach-late-reason')}
        value={late}
        onChange={(event) => setLate(event.currentTarget.value)}
      />
    </FormDialog>
  )
}

export function CloseDialog({ breach, onClose }: { breach: Breach; onClose: () => void }) {
  const t = useMessages(breachMessages)
  const [measures, setMeasures] = useState('')
  const [told, setTold] = useState<Day | undefined>(undefined)
  const whole = CloseBreach.safeParse({ measures, familiesToldOn: told ?? null, closingNote: null })
  return (
    <FormDialog
      title={t('privacy.breach-close')}
      onClose={onClose}
      onSave={whole.success ? () => closeBreach(breach.id, whole.data) : undefined}
    >
      <Textarea
        label={t('privacy.breach-measures')}
        required
        autosize
        minRows={3}
        value={measures}
        onChange={(event) => setMeasures(event.currentTarget.value)}
      />
      <DayField label={t('privacy.breach-told')} value={told} max={todayHere()} onChange={setTold} />
    </FormDialog>
  )
}
