import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/db/types.ts'
import { findInstallation } from '#modules/accounts/server/public.ts'
import { findArea, getArea } from '#modules/areas/server/public.ts'
import { hasAbove, sideOf, whyNot, type Doing, type Standing } from '../shared/flow.ts'
import { reportsProblem } from '../shared/problems.ts'
import type { StoredReport } from './queries.ts'

/** Where the report is and for whom the person acts. */
export async function standingOf(db: Db, actor: Actor, report: StoredReport): Promise<Standing> {
  const installation = await findInstallation(db)
  const home = installation && (await findArea(db, installation.areaId))
  const area = await getArea(db, report.areaId)
  return {
    state: report.state,
    side: sideOf(actor.area, { ...report, areaKind: area.kind }),
    hasAbove: hasAbove(area, home),
    mayWrite: actor.capabilities.has('reports.write'),
  }
}

/** Refuses what is not this person's to do, or not to be done now. */
export async function requireDoing(
  db: Db,
  actor: Actor,
  report: StoredReport,
  doing: Doing,
): Promise<Standing> {
  const standing = await standingOf(db, actor, report)
  const why = whyNot(doing, standing)
  if (why === 'not-yours') throw reportsProblem('reports.not-yours')
  if (why === 'not-now') throw reportsProblem(doing === 'write' ? 'reports.done' : 'reports.not-now')
  return standing
}
