import { type Remark, type UnitFile, type UnitTables } from './unit-tables.ts'

type Coded = { code: string; name: string }
type Checked = { tables: UnitTables; remarks: Remark[] }

const named = (row: { code: string; name_2025_07: string }): Coded => ({
  code: row.code,
  name: row.name_2025_07,
})

/**
 * Takes out the rows that contradict the list itself: a code a second time, a unit whose unit above is not in the
 * list. What remains is a tree.
 */
export function checkUnits(tables: UnitTables): Checked {
  const remarks: Remark[] = []
  const keep = <Row>(table: UnitFile, rows: Row[], look: { as: (row: Row) => Coded; above?: Above<Row> }) =>
    keepSound(rows, { table, ...look, remarks })

  const oldProvinces = keep('provinces-until-2025-06', tables['provinces-until-2025-06'], {
    as: (row) => row,
  })
  const oldDistricts = keep('districts-until-2025-06', tables['districts-until-2025-06'], {
    as: (row) => row,
    above: { known: codesOf(oldProvinces), code: (row) => row.province_code },
  })
  const districtProvince = new Map(oldDistricts.map((row) => [row.code, row.province_code]))
  const oldCommunes = keep('communes-until-2025-06', tables['communes-until-2025-06'], {
    as: (row) => row,
    above: {
      known: new Set(oldDistricts.map((row) => `${row.code} ${row.province_code}`)),
      code: (row) => `${row.district_code} ${districtProvince.get(row.district_code) ?? row.province_code}`,
    },
  })
  const provinces = keep('provinces-from-2025-07', tables['provinces-from-2025-07'], { as: named })
  const communes = keep('communes-from-2025-07', tables['communes-from-2025-07'], {
    as: named,
    above: { known: codesOf(provinces), code: (row) => row.province_code },
  })
  const sound: UnitTables = {
    'provinces-until-2025-06': oldProvinces,
    'districts-until-2025-06': oldDistricts,
    'communes-until-2025-06': oldCommunes,
    'provinces-from-2025-07': provinces,
    'communes-from-2025-07': communes,
    'commune-changes-2025-07': tables['commune-changes-2025-07'],
  }
  return { tables: sound, remarks }
}

type Above<Row> = { known: ReadonlySet<string>; code: (row: Row) => string }

function codesOf(rows: readonly { code: string }[]): Set<string> {
  return new Set(rows.map(({ code }) => code))
}

function keepSound<Row>(
  rows: Row[],
  look: { table: UnitFile; as: (row: Row) => Coded; above?: Above<Row> | undefined; remarks: Remark[] },
): Row[] {
  const seen = new Set<string>()
  return rows.filter((row) => {
    const { code, name } = look.as(row)
    const tell = (reason: Remark['reason'], detail: string) => {
      look.remarks.push({ table: look.table, code, name, reason, detail })
      return false
    }
    if (seen.has(code)) return tell('code-twice', code)
    seen.add(code)
    if (look.above && !look.above.known.has(look.above.code(row)))
      return tell('unit-above-unknown', look.above.code(row))
    return true
  })
}
