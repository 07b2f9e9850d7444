import { Button, SegmentedControl, Text, TextInput } from '@mantine/core'
import { IconCheck, IconX } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { formatDay } from '#base/day.ts'
import { useMessages } from '#platform/web/language.tsx'
import { StateBadge } from '#ui/state-badge.tsx'
import { Answer } from '../../shared/contract.ts'
import { servicesMessages } from '../../shared/messages.ts'
import { sessionMessages } from '../../shared/messages-session.ts'
import type { Candidate } from '../../shared/requests.ts'
import type { Said } from '../session.ts'

export type SessionRowProps = {
  candidate: Candidate
  said: Said | undefined
  /** The one that Enter in the search field takes. */
  isNext: boolean
  onToggle: () => void
  onSay: (part: Partial<Omit<Said, 'recordId'>>) => void
}

/** One child: a tap says that it came; a refusal or contraindication with its reason in the same row. */
export function SessionRow({ candidate, said, isNext, onToggle, onSay }: SessionRowProps) {
  const t = useMessages(sessionMessages)
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
}

function ComeButton({ candidate, said, onToggle }: Pick<SessionRowProps, 'candidate' | 'said' | 'onToggle'>) {
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

type DeclinedProps = { name: string; said: Said; onSay: SessionRowProps['onSay'] }

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
