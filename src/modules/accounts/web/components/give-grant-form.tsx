import { Button, Group, Paper, Stack } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type SubmitEvent } from 'react'
import { newId } from '#base/id.ts'
import { useActor } from '#platform/web/actor.tsx'
import { useMessages } from '#platform/web/language.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { useToast } from '#ui/undo-toast.tsx'
import type { PersonShown } from '../../shared/contract-people.ts'
import { accessMessages } from '../../shared/messages-access.ts'
import { giveGrant } from '../requests.ts'
import { type GrantDraft, RoleAndPlace } from './role-and-place.tsx'

/** Another role for this person; sent twice it is given once. */
export function GiveGrantForm({ person, onDone }: { person: PersonShown; onDone: () => void }) {
  const t = useMessages(accessMessages)
  const { area } = useActor()
  const queries = useQueryClient()
  const toast = useToast()
  const [id] = useState(() => newId())
  const [draft, setDraft] = useState<GrantDraft>({
    role: '',
    areaId: area.id,
    validFrom: undefined,
    validTo: undefined,
  })
  const giving = useMutation({
    mutationFn: giveGrant,
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['accounts'] })
      toast({ text: t('accounts.grant-given', { name: person.fullName }) })
      onDone()
    },
  })
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const { role, areaId, validFrom, validTo } = draft
    if (!areaId || role === '') return
    const input = { id, role, areaId, validTo: validTo ?? null, ...(validFrom ? { validFrom } : {}) }
    giving.mutate({ personId: person.id, input })
  }
  return (
    <Paper withBorder radius="md" p="md" mt="md" maw={620} bg="var(--card-ground)">
      <form onSubmit={submit}>
        <Stack gap="md">
          <RoleAndPlace draft={draft} onChange={(part) => setDraft((before) => ({ ...before, ...part }))} />
          <ProblemNote problem={giving.error} />
          <Group>
            <Button type="submit" loading={giving.isPending}>
              {t('accounts.grant-save')}
            </Button>
            <Button variant="default" onClick={onDone}>
              {t('accounts.back-out')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Paper>
  )
}
