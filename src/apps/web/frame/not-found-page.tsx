import { useMessages } from '#platform/web/language.tsx'
import { PageButton } from '#platform/web/page-link.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { frameMessages } from '../messages.ts'

export function NotFoundPage() {
  const t = useMessages(frameMessages)
  return (
    <main className="frame-alone">
      <PageHead title={t('frame.not-found')} lead={t('frame.not-found-why')} />
      <PageButton to="/">{t('frame.home')}</PageButton>
    </main>
  )
}
