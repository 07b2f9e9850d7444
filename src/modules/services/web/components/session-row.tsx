import { Button, SegmentedControl, Text, TextInput } from '@mantine/core'
import { IconCheck, IconX } from '@tabler/icons-react'
import { memo, useEffect, useRef } from 'react'
import { formatDay } from '#base/day.ts'
import { useMessages } from '#platform/web/language.tsx'
import { StateBadge } from '#ui/state-badge.tsx'
import { Answer } from '../../shared/contract.ts'
import { servicesMessages } from '../../shared/messages.ts'
import { sessionMessages } from '../../shared/messages-session.ts'
import type { Candidate } from '../../shared/requests.ts'
import { type Said, type SaidOf, say, unsay } from '../session.ts'

/** Changes what is said so far; the same function at every drawing, so that only the row that changes is drawn. */
export type ChangeSaid = (change: (said: SaidOf) => SaidOf) => void

export type SessionRowProps = {
  candidate: Candidate
  said: Said | undefined
  /** The one that Enter in the search field takes. */
  isNext: boolean
  onChange: ChangeSaid
}

type Saying = (part: Partial<Omit<Said, 'recordId'>>) => void

/**
 * One child: a tap says that it came; a refusal or contraindication with its reason in the same row. Drawing the rows of
 * a class of 300 anew takes a third of a second, so each is drawn for itself.
 */
export const SessionRow = memo(function SessionRow({ candidate, said, isNext, onChange }: SessionRowProps) {
  const t = useMessages(sessionMessages)
  const { childId } = candidate
  const onSay: Saying = (part) => onChange((all) => say(all, childId, part))
  const onToggle = () => onChange((all) => (all[childId] ? unsay(all, childId) : say(all, childId, {})))
  const isDeclined = said !== undefined && said.answer !== 'done'
  return (
    <li className={isNext ? 'services-next' : ''}>
      <div className="services-row">
        <ComeButton candidate={candidate} said={said} onToggle={onToggle} />
        <Button
          variant="subtle"
          className="services-not-given no-print"
          aria-pressed={isDeclined}
          aria-label={t('services.not-given-of', { name: candidate.fullName })}
          onClick={() => (isDeclined ? onToggle() : onSay({ answer: 'refused' }))}
        >
          {t('services.not-given')}
        </Button>
      </div>
      {isDeclined ? <Declined name={candidate.fullName} said={said} onSay={onSay} /> : null}
    </li>
  )
})

type ComeProps = Pick<SessionRowProps, 'candidate' | 'said'> & { onToggle: () => void }

function ComeButton({ candidate, said, onToggle }: ComeProps) {
  const t = useMessages(servicesMessages)
  const { fullName, sex, bornOn, carerName, villageName } = candidate
  const facts = [t(`services.${sex}`), t('services.born', { day: formatDay(bornOn) }), carerName, villageName]
  return (
    <button
      type="button"
      role="checkbox"
      aria-checked={said?.answer === 'done'}
      aria-label={t('services.came', { name: fullName })}
      className="services-came keep-in-print"
      onClick={onToggle}
    >
      <span className="services-tick" aria-hidden>
        {said?.answer === 'done' ? <IconCheck size={20} stroke={3} /> : null}
        {said && said.answer !== 'done' ? <IconX size={20} stroke={3} /> : null}
      </span>
      <span className="services-lines-words">
        <strong>{fullName}</strong>{' '}
        <Text span className="services-quiet">
          {facts.filter(Boolean).join(' · ')}
        </Text>
      </span>
      <StateOfChild candidate={candidate} />
    </button>
  )
}

function StateOfChild({ candidate: { state, answeredOn, dose } }: { candidate: Candidate }) {
  const t = useMessages(servicesMessages)
  const note = answeredOn
    ? t('services.answered-on', { day: formatDay(answeredOn) })
    : dose === null
      ? undefined
      : t('services.dose-number', { dose })
  return <StateBadge state={state} note={note} />
}

type DeclinedProps = { name: string; said: Said; onSay: Saying }

function Declined({ name, said, onSay }: DeclinedProps) {
  const t = useMessages(sessionMessages)
  const words = useMessages(servicesMessages)
  const reason = useRef<HTMLInputElement>(null)
  // The hand has just said "not given": what is asked next is the reason. After a reload nothing is taken over.
  useEffect(() => {
    if (reason.current?.closest('li')?.contains(document.activeElement)) reason.current.focus()
  }, [])
  return (
    <div className="services-declined">
      <SegmentedControl
        aria-label={t('services.not-given-of', { name })}
        data={(['refused', 'contraindicated'] as const).map((value) => ({
          value,
          label: words(`services.answer-${value}`),
        }))}
        value={said.answer}
        onChange={(answer) => onSay({ answer: Answer.parse(answer) })}
      />
      <TextInput
        ref={reason}
        className="services-reason"
        aria-label={t('services.reason-of', { name })}
        placeholder={t('services.reason-example')}
        required
        maxLength={500}
        error={said.note.trim() === '' ? t('services.reason-missing') : undefined}
        value={said.note}
        onChange={(event) => onSay({ note: event.currentTarget.value })}
      />
    </div>
  )
}
