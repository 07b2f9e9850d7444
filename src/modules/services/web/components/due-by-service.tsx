import { useQuery } from '@tanstack/react-query'
import { formatDay } from '#base/day.ts'
import { useMay } from '#platform/web/actor.tsx'
import { useLanguage, useMessages } from '#platform/web/language.tsx'
import { PageButton, PageLink } from '#platform/web/page-link.tsx'
import { DataList } from '#ui/data-list.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Loading } from '#ui/loading.tsx'
import { formatNumber } from '#ui/numbers.ts'
import { ProblemNote } from '#ui/problem-note.tsx'
import { servicesMessages } from '../../shared/messages.ts'
import type { DueServiceCount } from '../../shared/requests.ts'
import { type DueChoice, dueServicesQuery } from '../requests.ts'

/** The work by service: how many children need each, and a session of it in one tap. */
export function DueByService({ choice }: { choice: DueChoice }) {
  const t = useMessages(servicesMessages)
  const { language } = useLanguage()
  const may = useMay()
  const { data, error, isPending } = useQuery(dueServicesQuery(choice))
  if (!data) return isPending ? <Loading /> : <ProblemNote problem={error} />
  const { villageId, facilityId, className } = choice
  const nameOf = ({ name }: DueServiceCount) => name[language]
  return (
    <DataList
      label={t('services.due-print-title')}
      rows={data.services}
      rowKey={({ itemCode }) => itemCode}
      empty={<EmptyState title={t('services.due-none')} why={t('services.due-none-why')} />}
      columns={[
        {
          key: 'service',
          heading: t('services.item'),
          kind: 'title',
          cell: (one) => (
            <PageLink
              to="/services/due"
              search={{ ...choice, itemCode: one.itemCode, view: 'child' }}
              aria-label={t('services.due-open', { name: nameOf(one), count: one.children })}
            >
              {nameOf(one)}
            </PageLink>
          ),
        },
        {
          key: 'children',
          heading: t('services.due-children'),
          kind: 'number',
          cell: (one) => formatNumber(one.children),
        },
        {
          key: 'late',
          heading: t('services.due-late'),
          kind: 'number',
          cell: (one) => formatNumber(one.overdue),
        },
        { key: 'soonest', heading: t('services.due-soonest'), cell: (one) => formatDay(one.soonest) },
        {
          key: 'do',
          heading: '',
          kind: 'actions',
          cell: (one) =>
            may('services.record') ? (
              <PageButton
                to="/sessions"
                variant="light"
                search={{ villageId, facilityId, className, itemCode: one.itemCode }}
                aria-label={t('services.due-session-of', { name: nameOf(one) })}
              >
                {t('services.due-session')}
              </PageButton>
            ) : null,
        },
      ]}
    />
  )
}
