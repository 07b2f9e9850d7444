import type { ReactNode } from 'react'
import { useMessages } from '#platform/web/language.tsx'
import { PageLink } from '#platform/web/page-link.tsx'
import { PhoneLink } from '#ui/phone-link.tsx'
import { PageSection } from '#ui/page-section.tsx'
import type { Child } from '../../shared/contract.ts'
import { ethnicName } from '../../shared/ethnic-groups.ts'
import { householdMessages } from '../../shared/messages-households.ts'
import { childrenMessages } from '../../shared/messages.ts'
import { useBirthWords } from './child-words.tsx'

/** What the register knows of the child, its carers and household. */
export function ChildFacts({ child }: { child: Child }) {
  const t = useMessages(childrenMessages)
  const household = useMessages(householdMessages)
  const birthWords = useBirthWords()
  const facts: [string, ReactNode][] = [
    [t('children.born-on'), birthWords(child)],
    [t('children.personal-id'), child.personalId],
    [t('children.ethnic'), child.ethnicCode ? ethnicName(child.ethnicCode) : null],
    [t('children.commune'), child.communeName],
    [t('children.village'), child.villageName],
    [t('children.address'), child.address],
    [household('children.household-of'), <HouseholdOf key="household" child={child} />],
    [t('children.poverty'), child.poverty ? t(`children.poverty-${child.poverty}`) : null],
    [t('children.education'), child.education ? t(`children.education-${child.education}`) : null],
    [t('children.disabled'), child.disabled ? t('children.yes') : t('children.no')],
    [t('children.special'), child.specialCircumstance ? t('children.yes') : t('children.no')],
  ]
  // What the viewer may not see is absent.
  const known = facts.filter(([, value]) => value !== undefined)
  return (
    <PageSection id="children-facts" title={t('children.facts')}>
      <dl className="children-facts">
        {known.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value ?? t('children.empty-value')}</dd>
          </div>
        ))}
        {child.carers.map((carer) => (
          <div key={carer.id}>
            <dt>{t(`children.relation-${carer.relation}`)}</dt>
            <dd>
              {carer.fullName}
              {carer.phone ? (
                <>
                  {' · '}
                  <PhoneLink phone={carer.phone} />
                </>
              ) : null}
            </dd>
          </div>
        ))}
      </dl>
    </PageSection>
  )
}

/** Its code, and the way to its page, where the siblings and the carers stand. */
function HouseholdOf({ child: { householdId, householdCode } }: { child: Child }) {
  const t = useMessages(householdMessages)
  const words = useMessages(childrenMessages)
  if (!householdId || !householdCode) return householdCode ?? words('children.empty-value')
  return (
    <PageLink to={`/households/${householdId}`} fw={600}>
      {t('children.household-title', { code: householdCode })}
    </PageLink>
  )
}
