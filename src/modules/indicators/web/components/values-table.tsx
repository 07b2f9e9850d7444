import type { ReactNode } from 'react'
import { useMay } from '#platform/web/actor.tsx'
import { useLanguage, useMessages } from '#platform/web/language.tsx'
import { PageLink } from '#platform/web/page-link.tsx'
import { DataList } from '#ui/data-list.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { formatNumber, formatPercent } from '#base/numbers.ts'
import type { IndicatorValue } from '../../shared/contract.ts'
import { groupName } from '../../shared/group-names.ts'
import { indicatorsMessages } from '../../shared/messages.ts'
import { childrenAddress, type Where } from '../requests.ts'

export type ValuesTableProps = {
  label: string
  heading: string
  values: readonly IndicatorValue[]
  where: Required<Where>
  /** Replaces the words of a group, for example by a link to a lower unit. */
  nameOf?: (value: IndicatorValue, name: string) => ReactNode
  empty: string
}

/** A count that is hidden or not known leaves its place empty. */
const countOf = (count: number | null) => (count === null ? '' : formatNumber(count))

/** One indicator by groups: share, counts, how many are short of the target. */
export function ValuesTable({ label, heading, values, where, nameOf, empty }: ValuesTableProps) {
  const t = useMessages(indicatorsMessages)
  const { language } = useLanguage()
  const may = useMay()
  const wordsOf = (value: IndicatorValue) => (value.group ? groupName(value.group, language) : '')
  const share = (value: IndicatorValue) => {
    if (value.hidden) return t('indicators.hidden')
    if (value.value === null) return t('indicators.no-data')
    const text =
      value.unit === '%' ? formatPercent(value.value) : `${formatNumber(value.value)} ${value.unit}`
    return may('children.read') ? <PageLink to={childrenAddress(value, where)}>{text}</PageLink> : text
  }
  return (
    <DataList
      label={label}
      rows={values}
      rowKey={({ code, group }) => `${code} ${group?.key ?? ''}`}
      empty={<EmptyState title={empty} />}
      columns={[
        {
          key: 'group',
          heading,
          kind: 'title',
          cell: (value) => (nameOf ? nameOf(value, wordsOf(value)) : wordsOf(value)),
        },
        { key: 'share', heading: t('indicators.share'), kind: 'number', cell: share },
        {
          key: 'reached',
          heading: t('indicators.reached'),
          kind: 'number',
          cell: ({ numerator }) => countOf(numerator),
        },
        {
          key: 'counted',
          heading: t('indicators.counted'),
          kind: 'number',
          cell: ({ denominator }) => countOf(denominator),
        },
        {
          key: 'missing',
          heading: t('indicators.missing'),
          kind: 'number',
          cell: ({ missing }) => (missing === null ? '' : formatNumber(missing)),
        },
      ]}
    />
  )
}
