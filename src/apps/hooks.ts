import { audit, systemActor } from '#modules/accounts/server/public.ts'
import { type AreasChange, type Changing, getArea, onAreasChanged } from '#modules/areas/server/public.ts'
import {
  circumstanceRecords,
  factRecords,
  onChildrenChanged,
  onChildrenEdited,
  recordKeepers,
} from '#modules/children/server/public.ts'
import { followChildren, growthMeasurements } from '#modules/growth/server/public.ts'
import { consentRecords } from '#modules/privacy/server/public.ts'
import { screeningRecords } from '#modules/screening/server/public.ts'
import { markStale, serviceRecords } from '#modules/services/server/public.ts'

/** Places lie below accounts, so that their changes reach the audit from here; the command line is the system. */
async function auditAreas(
  { tx, actor }: Changing,
  { action, areaId, before, after }: AreasChange,
): Promise<void> {
  await audit(tx, actor ?? systemActor(await getArea(tx, areaId)), action, areaId, { before, after })
}

/** Fills the hooks by which an earlier module triggers a later one, inside the same transaction. */
export function fillHooks(): void {
  if (!onAreasChanged.includes(auditAreas)) onAreasChanged.push(auditAreas)
  if (!onChildrenChanged.includes(markStale)) onChildrenChanged.push(markStale)
  if (!onChildrenEdited.includes(followChildren)) onChildrenEdited.push(followChildren)
  for (const keeper of [
    circumstanceRecords,
    factRecords,
    serviceRecords,
    growthMeasurements,
    screeningRecords,
    consentRecords,
  ])
    if (!recordKeepers.includes(keeper)) recordKeepers.push(keeper)
}
