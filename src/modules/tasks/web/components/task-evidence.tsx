import { Button, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { formatMoment } from '#base/day.ts'
import { newId } from '#base/id.ts'
import { officeFiles } from '#base/file-kinds.ts'
import { useMay } from '#platform/web/actor.tsx'
import { useMessages } from '#platform/web/language.tsx'
import { DataList, type DataListColumn } from '#ui/data-list.tsx'
import { FileDrop } from '#ui/file-drop.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { type Evidence, mostEvidenceBytes, type TaskView } from '../../shared/contract.ts'
import { tasksMessages } from '../../shared/messages.ts'
import { addEvidence, downloadEvidence, removeEvidence } from '../requests.ts'

type Ends = { view: TaskView; onDone: () => void }

/** Files that show the task was done. */
export function TaskEvidence({ view, onDone }: Ends) {
  const t = useMessages(tasksMessages)
  const may = useMay()
  const mayChange = may('plans.write') && view.isOpen
  const removing = useMutation({
    mutationFn: ({ id }: Evidence) => removeEvidence(view.line, id),
    onSuccess: onDone,
  })
  const opening = useMutation({ mutationFn: ({ id }: Evidence) => downloadEvidence(view.line, id) })
  const columns = useColumns(opening.mutate, mayChange ? removing.mutate : undefined)
  return (
    <>
      <DataList
        label={t('tasks.evidence')}
        rows={view.evidence}
        rowKey={({ id }) => id}
        empty={<Text c="dimmed">{t('tasks.evidence-none')}</Text>}
        columns={columns}
      />
      <ProblemNote problem={removing.error ?? opening.error} />
      {mayChange ? <AddFile view={view} onDone={onDone} /> : null}
    </>
  )
}

function AddFile({ view, onDone }: Ends) {
  const t = useMessages(tasksMessages)
  const adding = useMutation({
    mutationFn: (file: File) => addEvidence(view.line, file, { id: newId() }),
    onSuccess: onDone,
  })
  return (
    <div className="no-print task-drop">
      <ProblemNote problem={adding.error} />
      <FileDrop
        label={t('tasks.evidence-add')}
        endings={officeFiles.map((ending) => `.${ending}`)}
        maxBytes={mostEvidenceBytes}
        onFile={(file) => adding.mutate(file)}
        hint={t('tasks.evidence-hint')}
        isBusy={adding.isPending}
      />
    </div>
  )
}

function useColumns(
  onOpen: (file: Evidence) => void,
  onRemove: ((file: Evidence) => void) | undefined,
): DataListColumn<Evidence>[] {
  const t = useMessages(tasksMessages)
  return [
    {
      ...{ key: 'name', heading: t('tasks.file'), kind: 'title' },
      cell: (file) => (
        <Button variant="subtle" px={0} onClick={() => onOpen(file)}>
          {file.name}
        </Button>
      ),
    },
    {
      ...{ key: 'by', heading: t('tasks.added') },
      cell: ({ by, at }) => t('tasks.changed-by', { by, at: formatMoment(at) }),
    },
    {
      ...{ key: 'remove', heading: '', kind: 'actions' },
      cell: (file) =>
        onRemove ? (
          <Button
            variant="default"
            className="no-print"
            aria-label={t('tasks.evidence-remove-of', { name: file.name })}
            onClick={() => onRemove(file)}
          >
            {t('tasks.evidence-remove')}
          </Button>
        ) : null,
    },
  ]
}
