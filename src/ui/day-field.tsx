import { ActionIcon, TextInput } from '@mantine/core'
import { IconCalendar } from '@tabler/icons-react'
import { useRef, useState, type ReactNode } from 'react'
import { formatDay, parseVietnameseDay, type Day } from '#base/day.ts'
import { useMessages } from '#platform/web/language.tsx'
import { uiMessages } from './messages.ts'
import { typedDay } from './typed-day.ts'
import './day-field.css'

export type DayFieldProps = {
  label: string
  value: Day | undefined
  /** Undefined while what is typed is no day. */
  onChange: (day: Day | undefined) => void
  description?: ReactNode
  error?: ReactNode
  required?: boolean
  min?: Day
  max?: Day
}

/** The text in the field and the day it says; a day given from outside replaces the text. */
function useTypedDay({ value, onChange }: Pick<DayFieldProps, 'value' | 'onChange'>) {
  const [text, setText] = useState(value ? formatDay(value) : '')
  const [known, setKnown] = useState(value)
  if (value !== known) {
    setKnown(value)
    if (parseVietnameseDay(text) !== value) setText(value ? formatDay(value) : '')
  }
  const change = (next: string) => {
    const day = parseVietnameseDay(next)
    setText(next)
    setKnown(day)
    onChange(day)
  }
  return { text, change, isWrong: text !== '' && parseVietnameseDay(text) === undefined }
}

/** A day, typed as ngày/tháng/năm on the number keyboard or picked on the device's own calendar. */
export function DayField(props: DayFieldProps) {
  const { label, description, error, required = false } = props
  const t = useMessages(uiMessages)
  const { text, change, isWrong } = useTypedDay(props)
  const [left, setLeft] = useState(false)
  return (
    <TextInput
      label={label}
      description={description}
      required={required}
      value={text}
      error={error ?? (left && isWrong ? t('ui.day-wrong') : undefined)}
      inputMode="numeric"
      autoComplete="off"
      placeholder={t('ui.day-example')}
      onChange={(event) => change(typedDay(text, event.currentTarget.value))}
      onBlur={() => setLeft(true)}
      rightSectionWidth={44}
      rightSection={<DayPicker {...props} onPick={(day) => change(formatDay(day))} />}
    />
  )
}

type DayPickerProps = DayFieldProps & { onPick: (day: Day) => void }

/** The device's own calendar behind a button; the field itself stays text, so that nobody must scroll through years. */
function DayPicker({ label, value, min, max, onPick }: DayPickerProps) {
  const t = useMessages(uiMessages)
  const picker = useRef<HTMLInputElement>(null)
  return (
    <span className="day-field-picker">
      <input
        ref={picker}
        className="day-field-native"
        type="date"
        tabIndex={-1}
        aria-hidden
        value={value ?? ''}
        min={min}
        max={max}
        onChange={(event) => {
          const day = parseVietnameseDay(event.currentTarget.value)
          if (day) onPick(day)
        }}
      />
      <ActionIcon
        size={44}
        color="gray"
        aria-label={t('ui.pick-day', { label })}
        onClick={() => picker.current?.showPicker()}
      >
        <IconCalendar size={22} aria-hidden />
      </ActionIcon>
    </span>
  )
}
