import { useActor } from '#platform/web/actor.tsx'
import { useMessages } from '#platform/web/language.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { frameMessages } from '../messages.ts'

export function Page() {
  const t = useMessages(frameMessages)
  const { area } = useActor()
  return <PageHead title={t('frame.today')} lead={area.name} />
}
