import { type Day, daysBetween } from '#base/day.ts'
import { words } from '#base/text.ts'
import type { AddFeature, FacilityKind, FeatureKind } from './contract.ts'
import type { RecordInspection, Repair } from './contract-dangers.ts'

/**
 * The numbers that are the same in the whole country. 111: Luật Trẻ em 2016 Article 51 with Nghị định 56/2017/NĐ-CP
 * (free, day and night); 113 police, 114 fire and rescue, 115 ambulance.
 */
export const nationalNumbers = ['111', '113', '114', '115'] as const

/**
 * What a place of each level is looked for to have. Commune: one health station for each commune (Thông tư
 * 20/2025/TT-BYT), preschool and primary school, places to play and to read (plans 000 II.5.2b, 004 II.1).
 * Province: hospital and the two social facilities of plan 000 II.2.2. Village: a play point.
 */
const expected: Readonly<Record<string, readonly FacilityKind[]>> = {
  province: ['hospital', 'social-assistance', 'social-work-centre', 'protection-provider'],
  commune: ['health-station', 'preschool', 'primary-school', 'culture-sport', 'play-point'],
  village: ['play-point'],
}

/** The kinds that are expected of a place of this level and that nothing in it is of. */
export function lackingKinds(areaKind: string, present: ReadonlySet<FacilityKind>): FacilityKind[] {
  return (expected[areaKind] ?? []).filter((kind) => !present.has(kind))
}

/**
 * What a feature shares with those it cannot stand beside on the same day: urban excludes rural, a project is
 * either piloted or taken over, every other kind excludes only itself.
 */
export function featureFamily({ kind, project }: Pick<AddFeature, 'kind' | 'project'>): string {
  if (kind === 'urban' || kind === 'rural') return 'settlement'
  return isOfProject(kind) ? `project:${words(project ?? '').join(' ')}` : kind
}

/** These kinds name a project and its donor; the others must not. */
export function isOfProject(kind: FeatureKind): boolean {
  return kind === 'pilot' || kind === 'scale-up'
}

/** Days by which an inspection is late on `today`; 0 when it is not, or when the danger is gone. */
export function overdueDays(nextInspectionOn: Day | null, today: Day): number {
  return nextInspectionOn === null ? 0 : Math.max(0, daysBetween(nextInspectionOn, today))
}

export type InspectionRefusal =
  | 'facilities.inspection-in-future'
  | 'facilities.inspection-before-found'
  | 'facilities.next-inspection-needed'
  | 'facilities.next-inspection-not-later'

/** A danger that is still there must be looked at again; one that is gone need not. */
export function checkInspection(
  { inspectedOn, repair, nextInspectionOn }: Omit<RecordInspection, 'id' | 'note'>,
  { foundOn, today }: { foundOn: Day; today: Day },
): InspectionRefusal | undefined {
  if (inspectedOn > today) return 'facilities.inspection-in-future'
  if (inspectedOn < foundOn) return 'facilities.inspection-before-found'
  if (repair === 'done') return undefined
  if (nextInspectionOn === null) return 'facilities.next-inspection-needed'
  return nextInspectionOn <= inspectedOn ? 'facilities.next-inspection-not-later' : undefined
}

/** The state of a danger from its inspections: the latest one says it all. */
export function dangerState(latest: { inspectedOn: Day; repair: Repair; nextInspectionOn: Day | null }) {
  const isGone = latest.repair === 'done'
  return {
    repair: latest.repair,
    repairedOn: isGone ? latest.inspectedOn : null,
    lastInspectedOn: latest.inspectedOn,
    nextInspectionOn: isGone ? null : latest.nextInspectionOn,
  }
}

/** Digits in groups as they are read out: 0260 3822 111, 0987 600 123. */
export function readablePhone(phone: string): string {
  if (!/^0\d{9,10}$/.test(phone)) return phone
  return phone.startsWith('02')
    ? `${phone.slice(0, 4)} ${phone.slice(4, -3)} ${phone.slice(-3)}`
    : `${phone.slice(0, 4)} ${phone.slice(4, 7)} ${phone.slice(7)}`
}
