import { z } from 'zod'

export const Capability = z.enum([
  'areas.read',
  'areas.manage',
  'areas.reorganise',
  // Gives the roles that the own role may give, within the own place.
  'accounts.grant',
  // Disables accounts, makes roles.
  'accounts.manage',
  'organisations.read',
  'organisations.manage',
  // Records and sees matters of responsibility of the heads of bodies below the own place (R19).
  'organisations.review-heads',
  // The same for bodies of the own place: its leaders only.
  'organisations.review-own-level',
  'facilities.read',
  'facilities.manage',
  'audit.read',
  'privacy.manage',
  'children.read',
  'children.write',
  'children.import',
  'children.export',
  'children.merge',
  // Numbers of the civil register; without it they are absent from every reply.
  'children.identity',
  // Abuse, HIV, conflict with the law (NĐ 56/2017/NĐ-CP Art. 24).
  'children.confidential',
  // Opens the confidential part of one child for a short time, with a reason.
  'children.break-glass',
  'children.review-openings',
  'services.read',
  'services.record',
  'services.manage-package',
  'growth.read',
  'growth.record',
  'screening.read',
  'screening.record',
  'plans.read',
  'plans.write',
  'indicators.read',
  'indicators.recount',
  // Types figures from documents.
  'indicators.record',
  // Makes indicators of the own place, and approves those of others.
  'indicators.define',
  // Sends urgent reports (a death by injury, violence, abuse); reading them needs children.confidential.
  'duties.send-urgent',
  'reports.read',
  'reports.write',
  'sample.manage',
])
export type Capability = z.infer<typeof Capability>

/** The name of a role in the grants: of a standard role, or 'own-' and an id. */
export const RoleKey = z.string().regex(/^[a-z][a-z0-9-]{2,60}$/)
export type RoleKey = z.infer<typeof RoleKey>

export const PlaceKind = z.enum(['nation', 'province', 'commune', 'village'])
export type PlaceKind = z.infer<typeof PlaceKind>

export const InBothLanguages = z.object({ vi: z.string().trim().min(1), en: z.string().trim().min(1) })

/** What a role may do, where it can be held and which roles its holders may give to others. */
export const Role = z.object({
  key: RoleKey,
  name: InBothLanguages,
  purpose: InBothLanguages,
  capabilities: z.array(Capability),
  mayGrant: z.array(RoleKey),
  kinds: z.array(PlaceKind),
  rank: z.number().int(),
  /** Held on by those who have it, given to nobody any more. */
  retired: z.boolean(),
})
export type Role = z.infer<typeof Role>

/** A file of db/reference/roles. */
export const RoleEdition = z.object({
  edition: z.string().regex(/^\d{4}-\d{2}$/),
  compiledOn: z.string(),
  source: z.string(),
  roles: z.array(Role.extend({ source: z.string() })),
})
export type RoleEdition = z.infer<typeof RoleEdition>
