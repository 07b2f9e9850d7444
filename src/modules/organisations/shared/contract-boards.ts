import { z } from 'zod'
import { Day } from '#base/day.ts'
import { Id } from '#base/id.ts'
import { tidy } from '#base/text.ts'

const line = (longest: number) => z.string().transform(tidy).pipe(z.string().min(1).max(longest))

/** R13: Ban Chỉ đạo, Ban điều hành, project board, commune protection board or standing group. */
export const BoardKind = z.enum(['steering', 'managing', 'project', 'protection', 'other'])
export type BoardKind = z.infer<typeof BoardKind>

export const MemberRole = z.enum(['chair', 'standing-vice-chair', 'vice-chair', 'secretary', 'member'])
export type MemberRole = z.infer<typeof MemberRole>

export const FollowupState = z.enum(['open', 'done', 'dropped'])
export type FollowupState = z.infer<typeof FollowupState>

export const AddBoard = z.object({
  id: Id,
  areaId: Id,
  kind: BoardKind,
  name: line(200),
  /** Number and symbol of the decision: "12/QĐ-UBND". */
  decision: line(100),
  decidedOn: Day,
  validFrom: Day,
})
export type AddBoard = z.infer<typeof AddBoard>

export const AddMember = z.object({
  id: Id,
  fullName: line(120),
  post: line(200),
  role: MemberRole,
  validFrom: Day,
})
export type AddMember = z.infer<typeof AddMember>

export const Member = AddMember.extend({ validTo: Day.nullable() })
export type Member = z.infer<typeof Member>

const FollowupTask = z.object({ id: Id, task: line(300), responsible: line(200), dueOn: Day })

export const AddMeeting = z.object({
  id: Id,
  heldOn: Day,
  subject: line(300),
  attended: z.int().min(0).max(1000).nullable(),
  minutes: z.string().trim().min(1).max(20_000),
  followups: z.array(FollowupTask).max(50),
})
export type AddMeeting = z.infer<typeof AddMeeting>

export const CloseFollowup = z.object({ state: FollowupState, outcome: line(500).nullable() })
export type CloseFollowup = z.infer<typeof CloseFollowup>

export const Followup = FollowupTask.extend({
  boardId: Id,
  meetingId: Id,
  state: FollowupState,
  closedOn: Day.nullable(),
  outcome: z.string().nullable(),
  /** Days past the due day; 0 when closed or in time. */
  overdueDays: z.int(),
})
export type Followup = z.infer<typeof Followup>

export const Meeting = AddMeeting.omit({ followups: true }).extend({ followups: z.array(Followup) })
export type Meeting = z.infer<typeof Meeting>

export const BoardSummary = AddBoard.extend({
  areaName: z.string(),
  validTo: Day.nullable(),
  members: z.int(),
  lastMetOn: Day.nullable(),
  followupsOpen: z.int(),
  followupsOverdue: z.int(),
})
export type BoardSummary = z.infer<typeof BoardSummary>

export const Board = BoardSummary.omit({ members: true }).extend({
  members: z.array(Member),
  meetings: z.array(Meeting),
})
export type Board = z.infer<typeof Board>
