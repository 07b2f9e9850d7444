import { Stack, Text, Title } from '@mantine/core'
import { formatDay } from '#base/day.ts'
import { useMessages } from '#platform/web/language.tsx'
import { PageLink } from '#platform/web/page-link.tsx'
import { DataList, type DataListColumn } from '#ui/data-list.tsx'
import type { AreaHistory, EarlierName, ParentLink, Succession } from '../../shared/contract.ts'
import { areasMessages } from '../../shared/messages.ts'
import { useDaysOf } from './days-of.ts'

/** What the unit was made from, what it became, where it stood and what it was called. */
export function HistorySection({ history }: { history: AreaHistory }) {
  const t = useMessages(areasMessages)
  const { predecessors, successors, parents, names } = history
  return (
    <Stack gap="lg">
      {successors.length > 0 ? (
        <Links title={t('areas.successors')} links={successors} dayOf={(link) => link.onDate} />
      ) : null}
      {predecessors.length > 0 ? (
        <Links
          title={t('areas.predecessors')}
          links={predecessors}
          dayOf={(link) => link.area.validTo ?? link.onDate}
        />
      ) : null}
      {parents.length > 1 ? <Parents parents={parents} /> : null}
      {names.length > 0 ? <Names names={names} /> : null}
      {history.source ? (
        <Text c="dimmed">
          {t('areas.source')}: {history.source}
        </Text>
      ) : null}
    </Stack>
  )
}

type LinksProps = { title: string; links: readonly Succession[]; dayOf: (link: Succession) => string }

function Links({ title, links, dayOf }: LinksProps) {
  const t = useMessages(areasMessages)
  const columns: DataListColumn<Succession>[] = [
    {
      key: 'unit',
      heading: t('areas.name'),
      kind: 'title',
      cell: (link) => (
        <PageLink to={`/areas/${link.area.id}`} search={{ on: dayOf(link) }}>
          {link.area.fullName}
        </PageLink>
      ),
    },
    { key: 'code', heading: t('areas.code'), cell: ({ area }) => area.code },
    {
      key: 'extent',
      heading: t('areas.extent'),
      cell: ({ extent, note }) => note ?? t(`areas.extent-${extent}`),
    },
    { key: 'on', heading: t('areas.since'), cell: ({ onDate }) => formatDay(onDate) },
  ]
  return (
    <section aria-label={title}>
      <Title order={2} mb="sm">
        {title}
      </Title>
      <DataList label={title} rows={links} columns={columns} rowKey={({ id }) => id} />
    </section>
  )
}

function Parents({ parents }: { parents: readonly ParentLink[] }) {
  const t = useMessages(areasMessages)
  const daysOf = useDaysOf()
  return (
    <section aria-label={t('areas.parents')}>
      <Title order={2} mb="sm">
        {t('areas.parents')}
      </Title>
      <DataList
        label={t('areas.parents')}
        rows={parents}
        rowKey={({ validFrom }) => validFrom}
        columns={[
          { key: 'unit', heading: t('areas.name'), kind: 'title', cell: ({ area }) => area.fullName },
          { key: 'days', heading: t('areas.days'), cell: daysOf },
        ]}
      />
    </section>
  )
}

function Names({ names }: { names: readonly EarlierName[] }) {
  const t = useMessages(areasMessages)
  const daysOf = useDaysOf()
  return (
    <section aria-label={t('areas.names')}>
      <Title order={2} mb="sm">
        {t('areas.names')}
      </Title>
      <DataList
        label={t('areas.names')}
        rows={names}
        rowKey={({ validFrom }) => validFrom}
        columns={[
          { key: 'name', heading: t('areas.name'), kind: 'title', cell: ({ name }) => name },
          { key: 'days', heading: t('areas.days'), cell: daysOf },
        ]}
      />
    </section>
  )
}
