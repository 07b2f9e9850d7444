import { useQuery } from '@tanstack/react-query'
import { z } from 'zod'
import { formatDay } from '#base/day.ts'
import { newId } from '#base/id.ts'
import { useMessages } from '#platform/web/language.tsx'
import { FormDialog, type FormField } from '#ui/form-dialog.tsx'
import type { FormDraft } from '#ui/form-values.ts'
import { todayHere } from '#ui/today-here.ts'
import {
  AddMatter,
  EditMatter,
  type Head,
  type LateWork,
  MatterAbout,
  MatterDetails,
  MatterKind,
  type MatterWithChanges,
  Measure,
} from '../../shared/contract-matters.ts'
import { mattersMessages } from '../../shared/messages-matters.ts'
import { addMatter, editMatter, lateWorkQuery } from '../requests-matters.ts'

type Ends = { onDone: () => void; onClose: () => void }

/** What a new matter does not say yet. */
const nothingYet = {
  ...{ answer: null, answeredOn: null, measure: null, decision: null, decidedOn: null },
  ...{ conclusion: null, concludedOn: null, withdrawnReason: null },
}

function useKindFields(): FormField[] {
  const t = useMessages(mattersMessages)
  const kinds = MatterKind.options.map((kind) => ({ value: kind, label: t(`organisations.matter-${kind}`) }))
  const subjects = MatterAbout.options.map((one) => ({ value: one, label: t(`organisations.about-${one}`) }))
  return [
    { name: 'kind', label: t('organisations.matter-kind'), kind: 'choice', required: true, choices: kinds },
    { name: 'about', label: t('organisations.about'), kind: 'choice', required: true, choices: subjects },
  ]
}

function useFindingFields(): FormField[] {
  const t = useMessages(mattersMessages)
  return [
    { name: 'happenedOn', label: t('organisations.happened-on'), kind: 'day', required: true },
    { name: 'foundOn', label: t('organisations.found-on'), kind: 'day', required: true },
    {
      name: 'foundBy',
      label: t('organisations.found-by'),
      kind: 'text',
      required: true,
      description: t('organisations.found-by-how'),
    },
    { name: 'finding', label: t('organisations.finding'), kind: 'long', required: true },
  ]
}

const subjectKeyOf = ({ about, report, task }: FormDraft) =>
  (about === 'report' && report) || (about === 'task' && task) || undefined

function useSubjectFields(late: readonly LateWork[]): FormField[] {
  const t = useMessages(mattersMessages)
  const choiceOf = (kind: LateWork['about']): FormField => {
    const choices = late
      .filter(({ about }) => about === kind)
      .map(({ key, text, dueOn }) => ({
        value: key,
        label: t('organisations.late-work-due', { text, day: formatDay(dueOn) }),
      }))
    return {
      name: kind,
      label: t('organisations.late-work'),
      kind: 'choice',
      choices,
      description: t('organisations.late-work-how'),
      isShown: ({ about }) => about === kind && choices.length > 0,
    }
  }
  return [
    choiceOf('report'),
    choiceOf('task'),
    {
      name: 'subject',
      label: t('organisations.matter-subject'),
      kind: 'text',
      required: true,
      description: t('organisations.matter-subject-how'),
      isShown: (draft) => subjectKeyOf(draft) === undefined,
    },
  ]
}

const Chosen = z.looseObject({
  report: z.string().nullable(),
  task: z.string().nullable(),
  subject: z.string().nullable(),
})

/** A report or task that was chosen gives the matter its words. */
function withSubject(late: readonly LateWork[]) {
  return (input: unknown): unknown => {
    const { report, task, subject, ...rest } = Chosen.parse(input)
    const subjectKey = report ?? task
    const words = late.find(({ key }) => key === subjectKey)?.text.slice(0, 300)
    return { ...rest, subjectKey, subject: words ?? subject }
  }
}

/** A matter of one head: what sign, about what, found by whom. */
export function AddMatterForm({ head, ...ends }: Ends & { head: Head }) {
  const t = useMessages(mattersMessages)
  const { data: late = [] } = useQuery(lateWorkQuery(head.organisationId))
  const fields = [...useKindFields(), ...useSubjectFields(late), ...useFindingFields()]
  return (
    <FormDialog
      title={t('organisations.matter-add-label', { name: head.fullName })}
      note={`${head.organisationName}. ${t('organisations.matter-note')}`}
      fields={fields}
      initial={{ foundOn: todayHere() }}
      fixed={() => ({ id: newId(), postId: head.postId, ...nothingYet })}
      contract={z.preprocess(withSubject(late), AddMatter)}
      send={addMatter}
      {...ends}
    />
  )
}

type EditFormProps = Ends & {
  matter: MatterWithChanges
  title: string
  note?: string | undefined
  fields: readonly FormField[]
  initial?: FormDraft
  /** What is taken away with it. */
  change?: Partial<MatterDetails>
  /** Without a reason the server refuses to change what is written. */
  needsReason: boolean
}

/** The matter as it stands, with what the form changes. */
function EditForm({ matter, fields, change = {}, needsReason, ...form }: EditFormProps) {
  const t = useMessages(mattersMessages)
  const reason: FormField = {
    name: 'reason',
    label: t('organisations.reason'),
    kind: 'text',
    required: true,
    description: t('organisations.reason-how'),
  }
  return (
    <FormDialog
      fields={needsReason ? [...fields, reason] : fields}
      fixed={() => ({ ...MatterDetails.parse(matter), ...change, version: matter.version, reason: null })}
      contract={EditMatter}
      send={(input) => editMatter(matter.id, input)}
      {...form}
    />
  )
}

type OneFormProps = Ends & { matter: MatterWithChanges }

const text = (value: string | null) => value ?? ''

/** Every correction says why; the earlier wording stays. */
export function CorrectForm({ matter, ...ends }: OneFormProps) {
  const t = useMessages(mattersMessages)
  const [kind, about] = useKindFields()
  const subject: FormField = {
    name: 'subject',
    label: t('organisations.matter-subject'),
    kind: 'text',
    required: true,
  }
  // A report or task that was chosen stays what it is; another one is another matter.
  const inWords = matter.subjectKey === null ? [about, subject] : []
  const fields = [kind, ...inWords, ...useFindingFields()].filter((field) => field !== undefined)
  const { happenedOn, foundOn, foundBy, finding } = matter
  return (
    <EditForm
      title={t('organisations.correct-title')}
      note={t('organisations.matter-note')}
      fields={fields}
      initial={{
        ...{ kind: matter.kind, about: matter.about, subject: matter.subject },
        ...{ happenedOn, foundOn, foundBy, finding },
      }}
      needsReason
      {...{ matter, ...ends }}
    />
  )
}

/** What the head says to it. A second answer says why it takes the place of the first. */
export function AnswerForm({ matter, ...ends }: OneFormProps) {
  const t = useMessages(mattersMessages)
  return (
    <EditForm
      title={t('organisations.answer-add')}
      fields={[
        { name: 'answer', label: t('organisations.answer'), kind: 'long', required: true },
        { name: 'answeredOn', label: t('organisations.answered-on'), kind: 'day', required: true },
      ]}
      initial={{ answer: text(matter.answer), answeredOn: matter.answeredOn ?? todayHere() }}
      needsReason={matter.answer !== null}
      {...{ matter, ...ends }}
    />
  )
}

/** The measure with its document, and the conclusion when there is one. */
export function ConcludeForm({ matter, ...ends }: OneFormProps) {
  const t = useMessages(mattersMessages)
  const measures = Measure.options.map((one) => ({ value: one, label: t(`organisations.measure-${one}`) }))
  return (
    <EditForm
      title={t('organisations.conclude')}
      fields={[
        {
          name: 'measure',
          label: t('organisations.measure'),
          kind: 'choice',
          required: true,
          choices: measures,
        },
        {
          name: 'decision',
          label: t('organisations.measure-decision'),
          kind: 'text',
          description: t('organisations.measure-decision-how'),
        },
        { name: 'decidedOn', label: t('organisations.measure-on'), kind: 'day' },
        {
          name: 'conclusion',
          label: t('organisations.conclusion'),
          kind: 'long',
          description: t('organisations.conclusion-how'),
        },
        { name: 'concludedOn', label: t('organisations.concluded-on'), kind: 'day' },
      ]}
      initial={{
        ...{ measure: text(matter.measure), decision: text(matter.decision) },
        ...{ decidedOn: text(matter.decidedOn), conclusion: text(matter.conclusion) },
        ...{ concludedOn: text(matter.concludedOn) },
      }}
      needsReason={matter.measure !== null}
      {...{ matter, ...ends }}
    />
  )
}

/** Takes the conclusion back, with a reason. */
export function ReopenForm({ matter, ...ends }: OneFormProps) {
  const t = useMessages(mattersMessages)
  return (
    <EditForm
      title={t('organisations.reopen')}
      note={t('organisations.reopen-note')}
      fields={[]}
      change={{ conclusion: null, concludedOn: null }}
      needsReason
      {...{ matter, ...ends }}
    />
  )
}

/** Takes back what was recorded by mistake, or puts it back. */
export function WithdrawForm({ matter, ...ends }: OneFormProps) {
  const t = useMessages(mattersMessages)
  const isWithdrawn = matter.withdrawnReason !== null
  return (
    <EditForm
      title={t(isWithdrawn ? 'organisations.restore' : 'organisations.withdraw')}
      note={isWithdrawn ? undefined : t('organisations.withdraw-note')}
      fields={
        isWithdrawn
          ? []
          : [{ name: 'withdrawnReason', label: t('organisations.reason'), kind: 'text', required: true }]
      }
      change={{ withdrawnReason: null }}
      needsReason={isWithdrawn}
      {...{ matter, ...ends }}
    />
  )
}
