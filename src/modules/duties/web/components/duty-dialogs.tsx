import { useQuery, useQueryClient } from '@tanstack/react-query'
import { newId } from '#base/id.ts'
import { useLanguage, useMessages } from '#platform/web/language.tsx'
import { FormDialog } from '#ui/form-dialog.tsx'
import { MomentField } from '#ui/moment-field.tsx'
import { type Duty, MarkByHand, RecordEvent, SetDueDay } from '../../shared/contract.ts'
import { dutiesMessages } from '../../shared/messages.ts'
import { dutyPeriodName } from '../../shared/periods.ts'
import type { SenderLevel } from '../../shared/regime.ts'
import { markSentByHand, recordEvent, regimeQuery, setDueDay } from '../requests.ts'

type NamedDuty = Pick<Duty, 'code' | 'period' | 'name'>
type DialogProps = { onClose: () => void }

function useDone(onClose: () => void) {
  const queries = useQueryClient()
  return () => {
    void queries.invalidateQueries({ queryKey: ['duties'] })
    onClose()
  }
}

function useNameOf({ name, period }: NamedDuty): string {
  const { language } = useLanguage()
  return `${name}, ${dutyPeriodName(period, language)}`
}

/** A report that went another way: its day and the number of its document. */
export function MarkDialog({ duty, onClose }: DialogProps & { duty: NamedDuty }) {
  const t = useMessages(dutiesMessages)
  return (
    <FormDialog
      title={t('duties.mark-title')}
      action={t('duties.mark')}
      note={t('duties.mark-note', { name: useNameOf(duty) })}
      fields={[
        { name: 'sentOn', label: t('duties.sent-day'), kind: 'day', required: true },
        {
          name: 'document',
          label: t('duties.document'),
          description: t('duties.document-example'),
          kind: 'text',
          required: true,
        },
      ]}
      fixed={() => ({ id: newId(), code: duty.code, period: duty.period })}
      contract={MarkByHand}
      send={markSentByHand}
      onDone={useDone(onClose)}
      onClose={onClose}
    />
  )
}

type SetDayProps = DialogProps & { duty: NamedDuty; level: SenderLevel; lower?: string }

/** The last day that a letter gives, for the own unit or for those below. */
export function SetDayDialog({ duty, level, lower, onClose }: SetDayProps) {
  const t = useMessages(dutiesMessages)
  const name = useNameOf(duty)
  return (
    <FormDialog
      title={t('duties.set-day-title')}
      action={t('duties.set-day')}
      note={
        lower === undefined ? t('duties.set-day-own', { name }) : t('duties.set-day-below', { name, lower })
      }
      fields={[
        { name: 'dueOn', label: t('duties.due-day'), kind: 'day', required: true },
        {
          name: 'source',
          label: t('duties.letter'),
          description: t('duties.letter-example'),
          kind: 'text',
          required: true,
        },
      ]}
      fixed={() => ({ id: newId(), code: duty.code, period: duty.period, level })}
      contract={SetDueDay}
      send={setDueDay}
      onDone={useDone(onClose)}
      onClose={onClose}
    />
  )
}

/** Something happened after which this unit must report. */
export function EventDialog({ level, onClose }: DialogProps & { level: SenderLevel }) {
  const t = useMessages(dutiesMessages)
  const { data } = useQuery(regimeQuery)
  const choices = (data?.duties ?? []).flatMap(({ code, name, cycle, urgent, senders }) =>
    cycle === 'event' && !urgent && senders.some((sender) => sender.level === level)
      ? [{ value: code, label: name }]
      : [],
  )
  return (
    <FormDialog
      title={t('duties.event-title')}
      note={t('duties.event-note')}
      fields={[
        { name: 'code', label: t('duties.event-what'), kind: 'choice', required: true, choices },
        {
          name: 'happenedAt',
          label: t('duties.event-when'),
          kind: 'custom',
          required: true,
          render: (field) => <MomentField {...field} required label={t('duties.event-when')} />,
        },
      ]}
      fixed={() => ({ id: newId() })}
      contract={RecordEvent}
      send={recordEvent}
      onDone={useDone(onClose)}
      onClose={onClose}
    />
  )
}
