import { formatDay } from '#base/day.ts'
import { useMessages } from '#platform/web/language.tsx'
import type { Fact } from '../../shared/contract-facts.ts'
import { factWordKey, factWordKeys } from '../../shared/fact-words.ts'
import { factMessages } from '../../shared/messages-facts.ts'

/** What a fact says in words: its value, its place, its days. */
export function useFactWords() {
  const t = useMessages(factMessages)
  const valueOf = (fact: Pick<Fact, 'kind' | 'value'>) => {
    const key = factWordKey(fact)
    return key ? t(key) : fact.value
  }
  return {
    valueOf,
    choicesOf: (kind: Fact['kind']) => factWordKeys(kind).map(([value, key]) => ({ value, label: t(key) })),
    whatOf: (fact: Fact) =>
      [
        [valueOf(fact), fact.householdCode].filter(Boolean).join(' '),
        fact.number,
        fact.facilityName,
        fact.detail,
        fact.villageName,
        fact.communeName,
      ]
        .filter(Boolean)
        .join(', '),
    daysOf: ({ fromDay, toDay }: Pick<Fact, 'fromDay' | 'toDay'>) =>
      toDay
        ? t('children.fact-days', { from: formatDay(fromDay), to: formatDay(toDay) })
        : t('children.fact-since', { from: formatDay(fromDay) }),
  }
}
