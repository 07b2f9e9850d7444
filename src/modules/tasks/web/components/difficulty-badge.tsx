import { useMessages } from '#platform/web/language.tsx'
import type { DifficultyState } from '../../shared/difficulties.ts'
import { difficultyMessages } from '../../shared/messages-difficulties.ts'
import '../tasks.css'

/** The colours of the states of tasks: waiting as late, answered as under way, closed as done. */
const looks = { open: 'late', answered: 'in-progress', closed: 'done', withdrawn: 'stopped' } as const

export function DifficultyBadge({ state }: { state: DifficultyState }) {
  const t = useMessages(difficultyMessages)
  return (
    <span className="task-state" data-state={looks[state]}>
      {t(`tasks.difficulty-${state}`)}
    </span>
  )
}
