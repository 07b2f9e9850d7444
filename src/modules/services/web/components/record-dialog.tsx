import { Button, Checkbox, Group, SegmentedControl, Select, Stack, Text, Textarea } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Day } from '#base/day.ts'
import { newId } from '#base/id.ts'
import { Problem } from '#base/problem.ts'
import { useShortcut } from '#platform/web/keyboard.ts'
import { useLanguage, useMessages } from '#platform/web/language.tsx'
import { DayField } from '#ui/day-field.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { SearchSelect } from '#ui/search-select.tsx'
import { useToast } from '#ui/undo-toast.tsx'
import { Answer } from '../../shared/contract.ts'
import { firstRecorded } from '../../shared/first-recorded.ts'
import { servicesMessages } from '../../shared/messages.ts'
import type { PackageOverview } from '../../shared/requests.ts'
import { afterRecording, packageQuery, recordService, servicesOfChildQuery, undoRecord } from '../requests.ts'

export type Recording = { childId: string; itemCode: string | undefined; dose: number | null }

type Form = {
  /** Made once for the dialog: pressed twice, it is one record. */
  id: string
  itemCode: string | undefined
  dose: number | null
  doneOn: Day | undefined
  answer: Answer
  note: string
  irregular: boolean
}

/** Refusals that a person may overrule, because what happened has happened. */
const mayBeIrregular = new Set(['services.dose-gap', 'services.dose-order', 'services.dose-early'])

/** Refusals because the same is written down already. */
const wasThereFirst = new Set(['services.done-before', 'services.same-day'])

type PackageEntry = PackageOverview['items'][number]

export type RecordDialogProps = { recording: Recording; today: Day; onClose: () => void }

/** Writes one service of one child down. */
export function RecordDialog({ recording, today, onClose }: RecordDialogProps) {
  const t = useMessages(servicesMessages)
  const { language } = useLanguage()
  const { data: pkg } = useQuery(packageQuery)
  const [form, setForm] = useState<Form>(() => firstForm(recording, today))
  const item = pkg?.items.find(({ code }) => code === form.itemCode)
  const save = useRecord({ recording, form, item, onClose })
  const change = (part: Partial<Form>) => setForm((before) => ({ ...before, ...part }))
  useShortcut('mod+enter', () => save.mutate())
  return (
    <Dialog onClose={onClose} title={t('services.record-title')}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          save.mutate()
        }}
      >
        <Stack>
          <SearchSelect
            label={t('services.item')}
            choices={(pkg?.items ?? []).map(({ code, name }) => ({ value: code, label: name[language] }))}
            value={form.itemCode}
            nothingFound={t('services.item-nothing')}
            required
            onChange={(itemCode) => change({ itemCode, dose: null, irregular: false })}
          />
          {item ? <DoseField item={item} form={form} onChange={change} /> : null}
          <DayField
            label={t('services.done-on')}
            value={form.doneOn}
            max={today}
            required
            onChange={(doneOn) => change({ doneOn })}
          />
          <AnswerField form={form} onChange={change} />
          <Refusal problem={save.error} recording={recording} form={form} onChange={change} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('services.cancel')}
            </Button>
            <Button type="submit" loading={save.isPending} disabled={!form.itemCode || !form.doneOn}>
              {t('services.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}

function firstForm({ itemCode, dose }: Recording, today: Day): Form {
  return { id: newId(), itemCode, dose, doneOn: today, answer: 'done', note: '', irregular: false }
}

type Saving = { recording: Recording; form: Form; item: PackageEntry | undefined; onClose: () => void }

function useRecord({ recording, form, item, onClose }: Saving) {
  const t = useMessages(servicesMessages)
  const { language } = useLanguage()
  const queries = useQueryClient()
  const toast = useToast()
  return useMutation({
    mutationFn: async () => {
      const { itemCode, doneOn, note, ...rest } = form
      if (!itemCode || !doneOn) return undefined
      const text = note.trim() === '' ? null : note.trim()
      return recordService({ ...rest, childId: recording.childId, itemCode, doneOn, note: text })
    },
    onSuccess: async (record) => {
      if (!record) return
      const undo = async () => {
        await undoRecord(record.childId, record.id)
        await afterRecording(queries)
      }
      toast({
        text: t('services.recorded', { name: item?.name[language] ?? '' }),
        onUndo: () => void undo(),
      })
      onClose()
      await afterRecording(queries)
    },
  })
}

type PartProps = { form: Form; onChange: (part: Partial<Form>) => void }

function DoseField({ item, form, onChange }: PartProps & { item: PackageEntry }) {
  const t = useMessages(servicesMessages)
  const { language } = useLanguage()
  if (item.doses.length === 0) return null
  return (
    <Select
      label={t('services.dose')}
      required
      data={item.doses.map(({ dose, name }) => ({ value: String(dose), label: name[language] }))}
      value={form.dose === null ? null : String(form.dose)}
      onChange={(dose) => onChange({ dose: dose === null ? null : Number(dose) })}
    />
  )
}

type RefusalProps = PartProps & { problem: unknown; recording: Recording }

function Refusal({ problem, recording, form, onChange }: RefusalProps) {
  const t = useMessages(servicesMessages)
  const mayOverrule = problem instanceof Problem && mayBeIrregular.has(problem.code)
  return (
    <>
      <ProblemNote problem={problem} />
      {problem instanceof Problem && wasThereFirst.has(problem.code) ? (
        <FirstRecorded childId={recording.childId} form={form} />
      ) : null}
      {mayOverrule ? (
        <Checkbox
          label={t('services.irregular')}
          checked={form.irregular}
          onChange={(event) => onChange({ irregular: event.currentTarget.checked })}
        />
      ) : null}
    </>
  )
}

/** Somebody else, or the same person on another device, wrote it down before: who and when. */
function FirstRecorded({ childId, form }: { childId: string; form: Form }) {
  const { language } = useLanguage()
  const { data } = useQuery(servicesOfChildQuery(childId))
  const first = data?.records.find(
    (one) =>
      one.itemCode === form.itemCode &&
      one.dose === form.dose &&
      one.answer === 'done' &&
      one.undoneAt === null,
  )
  return first ? <Text>{firstRecorded(first, language)}</Text> : null
}

function AnswerField({ form, onChange }: PartProps) {
  const t = useMessages(servicesMessages)
  return (
    <>
      <div>
        <span id="services-answer" className="services-label">
          {t('services.answer')}
        </span>
        <SegmentedControl
          fullWidth
          aria-labelledby="services-answer"
          data={Answer.options.map((answer) => ({ value: answer, label: t(`services.answer-${answer}`) }))}
          value={form.answer}
          onChange={(answer) => onChange({ answer: Answer.parse(answer) })}
        />
      </div>
      <Textarea
        label={t('services.note')}
        description={t(form.answer === 'done' ? 'services.note-why' : 'services.note-reason')}
        required={form.answer !== 'done'}
        maxLength={500}
        autosize
        minRows={1}
        value={form.note}
        onChange={(event) => onChange({ note: event.currentTarget.value })}
      />
    </>
  )
}
