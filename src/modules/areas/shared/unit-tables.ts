import { z } from 'zod'
import type { Day } from '#base/day.ts'
import { tidy, upperFirst } from '#base/text.ts'

/** The two-tier units came into being on this day (Law 72/2025/QH15; list: Decision 19/2025/QĐ-TTg). */
export const twoTierFrom: Day = '2025-07-01'

/** The last day of the 63 provinces, 696 districts and 10,051 communes of the earlier list. */
export const threeTierUntil: Day = '2025-06-30'

/** Resolution 30/2026/QH16: Đồng Nai a centrally run city, ten of its communes wards. */
export const changesOf2026From: Day = '2026-04-30'

/**
 * Codes exist since Decision 124/2004/QĐ-TTg of 8/7/2004. A list that does not say since when its units exist lets
 * them begin here, marked as not known.
 */
export const codesFrom: Day = '2004-07-08'

/** The nation of today begins with its proclamation; no question about places goes further back. */
export const nationFrom: Day = '1945-09-02'

/** The tables of a folder of administrative units, by file name without `.csv`. */
export const unitFiles = [
  'provinces-until-2025-06',
  'districts-until-2025-06',
  'communes-until-2025-06',
  'provinces-from-2025-07',
  'communes-from-2025-07',
  'commune-changes-2025-07',
] as const
export type UnitFile = (typeof unitFiles)[number]

const text = z.string().transform(tidy)
/** One record of a public list has "xã" with a small letter. */
const name = text.pipe(z.string().min(1).max(200)).transform((given) => upperFirst(given))
const digits = (length: number) => text.pipe(z.string().regex(new RegExp(`^\\d{${length}}$`)))
const codes = { province: digits(2), district: digits(3), commune: digits(5) }

export const unitRows = {
  'provinces-until-2025-06': z.object({ code: codes.province, name }),
  'districts-until-2025-06': z.object({ code: codes.district, name, province_code: codes.province }),
  'communes-until-2025-06': z.object({
    ...{ code: codes.commune, name },
    ...{ district_code: codes.district, province_code: codes.province },
  }),
  'provinces-from-2025-07': z.object({
    code: codes.province,
    name_2025_07: name,
    name_2026_04_30: name.optional(),
  }),
  'communes-from-2025-07': z.object({
    ...{ code: codes.commune, name_2025_07: name, province_code: codes.province },
    kind_2026_04_30: text.optional(),
  }),
  'commune-changes-2025-07': z.object({
    ...{ old_code: text, old_name: text, old_district_code: text, old_province_code: text },
    ...{ new_code: codes.commune, new_name: text },
    ...{ extent: z.enum(['whole', 'part', 'other']), note: text },
  }),
} as const

type RowOf<File extends UnitFile> = z.infer<(typeof unitRows)[File]>
export type OldCommune = RowOf<'communes-until-2025-06'>
export type ChangeRow = RowOf<'commune-changes-2025-07'>

/** Rows that passed their contract, by table. */
export type UnitTables = { [File in UnitFile]: RowOf<File>[] }

export const RemarkReason = z.enum([
  'row-unreadable',
  'code-twice',
  'unit-above-unknown',
  'old-unit-unknown',
  'new-unit-unknown',
  'code-names-other-unit',
  'no-successor',
  'name-differs',
  'code-corrected',
  'changed-since',
])
export type RemarkReason = z.infer<typeof RemarkReason>

/** These are told, but the row is placed all the same. */
const placedAllTheSame: readonly RemarkReason[] = ['name-differs', 'code-corrected']

/** Something about one row that a person should look at. */
export const Remark = z.object({
  table: z.enum(unitFiles),
  code: z.string(),
  name: z.string(),
  reason: RemarkReason,
  detail: z.string(),
})
export type Remark = z.infer<typeof Remark>

export function isPlaced({ reason }: Remark): boolean {
  return placedAllTheSame.includes(reason)
}

/** What an import did. Repeated, every number of `added`, `changed` and `removed` is 0. */
export const ImportResult = z.object({
  source: z.string(),
  units: z.object({ read: z.number(), added: z.number(), changed: z.number() }),
  successions: z.object({ read: z.number(), added: z.number(), removed: z.number() }),
  remarks: z.array(Remark),
})
export type ImportResult = z.infer<typeof ImportResult>

/** The newest import that changed something. */
export const LastImport = ImportResult.pick({ source: true, remarks: true }).extend({
  importedAt: z.string(),
  counts: ImportResult.pick({ units: true, successions: true }),
})
export type LastImport = z.infer<typeof LastImport>
