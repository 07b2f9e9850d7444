import { newId } from '#base/id.ts'
import type { Tx } from '#platform/db/types.ts'
import { getArea } from '#modules/areas/server/public.ts'
import { setSentState, upsertSent } from './queries.ts'

type OfDuty = { areaId: string; regimeCode: string; period: string; at: string }

/**
 * A report was sent: called by the module of reports inside its own transaction, which also audits. Sent again after a
 * return, the first sending stays the one that decides whether it was late.
 */
export async function markSent(
  tx: Tx,
  { areaId, regimeCode, period, at, reportId }: OfDuty & { reportId: string },
) {
  const { lft: areaLft } = await getArea(tx, areaId)
  const key = { areaId, areaLft, code: regimeCode, period }
  await upsertSent(tx, { ...key, id: newId(), reportId, document: null, at, by: null })
}

/** False when nothing was sent for this duty. */
export function markReturned(tx: Tx, { areaId, regimeCode, period, at }: OfDuty): Promise<boolean> {
  return setSentState(tx, { areaId, code: regimeCode, period }, { state: 'returned', at })
}

/** False when nothing was sent for this duty. */
export function markAccepted(tx: Tx, { areaId, regimeCode, period, at }: OfDuty): Promise<boolean> {
  return setSentState(tx, { areaId, code: regimeCode, period }, { state: 'accepted', at })
}
