import { formatDay } from '#base/day.ts'
import { useLanguage, useMessages } from '#platform/web/language.tsx'
import { PageSection } from '#ui/page-section.tsx'
import { servicesMessages } from '../../shared/messages.ts'
import type { CatchUp } from '../../shared/requests.ts'

/** When the doses that are late, and those after them, can be given at the earliest. */
export function CatchUpPlan({ plans }: { plans: readonly CatchUp[] }) {
  const t = useMessages(servicesMessages)
  const { language } = useLanguage()
  if (plans.length === 0) return null
  return (
    <PageSection id="services-catch-up" title={t('services.catch-up')}>
      <ul className="services-lines">
        {plans.map(({ itemCode, doses }) => (
          <li key={itemCode}>
            <span className="services-lines-words">
              {doses
                .map(({ name, on }) =>
                  t('services.catch-up-dose', { name: name[language], day: formatDay(on) }),
                )
                .join('; ')}
            </span>
          </li>
        ))}
      </ul>
    </PageSection>
  )
}
