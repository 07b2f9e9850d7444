import { Button } from '@mantine/core'
import { Problem } from '#base/problem.ts'
import { useMessages } from '#platform/web/language.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { frameMessages } from '../messages.ts'

/** A page that fell over: the others still work, and nothing saved is touched. */
export function BrokenPage({ error }: { error: unknown }) {
  const t = useMessages(frameMessages)
  const reload = () => globalThis.location.reload()
  if (error instanceof Problem) return <ProblemNote problem={error} onTryAgain={reload} />
  return (
    <EmptyState
      title={t('frame.broken')}
      why={t('frame.broken-why')}
      actions={<Button onClick={reload}>{t('frame.reload')}</Button>}
    />
  )
}
