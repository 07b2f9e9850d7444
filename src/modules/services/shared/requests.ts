import { z } from 'zod'
import { Day } from '#base/day.ts'
import { Id } from '#base/id.ts'
import { Period } from '#base/period.ts'
import { AskedClass } from '#modules/children/shared/contract-classes.ts'
import { Answer, BothLanguages, ChildService, Domain } from './contract.ts'

const Dose = z.int().min(1).max(9)
const Note = z.string().trim().max(500)

/** One service of one child. The id is made on the device: sent twice, it is stored once. */
export const RecordService = z.object({
  id: Id,
  childId: Id,
  itemCode: z.string().max(20),
  dose: Dose.nullable().default(null),
  doneOn: Day,
  answer: Answer.default('done'),
  note: Note.nullable().default(null),
  /** "Given outside the timetable": the person has seen that the dose came too early. */
  irregular: z.boolean().default(false),
})
export type RecordService = z.infer<typeof RecordService>

/** A record as it is shown. */
export const StoredRecord = z.object({
  id: Id,
  childId: Id,
  itemCode: z.string(),
  dose: Dose.nullable(),
  doneOn: Day,
  answer: Answer,
  note: z.string().nullable(),
  irregular: z.boolean(),
  recordedByName: z.string().nullable(),
  recordedAt: z.string(),
  undoneAt: z.string().nullable(),
})
export type StoredRecord = z.infer<typeof StoredRecord>

/** Whether the child is reached in a period, and if not, what is missing. */
export const ReachOfChild = z.object({
  period: Period,
  /** Null when the child is not counted in the period. */
  reached: z.boolean().nullable(),
  missing: z.array(
    z.object({ domain: Domain, itemCode: z.string(), name: BothLanguages, dose: Dose.nullable(), to: Day }),
  ),
})
export type ReachOfChild = z.infer<typeof ReachOfChild>

/** The days on which the doses that are late can be given. */
export const CatchUp = z.object({
  itemCode: z.string(),
  doses: z.array(z.object({ dose: Dose, name: BothLanguages, on: Day })),
})
export type CatchUp = z.infer<typeof CatchUp>

export const ServicesOfChild = z.object({
  today: Day,
  packageVersion: z.string(),
  services: z.array(ChildService),
  /** The half-year and the year that run. */
  reach: z.array(ReachOfChild),
  catchUp: z.array(CatchUp),
  /** Newest first, undone ones too. */
  records: z.array(StoredRecord),
})
export type ServicesOfChild = z.infer<typeof ServicesOfChild>

/** Who came today: one service, one day, many children. */
export const RecordSession = z.object({
  id: Id,
  itemCode: z.string().max(20),
  doneOn: Day,
  entries: z
    .array(
      z.object({
        recordId: Id,
        childId: Id,
        dose: Dose.nullable().default(null),
        answer: Answer.default('done'),
        note: Note.nullable().default(null),
        irregular: z.boolean().default(false),
      }),
    )
    .min(1)
    .max(500),
})
export type RecordSession = z.infer<typeof RecordSession>

export const SessionReply = z.object({
  sessionId: Id,
  recorded: z.array(z.object({ recordId: Id, childId: Id, dose: Dose.nullable() })),
  /** Not written; the reason is a code of the module's problems, with the text beside it. */
  refused: z.array(z.object({ childId: Id, code: z.string(), text: z.string() })),
})
export type SessionReply = z.infer<typeof SessionReply>

export const UndoneReply = z.object({ undone: z.int() })
export type UndoneReply = z.infer<typeof UndoneReply>

const Limit = z.coerce.number().int().min(1).max(200).default(50)

/** Who gives services, as the package names them. */
export const providers = [
  'health-station',
  'health-facility',
  'village-collaborator',
  'village-health-worker',
  'preschool',
  'primary-school',
  'womens-union',
  'commune-committee',
  'protection-worker',
] as const
export const Provider = z.enum(providers)

/** The work list. `withinDays`: what falls due within so many days; what is late is always in it. */
export const FindDue = z.object({
  communeId: Id.optional(),
  villageId: Id.optional(),
  itemCode: z.string().max(20).optional(),
  /** Who gives the service: the station's list, the school's list. */
  provider: Provider.optional(),
  /** Of what children learn at, and of one school or class that they attend now. */
  ...AskedClass.shape,
  education: z.enum(['none', 'nursery', 'kindergarten', 'primary']).optional(),
  state: z.enum(['overdue', 'due', 'all']).default('all'),
  withinDays: z.coerce.number().int().min(0).max(400).default(30),
  after: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}_[0-9a-f-]{36}$/)
    .optional(),
  limit: Limit,
})
export type FindDue = z.infer<typeof FindDue>

export const DueService = ChildService.pick({
  itemCode: true,
  domain: true,
  dose: true,
  name: true,
  mandatory: true,
  state: true,
  opensOn: true,
  deadline: true,
  daysLate: true,
  why: true,
})
export type DueService = z.infer<typeof DueService>

const ChildLine = z.object({
  childId: Id,
  fullName: z.string(),
  bornOn: Day,
  sex: z.enum(['male', 'female']),
  villageName: z.string().nullable(),
  carerName: z.string().nullable(),
})

export const DueChild = ChildLine.extend({ carerPhone: z.string().nullable(), services: z.array(DueService) })
export type DueChild = z.infer<typeof DueChild>

export const DueFound = z.object({
  today: Day,
  children: z.array(DueChild),
  /** Give it as `after` to read on; null at the end. */
  next: z.string().nullable(),
  /** On the first page: children in the list, and those with something late. */
  counts: z.object({ children: z.int(), overdue: z.int() }).nullable(),
})
export type DueFound = z.infer<typeof DueFound>

/** The same list by service: how many children need each. */
export const CountDueServices = FindDue.omit({ after: true, limit: true })
export type CountDueServices = z.infer<typeof CountDueServices>

export const DueServiceCount = z.object({
  itemCode: z.string(),
  domain: Domain,
  name: BothLanguages,
  children: z.int(),
  overdue: z.int(),
  /** The earliest deadline among them. */
  soonest: Day,
})
export type DueServiceCount = z.infer<typeof DueServiceCount>

export const DueServicesFound = z.object({ today: Day, services: z.array(DueServiceCount) })
export type DueServicesFound = z.infer<typeof DueServicesFound>

/** The list as a paper to fill in, or to call families by phone; in both every child stands with its services. */
export const FindDuePaper = FindDue.omit({ after: true, limit: true }).extend({
  paper: z.enum(['list', 'calls']).default('list'),
  by: z.enum(['child', 'service']).default('child'),
})
export type FindDuePaper = z.infer<typeof FindDuePaper>

/** At most 200 ids: an address of some 8,000 signs, which servers and browsers take. */
export const ChildIds = z
  .string()
  .transform((text) => text.split(',').filter((id) => id !== ''))
  .pipe(z.array(Id).min(1).max(200))

/** The children of a place for whom a service may be given on a day. */
export const FindCandidates = z.object({
  communeId: Id.optional(),
  villageId: Id.optional(),
  itemCode: z.string().max(20),
  day: Day,
  ...AskedClass.shape,
  /** Only these children, as another page has chosen them: ids with commas between. */
  ids: ChildIds.optional(),
})
export type FindCandidates = z.infer<typeof FindCandidates>

export const Candidate = ChildLine.extend({
  state: ChildService.shape.state,
  /** The dose that is next, for a service given in doses. */
  dose: Dose.nullable(),
  deadline: Day.nullable(),
  answeredOn: Day.nullable(),
})
export type Candidate = z.infer<typeof Candidate>

/** `left`: of the children that were asked for by id, those who are not of the age or not of the place. */
export const CandidatesFound = z.object({
  candidates: z.array(Candidate),
  more: z.boolean(),
  left: z.int(),
})
export type CandidatesFound = z.infer<typeof CandidatesFound>

/** The package as forms need it. */
export const PackageOverview = z.object({
  version: z.string(),
  items: z.array(
    z.object({
      code: z.string(),
      domain: Domain,
      name: BothLanguages,
      mandatory: z.boolean(),
      fromDays: z.int(),
      toDays: z.int(),
      recurring: z.boolean(),
      doses: z.array(z.object({ dose: Dose, name: BothLanguages })),
      source: z.string(),
      status: z.enum(['sourced', 'practice', 'proposed']),
    }),
  ),
})
export type PackageOverview = z.infer<typeof PackageOverview>
