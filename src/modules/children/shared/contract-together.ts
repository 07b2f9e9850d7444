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

/** The same for every chosen child: a dated fact, or the village where it lives (a correction of the register). */
export const WriteTogether = z.discriminatedUnion('what', [
  z.object({ what: z.literal('village'), children: Children, villageId: Id }),
  z
    .object({
      what: z.literal('fact'),
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

/** `left`: the children that it could not be written for, each with why and what to do. */
export const WrittenTogether = z.object({
  written: z.int(),
  left: z.array(z.object({ childId: Id, fullName: z.string(), why: z.string() })),
})
export type WrittenTogether = z.infer<typeof WrittenTogether>
