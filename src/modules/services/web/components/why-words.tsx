import { useLanguage } from '#platform/web/language.tsx'
import type { Why } from '../../shared/contract.ts'

/** Why a line stands on the list; what the child's own growth asks for stands out. */
export function WhyWords({ why }: { why: Why | undefined }) {
  const { language } = useLanguage()
  if (!why) return null
  return (
    <small className={why.kind === 'need' ? 'services-why services-why-need' : 'services-why'}>
      {why[language]}
    </small>
  )
}
