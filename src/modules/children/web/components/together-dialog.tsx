import { Select } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { newId } from '#base/id.ts'
import { useActor } from '#platform/web/actor.tsx'
import { useMessages } from '#platform/web/language.tsx'
import { FormDialog, type FormField } from '#ui/form-dialog.tsx'
import { todayHere } from '#ui/today-here.ts'
import { useToast } from '#ui/undo-toast.tsx'
import { belowQuery } from '#modules/areas/web/public.tsx'
import { TogetherKind, WriteTogether, type WrittenTogether } from '../../shared/contract-together.ts'
import { factMessages } from '../../shared/messages-facts.ts'
import { moveMessages } from '../../shared/messages-moves.ts'
import { afterChange } from '../requests.ts'
import { writeTogether } from '../requests-facts.ts'
import { useFactWords } from './fact-words.ts'
import { LeftOut } from './left-out.tsx'
import { useUndoStep } from './undo-step.ts'

type TogetherDialogProps = { ids: readonly string[]; onClose: () => void }

/** One fact or one village for all chosen children; those it does not fit are named with the reason. */
export function TogetherDialog({ ids, onClose }: TogetherDialogProps) {
  const t = useMessages(moveMessages)
  const queries = useQueryClient()
  const toast = useToast()
  const fields = useFields()
  const [outcome, setOutcome] = useState<WrittenTogether | undefined>(undefined)
  const undo = useUndoStep()
  const finish = ({ stepId, written }: WrittenTogether) => {
    const text = t('children.together-done', { count: written })
    toast(written > 0 ? { text, onUndo: () => undo.mutate(stepId) } : { text })
    onClose()
  }
  if (outcome)
    return (
      <LeftOut
        title={t('children.together-done', { count: outcome.written })}
        why={t('children.together-left', { count: outcome.left.length })}
        left={outcome.left}
        onClose={() => finish(outcome)}
      />
    )
  return (
    <FormDialog
      title={t('children.together-title', { count: ids.length })}
      fields={fields}
      initial={{ fromDay: todayHere() }}
      fixed={() => ({ id: newId(), children: ids.map((childId) => ({ childId, factId: newId() })) })}
      contract={asTyped}
      send={async (input) => {
        const written = await writeTogether(input)
        await afterChange(queries)
        if (written.left.length > 0) setOutcome(written)
        else finish(written)
      }}
      onDone={() => {}}
      onClose={onClose}
    />
  )
}

type Kind = TogetherKind | 'village'

function useFields(): FormField[] {
  const t = useMessages(factMessages)
  const words = useMessages(moveMessages)
  const { choicesOf } = useFactWords()
  const { area } = useActor()
  const { data: villages = [] } = useQuery(belowQuery(area.kind === 'commune' ? area.id : undefined))
  const [kind, setKind] = useState<Kind | undefined>(undefined)
  const kinds: readonly Kind[] =
    villages.length > 0 ? [...TogetherKind.options, 'village'] : TogetherKind.options
  const nameOf = (one: Kind) =>
    one === 'village' ? words('children.together-village') : t(`children.fact-${one}`)
  const first: FormField = {
    name: 'kind',
    label: words('children.together-what'),
    kind: 'custom',
    render: ({ onChange, error }) => (
      <Select
        label={words('children.together-what')}
        required
        error={error}
        data={kinds.map((value) => ({ value, label: nameOf(value) }))}
        value={kind ?? null}
        onChange={(value) => {
          setKind(kinds.find((one) => one === value))
          onChange(value ?? undefined)
        }}
      />
    ),
  }
  if (kind === undefined) return [first]
  if (kind === 'village') {
    const choices = villages.map(({ id, name }) => ({ value: id, label: name }))
    return [first, { name: 'villageId', label: nameOf(kind), kind: 'choice', required: true, choices }]
  }
  return [
    first,
    {
      ...{ name: 'value', label: t('children.fact-value'), kind: 'choice', required: true },
      choices: choicesOf(kind),
    },
    { name: 'fromDay', label: t('children.fact-from'), kind: 'day', required: true },
    { name: 'toDay', label: t('children.fact-to'), kind: 'day' },
    {
      ...{ name: 'source', label: t('children.fact-source'), kind: 'text', required: true },
      description: t('children.fact-source-how'),
    },
  ]
}

/** Without a kind it is refused as a fact without one, which marks the field. */
const asTyped = z.preprocess((typed) => {
  const values: Record<string, unknown> = { ...Object(typed) }
  return { ...values, what: values['kind'] === 'village' ? 'village' : 'fact' }
}, WriteTogether)
