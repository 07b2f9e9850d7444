import type { Day } from '#base/day.ts'
import type { ZScore } from './condition.ts'

/** What the register and the records say of one child, all that a formula may ask about. */
export type ChildFacts = {
  id: string
  bornOn: Day
  leftOn: Day | null
  leftReason: string | null
  sex: 'male' | 'female'
  ethnicCode: string | null
  poverty: string | null
  disabled: boolean
  special: boolean
  education: string | null
  /** Where the child lives now; null where no village is recorded. */
  villageId: string | null
  /** Services that were done and stand. */
  services: readonly { itemCode: string; dose: number | null; doneOn: Day }[]
  /** Measurements that stand; z-scores that are not believable are null. Age in days, weight in kilograms. */
  measurements: readonly Measurement[]
  screenings: readonly { tool: string; result: string; screenedOn: Day }[]
  circumstances: readonly { groupNo: number; fromDay: Day; toDay: Day | null }[]
}

export type Measurement = {
  measuredOn: Day
  ageDays: number
  weightKg: number | null
  z: Readonly<Record<ZScore, number | null>>
  classes: readonly string[]
}

/** The period as far as it has gone: up to the day of the figure. */
export type Span = { from: Day; asOf: Day }
