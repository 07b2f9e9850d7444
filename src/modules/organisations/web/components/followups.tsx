import { Button, Group } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { formatDay } from '#base/day.ts'
import { useMay } from '#platform/web/actor.tsx'
import { useMessages } from '#platform/web/language.tsx'
import { DataList, type DataListColumn } from '#ui/data-list.tsx'
import { FormDialog } from '#ui/form-dialog.tsx'
import { formatNumber } from '#base/numbers.ts'
import { ProblemNote } from '#ui/problem-note.tsx'
import { StateBadge } from '#ui/state-badge.tsx'
import { CloseFollowup, type Followup } from '../../shared/contract-boards.ts'
import { organisationsMessages } from '../../shared/messages.ts'
import { closeFollowup } from '../requests.ts'

type FollowupsProps = { boardId: string; followups: readonly Followup[] }

/** What a meeting agreed, with its day and state; closed by whoever keeps the board's papers. */
export function Followups({ boardId, followups }: FollowupsProps) {
  const t = useMessages(organisationsMessages)
  const queries = useQueryClient()
  const [opened, setOpened] = useState<Followup | undefined>(undefined)
  const after = () => void queries.invalidateQueries({ queryKey: ['organisations'] })
  const reopening = useMutation({
    mutationFn: ({ id }: Followup) => closeFollowup(boardId, id, { state: 'open', outcome: null }),
    onSuccess: after,
  })
  const columns = useColumns({ onClose: setOpened, onReopen: reopening.mutate })
  if (followups.length === 0) return null
  return (
    <>
      <ProblemNote problem={reopening.error} />
      <DataList
        label={t('organisations.followups')}
        rows={followups}
        rowKey={({ id }) => id}
        columns={columns}
      />
      {opened ? (
        <ClosingForm
          boardId={boardId}
          followup={opened}
          onDone={() => {
            setOpened(undefined)
            after()
          }}
          onClose={() => setOpened(undefined)}
        />
      ) : null}
    </>
  )
}

type ClosingFormProps = { boardId: string; followup: Followup; onDone: () => void; onClose: () => void }

function ClosingForm({ boardId, followup, onDone, onClose }: ClosingFormProps) {
  const t = useMessages(organisationsMessages)
  const choices = (['done', 'dropped'] as const).map((state) => ({
    value: state,
    label: t(`organisations.state-${state}`),
  }))
  return (
    <FormDialog
      title={t('organisations.followup-close')}
      note={followup.task}
      fields={[
        { name: 'state', label: t('organisations.state'), kind: 'choice', required: true, choices },
        { name: 'outcome', label: t('organisations.outcome'), kind: 'long' },
      ]}
      initial={{ state: 'done' }}
      fixed={() => ({})}
      contract={CloseFollowup}
      send={(input) => closeFollowup(boardId, followup.id, input)}
      {...{ onDone, onClose }}
    />
  )
}

type Actions = { onClose: (followup: Followup) => void; onReopen: (followup: Followup) => void }

function useColumns({ onClose, onReopen }: Actions): DataListColumn<Followup>[] {
  const t = useMessages(organisationsMessages)
  const may = useMay()
  return [
    { key: 'task', heading: t('organisations.followup'), kind: 'title', cell: ({ task }) => task },
    { key: 'who', heading: t('organisations.responsible'), cell: ({ responsible }) => responsible },
    { key: 'due', heading: t('organisations.due-on'), cell: ({ dueOn }) => formatDay(dueOn) },
    { key: 'state', heading: t('organisations.state'), cell: (followup) => <State followup={followup} /> },
    {
      key: 'actions',
      heading: '',
      kind: 'actions',
      cell: (followup) => {
        if (!may('organisations.manage')) return null
        const isOpen = followup.state === 'open'
        return (
          <Group justify="flex-end" className="no-print">
            <Button
              variant="default"
              aria-label={`${t(isOpen ? 'organisations.followup-close' : 'organisations.followup-reopen')}: ${followup.task}`}
              onClick={() => (isOpen ? onClose(followup) : onReopen(followup))}
            >
              {t(isOpen ? 'organisations.followup-close' : 'organisations.followup-reopen')}
            </Button>
          </Group>
        )
      },
    },
  ]
}

function State({ followup: { state, overdueDays, closedOn, outcome } }: { followup: Followup }) {
  const t = useMessages(organisationsMessages)
  if (state === 'done')
    return <StateBadge state="done" note={outcome ?? (closedOn ? formatDay(closedOn) : undefined)} />
  if (state === 'dropped')
    return <StateBadge state="declined" note={outcome ?? t('organisations.state-dropped')} />
  return overdueDays > 0 ? (
    <StateBadge state="overdue" note={t('organisations.days', { count: formatNumber(overdueDays) })} />
  ) : (
    <StateBadge state="due" />
  )
}
