import { z } from 'zod'
import { Day } from '#base/day.ts'
import { Id } from '#base/id.ts'
import { BornPrecision, Carer, CarerRelation, Poverty, Sex } from './contract.ts'

/** What people write about a household. Its village follows its children. */
const HouseholdDetails = z.object({
  code: z.string().trim().min(1).max(30),
  headName: z.string().trim().min(1).max(100).nullable().default(null),
  address: z.string().trim().min(1).max(200).nullable().default(null),
})

/** `version` is the one the person saw. The code of its children changes with it. */
export const EditHousehold = HouseholdDetails.extend({ version: z.int().positive() })
export type EditHousehold = z.infer<typeof EditHousehold>

/** The household as the list of a year gives it; every child that belongs to it follows. */
export const SetHouseholdYear = z.object({
  id: Id,
  year: z.int().min(2000).max(2100),
  status: Poverty,
  /** The decision that approved the list. */
  source: z.string().trim().min(3).max(200),
})
export type SetHouseholdYear = z.infer<typeof SetHouseholdYear>

const HouseholdYear = SetHouseholdYear.extend({
  recordedAt: z.string(),
  /** When it was taken back or written over; such lines are history. */
  undoneAt: z.string().nullable(),
})

/** A child that belongs to the household, or did; days are null where nobody wrote them down. */
const HouseholdChild = z.object({
  id: Id,
  fullName: z.string(),
  bornOn: Day,
  bornPrecision: BornPrecision,
  sex: Sex,
  poverty: Poverty.nullable(),
  isPresent: z.boolean(),
  fromDay: Day.nullable(),
  toDay: Day.nullable(),
  leftOn: Day.nullable(),
})
export type HouseholdChild = z.infer<typeof HouseholdChild>

/** One person, although each child names them anew; `children`: the names of those they care for. */
const HouseholdCarer = Carer.omit({ id: true }).extend({
  relation: CarerRelation,
  children: z.array(z.string()),
})

export const Household = HouseholdDetails.extend({
  id: Id,
  communeId: Id,
  communeName: z.string(),
  villageName: z.string().nullable(),
  version: z.int(),
  children: z.array(HouseholdChild),
  carers: z.array(HouseholdCarer),
  years: z.array(HouseholdYear),
})
export type Household = z.infer<typeof Household>

/** `left`: children whose facts contradict, each with why; the household and the others are written. */
export const HouseholdYearSet = z.object({
  household: Household,
  written: z.int(),
  left: z.array(z.object({ childId: Id, fullName: z.string(), why: z.string() })),
})
export type HouseholdYearSet = z.infer<typeof HouseholdYearSet>
