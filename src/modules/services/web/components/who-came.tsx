import { Button, Group, Text, TextInput, Title } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { type KeyboardEvent, useDeferredValue, useMemo, useRef, useState } from 'react'
import { useShortcut } from '#platform/web/keyboard.ts'
import { useMessages } from '#platform/web/language.tsx'
import { servicesMessages } from '../../shared/messages.ts'
import { sessionMessages } from '../../shared/messages-session.ts'
import type { Candidate } from '../../shared/requests.ts'
import { foundByName, type SaidOf, say } from '../session.ts'
import { type ChangeSaid, SessionRow } from './session-row.tsx'

export type WhoCameProps = {
  candidates: readonly Candidate[]
  said: SaidOf
  onChange: ChangeSaid
}

function isOpen({ state }: Candidate): boolean {
  return state === 'overdue' || state === 'due'
}

/** Arrow keys move from child to child; Enter or Space ticks (as buttons do by themselves). */
function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>('[role="checkbox"]')]
  const place = all.findIndex((one) => one === document.activeElement)
  const next = all[place + (event.key === 'ArrowDown' ? 1 : -1)]
  if (!next) return
  event.preventDefault()
  next.focus()
}

type Lists = { open: readonly Candidate[]; others: readonly Candidate[] }

function listsOf(candidates: readonly Candidate[], typed: string, said: SaidOf): Lists {
  const found = foundByName(candidates, typed, said)
  return { open: found.filter(isOpen), others: found.filter((one) => !isOpen(one)) }
}

/** Whom Enter takes. */
function nextOf(typed: string, { open, others }: Lists): Candidate | undefined {
  return typed.trim() === '' ? undefined : (open[0] ?? others[0])
}

/** Found by typing, ticked by Enter; those who need the service first, other children of the age at the foot. */
export function WhoCame({ candidates, said, onChange }: WhoCameProps) {
  const t = useMessages(servicesMessages)
  const [typed, setTyped] = useState('')
  // Drawing a class of 300 takes longer than a key: the rows follow when the hand rests.
  const rested = useDeferredValue(typed)
  const { open, others } = useMemo(() => listsOf(candidates, rested, said), [candidates, rested, said])
  const next = nextOf(rested, { open, others })
  const chooseAll = () =>
    onChange((before) =>
      open.reduce((all, { childId }) => (all[childId] ? all : say(all, childId, {})), before),
    )
  const lists = { said, onChange, nextId: next?.childId }
  const take = () => {
    const first = nextOf(typed, listsOf(candidates, typed, said))
    if (!first) return
    onChange((before) => say(before, first.childId, { answer: 'done' }))
    setTyped('')
  }
  return (
    // The keys work on whichever row inside has the focus.
    <div onKeyDown={moveFocus} role="presentation">
      <NameSearch
        typed={typed}
        onType={setTyped}
        onTake={take}
        isNothing={open.length + others.length === 0}
      />
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
          <Rows list={open} {...lists} />
        </section>
      ) : null}
      {others.length > 0 ? (
        <section aria-labelledby="session-others">
          <Title order={2} id="session-others" mt="lg" mb="xs">
            {t('services.session-others')} ({others.length})
          </Title>
          <Rows list={others} {...lists} />
        </section>
      ) : null}
    </div>
  )
}

type SearchProps = {
  typed: string
  onType: (typed: string) => void
  onTake: () => void
  isNothing: boolean
}

/** Type, Enter, type, Enter: the hand stays on the keyboard and the focus in the field. */
function NameSearch({ typed, onType, onTake, isNothing }: SearchProps) {
  const t = useMessages(sessionMessages)
  const field = useRef<HTMLInputElement>(null)
  useShortcut('/', () => field.current?.focus())
  return (
    <>
      <TextInput
        ref={field}
        className="no-print"
        mb="sm"
        label={t('services.find-by-name')}
        description={t('services.find-by-name-how')}
        leftSection={<IconSearch size={20} aria-hidden />}
        value={typed}
        onChange={(event) => onType(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return
          event.preventDefault()
          onTake()
        }}
      />
      {isNothing ? <Text role="status">{t('services.nobody-of-name')}</Text> : null}
    </>
  )
}

type RowsProps = {
  list: readonly Candidate[]
  said: SaidOf
  nextId: string | undefined
  onChange: ChangeSaid
}

function Rows({ list, said, nextId, onChange }: RowsProps) {
  return (
    <ul className="services-lines services-session-list">
      {list.map((candidate) => (
        <SessionRow
          key={candidate.childId}
          candidate={candidate}
          said={said[candidate.childId]}
          isNext={candidate.childId === nextId}
          onChange={onChange}
        />
      ))}
    </ul>
  )
}
