import { Button, Group, Stack, Text, Textarea } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState, type SubmitEvent } from 'react'
import { z } from 'zod'
import { formatMoment } from '#base/day.ts'
import { Id, newId } from '#base/id.ts'
import { useMay } from '#platform/web/actor.tsx'
import { useMessages } from '#platform/web/language.tsx'
import { PageLink } from '#platform/web/page-link.tsx'
import { usePageParams } from '#platform/web/page.tsx'
import { Loading } from '#ui/loading.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { PrintButton } from '#ui/print-button.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import type { Difficulty } from '../../shared/difficulties.ts'
import { difficultyMessages } from '../../shared/messages-difficulties.ts'
import { DifficultyBadge } from '../components/difficulty-badge.tsx'
import { addNote, closeDifficulty, difficultyQuery, withdrawDifficulty } from '../requests-difficulties.ts'

/** One difficulty with what both sides wrote. */
export function Page() {
  const t = useMessages(difficultyMessages)
  const { difficultyId } = usePageParams(z.object({ difficultyId: Id }))
  const { data, error, refetch } = useQuery(difficultyQuery(difficultyId))
  const back = { to: '/difficulties', label: t('tasks.difficulties') }
  if (data) return <Whole difficulty={data} />
  return (
    <>
      <PageHead title={t('tasks.difficulties')} back={back} />
      <ProblemNote problem={error} onTryAgain={() => void refetch()} />
      {error ? null : <Loading />}
    </>
  )
}

function Whole({ difficulty }: { difficulty: Difficulty }) {
  const t = useMessages(difficultyMessages)
  const may = useMay()
  const queries = useQueryClient()
  const { no, title, notes, side, id } = difficulty
  const keep = (next: Difficulty) => {
    queries.setQueryData(difficultyQuery(id).queryKey, next)
    void queries.invalidateQueries({ queryKey: ['tasks'] })
  }
  const mayWrite = may('plans.write')
  return (
    <>
      <PageHead
        title={t('tasks.difficulty-no', { no, title })}
        lead={<Lead difficulty={difficulty} />}
        back={{ to: '/difficulties', label: t('tasks.difficulties') }}
        actions={<PrintButton />}
      />
      <Stack gap="lg">
        <ol className="task-notes">
          {notes.map((note) => (
            <li key={note.id} className="task-note">
              <Text fw={600}>
                {t(`tasks.side-${note.side}`)}: {note.by}, {formatMoment(note.at)}
              </Text>
              <p>{note.text}</p>
            </li>
          ))}
        </ol>
        {mayWrite && !isSettled(difficulty) ? <NoteForm difficulty={difficulty} onDone={keep} /> : null}
        {mayWrite && side === 'sender' ? <SenderActions difficulty={difficulty} onDone={keep} /> : null}
      </Stack>
    </>
  )
}

function isSettled({ state }: Difficulty): boolean {
  return state === 'closed' || state === 'withdrawn'
}

type Ends = { difficulty: Difficulty; onDone: (next: Difficulty) => void }

/** Only who sent it says that it is settled, or takes it back while nobody answered. */
function SenderActions({ difficulty, onDone }: Ends) {
  const t = useMessages(difficultyMessages)
  const { id, version, notes } = difficulty
  const isClosed = isSettled(difficulty)
  const closing = useMutation({
    mutationFn: () => closeDifficulty(id, { isClosed: !isClosed, version }),
    onSuccess: onDone,
  })
  const withdrawing = useMutation({ mutationFn: () => withdrawDifficulty(id, version), onSuccess: onDone })
  const mayTakeBack = !isClosed && notes.every((note) => note.side === 'sender')
  return (
    <div className="no-print">
      <ProblemNote problem={closing.error ?? withdrawing.error} />
      <Group>
        <Button variant="default" loading={closing.isPending} onClick={() => closing.mutate()}>
          {t(isClosed ? 'tasks.difficulty-reopen' : 'tasks.difficulty-close')}
        </Button>
        {mayTakeBack ? (
          <Button variant="default" loading={withdrawing.isPending} onClick={() => withdrawing.mutate()}>
            {t('tasks.difficulty-withdraw')}
          </Button>
        ) : null}
      </Group>
    </div>
  )
}

function Lead({ difficulty }: { difficulty: Difficulty }) {
  const { state, areaName, toAreaName, planId, planTitle, taskTitle } = difficulty
  return (
    <>
      <DifficultyBadge state={state} /> {areaName} → {toAreaName}
      {planId === null ? null : (
        <>
          {' · '}
          <PageLink to={`/plans/${planId}`}>{taskTitle ?? planTitle}</PageLink>
        </>
      )}
    </>
  )
}

function NoteForm({ difficulty, onDone }: Ends) {
  const t = useMessages(difficultyMessages)
  const [draft, setDraft] = useState({ id: newId(), message: '' })
  const sending = useMutation({
    mutationFn: () => addNote(difficulty.id, draft),
    onSuccess: (next) => {
      setDraft({ id: newId(), message: '' })
      onDone(next)
    },
  })
  const send = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (draft.message.trim() !== '') sending.mutate()
  }
  return (
    <form onSubmit={send} className="no-print">
      <Textarea
        label={t(difficulty.side === 'receiver' ? 'tasks.answer-write' : 'tasks.more-write')}
        description={t('tasks.difficulty-hint')}
        value={draft.message}
        maxLength={8000}
        autosize
        minRows={3}
        onChange={(event) => setDraft({ ...draft, message: event.currentTarget.value })}
      />
      <ProblemNote problem={sending.error} />
      <Button type="submit" mt="sm" loading={sending.isPending} disabled={draft.message.trim() === ''}>
        {t('tasks.note-send')}
      </Button>
    </form>
  )
}
