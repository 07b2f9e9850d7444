import { Radio, Stack } from '@mantine/core'
import type { ReactNode } from 'react'

type Props<Value extends string> = {
  label: string
  description?: ReactNode
  options: readonly Value[]
  value: Value | undefined
  nameOf: (value: Value) => string
  onChange: (value: Value) => void
}

/** One of a few, nothing chosen beforehand. */
export function ChoiceField<Value extends string>(props: Props<Value>) {
  const { label, description, options, value, nameOf, onChange } = props
  const choose = (next: string) => {
    const known = options.find((option) => option === next)
    if (known !== undefined) onChange(known)
  }
  return (
    <Radio.Group label={label} description={description} required value={value ?? ''} onChange={choose}>
      <Stack gap="sm" mt="xs">
        {options.map((option) => (
          <Radio key={option} value={option} label={nameOf(option)} />
        ))}
      </Stack>
    </Radio.Group>
  )
}
