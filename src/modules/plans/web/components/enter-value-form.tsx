import { Button, Group, NumberInput, Stack, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState, type SubmitEvent } from 'react'
import { vietnamDay, type Day } from '#base/day.ts'
import { newId } from '#base/id.ts'
import { useMessages } from '#platform/web/language.tsx'
import { DayField } from '#ui/day-field.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import type { FiledPlan, FiledTarget } from '../../shared/filing.ts'
import { plansMessages } from '../../shared/messages.ts'
import { enterValue } from '../requests.ts'

export type EnterValueFormProps = {
  planId: string
  target: FiledTarget
  onDone: (plan: FiledPlan | undefined) => void
}

/** The figure of a target that is followed by hand, with its day and source. */
export function EnterValueForm({ planId, target, onDone }: EnterValueFormProps) {
  const t = useMessages(plansMessages)
  const [id] = useState(newId)
  const [value, setValue] = useState<number | undefined>(undefined)
  const [asOf, setDay] = useState<Day | undefined>(() => vietnamDay(new Date()))
  const [source, setSource] = useState('')
  const entering = useMutation({
    mutationFn: (body: Parameters<typeof enterValue>[2]) => enterValue(planId, target.id, body),
    onSuccess: onDone,
  })
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (value !== undefined && asOf !== undefined) entering.mutate({ id, value, asOf, source })
  }
  const toNumber = (typed: number | string) => (typed === '' ? undefined : Number(typed))
  return (
    <form onSubmit={submit}>
      <Stack gap="xs">
        <NumberInput
          label={t('plans.value-now')}
          required
          decimalSeparator=","
          thousandSeparator="."
          value={value ?? ''}
          onChange={(typed) => setValue(toNumber(typed))}
        />
        <DayField label={t('plans.value-day')} required value={asOf} onChange={setDay} />
        <TextInput
          label={t('plans.value-source')}
          required
          maxLength={300}
          value={source}
          onChange={(event) => setSource(event.currentTarget.value)}
        />
        <ProblemNote problem={entering.error} />
        <Group>
          <Button type="submit" loading={entering.isPending}>
            {t('plans.value-save')}
          </Button>
          <Button variant="default" onClick={() => onDone(undefined)}>
            {t('plans.cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
