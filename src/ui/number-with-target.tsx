import { Text } from '@mantine/core'
import { IconArrowDownRight, IconArrowUpRight, IconCheck } from '@tabler/icons-react'
import { useMessages } from '#platform/web/language.tsx'
import { PageLink } from '#platform/web/page-link.tsx'
import { uiMessages } from './messages.ts'
import { formatNumber, formatPercent, percentOf } from '#base/numbers.ts'
import { targetGap, type Count, type PercentTarget, type TargetGap } from './target-gap.ts'
import './number-with-target.css'

export type NumberWithTargetProps = {
  count: Count
  target?: PercentTarget | undefined
  /** What is counted: 'trẻ'. */
  noun: string
  /** The list of those behind the number. */
  to?: string | undefined
  size?: 'line' | 'large'
}

function GapWords({ gap, noun }: { gap: TargetGap; noun: string }) {
  const t = useMessages(uiMessages)
  if (gap.state === 'reached') {
    return (
      <span className="number-with-target-reached">
        <IconCheck size={18} aria-hidden /> {t('ui.target-reached')}
      </span>
    )
  }
  const Arrow = gap.state === 'missing' ? IconArrowUpRight : IconArrowDownRight
  return (
    <span className="number-with-target-short">
      <Arrow size={18} aria-hidden /> {t(`ui.target-${gap.state}`, { count: formatNumber(gap.count), noun })}
    </span>
  )
}

/** `78,4% (941/1.200) · mục tiêu 90% · còn thiếu 139 trẻ`. */
export function NumberWithTarget({ count, target, noun, to, size = 'line' }: NumberWithTargetProps) {
  const t = useMessages(uiMessages)
  const percent = percentOf(count.numerator, count.denominator)
  if (percent === undefined) return <Text c="dimmed">{t('ui.no-number')}</Text>
  const counts = `${formatNumber(count.numerator)}/${formatNumber(count.denominator)}`
  const value = (
    <>
      <strong className={size === 'large' ? 'number-with-target-large' : undefined}>
        {formatPercent(percent)}
      </strong>{' '}
      <span className="number-with-target-counts">({counts})</span>
    </>
  )
  return (
    <div className="number-with-target tabular">
      <span>{to ? <PageLink to={to}>{value}</PageLink> : value}</span>
      {target ? (
        <>
          <span className="number-with-target-goal">
            {t('ui.target', {
              value: t(`ui.target-${target.comparator}`, { percent: formatPercent(target.percent) }),
            })}
          </span>
          <GapWords gap={targetGap(count, target)} noun={noun} />
        </>
      ) : null}
    </div>
  )
}
