import { fold, upperFirst } from '#base/text.ts'
import { freeRanges, fullNameOf, rangeWidth } from '../shared/rules.ts'
import { changesOf2026From, twoTierFrom, type UnitTables } from '../shared/unit-tables.ts'
import type { KnownUnit } from './queries-import.ts'
import type { NewArea } from './queries.ts'
import { areaId } from './seed.ts'
import { areasProblem } from '../shared/problems.ts'

/** A province or commune of the list of 1/7/2025, with the name it carries since 30/4/2026 when that differs. */
export type TodayUnit = {
  kind: 'province' | 'commune'
  code: string
  name: string
  laterName: string | undefined
  provinceCode: string | undefined
}

/** Provinces first: they are the units above. */
export function todayUnits(tables: UnitTables): TodayUnit[] {
  const provinces = tables['provinces-from-2025-07'].map((row) => ({
    kind: 'province' as const,
    ...{ code: row.code, name: row.name_2025_07, provinceCode: undefined },
    laterName: row.name_2026_04_30,
  }))
  const communes = tables['communes-from-2025-07'].map((row) => ({
    kind: 'commune' as const,
    ...{ code: row.code, name: row.name_2025_07, provinceCode: row.province_code },
    laterName: row.kind_2026_04_30 ? withKind(row.name_2025_07, row.kind_2026_04_30) : undefined,
  }))
  return [...provinces, ...communes]
}

/** "Xã Lộc Ninh" as a phường: "Phường Lộc Ninh". */
function withKind(name: string, kind: string): string {
  const bare = name.replace(/^(xã|phường|thị trấn|đặc khu)\s+/i, '')
  return `${upperFirst(kind)} ${bare}`
}

/**
 * The units of the list that are not known yet, each with a range. A unit that was reorganised away since then counts
 * as known: it existed on 1/7/2025.
 */
export function newTodayUnits(
  units: readonly TodayUnit[],
  known: readonly KnownUnit[],
  source: string,
): NewArea[] {
  const nation = known.find(({ kind }) => kind === 'nation')
  if (!nation) throw areasProblem('areas.not-found')
  const here = (unit: Pick<TodayUnit, 'kind' | 'code'>) =>
    known.find(
      (other) =>
        other.kind === unit.kind &&
        other.code === unit.code &&
        other.validFrom <= changesOf2026From &&
        (other.validTo === null || other.validTo >= twoTierFrom),
    )
  const knownKeys = new Set(
    known
      .filter(({ validTo }) => validTo === null || validTo >= twoTierFrom)
      .map(({ kind, code }) => `${kind} ${code}`),
  )
  const missing = units.filter(({ kind, code }) => !knownKeys.has(`${kind} ${code}`))
  const provinces = withRooms(
    missing.filter(({ kind }) => kind === 'province'),
    nation,
    { known, source },
  )
  const byProvince = Map.groupBy(
    missing.filter(({ kind }) => kind === 'commune'),
    (unit) => unit.provinceCode ?? '',
  )
  const communes = [...byProvince].flatMap(([code, below]) => {
    const made = provinces.find((province) => province.code === code)
    const above = made ? toKnown(made) : here({ kind: 'province', code })
    return above ? withRooms(below, above, { known, source }) : []
  })
  return [...provinces, ...communes]
}

function withRooms(
  units: readonly TodayUnit[],
  above: KnownUnit,
  { known, source }: { known: readonly KnownUnit[]; source: string },
): NewArea[] {
  const [first] = units
  if (!first) return []
  const taken = known.filter(({ lft }) => lft > above.lft && lft <= above.rgt)
  const width = rangeWidth[first.kind]
  const rooms = freeRanges(above, taken, { width, count: units.length, from: 'beginning' })
  const kind = above.kind === 'nation' ? ('nation' as const) : ('province' as const)
  return units.map((unit, index) => {
    const room = rooms[index]
    if (!room) throw areasProblem('areas.no-room')
    return {
      ...{ id: areaId(unit.kind, unit.code, twoTierFrom), code: unit.code, kind: unit.kind, name: unit.name },
      full_name: fullNameOf(unit.name, { kind, fullName: above.fullName }),
      ...{ name_folded: fold(unit.name), parent_id: above.id, ...room },
      ...{ valid_from: twoTierFrom, valid_to: null, source },
    }
  })
}

function toKnown(area: NewArea): KnownUnit {
  const { id, code, kind, name, lft, rgt } = area
  return {
    ...{ id, code, kind, name, lft, rgt, fullName: area.full_name, parentId: area.parent_id },
    ...{ validFrom: area.valid_from, validTo: area.valid_to },
  }
}
