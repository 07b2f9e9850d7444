import { useMay } from '#platform/web/actor.tsx'
import { useMessages } from '#platform/web/language.tsx'
import { PageLink } from '#platform/web/page-link.tsx'
import { NumberWithTarget } from '#ui/number-with-target.tsx'
import { formatNumber } from '#ui/numbers.ts'
import type { IndicatorValue } from '../../shared/contract.ts'
import { indicatorsMessages } from '../../shared/messages.ts'
import { childrenAddress, type Where } from '../requests.ts'

export type IndicatorNumberProps = {
  value: IndicatorValue
  where: Required<Where>
  size?: 'line' | 'large'
  withTarget?: boolean
  /** Whether children stand behind the number: communes, villages and typed figures have none. */
  hasChildren?: boolean
}

/** A figure with its counts and target; it opens the children behind it for those who may see them. */
export function IndicatorNumber(props: IndicatorNumberProps) {
  const { value, where, size = 'line', withTarget = true, hasChildren = true } = props
  const t = useMessages(indicatorsMessages)
  const may = useMay()
  const { numerator, denominator, target } = value
  const to = hasChildren && may('children.read') ? childrenAddress(value, where) : undefined
  if (value.hidden) return <span>{t('indicators.hidden')}</span>
  if (value.value === null) return <span>{t('indicators.no-data')}</span>
  if (value.unit !== '%' || numerator === null || denominator === null) {
    const figure =
      value.unit === '%' ? `${formatNumber(value.value)}%` : `${formatNumber(value.value)} ${value.unit}`
    const counts =
      numerator === null || denominator === null
        ? ''
        : ` (${formatNumber(numerator)}/${formatNumber(denominator)})`
    return to ? <PageLink to={to}>{`${figure}${counts}`}</PageLink> : <span>{`${figure}${counts}`}</span>
  }
  return (
    <NumberWithTarget
      count={{ numerator, denominator }}
      target={withTarget && target ? { comparator: target.comparator, percent: target.value } : undefined}
      noun={t('indicators.children')}
      to={to}
      size={size}
    />
  )
}
