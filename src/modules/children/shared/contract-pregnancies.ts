import { z } from 'zod'
import { Day } from '#base/day.ts'
import { Id } from '#base/id.ts'
import { BornPrecision, Poverty, Sex } from './contract.ts'

export const PregnancyState = z.enum(['expecting', 'born', 'ended'])
export type PregnancyState = z.infer<typeof PregnancyState>

const line = (longest: number) => z.string().trim().min(1).max(longest).nullable()

/** A pregnant woman whom the programme cares for. `areaId`: her village, or the commune. */
export const PregnancyDetails = z.object({
  areaId: Id,
  motherName: z.string().trim().min(1).max(100),
  motherPhone: z
    .string()
    .regex(/^0\d{9,10}$/)
    .nullable(),
  motherBornYear: z.number().int().min(1950).max(2100).nullable(),
  expectedOn: Day,
  facilityId: Id.nullable(),
  householdCode: line(30),
  address: line(200),
  ethnicCode: z
    .string()
    .regex(/^(0[1-9]|[1-4]\d|5[0-5])$/)
    .nullable(),
  poverty: Poverty.nullable(),
  note: line(300),
})
export type PregnancyDetails = z.infer<typeof PregnancyDetails>

export const AddPregnancy = PregnancyDetails.extend({ id: Id })
export type AddPregnancy = z.infer<typeof AddPregnancy>

export const EditPregnancy = PregnancyDetails.extend({ version: z.int().positive() })
export type EditPregnancy = z.infer<typeof EditPregnancy>

/** It ended without a child to register; why is not asked. */
export const EndPregnancy = z.object({ version: z.int().positive(), endedOn: Day })
export type EndPregnancy = z.infer<typeof EndPregnancy>

/** The child or the children of the birth; each has its own name, sex and id. */
export const RecordBirth = z.object({
  version: z.int().positive(),
  bornOn: Day,
  bornPrecision: BornPrecision.default('day'),
  isAnotherChild: z.boolean().default(false),
  children: z
    .array(z.object({ id: Id, fullName: z.string().trim().max(100), sex: Sex }))
    .min(1)
    .max(5),
})
export type RecordBirth = z.infer<typeof RecordBirth>

export const Pregnancy = PregnancyDetails.extend({
  id: Id,
  areaName: z.string(),
  facilityName: z.string().nullable(),
  state: PregnancyState,
  endedOn: Day.nullable(),
  childIds: z.array(Id),
  version: z.int(),
})
export type Pregnancy = z.infer<typeof Pregnancy>

export const ListPregnancies = z.object({
  state: PregnancyState.default('expecting'),
  areaId: Id.optional(),
  /** A month of expected births, as '2026-07'. */
  month: z
    .string()
    .regex(/^\d{4}-\d{2}$/)
    .optional(),
})
export type ListPregnancies = z.infer<typeof ListPregnancies>
