import { Button, Group, Stack } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState, type ReactNode, type SubmitEvent } from 'react'
import { useDraft } from '#platform/web/draft.ts'
import { useShortcut } from '#platform/web/keyboard.ts'
import { useMessages } from '#platform/web/language.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { todayHere } from '#ui/today-here.ts'
import type { ChildDetails } from '../../shared/contract.ts'
import { childrenMessages } from '../../shared/messages.ts'
import { type ChildForm, detailsOf, faultsOf, type FormFaults } from '../child-form.ts'
import { duplicatesQuery } from '../requests.ts'
import { ChildFields } from './child-fields.tsx'
import { PossibleDuplicates } from './possible-duplicates.tsx'
import '../children.css'

/** `goesOn`: open an empty form afterwards (Ctrl Enter, or the button of value "next"). */
export type SaveHow = { isAnotherChild: boolean; goesOn: boolean }

export type ChildEditorProps = {
  first: ChildForm
  draftKey: string
  saveLabel: string
  isSaving: boolean
  problem: unknown
  onSave: (form: ChildForm, details: ChildDetails, how: SaveHow) => void
  /** Between the fields and the buttons: what a refused save needs. */
  children?: ReactNode
  actions?: ReactNode
}

/** The form of a child: faults beside the fields, likely duplicates before saving, kept on the device meanwhile. */
export function ChildEditor(props: ChildEditorProps) {
  const { first, draftKey, saveLabel, isSaving, problem, onSave, children, actions } = props
  const [form, setForm] = useState(first)
  const [isTried, setTried] = useState(false)
  const [isAnotherChild, setAnother] = useState(false)
  useDraft(draftKey, form)
  const faults = faultsOf(form, todayHere())
  const alike = useAlike(form, faults)
  const formElement = useRef<HTMLFormElement>(null)
  const save = (goesOn: boolean) => {
    setTried(true)
    if (Object.keys(faults).length > 0) setMissed((times) => times + 1)
    const details = detailsOf(form)
    if (Object.keys(faults).length === 0 && details) onSave(form, details, { isAnotherChild, goesOn })
  }
  const [missed, setMissed] = useState(0)
  // The form is long and is saved from its foot: the first field that is not right comes into sight.
  useEffect(() => {
    if (missed > 0) formElement.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [missed])
  useShortcut('mod+enter', () => save(true))
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    save(event.nativeEvent.submitter?.getAttribute('value') === 'next')
  }
  return (
    <form ref={formElement} onSubmit={submit} noValidate className="children-form">
      <Stack gap="md">
        <ChildFields
          form={form}
          faults={isTried ? faults : typedFaults(form, faults)}
          onChange={(part) => setForm((before) => ({ ...before, ...part }))}
        />
        <PossibleDuplicates found={alike} isAnotherChild={isAnotherChild} onSay={setAnother} />
        <ProblemNote problem={problem} />
        {children}
        {isTried && Object.keys(faults).length > 0 ? <CheckFields /> : null}
        <Group>
          <Button type="submit" loading={isSaving}>
            {saveLabel}
          </Button>
          {actions}
        </Group>
      </Stack>
    </form>
  )
}

function CheckFields() {
  const t = useMessages(childrenMessages)
  return (
    <p role="alert" className="children-fault">
      {t('children.check-fields')}
    </p>
  )
}

/** Before the first try to save only what was typed can be wrong, not what is still missing. */
function typedFaults(form: ChildForm, faults: FormFaults): FormFaults {
  const typed = [
    ...(form.bornOn ? ['bornOn'] : []),
    ...(form.personalId.replace(/\s/g, '').length >= 12 ? ['personalId'] : []),
  ]
  return Object.fromEntries(Object.entries(faults).filter(([field]) => typed.includes(field)))
}

const quietMilliseconds = 500

/** Asks for children alike once name, birth date, sex and place are there and typing rests. */
function useAlike(form: ChildForm, faults: FormFaults) {
  const isEnough = ['place', 'fullName', 'bornOn', 'sex', 'personalId'].every((field) => !faults[field])
  const details = isEnough ? detailsOf(form) : undefined
  const asked = details && {
    id: form.id,
    communeId: details.communeId,
    villageId: details.villageId,
    fullName: details.fullName,
    unnamed: details.unnamed,
    bornOn: details.bornOn,
    bornPrecision: details.bornPrecision,
    sex: details.sex,
    householdCode: details.householdCode,
    personalId: details.personalId,
    carers: details.carers,
  }
  const text = asked ? JSON.stringify(asked) : ''
  const [rested] = useDebouncedValue(text, quietMilliseconds)
  const { data } = useQuery(duplicatesQuery(rested === text ? asked : undefined))
  return data ?? []
}
