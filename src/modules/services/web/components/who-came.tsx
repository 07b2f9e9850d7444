import { Button, Group, Text, Title } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import type { KeyboardEvent } from 'react'
import { formatDay } from '#base/day.ts'
import { newId } from '#base/id.ts'
import { useMessages } from '#platform/web/language.tsx'
import { StateBadge } from '#ui/state-badge.tsx'
import { servicesMessages } from '../../shared/messages.ts'
import type { Candidate } from '../../shared/requests.ts'

/** Child id -> id of the record that is made when the session is sent. */
export type Came = Readonly<Record<string, string>>

export type WhoCameProps = {
  candidates: readonly Candidate[]
  came: Came
  onChange: (came: Record<string, string>) => void
}

function isOpen({ state }: Candidate): boolean {
  return state === 'overdue' || state === 'due'
}

/** Arrow keys move from child to child; Enter or Space ticks (as buttons do by themselves). */
function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>('[role="checkbox"]:not(:disabled)')]
  const place = all.findIndex((one) => one === document.activeElement)
  const next = all[place + (event.key === 'ArrowDown' ? 1 : -1)]
  if (!next) return
  event.preventDefault()
  next.focus()
}

/** Those who need the service first; other children of the age stay at the foot. */
export function WhoCame({ candidates, came, onChange }: WhoCameProps) {
  const t = useMessages(servicesMessages)
  const open = candidates.filter(isOpen)
  const others = candidates.filter((one) => !isOpen(one))
  const toggle = (childId: string) => {
    const { [childId]: was, ...rest } = came
    onChange(was ? rest : { ...came, [childId]: newId() })
  }
  const chooseAll = () =>
    onChange(Object.fromEntries(open.map(({ childId }) => [childId, came[childId] ?? newId()])))
  return (
    // The keys work on whichever row inside has the focus.
    <div onKeyDown={moveFocus} role="presentation">
      {open.length > 0 ? (
        <section aria-labelledby="session-open">
          <Group justify="space-between" mb="xs">
            <Title order={2} id="session-open">
              {t('services.session-open')} ({open.length})
            </Title>
            <Button variant="subtle" className="no-print" onClick={chooseAll}>
              {t('services.choose-all')}
            </Button>
          </Group>
          <CandidateList list={open} came={came} onToggle={toggle} />
        </section>
      ) : null}
      {others.length > 0 ? (
        <section aria-labelledby="session-others">
          <Title order={2} id="session-others" mt="lg" mb="xs">
            {t('services.session-others')} ({others.length})
          </Title>
          <CandidateList list={others} came={came} onToggle={toggle} />
        </section>
      ) : null}
    </div>
  )
}

type ListProps = { list: readonly Candidate[]; came: Came; onToggle: (childId: string) => void }

function CandidateList({ list, came, onToggle }: ListProps) {
  return (
    <ul className="services-lines services-session-list">
      {list.map((candidate) => (
        <li key={candidate.childId}>
          <CandidateRow
            candidate={candidate}
            isChosen={came[candidate.childId] !== undefined}
            onToggle={() => onToggle(candidate.childId)}
          />
        </li>
      ))}
    </ul>
  )
}

type RowProps = { candidate: Candidate; isChosen: boolean; onToggle: () => void }

function CandidateRow({ candidate, isChosen, onToggle }: RowProps) {
  const t = useMessages(servicesMessages)
  const { fullName, sex, bornOn, carerName, villageName, state, dose, answeredOn } = candidate
  const facts = [
    t(`services.${sex}`),
    t('services.born', { day: formatDay(bornOn) }),
    carerName ?? undefined,
    villageName ?? undefined,
  ]
  return (
    <button
      type="button"
      role="checkbox"
      aria-checked={isChosen}
      aria-label={t('services.came', { name: fullName })}
      className="services-came keep-in-print"
      onClick={onToggle}
    >
      <span className="services-tick" aria-hidden>
        {isChosen ? <IconCheck size={20} stroke={3} /> : null}
      </span>
      <span className="services-lines-words">
        <strong>{fullName}</strong>{' '}
        <Text span className="services-quiet">
          {facts.filter(Boolean).join(' · ')}
        </Text>
      </span>
      <StateBadge
        state={state}
        note={
          answeredOn
            ? t('services.answered-on', { day: formatDay(answeredOn) })
            : dose === null
              ? undefined
              : t('services.dose-number', { dose })
        }
      />
    </button>
  )
}
