import { Button, Checkbox, Group, Stack, Textarea } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Day } from '#base/day.ts'
import { useMessages } from '#platform/web/language.tsx'
import { DayField } from '#ui/day-field.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import type { Cascade, Obligation } from '../../shared/cascade.ts'
import { cascadeMessages } from '../../shared/messages-cascade.ts'
import { cascadeQuery, changeObligations } from '../requests-cascade.ts'

type Props = { planId: string; cascade: Cascade; onDone: () => void }

/** Whom the plan obliges: all units below, named bodies, and one day for each kind. */
export function ObligationsForm({ planId, cascade, onDone }: Props) {
  const t = useMessages(cascadeMessages)
  const queries = useQueryClient()
  const [form, setForm] = useState(() => formOf(cascade.obligations))
  const saving = useMutation({
    mutationFn: () =>
      changeObligations(planId, { version: cascade.version, obligations: toObligations(form) }),
    onSuccess: (next) => {
      queries.setQueryData(cascadeQuery(planId).queryKey, next)
      onDone()
    },
  })
  const change = (part: Partial<Form>) => setForm((before) => ({ ...before, ...part }))
  return (
    <Stack gap="sm" className="plans-card no-print" maw={640}>
      <Checkbox
        label={t('plans.oblige-units')}
        checked={form.units}
        onChange={(event) => change({ units: event.currentTarget.checked })}
      />
      <Textarea
        label={t('plans.oblige-bodies')}
        autosize
        value={form.bodies}
        onChange={(event) => change({ bodies: event.currentTarget.value })}
      />
      <DayField label={t('plans.oblige-due')} value={form.dueOn} onChange={(dueOn) => change({ dueOn })} />
      <ProblemNote problem={saving.error} />
      <Group>
        <Button loading={saving.isPending} onClick={() => saving.mutate()}>
          {t('plans.oblige-save')}
        </Button>
        <Button variant="default" onClick={onDone}>
          {t('plans.oblige-cancel')}
        </Button>
      </Group>
    </Stack>
  )
}

type Form = { units: boolean; bodies: string; dueOn: Day | undefined; earlier: readonly Obligation[] }

function formOf(obligations: readonly Obligation[]): Form {
  const names = obligations.flatMap(({ whom }) => (whom.kind === 'body' ? [whom.name] : []))
  const dueOn = obligations.find((one) => one.dueOn !== null)?.dueOn ?? undefined
  const units = obligations.some(({ whom }) => whom.kind === 'units')
  return { units, bodies: names.join('; '), dueOn, earlier: obligations }
}

/** The day counts for all once it is changed; until then each keeps the day that the plan gave it. */
function toObligations({ units, bodies, dueOn, earlier }: Form): Obligation[] {
  const names = bodies.split(';').map((name) => name.trim())
  const isChanged = dueOn !== formOf(earlier).dueOn
  const restOf = (name: string) => {
    const known = earlier.find(({ whom }) => (whom.kind === 'body' ? whom.name : '') === name)
    return { dueOn: known && !isChanged ? known.dueOn : (dueOn ?? null), text: known?.text ?? '' }
  }
  return [
    ...(units ? [{ whom: { kind: 'units' as const }, ...restOf('') }] : []),
    ...names
      .filter((name) => name !== '')
      .map((name) => ({ whom: { kind: 'body' as const, name }, ...restOf(name) })),
  ]
}
