import { z } from 'zod'
import { Day } from '#base/day.ts'
import { Id } from '#base/id.ts'
import { tidy } from '#base/text.ts'

/** One line of text as a person types it; kept tidy, and short enough for a table's cell. */
const line = (longest: number) => z.string().transform(tidy).pipe(z.string().min(1).max(longest))
const optionalLine = (longest: number) => line(longest).nullable()

/** A phone number as it is dialled: '111', '0260 3862 111' is kept as '02603862111'. */
export const Phone = z
  .string()
  .transform((text) => text.replace(/[\s.()-]/g, ''))
  .pipe(z.string().regex(/^[0-9+]\d{2,14}$/))

/** R6, R7 of the four plans: what stands in a place for children. */
export const FacilityKind = z.enum([
  'health-station',
  'hospital',
  'preschool',
  'primary-school',
  'group-care',
  'social-assistance',
  'social-work-centre',
  'protection-provider',
  'culture-sport',
  'play-point',
])
export type FacilityKind = z.infer<typeof FacilityKind>

export const Operator = z.enum(['public', 'private', 'community', 'religious'])
export type Operator = z.infer<typeof Operator>

/** What a person says of a facility. Land in square metres; no day means that nobody knows since when. */
export const FacilityDetails = z.object({
  areaId: Id,
  kind: FacilityKind,
  name: line(200),
  operator: Operator,
  validFrom: Day.nullable(),
  validTo: Day.nullable(),
  capacity: z.int().min(0).max(100_000).nullable(),
  forUnderThree: z.boolean(),
  landM2: z.number().min(0).max(10_000_000).nullable(),
  address: optionalLine(300),
  contactName: optionalLine(120),
  phone: Phone.nullable(),
  note: optionalLine(500),
})
export type FacilityDetails = z.infer<typeof FacilityDetails>

export const AddFacility = FacilityDetails.extend({ id: Id })
export type AddFacility = z.infer<typeof AddFacility>

export const EditFacility = FacilityDetails.extend({ version: z.int() })
export type EditFacility = z.infer<typeof EditFacility>

export const Facility = FacilityDetails.extend({
  id: Id,
  areaName: z.string(),
  phone: z.string().nullable(),
  version: z.int(),
})
export type Facility = z.infer<typeof Facility>

export const FacilitySearch = z.object({
  areaId: Id.optional(),
  kind: FacilityKind.optional(),
  /** Also those that have closed. */
  withClosed: z.stringbool().default(false),
})
export type FacilitySearch = z.infer<typeof FacilitySearch>

/** R3, R4, R5. Urban and rural exclude one another; a project is piloted first and scaled up later. */
export const FeatureKind = z.enum([
  'remote',
  'special-difficulty',
  'minority-mountain',
  'urban',
  'rural',
  'pilot',
  'scale-up',
])
export type FeatureKind = z.infer<typeof FeatureKind>

export const AddFeature = z.object({
  id: Id,
  areaId: Id,
  kind: FeatureKind,
  validFrom: Day,
  validTo: Day.nullable(),
  project: optionalLine(200),
  donor: optionalLine(200),
  basis: optionalLine(300),
  note: optionalLine(500),
})
export type AddFeature = z.infer<typeof AddFeature>

export const Feature = AddFeature.extend({
  areaName: z.string(),
  /** False for what a place has from the place above it. */
  own: z.boolean(),
})
export type Feature = z.infer<typeof Feature>

/** A project or model: where it is piloted, who took it over, and who has not (R5). */
export const Project = z.object({
  name: z.string(),
  donor: z.string().nullable(),
  places: z.array(
    z.object({
      areaId: Id,
      areaName: z.string(),
      kind: z.enum(['pilot', 'scale-up']),
      validFrom: Day,
      validTo: Day.nullable(),
    }),
  ),
  /** Communes of the asked area in which it runs today, and all its communes. */
  running: z.int(),
  communes: z.int(),
})
export type Project = z.infer<typeof Project>

/** R18: the unit's own numbers. */
export const ContactKind = z.enum(['duty', 'contact'])
export type ContactKind = z.infer<typeof ContactKind>

export const AddContact = z.object({
  id: Id,
  areaId: Id,
  kind: ContactKind,
  label: line(200),
  phone: Phone,
  hours: optionalLine(100),
  note: optionalLine(200),
})
export type AddContact = z.infer<typeof AddContact>

export const Contact = AddContact.extend({ phone: z.string(), areaName: z.string(), areaKind: z.string() })
export type Contact = z.infer<typeof Contact>

export const Directory = z.object({ contacts: z.array(Contact) })
export type Directory = z.infer<typeof Directory>

/** A row of an imported list that was not taken, as it stood in the file. */
export const RefusedRow = z.object({
  rowNumber: z.int(),
  cells: z.array(z.string()),
  reasons: z.array(z.object({ code: z.string(), value: z.string() })),
})
export type RefusedRow = z.infer<typeof RefusedRow>

export const FacilityImport = z.object({
  id: Id,
  fileName: z.string(),
  taken: z.int(),
  headings: z.array(z.string()),
  refused: z.array(RefusedRow),
})
export type FacilityImport = z.infer<typeof FacilityImport>

/** The largest register of a province so far has some thousand lines. */
export const importLimits = { bytes: 5_000_000, rows: 5_000 } as const

/** What a place has and lacks, in numbers, for the first sentence of its page. */
export const UnitSummary = z.object({
  areaId: Id,
  today: Day,
  byKind: z.array(z.object({ kind: FacilityKind, count: z.int() })),
  lacking: z.array(FacilityKind),
  playPointsUnderThree: z.int(),
  dangersOpen: z.int(),
  dangersOverdue: z.int(),
  /** Whether the place itself has a duty phone on the poster. */
  hasDutyPhone: z.boolean(),
  features: z.array(Feature),
})
export type UnitSummary = z.infer<typeof UnitSummary>
