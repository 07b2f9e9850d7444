import { useQuery } from '@tanstack/react-query'
import { formatDay } from '#base/day.ts'
import { useMay } from '#platform/web/actor.tsx'
import { useLanguage, useMessages } from '#platform/web/language.tsx'
import { PageButton, PageLink } from '#platform/web/page-link.tsx'
import { DataList, type DataListColumn } from '#ui/data-list.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Loading } from '#ui/loading.tsx'
import { formatNumber } from '#base/numbers.ts'
import { ProblemNote } from '#ui/problem-note.tsx'
import { servicesMessages } from '../../shared/messages.ts'
import type { DueServiceCount } from '../../shared/requests.ts'
import { type DueChoice, dueServicesQuery } from '../requests.ts'

/** The work by service: how many children need each, and a session of it in one tap. */
export function DueByService({ choice }: { choice: DueChoice }) {
  const t = useMessages(servicesMessages)
  const { data, error, isPending } = useQuery(dueServicesQuery(choice))
  if (!data) return isPending ? <Loading /> : <ProblemNote problem={error} />
  const columns: DataListColumn<DueServiceCount>[] = [
    {
      key: 'service',
      heading: t('services.item'),
      kind: 'title',
      cell: (one) => <ListLink one={one} choice={choice} />,
    },
    {
      key: 'children',
      heading: t('services.due-children'),
      kind: 'number',
      cell: ({ children }) => formatNumber(children),
    },
    {
      key: 'late',
      heading: t('services.due-late'),
      kind: 'number',
      cell: ({ overdue }) => formatNumber(overdue),
    },
    { key: 'soonest', heading: t('services.due-soonest'), cell: ({ soonest }) => formatDay(soonest) },
    { key: 'do', heading: '', kind: 'actions', cell: (one) => <SessionLink one={one} choice={choice} /> },
  ]
  return (
    <DataList
      label={t('services.due-print-title')}
      rows={data.services}
      rowKey={({ itemCode }) => itemCode}
      empty={<EmptyState title={t('services.due-none')} why={t('services.due-none-why')} />}
      columns={columns}
    />
  )
}

type OfService = { one: DueServiceCount; choice: DueChoice }

function ListLink({ one: { itemCode, name, children }, choice }: OfService) {
  const t = useMessages(servicesMessages)
  const { language } = useLanguage()
  return (
    <PageLink
      to="/services/due"
      search={{ ...choice, itemCode, view: 'child' }}
      aria-label={t('services.due-open', { name: name[language], count: children })}
    >
      {name[language]}
    </PageLink>
  )
}

function SessionLink({ one: { itemCode, name }, choice }: OfService) {
  const t = useMessages(servicesMessages)
  const { language } = useLanguage()
  const may = useMay()
  if (!may('services.record')) return null
  const { villageId, facilityId, className } = choice
  return (
    <PageButton
      to="/sessions"
      variant="light"
      search={{ villageId, facilityId, className, itemCode }}
      aria-label={t('services.due-session-of', { name: name[language] })}
    >
      {t('services.due-session')}
    </PageButton>
  )
}
