import { TextInput } from '@mantine/core'

/** Now in Viet Nam (UTC+7 all year) to the minute, as the device's own field writes it. */
function nowLocal(): string {
  return new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 16)
}

/** The device's own field gives a moment without zone; the product counts in Viet Nam's time. */
function withZone(local: string): string {
  return local === '' ? '' : `${local}:00+07:00`
}

/** What a form about something that has just happened begins with: '2026-06-15T09:05:00+07:00'. */
export function nowHere(): string {
  return withZone(nowLocal())
}

type MomentFieldProps = {
  label: string
  required: boolean
  value: string | undefined
  onChange: (value: string) => void
  error?: string | undefined
}

/** Day and hour of something that has happened: ISO 8601 with the zone of Viet Nam; empty while nothing is chosen. */
export function MomentField({ label, required, value, onChange, error }: MomentFieldProps) {
  return (
    <TextInput
      type="datetime-local"
      label={label}
      required={required}
      error={error}
      max={nowLocal()}
      value={value?.slice(0, 16) ?? ''}
      onChange={(event) => onChange(withZone(event.currentTarget.value))}
    />
  )
}
