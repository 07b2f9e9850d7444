import type { Language } from '#base/messages.ts'

/** Where a grant counts: a place with its preorder range. */
export type ActorArea = { id: string; code: string; kind: string; name: string; lft: number; rgt: number }

/** Who asks, under which one grant. */
export type Actor = {
  accountId: string
  name: string
  grantId: string
  role: string
  capabilities: ReadonlySet<string>
  area: ActorArea
  language: Language
}
