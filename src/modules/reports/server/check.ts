import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/db/types.ts'
import type { Writing } from '#platform/http/route.ts'
import { audit } from '#modules/accounts/server/public.ts'
import { seesSmall } from '#modules/indicators/server/public.ts'
import type { Beside } from '../shared/beside.ts'
import { checkReport } from '../shared/checks.ts'
import type { ReportContent } from '../shared/content.ts'
import type { CheckReply, GiveReason } from '../shared/contract-check.ts'
import { whatStops, type Finding, type FindingRule } from '../shared/finding.ts'
import { offerSentences } from '../shared/offers.ts'
import type { Outline } from '../shared/outline.ts'
import { reportsProblem } from '../shared/problems.ts'
import { numbersBeside } from './beside.ts'
import { author, getInHand } from './commands.ts'
import { findOutdated } from './outdated.ts'
import { notedOffers, withOffers } from './noted.ts'
import { getOutline } from './outline.ts'
import type { StoredReport } from './queries.ts'
import { countOpenComments, listReasons, upsertReason } from './queries-remarks.ts'
import { getStoredReport, reportContent } from './read.ts'

/** What may be said to people who see no small numbers; the other findings, reasons and earlier numbers are full of them. */
const withoutNumbers: ReadonlySet<FindingRule> = new Set([
  'missing-units',
  'lower-changed',
  'definition-changed',
  'open-comments',
  'blank-totals',
  'empty-sections',
])

/** Everything beside a report: what the checks say, the reasons given, the earlier numbers, sentences to put in. */
export async function checkOf(db: Db, actor: Actor, id: string): Promise<CheckReply> {
  const report = await getStoredReport(db, actor, id)
  const known = await knownOf(db, report)
  const findings = await judge(db, report, known)
  if (!seesSmall(actor)) {
    const shown = findings.filter(({ rule }) => withoutNumbers.has(rule))
    return { findings: shown, reasons: [], beside: {}, offers: {} }
  }
  const { outline, content, beside } = known
  return {
    findings,
    reasons: await listReasons(db, id),
    beside,
    offers: withOffers(offerSentences(outline, content, beside), await notedOffers(db, outline, report)),
  }
}

type Known = { outline: Outline; content: ReportContent; beside: Beside }

async function knownOf(db: Db, report: StoredReport): Promise<Known> {
  const content = await reportContent(db, report)
  const beside = await numbersBeside(db, report, content)
  return { outline: await getOutline(report.outlineVersion), content, beside }
}

async function findingsOf(db: Db, report: StoredReport): Promise<Finding[]> {
  return judge(db, report, await knownOf(db, report))
}

async function judge(db: Db, report: StoredReport, { outline, content, beside }: Known): Promise<Finding[]> {
  return checkReport(outline, content, {
    beside,
    openComments: await countOpenComments(db, report.id),
    outdated: await findOutdated(db, report),
  })
}

/** Refuses a report that still has errors, or warnings that nobody gave a reason for. */
export async function requireSound(db: Db, report: StoredReport): Promise<void> {
  const found = whatStops(await findingsOf(db, report), await listReasons(db, report.id))
  if (found.blocking.length > 0)
    throw reportsProblem('reports.blocked', { count: String(found.blocking.length) })
  if (found.unexplained.length > 0)
    throw reportsProblem('reports.unexplained', { count: String(found.unexplained.length) })
}

/** Why a warning is right as it stands. It holds for the numbers that were seen, not for others. */
export async function giveReason(
  context: Writing,
  id: string,
  finding: string,
  { seen, reason }: GiveReason,
): Promise<CheckReply> {
  const { actor, tx, clock } = context
  const stored = await getInHand(context, id)
  const found = (await findingsOf(tx, stored)).find(({ key }) => key === finding)
  if (found?.level !== 'warning' || found.seen !== seen) throw reportsProblem('reports.no-such-finding')
  const at = clock.now().toISOString()
  await upsertReason(tx, stored, { finding, seen, reason, by: author(actor), at })
  await audit(tx, actor, 'reports.warning-explained', id, { after: { finding } })
  return checkOf(tx, actor, id)
}

/** The same reason for every warning that has none yet: for a script that fills a year. */
export async function explainAll({ actor, tx, clock }: Writing, id: string, reason: string): Promise<void> {
  const stored = await getStoredReport(tx, actor, id)
  const { unexplained } = whatStops(await findingsOf(tx, stored), await listReasons(tx, id))
  const at = clock.now().toISOString()
  for (const { key: finding, seen } of unexplained)
    await upsertReason(tx, stored, { finding, seen, reason, by: author(actor), at })
}
