import { newId } from '#base/id.ts'
import { addDays } from '#base/day.ts'
import { isOn } from '#base/span.ts'
import type { Tx } from '#platform/db/types.ts'
import { checkUnits } from '../shared/check-units.ts'
import { type Change, placeChanges } from '../shared/place-changes.ts'
import { searchKey } from '../shared/rules.ts'
import {
  changesOf2026From,
  type ImportResult,
  nationFrom,
  type Remark,
  threeTierUntil,
  twoTierFrom,
} from '../shared/unit-tables.ts'
import { loadKnownHistory } from './known-history.ts'
import { newTodayUnits, type TodayUnit, todayUnits } from './import-today.ts'
import { areasChanged, type Changing } from './hooks.ts'
import { newOldUnits } from './import-old.ts'
import { deleteSuccessions, insertName, insertSuccessions, setNames } from './queries-change.ts'
import { refreshFullNames } from './queries-move.ts'
import {
  correctCode,
  correctEarlierName,
  type EarlierName,
  extendNation,
  insertImport,
  type KnownUnit,
  listAllNames,
  listAllUnits,
  listSuccessionsOn,
  lockTree,
} from './queries-import.ts'
import { insertAreas } from './queries.ts'
import type { ReadUnits } from './read-units.ts'

/**
 * Loads units before and after 1/7/2025 and what became of them. What is there stays, with its id, its range and
 * everything below it; names are put right; a second import of the same tables changes nothing.
 */
export async function importUnits(changing: Changing, read: ReadUnits, now: Date): Promise<ImportResult> {
  const { tx } = changing
  await lockTree(tx)
  const { tables, remarks: unsound } = checkUnits(read.tables)
  const { changes, remarks: unplaced } = placeChanges(tables)
  const remarks = [...read.remarks, ...unsound, ...unplaced]
  await extendNation(tx, nationFrom)

  const units = todayUnits(tables)
  const changed = await correctToday(tx, units, { remarks, source: read.source })
  const today = newTodayUnits(units, await listAllUnits(tx), read.source)
  await insertAreas(tx, today)
  const old = newOldUnits(tables, changes, { known: await listAllUnits(tx), source: read.source })
  await insertAreas(tx, old)

  const history = await loadKnownHistory(tx)

  const successions = await writeSuccessions(tx, changes, read.source)
  const result: ImportResult = {
    source: read.source,
    units: {
      read: units.length + countOld(tables),
      added: today.length + old.length,
      changed: changed + history,
    },
    successions: { read: tables['commune-changes-2025-07'].length, ...successions },
    remarks,
  }
  if (result.units.added + result.units.changed + successions.added + successions.removed > 0)
    await keepResult(changing, result, now)
  return result
}

async function keepResult(changing: Changing, result: ImportResult, now: Date): Promise<void> {
  const { tx, actor } = changing
  await insertImport(tx, newId(), now, result)
  const nation = (await listAllUnits(tx)).find(({ kind }) => kind === 'nation')
  const { source, units, successions } = result
  const after = { source, units, successions }
  await areasChanged(changing, {
    action: 'areas.units-imported',
    areaId: actor?.area.id ?? nation?.id ?? '',
    after,
  })
}

type Tables = ReturnType<typeof checkUnits>['tables']

function countOld(tables: Tables): number {
  const names = ['provinces-until-2025-06', 'districts-until-2025-06', 'communes-until-2025-06'] as const
  return names.reduce((sum, name) => sum + tables[name].length, 0)
}

/** Finds units by kind and code as they were on one day. */
export function unitsOn(known: readonly KnownUnit[], day: string): Map<string, KnownUnit> {
  return new Map(
    known
      .filter((unit) => unit.kind !== 'village' && isOn(unit, day))
      .map((unit) => [`${unit.kind} ${unit.code}`, unit]),
  )
}

type Telling = { remarks: Remark[]; source: string }

/** Puts codes and names of known units right; returns how many were. */
async function correctToday(tx: Tx, units: readonly TodayUnit[], telling: Telling): Promise<number> {
  const codes = await correctCodes(tx, units, telling)
  const known = await listAllUnits(tx)
  const here = unitsOn(known, twoTierFrom)
  const names = Map.groupBy(await listAllNames(tx), (name) => name.areaId)
  const renames: { id: string; name: string }[] = []
  let corrected = 0
  for (const unit of units) {
    const match = here.get(`${unit.kind} ${unit.code}`)
    if (!match) continue
    tellMoved(unit, match, { here, telling })
    const [first] = names.get(match.id) ?? []
    if (first) corrected += Number(await correctFirstName(tx, unit, first))
    else if (await correctName(tx, unit, match)) renames.push({ id: match.id, name: lastName(unit) })
  }
  await setNames(tx, renames)
  const nation = known.find(({ kind }) => kind === 'nation')
  if (nation && corrected + renames.length > 0) await refreshFullNames(tx, [nation.id])
  return codes + corrected + renames.length
}

const lastName = (unit: TodayUnit) => unit.laterName ?? unit.name

/** A unit that was renamed here already: only the spelling of its first name is the list's to say. */
async function correctFirstName(tx: Tx, unit: TodayUnit, first: EarlierName): Promise<boolean> {
  if (first.validFrom !== twoTierFrom || first.name === unit.name) return false
  await correctEarlierName(tx, first.areaId, first.validFrom, unit.name)
  return true
}

/** The name of 1/7/2025 is kept as an earlier one where the unit was renamed on 30/4/2026. */
async function correctName(tx: Tx, unit: TodayUnit, match: KnownUnit): Promise<boolean> {
  const last = lastName(unit)
  if (last !== unit.name) {
    const validTo = addDays(changesOf2026From, -1)
    const source = 'Nghị quyết 30/2026/QH16'
    await insertName(tx, { areaId: match.id, name: unit.name, validFrom: match.validFrom, validTo, source })
  }
  return last !== unit.name || match.name !== last
}

/**
 * Sources differ in a few codes (xã Ia Mơ: 23938 and 23737). A known unit whose code the list lacks and the one unit
 * of the list with its name in the same province are one: it gets the code of the list.
 */
async function correctCodes(tx: Tx, units: readonly TodayUnit[], { remarks }: Telling): Promise<number> {
  const here = unitsOn(await listAllUnits(tx), twoTierFrom)
  const listed = new Set(units.map(({ kind, code }) => `${kind} ${code}`))
  const provinceId = (code: string) => here.get(`province ${code}`)?.id
  let corrected = 0
  for (const unit of units.filter(({ kind, code }) => kind === 'commune' && !here.has(`commune ${code}`))) {
    const twins = [...here.values()].filter(
      (other) =>
        other.kind === 'commune' &&
        !listed.has(`commune ${other.code}`) &&
        other.parentId === provinceId(unit.provinceCode ?? '') &&
        searchKey(other.name) === searchKey(unit.name),
    )
    const [twin, another] = twins
    if (!twin || another) continue
    await correctCode(tx, twin.id, unit.code)
    const { code, name } = unit
    remarks.push({ table: 'communes-from-2025-07', code, name, reason: 'code-corrected', detail: twin.code })
    corrected += 1
  }
  return corrected
}

/** A unit that stands elsewhere here than in the list is left where it is. */
function tellMoved(
  unit: TodayUnit,
  match: KnownUnit,
  { here, telling }: { here: Map<string, KnownUnit>; telling: Telling },
): void {
  const above = unit.provinceCode === undefined ? undefined : here.get(`province ${unit.provinceCode}`)
  if (!above || match.parentId === above.id) return
  const { code, name } = unit
  const table = unit.kind === 'province' ? 'provinces-from-2025-07' : 'communes-from-2025-07'
  telling.remarks.push({ table, code, name, reason: 'changed-since', detail: match.fullName })
}

/** Links that another source of the same reform gave are replaced, so that each old unit has one account. */
async function writeSuccessions(
  tx: Tx,
  changes: readonly Change[],
  source: string,
): Promise<{ added: number; removed: number }> {
  const known = await listAllUnits(tx)
  const [before, after] = [unitsOn(known, threeTierUntil), unitsOn(known, twoTierFrom)]
  const wanted = changes.flatMap(({ from, to, extent, note }) => {
    const [old, now] = [before.get(`${from.kind} ${from.code}`), after.get(`${to.kind} ${to.code}`)]
    return old && now ? [{ fromAreaId: old.id, toAreaId: now.id, extent, note }] : []
  })
  const key = (row: { fromAreaId: string; toAreaId: string; extent: string; note: string | null }) =>
    [row.fromAreaId, row.toAreaId, row.extent, row.note ?? ''].join(' ')
  const there = await listSuccessionsOn(tx, twoTierFrom)
  const wantedKeys = new Set(wanted.map(key))
  const oldIds = new Set(wanted.map(({ fromAreaId }) => fromAreaId))
  const stale = there.filter((row) => oldIds.has(row.fromAreaId) && !wantedKeys.has(key(row)))
  const thereKeys = new Set(there.map(key))
  const missing = wanted.filter((row) => !thereKeys.has(key(row)))
  await deleteSuccessions(
    tx,
    stale.map(({ id }) => id),
  )
  await insertSuccessions(
    tx,
    missing.map((row) => ({ id: newId(), ...row, onDate: twoTierFrom, source })),
  )
  return { added: missing.length, removed: stale.length }
}
