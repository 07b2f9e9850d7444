import { Paper, Progress, Text } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { useMessages } from '#platform/web/language.tsx'
import { uiMessages } from './messages.ts'
import { formatNumber } from './numbers.ts'

export type ProgressOfJobProps = { title: string; done: number; total: number; actions?: ReactNode }

/** Long work: rows done and the time left at the pace seen since this page was opened. */
export function ProgressOfJob({ title, done, total, actions }: ProgressOfJobProps) {
  const t = useMessages(uiMessages)
  const [start] = useState(() => ({ done, at: Date.now() }))
  const seconds = secondsLeft({ done: done - start.done, rest: total - done, elapsed: Date.now() - start.at })
  const time =
    seconds === undefined
      ? undefined
      : seconds < 90
        ? t('ui.seconds', { count: seconds })
        : t('ui.minutes', { count: Math.ceil(seconds / 60) })
  return (
    <Paper withBorder p="lg" radius="md" bg="var(--card-ground)" role="status">
      <Text fw={600}>{title}</Text>
      <Progress
        value={total > 0 ? (done / total) * 100 : 0}
        size="lg"
        my="sm"
        aria-label={title}
        transitionDuration={200}
      />
      <Text className="tabular">
        {t('ui.progress-rows', { done: formatNumber(done), total: formatNumber(total) })}
        {time ? ` · ${t('ui.progress-rest', { time })}` : ''}
      </Text>
      <Text c="dimmed">{t('ui.job-keeps-running')}</Text>
      {actions}
    </Paper>
  )
}

type Pace = { done: number; rest: number; elapsed: number }

function secondsLeft({ done, rest, elapsed }: Pace): number | undefined {
  return done > 0 && rest > 0 ? Math.ceil((rest * elapsed) / done / 1000) : undefined
}
