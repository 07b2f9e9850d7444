import { audit, systemActor } from '#modules/accounts/server/public.ts'
import { type AreasChange, type Changing, getArea, onAreasChanged } from '#modules/areas/server/public.ts'
import {
  birthRecords,
  circumstanceRecords,
  factRecords,
  onChildrenChanged,
  onChildrenEdited,
  recordKeepers,
  type SeenSource,
  seenSources,
  timelineSources,
} from '#modules/children/server/public.ts'
import { dutyReminders, lateReports, reportsInTime } from '#modules/duties/server/public.ts'
import { onFeaturesChanged } from '#modules/facilities/server/public.ts'
import {
  bookParts,
  followChildren,
  growthMeasurements,
  growthTimeline,
} from '#modules/growth/server/public.ts'
import { planFigures, unitSources } from '#modules/indicators/server/public.ts'
import { breachRecords, consentRecords, privacyTimeline } from '#modules/privacy/server/public.ts'
import { screeningBookParts, screeningRecords, screeningTimeline } from '#modules/screening/server/public.ts'
import {
  markRangeStale,
  markStale,
  serviceRecords,
  servicesTimeline,
} from '#modules/services/server/public.ts'
import { lateWorkSources } from '#modules/organisations/server/public.ts'
import { planGuards } from '#modules/plans/server/public.ts'
import { figureSources, lateTasks, refuseClosed, reminderSources } from '#modules/tasks/server/public.ts'

/** Places lie below accounts, so that their changes reach the audit from here; the command line is the system. */
async function auditAreas(
  { tx, actor }: Changing,
  { action, areaId, before, after }: AreasChange,
): Promise<void> {
  await audit(tx, actor ?? systemActor(await getArea(tx, areaId)), action, areaId, { before, after })
}

/** Records made face to face with a child: without one for a year the cleaning page asks where the child is. */
const seenBy: readonly SeenSource[] = [
  { table: 'services_records', day: 'done_on' },
  { table: 'growth_measurements', day: 'measured_on' },
  { table: 'screening_records', day: 'screened_on' },
]

/** Filled once, however many applications one process builds. */
function fill<Entry>(hooks: Entry[], ...entries: readonly Entry[]): void {
  for (const entry of entries) if (!hooks.includes(entry)) hooks.push(entry)
}

/** Fills the hooks by which an earlier module triggers a later one, inside the same transaction. */
export function fillHooks(): void {
  fill(onAreasChanged, auditAreas)
  fill(onChildrenChanged, markStale)
  fill(onFeaturesChanged, markRangeStale)
  fill(bookParts, screeningBookParts)
  fill(reminderSources, dutyReminders)
  fill(lateWorkSources, lateReports, lateTasks)
  fill(planGuards, refuseClosed)
  fill(figureSources, planFigures)
  fill(unitSources, reportsInTime)
  fill(onChildrenEdited, followChildren)
  fill(recordKeepers, circumstanceRecords, factRecords, birthRecords)
  fill(recordKeepers, serviceRecords, growthMeasurements, screeningRecords, consentRecords, breachRecords)
  fill(timelineSources, servicesTimeline, growthTimeline, screeningTimeline, privacyTimeline)
  fill(seenSources, ...seenBy)
}
