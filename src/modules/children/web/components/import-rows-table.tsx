import { Button, Group, Text, Title } from '@mantine/core'
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { useMessages } from '#platform/web/language.tsx'
import { PageLink } from '#platform/web/page-link.tsx'
import { DataList, type DataListColumn } from '#ui/data-list.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { useToast } from '#ui/undo-toast.tsx'
import { type DecideHeld, type ImportRow, type ImportRun, mostDecided } from '../../shared/contract-import.ts'
import { rosterMessages } from '../../shared/messages-roster.ts'
import { importMessages } from '../../shared/messages-import.ts'
import { childrenMessages } from '../../shared/messages.ts'
import { decideHeld, rowsQuery } from '../requests.ts'
import { useBirthWords } from './child-words.tsx'

type Props = { run: ImportRun; state: 'held' | 'refused' | 'taken' }

/** Rows of one kind with the reasons; for held rows a person says whether it is the same child. */
export function ImportRowsTable({ run, state }: Props) {
  const t = useMessages(importMessages)
  const queries = useQueryClient()
  const list = useInfiniteQuery(rowsQuery(run.id, state))
  const toast = useToast()
  const decide = useMutation({
    mutationFn: (input: DecideHeld) => decideHeld({ runId: run.id, input }),
    onSuccess: (_, { rows, decision }) => {
      const undo = () => decide.mutate({ rows, decision: 'held' })
      if (decision !== 'held' && rows)
        toast({ text: t(`children.decided-${decision}`, { count: rows.length }), onUndo: undo })
      return queries.invalidateQueries({ queryKey: ['children', 'imports', run.id] })
    },
  })
  const columns = useColumns(state, state === 'held' ? (input) => decide.mutate(input) : undefined)
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? []
  // Named, they can be taken back; those of further pages are decided without being named.
  const isNamed = !list.hasNextPage && rows.length <= mostDecided
  const all = isNamed ? rows.map(({ rowNumber }) => rowNumber) : undefined
  return (
    <section aria-labelledby={`children-rows-${state}`}>
      <Title order={2} id={`children-rows-${state}`} mb="sm">
        {t(`children.rows-${state}`)}
      </Title>
      {state === 'held' && run.heldRows > 1 ? (
        <Group mb="sm">
          <Button variant="default" onClick={() => decide.mutate({ rows: all, decision: 'same' })}>
            {t('children.all-same')}
          </Button>
          <Button variant="default" onClick={() => decide.mutate({ rows: all, decision: 'another' })}>
            {t('children.all-another')}
          </Button>
        </Group>
      ) : null}
      <ProblemNote problem={list.error ?? decide.error} />
      <DataList
        label={t(`children.rows-${state}`)}
        rows={rows}
        columns={columns}
        rowKey={({ rowNumber }) => String(rowNumber)}
        onMore={list.hasNextPage ? () => void list.fetchNextPage() : undefined}
        isLoadingMore={list.isFetchingNextPage}
      />
    </section>
  )
}

function useColumns(
  state: Props['state'],
  onDecide: ((input: DecideHeld) => void) | undefined,
): DataListColumn<ImportRow>[] {
  const t = useMessages(importMessages)
  const columns: DataListColumn<ImportRow>[] = [
    { key: 'number', heading: t('children.row-number'), kind: 'number', cell: ({ rowNumber }) => rowNumber },
    { key: 'child', heading: t('children.row-child'), kind: 'title', cell: (row) => <RowChild row={row} /> },
  ]
  const why: DataListColumn<ImportRow> = {
    ...{ key: 'why', heading: t('children.row-why') },
    cell: (row) => <RowReasons row={row} />,
  }
  if (state === 'taken') return columns
  if (!onDecide) return [...columns, why]
  const actions: DataListColumn<ImportRow> = {
    key: 'actions',
    heading: '',
    kind: 'actions',
    cell: ({ rowNumber }) => (
      <Group gap="xs">
        <Button variant="default" onClick={() => onDecide({ rows: [rowNumber], decision: 'same' })}>
          {t('children.same-child')}
        </Button>
        <Button variant="light" onClick={() => onDecide({ rows: [rowNumber], decision: 'another' })}>
          {t('children.other-child')}
        </Button>
      </Group>
    ),
  }
  return [...columns, why, actions]
}

/** The child as it was understood, or the cells as they stand in the file. */
function RowChild({ row }: { row: ImportRow }) {
  const t = useMessages(childrenMessages)
  const birthWords = useBirthWords()
  const { child } = row
  if (!child) return <>{row.cells.filter((text) => text.trim() !== '').join(' · ')}</>
  const parts = [
    t(`children.sex-${child.sex}`).toLowerCase(),
    birthWords(child),
    child.village,
    child.carers[0]?.fullName,
  ]
  return (
    <>
      <strong>{child.fullName}</strong>{' '}
      <Text span fw={400}>
        {parts.filter(Boolean).join(' · ')}
      </Text>
    </>
  )
}

function RowReasons({ row }: { row: ImportRow }) {
  const t = useMessages(importMessages)
  const words = useMessages(rosterMessages)
  return (
    <>
      {row.reasons.map(({ code, value }) => (
        <Text key={code}>{words(`children.row.${code}`, { value })}</Text>
      ))}
      {row.sameAsChild ? (
        <PageLink to={`/children/${row.sameAsChild}`}>{t('children.see-child')}</PageLink>
      ) : null}
    </>
  )
}
