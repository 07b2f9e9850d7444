import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { newId } from '#base/id.ts'
import { useMessages } from '#platform/web/language.tsx'
import { FormDialog } from '#ui/form-dialog.tsx'
import { todayHere } from '#ui/today-here.ts'
import { useToast } from '#ui/undo-toast.tsx'
import { EditHousehold, type Household, SetHouseholdYear } from '../../shared/contract-households.ts'
import { factMessages } from '../../shared/messages-facts.ts'
import { householdMessages } from '../../shared/messages-households.ts'
import { childrenMessages } from '../../shared/messages.ts'
import { moveMessages } from '../../shared/messages-moves.ts'
import { afterChange } from '../requests.ts'
import { editHousehold, setHouseholdYear } from '../requests-households.ts'
import { useFactWords } from './fact-words.ts'
import { LeftOut } from './left-out.tsx'
import { useUndoStep } from './undo-step.ts'

type HouseholdDialogProps = { household: Household; onClose: () => void }

/** Code, head and address. */
export function EditHouseholdDialog({ household, onClose }: HouseholdDialogProps) {
  const t = useMessages(householdMessages)
  const words = useMessages(factMessages)
  const queries = useQueryClient()
  const toast = useToast()
  const { id, code, headName, address, version } = household
  return (
    <FormDialog
      title={t('children.household-edit')}
      note={t('children.household-edit-note')}
      fields={[
        { name: 'code', label: words('children.household-code'), kind: 'text', required: true },
        { name: 'headName', label: t('children.household-head'), kind: 'text' },
        { name: 'address', label: t('children.household-address'), kind: 'text' },
      ]}
      initial={{ code, headName: headName ?? undefined, address: address ?? undefined }}
      fixed={() => ({ version })}
      contract={EditHousehold}
      send={(input) => editHousehold(id, input)}
      onDone={() => {
        void afterChange(queries)
        toast({ text: t('children.household-saved') })
        onClose()
      }}
      onClose={onClose}
    />
  )
}

/** How the household stands in a year, once for all its children. */
export function HouseholdYearDialog({ household, onClose }: HouseholdDialogProps) {
  const t = useMessages(householdMessages)
  const general = useMessages(childrenMessages)
  const together = useMessages(moveMessages)
  const queries = useQueryClient()
  const toast = useToast()
  const undo = useUndoStep()
  const { choicesOf } = useFactWords()
  const [left, setLeft] = useState<{ written: number; left: Parameters<typeof LeftOut>[0]['left'] }>()
  if (left)
    return (
      <LeftOut
        title={t('children.household-year-done', { count: left.written })}
        why={together('children.together-left', { count: left.left.length })}
        left={left.left}
        onClose={onClose}
      />
    )
  return (
    <FormDialog
      title={t('children.household-year-set')}
      note={t('children.household-year-note')}
      fields={[
        { name: 'year', label: t('children.household-year'), kind: 'number', required: true },
        {
          ...{ name: 'status', label: general('children.poverty'), kind: 'choice', required: true },
          choices: choicesOf('poverty'),
        },
        {
          ...{ name: 'source', label: t('children.household-year-source'), kind: 'text', required: true },
          description: t('children.household-year-how'),
        },
      ]}
      initial={{ year: todayHere().slice(0, 4) }}
      fixed={() => ({ id: newId() })}
      contract={SetHouseholdYear}
      send={async (input) => {
        const set = await setHouseholdYear(household.id, input)
        await afterChange(queries)
        if (set.left.length > 0) return setLeft(set)
        const text = t('children.household-year-done', { count: set.written })
        toast({ text, onUndo: () => undo.mutate(input.id) })
        onClose()
      }}
      onDone={() => {}}
      onClose={onClose}
    />
  )
}
