export type YearMention = { year: number; from: number | undefined; start: number; end: number }

const range =
  /(?<!\d)((?:19|20)\d{2})\s*(?:-|đến|đến năm|đến hết năm|tới|\/)\s*(?:hết\s+)?(?:năm\s+)?((?:19|20)\d{2})(?!\d)/gu
const single = /năm\s*((?:19|20)\d{2})(?!\d|\s*-\s*(?:19|20)\d{2})/gu
const monthly = /(?:tháng|quý)\s*(?:\d{1,2}|[ivx]+)\s*[/-]\s*((?:19|20)\d{2})(?!\d)/gu
const bare = /(?:đến|tới|hết|trước|cuối)\s+((?:19|20)\d{2})(?!\d|\s*-\s*(?:19|20)\d{2})/gu

/** Years and ranges of years ("giai đoạn 2021 - 2025" counts as 2025 from 2021), left to right. */
export function findYears(key: string): YearMention[] {
  const found: YearMention[] = []
  const add = (mention: YearMention): void => {
    if (!found.some((one) => mention.start < one.end && one.start < mention.end)) found.push(mention)
  }
  for (const match of key.matchAll(range)) {
    const [from, to] = [Number(match[1]), Number(match[2])]
    if (to >= from && to - from <= 40) add({ year: to, from, ...span(match) })
  }
  for (const match of key.matchAll(single)) add({ year: Number(match[1]), from: undefined, ...span(match) })
  for (const match of key.matchAll(monthly)) add({ year: Number(match[1]), from: undefined, ...span(match) })
  for (const match of key.matchAll(bare)) add({ year: Number(match[1]), from: undefined, ...span(match) })
  return found.sort((one, other) => one.start - other.start)
}

function span(match: RegExpExecArray): { start: number; end: number } {
  return { start: match.index, end: match.index + match[0].length }
}

/** The year a heading sets for what stands below it. Years inside the name of another document do not count. */
export function headingYear(key: string): number | undefined {
  const own = withoutDocuments(key)
  return findYears(own)[0]?.year
}

/** Blanks out "Quyết định số 1437/QĐ-TTg ngày 29/10/2018 ... " so that its dates are not taken for targets'. */
export function withoutDocuments(key: string): string {
  return key.replace(
    /(?:số\s*)?\d{1,6}(?:\/\d{4})?\/\p{L}[\p{L}\d-]*(?:-[\p{L}\d]+)*(?:\s*,?\s*ngày\s*[\d/.\s-]*(?:tháng\s*\d+\s*năm\s*\d{4})?)?/gu,
    (text) => ' '.repeat(text.length),
  )
}
