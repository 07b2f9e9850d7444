import { Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { formatDay } from '#base/day.ts'
import { useMessages } from '#platform/web/language.tsx'
import { PageLink } from '#platform/web/page-link.tsx'
import { DataList, type DataListColumn } from '#ui/data-list.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Loading } from '#ui/loading.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import type { Matter } from '../../shared/contract-matters.ts'
import { mattersMessages } from '../../shared/messages-matters.ts'
import { mattersQuery } from '../requests-matters.ts'
import { MatterState } from './matter-state.tsx'

/** Matters of responsibility in a place, open ones first; only for those who may see them. */
export function MatterList({ areaId }: { areaId: string }) {
  const t = useMessages(mattersMessages)
  const { data, error, isPending } = useQuery(mattersQuery(areaId))
  const columns = useColumns()
  return (
    <section aria-label={t('organisations.matters')}>
      <Title order={2}>{t('organisations.matters')}</Title>
      <Text c="dimmed" mb="sm">
        {t('organisations.matters-why')}
      </Text>
      <ProblemNote problem={error} />
      {isPending ? <Loading /> : null}
      {data ? (
        <DataList
          label={t('organisations.matters')}
          rows={data}
          columns={columns}
          rowKey={({ id }) => id}
          empty={
            <EmptyState title={t('organisations.matters-none')} why={t('organisations.matters-none-why')} />
          }
        />
      ) : null}
    </section>
  )
}

function useColumns(): DataListColumn<Matter>[] {
  const t = useMessages(mattersMessages)
  return [
    {
      key: 'subject',
      heading: t('organisations.matter-subject'),
      kind: 'title',
      cell: ({ id, subject }) => <PageLink to={`/organisations/matters/${id}`}>{subject}</PageLink>,
    },
    {
      key: 'kind',
      heading: t('organisations.matter-kind'),
      cell: ({ kind }) => t(`organisations.matter-${kind}`),
    },
    {
      key: 'head',
      heading: t('organisations.head'),
      cell: ({ fullName, organisationName }) => `${fullName}, ${organisationName}`,
    },
    {
      key: 'found',
      heading: t('organisations.found-on'),
      cell: ({ foundOn, foundBy }) =>
        t('organisations.found-line', { day: formatDay(foundOn), who: foundBy }),
    },
    {
      key: 'measure',
      heading: t('organisations.measure'),
      cell: ({ measure }) => (measure ? t(`organisations.measure-${measure}`) : t('organisations.not-yet')),
    },
    {
      key: 'state',
      heading: t('organisations.matter-state'),
      cell: (matter) => <MatterState matter={matter} />,
    },
  ]
}
