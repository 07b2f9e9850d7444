import { isEmergency, legalClock } from '#modules/duties/shared/urgent-rules.ts'
import type { UrgentReport } from '#modules/duties/shared/urgent.ts'

/** A case of violence, abuse, exploitation or neglect as its urgent report tells it. */
export type ReportedCase = Pick<
  UrgentReport,
  'kind' | 'inDanger' | 'harmedBy' | 'learnedAt' | 'measureAt' | 'source'
>

/**
 * Who told of it, by the columns of annex 7: the hotline, the police and the commune take such reports (NĐ 56/2017/NĐ-CP
 * Art. 25); station, school and collaborators are of the commune.
 */
const columnOf: Readonly<Record<ReportedCase['source'], string>> = {
  'hotline-111': 'by-111',
  police: 'by-police',
  station: 'by-commune',
  school: 'by-commune',
  collaborator: 'by-commune',
  hospital: 'by-other',
  family: 'by-other',
  other: 'by-other',
}

/**
 * The facts of annex 7 that urgent reports hold, for the whole commune: an urgent report names no village. Empty
 * without any, for nobody said that there was no case. `emergencies-in-time`: the measure came within the 12 hours of
 * NĐ 56/2017/NĐ-CP Art. 31-32.
 */
export function protectionFacts(cases: readonly ReportedCase[]): Record<string, number> {
  if (cases.length === 0) return {}
  const by = (column: string) => cases.filter(({ source }) => columnOf[source] === column).length
  const emergencies = cases.filter(isEmergency)
  const inTime = emergencies.filter((one) => {
    const clock = legalClock(one, Date.parse(one.learnedAt))
    return clock.kind === 'stopped' && clock.isInTime
  })
  return {
    'cases.received': cases.length,
    'cases.by-111': by('by-111'),
    'cases.by-police': by('by-police'),
    'cases.by-commune': by('by-commune'),
    'cases.by-other': by('by-other'),
    'cases.emergencies': emergencies.length,
    'cases.emergencies-in-time': inTime.length,
  }
}
