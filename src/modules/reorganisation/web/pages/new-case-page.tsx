import { Button, Group, Stack, Text, TextInput, Title } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { newId } from '#base/id.ts'
import { useMessages } from '#platform/web/language.tsx'
import { useGo } from '#platform/web/page-link.tsx'
import { DayField } from '#ui/day-field.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { Decision } from '../../shared/contract.ts'
import { reorganisationMessages } from '../../shared/messages.ts'
import { type Added, ChangeForm } from '../components/change-form.tsx'
import { useChangeWords } from '../components/change-words.ts'
import { sendCase } from '../requests.ts'

type Written = {
  number: string
  issuer: string
  decidedOn: string | undefined
  effectiveOn: string | undefined
}

/** The decision and its changes, one after the other. */
export function Page() {
  const t = useMessages(reorganisationMessages)
  const [id] = useState(() => newId())
  const [written, setWritten] = useState<Written>({
    ...{ number: '', issuer: '', decidedOn: undefined, effectiveOn: undefined },
  })
  const [added, setAdded] = useState<Added[]>([])
  const decision = Decision.safeParse(written)
  const saving = useSaving(id, added)
  const isReady = decision.success && added.length > 0
  return (
    <>
      <PageHead
        title={t('reorganisation.new')}
        back={{ to: '/reorganisations', label: t('reorganisation.title') }}
      />
      <Stack gap="xl">
        <DecisionFields written={written} onChange={setWritten} />
        <Stack gap="sm" component="section" aria-labelledby="changes">
          <Title order={2} id="changes">
            {t('reorganisation.changes')}
          </Title>
          <AddedChanges added={added} onChange={setAdded} />
          <ChangeForm onAdd={(one) => setAdded([...added, one])} />
        </Stack>
        <ProblemNote problem={saving.error} />
        <Button
          style={{ alignSelf: 'start' }}
          disabled={!isReady || saving.isPending}
          onClick={() => decision.success && saving.mutate(decision.data)}
        >
          {t('reorganisation.save')}
        </Button>
      </Stack>
    </>
  )
}

function useSaving(id: string, added: readonly Added[]) {
  const go = useGo()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (ready: Decision) =>
      sendCase({
        ...{ id, decision: ready },
        content: {
          newUnits: added.flatMap(({ newUnits }) => newUnits),
          changes: added.map(({ change }) => change),
        },
      }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['reorganisations'] })
      go(`/reorganisations/${id}`)
    },
  })
}

function DecisionFields({ written, onChange }: { written: Written; onChange: (written: Written) => void }) {
  const t = useMessages(reorganisationMessages)
  return (
    <Stack gap="sm" maw={720}>
      <TextInput
        label={t('reorganisation.number')}
        value={written.number}
        onChange={(event) => onChange({ ...written, number: event.currentTarget.value })}
        required
      />
      <TextInput
        label={t('reorganisation.issuer')}
        value={written.issuer}
        onChange={(event) => onChange({ ...written, issuer: event.currentTarget.value })}
        required
      />
      <Group gap="sm" grow align="flex-start">
        <DayField
          label={t('reorganisation.decided-on')}
          value={written.decidedOn}
          onChange={(decidedOn) => onChange({ ...written, decidedOn })}
          required
        />
        <DayField
          label={t('reorganisation.effective-on')}
          value={written.effectiveOn}
          onChange={(effectiveOn) => onChange({ ...written, effectiveOn })}
          required
        />
      </Group>
    </Stack>
  )
}

function AddedChanges({ added, onChange }: { added: readonly Added[]; onChange: (added: Added[]) => void }) {
  const t = useMessages(reorganisationMessages)
  const words = useChangeWords({
    newUnits: added.flatMap(({ newUnits }) => newUnits),
    names: Object.assign({}, ...added.map(({ names }) => names)),
  })
  return (
    <>
      {added.map((one) => (
        <Group key={words(one.change)} justify="space-between" wrap="nowrap" maw={720}>
          <Text>{words(one.change)}</Text>
          <Button
            variant="subtle"
            aria-label={t('reorganisation.remove-label', { name: words(one.change) })}
            onClick={() => onChange(added.filter((other) => other !== one))}
          >
            {t('reorganisation.remove')}
          </Button>
        </Group>
      ))}
    </>
  )
}
