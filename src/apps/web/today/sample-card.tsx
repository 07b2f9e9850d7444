import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core'
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { nameInSentence } from '#modules/areas/shared/rules.ts'
import { belowQuery } from '#modules/areas/web/public.tsx'
import { useActor } from '#platform/web/actor.tsx'
import { api } from '#platform/web/api.ts'
import { useMessages } from '#platform/web/language.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { SearchSelect } from '#ui/search-select.tsx'
import { todayMessages } from './messages.ts'

const sampleQuery = queryOptions({
  queryKey: ['sample'],
  queryFn: () => api.get('/sample', z.object({ loaded: z.boolean(), communes: z.array(z.string()) })),
})

/** Loads a generated commune to look around in, and takes it away again; a province says in which of its communes. */
export function SampleCard() {
  const t = useMessages(todayMessages)
  const { area } = useActor()
  const queries = useQueryClient()
  const { data: sample } = useQuery(sampleQuery)
  const [communeId, choose] = useState(area.kind === 'province' ? undefined : area.id)
  const { mutate, error, isPending } = useMutation({
    mutationFn: (method: 'POST' | 'DELETE') =>
      api.send(method, '/sample', method === 'POST' ? { communeId } : undefined, z.unknown()),
    onSettled: () => queries.invalidateQueries(),
  })
  if (!sample) return null
  const isLoaded = sample.loaded
  const communes = sample.communes.map(nameInSentence).join(', ')
  const isChoosing = !isLoaded && area.kind === 'province'
  return (
    <Paper component="section" withBorder radius="md" p="lg" bg="var(--card-ground)">
      <Group justify="space-between" gap="md">
        <Stack gap="sm" style={{ flex: '1 1 300px' }}>
          <div>
            <Title order={2}>
              {isLoaded ? t('today.sample-loaded-in', { communes }) : t('today.sample')}
            </Title>
            <Text c="dimmed">{t(isLoaded ? 'today.sample-loaded-why' : 'today.sample-why')}</Text>
          </div>
          {isChoosing ? <CommuneChoice provinceId={area.id} value={communeId} onChange={choose} /> : null}
        </Stack>
        <Button
          variant="default"
          loading={isPending}
          disabled={isChoosing && communeId === undefined}
          onClick={() => mutate(isLoaded ? 'DELETE' : 'POST')}
        >
          {t(isLoaded ? 'today.sample-remove' : 'today.sample-load')}
        </Button>
      </Group>
      {isLoaded ? null : <Progress isLoading={isPending} />}
      <ProblemNote problem={error} />
    </Paper>
  )
}

function Progress({ isLoading }: { isLoading: boolean }) {
  const t = useMessages(todayMessages)
  if (!isLoading) return null
  return (
    <Text role="status" mt="sm">
      {t('today.sample-loading')}
    </Text>
  )
}

type CommuneChoiceProps = {
  provinceId: string
  value: string | undefined
  onChange: (communeId: string | undefined) => void
}

function CommuneChoice({ provinceId, value, onChange }: CommuneChoiceProps) {
  const t = useMessages(todayMessages)
  const { data = [], error } = useQuery(belowQuery(provinceId))
  const communes = data.filter(({ kind }) => kind === 'commune')
  return (
    <>
      <SearchSelect
        label={t('today.sample-commune')}
        choices={communes.map(({ id, name }) => ({ value: id, label: name }))}
        value={value}
        onChange={onChange}
      />
      <ProblemNote problem={error} />
    </>
  )
}
