import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { formatDay } from '#base/day.ts'
import { Id } from '#base/id.ts'
import { useActor, useMay } from '#platform/web/actor.tsx'
import { useMessages } from '#platform/web/language.tsx'
import { usePageSearch } from '#platform/web/page.tsx'
import { PageLink } from '#platform/web/page-link.tsx'
import { DataList, type DataListColumn } from '#ui/data-list.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Loading } from '#ui/loading.tsx'
import { formatNumber } from '#base/numbers.ts'
import { PageHead } from '#ui/page-head.tsx'
import { PrintButton } from '#ui/print-button.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { StateBadge } from '#ui/state-badge.tsx'
import type { BoardSummary } from '../../shared/contract-boards.ts'
import { organisationsMessages } from '../../shared/messages.ts'
import { BoardForm } from '../components/board-forms.tsx'
import { Days } from '../components/days.tsx'
import { boardsQuery } from '../requests.ts'

const Search = z.object({ areaId: Id.optional().catch(undefined) })

/** Inter-sector boards and what they have left to do (R13). */
export function Page() {
  const t = useMessages(organisationsMessages)
  const may = useMay()
  const queries = useQueryClient()
  const { area } = useActor()
  const { areaId } = usePageSearch(Search)
  const { data, error, isPending } = useQuery(boardsQuery(areaId))
  const [isAdding, setAdding] = useState(false)
  const columns = useColumns()
  const done = () => {
    setAdding(false)
    void queries.invalidateQueries({ queryKey: ['organisations'] })
  }
  const add = may('organisations.manage') ? (
    <Button onClick={() => setAdding(true)} leftSection={<IconPlus size={20} aria-hidden />}>
      {t('organisations.board-add')}
    </Button>
  ) : null
  return (
    <>
      <PageHead
        title={t('organisations.boards')}
        lead={data ? t('organisations.boards-lead', { count: formatNumber(data.length) }) : null}
        back={{ to: `/units/${areaId ?? area.id}`, label: t('organisations.unit') }}
        actions={
          <>
            <PrintButton />
            {add}
          </>
        }
      />
      <ProblemNote problem={error} />
      {isPending ? <Loading /> : null}
      {data ? (
        <DataList
          label={t('organisations.boards')}
          rows={data}
          columns={columns}
          rowKey={({ id }) => id}
          empty={
            <EmptyState title={t('organisations.boards-none')} why={t('organisations.boards-none-why')} />
          }
        />
      ) : null}
      {isAdding ? <BoardForm onDone={done} onClose={() => setAdding(false)} /> : null}
    </>
  )
}

function useColumns(): DataListColumn<BoardSummary>[] {
  const t = useMessages(organisationsMessages)
  return [
    {
      key: 'name',
      heading: t('organisations.board-name'),
      kind: 'title',
      cell: ({ id, name }) => <PageLink to={`/organisations/boards/${id}`}>{name}</PageLink>,
    },
    {
      key: 'kind',
      heading: t('organisations.board-kind'),
      cell: ({ kind }) => t(`organisations.board-${kind}`),
    },
    { key: 'area', heading: t('organisations.area'), cell: ({ areaName }) => areaName },
    {
      key: 'decision',
      heading: t('organisations.decision'),
      cell: ({ decision, decidedOn }) =>
        t('organisations.decision-of', { decision, day: formatDay(decidedOn) }),
    },
    {
      key: 'time',
      heading: t('organisations.time'),
      cell: ({ validFrom, validTo }) => <Days from={validFrom} to={validTo} />,
    },
    {
      key: 'met',
      heading: t('organisations.last-met'),
      cell: ({ lastMetOn }) => (lastMetOn ? formatDay(lastMetOn) : t('organisations.never-met')),
    },
    { key: 'open', heading: t('organisations.followups'), cell: (board) => <OpenTasks board={board} /> },
  ]
}

function OpenTasks({ board: { followupsOpen, followupsOverdue } }: { board: BoardSummary }) {
  const t = useMessages(organisationsMessages)
  const text = t('organisations.followups-open', { count: formatNumber(followupsOpen) })
  if (followupsOverdue === 0) return <>{text}</>
  return (
    <>
      {text} <StateBadge state="overdue" note={formatNumber(followupsOverdue)} />
    </>
  )
}
