import { Text } from '@mantine/core'
import { periodName } from '#base/period.ts'
import { formatDay } from '#base/day.ts'
import { useLanguage, useMessages } from '#platform/web/language.tsx'
import { domains } from '../../shared/contract.ts'
import { servicesMessages } from '../../shared/messages.ts'
import { packageMessages } from '../../shared/messages-package.ts'
import type { ReachOfChild } from '../../shared/requests.ts'

/** Whether the child is reached in the periods that run, and if not, what is missing in which domain. */
export function ReachWords({ reach }: { reach: readonly ReachOfChild[] }) {
  const t = useMessages(servicesMessages)
  return (
    <div className="services-reach">
      {reach
        .filter(({ reached }) => reached !== null)
        .map((one) => (
          <div key={one.period}>
            <Text>
              {t(one.reached ? 'services.reached' : 'services.not-reached', {
                period: periodName(one.period),
              })}
            </Text>
            {one.reached ? null : <Missing of={one} />}
          </div>
        ))}
    </div>
  )
}

/** One line a domain: "Dinh dưỡng: thiếu cân, đo đợt tháng 6 (hạn 30/06/2026)". */
function Missing({ of }: { of: ReachOfChild }) {
  const t = useMessages(servicesMessages)
  const tDomain = useMessages(packageMessages)
  const { language } = useLanguage()
  return (
    <ul>
      {domains
        .filter((domain) => of.missing.some((one) => one.domain === domain))
        .map((domain) => {
          const names = of.missing
            .filter((one) => one.domain === domain)
            .map(({ name, to }) => t('services.missing-by', { name: name[language], day: formatDay(to) }))
          return (
            <li key={domain}>
              {t('services.missing', {
                domain: tDomain(`services.domain-${domain}`),
                names: [...new Set(names)].join('; '),
              })}
            </li>
          )
        })}
    </ul>
  )
}
