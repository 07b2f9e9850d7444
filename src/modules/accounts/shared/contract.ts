import { z } from 'zod'
import { Day } from '#base/day.ts'
import { Id } from '#base/id.ts'
import { NewPassword } from './contract-security.ts'
import { Capability, InBothLanguages, RoleKey } from './roles.ts'

export const username = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9._]{3,40}$/)
export const password = NewPassword
/** Lower case: the name of a mailbox tells no capitals apart anywhere in practice. */
export const email = z.string().trim().toLowerCase().pipe(z.email().max(200))
const fullName = z.string().trim().min(2).max(100)

/** A grant as the person sees it: a role in a place. */
export const Grant = z.object({
  id: Id,
  role: RoleKey,
  roleName: InBothLanguages,
  capabilities: z.array(Capability),
  area: z.object({
    id: Id,
    code: z.string(),
    kind: z.string(),
    name: z.string(),
    fullName: z.string(),
    lft: z.number().int(),
    rgt: z.number().int(),
  }),
  validFrom: Day,
  validTo: Day.nullable(),
})
export type Grant = z.infer<typeof Grant>

export const Me = z.object({
  id: Id,
  fullName: z.string(),
  username: z.string(),
  grantId: Id,
  grants: z.array(Grant),
  /** Nothing works before a second factor is set up or shown. */
  heldBack: z.boolean(),
})
export type Me = z.infer<typeof Me>

export const SetupState = z.object({ needed: z.boolean(), codeNeeded: z.boolean() })
export type SetupState = z.infer<typeof SetupState>

export const SetUp = z.object({
  areaId: Id,
  fullName,
  username,
  password,
  code: z.string().max(100).optional(),
})
export type SetUp = z.infer<typeof SetUp>

export const PlaceChoice = z.object({
  id: Id,
  code: z.string(),
  kind: z.string(),
  name: z.string(),
  fullName: z.string(),
})
export type PlaceChoice = z.infer<typeof PlaceChoice>

export const InvitePerson = z.object({
  id: Id,
  fullName,
  username,
  role: RoleKey,
  areaId: Id,
  email: email.optional(),
  validFrom: Day.optional(),
  validTo: Day.nullable().default(null),
})
export type InvitePerson = z.input<typeof InvitePerson>

/** The link is shown once; only its hash is kept. */
export const Invitation = z.object({ personId: Id, token: z.string(), expiresAt: z.string() })
export type Invitation = z.infer<typeof Invitation>

export const InvitationState = z.object({ fullName: z.string(), username: z.string() })
export type InvitationState = z.infer<typeof InvitationState>
