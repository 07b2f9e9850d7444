import { createContext, use } from 'react'
import type { Language } from '#base/messages.ts'

/** What the pages may know of the person and the grant they act under; the frame fills it. */
export type WebActor = {
  accountId: string
  grantId: string
  fullName: string
  role: string
  roleName: Readonly<Record<Language, string>>
  capabilities: ReadonlySet<string>
  /** Whether the grant allows it today, at its own place or at one that is named. */
  may: (capability: string, place?: { lft: number }) => boolean
  area: { id: string; name: string; kind: string }
}

const ActorContext = createContext<WebActor | undefined>(undefined)

export const ActorProvider = ActorContext.Provider

export function useActor(): WebActor {
  const actor = use(ActorContext)
  if (!actor) throw new Error('useActor stands outside of the signed-in frame')
  return actor
}

/** `const may = useMay(); may('children.write')`: hides what the server would refuse. */
export function useMay(): (capability: string, place?: { lft: number }) => boolean {
  const actor = use(ActorContext)
  return (capability, place) => capability === 'signed-in' || (actor?.may(capability, place) ?? false)
}
