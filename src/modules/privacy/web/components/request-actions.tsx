import { Button, Group } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { formatDay } from '#base/day.ts'
import { useMay } from '#platform/web/actor.tsx'
import { useMessages } from '#platform/web/language.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { todayHere } from '#ui/today-here.ts'
import type { DataRequest } from '../../shared/contract.ts'
import { privacyMessages } from '../../shared/messages.ts'
import { latenessOf } from '../../shared/rules.ts'
import { afterChange, answerRequest } from '../requests.ts'
import { DecideDialog, ExtendDialog } from './request-dialogs.tsx'

/** Late in words and colour, else what comes next. */
export function RequestState({ request }: { request: DataRequest }) {
  const t = useMessages(privacyMessages)
  const lateness = latenessOf(request, todayHere())
  const isLate = lateness === 'late' || lateness === 'answer-late'
  const words = t(`privacy.late-${lateness}`, { day: formatDay(request.answerDueOn) })
  const decision = request.decision ? `${words}: ${t(`privacy.decision-${request.decision}`)}` : words
  return (
    <span style={isLate ? { color: 'var(--mantine-color-red-8)', fontWeight: 600 } : undefined}>
      {decision}
    </span>
  )
}

/** What may still be done: a deletion is decided by who manages privacy, the rest by who records. */
export function RequestActions({ request }: { request: DataRequest }) {
  const t = useMessages(privacyMessages)
  const may = useMay()
  const queries = useQueryClient()
  const [open, setOpen] = useState<'decide' | 'extend' | undefined>(undefined)
  const answer = useMutation({
    mutationFn: () => answerRequest(request, todayHere()),
    onSuccess: () => afterChange(queries),
  })
  const close = () => setOpen(undefined)
  if (request.decidedOn !== null) return null
  const records = may('children.write')
  const decides = may(request.kind === 'delete' ? 'privacy.manage' : 'children.write')
  return (
    <Group gap="xs">
      {records && request.answeredOn === null ? (
        <Button variant="default" loading={answer.isPending} onClick={() => answer.mutate()}>
          {t('privacy.answer')}
        </Button>
      ) : null}
      {records && request.extendedOn === null ? (
        <Button variant="default" onClick={() => setOpen('extend')}>
          {t('privacy.extend')}
        </Button>
      ) : null}
      {decides ? <Button onClick={() => setOpen('decide')}>{t('privacy.decide')}</Button> : null}
      <ProblemNote problem={answer.error} />
      {open === 'decide' ? <DecideDialog request={request} onClose={close} /> : null}
      {open === 'extend' ? <ExtendDialog request={request} onClose={close} /> : null}
    </Group>
  )
}
