import { Anchor } from '@mantine/core'

/** A number to call with one tap. */
export function PhoneLink({ phone }: { phone: string }) {
  return (
    <Anchor href={`tel:${phone}`} className="phone-link">
      {phone}
    </Anchor>
  )
}

export type CarerPhoneProps = { name: string | null; phone: string | null }

/** Who cares for a child, with the number to call; nothing at all where neither is known. */
export function CarerPhone({ name, phone }: CarerPhoneProps) {
  if (!name && !phone) return null
  return (
    <span>
      {name}
      {name && phone ? ' · ' : ''}
      {phone ? <PhoneLink phone={phone} /> : null}
    </span>
  )
}
