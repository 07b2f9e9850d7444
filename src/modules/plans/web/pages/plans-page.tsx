import { Group, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { formatDay, vietnamDay } from '#base/day.ts'
import { useActor, useMay } from '#platform/web/actor.tsx'
import { useMessages } from '#platform/web/language.tsx'
import { PageButton, PageLink } from '#platform/web/page-link.tsx'
import { DataList, type DataListColumn } from '#ui/data-list.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Loading } from '#ui/loading.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { nameInSentence } from '#modules/areas/shared/rules.ts'
import type { PlanSummary } from '../../shared/filing.ts'
import { plansMessages } from '../../shared/messages.ts'
import { draftMessages } from '../../shared/messages-drafts.ts'
import { periodText, printedDate, printedNumber } from '../components/plan-words.ts'
import { draftsQuery } from '../requests-drafts.ts'
import { plansAboveQuery, plansQuery } from '../requests.ts'

export function Page() {
  const t = useMessages(plansMessages)
  const { area } = useActor()
  const may = useMay()
  const { data: plans, error, isPending } = useQuery(plansQuery)
  const columns = useColumns()
  const drafts = useMessages(draftMessages)
  const library = (
    <PageButton to="/library" variant="default">
      {drafts('plans.library')}
    </PageButton>
  )
  const read = may('plans.write') ? (
    <Group>
      <PageButton to="/plans/read">{t('plans.read')}</PageButton>
      <PageButton to="/plans/new" variant="default">
        {drafts('plans.write')}
      </PageButton>
      {library}
    </Group>
  ) : (
    library
  )
  return (
    <>
      <PageHead
        title={t('plans.list')}
        lead={t('plans.list-lead', { area: nameInSentence(area.name) })}
        actions={read}
      />
      <ProblemNote problem={error} />
      {isPending ? <Loading /> : null}
      {plans ? (
        <DataList
          label={t('plans.list')}
          rows={plans}
          columns={columns}
          rowKey={({ id }) => id}
          empty={<EmptyState title={t('plans.list-empty')} why={t('plans.list-empty-why')} actions={read} />}
        />
      ) : null}
      {may('plans.write') ? <Drafts /> : null}
      <PlansAbove columns={columns} />
    </>
  )
}

/** Plans that are being written; they are no plans yet. */
function Drafts() {
  const t = useMessages(draftMessages)
  const plans = useMessages(plansMessages)
  const { data: drafts = [], error } = useQuery(draftsQuery)
  if (drafts.length === 0) return <ProblemNote problem={error} />
  return (
    <section aria-labelledby="plans-drafts">
      <Title order={2} size="h3" mt="xl" mb="sm" id="plans-drafts">
        {t('plans.drafts')}
      </Title>
      <DataList
        label={t('plans.drafts')}
        rows={drafts}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'title',
            heading: plans('plans.column-title'),
            kind: 'title',
            cell: ({ id, title }) => <PageLink to={`/plans/drafts/${id}`}>{title}</PageLink>,
          },
          { key: 'area', heading: plans('plans.issuer'), cell: ({ areaName }) => areaName },
          { key: 'source', heading: t('plans.source'), cell: ({ source }) => t(`plans.source-${source}`) },
          {
            key: 'changed',
            heading: t('plans.draft-changed-at'),
            cell: ({ changedAt }) => formatDay(vietnamDay(new Date(changedAt))),
          },
        ]}
      />
    </section>
  )
}

/** What the province or the nation planned, in a table of its own: it is not this unit's to change. */
function PlansAbove({ columns }: { columns: DataListColumn<PlanSummary>[] }) {
  const t = useMessages(plansMessages)
  const { data: plans = [], error } = useQuery(plansAboveQuery)
  if (plans.length === 0) return <ProblemNote problem={error} />
  return (
    <section aria-labelledby="plans-above">
      <Title order={2} size="h3" mt="xl" id="plans-above">
        {t('plans.above')}
      </Title>
      <Text c="dimmed" mb="sm">
        {t('plans.above-lead')}
      </Text>
      <DataList label={t('plans.above')} rows={plans} columns={columns} rowKey={({ id }) => id} />
    </section>
  )
}

function useColumns(): DataListColumn<PlanSummary>[] {
  const t = useMessages(plansMessages)
  return [
    {
      key: 'title',
      heading: t('plans.column-title'),
      kind: 'title',
      cell: ({ id, no, title }) => (
        <PageLink to={`/plans/${id}`}>
          {no}. {title}
        </PageLink>
      ),
    },
    {
      key: 'number',
      heading: t('plans.column-number'),
      cell: (plan) => <span className="nowrap">{printedNumber(plan) ?? t('plans.no-number')}</span>,
    },
    {
      key: 'date',
      heading: t('plans.column-date'),
      cell: ({ date }) => printedDate(date) ?? t('plans.no-date'),
    },
    {
      key: 'period',
      heading: t('plans.column-period'),
      cell: (plan) => <span className="nowrap">{periodText(plan)}</span>,
      wideOnly: true,
    },
    {
      key: 'area',
      heading: t('plans.issuer'),
      cell: ({ issuer, areaName }) => issuer ?? areaName,
      wideOnly: true,
    },
    {
      key: 'counts',
      heading: t('plans.column-counts'),
      cell: ({ targetCount, taskCount, filedAt }) => (
        <span title={formatDay(filedAt.slice(0, 10))}>
          {t('plans.counts', { targets: targetCount, tasks: taskCount })}
        </span>
      ),
    },
  ]
}
