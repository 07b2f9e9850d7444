import { newId } from '#base/id.ts'
import type { Tx } from '#platform/db/types.ts'
import { ensureVillages, getArea, villageKey } from '#modules/areas/server/public.ts'
import type { ImportRun } from '../shared/contract-import.ts'
import type { RosterChild } from '../shared/roster/rows.ts'
import { reason } from '../shared/roster/reasons.ts'
import { markRegistered, pagesOf, refuseTakenNumbers } from './import-match.ts'
import type { RunKey, Scopes } from './import-read.ts'
import type { ChildToWrite } from './new-child.ts'
import type { ChildPlace } from './queries-children.ts'
import { registerChildren } from './register-children.ts'
import * as store from './queries-import.ts'
import { listRowsToWrite, type RowToWrite } from './queries-import-match.ts'

/** Takes over all accepted rows of a run in one transaction: all of them or, after a kill, none. */
export async function writeRoster({ writing, clock }: Scopes, { runId, range }: RunKey): Promise<void> {
  await writing(range, async (tx) => {
    const status = await store.lockRun(tx, runId)
    const run = await store.findRun(tx, runId)
    if (!run || status !== 'writing') return
    const placeOf = await preparePlaces(tx, run, clock.today())
    // The register may have got these children since the file was read: by hand, or from the same file.
    await markRegistered(tx, { runId, communeId: run.communeId })
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
  for await (const page of pagesOf(tx, runId)) {
    await refuseTakenNumbers(tx, page)
    const rows = await refuseRepeatedNumbers(tx, runId, await listRowsToWrite(tx, page))
    await registerChildren(
      tx,
      rows.map(({ child }) => toWrite(child, placeOf(child.village))),
    )
    imported += rows.length
  }
  return imported
}

/** Two rows with one number, both said to be different children: the second cannot have it. */
async function refuseRepeatedNumbers(
  tx: Tx,
  runId: string,
  rows: readonly RowToWrite[],
): Promise<RowToWrite[]> {
  const seen = new Set<string>()
  const repeated = new Set(
    rows.filter(({ child: { personalId } }) => {
      const isRepeated = personalId !== null && seen.has(personalId)
      if (personalId !== null) seen.add(personalId)
      return isRepeated
    }),
  )
  await store.applyVerdicts(
    tx,
    runId,
    [...repeated].map(({ rowNumber }) => ({
      rowNumber,
      state: 'refused',
      reason: reason('personal-id-taken', 'personalId'),
      sameAsChild: null,
      sameAsRow: null,
    })),
  )
  return rows.filter((row) => !repeated.has(row))
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
