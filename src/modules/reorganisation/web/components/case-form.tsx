import { Button, Group, Stack, Text, TextInput, Title } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useMessages } from '#platform/web/language.tsx'
import { useGo } from '#platform/web/page-link.tsx'
import { DayField } from '#ui/day-field.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { type CaseContent, Decision } from '../../shared/contract.ts'
import { reorganisationMessages } from '../../shared/messages.ts'
import { type Added, ChangeForm } from './change-form.tsx'
import { useChangeWords } from './change-words.ts'

export type Written = {
  number: string
  issuer: string
  decidedOn: string | undefined
  effectiveOn: string | undefined
}

export type CaseFormProps = {
  caseId: string
  written: Written
  added: readonly Added[]
  send: (decision: Decision, content: CaseContent) => Promise<unknown>
}

/** The decision and its changes, one after the other. */
export function CaseForm({ caseId, send, ...initial }: CaseFormProps) {
  const t = useMessages(reorganisationMessages)
  const [written, setWritten] = useState<Written>(initial.written)
  const [added, setAdded] = useState(initial.added)
  const decision = Decision.safeParse(written)
  const saving = useSaving(caseId, (ready) =>
    send(ready, {
      newUnits: added.flatMap(({ newUnits }) => newUnits),
      changes: added.map(({ change }) => change),
    }),
  )
  const isReady = decision.success && added.length > 0
  return (
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
  )
}

function useSaving(caseId: string, send: (decision: Decision) => Promise<unknown>) {
  const go = useGo()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: send,
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['reorganisations'] })
      go(`/reorganisations/${caseId}`)
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
