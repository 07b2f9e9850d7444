import type { PlanTarget, TextPlace } from '../contract.ts'
import { matchingKey } from './matching-key.ts'
import { ancestors, headOf, walk, type Entry } from './outline.ts'
import { isNoMeasure, isTarget, statesFacts, type EntryFrame, type TargetFrame } from './is-target.ts'
import { findQuantities, type Quantity, type QuantitySpan } from './quantities.ts'
import { printedShare, shareInBrackets } from './bracketed-share.ts'
import { splitClauses, type Clause } from './sentences.ts'
import { measureOf, withPartOf } from './target-measure.ts'
import { readTargetTable } from './target-tables.ts'
import { labelOf, withLabel, withSharedPredicate, wordsOf, type Words } from './target-words.ts'
import { yearOf, yearOfEntry, yearsInTurn } from './target-years.ts'
import { looksAhead, topicOf } from './topics.ts'
import { findYears, withoutDocuments } from './years.ts'

export type FoundTarget = { target: PlanTarget; place: TextPlace }

/** The targets of an outline: numbers to reach, each with its comparison and year. */
export function findTargets(root: Entry, frame: TargetFrame): FoundTarget[] {
  const found: FoundTarget[] = []
  let before: string[] = []
  for (const entry of walk(root)) {
    const topic = topicOf(entry)
    if (topic === 'situation' || topic === 'funding' || topic === 'basis' || topic === 'time') continue
    const year = yearOfEntry(entry, frame)
    if (entry.kind === 'table')
      found.push(...readTargetTable(entry, { year: year ?? null, documentYear: frame.documentYear }))
    else if (/\d/.test(entry.text)) {
      const own = targetsOfEntry(entry, { ...framed(entry, frame), year }, before)
      if (own.length > 0) before = own.map(({ target }) => target.measure)
      found.push(...own)
    }
  }
  return withoutRepeats(found)
}

/** A report tells what was, but for its part on the year to come. */
function framed(entry: Entry, frame: TargetFrame): Omit<EntryFrame, 'year'> {
  const factual = frame.factual && !ancestors(entry).some(looksAhead)
  const demand = [entry, ...ancestors(entry)].some((one) =>
    /^yêu cầu(?!\p{L})/u.test(matchingKey(headOf(one))),
  )
  return { ...frame, factual, objective: !factual && isObjective(entry), demand }
}

function isObjective(entry: Entry): boolean {
  return (
    topicOf(entry) === 'objective' ||
    ancestors(entry).some((above) =>
      /chỉ tiêu|mục tiêu cụ thể/u.test(matchingKey(headOf(above)).slice(0, 120)),
    )
  )
}

/** `before`: what the entry before counted, for "các chỉ tiêu trên lần lượt đạt 95%, 70%". */
function targetsOfEntry(entry: Entry, frame: EntryFrame, before: readonly string[]): FoundTarget[] {
  const offset = entry.end - entry.text.length
  let year = frame.year
  let measures: string[] = []
  let label: string | undefined
  return splitClauses(entry.text).flatMap((clause) => {
    const { key, years } = keyOf(clause)
    const quantities = targetQuantities(key, frame)
    year = carriedYear(key, quantities[0], frame) ?? year
    const own = { ...frame, year }
    const found = toTargets({ clause, key, quantities, years, entry, offset, measures, frame: own })
    if (found.length === 0) return found
    label = found.length > 1 ? (labelOf(clause.text) ?? label) : label
    const isBack = refersBack.test(key) && found.length === before.length
    measures = isBack ? [...before] : wholeMeasures(found, label)
    return withMeasures(found, measures)
  })
}

function withMeasures(found: readonly FoundTarget[], measures: readonly string[]): FoundTarget[] {
  return found.map(({ target, place }, index) => ({
    target: { ...target, measure: measures[index] ?? target.measure },
    place,
  }))
}

/** The clause in lower case, as long as its text, with blanks for what names no target; years it lists in turn. */
function keyOf({ text }: Clause): { key: string; years: readonly number[] } {
  const key = maskBrackets(withoutStart(withoutDocuments(matchingKey(text))))
  return yearsInTurn(key) ?? { key, years: [] }
}

const refersBack =
  /(?<!\p{L})các (?:tỷ lệ|chỉ tiêu|mục tiêu|chỉ số)\s(?:nêu )?(?:trên|này|tương ứng|lần lượt)(?!\p{L})/u

/** The measures of one clause with what is said once for all of them. */
function wholeMeasures(found: readonly FoundTarget[], label: string | undefined): string[] {
  const measures = found.map(({ target }) => target.measure)
  if (label !== undefined) return measures.map((measure) => withLabel(measure, label))
  return found.every(({ target }) => target.unit === '%') ? withSharedPredicate(measures) : measures
}

function targetQuantities(key: string, frame: EntryFrame): Quantity[] {
  if (statesFacts(key)) return []
  const kept: Quantity[] = []
  let isLastKept = false
  for (const quantity of findQuantities(key)) {
    isLastKept = quantity.continues ? isLastKept : isTarget(key, quantity, frame)
    if (isLastKept && !saysAgain(key, kept.at(-1), quantity)) kept.push(quantity)
  }
  return kept
}

/** "Huy động 292/292 trẻ ra lớp, đạt 100%": the share of the fraction before it. */
function saysAgain(key: string, last: Quantity | undefined, next: Quantity): boolean {
  if (last?.shape !== 'fraction' || next.unit !== '%' || last.denominator === null) return false
  const isRestated = /,\s*(?:đạt|bằng|chiếm|tương đương|tương ứng)\s*(?:tỷ lệ\s*)?$/u
  const share = (100 * last.value) / last.denominator
  return isRestated.test(key.slice(last.end, next.start)) && Math.abs(share - next.value) <= 1
}

/** "Đến năm 2025: ..." or "Đến năm 2025, phấn đấu ..." dates what follows in the same paragraph. */
function carriedYear(key: string, first: Quantity | undefined, frame: EntryFrame): number | undefined {
  const leading = findYears(key).find(({ start }) => first === undefined || start < first.start)
  if (!leading) return undefined
  if (first === undefined) return opensWithYear.test(key) ? leading.year : undefined
  const opening = key.slice(0, leading.from === undefined ? leading.start + 4 : leading.start)
  const isTime = /(?:đến|tới|năm|giai đoạn|hết|cuối|trong)[^\d]*$/u.test(opening)
  return isTime ? ownYear(leading.year, frame) : undefined
}

const opensWithYear = /^(?:phấn đấu\s+)?(?:đến|tới|năm|giai đoạn|hết|cuối|trong)/u

function ownYear(year: number, { documentYear }: TargetFrame): number | undefined {
  return documentYear !== undefined && year < documentYear ? undefined : year
}

/** "từ 70% năm 2025 lên 80%": the level to start from, and its year, are no target. */
function withoutStart(key: string): string {
  return key.replace(startingLevel, (text) => ' '.repeat(text.length))
}

const startingLevel =
  /(?<!\p{L})từ\s+(?:mức\s+)?\d[\d.,]*(?:\s*\/\s*\d[\d.]*)?\s*(?:%|‰)?(?:\s+(?!lên|xuống|tăng|giảm|còn|đến|tới|trở|tuổi|tháng)\p{L}+){0,3}\s*(?:,?\s*\(?(?:vào |của |trong |hiện nay )?(?:năm \d{4})?\)?)(?=,?\s*(?:lên|xuống|tăng|giảm|còn)(?!\p{L}))/gu

/** Figures in brackets explain ("(năm 2020: 68%)"); years in brackets still date the number before them. */
function maskBrackets(key: string): string {
  return key.replace(/\(([^()]*)\)/g, (text, inside: string) =>
    /^\s*(?:vào |đến |trong )?năm \d{4}\s*$/u.test(inside) ||
    !/\d/.test(inside) ||
    /^\s*\d+\s*\)?$/.test(inside)
      ? text
      : `(${' '.repeat(inside.length)})`,
  )
}

type ClauseParts = {
  clause: Clause
  key: string
  quantities: Quantity[]
  /** Years that the clause lists in turn; they count when there is one for each number. */
  years: readonly number[]
  entry: Entry
  offset: number
  /** What the clause before counted: "đến năm 2025 đạt 92%" goes on with it, number by number. */
  measures: readonly string[]
  frame: EntryFrame
}

function toTargets(parts: ClauseParts): FoundTarget[] {
  const { clause, quantities, entry, offset, frame } = parts
  const years = parts.years.length === quantities.length ? parts.years : []
  const text = clause.text.replace(/^[-+*•\s]+/, '')
  const section = entry.path === '' ? null : entry.path
  const place = { start: offset + clause.start, end: offset + clause.start + clause.text.length }
  return measured(parts).flatMap(({ span, measure }, index) => {
    const year = years[index] ?? yearOf(span)
    if (isPast(year, frame) || measure === undefined || isNoMeasure(measure)) return []
    const { comparator, value, valueTo, unit } = span.quantity
    const { numerator, denominator } = shareInBrackets(span) ?? span.quantity
    const aim = { text, measure, comparator, value, valueTo, unit, numerator, denominator, section }
    return [{ target: { ...aim, year: year ?? frame.year ?? null }, place }]
  })
}

type Measured = { span: QuantitySpan; measure: string | undefined }

/** Each number with what it counts; one without words of its own goes on with the clause before or the last number. */
function measured({ clause, key, quantities, measures: earlier }: ClauseParts): Measured[] {
  const words = wordsOf(key, quantities)
  const found: Measured[] = []
  let isCarried = earlier.length === quantities.length
  quantities.forEach((quantity, index) => {
    const [before, after] = [quantities[index - 1], quantities[index + 1]]
    const own = words[index] ?? { from: 0, to: key.length }
    const span = { key, text: clause.text, quantity, before, after, words: own }
    const printed = ownMeasure(span) ?? measureAhead({ span, quantities, index, words })
    isCarried &&= printed === undefined
    const last = isCarried ? earlier[index] : (found.at(-1)?.measure ?? earlier.at(-1))
    found.push({ span, measure: printed === undefined ? last : withPartOf(printed, last) })
  })
  return withGroups(found)
}

/** "dưới 10% (khu vực nội thành), 5% (khu vực ngoại thành)": the brackets tell the two apart. */
function withGroups(found: readonly Measured[]): Measured[] {
  const groups = found.map(({ span }) => bracketBehind.exec(span.text.slice(span.quantity.end))?.[0].trim())
  if (found.length < 2 || groups.includes(undefined)) return [...found]
  return found.map(({ span, measure }, index) => ({
    span,
    measure: `${measure ?? ''} ${groups[index] ?? ''}`.trim(),
  }))
}

const bracketBehind = /^\s*\([^()\d]{4,60}\)/u

type Here = {
  span: QuantitySpan
  quantities: readonly Quantity[]
  index: number
  words: readonly Words[]
}

/** "đến năm 2020 trên 50% và đến năm 2025 trên 90% cán bộ": the first of two counts what the second names. */
function measureAhead({ span, quantities, index, words }: Here): string | undefined {
  const { quantity, after } = span
  if (index > 0 || !after || after.shape !== quantity.shape) return undefined
  const own = words[index + 1] ?? span.words
  return ownMeasure({ ...span, quantity: after, before: quantity, after: quantities[index + 2], words: own })
}

/** A number that goes on with the one before it counts what that one counts. */
function ownMeasure(span: QuantitySpan): string | undefined {
  return span.quantity.continues ? undefined : measureOf(span)?.replace(printedShare, '').trim()
}

function isPast(year: number | undefined, { documentYear }: TargetFrame): boolean {
  return year !== undefined && documentYear !== undefined && year < documentYear
}

function withoutRepeats(found: readonly FoundTarget[]): FoundTarget[] {
  const seen = new Set<string>()
  return found.filter(({ target }) => {
    const identity = [
      matchingKey(target.measure),
      target.value,
      target.valueTo,
      target.year,
      target.comparator,
      target.section,
    ].join('|')
    if (seen.has(identity)) return false
    seen.add(identity)
    return true
  })
}
