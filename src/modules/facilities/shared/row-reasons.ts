import type { facilitiesMessages } from './messages.ts'

export type RowReasonKey = Extract<keyof (typeof facilitiesMessages)['vi'], `facilities.row.${string}`>

const known: readonly RowReasonKey[] = [
  ...([
    'facilities.row.name-missing',
    'facilities.row.name-too-long',
    'facilities.row.kind-missing',
  ] as const),
  ...(['facilities.row.kind-unknown', 'facilities.row.operator-unknown', 'facilities.row.day'] as const),
  ...(['facilities.row.capacity', 'facilities.row.land', 'facilities.row.phone'] as const),
  ...(['facilities.row.place-unknown', 'facilities.row.known'] as const),
]

/** Reasons come from a stored row; one that this version does not know says that the row cannot be read. */
export function rowReasonKey(code: string): RowReasonKey {
  return known.find((one) => one === `facilities.row.${code}`) ?? 'facilities.row.unreadable'
}
