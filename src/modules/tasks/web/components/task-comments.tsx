import { Button, Text, Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState, type SubmitEvent } from 'react'
import { formatMoment } from '#base/day.ts'
import { newId } from '#base/id.ts'
import { useMessages } from '#platform/web/language.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import type { TaskView } from '../../shared/contract.ts'
import { tasksMessages } from '../../shared/messages.ts'
import { addComment } from '../requests.ts'

/** What people said about a task, in order, and a field to say more. */
export function TaskComments({ view, onDone }: { view: TaskView; onDone: () => void }) {
  const t = useMessages(tasksMessages)
  const [draft, setDraft] = useState({ id: newId(), comment: '' })
  const sending = useMutation({
    mutationFn: () => addComment(view.line, draft),
    onSuccess: () => {
      setDraft({ id: newId(), comment: '' })
      onDone()
    },
  })
  const send = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (draft.comment.trim() !== '') sending.mutate()
  }
  return (
    <>
      {view.comments.length === 0 ? <Text c="dimmed">{t('tasks.comments-none')}</Text> : null}
      <ol className="task-notes">
        {view.comments.map(({ id, text, by, at }) => (
          <li key={id} className="task-note">
            <Text fw={600}>{t('tasks.changed-by', { by, at: formatMoment(at) })}</Text>
            <p>{text}</p>
          </li>
        ))}
      </ol>
      <form onSubmit={send} className="no-print">
        <Textarea
          label={t('tasks.comment-write')}
          value={draft.comment}
          maxLength={4000}
          autosize
          minRows={2}
          mt="sm"
          onChange={(event) => setDraft({ ...draft, comment: event.currentTarget.value })}
        />
        <ProblemNote problem={sending.error} />
        <Button type="submit" mt="sm" loading={sending.isPending} disabled={draft.comment.trim() === ''}>
          {t('tasks.comment-send')}
        </Button>
      </form>
    </>
  )
}
