import { z } from 'zod'
import { Day } from '#base/day.ts'
import { Id, newId } from '#base/id.ts'
import type { RecordCareSession } from '../shared/contract-pregnancies.ts'

/**
 * An antenatal session that is being written down, kept on the device until it is sent. `given`: by woman and service
 * the id of the record, so that a reply that got lost is asked for again and not doubled.
 */
export const CareSession = z.object({
  id: Id,
  doneOn: Day.optional(),
  villageId: Id.optional(),
  given: z.record(z.string(), Id),
})
export type CareSession = z.infer<typeof CareSession>

export function newCareSession(doneOn: Day, villageId?: string): CareSession {
  return { id: newId(), doneOn, given: {}, ...(villageId === undefined ? {} : { villageId }) }
}

const keyOf = (pregnancyId: string, itemCode: string) => `${pregnancyId} ${itemCode}`

export function isGiven({ given }: CareSession, pregnancyId: string, itemCode: string): boolean {
  return keyOf(pregnancyId, itemCode) in given
}

/** Ticks what was not ticked, and takes a tick back. */
export function toggle(session: CareSession, pregnancyId: string, itemCode: string): CareSession {
  const key = keyOf(pregnancyId, itemCode)
  if (!(key in session.given)) return { ...session, given: { ...session.given, [key]: newId() } }
  return {
    ...session,
    given: Object.fromEntries(Object.entries(session.given).filter(([one]) => one !== key)),
  }
}

/** Everything of one woman, or nothing of hers when all of it was ticked. */
export function toggleAll(
  session: CareSession,
  pregnancyId: string,
  itemCodes: readonly string[],
): CareSession {
  const missing = itemCodes.filter((code) => !isGiven(session, pregnancyId, code))
  return (missing.length > 0 ? missing : itemCodes).reduce(
    (all, code) => toggle(all, pregnancyId, code),
    session,
  )
}

/** What is ticked, each with the id it was given when it was ticked: sent twice, stored once. */
export function careEntries({ given }: CareSession): RecordCareSession['entries'] {
  return Object.entries(given).flatMap(([key, recordId]) => {
    const [pregnancyId, itemCode] = key.split(' ')
    return pregnancyId && itemCode ? [{ recordId, pregnancyId, itemCode }] : []
  })
}
