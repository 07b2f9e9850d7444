import { newId } from '#base/id.ts'
import { fold } from '#base/text.ts'
import type { Db } from '#platform/db/types.ts'
import { fileRefusal } from '#platform/files/problems.ts'
import { readSmallSpreadsheet, type SheetRow } from '#platform/files/spreadsheet.ts'
import type { UploadedFile, Writing } from '#platform/http/route.ts'
import { audit } from '#modules/accounts/server/public.ts'
import { listChildAreas, villageKey } from '#modules/areas/server/public.ts'
import type { Area } from '#modules/areas/shared/contract.ts'
import { type FacilityImport, importLimits, type RefusedRow } from '../shared/contract.ts'
import { findListLayout, type ListLayout, type ListRow, readListRow } from '../shared/list-rows.ts'
import { facilitiesProblem } from '../shared/problems.ts'
import { getPlaceOfToday } from './place.ts'
import { findImport, insertImport } from './queries-contacts.ts'
import { insertFacilities, openNames } from './queries.ts'

type Found = { layout: ListLayout; headings: string[]; rows: SheetRow[] }

/** Titles may stand above the head row; further down than this nobody puts headings. */
const headingsWithin = 20

const textsOf = (row: SheetRow) => row.cells.map(({ text }) => text.replaceAll('\u0000', '').trim())

async function readFile(file: UploadedFile): Promise<Found> {
  const sheet = await readSmallSpreadsheet(file, importLimits.rows)
  if (!sheet.ok) throw fileRefusal(sheet.reason, sheet.limit)
  for (const [index, row] of sheet.rows.slice(0, headingsWithin).entries()) {
    const layout = findListLayout(textsOf(row))
    if (!layout) continue
    const rows = sheet.rows.slice(index + 1).filter((one) => textsOf(one).some((text) => text !== ''))
    if (rows.length === 0) throw facilitiesProblem('facilities.import-no-rows')
    return { layout, headings: textsOf(row), rows }
  }
  throw facilitiesProblem('facilities.import-wrong-columns')
}

/** The place itself and those directly below it, by their names without marks and without "thôn", "xã". */
async function placesByName(
  db: Db,
  area: Area,
  today: string,
): Promise<(name: string | null) => Area | undefined> {
  const below = await listChildAreas(db, area.id, today)
  const byKey = new Map<string, Area>()
  const twice = new Set<string>()
  const add = (key: string, place: Area) => {
    if ((byKey.get(key) ?? place).id !== place.id) twice.add(key)
    byKey.set(key, place)
  }
  for (const place of below) {
    add(keyOf(place.name), place)
    add(fold(place.name), place)
  }
  for (const key of [keyOf(area.name), fold(area.name)]) byKey.set(key, area)
  return (name) => {
    if (name === null) return area
    const exact = byKey.get(fold(name))
    if (exact && !twice.has(fold(name))) return exact
    return twice.has(keyOf(name)) ? undefined : byKey.get(keyOf(name))
  }
}

function keyOf(name: string): string {
  return villageKey(name).replace(/^(xa|phuong|dac khu|tinh|thanh pho)\s+(?=\S)/, '')
}

type Placed = { rowNumber: number; cells: string[]; row: ListRow; area: Area }

/** Reads each row; what can be taken is placed, what cannot comes back with its reasons. */
function sortRows(
  { layout, rows }: Found,
  placeOf: (name: string | null) => Area | undefined,
  today: string,
) {
  const placed: Placed[] = []
  const refused: RefusedRow[] = []
  for (const source of rows) {
    const cells = textsOf(source).map((text) => text.slice(0, 500))
    const reading = readListRow(cells, { layout, today })
    const line = { rowNumber: source.number, cells }
    const area = reading.ok ? placeOf(reading.row.placeName) : undefined
    if (!reading.ok) refused.push({ ...line, reasons: reading.reasons })
    else if (area) placed.push({ ...line, row: reading.row, area })
    else refused.push({ ...line, reasons: [{ code: 'place-unknown', value: reading.row.placeName ?? '' }] })
  }
  return { placed, refused }
}

const nameKey = (areaId: string, kind: string, name: string) => `${areaId} ${kind} ${fold(name)}`

/** Facilities that are there already, or twice in the file, are not taken a second time. */
async function withoutKnown(db: Db, placed: readonly Placed[]) {
  const open = await openNames(db, [...new Set(placed.map(({ area }) => area.id))])
  const known = new Set(open.map(({ areaId, kind, name }) => nameKey(areaId, kind, name)))
  const taken: Placed[] = []
  const refused: RefusedRow[] = []
  for (const one of placed) {
    const key = nameKey(one.area.id, one.row.kind, one.row.name)
    const { rowNumber, cells, row } = one
    if (known.has(key)) refused.push({ rowNumber, cells, reasons: [{ code: 'known', value: row.name }] })
    else taken.push(one)
    known.add(key)
  }
  return { taken, refused }
}

/** Takes over what it can of a list, in one transaction; the same upload sent again gets the first answer. */
export async function importFacilities(
  { actor, tx, clock }: Writing,
  { id, areaId, file }: { id: string; areaId: string; file: UploadedFile },
): Promise<FacilityImport> {
  const today = clock.today()
  const area = await getPlaceOfToday(tx, actor, { areaId, today })
  const earlier = await findImport(tx, id)
  if (earlier) return earlier
  const found = await readFile(file)
  const sorted = sortRows(found, await placesByName(tx, area, today), today)
  const { taken, refused } = await withoutKnown(tx, sorted.placed)

  const facilities = taken.map(({ row, area: place }) => ({
    ...row,
    ...{ id: newId(), areaId: place.id, areaLft: place.lft },
  }))
  await insertFacilities(tx, facilities, actor.accountId)
  const all = [...sorted.refused, ...refused].sort((a, b) => a.rowNumber - b.rowNumber)
  const fileName = file.name.slice(0, 200)
  const run = { id, fileName, taken: taken.length, headings: found.headings, refused: all }
  await insertImport(tx, { ...run, area }, actor.accountId)
  await audit(tx, actor, 'facilities.imported', id, { after: { taken: taken.length, refused: all.length } })
  return run
}
