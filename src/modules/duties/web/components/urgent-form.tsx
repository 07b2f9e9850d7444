import { useQueryClient } from '@tanstack/react-query'
import { newId } from '#base/id.ts'
import { upperFirst } from '#base/text.ts'
import { useMessages } from '#platform/web/language.tsx'
import { FormDialog, type FormField } from '#ui/form-dialog.tsx'
import type { FormDraft } from '#ui/form-values.ts'
import { MomentField, nowHere } from '#ui/moment-field.tsx'
import { urgentMessages } from '../../shared/messages-urgent.ts'
import { SendUrgent } from '../../shared/urgent.ts'
import { urgentNames } from '../../shared/urgent-names.ts'
import { sendUrgent } from '../requests.ts'
import { UrgentDraft } from './urgent-draft.ts'

const choicesOf = (names: Readonly<Record<string, string>>) =>
  Object.entries(names)
    // Keys such as '10' come before '01' by themselves.
    .toSorted(([left], [right]) => (/^\d/.test(left) ? Number(left) - Number(right) : 0))
    .map(([value, label]) => ({ value, label: upperFirst(label) }))

const isDeath = ({ kind }: FormDraft) => kind === 'injury-death'
const isHarm = ({ kind }: FormDraft) => kind !== undefined && kind !== 'injury-death'

function useFields(): FormField[] {
  const t = useMessages(urgentMessages)
  const choice = (name: string, label: string, names: Readonly<Record<string, string>>): FormField => ({
    ...{ name, label, kind: 'choice', required: true, choices: choicesOf(names) },
  })
  const moment = (name: string, label: string, required: boolean): FormField => ({
    ...{ name, label, kind: 'custom', required },
    render: (field) => <MomentField {...field} label={label} required={required} />,
  })
  const causes = { ...choice('cause', t('duties.urgent-cause'), urgentNames.cause), isShown: isDeath }
  return [
    choice('kind', t('duties.urgent-kind'), urgentNames.kind),
    moment('learnedAt', t('duties.urgent-learned'), true),
    moment('happenedAt', t('duties.urgent-happened'), false),
    choice('sex', t('duties.urgent-sex'), urgentNames.sex),
    { name: 'ageYears', label: t('duties.urgent-age'), kind: 'number' },
    choice('placeKind', t('duties.urgent-place-kind'), urgentNames.placeKind),
    { name: 'place', label: t('duties.urgent-place'), kind: 'text' },
    causes,
    { name: 'diedOn', label: t('duties.urgent-died'), kind: 'day', required: true, isShown: isDeath },
    { name: 'activity', label: t('duties.urgent-activity'), kind: 'text', isShown: isDeath },
    { ...choice('harmedBy', t('duties.urgent-harmed-by'), urgentNames.harmedBy), isShown: isHarm },
    { name: 'inDanger', label: t('duties.urgent-danger'), kind: 'tick', isShown: isHarm },
    choice('supervised', t('duties.urgent-supervised'), urgentNames.supervised),
    { name: 'what', label: t('duties.urgent-what'), kind: 'long', required: true },
    { name: 'measures', label: t('duties.urgent-measures'), kind: 'long', required: true },
    choice('source', t('duties.urgent-source'), urgentNames.source),
    moment('told111', t('duties.urgent-told-111'), false),
    moment('toldPolice', t('duties.urgent-told-police'), false),
  ]
}

/** Everything the form of injuries and NĐ 56/2017 ask for at once; nobody is named. */
export function UrgentForm({ onClose }: { onClose: () => void }) {
  const t = useMessages(urgentMessages)
  const queries = useQueryClient()
  const fields = useFields()
  return (
    <FormDialog
      title={t('duties.urgent-new')}
      action={t('duties.urgent-new')}
      note={t('duties.urgent-new-note')}
      fields={fields}
      initial={{ learnedAt: nowHere(), supervised: 'unknown' }}
      fixed={() => ({ id: newId() })}
      contract={UrgentDraft}
      send={(draft) => sendUrgent(SendUrgent.parse(draft))}
      onDone={() => {
        void queries.invalidateQueries({ queryKey: ['duties', 'urgent'] })
        onClose()
      }}
      onClose={onClose}
    />
  )
}
