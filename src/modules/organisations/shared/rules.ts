import { addDays, type Day, daysBetween } from '#base/day.ts'
import type { Span } from '#base/span.ts'
import type { FollowupState } from './contract-boards.ts'

export type DatesRefusal = 'organisations.dates-in-order'

export function checkDates({ validFrom, validTo }: Span): DatesRefusal | undefined {
  return validFrom !== null && validTo !== null && validTo < validFrom
    ? 'organisations.dates-in-order'
    : undefined
}

/** Who may be above whom: a body cannot stand, over any number of steps, above itself. */
export function makesCircle(
  id: string,
  parentId: string | null,
  parents: ReadonlyMap<string, string | null>,
): boolean {
  const seen = new Set<string>()
  for (let above = parentId; above !== null && !seen.has(above); above = parents.get(above) ?? null) {
    if (above === id) return true
    seen.add(above)
  }
  return false
}

/** The work goes over no earlier than the successor begins, and no later than the day after the earlier body ended. */
export function checkSuccession(
  happenedOn: Day,
  predecessor: Span,
  successor: Span,
): 'organisations.succession-too-early' | 'organisations.succession-too-late' | undefined {
  if (successor.validFrom !== null && happenedOn < successor.validFrom)
    return 'organisations.succession-too-early'
  if (predecessor.validTo !== null && happenedOn > addDays(predecessor.validTo, 1))
    return 'organisations.succession-too-late'
  return undefined
}

/** Days past the due day; what is closed is never late. */
export function followupOverdue({ state, dueOn }: { state: FollowupState; dueOn: Day }, today: Day): number {
  return state === 'open' ? Math.max(0, daysBetween(dueOn, today)) : 0
}

/** "Xã Đăk Hà" inside a name is "xã Đăk Hà": "Ủy ban nhân dân xã Đăk Hà". */
export function nameInPlace(template: string, areaName: string): string {
  return template.replace('{area}', areaName.charAt(0).toLowerCase() + areaName.slice(1))
}
