import { Button, Stack, Text, Textarea } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState, type SubmitEvent } from 'react'
import { formatDay, vietnamDay } from '#base/day.ts'
import { newId } from '#base/id.ts'
import { useMessages } from '#platform/web/language.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import type { Report } from '../../shared/contract.ts'
import type { AddComment, Comment } from '../../shared/contract-check.ts'
import { reportsFlowMessages } from '../../shared/messages-flow.ts'
import { addComment, answerComment, checkQuery, commentsQuery } from '../requests-flow.ts'

export type CommentsAbout = { about: 'cell' | 'section'; key: string } | { about: 'report' }

type CommentsProps = { report: Pick<Report, 'id' | 'may'>; about: CommentsAbout }

/** What the unit above asks about one cell, one section or the whole, with its answers. */
export function Comments({ report, about }: CommentsProps) {
  const { data } = useQuery(commentsQuery(report.id))
  const key = about.about === 'report' ? null : about.key
  const fitting = (data ?? []).filter((comment) => comment.about === about.about && comment.key === key)
  const mayComment = report.may.includes('comment')
  if (fitting.length === 0 && !mayComment) return null
  return (
    <Stack gap="sm" className="report-comments no-print">
      {fitting.map((comment) => (
        <OneComment key={comment.id} comment={comment} report={report} />
      ))}
      {mayComment ? <CommentForm key={key} reportId={report.id} about={about} /> : null}
    </Stack>
  )
}

function OneComment({ comment, report }: { comment: Comment; report: CommentsProps['report'] }) {
  const t = useMessages(reportsFlowMessages)
  const { byName, byPlace, at, text, answer, answeredByName } = comment
  const time = formatDay(vietnamDay(new Date(at)))
  return (
    <div className="report-comment" data-open={answer === null || undefined}>
      <Text fw={600}>{text}</Text>
      <Text c="dimmed">
        {t('reports.comment-by', { name: byName, place: byPlace, time })}
        {answer === null ? ` · ${t('reports.comment-open')}` : ''}
      </Text>
      {answer === null ? null : (
        <Text>{t('reports.comment-answered', { name: answeredByName ?? '', answer })}</Text>
      )}
      {report.may.includes('answer') && answer === null ? (
        <AnswerForm reportId={report.id} commentId={comment.id} />
      ) : null}
    </div>
  )
}

function useSaved(reportId: string) {
  const queries = useQueryClient()
  return (comments: Comment[]) => {
    queries.setQueryData(commentsQuery(reportId).queryKey, comments)
    void queries.invalidateQueries(checkQuery(reportId))
  }
}

function AnswerForm({ reportId, commentId }: { reportId: string; commentId: string }) {
  const t = useMessages(reportsFlowMessages)
  const saved = useSaved(reportId)
  const answering = useMutation({
    mutationFn: (answer: string) => answerComment(reportId, commentId, answer),
    onSuccess: saved,
  })
  return <TextForm label={t('reports.comment-answer')} saving={answering} />
}

function CommentForm({ reportId, about }: { reportId: string; about: CommentsAbout }) {
  const t = useMessages(reportsFlowMessages)
  const saved = useSaved(reportId)
  const [id, setId] = useState(newId)
  const adding = useMutation({
    mutationFn: (text: string) => addComment(reportId, { id, ...about, text } satisfies AddComment),
    onSuccess: (comments) => {
      saved(comments)
      setId(newId())
    },
  })
  const label = about.about === 'report' ? t('reports.comment-whole') : t('reports.comment-add')
  return <TextForm key={id} label={label} saving={adding} />
}

type Saving = { mutate: (text: string) => void; isPending: boolean; error: unknown }

function TextForm({ label, saving }: { label: string; saving: Saving }) {
  const [text, setText] = useState('')
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (text.trim() !== '') saving.mutate(text)
  }
  return (
    <form onSubmit={submit}>
      <Stack gap="xs">
        <Textarea
          label={label}
          value={text}
          autosize
          minRows={2}
          maxLength={2000}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <ProblemNote problem={saving.error} />
        <Button
          type="submit"
          variant="default"
          loading={saving.isPending}
          disabled={text.trim() === ''}
          style={{ alignSelf: 'start' }}
        >
          {label}
        </Button>
      </Stack>
    </form>
  )
}
