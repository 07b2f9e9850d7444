import { formatDay, type Day } from '#base/day.ts'
import type { Translate } from '#platform/web/language.tsx'
import type { plansMessages } from '../../shared/messages.ts'

type PlanKey = keyof (typeof plansMessages)['vi']

/** "30/11/2026", or the rule in words: "trước ngày 30/11 hằng năm". */
export function deadlineWords(
  t: Translate<PlanKey>,
  { date, rule }: { date: Day | string | null; rule: string | null },
): string {
  if (date !== null) return formatDay(date)
  const match = /^(before|fixed):(\d{2})-(\d{2})$/.exec(rule ?? '')
  if (!match) return t('plans.rule-yearly')
  return t(match[1] === 'before' ? 'plans.rule-before' : 'plans.rule-fixed', {
    day: `${match[3] ?? ''}/${match[2] ?? ''}`,
  })
}
