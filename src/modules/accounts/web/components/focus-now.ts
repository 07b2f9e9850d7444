/** As `ref` of the field that a step begins with: what was pressed before is gone, so the keyboard goes on here. */
export function focusNow(element: HTMLElement | null): void {
  element?.focus()
}
