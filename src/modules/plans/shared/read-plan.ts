import type { PlacedReading, PlanReading } from './contract.ts'
import { findBases, type FoundBasis } from './reading/bases.ts'
import { cleanText, takeFootnoteMarks } from './reading/clean-text.ts'
import { findContents, noContents } from './reading/contents.ts'
import { documentKind, typeInWords } from './reading/document-kind.ts'
import { type Heading, readHeading } from './reading/heading.ts'
import { buildOutline, type Entry, type PlacedLine } from './reading/outline.ts'
import { findPeriod, type PeriodFrame } from './reading/parts.ts'
import { withoutScanMistakes } from './reading/scan-mistakes.ts'
import { findSegments, type Segment } from './reading/segments.ts'
import { readTail, type Tail } from './reading/tail.ts'
import { layOutLines } from './reading/text-lines.ts'
import { titleOf } from './reading/title.ts'
import { inPrintedLetters, isUnmarked, withoutMarks, withStructureMarks } from './reading/unmarked.ts'
import { findWarnings } from './reading/warnings.ts'

/** What a document says, as far as its structure shows it. Never throws; unknown is null. */
export function readPlan(text: string): PlanReading {
  return readPlanWithPlaces(text).reading
}

/** The reading, the cleaned text it was made from, and where in that text each found thing stands. */
export function readPlanWithPlaces(raw: string): PlacedReading {
  const clean = withoutScanMistakes(cleanText(raw))
  if (!isUnmarked(clean)) return readMarked(clean)
  const { text, reading, places } = readMarked(withStructureMarks(clean))
  return { text: withoutMarks(text), reading: inPrintedLetters(reading), places }
}

function readMarked(clean: string): PlacedReading {
  const scanned = takeFootnoteMarks(clean)
  const lines = placeLines(layOutLines(scanned.text))
  const text = lines.map((line) => line.text).join('\n')
  const parts = findSegments(lines).map(toPart)
  const main = parts[0] ?? toPart({ type: undefined, head: [], titleLines: [], body: [], tail: [] })
  const annexes = parts.flatMap(({ tail }) => (tail.rest.length > 2 ? [buildOutline(tail.rest)] : []))
  const roots = [...parts.map(({ outline }) => outline), ...annexes]
  const openNotes = [...new Set(scanned.marks)].filter((mark) => !hasNote(text, mark))
  return compose({ text, main, attached: parts.slice(1), roots, openNotes })
}

function placeLines(lines: readonly string[]): PlacedLine[] {
  let start = 0
  return lines.map((text) => {
    const line = { text, start }
    start += text.length + 1
    return line
  })
}

type Part = { segment: Segment; outline: Entry; tail: Tail }
type Material = {
  text: string
  main: Part
  attached: readonly Part[]
  roots: readonly Entry[]
  openNotes: readonly string[]
}

function toPart(segment: Segment): Part {
  return { segment, outline: buildOutline(segment.body), tail: readTail(segment.tail) }
}

function compose(material: Material): PlacedReading {
  const { text, main, attached, roots, openNotes } = material
  const heading = readHeading(main.segment, firstWords(main.segment))
  const from = headingStart(main.segment)
  const bases = findBases(text, heading).filter(({ place }) => place.start >= from)
  const segments = [main, ...attached].map(({ segment }) => segment)
  const baseCount = countOwnBases(bases, heading, main.segment)
  const kind = documentKind({ heading, segments, outline: main.outline, text, baseCount })
  if (kind === undefined) return otherDocument(material, heading)

  const title = titleOf(main.segment)
  const issued = heading.date === null ? undefined : Number(heading.date.slice(0, 4))
  const period = periodOf(title, { pick: kind === 'report' ? 'first' : 'last', issued }, material)
  const year = issued ?? period?.from
  const letter = kind === 'letter' || kind === 'other'
  const frame = { factual: kind === 'report', letter, year, titleYear: period?.to }
  const contents = findContents(roots, frame)
  const { tail, place } = endOf(material)
  const reading = {
    kind,
    ...printed(heading),
    title,
    period,
    bases: bases.map(({ basis }) => basis),
    ...contents.lists,
    ...tail,
  }
  const type = typeInWords({ heading, segments })
  const warnings = findWarnings({ reading, type, heading, roots, bases, openNotes, text })
  return {
    text,
    reading: { ...reading, warnings },
    places: {
      ...contents.places,
      bases: bases.map(({ place: at }) => at),
      heading: headingPlace(main.segment),
      signature: place,
    },
  }
}

/** A text without a number line may be news that names a plan before its headings: only what stands behind counts. */
function countOwnBases(
  bases: readonly FoundBasis[],
  { hasNumberLine }: Heading,
  { titleLines }: Segment,
): number {
  const from = hasNumberLine ? 0 : (titleLines[0]?.start ?? 0)
  return bases.filter(({ place }) => place.start >= from).length
}

/** A text that is no administrative document: its heading as far as it has one, and nothing of its content. */
function otherDocument({ text, main, roots }: Material, heading: Heading): PlacedReading {
  const title = main.segment.type === undefined ? null : titleOf(main.segment)
  const empty = { ...noContents.lists, recipients: [], signature: null }
  const own = { ...printed(heading), issuer: null, issuerArea: null }
  const reading = { kind: 'other' as const, ...own, title, period: null, bases: [], ...empty }
  const warnings = findWarnings({ reading, type: null, heading, roots, bases: [], openNotes: [], text })
  const places = { ...noContents.places, bases: [], heading: headingPlace(main.segment), signature: null }
  return { text, reading: { ...reading, warnings }, places }
}

/** Law sites print related documents above the heading block; they are no bases of this one. */
function headingStart({ head }: Segment): number {
  return (
    head.find(({ text }) => /^(?:ủy ban nhân dân|uỷ ban nhân dân|cộng h[òo][aà] xã hội)/iu.test(text))
      ?.start ?? 0
  )
}

function printed({ number, symbol, date, place, issuer, issuerArea }: Heading) {
  return { number, symbol, date, place, issuer, issuerArea }
}

function firstWords({ body }: Segment): string {
  const lines = body.slice(0, 40).map(({ text }) => text)
  return lines.join('\n')
}

function headingPlace({ titleLines, head }: Segment) {
  const line = titleLines[0] ?? head[0]
  return line ? { start: line.start, end: line.start + line.text.length } : null
}

/** The years of the document's own title, or of the plan attached to it. */
function periodOf(
  title: string | null,
  frame: PeriodFrame,
  { main, attached }: Material,
): PlanReading['period'] {
  const own = findPeriod(title ?? '', main.outline, frame)
  if (own) return own
  const others = attached.map(({ segment, outline }) =>
    findPeriod(titleOf(segment) ?? '', outline, { ...frame, pick: 'last' }),
  )
  return others.find((period) => period !== null) ?? null
}

/** Recipients and signature stand below the document itself, or only below what is attached. */
function endOf({ main, attached }: Material) {
  const tails = [main, ...attached].map(({ tail }) => tail)
  const signed = tails.find(({ signature }) => signature !== null)
  const recipients = tails.find((tail) => tail.recipients.length > 0)?.recipients ?? []
  return { tail: { recipients, signature: signed?.signature ?? null }, place: signed?.signaturePlace ?? null }
}

function hasNote(text: string, mark: string): boolean {
  return new RegExp(String.raw`^\s*(?:\[${mark}\]|\(${mark}\)|${mark})\s+\p{Lu}`, 'mu').test(text)
}
