import { useQuery } from '@tanstack/react-query'
import { useMay } from '#platform/web/actor.tsx'
import { useMessages } from '#platform/web/language.tsx'
import { PageLink } from '#platform/web/page-link.tsx'
import { DataList } from '#ui/data-list.tsx'
import { Loading } from '#ui/loading.tsx'
import { formatNumber } from '#base/numbers.ts'
import { PageHead } from '#ui/page-head.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import type { CleaningCounts } from '../../shared/contract.ts'
import { childrenMessages } from '../../shared/messages.ts'
import { moveMessages } from '../../shared/messages-moves.ts'
import { cleaningQuery } from '../requests-moves.ts'

/** What is wrong or missing in the register, by rule; each number opens its list. */
export function Page() {
  const t = useMessages(moveMessages)
  const words = useMessages(childrenMessages)
  const { data, error, isPending } = useQuery(cleaningQuery)
  return (
    <>
      <PageHead
        title={t('children.cleaning')}
        lead={data ? t('children.cleaning-lead', { total: formatNumber(data.total) }) : undefined}
        back={{ to: '/children', label: words('children.title') }}
      />
      <ProblemNote problem={error} />
      {isPending ? <Loading rows={8} /> : null}
      {data ? <Counts counts={data} /> : null}
    </>
  )
}

function Counts({ counts }: { counts: CleaningCounts }) {
  const t = useMessages(moveMessages)
  const may = useMay()
  const rules = counts.rules
    .toSorted((a, b) => b.count - a.count)
    .map(({ rule, count }) => ({
      key: rule,
      label: t(`children.lacks-${rule}`),
      count,
      to: '/children',
      search: { lacks: rule },
    }))
  const pairs = { key: 'pairs', label: t('children.cleaning-pairs'), to: '/children/pairs', search: {} }
  return (
    <DataList
      label={t('children.cleaning')}
      rows={[...(may('children.merge') ? [{ ...pairs, count: counts.pairs }] : []), ...rules]}
      rowKey={({ key }) => key}
      columns={[
        {
          key: 'rule',
          heading: t('children.cleaning-rule'),
          kind: 'title',
          cell: ({ label, count, to, search }) =>
            count === 0 ? (
              label
            ) : (
              <PageLink to={to} search={search}>
                {label}
              </PageLink>
            ),
        },
        {
          key: 'count',
          heading: t('children.cleaning-count'),
          kind: 'number',
          cell: ({ count }) => (count === 0 ? t('children.cleaning-clean') : formatNumber(count)),
        },
      ]}
    />
  )
}
