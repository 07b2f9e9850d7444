import { newId } from '#base/id.ts'
import type { Tx } from '#platform/db/types.ts'
import { ensureVillages, getArea, villageKey } from '#modules/areas/server/public.ts'
import type { ImportRow, ImportRun } from '../shared/contract-import.ts'
import type { RosterChild } from '../shared/roster/rows.ts'
import { reason } from '../shared/roster/reasons.ts'
import { markDuplicates, refuseTakenNumbers } from './import-match.ts'
import type { RunKey, Scopes } from './import-read.ts'
import type { ChildToWrite } from './new-child.ts'
import type { ChildPlace } from './queries-children.ts'
import { registerChildren } from './register-children.ts'
import * as store from './queries-import.ts'
import { findPageEnd } from './queries-import-match.ts'

const pageSize = 5000

/** Takes over all accepted rows of a run in one transaction: all of them or, after a kill, none. */
export async function writeRoster({ writing, clock }: Scopes, { runId, range }: RunKey): Promise<void> {
  await writing(range, async (tx) => {
    const status = await store.lockRun(tx, runId)
    const run = await store.findRun(tx, runId)
    if (!run || status !== 'writing') return
    const placeOf = await preparePlaces(tx, run, clock.today())
    // The register may have got these children since the file was read: by hand, or from the same file.
    await markDuplicates(tx, { runId, communeId: run.communeId })
    const imported = await writePages(tx, runId, placeOf)
    await store.deleteImportedRows(tx, runId)
    await store.setNewVillages(tx, runId, [])
    await store.countRows(tx, runId, 'imported', imported)
  })
}

type PlaceOf = (village: string | null) => ChildPlace

/** Makes missing villages. Locks the commune, so that two imports into it follow one another. */
async function preparePlaces(tx: Tx, run: ImportRun, today: string): Promise<PlaceOf> {
  const commune = await getArea(tx, run.communeId)
  const names = await store.listWrittenVillages(tx, run.id)
  const villages = await ensureVillages(tx, commune, names, today)
  const byKey = new Map(villages.map((area) => [villageKey(area.name), area]))
  return (village) => {
    const area = village === null ? undefined : byKey.get(villageKey(village))
    return {
      communeId: commune.id,
      communeLft: commune.lft,
      villageId: area?.id ?? null,
      areaLft: area?.lft ?? commune.lft,
    }
  }
}

async function writePages(tx: Tx, runId: string, placeOf: PlaceOf): Promise<number> {
  let imported = 0
  let after = 0
  for (;;) {
    const to = await findPageEnd(tx, runId, after, pageSize)
    if (to === undefined) return imported
    await refuseTakenNumbers(tx, { runId, from: after + 1, to })
    const rows = await store.listRows(tx, runId, {
      states: ['taken', 'decided-another'],
      after,
      limit: pageSize,
    })
    const page = await refuseRepeatedNumbers(
      tx,
      runId,
      rows.filter(({ rowNumber }) => rowNumber <= to),
    )
    const children = page.flatMap(({ child }) => (child ? [toWrite(child, placeOf(child.village))] : []))
    await registerChildren(tx, children)
    imported += children.length
    after = to
  }
}

/** Two rows with one number, both said to be different children: the second cannot have it. */
async function refuseRepeatedNumbers(
  tx: Tx,
  runId: string,
  rows: readonly ImportRow[],
): Promise<ImportRow[]> {
  const seen = new Set<string>()
  const repeated = rows.filter(({ child }) => {
    const number = child?.personalId
    if (!number) return false
    const isRepeated = seen.has(number)
    seen.add(number)
    return isRepeated
  })
  await store.applyVerdicts(
    tx,
    runId,
    repeated.map(({ rowNumber }) => ({
      rowNumber,
      state: 'refused',
      reason: reason('personal-id-taken', 'personalId'),
      sameAsChild: null,
      sameAsRow: null,
    })),
  )
  return rows.filter((row) => !repeated.includes(row))
}

function toWrite(child: RosterChild, place: ChildPlace): { child: ChildToWrite; place: ChildPlace } {
  const { village: _, carers, ...details } = child
  return {
    place,
    child: {
      ...details,
      id: newId(),
      communeId: place.communeId,
      villageId: place.villageId,
      carers: carers.map((carer) => ({ ...carer, id: newId() })),
    },
  }
}
