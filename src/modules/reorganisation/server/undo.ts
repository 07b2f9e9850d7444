import { addDays } from '#base/day.ts'
import type { Tx } from '#platform/db/types.ts'
import type { Writing } from '#platform/http/route.ts'
import { audit } from '#modules/accounts/server/public.ts'
import {
  deleteSuccessions,
  holdAreas,
  moveAreasBack,
  removeCreatedArea,
  reopenAreas,
  reparentAreas,
  undoRename,
} from '#modules/areas/server/public.ts'
import { findReportingUnit } from '#modules/reports/server/public.ts'
import { waitForStatusLock } from '#modules/services/server/public.ts'
import { reorganisationProblem } from '../shared/problems.ts'
import type { Spot, WayBack } from '../shared/where-to.ts'
import { followBack, noteHolders } from './follow-units.ts'
import { moveBack, type Progress } from './move-children.ts'
import { markUndone, type StoredCase } from './queries.ts'
import { deleteMoves } from './queries-moves.ts'
import { deleteResults, deleteUnreadNotes, listRows } from './queries-rows.ts'
import { listBelow, listPlacedUnits, listSuccessionIds, listUnits } from './queries-tree.ts'
import { deleteUnits, findLaterCase, listUnitRows, type OfCase, type UnitRow } from './queries-units.ts'

/**
 * Takes an applied case back, as long as no later case has changed its units again. Everything returns to where it
 * was; what was recorded since stays with its child, and what was made in a new unit goes to the unit's heir.
 */
export async function undoCase(
  { actor, tx, clock }: Writing,
  found: StoredCase,
  progress: Progress = async () => undefined,
): Promise<void> {
  const later = await findLaterCase(tx, found.id)
  if (later) throw reorganisationProblem('reorganisation.later-case', { no: later.no })
  const of: OfCase = { id: found.id, areaLft: found.areaLft, effectiveOn: found.decision.effectiveOn }
  await waitForStatusLock(tx)
  const rows = await listUnitRows(tx, found.id)
  await refuseReported(tx, rows)
  await holdAreas(
    tx,
    rows.map(({ areaId }) => areaId),
  )
  const heirs = heirsOf(rows)
  const moved = rows.filter(({ did }) => did === 'moved')
  await moveUnitsBack(tx, moved)
  const stray = await takeStrayUnits(tx, of, rows, heirs)
  await moveBack(tx, found.id, await wayBack(tx, rows, { heirs, stray }), progress)
  const followed = (await listRows(tx, found.id, 'accounts_grants')).map(({ rowId }) => rowId)
  await followBack(tx, of, {
    ...{ heirs, movedIds: [...moved.map(({ areaId }) => areaId), ...stray] },
    endedIds: rows.flatMap(({ areaId, did }) => (did === 'ended' ? [areaId] : [])),
  })
  await restoreTree(tx, of, rows)
  const at = clock.now().toISOString()
  await forgetCase(tx, found.id)
  await noteHolders(
    tx,
    {
      ...{ caseId: of.id, decisionNumber: found.decision.number, effectiveOn: of.effectiveOn },
      ...{ today: clock.today(), at, kind: 'returned' },
    },
    ...(await returned(tx, rows, followed)),
  )
  await markUndone(tx, found.id, { by: actor.accountId, at })
  await audit(tx, actor, 'reorganisation.undone', found.id)
}

/** What a unit has sent or signed cannot become another unit's: then a new case divides it instead. */
async function refuseReported(tx: Tx, rows: readonly UnitRow[]): Promise<void> {
  const made = rows.flatMap(({ areaId, did }) => (did === 'made' ? [areaId] : []))
  const areaId = await findReportingUnit(tx, made)
  if (areaId === undefined) return
  const [unit] = await listPlacedUnits(tx, [areaId])
  throw reorganisationProblem('reorganisation.new-unit-reported', { name: unit?.name ?? '' })
}

function heirsOf(rows: readonly UnitRow[]): Map<string, string> {
  return new Map(rows.flatMap(({ areaId, heirId }) => (heirId === undefined ? [] : [[areaId, heirId]])))
}

/** A unit may have got other numbers since: a move shifts everything that lies in its range. */
async function moveUnitsBack(tx: Tx, rows: readonly UnitRow[]): Promise<void> {
  const units = new Map(
    (
      await listPlacedUnits(
        tx,
        rows.map(({ areaId }) => areaId),
      )
    ).map((unit) => [unit.id, unit]),
  )
  await moveAreasBack(
    tx,
    rows.flatMap(({ areaId, from, to }) => {
      const unit = units.get(areaId)
      if (!from || !to || !unit) return []
      return [
        {
          ...{ areaId, fromParentId: from.parentId, toParentId: to.parentId },
          ...{ from: { lft: from.lft, rgt: from.rgt }, to: { lft: unit.lft, rgt: unit.rgt } },
        },
      ]
    }),
  )
}

/** Villages that were made since in a unit that goes away come under its heir. */
async function takeStrayUnits(
  tx: Tx,
  { effectiveOn }: OfCase,
  rows: readonly UnitRow[],
  heirs: ReadonlyMap<string, string>,
): Promise<string[]> {
  const own = new Set(rows.map(({ areaId }) => areaId))
  const below = await listBelow(tx, [...heirs.keys()], addDays(effectiveOn, -1))
  const stray = below.filter(({ id, parentId }) => !own.has(id) && parentId !== null && heirs.has(parentId))
  await reparentAreas(
    tx,
    stray.map(({ id, parentId }) => ({ areaId: id, parentId: heirs.get(parentId ?? '') ?? '' })),
  )
  return stray.map(({ id }) => id)
}

type Since = { heirs: ReadonlyMap<string, string>; stray: readonly string[] }

async function wayBack(
  tx: Tx,
  rows: readonly UnitRow[],
  { heirs, stray }: Since,
): Promise<WayBack & { communeIds: string[] }> {
  const moved = rows.filter(({ did }) => did === 'moved')
  const made = rows.filter(({ did }) => did === 'made' || did === 'holding').map(({ areaId }) => areaId)
  const units = await listUnits(tx, [...moved.map(({ areaId }) => areaId), ...made, ...stray])
  const heirUnits = new Map((await listUnits(tx, [...heirs.values()])).map((unit) => [unit.id, unit]))
  const villages = new Map<string, Spot>()
  for (const { id, kind, parentId } of units) {
    if (kind !== 'village' || parentId === null) continue
    const heir = heirUnits.get(heirs.get(id) ?? '')
    // A village that goes away: its children belong to the heir, which is a village or the commune itself.
    if (heir?.kind === 'village')
      villages.set(id, { communeId: heir.parentId ?? heir.id, villageId: heir.id })
    else
      villages.set(
        id,
        heir ? { communeId: heir.id, villageId: null } : { communeId: parentId, villageId: id },
      )
  }
  const touched = rows.flatMap(({ areaId, to }) => (to ? [areaId, to.parentId] : [areaId]))
  const above = units.flatMap(({ kind, parentId }) => (kind === 'village' && parentId ? [parentId] : []))
  return { communeIds: [...new Set([...touched, ...above])], villages, heirs }
}

/** New units go first: the codes they took become free for the units that had them. */
async function restoreTree(tx: Tx, of: OfCase, rows: readonly UnitRow[]): Promise<void> {
  await deleteSuccessions(tx, await listSuccessionIds(tx, of.id))
  const made = rows.filter(({ did }) => did === 'made' || did === 'holding').map(({ areaId }) => areaId)
  const rank = { village: 0, commune: 1, district: 2, province: 3, nation: 4 } as const
  const units = (await listUnits(tx, made)).sort((left, right) => rank[left.kind] - rank[right.kind])
  for (const { id, name } of units) await removeUnit(tx, id, name)
  await reopenAreas(
    tx,
    rows.filter(({ did }) => did === 'ended').map(({ areaId, validTo = null }) => ({ id: areaId, validTo })),
  )
  for (const { areaId, did } of rows) if (did === 'renamed') await undoRename(tx, areaId)
}

/** PostgreSQL refuses while a record still stands on the unit (23503). */
async function removeUnit(tx: Tx, id: string, name: string): Promise<void> {
  try {
    await removeCreatedArea(tx, id)
  } catch (cause) {
    if (
      cause instanceof Error &&
      'code' in cause &&
      (cause.code === '23503' || cause.code === 'areas.in-use')
    )
      throw reorganisationProblem('reorganisation.new-unit-in-use', { name })
    throw cause
  }
}

async function forgetCase(tx: Tx, caseId: string): Promise<void> {
  await deleteMoves(tx, caseId)
  await deleteUnits(tx, caseId)
  await deleteResults(tx, caseId)
  await deleteUnreadNotes(tx, caseId)
}

type NameOf = (areaId: string, grantId: string) => { oldName: string; newName: string | null } | undefined

/** The units that are back, and the words for those whose grants came back with them. */
async function returned(
  tx: Tx,
  rows: readonly UnitRow[],
  grantIds: readonly string[],
): Promise<[areaIds: string[], nameOf: NameOf]> {
  const ended = rows.filter(({ did }) => did === 'ended').map(({ areaId }) => areaId)
  const names = new Map((await listPlacedUnits(tx, ended)).map(({ id, name }) => [id, name]))
  const back = new Set(grantIds)
  return [
    ended,
    (areaId, grantId) =>
      back.has(grantId)
        ? { oldName: names.get(areaId) ?? '', newName: names.get(areaId) ?? null }
        : undefined,
  ]
}
