import { z } from 'zod'
import { Day } from '#base/day.ts'
import { parseDueRule } from './due-rule.ts'
import { Cycle } from './periods.ts'

/** Who sends. Facilities and bodies send to a unit that is followed here; their own duties are shown as regime only. */
export const SenderLevel = z.enum(['nation', 'province', 'commune', 'body'])
export type SenderLevel = z.infer<typeof SenderLevel>

export const DutyGroup = z.enum(['ecd', 'child-work', 'protection', 'health', 'plan'])
export type DutyGroup = z.infer<typeof DutyGroup>

export const Sender = z.object({
  level: SenderLevel,
  /** The body of the unit that writes it: "Phòng Văn hóa - Xã hội". */
  role: z.string(),
  to: z.array(z.string()).min(1),
  rule: z.string().refine((text) => parseDueRule(text) !== undefined, { error: 'duties.no-rule' }),
  /** `fixed` and `before` fall in the year after the period. */
  nextYear: z.boolean().default(false),
})
export type Sender = z.infer<typeof Sender>

/** How far the source was seen: `partial` where dates or paths are open, `inferred` where we read it into the text. */
export const Mark = z.enum(['sourced', 'partial', 'inferred'])

export const RegimeDuty = z.object({
  code: z.string().regex(/^[a-z0-9-]+$/),
  name: z.string(),
  group: DutyGroup,
  cycle: Cycle,
  /** Periods that end within these days; null: without end. */
  inForceFrom: Day,
  inForceTo: Day.nullable(),
  /** At most one for each level. */
  senders: z.array(Sender).min(1),
  /** Goes its own way at once (duties_urgent), so no duty by period is made of it. */
  urgent: z.boolean().default(false),
  source: z.string(),
  mark: Mark,
  note: z.string().nullable().default(null),
})
export type RegimeDuty = z.infer<typeof RegimeDuty>

/** A file of db/reference/reporting-regime. */
export const Regime = z.object({
  version: z.string().regex(/^\d{4}-\d{2}$/),
  compiledOn: Day,
  source: z.string(),
  settings: z.object({
    isDayItselfGood: z.boolean(),
    movesFromDayOff: z.boolean(),
    /** So many days before its due day a duty is "due soon". */
    soonDays: z.int().positive(),
  }),
  duties: z.array(RegimeDuty),
})
export type Regime = z.infer<typeof Regime>
