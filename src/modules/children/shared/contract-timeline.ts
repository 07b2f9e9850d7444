import { z } from 'zod'
import { Day } from '#base/day.ts'

/** By what a reader narrows the timeline; the order is that of the choice on the page. */
export const TimelineTopic = z.enum(['register', 'living', 'services', 'growth', 'screening', 'privacy'])
export type TimelineTopic = z.infer<typeof TimelineTopic>

/** One thing that happened to a child, in words of the reader's language. */
export const TimelineEntry = z.object({
  /** Unique among the entries of one child. */
  key: z.string(),
  day: Day,
  topic: TimelineTopic,
  text: z.string(),
  /** What else is known: by which paper, with what result. */
  note: z.string().nullable().default(null),
  /** Present while somebody still has to act on it; until when, where a term is set. */
  open: z.object({ until: Day.nullable() }).optional(),
  /** The key of the entry that tells the same work in full; where the reader sees that one, this is left out. */
  workKey: z.string().nullable().optional(),
})
export type TimelineEntry = z.infer<typeof TimelineEntry>

/** The latest day first. */
export const Timeline = z.array(TimelineEntry)
