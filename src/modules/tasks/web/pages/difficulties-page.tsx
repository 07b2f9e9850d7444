import { Button, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatMoment } from '#base/day.ts'
import { useMay } from '#platform/web/actor.tsx'
import { useMessages } from '#platform/web/language.tsx'
import { PageLink } from '#platform/web/page-link.tsx'
import { DataList } from '#ui/data-list.tsx'
import { Loading } from '#ui/loading.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { PrintButton } from '#ui/print-button.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import type { Difficulties, DifficultyLine } from '../../shared/difficulties.ts'
import { difficultyMessages } from '../../shared/messages-difficulties.ts'
import { DifficultyBadge } from '../components/difficulty-badge.tsx'
import { SendDifficultyForm } from '../components/send-difficulty-form.tsx'
import { difficultiesQuery } from '../requests-difficulties.ts'

/** What waits for an answer of this place, and what it sent up itself. */
export function Page() {
  const t = useMessages(difficultyMessages)
  const { data, error } = useQuery(difficultiesQuery)
  if (data) return <Both difficulties={data} />
  return (
    <>
      <PageHead title={t('tasks.difficulties')} />
      <ProblemNote problem={error} />
      {error ? null : <Loading />}
    </>
  )
}

function Both({ difficulties }: { difficulties: Difficulties }) {
  const t = useMessages(difficultyMessages)
  const may = useMay()
  const [isSending, setSending] = useState(false)
  const { areaId, areaName, maySend, received, sent } = difficulties
  const open = received.filter(({ state }) => state === 'open').length
  return (
    <>
      <PageHead
        title={t('tasks.difficulties')}
        lead={t('tasks.difficulties-lead', { area: areaName, open, sent: sent.length })}
        actions={
          <>
            <PrintButton />
            {maySend && may('plans.write') ? (
              <Button onClick={() => setSending(true)}>{t('tasks.difficulty-send')}</Button>
            ) : null}
          </>
        }
      />
      <Stack gap="xl">
        <Lines title={t('tasks.difficulties-received')} lines={received} side="from" />
        {maySend ? <Lines title={t('tasks.difficulties-sent')} lines={sent} side="to" /> : null}
      </Stack>
      {isSending ? <SendDifficultyForm areaId={areaId} onClose={() => setSending(false)} /> : null}
    </>
  )
}

function Lines({
  title,
  lines,
  side,
}: {
  title: string
  lines: readonly DifficultyLine[]
  side: 'from' | 'to'
}) {
  const t = useMessages(difficultyMessages)
  return (
    <section aria-label={title}>
      <Title order={2} size="h3" mb="sm">
        {title}
      </Title>
      <DataList
        label={title}
        rows={lines}
        rowKey={({ id }) => id}
        empty={<Text c="dimmed">{t('tasks.difficulties-none')}</Text>}
        columns={[
          {
            ...{ key: 'title', heading: t('tasks.difficulties'), kind: 'title' },
            cell: ({ id, no, title: name }) => (
              <PageLink to={`/difficulties/${id}`}>{t('tasks.difficulty-no', { no, title: name })}</PageLink>
            ),
          },
          {
            ...{ key: 'place', heading: t(`tasks.difficulty-${side}`) },
            cell: ({ areaName, toAreaName }) => (side === 'from' ? areaName : toAreaName),
          },
          {
            key: 'about',
            heading: t('tasks.difficulty-about'),
            cell: ({ taskTitle, planTitle }) => taskTitle ?? planTitle ?? '',
          },
          { key: 'sent', heading: t('tasks.difficulty-sent-at'), cell: ({ sentAt }) => formatMoment(sentAt) },
          {
            key: 'state',
            heading: t('tasks.difficulty-state'),
            cell: ({ state }) => <DifficultyBadge state={state} />,
          },
        ]}
      />
    </section>
  )
}
