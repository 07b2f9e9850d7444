import { z } from 'zod'
import { Day } from '#base/day.ts'
import { Id } from '#base/id.ts'
import { FactKind, factValues } from './contract-facts.ts'

/** Children of one step; a page of a list has as many at most. */
export const mostTogether = 200

/** Each child with the id of the fact that it gets: sent again, nothing is written twice. */
const Children = z
  .array(z.object({ childId: Id, factId: Id }))
  .min(1)
  .max(mostTogether)

/** Facts that may be the same for many. Numbers, and where somebody lives, are each child's own. */
export const TogetherKind = FactKind.extract(['poverty', 'schooling', 'flag', 'insurance'])
export type TogetherKind = z.infer<typeof TogetherKind>

/** `id`: of the step, made by the device; the step is taken back by it. The same for every chosen child: a dated fact, or the village where it lives (a correction of the register). */
export const WriteTogether = z.discriminatedUnion('what', [
  z.object({ what: z.literal('village'), id: Id, children: Children, villageId: Id }),
  z
    .object({
      what: z.literal('fact'),
      id: Id,
      children: Children,
      kind: TogetherKind,
      value: z.string(),
      fromDay: Day,
      toDay: Day.nullable().default(null),
      source: z.string().trim().min(3).max(200),
    })
    .refine(({ kind, value }) => factValues[kind].some((one) => one === value), {
      path: ['value'],
      error: 'children.fact-value-wrong',
    }),
])
export type WriteTogether = z.infer<typeof WriteTogether>

/** `left`: the children that it could not be written or taken back for, each with why and what to do. */
export const WrittenTogether = z.object({
  stepId: Id,
  written: z.int(),
  left: z.array(z.object({ childId: Id, fullName: z.string(), why: z.string() })),
})
export type WrittenTogether = z.infer<typeof WrittenTogether>

/** A step for many: what it wrote, for how many children, and for how many it was taken back since. */
export const Step = z.object({
  id: Id,
  recordedAt: z.string(),
  personName: z.string().nullable(),
  count: z.int(),
  undone: z.int(),
  /** Null for a village, or when the fact has gone to another record of the child. */
  kind: FactKind.nullable(),
  value: z.string().nullable(),
  fromDay: Day.nullable(),
  source: z.string().nullable(),
  villageName: z.string().nullable(),
  /** The step set the year of this household. */
  householdCode: z.string().nullable(),
})
export type Step = z.infer<typeof Step>
