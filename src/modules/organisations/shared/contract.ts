import { z } from 'zod'
import { Day } from '#base/day.ts'
import { Id } from '#base/id.ts'
import { tidy } from '#base/text.ts'

const line = (longest: number) => z.string().transform(tidy).pipe(z.string().min(1).max(longest))
const optionalLine = (longest: number) => line(longest).nullable()

export const OrganisationKind = z.enum([
  'committee',
  'council',
  'ministry',
  'department',
  'division',
  'desk',
  'public-unit',
  'school',
  'health-unit',
  'mass-organisation',
  'association',
  'press',
  'fund',
  'other',
])
export type OrganisationKind = z.infer<typeof OrganisationKind>

export const Sector = z.enum([
  'government',
  'health',
  'labour-social',
  'education',
  'finance',
  'culture',
  'justice',
  'police',
  'information',
  'agriculture',
  'mass',
  'other',
])
export type Sector = z.infer<typeof Sector>

/** A day that stands in no official text is kept, and marked wherever it is shown. */
export const OrganisationDetails = z.object({
  areaId: Id,
  name: line(200),
  shortName: optionalLine(60),
  kind: OrganisationKind,
  sector: Sector,
  parentId: Id.nullable(),
  validFrom: Day.nullable(),
  fromCertain: z.boolean(),
  validTo: Day.nullable(),
  toCertain: z.boolean(),
  phone: z
    .string()
    .transform((text) => text.replace(/[\s.()-]/g, ''))
    .pipe(z.string().regex(/^[0-9+]\d{2,14}$/))
    .nullable(),
  source: optionalLine(300),
})
export type OrganisationDetails = z.infer<typeof OrganisationDetails>

export const AddOrganisation = OrganisationDetails.extend({ id: Id })
export type AddOrganisation = z.infer<typeof AddOrganisation>

export const EditOrganisation = OrganisationDetails.extend({ version: z.int() })
export type EditOrganisation = z.infer<typeof EditOrganisation>

/** One body's work going to another, seen from either side. */
export const SuccessionLink = z.object({
  organisationId: Id,
  name: z.string(),
  happenedOn: Day,
  isCertain: z.boolean(),
  duty: z.string().nullable(),
  source: z.string().nullable(),
})
export type SuccessionLink = z.infer<typeof SuccessionLink>

export const Organisation = OrganisationDetails.extend({
  id: Id,
  phone: z.string().nullable(),
  areaName: z.string(),
  areaKind: z.string(),
  parentName: z.string().nullable(),
  version: z.int(),
  predecessors: z.array(SuccessionLink),
  successors: z.array(SuccessionLink),
})
export type Organisation = z.infer<typeof Organisation>

export const OrganisationSearch = z.object({
  areaId: Id.optional(),
  /** Bodies of this day; without it those of today. */
  day: Day.optional(),
  withEnded: z.stringbool().default(false),
  /** Also those of the places below. */
  below: z.stringbool().default(false),
  /** Also those of the places above: what a form chooses a parent from. */
  above: z.stringbool().default(false),
})
export type OrganisationSearch = z.infer<typeof OrganisationSearch>

export const AddSuccession = z.object({
  predecessorId: Id,
  successorId: Id,
  happenedOn: Day,
  isCertain: z.boolean(),
  duty: optionalLine(300),
  source: optionalLine(300),
})
export type AddSuccession = z.infer<typeof AddSuccession>

export const UsualSet = z.object({ made: z.int(), known: z.int(), version: z.string() })
export type UsualSet = z.infer<typeof UsualSet>

/** R12: the body that guides, follows, reminds and consolidates for its place, and the desk inside it. */
export const SetFocal = z.object({
  id: Id,
  areaId: Id,
  agencyId: Id,
  deskId: Id.nullable(),
  validFrom: Day,
  basis: optionalLine(300),
})
export type SetFocal = z.infer<typeof SetFocal>

export const Focal = SetFocal.extend({
  agencyName: z.string(),
  deskName: z.string().nullable(),
  validTo: Day.nullable(),
})
export type Focal = z.infer<typeof Focal>

/** What the unit's page says of the people and bodies of a place. */
export const UnitStaffing = z.object({
  areaId: Id,
  organisations: z.int(),
  bodiesWithoutHead: z.int(),
  focal: Focal.nullable(),
  boards: z.int(),
  followupsOpen: z.int(),
  followupsOverdue: z.int(),
  villages: z.int(),
  villagesWithoutCollaborator: z.int(),
  protectionWorkers: z.int(),
  byAudience: z.array(z.object({ audience: z.string(), people: z.int() })),
})
export type UnitStaffing = z.infer<typeof UnitStaffing>
