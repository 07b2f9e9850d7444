import { useMessages } from '#platform/web/language.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { privacyMessages } from '../../shared/messages.ts'
import { RequestsList } from '../components/requests-list.tsx'

/** For the officer who answers families: the same requests, with the children's names. */
export function Page() {
  const t = useMessages(privacyMessages)
  return (
    <>
      <PageHead title={t('privacy.families')} lead={t('privacy.lead-families')} />
      <RequestsList families />
    </>
  )
}
