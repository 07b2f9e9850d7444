import type { Db, Tx } from '#platform/db/types.ts'
import { newId } from '#base/id.ts'
import { getArea } from '#modules/areas/server/public.ts'
import { type BasisState, citedAs, stateOn } from '../shared/rules.ts'
import { findSame } from './commands.ts'
import {
  adoptPlan,
  findEntryOfPlan,
  holdEntryOfPlan,
  insertChange,
  updateDocument,
} from './queries-corrections.ts'
import { deleteRelation, findCited, saveDocument, saveRelations } from './queries.ts'

type Basis = { number: string | null; date: string | null }
type StandingBasis = { documentId: string | null; state: BasisState; endedOn: string | null }

/** Where the bases of a document stand on a day, in their order; unknown where the library does not have one. */
export async function standingOfBases(
  db: Db,
  bases: readonly Basis[],
  day: string,
): Promise<StandingBasis[]> {
  const keys = bases.map(keyOf)
  const found = await findCited(db, { keys: keys.filter((key) => key !== null), day })
  return keys.map((key) => {
    const document = found.find((one) => one.citedAs === key)
    return {
      documentId: document?.id ?? null,
      state: stateOn(document, day),
      endedOn: document?.endedOn ?? null,
    }
  })
}

function keyOf({ number, date }: Basis): string | null {
  return citedAs(number, date?.slice(0, 4))
}

export type PlanToRegister = {
  id: string
  areaId: string
  number: string | null
  /** A whole day, or year and month while the day is blank. */
  date: string | null
  issuer: string | null
  title: string
  bases: readonly Basis[]
  by: string | null
}

/**
 * A filed plan enters the library and is tied to the bases that the library has. A document that somebody of the place
 * typed for it before becomes its entry.
 */
export async function registerPlan(tx: Tx, plan: PlanToRegister): Promise<void> {
  const place = await getArea(tx, plan.areaId)
  const { number, issuer, areaId, by } = plan
  const areaLft = place.lft
  const issuedOn = plan.date?.length === 10 ? plan.date : null
  const days = { issuedOn, inForceOn: null, endedOn: null, endedNote: null }
  const described = { ...days, kind: 'plan' as const, number, issuer, title: plan.title.slice(0, 1000) }
  const typed = await findSame(tx, described, place)
  const isTyped = typed?.kind === 'plan' && typed.planId === null && typed.areaId === areaId
  const id = isTyped ? typed.id : plan.id
  if (isTyped) await adoptPlan(tx, id, plan.id)
  else
    await saveDocument(tx, {
      ...{ ...described, id, areaId, areaLft, by, source: 'plan', planId: plan.id },
      citedAs: citedAs(number, plan.date?.slice(0, 4)),
    })
  const keys = plan.bases.map(keyOf).filter((key) => key !== null)
  const found = await findCited(tx, { keys, day: issuedOn ?? '9999-12-31' })
  const others = [...new Set(found.map((one) => one.id))].filter((other) => other !== id)
  await saveRelations(
    tx,
    others.map((toId) => ({ fromId: id, toId, kind: 'basis', areaLft })),
  )
}

/** Number and day of a filed plan were put right: its entry follows, and keeps in its history what stood before. */
export async function correctPlanEntry(
  tx: Tx,
  { planId, number, date, by }: Pick<PlanToRegister, 'number' | 'date'> & { planId: string; by: string },
): Promise<void> {
  const entry = await holdEntryOfPlan(tx, planId)
  if (!entry) return
  const issuedOn = date?.length === 10 ? date : null
  const citedKey = citedAs(number, date?.slice(0, 4))
  await updateDocument(tx, { ...entry, number, issuedOn, citedAs: citedKey }, entry.version)
  const { id: documentId, areaLft } = entry
  await insertChange(tx, {
    ...{ documentId, id: newId(), areaLft, kind: 'corrected', by },
    ...{ before: { number: entry.number, issuedOn: entry.issuedOn }, after: { number, issuedOn } },
  })
}

/** Says in the library which plan another one carries out, and takes back what was said before. */
export async function relatePlans(
  tx: Tx,
  { planId, before, after }: { planId: string; before: string | null; after: string | null },
): Promise<void> {
  if (before === after) return
  const entry = await findEntryOfPlan(tx, planId)
  if (!entry) return
  const entryOf = async (id: string | null) => (id === null ? undefined : findEntryOfPlan(tx, id))
  const [from, to] = [await entryOf(before), await entryOf(after)]
  const relation = { fromId: entry.id, kind: 'carries-out' as const }
  if (from) await deleteRelation(tx, { ...relation, toId: from.id })
  if (to) await saveRelations(tx, [{ ...relation, toId: to.id, areaLft: entry.areaLft }])
}
