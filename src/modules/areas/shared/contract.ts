import { z } from 'zod'
import { Day } from '#base/day.ts'
import { Id } from '#base/id.ts'

export const AreaKind = z.enum(['nation', 'province', 'district', 'commune', 'village'])
export type AreaKind = z.infer<typeof AreaKind>

/** A place at a time. `fullName` carries the kind and the places above: "Xã Đăk Hà, tỉnh Quảng Ngãi". */
export const Area = z.object({
  id: Id,
  code: z.string(),
  kind: AreaKind,
  name: z.string(),
  fullName: z.string(),
  parentId: Id.nullable(),
  lft: z.number().int(),
  rgt: z.number().int(),
  validFrom: Day,
  validTo: Day.nullable(),
})
export type Area = z.infer<typeof Area>

/** How much of the old unit went into the new one: all of it, a part, or another change (a district as a whole). */
export const Extent = z.enum(['whole', 'part', 'other'])
export type Extent = z.infer<typeof Extent>

/** One link between an old and a new unit, seen from either of them; `area` is the one at the other end. */
export const Succession = z.object({
  id: Id,
  area: Area,
  /** The first day of the new unit. */
  onDate: Day,
  extent: Extent,
  note: z.string().nullable(),
  source: z.string().nullable(),
})
export type Succession = z.infer<typeof Succession>

/** A unit above, with the days for which it was that. */
export const ParentLink = z.object({
  area: Area,
  validFrom: Day,
  validTo: Day.nullable(),
  source: z.string().nullable(),
})
export type ParentLink = z.infer<typeof ParentLink>

export const EarlierName = z.object({
  name: z.string(),
  validFrom: Day,
  validTo: Day,
  source: z.string().nullable(),
})
export type EarlierName = z.infer<typeof EarlierName>

/** Everything that is known of a unit through time. */
export const AreaHistory = z.object({
  area: Area,
  /** False when a list only says that the unit existed on the day of the list. */
  validFromKnown: z.boolean(),
  source: z.string().nullable(),
  parents: z.array(ParentLink),
  names: z.array(EarlierName),
  predecessors: z.array(Succession),
  successors: z.array(Succession),
})
export type AreaHistory = z.infer<typeof AreaHistory>

/** By hand: which unit stood above in some days of the past. Other days keep what they had. */
export const PastParent = z.object({
  parentId: Id,
  validFrom: Day,
  validTo: Day,
  source: z.string().trim().min(1).max(500),
})
export type PastParent = z.infer<typeof PastParent>

/** By hand: the name in some days of the past. */
export const PastName = z.object({
  name: z.string().trim().min(1).max(200),
  validFrom: Day,
  validTo: Day,
  source: z.string().trim().min(1).max(500),
})
export type PastName = z.infer<typeof PastName>

/** By hand: the first day of a unit, or a unit of the past that no list holds. */
export const PastUnit = z.object({
  kind: z.enum(['province', 'district', 'commune']),
  code: z.string().regex(/^\d{2,5}$/),
  name: z.string().trim().min(1).max(200),
  parentId: Id,
  validFrom: Day,
  validTo: Day,
  source: z.string().trim().min(1).max(500),
})
export type PastUnit = z.infer<typeof PastUnit>
