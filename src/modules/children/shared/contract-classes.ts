import { z } from 'zod'
import { Id } from '#base/id.ts'

/**
 * A class that children attend, as their facts of schooling name it: a school of the register of facilities, and the
 * class in words. Without `className` the whole school; without `facilityId` a school that is only named in words.
 */
export const AskedClass = z.object({
  facilityId: Id.optional(),
  className: z.string().trim().min(1).max(200).optional(),
})
export type AskedClass = z.infer<typeof AskedClass>

export const SchoolClass = z.object({
  facilityId: Id.nullable(),
  facilityName: z.string().nullable(),
  /** Null for children of the school whose class nobody has written down. */
  className: z.string().nullable(),
  children: z.int(),
})
export type SchoolClass = z.infer<typeof SchoolClass>
