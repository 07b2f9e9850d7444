import { Button, Group, Paper, Text, Title } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { z } from 'zod'
import { statusQuery } from '#modules/accounts/web/public.tsx'
import { api } from '#platform/web/api.ts'
import { useMessages } from '#platform/web/language.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { todayMessages } from './messages.ts'

/** Loads a generated commune to look around in, and takes it away again. */
export function SampleCard() {
  const t = useMessages(todayMessages)
  const queries = useQueryClient()
  const { data: status } = useQuery(statusQuery)
  const { mutate, error, isPending } = useMutation({
    mutationFn: (method: 'POST' | 'DELETE') =>
      api.send(method, '/sample', method === 'POST' ? {} : undefined, z.unknown()),
    onSettled: () => queries.invalidateQueries(),
  })
  if (!status) return null
  const isLoaded = status.sample
  return (
    <Paper component="section" withBorder radius="md" p="lg" bg="var(--card-ground)">
      <Group justify="space-between" gap="md">
        <div style={{ flex: '1 1 300px' }}>
          <Title order={2}>{t(isLoaded ? 'today.sample-loaded' : 'today.sample')}</Title>
          <Text c="dimmed">{t(isLoaded ? 'today.sample-loaded-why' : 'today.sample-why')}</Text>
        </div>
        <Button variant="default" loading={isPending} onClick={() => mutate(isLoaded ? 'DELETE' : 'POST')}>
          {t(isLoaded ? 'today.sample-remove' : 'today.sample-load')}
        </Button>
      </Group>
      {isPending && !isLoaded ? (
        <Text role="status" mt="sm">
          {t('today.sample-loading')}
        </Text>
      ) : null}
      <ProblemNote problem={error} />
    </Paper>
  )
}
