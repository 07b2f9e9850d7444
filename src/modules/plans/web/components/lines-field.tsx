import { Textarea } from '@mantine/core'

type Props = {
  label: string
  description?: string
  lines: readonly string[]
  onChange: (lines: string[]) => void
}

/** A list typed one item a line; empty lines fall away when the field is left. */
export function LinesField({ label, description, lines, onChange }: Props) {
  const text = lines.join('\n')
  const leave = (typed: string) => {
    const next = typed
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
    if (next.join('\n') !== text) onChange(next)
  }
  return (
    <Textarea
      key={text}
      label={label}
      description={description}
      autosize
      minRows={2}
      defaultValue={text}
      onBlur={(event) => leave(event.currentTarget.value)}
    />
  )
}
