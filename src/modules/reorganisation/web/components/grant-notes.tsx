import { Alert, Button, Group, Stack } from '@mantine/core'
import { IconMapPin } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { formatDay } from '#base/day.ts'
import { useMessages } from '#platform/web/language.tsx'
import { reorganisationMessages } from '../../shared/messages.ts'
import { notesQuery, readNote } from '../requests.ts'

/** What became of the person's grant when units were reorganised; shown until it is put away. */
export function GrantNotes() {
  const t = useMessages(reorganisationMessages)
  const queries = useQueryClient()
  const { data: notes = [] } = useQuery(notesQuery)
  const reading = useMutation({
    mutationFn: readNote,
    onSuccess: () => queries.invalidateQueries({ queryKey: notesQuery.queryKey }),
  })
  if (notes.length === 0) return null
  return (
    <Stack gap="sm">
      {notes.map(({ id, kind, oldName, newName, effectiveOn, decisionNumber }) => (
        <Alert key={id} color="blue" variant="light" icon={<IconMapPin aria-hidden />}>
          <Group justify="space-between" gap="sm">
            <span>
              {t(`reorganisation.note-${kind}`, {
                ...{ day: formatDay(effectiveOn), old: oldName, new: newName ?? '', number: decisionNumber },
              })}
            </span>
            <Button variant="default" onClick={() => reading.mutate(id)}>
              {t('reorganisation.note-read')}
            </Button>
          </Group>
        </Alert>
      ))}
    </Stack>
  )
}
