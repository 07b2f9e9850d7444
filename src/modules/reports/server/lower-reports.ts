import type { Day } from '#base/day.ts'
import type { Period } from '#base/period.ts'
import type { Db } from '#platform/db/types.ts'
import { listChildAreas } from '#modules/areas/server/public.ts'
import type { Area } from '#modules/areas/shared/contract.ts'
import {
  gatherTexts,
  placeUnits,
  sumReports,
  targetResults,
  type CountedReport,
} from '../shared/consolidate.ts'
import type { ComputedReport, Facts, Fractions, TargetRow, UnitRow } from '../shared/computed.ts'
import type { HeardFrom } from '../shared/content.ts'
import { findVersion } from './queries-flow.ts'
import { listLowerReports, listParts } from './queries-lower.ts'

type Question = { area: Area; planId: string; period: Period; today: Day; targets: readonly TargetRow[] }

export type LowerKnown = Pick<ComputedReport, 'heard' | 'gathered' | 'units' | 'sample'> & {
  lower: Facts
  fractions: Fractions
}

/** Everything that the accepted and signed reports of the units below say together. */
export async function takeLowerReports(db: Db, question: Question): Promise<LowerKnown> {
  const units = await listCommunes(db, question.area.id, question.today)
  const heard = await heardFrom(db, { ...question, units })
  const counted = await countedReports(db, heard)
  const { lower, shares } = sumReports(counted)
  const results = targetResults(question.targets, shares)
  return {
    heard,
    gathered: gatherTexts(counted),
    units: rowsOf(units, heard),
    sample: counted.some(({ content }) => content.sample),
    lower: { ...lower, ...results.lower },
    fractions: results.fractions,
  }
}

/** The communes below a place on a day: they are who reports to it. */
export async function listCommunes(db: Db, areaId: string, day: Day): Promise<Area[]> {
  return (await listChildAreas(db, areaId, day)).filter(({ kind }) => kind === 'commune')
}

/** How each unit below stands now, on today's units. */
export async function heardFrom(
  db: Db,
  { area, planId, period, units }: Pick<Question, 'area' | 'planId' | 'period'> & { units: readonly Area[] },
): Promise<HeardFrom[]> {
  const parts = await listParts(
    db,
    units.map(({ id }) => id),
  )
  const areaIds = [...units.map(({ id }) => id), ...parts.map(({ from }) => from.id)]
  const reports = await listLowerReports(db, { areaIds, within: area, planId, period })
  return placeUnits(units, parts, new Map(reports.map((report) => [report.areaId, report])), period)
}

async function countedReports(db: Db, heard: readonly HeardFrom[]): Promise<CountedReport[]> {
  const counted: CountedReport[] = []
  for (const { areaId, name, rowKey, reportId, version } of heard) {
    if (reportId === null || version === null) continue
    const copy = await findVersion(db, reportId, version)
    if (copy) counted.push({ areaId, name, rowKey, content: copy.content })
  }
  return counted
}

/** Today's units, then divided ones of before whose numbers stand by themselves. */
function rowsOf(units: readonly Area[], heard: readonly HeardFrom[]): UnitRow[] {
  const known = new Set(units.map(({ id }) => id))
  const old = heard.filter(({ rowKey, heard: how }) => how === 'counted' && !known.has(rowKey))
  return [
    ...units.map(({ id, name }) => ({ key: id, name })),
    ...old.map(({ rowKey, name }) => ({ key: rowKey, name: `${name} (cũ)` })),
  ]
}
