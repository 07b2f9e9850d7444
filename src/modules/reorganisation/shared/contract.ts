import { z } from 'zod'
import { Day } from '#base/day.ts'
import { Id } from '#base/id.ts'

const Name = z.string().trim().min(1).max(120)

/** A unit that the decision makes. Its id is made with the draft, so that changes can point at it. */
export const NewUnit = z.object({
  id: Id,
  kind: z.enum(['province', 'commune', 'village']),
  /** Official code; a village has none. */
  code: z.string().trim().max(20).nullable(),
  name: Name,
  parentId: Id,
})
export type NewUnit = z.infer<typeof NewUnit>

/** What of a unit goes to one of its successors: whole villages, and children one by one. */
export const Part = z.object({
  toId: Id,
  villageIds: z.array(Id).max(2000),
  childIds: z.array(Id).max(20_000),
})
export type Part = z.infer<typeof Part>

/** Every id is one of an existing unit or of a unit in `newUnits`. */
export const Change = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('merge'), fromIds: z.array(Id).min(1).max(200), toId: Id }),
  z.object({ kind: z.literal('split'), fromId: Id, parts: z.array(Part).min(1).max(20) }),
  z.object({ kind: z.literal('transfer'), fromId: Id, ...Part.shape }),
  z.object({ kind: z.literal('rename'), areaId: Id, name: Name }),
  /** Of a commune into a ward and the like: the name carries the kind. */
  z.object({ kind: z.literal('change-kind'), areaId: Id, name: Name }),
  /** The districts within a place end; their communes come under the province. */
  z.object({ kind: z.literal('abolish-level'), withinId: Id }),
  z.object({ kind: z.literal('new-village'), id: Id, parentId: Id, name: Name }),
])
export type Change = z.infer<typeof Change>

export const CaseContent = z.object({
  newUnits: z.array(NewUnit).max(5000),
  changes: z.array(Change).min(1).max(20_000),
})
export type CaseContent = z.infer<typeof CaseContent>

export const Decision = z.object({
  number: z.string().trim().min(1).max(100),
  decidedOn: Day,
  issuer: z.string().trim().min(1).max(200),
  effectiveOn: Day,
})
export type Decision = z.infer<typeof Decision>

export const PrepareCase = z.object({ id: Id, decision: Decision, content: CaseContent })
export type PrepareCase = z.infer<typeof PrepareCase>

export const EditCase = z.object({ decision: Decision, content: CaseContent, version: z.int().positive() })
export type EditCase = z.infer<typeof EditCase>

export const CaseState = z.enum(['draft', 'previewed', 'applied', 'undone'])
export type CaseState = z.infer<typeof CaseState>

/** What a unit holds that the case touches. */
export const Touched = z.object({
  children: z.int(),
  /** Children without a place in the new order: only a part of their unit moved. */
  unplaced: z.int(),
  records: z.int(),
  grants: z.int(),
  plans: z.int(),
  unfinishedReports: z.int(),
  imports: z.int(),
  // Previews made before these were counted say nothing of them.
  facilities: z.int().default(0),
  referrals: z.int().default(0),
})
export type Touched = z.infer<typeof Touched>

/** The id of a unit; a holding place that is not made yet has a key instead. */
const UnitName = z.object({ id: z.string(), name: z.string(), kind: z.string(), code: z.string() })

export const OldUnit = UnitName.extend({ ends: z.boolean(), touched: Touched })
export type OldUnit = z.infer<typeof OldUnit>

export const NewSide = UnitName.extend({ isNew: z.boolean(), children: z.int() })
export type NewSide = z.infer<typeof NewSide>

export const Extent = z.enum(['whole', 'part', 'other'])
export type Extent = z.infer<typeof Extent>

export const Link = z.object({ fromId: z.string(), toId: z.string(), extent: Extent })
export type Link = z.infer<typeof Link>

export const Preview = z.object({
  old: z.array(OldUnit),
  new: z.array(NewSide),
  links: z.array(Link),
  total: Touched,
})
export type Preview = z.infer<typeof Preview>

/** What can be opened behind a count. Children, records and referrals are of children: for who may see them. */
export const TouchedKind = z.enum([
  ...(['children', 'records', 'referrals', 'grants', 'facilities', 'plans'] as const),
  ...(['unfinishedReports', 'imports'] as const),
])
export type TouchedKind = z.infer<typeof TouchedKind>

export const childKinds: readonly TouchedKind[] = ['children', 'records', 'referrals']

/** One line behind a count, with the page where it can be looked at. */
export const TouchedLine = z.object({
  id: z.string(),
  title: z.string(),
  detail: z.string().nullable(),
  url: z.string().nullable(),
})
export type TouchedLine = z.infer<typeof TouchedLine>

export const TouchedLines = z.object({ lines: z.array(TouchedLine), next: z.int().nullable() })
export type TouchedLines = z.infer<typeof TouchedLines>

export const Outcome = z.object({
  childrenMoved: z.int(),
  unplaced: z.int(),
  unitsMade: z.int(),
  unitsEnded: z.int(),
  grantsFollowed: z.int(),
  rowsFollowed: z.int(),
})
export type Outcome = z.infer<typeof Outcome>

export const CaseSummary = z.object({
  id: Id,
  no: z.int(),
  state: CaseState,
  decision: Decision,
  changes: z.int(),
  areaName: z.string(),
})
export type CaseSummary = z.infer<typeof CaseSummary>

/** A step of a large case, taken by a job while the page shows how far it is. */
export const Run = z.object({
  id: Id,
  step: z.enum(['apply', 'undo']),
  state: z.enum(['waiting', 'running', 'done', 'failed']),
  /** Children, and how many of them are where they will be. */
  total: z.int(),
  done: z.int(),
  /** Why it was refused; nothing has changed then. */
  refusal: z.object({ code: z.string(), vi: z.string(), en: z.string() }).nullable(),
})
export type Run = z.infer<typeof Run>

export const isUnderWay = (run: Run | null): boolean => run?.state === 'waiting' || run?.state === 'running'

export const ReorganisationCase = z.object({
  id: Id,
  no: z.int(),
  state: CaseState,
  version: z.int(),
  decision: Decision,
  content: CaseContent,
  preview: Preview.nullable(),
  previewedAt: z.string().nullable(),
  outcome: Outcome.nullable(),
  appliedAt: z.string().nullable(),
  undoneAt: z.string().nullable(),
  /** The newest run; null when every step was taken at once. */
  run: Run.nullable(),
  /** Names of the existing units that the content points at. */
  names: z.record(z.string(), z.string()),
})
export type ReorganisationCase = z.infer<typeof ReorganisationCase>

/** Children that wait for their place, by their old unit and village. Counts, no identities. */
export const UnplacedGroup = z.object({
  communeId: Id,
  communeName: z.string(),
  villageId: Id.nullable(),
  villageName: z.string().nullable(),
  children: z.int(),
})
export type UnplacedGroup = z.infer<typeof UnplacedGroup>

export const WorkList = z.object({
  groups: z.array(UnplacedGroup),
  /** Where they may go. */
  targets: z.array(z.object({ id: Id, name: z.string() })),
  total: z.int(),
})
export type WorkList = z.infer<typeof WorkList>

export const UnplacedChild = z.object({
  id: Id,
  fullName: z.string(),
  bornOn: Day,
  villageName: z.string().nullable(),
  address: z.string().nullable(),
})
export type UnplacedChild = z.infer<typeof UnplacedChild>

export const UnplacedChildren = z.object({ children: z.array(UnplacedChild), next: z.string().nullable() })
export type UnplacedChildren = z.infer<typeof UnplacedChildren>

export const PlaceVillages = z.object({ villageIds: z.array(Id).min(1).max(2000), toId: Id })
export type PlaceVillages = z.infer<typeof PlaceVillages>

export const PlaceChildren = z.object({ childIds: z.array(Id).min(1).max(5000), toId: Id })
export type PlaceChildren = z.infer<typeof PlaceChildren>

/** What a holder of a grant is told: it followed its unit, it waits for a decision, or it came back. */
export const GrantNote = z.object({
  id: Id,
  kind: z.enum(['followed', 'waits', 'returned']),
  oldName: z.string(),
  newName: z.string().nullable(),
  effectiveOn: Day,
  decisionNumber: z.string(),
})
export type GrantNote = z.infer<typeof GrantNote>

export const OldFigure = z.object({ key: z.string(), due: z.int(), got: z.int() })
export type OldFigure = z.infer<typeof OldFigure>

/** Figures of units that ended, as they stood on their last day, for the unit asked about. */
export const OldFigures = z.object({
  areaName: z.string(),
  period: z.string(),
  /** The old units whose figures were added up. */
  units: z.array(z.object({ id: Id, name: z.string() })),
  figures: z.array(OldFigure),
})
export type OldFigures = z.infer<typeof OldFigures>

/** The periods for which figures were kept of a unit, or of the units it was made from. */
export const OldPeriods = z.array(z.string())

/** What the issuer's name in a plan meant on the plan's day. */
export const PlanUnits = z.object({
  /** As printed; null when the plan names no place. */
  name: z.string().nullable(),
  day: Day.nullable(),
  /** More than one: the name alone does not tell. */
  units: z.array(
    z.object({
      id: Id,
      fullName: z.string(),
      validTo: Day.nullable(),
      successors: z.array(z.object({ id: Id, fullName: z.string(), extent: Extent })),
    }),
  ),
  /** The unit of today in whose list the plan stands. */
  keptBy: z.object({ id: Id, name: z.string() }),
})
export type PlanUnits = z.infer<typeof PlanUnits>
