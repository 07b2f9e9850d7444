import { Paper, Progress, Text } from '@mantine/core'
import { useEffect, useState, type ReactNode } from 'react'
import { useMessages } from '#platform/web/language.tsx'
import { uiMessages } from './messages.ts'
import { formatNumber } from '#base/numbers.ts'

export type ProgressOfJobProps = {
  title: string
  done: number
  total: number
  /** How far it is, in words; rows are counted where nothing is said. */
  progress?: string
  actions?: ReactNode
}

/** Seconds left at the pace seen since this page was opened; undefined until there is a pace. */
function useSecondsLeft(done: number, total: number): number | undefined {
  const [start] = useState(() => ({ done, at: Date.now() }))
  const [seconds, setSeconds] = useState<number | undefined>(undefined)
  useEffect(() => {
    const timer = setInterval(() => {
      const made = done - start.done
      if (made > 0) setSeconds(Math.ceil(((total - done) * (Date.now() - start.at)) / made / 1000))
    }, 1000)
    return () => clearInterval(timer)
  }, [done, total, start])
  return done < total ? seconds : undefined
}

/** Long work: how much is done and the time left. */
export function ProgressOfJob({ title, done, total, progress, actions }: ProgressOfJobProps) {
  const t = useMessages(uiMessages)
  const seconds = useSecondsLeft(done, total)
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
        {progress ?? t('ui.progress-rows', { done: formatNumber(done), total: formatNumber(total) })}
        {time ? ` · ${t('ui.progress-rest', { time })}` : ''}
      </Text>
      <Text c="dimmed">{t('ui.job-keeps-running')}</Text>
      {actions}
    </Paper>
  )
}
