import { Button, Group, Stack, Text, TextInput, Title } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Day } from '#base/day.ts'
import { useMessages } from '#platform/web/language.tsx'
import { DayField } from '#ui/day-field.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { SearchSelect } from '#ui/search-select.tsx'
import { type Area, PastParent } from '../../shared/contract.ts'
import { areasMessages } from '../../shared/messages.ts'
import { areaSearchQuery, sendPastParent } from '../requests.ts'

/** The unit above in some days of the past, from a document that a person has before them. */
export function PastParentForm({ area }: { area: Area }) {
  const t = useMessages(areasMessages)
  const queries = useQueryClient()
  const [past, setPast] = useState<Partial<PastParent>>({})
  const change = (next: Partial<PastParent>) => setPast((before) => ({ ...before, ...next }))
  const input = PastParent.safeParse(past)
  const saving = useMutation({
    mutationFn: (given: PastParent) => sendPastParent(area.id, given),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['areas'] }),
  })
  return (
    <section aria-label={t('areas.by-hand')} className="no-print">
      <Title order={2} mb="xs">
        {t('areas.by-hand')}
      </Title>
      <Text c="dimmed" mb="sm">
        {t('areas.by-hand-why')}
      </Text>
      <Stack gap="sm" maw={640}>
        <ProblemNote problem={saving.error} />
        {saving.isSuccess ? <Text role="status">{t('areas.hand-saved')}</Text> : null}
        <PastDays past={past} onChange={change} />
        <ParentSelect
          on={past.validTo}
          value={past.parentId}
          onChange={(parentId) => change(parentId === undefined ? {} : { parentId })}
        />
        <TextInput
          label={t('areas.hand-source')}
          value={past.source ?? ''}
          onChange={(event) => change({ source: event.currentTarget.value })}
        />
        <Group>
          <Button
            disabled={!input.success}
            loading={saving.isPending}
            onClick={() => input.success && saving.mutate(input.data)}
          >
            {t('areas.hand-save')}
          </Button>
        </Group>
      </Stack>
    </section>
  )
}

type PastDaysProps = { past: Partial<PastParent>; onChange: (next: Partial<PastParent>) => void }

function PastDays({ past, onChange }: PastDaysProps) {
  const t = useMessages(areasMessages)
  return (
    <Group grow align="start">
      <DayField
        label={t('areas.hand-from')}
        value={past.validFrom}
        onChange={(validFrom) => validFrom && onChange({ validFrom })}
      />
      <DayField
        label={t('areas.hand-to')}
        value={past.validTo}
        onChange={(validTo) => validTo && onChange({ validTo })}
      />
    </Group>
  )
}

type ParentSelectProps = {
  on: Day | undefined
  value: string | undefined
  onChange: (id: string | undefined) => void
}

function ParentSelect({ on, value, onChange }: ParentSelectProps) {
  const t = useMessages(areasMessages)
  const [text, setText] = useState('')
  const { data: found = [] } = useQuery({
    ...areaSearchQuery({ text, on }),
    enabled: text !== '',
  })
  return (
    <SearchSelect
      label={t('areas.hand-parent')}
      description={t('areas.find-rule')}
      choices={found.map(({ id, fullName }) => ({ value: id, label: fullName }))}
      value={value}
      onChange={onChange}
      onSearch={setText}
    />
  )
}
