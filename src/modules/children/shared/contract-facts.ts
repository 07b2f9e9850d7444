import { z } from 'zod'
import { Day } from '#base/day.ts'
import { Id } from '#base/id.ts'
import { Education, Poverty, PriorityFlag } from './contract.ts'

/** What is true of a child for a time (R24-R28 of the plans). */
export const FactKind = z.enum([
  'residence',
  'household',
  'poverty',
  'insurance',
  'birth-registration',
  'schooling',
  'flag',
])
export type FactKind = z.infer<typeof FactKind>

/** The closed list of values of each kind; the database holds the same (children_facts_value_of_kind). */
export const factValues = {
  residence: ['permanent', 'temporary'],
  household: ['member'],
  poverty: Poverty.options,
  insurance: ['card', 'none'],
  'birth-registration': ['registered', 'not-registered'],
  schooling: Education.options,
  flag: PriorityFlag.options,
} as const satisfies Record<FactKind, readonly string[]>

export const ResidenceEnding = z.enum(['moved-out', 'died'])

const line = (longest: number) => z.string().trim().min(1).max(longest).nullable().default(null)

const FactParts = z.object({
  id: Id,
  kind: FactKind,
  value: z.string(),
  fromDay: Day,
  toDay: Day.nullable().default(null),
  ending: ResidenceEnding.nullable().default(null),
  /** Absent for those who may not see numbers. */
  number: z.string().trim().min(1).max(40).nullable().optional(),
  communeId: Id.nullable().default(null),
  villageId: Id.nullable().default(null),
  facilityId: Id.nullable().default(null),
  /** Of the household that the child belongs to; found or made at the child's place. */
  householdCode: line(30),
  detail: line(200),
  source: z.string().trim().min(3).max(200),
})

/** `replaces`: the row that this one corrects; it stays, undone. */
export const RecordFact = FactParts.extend({ replaces: Id.nullable().default(null) }).refine(
  ({ kind, value }) => factValues[kind].some((one) => one === value),
  { path: ['value'], error: 'children.fact-value-wrong' },
)
export type RecordFact = z.infer<typeof RecordFact>

export const EndFact = z.object({ toDay: Day, ending: ResidenceEnding.nullable().default(null) })
export type EndFact = z.infer<typeof EndFact>

export const Fact = FactParts.extend({
  source: z.string(),
  /** Null also when the household stands in another place, which the asker may not see; the code stays. */
  householdId: Id.nullable().default(null),
  communeName: z.string().nullable(),
  villageName: z.string().nullable(),
  facilityName: z.string().nullable(),
  /** When and by whom it was taken back or corrected; such rows are history. */
  undoneAt: z.string().nullable(),
  /** Not written down: what stood in the register before anybody gave it dates. */
  implied: z.boolean().default(false),
})
export type Fact = z.infer<typeof Fact>

export const Facts = z.array(Fact)
