import { useMessages } from '#platform/web/language.tsx'
import { StateMark } from '#ui/state-badge.tsx'
import type { DifficultyState } from '../../shared/difficulties.ts'
import { difficultyMessages } from '../../shared/messages-difficulties.ts'

/** Waiting looks like what is overdue, answered like what is coming, settled like what is done. */
const looks = { open: 'overdue', answered: 'coming', closed: 'done', withdrawn: 'declined' } as const

export function DifficultyBadge({ state }: { state: DifficultyState }) {
  const t = useMessages(difficultyMessages)
  return <StateMark like={looks[state]}>{t(`tasks.difficulty-${state}`)}</StateMark>
}
