import { Button, Group, Paper, Stack, Text } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Day } from '#base/day.ts'
import { useMessages } from '#platform/web/language.tsx'
import { DayField } from '#ui/day-field.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import type { PersonShown } from '../../shared/contract-people.ts'
import { accessMessages } from '../../shared/messages-access.ts'
import { setLeaving } from '../requests.ts'

/** The last day at work: all roles end with it. */
export function LeavingForm({ person, onDone }: { person: PersonShown; onDone: () => void }) {
  const t = useMessages(accessMessages)
  const queries = useQueryClient()
  const [day, setDay] = useState<Day | undefined>(undefined)
  const leaving = useMutation({
    mutationFn: (leftOn: Day) => setLeaving({ personId: person.id, leftOn }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['accounts'] })
      onDone()
    },
  })
  return (
    <Paper withBorder radius="md" p="md" maw={620} bg="var(--card-ground)">
      <Stack gap="md">
        <Text>{t('accounts.leave-why', { name: person.fullName })}</Text>
        <DayField label={t('accounts.leave-day')} value={day} onChange={setDay} required />
        <ProblemNote problem={leaving.error} />
        <Group>
          <Button disabled={!day} loading={leaving.isPending} onClick={() => day && leaving.mutate(day)}>
            {t('accounts.leave-save')}
          </Button>
          <Button variant="default" onClick={onDone}>
            {t('accounts.back-out')}
          </Button>
        </Group>
      </Stack>
    </Paper>
  )
}
