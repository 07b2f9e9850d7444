import { useMessages } from '#platform/web/language.tsx'
import type { PackageItem } from '../../shared/contract.ts'
import { formOf } from '../../shared/item-form.ts'
import { packageMessages } from '../../shared/messages-package.ts'

type Worded = Pick<PackageItem, 'fromDays' | 'toDays' | 'rhythm' | 'mandatory'>

/** Ages and rhythm of an item as a person says them. */
export function useItemWords(): { age: (item: Worded) => string; rhythm: (item: Worded) => string } {
  const t = useMessages(packageMessages)
  return {
    age: (item) => {
      const { unit, from = '', to = '' } = formOf(item)
      const ages = { from: String(from), to: String(to) }
      if (unit === 'month') return t('services.age-months', ages)
      return unit === 'year' ? t('services.age-years', ages) : t('services.age-days', ages)
    },
    rhythm: ({ rhythm, ...item }) => {
      if (rhythm.kind === 'every') return t('services.rhythm-every', { count: rhythm.months })
      if (rhythm.kind !== 'campaign') return t(`services.package-form-${rhythm.kind}`)
      return t('services.rhythm-rounds', { rounds: String(formOf({ rhythm, ...item })['rounds']) })
    },
  }
}
