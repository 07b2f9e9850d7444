import { Stack } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { formatDay } from '#base/day.ts'
import { useMay } from '#platform/web/actor.tsx'
import { useMessages } from '#platform/web/language.tsx'
import { PageButton, PageLink } from '#platform/web/page-link.tsx'
import { DataList, type DataListColumn } from '#ui/data-list.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Loading } from '#ui/loading.tsx'
import { formatNumber } from '#base/numbers.ts'
import { PageHead } from '#ui/page-head.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import type { CaseSummary } from '../../shared/contract.ts'
import { reorganisationMessages } from '../../shared/messages.ts'
import { casesQuery } from '../requests.ts'

/** Every case of the area, the newest first. */
export function Page() {
  const t = useMessages(reorganisationMessages)
  const may = useMay()
  const { data: cases, error, isPending } = useQuery(casesQuery)
  const columns = useColumns()
  const add = may('areas.reorganise') ? (
    <PageButton to="/reorganisations/new" leftSection={<IconPlus size={20} aria-hidden />}>
      {t('reorganisation.new')}
    </PageButton>
  ) : null
  return (
    <>
      <PageHead title={t('reorganisation.title')} lead={t('reorganisation.lead')} actions={add} />
      <Stack gap="md">
        <ProblemNote problem={error} />
        {isPending ? <Loading /> : null}
        {cases ? (
          <DataList
            label={t('reorganisation.title')}
            rows={cases}
            rowKey={({ id }) => id}
            empty={
              <EmptyState title={t('reorganisation.none')} why={t('reorganisation.none-why')} actions={add} />
            }
            columns={columns}
          />
        ) : null}
      </Stack>
    </>
  )
}

function useColumns(): DataListColumn<CaseSummary>[] {
  const t = useMessages(reorganisationMessages)
  return [
    {
      key: 'decision',
      heading: t('reorganisation.decision'),
      kind: 'title',
      cell: ({ id, decision }) => <PageLink to={`/reorganisations/${id}`}>{decision.number}</PageLink>,
    },
    { key: 'issuer', heading: t('reorganisation.issuer'), cell: ({ decision }) => decision.issuer },
    {
      key: 'day',
      heading: t('reorganisation.effective-on'),
      cell: ({ decision }) => formatDay(decision.effectiveOn),
    },
    {
      key: 'changes',
      heading: t('reorganisation.changes'),
      cell: ({ changes }) => t('reorganisation.change-count', { count: formatNumber(changes) }),
    },
    {
      key: 'state',
      heading: t('reorganisation.state'),
      cell: ({ state }) => t(`reorganisation.state-${state}`),
    },
  ]
}
