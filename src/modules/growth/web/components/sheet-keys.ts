import type { KeyboardEvent } from 'react'

/** Puts the cursor into a field of the child at `place`, its text chosen; past the last child it stays. */
export function focusRow(row: HTMLElement, place: number, field: string): void {
  const next = row.parentElement?.querySelector<HTMLInputElement>(
    `tr[data-place="${place}"] input[data-field="${field}"]`,
  )
  next?.focus()
  next?.select()
  next?.scrollIntoView({ block: 'center' })
}

/** Up and down go to the same field of the child above or below. */
export function moveByKeys(event: KeyboardEvent<HTMLTableRowElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
  if (!(event.target instanceof HTMLInputElement)) return
  event.preventDefault()
  const place = Number(event.currentTarget.dataset['place'])
  const step = event.key === 'ArrowDown' ? 1 : -1
  focusRow(event.currentTarget, place + step, event.target.dataset['field'] ?? 'weight')
}
