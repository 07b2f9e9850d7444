import { z } from 'zod'
import { Day } from '#base/day.ts'
import { fold, tidy } from '#base/text.ts'
import type { Birth } from '../birth.ts'
import { birthRefusal } from '../child-age.ts'
import { checkName } from '../child-name.ts'
import { BornPrecision, CarerRelation, Education, Poverty, Sex } from '../contract.ts'
import { ethnicCode } from '../ethnic-groups.ts'
import { checkPersonalId, restoreLeadingZeros } from '../personal-id.ts'
import { readBirth } from './birth-cell.ts'
import { emptyCell, type RosterCell, type RosterRow } from './cell.ts'
import { educationOfWord, isTicked, isVillageLine, povertyOfWord, sexOfWord } from './cells.ts'
import { readCarers } from './carers.ts'
import { isNumberingRow, type RosterLayout } from './columns.ts'
import { isMarkedExample, isUntouchedExample } from './examples.ts'
import type { RosterField } from './headings.ts'
import { reason, type RowReason } from './reasons.ts'

export const RosterChild = z.object({
  fullName: z.string(),
  unnamed: z.boolean(),
  bornOn: Day,
  bornPrecision: BornPrecision.default('day'),
  sex: Sex,
  ethnicCode: z.string().nullable(),
  /** As written; matched with the villages of the commune afterwards. */
  village: z.string().nullable(),
  address: z.string().nullable(),
  householdCode: z.string().nullable(),
  poverty: Poverty.nullable(),
  disabled: z.boolean(),
  specialCircumstance: z.boolean(),
  education: Education.nullable(),
  personalId: z.string().nullable(),
  carers: z.array(z.object({ fullName: z.string(), relation: CarerRelation, phone: z.string().nullable() })),
})
export type RosterChild = z.infer<typeof RosterChild>

export type RowReading =
  | { outcome: 'skipped' }
  | { outcome: 'taken'; child: RosterChild; notes: RowReason[] }
  | { outcome: 'refused'; reasons: RowReason[] }

export type RowCells = {
  cell: (field: RosterField) => RosterCell
  text: (field: RosterField) => string
  has: (field: RosterField) => boolean
}

/**
 * Reads the rows of one sheet in order. It remembers only the last line that named a village, because many
 * rosters write the village once above its children.
 */
export function rowReader(layout: RosterLayout, today: Day): (row: RosterRow) => RowReading {
  let village: string | null = null
  return (row) => {
    if (row.number <= layout.lastHeadingRow || isNumberingRow(row)) return { outcome: 'skipped' }
    const alone = onlyText(row)
    if (alone !== undefined && isVillageLine(alone))
      village = alone.replace(/^([ivx]+|\d+)[.)\s]+/i, '').trim()
    if (alone !== undefined || isNoChild(layout, row)) return { outcome: 'skipped' }
    const cells = cellsOf(layout, row)
    return readExample(row, cells) ?? readRow(cells, { village, today })
  }
}

function cellsOf(layout: RosterLayout, row: RosterRow): RowCells {
  const cell = (field: RosterField) => {
    const index = layout.places[field]
    return (index === undefined ? undefined : row.cells[index]) ?? emptyCell
  }
  return { cell, text: (field) => tidy(cell(field).text), has: (field) => layout.places[field] !== undefined }
}

function onlyText(row: RosterRow): string | undefined {
  const filled = row.cells.filter((cell) => tidy(cell.text) !== '')
  return filled.length <= 1 ? tidy(filled[0]?.text ?? '') : undefined
}

const closingWords =
  /^(tong|cong|tong cong|tong so|nguoi lap|can bo|chu tich|lap bieu|thu truong|ngay \d|ghi chu|xac nhan|tm )/

/** Of the marked examples of our own template; undefined for every other row. */
function readExample(row: RosterRow, { text }: RowCells): RowReading | undefined {
  const first = row.cells.find((cell) => tidy(cell.text) !== '')
  if (!isMarkedExample(first?.text ?? '')) return undefined
  const fullName = text('fullName')
  if (fullName === '' || isUntouchedExample({ fullName, born: text('bornOn') })) return { outcome: 'skipped' }
  return { outcome: 'refused', reasons: [reason('example-mark', 'rowNumber')] }
}

/** Rows with a number only, sums and signatures. */
function isNoChild(layout: RosterLayout, row: RosterRow): boolean {
  const filled = row.cells.filter((cell) => cell.text.trim() !== '')
  const { cell, text } = cellsOf(layout, row)
  const hasBirth = cell('bornOn').kind !== 'empty' || cell('bornYear').kind !== 'empty'
  if (!hasBirth && filled.length < 6 && filled.some((part) => closingWords.test(fold(part.text)))) return true
  const ignored = new Set([layout.places.rowNumber, layout.places.note])
  const known = layout.columns.filter(({ field, index }) => field !== null && !ignored.has(index))
  return text('fullName') === '' && known.every(({ index }) => tidy(row.cells[index]?.text ?? '') === '')
}

type Surroundings = { village: string | null; today: Day }

function readRow(row: RowCells, { village, today }: Surroundings): RowReading {
  const reasons: RowReason[] = []
  const notes: RowReason[] = []
  const name = readName(row, reasons)
  const known = readBirthOf(row, today, { reasons, notes })
  const birth = known?.bornOn
  const personal = readIdentity(row, birth, reasons, notes)
  const ethnic = readEthnic(row, reasons)
  const poverty = readPoverty(row, reasons)
  const carers = readCarers(row, notes)
  if (reasons.length > 0 || !name || !known || !birth || !personal) return { outcome: 'refused', reasons }
  const child = {
    ...name,
    ...known,
    ...personal,
    ethnicCode: ethnic,
    poverty,
    carers,
    ...readPlace(row, village),
    disabled: isTicked(row.text('disabled')),
    specialCircumstance: isTicked(row.text('special')),
    education: readEducation(row, birth, { today, notes }),
  }
  return { outcome: 'taken', child, notes }
}

function readName(row: RowCells, reasons: RowReason[]): { fullName: string; unnamed: boolean } | undefined {
  const parts = [row.text('familyName'), row.text('givenName')].filter((part) => part !== '')
  const written = row.has('fullName') && row.text('fullName') !== '' ? row.text('fullName') : parts.join(' ')
  if (written.startsWith('#')) return void reasons.push(reason('formula-broken', 'fullName', written))
  const check = checkName(written)
  if (!check.ok) return void reasons.push(reason(check.reason, 'fullName', written))
  return { fullName: check.name, unnamed: check.unnamed }
}

/** The date column, three columns for day, month and year, or the date written in the boys' or girls' column. */
function birthCell(row: RowCells): RosterCell {
  if (row.cell('bornOn').kind !== 'empty') return row.cell('bornOn')
  const parts = (['bornDay', 'bornMonth', 'bornYear'] as const)
    .map((field) => row.text(field))
    .filter((part) => part !== '')
  if (parts.length > 0) return { text: parts.join('/'), kind: 'text' }
  const inSexColumn = [row.cell('male'), row.cell('female')].filter((cell) => /\d{4}|\d\/\d/.test(cell.text))
  return inSexColumn[0] ?? emptyCell
}

function readBirthOf(
  row: RowCells,
  today: Day,
  { reasons, notes }: { reasons: RowReason[]; notes: RowReason[] },
): Birth | undefined {
  const cell = birthCell(row)
  const birth = readBirth(cell, today)
  const code = birth.ok ? birthRefusal(birth.day, today) : birth.code
  if (code || !birth.ok)
    return void reasons.push(reason(code ?? 'birth-unreadable', 'bornOn', tidy(cell.text)))
  if (birth.precision !== 'day')
    notes.push(reason(`birth-${birth.precision}-only`, 'bornOn', tidy(cell.text)))
  return { bornOn: birth.day, bornPrecision: birth.precision }
}

type Identity = { sex: Sex; personalId: string | null }

/** The number says the sex too: it fills a missing one, and refuses another one. */
function readIdentity(
  row: RowCells,
  bornOn: Day | undefined,
  reasons: RowReason[],
  notes: RowReason[],
): Identity | undefined {
  const written = readSex(row)
  if (written.code) reasons.push(reason(written.code, 'sex', row.text('sex')))
  const { sex } = written
  const text = row.text('personalId')
  if (text === '') {
    if (!sex && !written.code) reasons.push(reason('sex-missing', 'sex'))
    return sex ? { sex, personalId: null } : undefined
  }
  const child = { ...(bornOn ? { bornOn } : {}), ...(sex ? { sex } : {}) }
  const check = checkPersonalId(restoreLeadingZeros(text, child), child)
  if (!check.ok) return void reasons.push(reason(check.reason, 'personalId', text))
  if (check.unknownPlace) notes.push(reason('personal-id-unknown-place', 'personalId', text))
  return { sex: check.sex, personalId: check.value }
}

function readSex(row: RowCells): { sex?: Sex; code?: 'sex-unreadable' | 'sex-both' } {
  if (row.text('sex') !== '') {
    const sex = sexOfWord(row.text('sex'))
    return sex ? { sex } : { code: 'sex-unreadable' }
  }
  const [male, female] = [isTicked(row.text('male')), isTicked(row.text('female'))]
  if (male && female) return { code: 'sex-both' }
  if (male) return { sex: 'male' }
  if (female) return { sex: 'female' }
  // A form with only a "Nữ" column ticks the girls and leaves the boys empty.
  return row.has('female') && !row.has('male') && !row.has('sex') ? { sex: 'male' } : unnamedSex(row)
}

/** "Trai" or "Gái" in the place of the name of a newborn says the sex. */
function unnamedSex(row: RowCells): { sex?: Sex } {
  const sex = sexOfWord(row.text('fullName'))
  return sex ? { sex } : {}
}

function readEthnic(row: RowCells, reasons: RowReason[]): string | null {
  const written = row.text('ethnic')
  if (written === '') return null
  const code = ethnicCode(written)
  if (!code) reasons.push(reason('ethnic-unknown', 'ethnic', written))
  return code ?? null
}

function readPoverty(row: RowCells, reasons: RowReason[]): Poverty | null {
  const written = row.text('poverty')
  if (written !== '') {
    const poverty = povertyOfWord(written)
    if (!poverty) reasons.push(reason('poverty-unreadable', 'poverty', written))
    return poverty ?? null
  }
  if (row.has('poor') && isTicked(row.text('poor'))) return 'poor'
  if (row.has('nearPoor') && isTicked(row.text('nearPoor'))) return 'near-poor'
  return row.has('poor') && row.has('nearPoor') ? 'none' : null
}

function readPlace(row: RowCells, village: string | null) {
  const orNull = (text: string, longest: number) => (text === '' ? null : text.slice(0, longest))
  return {
    village: orNull(row.text('village'), 100) ?? village,
    address: orNull(row.text('address'), 200),
    householdCode: orNull(row.text('household'), 30),
  }
}

function readEducation(
  row: RowCells,
  bornOn: Day,
  { today, notes }: { today: Day; notes: RowReason[] },
): Education | null {
  const written = row.text('education')
  if (written === '') return null
  const education = educationOfWord(written, bornOn, today)
  if (!education) notes.push(reason('education-unreadable', 'education', written))
  return education ?? null
}
