import { Text } from '@mantine/core'
import { formatDay } from '#base/day.ts'
import { useMessages } from '#platform/web/language.tsx'
import { formatPercent } from '#base/numbers.ts'
import type { Board } from '../../shared/contract.ts'
import { indicatorsCompareMessages } from '../../shared/messages-compare.ts'
import { expectedOn, progressOf } from '../../shared/on-track.ts'

/** On track or not, what would be needed today, and the rule in words. */
export function ProgressWords({ board }: { board: Pick<Board, 'values' | 'trend' | 'asOf'> }) {
  const t = useMessages(indicatorsCompareMessages)
  const [all] = board.values
  if (!all || all.numerator === null || all.denominator === null) return null
  const [start] = board.trend
  const asked = { target: all.target, asOf: board.asOf, start }
  const share = { numerator: all.numerator, denominator: all.denominator }
  const progress = progressOf({ ...asked, share })
  if (progress === 'none') return null
  const expected = progress === 'reached' ? undefined : expectedOn(asked)
  return (
    <div>
      <Text fw={700}>
        {t(`indicators.progress-${progress}`)}{' '}
        {expected === undefined
          ? null
          : t('indicators.progress-expected', {
              day: formatDay(board.asOf),
              percent: formatPercent(expected),
            })}
      </Text>
      <Text c="dimmed">{t('indicators.progress-rule')}</Text>
    </div>
  )
}
