import { z } from 'zod'
import { Day } from '#base/day.ts'
import { Id } from '#base/id.ts'

export const Sex = z.enum(['male', 'female'])
export type Sex = z.infer<typeof Sex>

/** Dated status of the household in law; here the latest one known. */
export const Poverty = z.enum(['none', 'near-poor', 'poor'])
export type Poverty = z.infer<typeof Poverty>

/** Where the child learns now: nowhere, nursery (nhà trẻ), kindergarten (mẫu giáo), primary school. */
export const Education = z.enum(['none', 'nursery', 'kindergarten', 'primary'])
export type Education = z.infer<typeof Education>

/** How much of the birth date is known. `bornOn` is then the day that stands for it (birth.ts). */
export const BornPrecision = z.enum(['day', 'month', 'year'])
export type BornPrecision = z.infer<typeof BornPrecision>

export const CarerRelation = z.enum(['mother', 'father', 'guardian', 'other'])
export type CarerRelation = z.infer<typeof CarerRelation>

export const LeftReason = z.enum(['moved', 'died', 'registered-twice', 'mistake'])
export type LeftReason = z.infer<typeof LeftReason>

const Name = z
  .string()
  .trim()
  .min(1, { error: 'children.name-missing' })
  .max(100, { error: 'children.name-too-long' })

/** Vietnamese phone number as dialled inside the country: 0 and 9 or 10 more digits. */
const Phone = z.string().regex(/^0\d{9,10}$/, { error: 'children.phone-wrong' })

export const Carer = z.object({ id: Id, fullName: Name, relation: CarerRelation, phone: Phone.nullable() })
export type Carer = z.infer<typeof Carer>

/** What people write about a child. The rules of names, birth dates and numbers are checked by the command. */
export const ChildDetails = z.object({
  communeId: Id,
  villageId: Id.nullable(),
  fullName: Name,
  unnamed: z.boolean().default(false),
  bornOn: Day,
  bornPrecision: BornPrecision.default('day'),
  sex: Sex,
  ethnicCode: z
    .string()
    .regex(/^(0[1-9]|[1-4]\d|5[0-5])$/)
    .nullable(),
  householdCode: z.string().trim().max(30).nullable(),
  address: z.string().trim().max(200).nullable(),
  poverty: Poverty.nullable(),
  disabled: z.boolean(),
  specialCircumstance: z.boolean(),
  education: Education.nullable(),
  /** Absent for those who may not see it; sent without it, it stays as it is. */
  personalId: z.string().trim().max(20).nullable().optional(),
  carers: z.array(Carer).max(6),
})
export type ChildDetails = z.infer<typeof ChildDetails>

export const RegisterChild = ChildDetails.extend({
  id: Id,
  /** Said by a person who has seen the possible duplicates: this is another child. */
  isAnotherChild: z.boolean().default(false),
})
export type RegisterChild = z.infer<typeof RegisterChild>

/** `version` is the one the person saw; the change is refused when somebody changed the child meanwhile. */
export const EditChild = ChildDetails.extend({ version: z.number().int().positive() })
export type EditChild = z.infer<typeof EditChild>

export const CloseChild = z.object({
  version: z.number().int().positive(),
  leftOn: Day,
  reason: LeftReason,
})
export type CloseChild = z.infer<typeof CloseChild>

export const Child = ChildDetails.extend({
  id: Id,
  communeName: z.string(),
  villageName: z.string().nullable(),
  /** The household of its code; what is known of it stands on its own page. */
  householdId: Id.nullable().default(null),
  registeredAt: z.string(),
  leftOn: Day.nullable(),
  leftReason: LeftReason.nullable(),
  sample: z.boolean(),
  version: z.number().int(),
})
export type Child = z.infer<typeof Child>

/** One line of a list. */
export const ChildSummary = z.object({
  id: Id,
  fullName: z.string(),
  bornOn: Day,
  bornPrecision: BornPrecision.default('day'),
  sex: Sex,
  ethnicCode: z.string().nullable(),
  communeId: Id,
  villageId: Id.nullable(),
  villageName: z.string().nullable(),
  poverty: Poverty.nullable(),
  education: Education.nullable().default(null),
  householdCode: z.string().nullable().default(null),
  carerName: z.string().nullable(),
  carerPhone: z.string().nullable(),
  leftOn: Day.nullable(),
  sample: z.boolean(),
})
export type ChildSummary = z.infer<typeof ChildSummary>

/** What may be wrong or missing in a record: the rules of the cleaning page (R30). */
export const CleaningRule = z.enum([
  'no-personal-id',
  'no-carer',
  'no-phone',
  'no-village',
  'no-ethnic-group',
  'unnamed',
  'birth-not-exact',
  'number-contradicts',
  'impossible-dates',
  'over-age',
  'not-seen',
])
export type CleaningRule = z.infer<typeof CleaningRule>

/** Priority flags that are recorded. The others follow: age, poverty, ethnic group, features of the place. */
export const PriorityFlag = z.enum([
  'disabled',
  'disaster',
  'serious-illness',
  'in-facility',
  'not-with-parents',
  'multiple-birth',
  'foundling',
  'stateless',
])
export type PriorityFlag = z.infer<typeof PriorityFlag>

/** A flag that a list is narrowed to: what stands in the register, or a dated flag that holds today. */
export const ListFlag = z.enum(['special', 'minority', ...PriorityFlag.options])
export type ListFlag = z.infer<typeof ListFlag>

/** A place in a list of children: behind a child of the first list, or of the second, which carers' names complete. */
const ListPlace = z
  .string()
  .regex(/^(carers:)?[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i)
  .meta({ examples: ['019284c0-5f00-7000-8000-000000000001'] })

/** What a list shows of each child, on the screen and in a workbook; the name is always there. */
export const ListColumn = z.enum([
  'name',
  'born',
  'age',
  'sex',
  'village',
  'carer',
  'poverty',
  'ethnic',
  'household',
  'education',
])
export type ListColumn = z.infer<typeof ListColumn>

/**
 * A search or list of children. Sent as a body: names and numbers must not stand in addresses and logs.
 * `text`: parts of the name with or without marks in any order, a birth year, a carer's phone, a personal ID.
 * `after`: `next` of the page before.
 */
export const SearchChildren = z.object({
  text: z.string().max(200).default(''),
  communeId: Id.optional(),
  villageId: Id.optional(),
  sex: Sex.optional(),
  fromYears: z.number().int().min(0).max(16).optional(),
  toYears: z.number().int().min(0).max(16).optional(),
  poverty: Poverty.optional(),
  education: Education.optional(),
  flag: ListFlag.optional(),
  lacks: CleaningRule.optional(),
  /** These and no others: what a person ticked in a list. */
  ids: z.array(Id).max(200).optional(),
  withLeft: z.boolean().default(false),
  withTotal: z.boolean().default(false),
  after: ListPlace.optional(),
  limit: z.number().int().min(1).max(200).default(50),
})
export type SearchChildren = z.infer<typeof SearchChildren>

export const ChildrenFound = z.object({
  children: z.array(ChildSummary),
  /** Give it as `after` to read on; null at the end. A page may be short or empty though the list goes on. */
  next: ListPlace.nullable(),
  /** How many in all; null when not asked for. */
  total: z.number().int().nullable(),
  /** Counting has ended before the list: at 10,000, and beside names over more than a commune at 1,000 or sooner. */
  isTotalLeast: z.boolean(),
})
export type ChildrenFound = z.infer<typeof ChildrenFound>

export const DuplicateReason = z.enum([
  'same-personal-id',
  'same-name',
  'close-name',
  'same-birth-date',
  'swapped-day-month',
  'same-sex',
  'same-mother',
  'same-village',
  'same-household',
  'same-phone',
  'close-birth-date',
  'compatible-birth',
  'other-sex',
  'other-personal-id',
  'may-be-twins',
])
export type DuplicateReason = z.infer<typeof DuplicateReason>

/** A child of the register that may be the one asked about. */
export const PossibleDuplicate = z.object({
  child: ChildSummary,
  certain: z.boolean(),
  reasons: z.array(DuplicateReason),
})
export type PossibleDuplicate = z.infer<typeof PossibleDuplicate>

export const FindDuplicates = ChildDetails.pick({
  communeId: true,
  villageId: true,
  fullName: true,
  bornOn: true,
  bornPrecision: true,
  sex: true,
  householdCode: true,
  personalId: true,
  carers: true,
}).extend({ id: Id.optional(), unnamed: z.boolean().default(false) })
export type FindDuplicates = z.infer<typeof FindDuplicates>

/** How many records of the area break each rule; `pairs`: records that may be one child, waiting for a person. */
export const CleaningCounts = z.object({
  rules: z.array(z.object({ rule: CleaningRule, count: z.int() })),
  total: z.int(),
  pairs: z.int(),
})
export type CleaningCounts = z.infer<typeof CleaningCounts>

/** Who saw or changed a child's record, newest first. */
export const ChildHistory = z.array(
  z.object({
    id: Id,
    at: z.string(),
    personName: z.string().nullable(),
    action: z.string(),
    before: z.record(z.string(), z.unknown()).nullable(),
    after: z.record(z.string(), z.unknown()).nullable(),
  }),
)
export type ChildHistory = z.infer<typeof ChildHistory>
