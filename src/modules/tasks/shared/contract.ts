import { z } from 'zod'
import { Day } from '#base/day.ts'
import { Id } from '#base/id.ts'
import { tidy } from '#base/text.ts'
import { TaskState } from '#modules/plans/shared/filing.ts'

const line = (longest: number) => z.string().transform(tidy).pipe(z.string().min(1).max(longest))
const text = (longest: number) => z.string().trim().min(1).max(longest)

/** As shown: `late` follows from the day, it is never stored. */
export const ShownState = z.enum([...TaskState.options, 'late'])
export type ShownState = z.infer<typeof ShownState>

/** A body as the plan names it, and the organisation it is tied to, or its successor, where that is known. */
export const NamedBody = z.object({
  name: z.string(),
  organisationId: Id.nullable(),
  /** The name of the organisation that does the work today, when it differs from what the plan says. */
  today: z.string().nullable(),
})
export type NamedBody = z.infer<typeof NamedBody>

/** Where the day comes from: set here, by the place of the plan, printed in the plan, or the end of its period. */
export const DueFrom = z.enum(['own', 'above', 'printed', 'plan'])
export type DueFrom = z.infer<typeof DueFrom>

/** How far a coordinating body is with its part, by what it said last. */
export const BodyPart = z.object({ body: z.string(), isDone: z.boolean() })
export type BodyPart = z.infer<typeof BodyPart>

/** A task of a plan, or an activity below it, as one place carries it out. */
export const WorkLine = z.object({
  areaId: Id,
  itemId: Id,
  planId: Id,
  planNo: z.int(),
  planTitle: z.string(),
  /** As the document states it: '1479/KH-UBND'. */
  planNumber: z.string().nullable(),
  planAreaName: z.string(),
  /** Of a plan of a place above. */
  isAbove: z.boolean(),
  /** Of the own plan, named by the plan above, or already taken up here. */
  isOurs: z.boolean(),
  planTaskId: Id,
  isActivity: z.boolean(),
  label: z.string().nullable(),
  title: z.string(),
  lead: z.array(NamedBody),
  coordinating: z.array(NamedBody),
  parts: z.array(BodyPart),
  product: z.string().nullable(),
  startsOn: Day.nullable(),
  dueOn: Day.nullable(),
  dueFrom: DueFrom.nullable(),
  /** The words of the plan that give the printed day; null without, or where the person who filed typed the day. */
  dueSaid: z.string().nullable(),
  state: ShownState,
  doneOn: Day.nullable(),
  /** Days past the due day; 0 when in time, done or stopped. */
  daysLate: z.int(),
  delayReason: z.string().nullable(),
  risk: z.string().nullable(),
  nextStep: z.string().nullable(),
  leadId: Id.nullable(),
  coordinatingIds: z.array(Id),
  deskId: Id.nullable(),
  deskName: z.string().nullable(),
  staffId: Id.nullable(),
  staffName: z.string().nullable(),
  /** Given to the asker, or to a body the asker works for. */
  isMine: z.boolean(),
  /** 0 until somebody here changes it. */
  version: z.int(),
})
export type WorkLine = z.infer<typeof WorkLine>

export const Choice = z.object({ id: Id, name: z.string() })
export type Choice = z.infer<typeof Choice>

export const Work = z.object({ today: Day, areaId: Id, areaName: z.string(), lines: z.array(WorkLine) })
export type Work = z.infer<typeof Work>

/** How far the places that must carry out a task are with it. */
export const UnitState = z.object({
  areaId: Id,
  areaName: z.string(),
  state: ShownState,
  daysLate: z.int(),
  dueOn: Day.nullable(),
  delayReason: z.string().nullable(),
})
export type UnitState = z.infer<typeof UnitState>

/** The tasks of one plan here, and for each how many of the places below that must do it have done it. */
export const PlanWork = z.object({
  today: Day,
  areaId: Id,
  lines: z.array(WorkLine),
  units: z.array(z.object({ itemId: Id, total: z.int(), done: z.int(), late: z.int() })),
  closedOn: Day.nullable(),
})
export type PlanWork = z.infer<typeof PlanWork>

export const HistoryEntry = z.object({
  id: Id,
  version: z.int(),
  at: z.string(),
  by: z.string(),
  /** Names of the fields that changed, with what stood before and after. */
  before: z.record(z.string(), z.unknown()),
  after: z.record(z.string(), z.unknown()),
})
export type HistoryEntry = z.infer<typeof HistoryEntry>

export const Comment = z.object({ id: Id, text: z.string(), by: z.string(), at: z.string() })
export type Comment = z.infer<typeof Comment>

/** What a coordinating body did of its part. */
export const Contribution = z.object({
  id: Id,
  body: z.string(),
  text: z.string(),
  isDone: z.boolean(),
  by: z.string(),
  at: z.string(),
  /** Written by the asker, who may take it back. */
  isMine: z.boolean(),
})
export type Contribution = z.infer<typeof Contribution>

export const Evidence = z.object({
  id: Id,
  name: z.string(),
  size: z.int(),
  note: z.string().nullable(),
  by: z.string(),
  at: z.string(),
})
export type Evidence = z.infer<typeof Evidence>

/** One task with everything that belongs to it. */
export const TaskView = z.object({
  today: Day,
  line: WorkLine,
  areaName: z.string(),
  purpose: z.string().nullable(),
  solutions: z.array(z.string()),
  activities: z.array(WorkLine),
  units: z.array(UnitState),
  history: z.array(HistoryEntry),
  /** Of the bodies and people that the history speaks of by their ids. */
  names: z.record(z.string(), z.string()),
  comments: z.array(Comment),
  evidence: z.array(Evidence),
  contributions: z.array(Contribution),
  /** Bodies and people of the place, to choose from. */
  bodies: z.array(Choice),
  people: z.array(Choice),
  /** Within the asker's own range, and the plan is not closed. */
  isOpen: z.boolean(),
})
export type TaskView = z.infer<typeof TaskView>

/** What a person may set. */
export const TaskDetails = z.object({
  state: TaskState,
  doneOn: Day.nullable(),
  startsOn: Day.nullable(),
  dueOn: Day.nullable(),
  product: line(500).nullable(),
  delayReason: text(1000).nullable(),
  risk: text(1000).nullable(),
  nextStep: text(1000).nullable(),
  leadId: Id.nullable(),
  coordinatingIds: z.array(Id).max(30),
  deskId: Id.nullable(),
  staffId: Id.nullable(),
})
export type TaskDetails = z.infer<typeof TaskDetails>

/** A task as nobody has touched it. */
export const nothingSet: TaskDetails = {
  ...{ state: 'not-started', doneOn: null, startsOn: null, dueOn: null, product: null, delayReason: null },
  ...{ risk: null, nextStep: null, leadId: null, coordinatingIds: [], deskId: null, staffId: null },
}

/** `id` is the command's: sent twice it is made once. `version` is the one the person saw. */
export const ChangeWork = TaskDetails.extend({ id: Id, version: z.int().min(0) })
export type ChangeWork = z.infer<typeof ChangeWork>

export const AddActivity = z.object({
  id: Id,
  title: line(500),
  startsOn: Day.nullable(),
  dueOn: Day.nullable(),
  product: line(500).nullable(),
  leadId: Id.nullable(),
  staffId: Id.nullable(),
})
export type AddActivity = z.infer<typeof AddActivity>

export const AddComment = z.object({ id: Id, comment: text(4000) })
export type AddComment = z.infer<typeof AddComment>

/** `body` as the task names it among the coordinating ones. */
export const AddContribution = z.object({ id: Id, body: line(300), text: text(4000), isDone: z.boolean() })
export type AddContribution = z.infer<typeof AddContribution>

export const EvidenceFields = z.object({ id: Id, note: line(300).optional() })
export type EvidenceFields = z.infer<typeof EvidenceFields>

/** Ten megabytes: a scanned decision with its annexes. */
export const mostEvidenceBytes = 10 * 1024 * 1024
