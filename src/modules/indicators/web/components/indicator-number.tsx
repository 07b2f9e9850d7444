import { useMay } from '#platform/web/actor.tsx'
import { useMessages } from '#platform/web/language.tsx'
import { NumberWithTarget } from '#ui/number-with-target.tsx'
import type { IndicatorValue } from '../../shared/contract.ts'
import { indicatorsMessages } from '../../shared/messages.ts'
import { childrenAddress, type Where } from '../requests.ts'

export type IndicatorNumberProps = {
  value: IndicatorValue
  where: Required<Where>
  size?: 'line' | 'large'
  withTarget?: boolean
}

/** A figure with its counts and target; it opens the children behind it for those who may see them. */
export function IndicatorNumber({ value, where, size = 'line', withTarget = true }: IndicatorNumberProps) {
  const t = useMessages(indicatorsMessages)
  const may = useMay()
  const { numerator, denominator, target } = value
  if (numerator === null || denominator === null) return <span>{t('indicators.no-data')}</span>
  return (
    <NumberWithTarget
      count={{ numerator, denominator }}
      target={withTarget && target ? { comparator: target.comparator, percent: target.value } : undefined}
      noun={t('indicators.children')}
      to={may('children.read') ? childrenAddress(value, where) : undefined}
      size={size}
    />
  )
}
