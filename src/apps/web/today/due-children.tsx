import { Group, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { ageOn, formatDay, type Day } from '#base/day.ts'
import { DueFound, type DueChild, type DueService } from '#modules/services/shared/requests.ts'
import { api } from '#platform/web/api.ts'
import { useLanguage, useMessages } from '#platform/web/language.tsx'
import { PageButton, PageLink } from '#platform/web/page-link.tsx'
import { DataList, type DataListColumn } from '#ui/data-list.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Loading } from '#ui/loading.tsx'
import { formatNumber } from '#base/numbers.ts'
import { ProblemNote } from '#ui/problem-note.tsx'
import { useTimeWords } from '#ui/time-words.ts'
import { StateBadge } from '#ui/state-badge.tsx'
import { todayMessages } from './messages.ts'

const mostShown = 8
const servicesShown = 2

/** The children to reach first: what is late before what is due. */
export function DueChildren() {
  const t = useMessages(todayMessages)
  const { data, error, isPending } = useQuery({
    queryKey: ['services', 'due', 'today'],
    queryFn: () => api.get('/services/due', DueFound, { limit: mostShown }),
  })
  const columns = useColumns(data?.today)
  const counts = data?.counts
  return (
    <section aria-labelledby="due-children">
      <Group justify="space-between" align="flex-end" mb="sm">
        <div>
          <Title order={2} id="due-children">
            {t('today.due')}
          </Title>
          {counts ? (
            <Text c="dimmed">
              {t('today.due-lead', {
                overdue: formatNumber(counts.overdue),
                children: formatNumber(counts.children),
              })}
            </Text>
          ) : null}
        </div>
        <PageButton to="/services/due" variant="default">
          {t('today.due-all')}
        </PageButton>
      </Group>
      <ProblemNote problem={error} />
      {isPending ? <Loading /> : null}
      {data ? (
        <DataList
          label={t('today.due')}
          rows={data.children}
          columns={columns}
          rowKey={({ childId }) => childId}
          empty={<EmptyState title={t('today.due-none')} />}
        />
      ) : null}
    </section>
  )
}

function useColumns(today: Day | undefined): DataListColumn<DueChild>[] {
  const t = useMessages(todayMessages)
  return [
    {
      key: 'child',
      heading: t('today.column-child'),
      kind: 'title',
      cell: (child) => <ChildName child={child} today={today} />,
    },
    {
      key: 'services',
      heading: t('today.column-services'),
      cell: ({ services }) => <Services services={services} />,
    },
    { key: 'village', heading: t('today.column-village'), cell: ({ villageName }) => villageName ?? '' },
    {
      key: 'carer',
      heading: t('today.column-carer'),
      cell: ({ carerName, carerPhone }) => [carerName, carerPhone].filter(Boolean).join(' · '),
    },
    {
      key: 'actions',
      heading: '',
      kind: 'actions',
      cell: ({ childId, fullName }) => (
        <PageButton
          to={`/children/${childId}`}
          variant="light"
          aria-label={t('today.record-label', { name: fullName })}
        >
          {t('today.record')}
        </PageButton>
      ),
    },
  ]
}

function ChildName({ child, today }: { child: DueChild; today: Day | undefined }) {
  const t = useMessages(todayMessages)
  const age = today ? ageOn(child.bornOn, today) : undefined
  const ageWords = age
    ? age.months < 24
      ? t('today.months', { count: age.months })
      : t('today.years', { count: age.years })
    : ''
  return (
    <span>
      <PageLink to={`/children/${child.childId}`} fw={600}>
        {child.fullName}
      </PageLink>
      <Text c="dimmed" fw={400}>
        {t(`today.${child.sex}`)} · {ageWords}
      </Text>
    </span>
  )
}

function Services({ services }: { services: readonly DueService[] }) {
  const t = useMessages(todayMessages)
  const { language } = useLanguage()
  const timeWords = useTimeWords()
  const rest = services.length - servicesShown
  return (
    <ul className="today-services">
      {services.slice(0, servicesShown).map((service) => (
        <li key={`${service.itemCode}-${service.dose ?? 0}`}>
          <StateBadge state={service.state} />
          <span>
            {service.state === 'overdue'
              ? t('today.late-service', { name: service.name[language], time: timeWords(service.daysLate) })
              : t('today.due-service', {
                  name: service.name[language],
                  day: service.deadline ? formatDay(service.deadline) : '',
                })}
          </span>
        </li>
      ))}
      {rest > 0 ? <li className="today-services-rest">{t('today.and-more', { count: rest })}</li> : null}
    </ul>
  )
}
