import { z } from 'zod'
import { Day } from '#base/day.ts'
import { Id } from '#base/id.ts'

/** What was done by a command, what a reply showed, what left as a file. */
export const AuditKind = z.enum(['done', 'seen', 'exported'])
export type AuditKind = z.infer<typeof AuditKind>

/** `after` is the `next` of the page before. Days are days in Viet Nam, both included. */
export const SearchAudit = z.object({
  childId: Id.optional(),
  personId: Id.optional(),
  areaId: Id.optional(),
  kind: AuditKind.optional(),
  action: z
    .string()
    .regex(/^[a-z.-]{1,80}$/)
    .optional(),
  from: Day.optional(),
  to: Day.optional(),
  after: z
    .string()
    .regex(/^[0-9TZ:.-]{20,40} [0-9a-f-]{36}$/)
    .optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type SearchAudit = z.infer<typeof SearchAudit>

const values = z.record(z.string(), z.unknown()).nullable()

export const AuditEntry = z.object({
  id: Id,
  at: z.string(),
  personId: Id,
  /** null: the system itself, or somebody who was not signed in. */
  personName: z.string().nullable(),
  /** Of the grant that was acted under, where it lies within the area of who asks. */
  role: z.string().nullable(),
  areaName: z.string().nullable(),
  kind: AuditKind,
  /** The name of a command, or the address of what was seen or exported. */
  action: z.string(),
  subjectId: z.string().nullable(),
  childIds: z.array(Id),
  address: z.string().nullable(),
  device: z.string().nullable(),
  /** Names of the fields that changed; their values only for who may read the child. */
  changed: z.array(z.string()),
  before: values,
  after: values,
  asked: z.string().nullable(),
})
export type AuditEntry = z.infer<typeof AuditEntry>

export const AuditPage = z.object({ entries: z.array(AuditEntry), next: z.string().nullable() })
export type AuditPage = z.infer<typeof AuditPage>
