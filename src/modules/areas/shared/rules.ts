import { fold, lowerFirst } from '#base/text.ts'
import type { Area, AreaKind } from './contract.ts'

/**
 * Whether a place lies in another one or is it: the same question that row-level security answers. Ranges nest or lie
 * apart, so the first number of the place decides. Of an older tree the dated parent links tell it (`pathOn`), because
 * units that ended keep their records inside the range of the unit that holds their land today.
 */
export function isWithin(place: { lft: number }, outer: { lft: number; rgt: number }): boolean {
  return outer.lft <= place.lft && place.lft <= outer.rgt
}

/**
 * Widths of the preorder ranges. Wide gaps: a place can get 1,023 places below it without renumbering
 * (127 provinces in the nation).
 */
export const rangeWidth = {
  nation: 2 ** 31 - 1,
  province: 2 ** 24,
  commune: 2 ** 14,
  village: 2 ** 4,
} as const

/** A unit that ended keeps this much room for its villages inside the unit that holds its land today. */
export const historyWidth = 2 ** 10

export type RangeWithin = { lft: number; rgt: number }

/**
 * Free ranges of one width inside `outer`, next to those that are `taken`. Units of today are put in from the
 * beginning, ended units from the end, so that both can grow. The first number is the unit's own and is never given.
 */
export function freeRanges(
  outer: RangeWithin,
  taken: readonly RangeWithin[],
  { width, count, from }: { width: number; count: number; from: 'beginning' | 'end' },
): RangeWithin[] {
  const gaps = gapsWithin(outer, taken, width)
  const found: RangeWithin[] = []
  for (const gap of from === 'beginning' ? gaps : gaps.reverse()) {
    const room = Math.min(Math.floor((gap.rgt - gap.lft + 1) / width), count - found.length)
    for (let index = 0; index < room; index += 1) {
      const lft = from === 'beginning' ? gap.lft + index * width : gap.rgt + 1 - (index + 1) * width
      found.push({ lft, rgt: lft + width - 1 })
    }
  }
  return found
}

/** The gaps in rising order. The first slot of the width is left to the unit itself. */
function gapsWithin(outer: RangeWithin, taken: readonly RangeWithin[], width: number): RangeWithin[] {
  const gaps: RangeWithin[] = []
  let free = outer.lft + width
  for (const range of [...taken].sort((left, right) => left.lft - right.lft)) {
    if (range.lft > free) gaps.push({ lft: free, rgt: Math.min(range.lft - 1, outer.rgt) })
    free = Math.max(free, range.rgt + 1)
  }
  if (free <= outer.rgt) gaps.push({ lft: free, rgt: outer.rgt })
  return gaps
}

const ranks: Record<AreaKind, number> = { nation: 0, province: 1, district: 2, commune: 3, village: 4 }

/** Only a kind higher up may stand above: this alone makes a cycle impossible. */
export function mayStandAbove(upper: AreaKind, lower: AreaKind): boolean {
  return ranks[upper] < ranks[lower]
}

/** "Xã Đăk Hà" below "Tỉnh Quảng Ngãi": "Xã Đăk Hà, tỉnh Quảng Ngãi". The nation is not named. */
export function fullNameOf(name: string, above: Pick<Area, 'kind' | 'fullName'> | undefined): string {
  if (!above || above.kind === 'nation') return name
  return `${name}, ${nameInSentence(above.fullName)}`
}

const kindInFront =
  /^(?:Tỉnh|Thành phố|Quận|Huyện|Thị xã|Thị trấn|Xã|Phường|Đặc khu|Thôn|Làng|Ấp|Bản|Buôn|Bon|Tổ dân phố|Khu phố)\s+(?!\d)/u

/**
 * A unit within a sentence: "Số liệu của xã Đăk Hà". The word for its kind keeps its capital where a number is the name
 * ("Phường 1") and in "Thành phố Hồ Chí Minh" (Nghị định 30/2020/NĐ-CP, Annex II, part III.1); "Việt Nam" has none.
 */
export function nameInSentence(name: string): string {
  return kindInFront.test(name) && !name.startsWith('Thành phố Hồ Chí Minh') ? lowerFirst(name) : name
}

/** Without the word for its kind, as the head of a document names the place (địa danh, NĐ 30/2020/NĐ-CP, Phụ lục I): "Đăk Hà". */
export function bareName(name: string): string {
  return name.replace(/^(?:Tỉnh|Thành phố|Xã|Phường|Đặc khu)\s+/u, '')
}

const kindWords =
  /^(tinh|thanh pho|quan|huyen|thi xa|thi tran|xa|phuong|dac khu|thon|lang|ap|ban|buon|bon|plei|to dan pho|tdp|khu pho|khom|xom) (?=\S)/

const plainKey = (text: string) => fold(text).replaceAll(/['’]/g, '')

/**
 * Whether a text names a unit: "Huyện Đắk Glei" is named by "huyện Đăk Glei" and by "Đăk Glei", not by "xã Đăk Glei".
 * Only the name of the unit loses the word for its kind: "Lạng Sơn" begins with a word for a village.
 */
export function isCalled(name: string, text: string): boolean {
  return plainKey(text) === plainKey(name) || plainKey(text) === searchKey(name)
}

/** A text as the column `search_text` holds it: folded, without apostrophes and the word for the kind in front. */
export function searchKey(text: string): string {
  return plainKey(text).replace(kindWords, '')
}
