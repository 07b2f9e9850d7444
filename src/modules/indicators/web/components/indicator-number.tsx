import { useMay } from '#platform/web/actor.tsx'
import { useMessages } from '#platform/web/language.tsx'
import { PageLink } from '#platform/web/page-link.tsx'
import { NumberWithTarget } from '#ui/number-with-target.tsx'
import { formatNumber } from '#base/numbers.ts'
import type { Count } from '#ui/target-gap.ts'
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

/** `9,2 trên 1.000 (3/325)`, `24 xã`. */
function inWords({ value, unit, numerator, denominator }: IndicatorValue): string {
  const figure = `${formatNumber(value ?? 0)}${unit === '%' ? '' : ' '}${unit}`
  const hasCounts = numerator !== null && denominator !== null
  return hasCounts ? `${figure} (${formatNumber(numerator)}/${formatNumber(denominator)})` : figure
}

/** A figure with its counts and target; it opens the children behind it for those who may see them. */
export function IndicatorNumber(props: IndicatorNumberProps) {
  const { value, where, hasChildren = true } = props
  const t = useMessages(indicatorsMessages)
  const may = useMay()
  const to = hasChildren && may('children.read') ? childrenAddress(value, where) : undefined
  if (value.value === null) return <span>{t(value.hidden ? 'indicators.hidden' : 'indicators.no-data')}</span>
  const { numerator, denominator } = value
  if (value.unit === '%' && numerator !== null && denominator !== null)
    return <Share {...props} count={{ numerator, denominator }} to={to} />
  return to ? <PageLink to={to}>{inWords(value)}</PageLink> : <span>{inWords(value)}</span>
}

type ShareProps = Pick<IndicatorNumberProps, 'value' | 'size' | 'withTarget'> & {
  count: Count
  to: string | undefined
}

function Share({ value: { target }, count, to, size = 'line', withTarget = true }: ShareProps) {
  const t = useMessages(indicatorsMessages)
  const goal = withTarget && target ? { comparator: target.comparator, percent: target.value } : undefined
  return <NumberWithTarget count={count} target={goal} noun={t('indicators.children')} to={to} size={size} />
}
