import { useQueryClient } from '@tanstack/react-query'
import { z } from 'zod'
import { newId } from '#base/id.ts'
import { useMay } from '#platform/web/actor.tsx'
import { useMessages } from '#platform/web/language.tsx'
import { FormDialog } from '#ui/form-dialog.tsx'
import { todayHere } from '#ui/today-here.ts'
import { isConfidential } from '../../shared/confidential.ts'
import { type Circumstance, RecordCircumstance } from '../../shared/contract-confidential.ts'
import { factMessages } from '../../shared/messages-facts.ts'
import { circumstanceSubgroups, specialCircumstances } from '../../shared/special-circumstances.ts'
import { afterChange } from '../requests.ts'
import { recordCircumstance } from '../requests-facts.ts'

type CircumstanceDialogProps = { childId: string; corrects?: Circumstance | undefined; onClose: () => void }

/** One of the 14 groups, with its sub-group; the confidential ones only for those who may see them. */
export function CircumstanceDialog({ childId, corrects, onClose }: CircumstanceDialogProps) {
  const t = useMessages(factMessages)
  const queries = useQueryClient()
  const may = useMay()
  const groups = specialCircumstances
    .map((name, index) => ({ groupNo: index + 1, label: `${index + 1}. ${name}` }))
    .filter((group) => may('children.confidential') || !isConfidential(group))
  return (
    <FormDialog
      title={t('children.fact-circumstance')}
      fields={[
        {
          name: 'groupNo',
          label: t('children.group'),
          kind: 'choice',
          required: true,
          choices: groups.map(({ groupNo, label }) => ({ value: String(groupNo), label })),
        },
        ...groups.map(({ groupNo }) => ({
          name: `subgroup-${groupNo}`,
          label: t('children.subgroup'),
          kind: 'choice' as const,
          choices: subgroupsOf(groupNo),
          isShown: (draft: Readonly<Record<string, unknown>>) => draft['groupNo'] === String(groupNo),
        })),
        { name: 'detail', label: t('children.circumstance-detail'), kind: 'long' },
        { name: 'fromDay', label: t('children.fact-from'), kind: 'day', required: true },
        { name: 'toDay', label: t('children.fact-to'), kind: 'day' },
        {
          name: 'source',
          label: t('children.fact-source'),
          description: t('children.fact-source-how'),
          kind: 'text',
          required: true,
        },
      ]}
      initial={corrects ? draftOf(corrects) : { fromDay: todayHere() }}
      fixed={() => ({ id: corrects?.id ?? newId() })}
      contract={asTyped}
      send={(input) => recordCircumstance(childId, input)}
      onDone={() => {
        void afterChange(queries)
        onClose()
      }}
      onClose={onClose}
    />
  )
}

function subgroupsOf(groupNo: number) {
  return Object.entries(circumstanceSubgroups)
    .filter(([code]) => code.startsWith(`${groupNo}.`))
    .map(([code, name]) => ({ value: code, label: `${code}. ${name}` }))
}

function draftOf({ groupNo, subgroup, detail, fromDay, toDay, source }: Circumstance) {
  return {
    groupNo: String(groupNo),
    ...(subgroup ? { [`subgroup-${groupNo}`]: subgroup } : {}),
    ...{ detail: detail ?? undefined, fromDay, toDay: toDay ?? undefined, source },
  }
}

/** The choice of the group is text in the form, and each group has its own field of sub-groups. */
const asTyped = z.preprocess((typed) => {
  const values: Record<string, unknown> = { ...Object(typed) }
  const groupNo = Number(values['groupNo'])
  return { ...values, groupNo, subgroup: values[`subgroup-${groupNo}`] ?? null }
}, RecordCircumstance)
