import { TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useMessages } from '#platform/web/language.tsx'
import { todayHere } from '#ui/today-here.ts'
import { type Birth, birthText, readBirthText } from '../../shared/birth.ts'
import { childrenMessages } from '../../shared/messages.ts'

export type BirthFieldProps = {
  label: string
  value: Birth | undefined
  /** Undefined while what is typed is no date, month or year. */
  onChange: (birth: Birth | undefined) => void
  description?: ReactNode
  error?: ReactNode
}

/** A birth date as far as it is known: a day, a month of a year, or a year. Digits alone get their slashes. */
export function BirthField({ label, value, onChange, description, error }: BirthFieldProps) {
  const t = useMessages(childrenMessages)
  const [text, setText] = useState(value ? birthText(value) : '')
  const [left, setLeft] = useState(false)
  const isWrong = left && text.trim() !== '' && value === undefined
  return (
    <TextInput
      label={label}
      required
      description={description}
      error={error ?? (isWrong ? t('children.fault-birth-missing') : undefined)}
      value={text}
      inputMode="numeric"
      autoComplete="off"
      placeholder="31/03/2020"
      onChange={(event) => {
        setText(event.currentTarget.value)
        onChange(readBirthText(event.currentTarget.value, todayHere()))
      }}
      onBlur={() => {
        setLeft(true)
        if (value) setText(birthText(value))
      }}
    />
  )
}
