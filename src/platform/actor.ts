import type { Day } from '#base/day.ts'
import type { Language } from '#base/messages.ts'
import type { Problem } from '#base/problem.ts'

/** Where a grant counts: a place with its preorder range. */
export type ActorArea = { id: string; code: string; kind: string; name: string; lft: number; rgt: number }

/** From where a request came; kinds of device, not the device itself. */
export type Origin = { address: string; device: Device }
export type Device = 'phone' | 'tablet' | 'computer' | 'program'

/** Who asks, under which one grant. */
export type Actor = {
  accountId: string
  name: string
  grantId: string
  role: string
  capabilities: ReadonlySet<string>
  area: ActorArea
  /** First and last day of the grant; null: without end. */
  validFrom: Day
  validTo: Day | null
  language: Language
  /** Missing for the command line and the jobs. */
  origin?: Origin
  sessionId?: string
  /** Why nothing works yet but looking after one's own sign-in. */
  heldBack?: Problem
}
