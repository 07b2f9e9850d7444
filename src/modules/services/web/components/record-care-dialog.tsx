import { useQueryClient } from '@tanstack/react-query'
import type { Day } from '#base/day.ts'
import { newId } from '#base/id.ts'
import { useLanguage, useMessages } from '#platform/web/language.tsx'
import { FormDialog, type FormField } from '#ui/form-dialog.tsx'
import { useToast } from '#ui/undo-toast.tsx'
import { Answer, type BothLanguages } from '../../shared/contract.ts'
import { RecordCare } from '../../shared/contract-pregnancies.ts'
import { servicesMessages } from '../../shared/messages.ts'
import { pregnancyMessages } from '../../shared/messages-pregnancies.ts'
import { recordCare, undoCare } from '../requests-pregnancies.ts'
import { afterRecording } from '../requests.ts'
import type { z } from 'zod'

export type CareItem = { code: string; name: z.infer<typeof BothLanguages> }

export type RecordCareProps = {
  pregnancyId: string
  motherName: string
  items: readonly CareItem[]
  itemCode: string | undefined
  today: Day
  onClose: () => void
}

function useFields(items: readonly CareItem[]): FormField[] {
  const t = useMessages(servicesMessages)
  const words = useMessages(pregnancyMessages)
  const { language } = useLanguage()
  return [
    {
      ...{ name: 'itemCode', label: t('services.item'), kind: 'choice', required: true },
      choices: items.map(({ code, name }) => ({ value: code, label: name[language] })),
    },
    { name: 'doneOn', label: t('services.done-on'), kind: 'day', required: true },
    {
      ...{ name: 'answer', label: t('services.answer'), kind: 'choice', required: true },
      choices: Answer.options.map((value) => ({ value, label: words(`services.her-answer-${value}`) })),
    },
    { name: 'note', label: t('services.note'), kind: 'long', description: words('services.her-note-why') },
  ]
}

/** Writes one service of a pregnancy down: done, or why not. */
export function RecordCareDialog(props: RecordCareProps) {
  const { pregnancyId, motherName, items, itemCode, today, onClose } = props
  const t = useMessages(servicesMessages)
  const words = useMessages(pregnancyMessages)
  const { language } = useLanguage()
  const fields = useFields(items)
  const queries = useQueryClient()
  const toast = useToast()
  const send = async (input: RecordCare) => {
    const record = await recordCare(input)
    const undo = async () => {
      await undoCare(record)
      await afterRecording(queries)
    }
    const name = items.find(({ code }) => code === record.itemCode)?.name[language] ?? ''
    toast({ text: t('services.recorded', { name }), onUndo: () => void undo() })
  }
  return (
    <FormDialog
      title={words('services.record-of', { name: motherName })}
      fields={fields}
      initial={{ itemCode: itemCode ?? '', doneOn: today, answer: 'done' }}
      fixed={() => ({ id: newId(), pregnancyId })}
      contract={RecordCare}
      send={send}
      onDone={() => {
        onClose()
        void afterRecording(queries)
      }}
      onClose={onClose}
    />
  )
}
