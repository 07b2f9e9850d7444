import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/db/types.ts'
import { differenceOf, type Difference } from '../shared/difference.ts'
import type { ReportContent } from '../shared/content.ts'
import { reportsProblem } from '../shared/problems.ts'
import { findVersion, listVersions, sha256Of } from './queries-flow.ts'
import { getStoredReport } from './read.ts'
import { seenContent } from './seen-content.ts'

/** A frozen copy as it was sent or signed. */
export async function getVersionContent(
  db: Db,
  actor: Actor,
  { reportId, number }: { reportId: string; number: number },
): Promise<ReportContent> {
  const report = await getStoredReport(db, actor, reportId)
  const version = await findVersion(db, report.id, number)
  if (!version) throw reportsProblem('reports.no-such-version', { number: String(number) })
  const isSigned = (await listVersions(db, report.id)).some(
    (one) => one.number === number && one.kind === 'signed',
  )
  return seenContent({ db, actor }, report, { content: version.content, isSigned })
}

/** What changed from the copy before to this one. */
export async function getDifference(
  db: Db,
  actor: Actor,
  { reportId, number }: { reportId: string; number: number },
): Promise<Difference> {
  const to = await getVersionContent(db, actor, { reportId, number })
  const numbers = (await listVersions(db, reportId)).map((version) => version.number)
  const from = Math.max(0, ...numbers.filter((earlier) => earlier < number))
  if (from === 0) return { from: 0, to: number, changes: [] }
  const before = await getVersionContent(db, actor, { reportId, number: from })
  return { from, to: number, changes: differenceOf(before, to) }
}

export type Verified = { number: number; sha256: string; found: string; isSound: boolean }

/** Takes the hash of each frozen copy anew. */
export async function verifyVersions(db: Db, actor: Actor, reportId: string): Promise<Verified[]> {
  const report = await getStoredReport(db, actor, reportId)
  const verified: Verified[] = []
  for (const { number, sha256 } of await listVersions(db, report.id)) {
    const found = sha256Of((await findVersion(db, report.id, number))?.text ?? '')
    verified.push({ number, sha256, found, isSound: found === sha256 })
  }
  return verified.toReversed()
}
