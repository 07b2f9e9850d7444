import { onChildrenChanged } from '#modules/children/server/public.ts'
import { markStale } from '#modules/services/server/public.ts'

/** Fills the hooks by which an earlier module triggers a later one, inside the same transaction. */
export function fillHooks(): void {
  if (!onChildrenChanged.includes(markStale)) onChildrenChanged.push(markStale)
}
