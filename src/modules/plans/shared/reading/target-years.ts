import { matchingKey } from './matching-key.ts'
import { ancestors, headOf, type Entry } from './outline.ts'
import type { Quantity, QuantitySpan } from './quantities.ts'
import { findYears, headingYear, withoutDocuments } from './years.ts'

/** `documentYear`: the year of issue; `titleYear`: the end of the plan's period. */
export type YearFrame = { documentYear: number | undefined; titleYear: number | undefined }

/** The year of an entry whose numbers name none: of its heading, of its own last words, or of the title. */
export function yearOfEntry(entry: Entry, frame: YearFrame): number | undefined {
  return yearAbove(entry) ?? closingYear(entry, frame) ?? frame.titleYear
}

/** "đạt 90% vào năm 2025" or "đến năm 2025 đạt 90%": the year beside the number itself. */
export function yearOf({ key, quantity, before, after }: QuantitySpan): number | undefined {
  const right = key.slice(quantity.end, after ? after.start : quantity.end + 160)
  const near = yearBeside.exec(right)
  if (near) return Number(near[1])
  const ahead = after?.continues ? findYears(right).at(-1) : undefined
  return ahead?.year ?? yearInFront({ key, quantity, before }) ?? yearBehind(right) ?? yearPast(key, after)
}

function yearPast(key: string, after: Quantity | undefined): number | undefined {
  return after ? yearBehind(key.slice(after.end)) : undefined
}

function yearInFront({
  key,
  quantity,
  before,
}: Pick<QuantitySpan, 'key' | 'quantity' | 'before'>): number | undefined {
  const left = key
    .slice(before ? before.end : 0, quantity.start)
    .replace(/so với (?:cùng kỳ )?năm \d{4}/gu, ' ')
  // Behind an earlier number, a year before the comma or "và" still belongs to that number.
  const opened = before ? yearOpening.exec(left) : null
  if (opened) return Number(opened[1])
  const own = before ? (left.split(/[,;]|\.\s|(?<!\p{L})và(?!\p{L})/u).at(-1) ?? '') : left
  return findYears(own).at(-1)?.year
}

/** "tối thiểu 50% và đến năm 2030, tối thiểu 80%": nothing but the next year between two numbers. */
const yearOpening =
  /^\s*(?:và|,|;)\s*(?:đến|tới|vào|trong)?\s*(?:cuối |hết )?năm\s*(\d{4})\s*,?\s*(?:phấn đấu |là |đạt |có )?(?:trên|dưới|ít nhất|tối thiểu|từ|không quá|khoảng)?\s*$/u

const yearBeside =
  /^\s*(?:trở lên|trở xuống)?\s*\(?\s*(?:vào|trong|đến|tới|ở|cho)?\s*(?:cuối |hết |đầu )?năm\s*(\d{4})/u

/** "... được chăm sóc vào năm 2025": a year further on, unless a comma opens the next number with it. */
function yearBehind(text: string): number | undefined {
  const own = text.replace(/so với[^,;]*?năm \d{4}/gu, (part) => ' '.repeat(part.length))
  return findYears(own).find(({ start, end, from }) => {
    const before = /^(.*?)\s*((?:vào|đến|trong|cuối|hết|tới|trước|ở)\s*(?:cuối\s*|hết\s*)?)$/su.exec(
      own.slice(0, start).trimEnd(),
    )
    return (
      (before !== null && !/(?:[,;]|(?<!\p{L})và)\s*$/u.test(before[1] ?? '')) ||
      from !== undefined ||
      /^\s*(?:[,;.]|$)/u.test(own.slice(end)) ||
      /\(\s*$/.test(own.slice(0, start))
    )
  })?.year
}

function yearAbove(entry: Entry): number | undefined {
  for (const above of ancestors(entry).reverse()) {
    if (above.kind === 'root') continue
    const year = headingYear(matchingKey(above.text.slice(0, 260)))
    if (year !== undefined && isYearHeading(above)) return year
  }
  return undefined
}

/** "90% cán bộ cấp tỉnh; 50% cấp xã được tập huấn vào năm 2025": the year that closes a sentence dates all of it. */
function closingYear({ kind, text }: Entry, { documentYear }: YearFrame): number | undefined {
  const key = kind === 'table' ? '' : withoutDocuments(matchingKey(text))
  const match = closedByYear.exec(key)
  const year = Number(match?.[1] ?? 0)
  const isAlone = findYears(key).length === 1 && !/(?:hằng|hàng|mỗi) năm|so với/u.test(key)
  return match && isAlone && year >= (documentYear ?? 0) ? year : undefined
}

const closedByYear = /^(?:(?!\.\s).)*(?:vào|đến|tới)\s*(?:cuối |hết )?năm\s*((?:19|20)\d{2})[\s.;)]*$/u

/** A heading or an opening line ("Đến năm 2025:") sets the year; a long paragraph does not. */
function isYearHeading(entry: Entry): boolean {
  return headOf(entry).length < 200
}

/**
 * "50% và 60% biết bơi, tương ứng các năm 2025 và 2030", "vào các năm 2025 và 2030 lần lượt có 80% và 95% trạm": the
 * listed years, one for each number in their order, and the clause without what ties them; undefined without a list.
 */
export function yearsInTurn(key: string): { years: number[]; key: string } | undefined {
  const listed = listOfYears.exec(key)
  if (!listed || !inTurn.test(key)) return undefined
  const blank = (text: string) => ' '.repeat(text.length)
  const years = [...listed[0].matchAll(/(?:19|20)\d{2}/gu)].map((match) => Number(match[0]))
  return { years, key: key.replace(listOfYears, blank).replace(inTurn, blank) }
}

const listOfYears =
  /(?:(?:vào|đến|trong|với|tới|cho)\s+)?(?:các )?năm\s+(?:19|20)\d{2}(?:\s*(?:,|và)\s*(?:(?:đến )?năm\s*)?(?:19|20)\d{2})+/u
const inTurn = /(?:đạt |là )?(?:tương ứng|lần lượt)(?: với| là| đạt| có)?(?!\p{L})/u
