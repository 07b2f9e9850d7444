import { Alert } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useActor, useMay } from '#platform/web/actor.tsx'
import { useMessages } from '#platform/web/language.tsx'
import { PageLink } from '#platform/web/page-link.tsx'
import { moveMessages } from '../../shared/messages-moves.ts'
import { movesWaitingQuery } from '../requests-moves.ts'

/** For the commune that children were sent to: how many wait for its answer; nothing when none does. */
export function MovesWaiting() {
  const t = useMessages(moveMessages)
  const { area } = useActor()
  const may = useMay()
  const answers = area.kind === 'commune' && may('children.write')
  const { data: count = 0 } = useQuery({ ...movesWaitingQuery, enabled: answers })
  if (count === 0) return null
  return (
    <Alert color="yellow" variant="light" title={t('children.moves-waiting', { count })}>
      <PageLink to="/children/moves">{t('children.moves-answer')}</PageLink>
    </Alert>
  )
}
