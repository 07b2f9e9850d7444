import { isOn } from '#base/span.ts'
import { fold } from '#base/text.ts'
import { type Change, holderOf, type UnitKind } from '../shared/place-changes.ts'
import { freeRanges, fullNameOf, historyWidth, type RangeWithin } from '../shared/rules.ts'
import { codesFrom, threeTierUntil, twoTierFrom, type UnitTables } from '../shared/unit-tables.ts'
import type { KnownUnit } from './queries-import.ts'
import type { NewArea } from './queries.ts'
import { areaId } from './seed.ts'

type OldUnit = {
  kind: UnitKind
  code: string
  name: string
  above: { kind: 'nation' | UnitKind; code: string }
}

/** From the top down, so that a unit follows the one above it. */
function oldUnits(tables: UnitTables): OldUnit[] {
  return [
    ...tables['provinces-until-2025-06'].map(({ code, name }) => ({
      ...{ kind: 'province' as const, code, name },
      above: { kind: 'nation' as const, code: 'VN' },
    })),
    ...tables['districts-until-2025-06'].map(({ code, name, province_code }) => ({
      ...{ kind: 'district' as const, code, name },
      above: { kind: 'province' as const, code: province_code },
    })),
    ...tables['communes-until-2025-06'].map(({ code, name, district_code }) => ({
      ...{ kind: 'commune' as const, code, name },
      above: { kind: 'district' as const, code: district_code },
    })),
  ]
}

const keyOf = ({ kind, code }: { kind: string; code: string }) => `${kind} ${code}`

/**
 * The old units that are not known yet. Each gets its range inside the unit that holds its land today, from that
 * unit's end; where the land is divided, inside the province, and where that is divided too, inside the nation
 * (docs/decisions/0011-ranges-of-old-units.md).
 */
export function newOldUnits(
  tables: UnitTables,
  changes: readonly Change[],
  { known, source }: { known: readonly KnownUnit[]; source: string },
): NewArea[] {
  const there = new Map(
    known
      .filter((unit) => unit.kind !== 'village' && isOn(unit, threeTierUntil))
      .map((unit) => [keyOf(unit), unit]),
  )
  const missing = oldUnits(tables).filter((unit) => !there.has(keyOf(unit)))
  const ranges = roomsFor(missing, holdersOf(tables, changes, known), known)
  const names = new Map([...there].map(([key, { id, fullName }]) => [key, { id, fullName }]))
  const nation = known.find(({ kind }) => kind === 'nation')
  if (nation) names.set('nation VN', nation)
  return missing.flatMap((unit) => {
    const [above, range] = [names.get(keyOf(unit.above)), ranges.get(keyOf(unit))]
    if (!above || !range) return []
    const id = areaId(unit.kind, unit.code, codesFrom)
    const fullName = fullNameOf(unit.name, { kind: unit.above.kind, fullName: above.fullName })
    names.set(keyOf(unit), { id, fullName })
    return [
      {
        ...{ id, code: unit.code, kind: unit.kind, name: unit.name, full_name: fullName },
        ...{ name_folded: fold(unit.name), parent_id: above.id, ...range },
        ...{ valid_from: codesFrom, valid_to: threeTierUntil, valid_from_known: false, source },
      },
    ]
  })
}

/** For each old unit the units of today that could hold it, the nearest first. */
function holdersOf(
  tables: UnitTables,
  changes: readonly Change[],
  known: readonly KnownUnit[],
): (unit: OldUnit) => KnownUnit[] {
  const today = new Map(
    known
      .filter(({ kind, validTo }) => kind !== 'village' && (validTo === null || validTo >= twoTierFrom))
      .map((unit) => [keyOf(unit), unit]),
  )
  const targets = Map.groupBy(changes, ({ from }) => keyOf(from))
  const districts = new Map(tables['districts-until-2025-06'].map((row) => [row.code, row.province_code]))
  const provinceOf = (unit: OldUnit) => {
    if (unit.kind === 'province') return unit.code
    return unit.kind === 'district' ? unit.above.code : districts.get(unit.above.code)
  }
  const holderAt = (key: string) => {
    const to = holderOf(targets.get(key) ?? [])
    return to && today.get(keyOf(to))
  }
  const nation = today.get('nation VN')
  return (unit) =>
    [holderAt(keyOf(unit)), holderAt(`province ${provinceOf(unit) ?? ''}`), nation].flatMap(
      (found) => found ?? [],
    )
}

/** A commune made of many old ones gives each less room, so that half of its range stays for its own villages. */
const manyParts = 8

function roomsFor(
  units: readonly OldUnit[],
  holders: (unit: OldUnit) => KnownUnit[],
  known: readonly KnownUnit[],
): Map<string, RangeWithin> {
  const rooms = new Map<string, RangeWithin>()
  const taken = [...known]
  const place = (waiting: readonly OldUnit[], step: number): void => {
    const byHolder = Map.groupBy(waiting, (unit) => holders(unit)[step])
    const left: OldUnit[] = []
    for (const [holder, group] of byHolder) {
      if (!holder) continue
      const width = group.length > manyParts && holder.kind === 'commune' ? historyWidth / 2 : historyWidth
      const inside = taken.filter(({ lft }) => lft > holder.lft && lft <= holder.rgt)
      const found = freeRanges(holder, inside, { width, count: group.length, from: 'end' })
      for (const [index, unit] of group.entries()) {
        const room = found[index]
        if (!room) left.push(unit)
        else {
          rooms.set(keyOf(unit), room)
          taken.push({ ...holder, ...room })
        }
      }
    }
    if (left.length > 0) place(left, step + 1)
  }
  place(units, 0)
  return rooms
}
