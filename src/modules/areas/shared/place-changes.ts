import type { Extent } from './contract.ts'
import { searchKey } from './rules.ts'
import type { ChangeRow, OldCommune, Remark, UnitTables } from './unit-tables.ts'

export type UnitKind = 'province' | 'district' | 'commune'

/** An old unit became (part of) a new one. Codes are those of the lists before and after 1/7/2025. */
export type Change = {
  from: { kind: UnitKind; code: string }
  to: { kind: UnitKind; code: string }
  extent: Extent
  note: string | null
}

type Tables = Pick<
  UnitTables,
  'communes-until-2025-06' | 'districts-until-2025-06' | 'communes-from-2025-07' | 'commune-changes-2025-07'
>

/**
 * Places the rows of the table of changes on the units of both lists. A row whose code or name leads to nothing, or
 * whose code and name lead to two different units, is not placed but told (domain: reorganisation, traps 5 and 7).
 */
export function placeChanges(tables: Tables): { changes: Change[]; remarks: Remark[] } {
  const lists = listsOf(tables)
  const remarks: Remark[] = []
  const changes = tables['commune-changes-2025-07'].flatMap((row) => placeRow(row, lists, remarks) ?? [])
  const placed = new Set(changes.map(({ from }) => from.code))
  for (const { code, name } of tables['communes-until-2025-06'])
    if (!placed.has(code))
      remarks.push({ table: 'communes-until-2025-06', code, name, reason: 'no-successor', detail: '' })
  return { changes: [...changes, ...derivedChanges(tables, changes)], remarks }
}

type Lists = {
  old: Map<string, OldCommune>
  /** District code and name: the codes of the communes called so. */
  oldByName: Map<string, string[]>
  districts: Map<string, string>
  now: ReadonlySet<string>
}

const nameKey = (district: string, name: string) => `${district} ${searchKey(name)}`

function listsOf(tables: Tables): Lists {
  const oldByName = new Map<string, string[]>()
  for (const { code, name, district_code } of tables['communes-until-2025-06']) {
    const key = nameKey(district_code, name)
    oldByName.set(key, [...(oldByName.get(key) ?? []), code])
  }
  return {
    old: new Map(tables['communes-until-2025-06'].map((row) => [row.code, row])),
    oldByName,
    districts: new Map(tables['districts-until-2025-06'].map(({ code, name }) => [code, name])),
    now: new Set(tables['communes-from-2025-07'].map(({ code }) => code)),
  }
}

function placeRow(row: ChangeRow, lists: Lists, remarks: Remark[]): Change | undefined {
  const tell = (reason: Remark['reason'], detail: string): undefined => {
    const [code, name] = [row.old_code || row.new_code, row.old_name || row.new_name]
    remarks.push({ table: 'commune-changes-2025-07', code, name, reason, detail })
  }
  const change = {
    to: { kind: 'commune', code: row.new_code } as const,
    extent: row.extent,
    note: row.note || null,
  }
  if (!lists.now.has(row.new_code)) return tell('new-unit-unknown', row.new_code)
  if (row.old_code === '') {
    // A district without communes became a unit as a whole (Bạch Long Vĩ, Cồn Cỏ, Hoàng Sa, Lý Sơn, Côn Đảo).
    if (row.old_name === '' && lists.districts.has(row.old_district_code))
      return { from: { kind: 'district', code: row.old_district_code }, ...change }
    return tell('old-unit-unknown', row.note)
  }
  const unit = lists.old.get(row.old_code)
  if (!unit) return tell('old-unit-unknown', row.new_code)
  if (!sameName(unit.name, row.old_name)) {
    const others = lists.oldByName.get(nameKey(unit.district_code, row.old_name)) ?? []
    if (others.length > 0) return tell('code-names-other-unit', `${unit.name}; ${others.join(', ')}`)
    tell('name-differs', unit.name)
  }
  return { from: { kind: 'commune', code: unit.code }, ...change }
}

function sameName(left: string, right: string): boolean {
  return searchKey(left) === searchKey(right)
}

/** What follows for the districts and provinces from where their communes went. */
function derivedChanges(tables: Tables, changes: readonly Change[]): Change[] {
  const old = new Map(tables['communes-until-2025-06'].map((row) => [row.code, row]))
  const provinceNow = new Map(tables['communes-from-2025-07'].map((row) => [row.code, row.province_code]))
  const districtProvince = new Map(
    tables['districts-until-2025-06'].map((row) => [row.code, row.province_code]),
  )
  const [districts, provinces] = [new Map<string, Set<string>>(), new Map<string, Set<string>>()]
  const named = new Set(changes.filter(({ from }) => from.kind === 'district').map(({ from }) => from.code))
  for (const { from, to } of changes) {
    const district = from.kind === 'district' ? from.code : old.get(from.code)?.district_code
    const province = district && districtProvince.get(district)
    if (district && !named.has(district)) addTo(districts, district, to.code)
    if (province) addTo(provinces, province, provinceNow.get(to.code) ?? '')
  }
  return [...toChanges(districts, ['district', 'commune']), ...toChanges(provinces, ['province', 'province'])]
}

function addTo(map: Map<string, Set<string>>, key: string, value: string): void {
  const set = map.get(key) ?? new Set()
  map.set(key, set.add(value))
}

function toChanges(map: Map<string, Set<string>>, [old, now]: [UnitKind, UnitKind]): Change[] {
  return [...map].flatMap(([code, targets]) =>
    [...targets].map((target) => ({
      from: { kind: old, code },
      to: { kind: now, code: target },
      extent: targets.size === 1 ? ('whole' as const) : ('part' as const),
      note: null,
    })),
  )
}

/**
 * The unit of today that holds the land of an old one: the only one that took it whole, else the only one at all.
 * Undefined when the land is divided.
 */
export function holderOf(changes: readonly Change[]): Change['to'] | undefined {
  const whole = changes.filter(({ extent }) => extent === 'whole')
  const [only, another] = whole.length > 0 ? whole : changes
  return another ? undefined : only?.to
}
