import { TextInput } from '@mantine/core'
import type { CustomField } from '#ui/form-dialog.tsx'

/** Now, as the device's own field writes it, in Viet Nam. */
export function nowHere(): string {
  return new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 16)
}

/** The device's own field gives a moment without zone; the product counts in Viet Nam's time. */
export function withZone(local: string): string {
  return local === '' ? '' : `${local}:00+07:00`
}

type MomentFieldProps = CustomField & { label: string; required: boolean }

/** Day and hour of something that has happened. */
export function MomentField({ label, required, value, onChange, error }: MomentFieldProps) {
  return (
    <TextInput
      type="datetime-local"
      label={label}
      required={required}
      error={error}
      max={nowHere()}
      value={value?.slice(0, 16) ?? ''}
      onChange={(event) => onChange(withZone(event.currentTarget.value))}
    />
  )
}
