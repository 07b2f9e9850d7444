import { Button, Checkbox, Group, MultiSelect, Select, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState, type ReactNode, type SubmitEvent } from 'react'
import type { z } from 'zod'
import { useMessages } from '#platform/web/language.tsx'
import { DayField } from './day-field.tsx'
import { Dialog } from './dialog.tsx'
import {
  formValues,
  joined,
  wrongFields,
  type FieldKind,
  type FieldValue,
  type FormDraft,
} from './form-values.ts'
import { uiMessages } from './messages.ts'
import { ProblemNote } from './problem-note.tsx'
import type { Choice } from './search-select.tsx'

/** What a field of another module's making is given. */
export type CustomField = {
  value: string | undefined
  onChange: (value: string | undefined) => void
  error: string | undefined
}

export type FormField = {
  name: string
  label: string
  kind: FieldKind
  description?: ReactNode
  required?: boolean
  /** What is said when the contract refuses what was typed; a general sentence without it. */
  wrong?: string
  choices?: readonly Choice[]
  /** For `custom`: what is shown, and how it changes. */
  render?: (field: CustomField) => ReactNode
  /** Fields that fit only some answers. */
  isShown?: (draft: FormDraft) => boolean
}

export type FormDialogProps<Input> = {
  title: string
  /** What the button does, in words: "Gửi báo cáo"; "Lưu" where something is kept and nothing else happens. */
  action?: string
  note?: ReactNode
  fields: readonly FormField[]
  initial?: FormDraft
  /** Ids and versions that stand beside what is typed. Made once: a form sent twice is stored once. */
  fixed: () => Readonly<Record<string, unknown>>
  contract: z.ZodType<Input>
  send: (input: Input) => Promise<unknown>
  onDone: () => void
  onClose: () => void
}

/**
 * A form in a window: labels above, errors beside the field, nothing lost when sending fails. Escape and the cross ask
 * before they throw away what was typed.
 */
export function FormDialog<Input>(props: FormDialogProps<Input>) {
  const { title, action, note, fields, initial = {}, contract, send, onDone, onClose } = props
  const t = useMessages(uiMessages)
  const [fixed] = useState(props.fixed)
  const [opened] = useState<FormDraft>(initial)
  const [draft, setDraft] = useState(opened)
  const saving = useMutation({ mutationFn: send, onSuccess: onDone })
  const { form, wrong, mark, forget } = useWrong()
  const shown = fields.filter(({ isShown }) => isShown?.(draft) ?? true)
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    // Fields that are not shown are sent empty.
    const kept = Object.fromEntries(shown.map(({ name }) => [name, draft[name]]))
    const parsed = contract.safeParse(joined(fixed, formValues(fields, kept)))
    mark(parsed.success ? new Set() : wrongFields(parsed.error))
    if (parsed.success) saving.mutate(parsed.data)
  }
  const leave = () => {
    if (draft === opened || globalThis.confirm(t('ui.leave-typed'))) onClose()
  }
  return (
    <Dialog onClose={leave} title={title} size="lg" closeOnClickOutside={false}>
      <form ref={form} onSubmit={submit} noValidate>
        <Stack gap="md">
          {note ? <Text component="div">{note}</Text> : null}
          {shown.map((field, index) => (
            <Field
              key={field.name}
              field={field}
              isFirst={index === 0}
              value={draft[field.name]}
              isWrong={wrong.has(field.name)}
              onChange={(value) => {
                setDraft((before) => ({ ...before, [field.name]: value }))
                forget(field.name)
              }}
            />
          ))}
          <ProblemNote problem={saving.error} />
          <FormButtons action={action ?? t('ui.save')} isSending={saving.isPending} onClose={onClose} />
        </Stack>
      </form>
    </Dialog>
  )
}

type FormButtonsProps = { action: string; isSending: boolean; onClose: () => void }

function FormButtons({ action, isSending, onClose }: FormButtonsProps) {
  const t = useMessages(uiMessages)
  return (
    <Group>
      <Button type="submit" loading={isSending}>
        {action}
      </Button>
      <Button variant="default" onClick={onClose}>
        {t('ui.cancel')}
      </Button>
    </Group>
  )
}

/** The fields that were not right when the form was last sent; one that is changed is judged at the next sending. */
function useWrong() {
  const form = useRef<HTMLFormElement>(null)
  const [{ wrong, sending }, setState] = useState<Judged>({ wrong: new Set(), sending: 0 })
  // A long form is sent from its foot: the first field that is not right comes into sight.
  useEffect(() => {
    if (sending > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [sending])
  const mark = (next: ReadonlySet<string>) =>
    setState((before) => ({ wrong: next, sending: before.sending + 1 }))
  const forget = (name: string) =>
    setState((before) => ({ ...before, wrong: new Set([...before.wrong].filter((other) => other !== name)) }))
  return { form, wrong, mark, forget }
}

type Judged = { wrong: ReadonlySet<string>; sending: number }

type FieldProps = {
  field: FormField
  value: FieldValue
  isWrong: boolean
  /** Typing begins here. */
  isFirst: boolean
  onChange: (value: FieldValue) => void
}

function Field(props: FieldProps) {
  const { field, value, onChange, isFirst } = props
  const error = useErrorText(props)
  const { label, description, required } = field
  const text = typeof value === 'string' ? value : ''
  switch (field.kind) {
    case 'custom':
      return <CustomPart {...{ field, value: text, error, onChange }} />
    case 'tick':
      return <TickField {...props} />
    case 'day':
      return (
        <DayField
          {...{ label, description, error, onChange }}
          required={required === true}
          value={text || undefined}
        />
      )
    case 'choices':
      return <ChoicesField {...{ field, value, error, onChange }} />
    case 'choice':
      return <ChoiceField {...{ field, value: text, error, onChange }} />
    default:
      return <TextField {...{ field, value: text, error, onChange, isFirst }} />
  }
}

function CustomPart({ field: { render }, value, error, onChange }: TextFieldProps) {
  return render?.({ value: value || undefined, onChange, error }) ?? null
}

function TickField({ field: { label, description }, value, onChange }: FieldProps) {
  return (
    <Checkbox
      {...{ label, description }}
      checked={value === true}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  )
}

/** "Fill in" for what is empty, "not right" for the rest; the contract alone decides that it is wrong. */
function useErrorText({ field, value, isWrong }: FieldProps): string | undefined {
  const t = useMessages(uiMessages)
  if (!isWrong) return undefined
  return value === undefined || value === '' || field.kind === 'tick'
    ? t('ui.field-needed')
    : (field.wrong ?? t('ui.field-wrong'))
}

type TextFieldProps = {
  field: FormField
  value: string
  error: string | undefined
  onChange: (value: string | undefined) => void
}

function ChoiceField({ field, value, error, onChange }: TextFieldProps) {
  const { label, description, required = false, choices = [] } = field
  return (
    <Select
      {...{ label, description, error, required }}
      data={choices}
      value={value || null}
      onChange={(next) => onChange(next ?? undefined)}
      searchable={choices.length > 12}
      clearable={!required}
      maxDropdownHeight={320}
    />
  )
}

type ChoicesFieldProps = Pick<FieldProps, 'field' | 'value' | 'onChange'> & { error: string | undefined }

function ChoicesField({ field, value, error, onChange }: ChoicesFieldProps) {
  const { label, description, choices = [] } = field
  return (
    <MultiSelect
      {...{ label, description, error, onChange }}
      data={choices}
      value={Array.isArray(value) ? [...value] : []}
      searchable
      clearable
      hidePickedOptions
      maxDropdownHeight={320}
    />
  )
}

function TextField({ field, value, error, onChange, isFirst }: TextFieldProps & { isFirst: boolean }) {
  const { label, description, required = false, kind } = field
  const common = {
    ...{ label, description, error, required, value, autoComplete: 'off' },
    'data-autofocus': isFirst || undefined,
  }
  if (kind === 'long')
    return (
      <Textarea {...common} autosize minRows={3} onChange={(event) => onChange(event.currentTarget.value)} />
    )
  const keyboards = { number: 'decimal', phone: 'tel' } as const
  const inputMode = kind === 'number' || kind === 'phone' ? keyboards[kind] : 'text'
  return (
    <TextInput {...common} inputMode={inputMode} onChange={(event) => onChange(event.currentTarget.value)} />
  )
}
