import { Button, Group, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useMay } from '#platform/web/actor.tsx'
import { api } from '#platform/web/api.ts'
import { useMessages } from '#platform/web/language.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { moveMessages } from '../../shared/messages-moves.ts'

/** What can be done with the children that were ticked. Printing leaves the others out (children.css). */
export function ChosenActions({ ids, onNone }: { ids: readonly string[]; onNone: () => void }) {
  const t = useMessages(moveMessages)
  const may = useMay()
  const save = useMutation({
    mutationFn: () => api.download('/children/export', { ids: ids.join(',') }),
  })
  if (ids.length === 0) return null
  return (
    <div className="children-chosen no-print" role="status">
      <Group gap="sm">
        <Text fw={600}>{t('children.chosen', { count: ids.length })}</Text>
        {may('children.export') ? (
          <Button loading={save.isPending} onClick={() => save.mutate()}>
            {t('children.chosen-export')}
          </Button>
        ) : null}
        <Button variant="default" onClick={() => globalThis.print()}>
          {t('children.chosen-print')}
        </Button>
        <Button variant="subtle" onClick={onNone}>
          {t('children.chosen-none')}
        </Button>
      </Group>
      <ProblemNote problem={save.error} />
    </div>
  )
}
