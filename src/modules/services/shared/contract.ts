import { z } from 'zod'
import { Day } from '#base/day.ts'
import { Id } from '#base/id.ts'
import { FeatureKind } from '#modules/facilities/shared/contract.ts'

/** The six domains of Decision 1437/QĐ-TTg, in the order of the bits of a domain mask. */
export const domains = ['health', 'nutrition', 'education', 'care', 'protection', 'welfare'] as const
export const Domain = z.enum(domains)
export type Domain = z.infer<typeof Domain>

export const Poverty = z.enum(['none', 'near-poor', 'poor'])
export const Education = z.enum(['none', 'nursery', 'kindergarten', 'primary'])

export const BothLanguages = z.object({ vi: z.string(), en: z.string() })

/** What an area is by decision of the authorities; projects of donors decide nothing of a child's rights. */
export const AreaFeature = FeatureKind.exclude(['pilot', 'scale-up'])
export type AreaFeature = z.infer<typeof AreaFeature>

/** One thing that must be known of a child; `unknown` = no fact of the register decides it. */
export const Fact = z.discriminatedUnion('fact', [
  z.object({ fact: z.literal('poverty'), is: z.array(Poverty) }),
  z.object({ fact: z.literal('education'), is: z.array(Education) }),
  z.object({ fact: z.literal('area'), is: z.array(AreaFeature) }),
  z.object({ fact: z.enum(['minority', 'disabled', 'special-circumstance']) }),
  z.object({ fact: z.literal('unknown'), text: z.string() }),
])
export type Fact = z.infer<typeof Fact>

/** All conditions must hold; each holds when any of its facts does. */
export const Condition = z.object({ anyOf: z.array(Fact) })
export type Condition = z.infer<typeof Condition>

const days = z.int().min(0)
const MonthDay = z.string().regex(/^\d{2}-\d{2}$/)
const YearlyWindow = z.object({ from: MonthDay, to: MonthDay })

export const PackageDose = z.object({
  dose: z.int().min(1),
  name: BothLanguages,
  fromDays: days,
  toDays: days,
  minGapDays: days,
})
export type PackageDose = z.infer<typeof PackageDose>

/**
 * How often. `every`: windows of so many months of age, one after the other, from the item's first day;
 * `campaign`: calendar windows, for children whose age fits on the first day, with days of grace after;
 * `school-year`: calendar windows of a school year, for children who turn `fromAge`-`toAge` in its first
 * calendar year; `on-need`: never due by itself.
 */
export const Rhythm = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('once') }),
  z.object({ kind: z.literal('doses'), doses: z.array(PackageDose).min(1) }),
  z.object({
    kind: z.literal('every'),
    months: z.int().min(1),
    then: z.object({ fromMonths: z.int(), months: z.int().min(1) }).optional(),
  }),
  z.object({
    kind: z.literal('campaign'),
    windows: z.array(YearlyWindow).min(1),
    graceDays: days,
    /** What was given so many days before a round answers it: it is not given twice within that time. */
    restDays: days.optional(),
  }),
  z.object({
    kind: z.literal('school-year'),
    fromAge: z.int(),
    toAge: z.int(),
    windows: z.array(YearlyWindow).min(1),
  }),
  z.object({ kind: z.literal('on-need') }),
])
export type Rhythm = z.infer<typeof Rhythm>

export const PackageItem = z.object({
  /** Stays with the code in every version of the package. */
  number: z.int().min(1).max(32_767),
  code: z.string(),
  domain: Domain,
  name: BothLanguages,
  audience: z.enum(['child', 'caregiver', 'pregnant-woman']),
  fromDays: days,
  toDays: days,
  rhythm: Rhythm,
  conditions: z.array(Condition),
  /** Universal by law or national programme for those eligible. */
  mandatory: z.boolean(),
  /** Age until which a missed service is still worth giving; null = it cannot be made up for. */
  catchUpToDays: days.nullable(),
  eligibility: z.string(),
  recurrence: z.string(),
  providers: z.array(z.string()),
  source: z.string(),
  status: z.enum(['sourced', 'practice', 'proposed']),
  /** Which of the fields above are our judgement. */
  proposed: z.array(z.enum(['window', 'catch-up', 'rhythm', 'grace', 'gap'])),
})
export type PackageItem = z.infer<typeof PackageItem>

export const ServicePackage = z.object({
  version: z.string(),
  title: BothLanguages,
  compiledOn: Day,
  source: z.string(),
  notes: z.string(),
  /** "Đến 8 tuổi": counted while the completed years of age are at most this. */
  upToAgeYears: z.int(),
  items: z.array(PackageItem),
})
export type ServicePackage = z.infer<typeof ServicePackage>

/** What the rules know of a child. `null` = not known. */
export const ChildFacts = z.object({
  id: Id,
  bornOn: Day,
  sex: z.enum(['male', 'female']),
  minority: z.boolean().nullable(),
  poverty: Poverty.nullable(),
  disabled: z.boolean(),
  specialCircumstance: z.boolean(),
  education: Education.nullable(),
  /** Of the child's place and the places above it, today; null when nobody has said what the place is. */
  areaFeatures: z.array(AreaFeature).nullable(),
  leftOn: Day.nullable(),
})
export type ChildFacts = z.infer<typeof ChildFacts>

export const answers = ['done', 'refused', 'contraindicated'] as const
export const Answer = z.enum(answers)
export type Answer = z.infer<typeof Answer>

/** A record as the rules read it. Records that were undone are not given to the rules. */
export const ServiceRecord = z.object({
  id: Id,
  itemCode: z.string(),
  dose: z.int().min(1).max(9).nullable(),
  doneOn: Day,
  answer: Answer,
})
export type ServiceRecord = z.infer<typeof ServiceRecord>

export const states = ['done', 'due', 'overdue', 'coming', 'declined', 'not-applicable'] as const
export const ServiceState = z.enum(states)
export type ServiceState = z.infer<typeof ServiceState>

export const NotApplicableReason = z.enum([
  'condition',
  'unknown-condition',
  'on-need',
  'window-passed',
  'left',
])
export type NotApplicableReason = z.infer<typeof NotApplicableReason>

/** Why a service is due: the child's age, a dose before it, catching up, a round, a school year, a rhythm, a need. */
export const whyKinds = ['age', 'dose', 'catch-up', 'round', 'school-year', 'rhythm', 'need'] as const
export const Why = BothLanguages.extend({ kind: z.enum(whyKinds) })
export type Why = z.infer<typeof Why>

/** One service of one child on one day. */
export const ChildService = z.object({
  itemCode: z.string(),
  domain: Domain,
  dose: z.int().nullable(),
  name: BothLanguages,
  mandatory: z.boolean(),
  state: ServiceState,
  /** The window, both days included; null when no window can be told. */
  opensOn: Day.nullable(),
  deadline: Day.nullable(),
  /** Days after the deadline, 0 when not overdue. */
  daysLate: z.int().min(0),
  /** The record that answers it. */
  answeredOn: Day.nullable(),
  recordId: Id.nullable(),
  answer: Answer.nullable(),
  reason: NotApplicableReason.nullable(),
  /** Why it is to be done, of lines that are due, overdue or coming. */
  why: Why.optional(),
})
export type ChildService = z.infer<typeof ChildService>
