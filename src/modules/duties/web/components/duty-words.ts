import type { dutiesMessages } from '../../shared/messages.ts'
import { parseDueRule } from '../../shared/due-rule.ts'
import type { Sender } from '../../shared/regime.ts'

type Translate = (
  key: keyof (typeof dutiesMessages)['vi'],
  holes?: Readonly<Record<string, string | number>>,
) => string

/** The rule of a sender in words: `before:07-20` is 'trước ngày 20/7'. */
export function ruleWords(t: Translate, { rule, nextYear }: Pick<Sender, 'rule' | 'nextYear'>): string {
  const parsed = parseDueRule(rule)
  if (!parsed) return rule
  if ('monthDay' in parsed) {
    const [month, day] = parsed.monthDay.split('-')
    const words = t(`duties.rule-${parsed.kind}`, { day: `${day}/${month}` })
    return nextYear ? t('duties.rule-next-year', { rule: words }) : words
  }
  if (parsed.kind === 'set-yearly' || parsed.kind === 'at-once') return t(`duties.rule-${parsed.kind}`)
  const { kind, count, unit } = parsed
  if (count === 0) return t('duties.rule-period-end')
  if (kind === 'event') return t(`duties.rule-event-${unit}`, { count })
  return t(`duties.rule-periodEnd-${unit === 'wd' ? 'wd' : 'd'}`, { count })
}
