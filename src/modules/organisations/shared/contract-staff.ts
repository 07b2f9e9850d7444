import { z } from 'zod'
import { Day } from '#base/day.ts'
import { Id } from '#base/id.ts'
import { tidy } from '#base/text.ts'

const line = (longest: number) => z.string().transform(tidy).pipe(z.string().min(1).max(longest))
const optionalLine = (longest: number) => line(longest).nullable()

/**
 * R14-R16: the audiences that plans train and count. A person who works against abuse at the commune
 * (Luật Trẻ em Article 90.4) and a collaborator of a village are audiences of their own.
 */
export const Audience = z.enum([
  'province',
  'commune',
  'health',
  'teacher',
  'protection-care',
  'protection-worker',
  'collaborator',
  'social-worker',
])
export type Audience = z.infer<typeof Audience>

/** Allowance in VND a month. */
export const PostDetails = z.object({
  areaId: Id,
  audience: Audience,
  title: line(120),
  organisationId: Id.nullable(),
  workplace: optionalLine(200),
  validFrom: Day,
  validTo: Day.nullable(),
  allowance: z.int().min(0).max(100_000_000).nullable(),
  basis: optionalLine(300),
})
export type PostDetails = z.infer<typeof PostDetails>

export const AddPost = PostDetails.extend({ id: Id })
export type AddPost = z.infer<typeof AddPost>

export const Post = PostDetails.extend({
  id: Id,
  areaName: z.string(),
  organisationName: z.string().nullable(),
})
export type Post = z.infer<typeof Post>

export const StaffDetails = z.object({
  areaId: Id,
  fullName: line(120),
  phone: z
    .string()
    .transform((text) => text.replace(/[\s.()-]/g, ''))
    .pipe(z.string().regex(/^[0-9+]\d{2,14}$/))
    .nullable(),
  email: z.email().max(200).nullable(),
  qualification: optionalLine(200),
  /** The user name of the account that is this person's, if there is one. */
  username: optionalLine(100),
})
export type StaffDetails = z.infer<typeof StaffDetails>

/** A person is registered with the first post: someone without any is nobody's staff. */
export const AddStaff = StaffDetails.extend({ id: Id, post: AddPost })
export type AddStaff = z.infer<typeof AddStaff>

export const EditStaff = StaffDetails.extend({ version: z.int() })
export type EditStaff = z.infer<typeof EditStaff>

export const Staff = StaffDetails.extend({
  id: Id,
  phone: z.string().nullable(),
  email: z.string().nullable(),
  areaName: z.string(),
  version: z.int(),
  posts: z.array(Post),
})
export type Staff = z.infer<typeof Staff>

export const StaffSearch = z.object({
  areaId: Id.optional(),
  audience: Audience.optional(),
  /** Also those whose posts have all ended. */
  withEnded: z.stringbool().default(false),
})
export type StaffSearch = z.infer<typeof StaffSearch>

/** A village with those who work in it as collaborators today; a village without comes first. */
export const VillageCover = z.object({
  areaId: Id,
  areaName: z.string(),
  communeName: z.string(),
  collaborators: z.array(
    z.object({
      staffId: Id,
      fullName: z.string(),
      phone: z.string().nullable(),
      validFrom: Day,
      allowance: z.int().nullable(),
    }),
  ),
})
export type VillageCover = z.infer<typeof VillageCover>

/** `villages` holds those without a collaborator whole, and as many of the others as a page takes. */
export const Collaborators = z.object({
  villageCount: z.int(),
  without: z.int(),
  villages: z.array(VillageCover),
})
export type Collaborators = z.infer<typeof Collaborators>
