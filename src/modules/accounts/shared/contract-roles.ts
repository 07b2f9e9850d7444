import { z } from 'zod'
import { Id } from '#base/id.ts'
import { Capability, InBothLanguages, PlaceKind, Role, RoleKey } from './roles.ts'

/** A role as the people page shows it: what it may do, who made it, whether the asker may give it. */
export const RoleShown = Role.omit({ rank: true }).extend({
  /** The place a role of one's own was made for; null for a standard role. */
  own: z.object({ areaId: Id, areaName: z.string() }).nullable(),
  mayGive: z.boolean(),
  /** People who hold it within the asker's place. */
  holders: z.number().int(),
})
export type RoleShown = z.infer<typeof RoleShown>

/** A role that an administrator makes from capabilities; it counts within the administrator's place. */
export const MakeRole = z.object({
  id: Id,
  name: z.string().trim().min(3).max(80),
  purpose: z.string().trim().min(3).max(300),
  capabilities: z.array(Capability).min(1),
  kinds: z.array(PlaceKind).min(1),
})
export type MakeRole = z.infer<typeof MakeRole>

export const RoleMade = z.object({ key: RoleKey, name: InBothLanguages })
export type RoleMade = z.infer<typeof RoleMade>
