import { z } from 'zod'

/** What a check can find. The sentence for each is `reports.finding-<rule>` of the messages. */
export const FindingRule = z.enum([
  'part-over-whole',
  'sum-differs',
  'tables-differ',
  'total-differs',
  'jump',
  'differs-from-lower',
  'missing-units',
  'lower-changed',
  'definition-changed',
  'open-comments',
  'blank-totals',
  'empty-sections',
])
export type FindingRule = z.infer<typeof FindingRule>

/** `blocking` must be put right, `warning` needs a reason, `note` is only said. */
export const FindingLevel = z.enum(['blocking', 'warning', 'note'])

export const Finding = z.object({
  /** The same finding has the same key each time; a reason is kept under it. */
  key: z.string(),
  rule: FindingRule,
  level: FindingLevel,
  /** The cells to look at, the one to correct first. */
  cells: z.array(z.string()),
  /** The numbers that were found: a reason given for others does not count. */
  seen: z.string(),
  holes: z.record(z.string(), z.union([z.string(), z.number()])),
})
export type Finding = z.infer<typeof Finding>

export const GivenReason = z.object({
  finding: z.string(),
  seen: z.string(),
  reason: z.string(),
  byName: z.string(),
  at: z.string(),
})
export type GivenReason = z.infer<typeof GivenReason>

/** What still stands in the way: what must be put right, and warnings without a reason for these very numbers. */
export function whatStops(
  findings: readonly Finding[],
  reasons: readonly GivenReason[],
): { blocking: Finding[]; unexplained: Finding[] } {
  const explained = new Set(reasons.map(({ finding, seen }) => `${finding} ${seen}`))
  return {
    blocking: findings.filter(({ level }) => level === 'blocking'),
    unexplained: findings.filter(
      ({ level, key, seen }) => level === 'warning' && !explained.has(`${key} ${seen}`),
    ),
  }
}
