import { useMay } from '#platform/web/actor.tsx'
import { useMessages } from '#platform/web/language.tsx'
import { PageButton } from '#platform/web/page-link.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { privacyMessages } from '../../shared/messages.ts'
import { RequestsList } from '../components/requests-list.tsx'

/** For the person in charge of data: requests without names, and the ways to the other registers. */
export function Page() {
  const t = useMessages(privacyMessages)
  const may = useMay()
  const actions = (
    <>
      {may('audit.read') ? (
        <PageButton to="/audit" variant="default">
          {t('privacy.to-log')}
        </PageButton>
      ) : null}
      <PageButton to="/privacy/breaches" variant="default">
        {t('privacy.to-breaches')}
      </PageButton>
      <PageButton to="/privacy/record" variant="default">
        {t('privacy.to-record')}
      </PageButton>
    </>
  )
  return (
    <>
      <PageHead title={t('privacy.title')} lead={t('privacy.lead')} actions={actions} />
      <RequestsList families={false} />
    </>
  )
}
