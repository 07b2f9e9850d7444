import { z } from 'zod'
import { Day } from '#base/day.ts'
import { Id } from '#base/id.ts'
import { tidy } from '#base/text.ts'

const line = (longest: number) => z.string().transform(tidy).pipe(z.string().min(1).max(longest))

/** R8: traffic black spots near homes and schools, drowning spots. */
export const DangerKind = z.enum(['traffic-black-spot', 'drowning-spot', 'other'])
export type DangerKind = z.infer<typeof DangerKind>

export const Near = z.enum(['school', 'homes', 'road', 'elsewhere'])
export type Near = z.infer<typeof Near>

/** What has been done about it: nothing, a warning sign or fence, repair planned, under way, repaired. */
export const Repair = z.enum(['none', 'warned', 'planned', 'under-way', 'done'])
export type Repair = z.infer<typeof Repair>

export const AddDanger = z.object({
  id: Id,
  areaId: Id,
  kind: DangerKind,
  name: line(200),
  near: Near,
  foundOn: Day,
  responsible: line(200).nullable(),
  /** When somebody must look again. */
  nextInspectionOn: Day,
  note: line(500).nullable(),
})
export type AddDanger = z.infer<typeof AddDanger>

export const RecordInspection = z.object({
  id: Id,
  inspectedOn: Day,
  repair: Repair,
  /** Left empty only when the danger is gone. */
  nextInspectionOn: Day.nullable(),
  note: line(500).nullable(),
})
export type RecordInspection = z.infer<typeof RecordInspection>

export const Inspection = RecordInspection.extend({ recordedByName: z.string().nullable() })
export type Inspection = z.infer<typeof Inspection>

export const Danger = AddDanger.omit({ nextInspectionOn: true }).extend({
  areaName: z.string(),
  repair: Repair,
  repairedOn: Day.nullable(),
  lastInspectedOn: Day.nullable(),
  nextInspectionOn: Day.nullable(),
  /** Days since the inspection was due; 0 when it is not late. */
  overdueDays: z.int(),
  inspections: z.array(Inspection),
})
export type Danger = z.infer<typeof Danger>

export const DangerSearch = z.object({ areaId: Id.optional(), withRepaired: z.stringbool().default(false) })
export type DangerSearch = z.infer<typeof DangerSearch>
