import type { Day } from '#base/day.ts'
import { newId } from '#base/id.ts'
import type { Tx } from '#platform/db/types.ts'
import { findInstallation, listGrantsAt, moveInstallation } from '#modules/accounts/server/public.ts'
import type { GrantNote } from '../shared/contract.ts'
import type { PlacedRow } from '#modules/areas/server/public.ts'
import { placeFinished } from '#modules/reports/server/public.ts'
import { type Follower, followers } from './followers.ts'
import {
  deleteRows,
  type FollowedRow,
  insertNotes,
  insertRows,
  listRows,
  type NewNote,
  placeNotes,
} from './queries-rows.ts'
import { listPlacedUnits } from './queries-tree.ts'
import type { OfCase } from './queries-units.ts'

/** From which unit to which; the same id for a unit that stays itself and has other numbers now. */
export type Successor = { fromId: string; toId: string }

const installation = 'accounts_installation'

/** Rows of whole units go to their successor, and are written down so that they can go back. Returns how many. */
export async function followSuccessors(
  tx: Tx,
  of: OfCase,
  successors: readonly Successor[],
): Promise<{ rows: number; grants: string[] }> {
  const to = new Map(successors.map(({ fromId, toId }) => [fromId, toId]))
  const places = await lftOf(tx, [...to.values()])
  const endingIds = successors.filter(({ fromId, toId }) => fromId !== toId).map(({ fromId }) => fromId)
  const movedIds = successors.filter(({ fromId, toId }) => fromId === toId).map(({ fromId }) => fromId)
  let count = 0
  const grants: string[] = []
  for (const follower of followers) {
    const rows = [
      ...(await (follower.follows?.(tx, endingIds) ?? [])),
      ...(await follower.list(tx, movedIds)),
    ]
    const moved = rows.map(({ rowId, areaId }) => rowAt(rowId, to.get(areaId) ?? areaId, places))
    if (moved.length === 0) continue
    await move(tx, follower, moved)
    const changed = rows.flatMap(({ rowId, areaId, areaLft }): FollowedRow[] => {
      const toAreaId = to.get(areaId) ?? areaId
      return toAreaId === areaId ? [] : [{ rowId, fromAreaId: areaId, fromLft: areaLft, toAreaId }]
    })
    await insertRows(tx, of, follower.table, changed)
    count += changed.length
    if (follower.table === 'accounts_grants') grants.push(...changed.map(({ rowId }) => rowId))
  }
  await followInstallation(tx, of, to, places)
  await placeFinished(
    tx,
    successors.map(({ fromId, toId }) => ({ areaId: fromId, areaLft: places.get(toId) ?? 0 })),
  )
  return { rows: count, grants }
}

/** The unit for which the installation was set up; one at most. */
async function followInstallation(
  tx: Tx,
  of: OfCase,
  successors: ReadonlyMap<string, string>,
  places: ReadonlyMap<string, number>,
): Promise<void> {
  const fromId = (await findInstallation(tx))?.areaId
  const toId = fromId === undefined ? undefined : successors.get(fromId)
  if (fromId === undefined || toId === undefined || fromId === toId) return
  await moveInstallation(tx, fromId, toId)
  await insertRows(tx, of, installation, [
    { rowId: fromId, fromAreaId: fromId, fromLft: places.get(toId) ?? 0, toAreaId: toId },
  ])
}

async function move(tx: Tx, follower: Follower, rows: readonly PlacedRow[]): Promise<void> {
  await follower.move(tx, rows)
  if (follower.table === 'accounts_grants') await placeNotes(tx, rows)
}

function rowAt(rowId: string, areaId: string, places: ReadonlyMap<string, number>): PlacedRow {
  const areaLft = places.get(areaId)
  if (areaLft === undefined) throw new Error('a row would follow to a unit that is not there')
  return { rowId, areaId, areaLft }
}

async function lftOf(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  return new Map((await listPlacedUnits(tx, ids)).map(({ id, lft }) => [id, lft]))
}

export type Back = {
  heirs: ReadonlyMap<string, string>
  movedIds: readonly string[]
  /** Units that are there again. */
  endedIds: readonly string[]
}

/**
 * Takes rows back: each that still is where it was put returns to its old unit, what was made since in a unit that
 * goes away goes to its heir, and rows of units that moved get the unit's old numbers.
 */
export async function followBack(tx: Tx, of: OfCase, { heirs, movedIds, endedIds }: Back): Promise<void> {
  for (const follower of followers) {
    const followed = new Map((await listRows(tx, of.id, follower.table)).map((row) => [row.rowId, row]))
    const areaIds = new Set([
      ...heirs.keys(),
      ...movedIds,
      ...[...followed.values()].map(({ toAreaId }) => toAreaId),
    ])
    const rows = await follower.list(tx, [...areaIds])
    const target = ({ rowId, areaId }: PlacedRow): string => {
      const row = followed.get(rowId)
      return row?.toAreaId === areaId ? row.fromAreaId : (heirs.get(areaId) ?? areaId)
    }
    const places = await lftOf(tx, rows.map(target))
    const back = rows
      .map((row) => rowAt(row.rowId, target(row), places))
      .filter((row, index) => row.areaId !== rows[index]?.areaId || row.areaLft !== rows[index].areaLft)
    if (back.length > 0) await move(tx, follower, back)
  }
  for (const { fromAreaId, toAreaId } of await listRows(tx, of.id, installation))
    await moveInstallation(tx, toAreaId, fromAreaId)
  const own = await lftOf(tx, [...movedIds, ...endedIds])
  await placeFinished(
    tx,
    [...own].map(([areaId, areaLft]) => ({ areaId, areaLft })),
  )
  await deleteRows(tx, of.id)
}

export type Noting = {
  caseId: string
  decisionNumber: string
  effectiveOn: Day
  today: Day
  at: string
  kind: GrantNote['kind']
}

/** Tells the holders of grants that count today on `areaIds` what became of them. */
export async function noteHolders(
  tx: Tx,
  noting: Noting,
  areaIds: readonly string[],
  nameOf: (areaId: string, grantId: string) => { oldName: string; newName: string | null } | undefined,
): Promise<void> {
  const { caseId, kind, effectiveOn, decisionNumber, today, at } = noting
  const notes = (await listGrantsAt(tx, areaIds)).flatMap((grant): NewNote[] => {
    const names = nameOf(grant.areaId, grant.rowId)
    if (!names || grant.ended || (grant.validTo !== null && grant.validTo < today)) return []
    return [
      {
        ...{ id: newId(), caseId, personId: grant.personId, grantId: grant.rowId, areaLft: grant.areaLft },
        ...{ kind, ...names, effectiveOn, decisionNumber, madeAt: at },
      },
    ]
  })
  await insertNotes(tx, notes)
}
