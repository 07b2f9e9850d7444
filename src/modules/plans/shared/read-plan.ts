import { tidy } from '#base/text.ts'
import type { PlacedReading, PlanReading } from './contract.ts'
import { findAssignments } from './reading/assignments.ts'
import { findBases } from './reading/bases.ts'
import { cleanText, takeFootnoteMarks } from './reading/clean-text.ts'
import { findDeadlines, findReporting } from './reading/deadlines.ts'
import { documentKind } from './reading/document-kind.ts'
import { readHeading } from './reading/heading.ts'
import { isUpperText, matchingKey } from './reading/matching-key.ts'
import { buildOutline, type Entry, type PlacedLine } from './reading/outline.ts'
import { findObjectives, findPeriod, textsOfTopic } from './reading/parts.ts'
import { findSegments, type Segment } from './reading/segments.ts'
import { readTail, type Tail } from './reading/tail.ts'
import { findTargets } from './reading/targets.ts'
import { findTasks } from './reading/tasks.ts'
import { layOutLines } from './reading/text-lines.ts'
import { findWarnings } from './reading/warnings.ts'

/** What a document says, as far as its structure shows it. Never throws; unknown is null. */
export function readPlan(text: string): PlanReading {
  return readPlanWithPlaces(text).reading
}

/** The reading, the cleaned text it was made from, and where in that text each found thing stands. */
export function readPlanWithPlaces(raw: string): PlacedReading {
  const scanned = takeFootnoteMarks(cleanText(raw))
  const lines = placeLines(layOutLines(scanned.text))
  const text = lines.map((line) => line.text).join('\n')
  const segments = findSegments(lines)
  const parts = segments.map((segment) => ({ segment, outline: buildOutline(segment.body), tail: readTail(segment.tail) }))
  const annexes = parts.flatMap(({ tail }) => (tail.rest.length > 2 ? [buildOutline(tail.rest)] : []))
  return compose({ text, parts, annexes, marks: scanned.marks })
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
type Material = { text: string; parts: readonly Part[]; annexes: readonly Entry[]; marks: readonly string[] }

function compose({ text, parts, annexes, marks }: Material): PlacedReading {
  const main = parts[0] ?? { segment: emptySegment, outline: buildOutline([]), tail: readTail([]) }
  const heading = readHeading(main.segment, main.segment.body.slice(0, 40).map((line) => line.text).join('\n'))
  const segments = parts.map(({ segment }) => segment)
  const bases = findBases(text, heading)
  const kind = documentKind({ heading, segments, outline: main.outline, text, baseCount: bases.length })
  const title = kind === 'other' && main.segment.type === undefined ? null : titleOf(main.segment)
  const roots = [...parts.map(({ outline }) => outline), ...annexes]
  const period = findPeriod(title ?? '', main.outline, kind === 'report' ? 'first' : 'last') ?? parts.slice(1).map(({ segment, outline }) => findPeriod(titleOf(segment) ?? '', outline)).find((one) => one !== null) ?? null
  const found = kind === 'other' ? nothing : findContents(roots, { factual: kind === 'report', letter: kind === 'letter', year: Number(heading.date?.slice(0, 4) ?? 0) || period?.from, titleYear: period?.to })
  const signed = [main, ...parts.slice(1)].map(({ tail }) => tail).find(({ signature }) => signature !== null)
  const received = [main, ...parts.slice(1)].map(({ tail }) => tail).find(({ recipients }) => recipients.length > 0)
  const reading = {
    kind, number: heading.number, symbol: heading.symbol, date: heading.date, place: heading.place, issuer: kind === 'other' ? null : heading.issuer,
    issuerArea: kind === 'other' ? null : heading.issuerArea, title, period: kind === 'other' ? null : period,
    bases: kind === 'other' ? [] : bases.map(({ basis }) => basis),
    ...found.lists, recipients: received?.recipients ?? [], signature: signed?.signature ?? null,
  }
  const openNotes = [...new Set(marks)].filter((mark) => !hasNote(text, mark))
  const warnings = findWarnings({ reading, heading, roots, bases, openNotes, text })
  const head = main.segment.titleLines[0] ?? main.segment.head[0]
  const places = { ...found.places, bases: kind === 'other' ? [] : bases.map(({ place }) => place), heading: head ? { start: head.start, end: head.start + head.text.length } : null, signature: signed?.signaturePlace ?? null }
  return { text, reading: { ...reading, warnings }, places }
}

const emptySegment: Segment = { type: undefined, head: [], titleLines: [], body: [], tail: [] }

type Frame = { factual: boolean; letter: boolean; year: number | undefined; titleYear: number | undefined }

function findContents(roots: readonly Entry[], { factual, letter, year, titleYear }: Frame) {
  const targets = roots.flatMap((root) => findTargets(root, { documentYear: year, titleYear, factual }))
  const tasks = factual ? [] : roots.flatMap((root) => findTasks(root, letter))
  const assignments = roots.flatMap(findAssignments)
  const deadlines = roots.flatMap(findDeadlines)
  const objectives = roots.map(findObjectives)
  return {
    lists: {
      objectives: { general: objectives.find(({ general }) => general !== null)?.general ?? null, specific: objectives.flatMap(({ specific }) => specific) },
      targets: targets.map(({ target }) => target),
      targetGroups: roots.flatMap((root) => textsOfTopic(root, 'group')),
      scope: roots.flatMap((root) => textsOfTopic(root, 'scope')).join(' ') || null,
      tasks: tasks.map(({ task }) => task),
      assignments: assignments.map(({ assignment }) => assignment),
      deadlines: deadlines.map(({ deadline }) => deadline),
      reporting: roots.flatMap(findReporting),
      funding: roots.flatMap((root) => textsOfTopic(root, 'funding')),
    },
    places: {
      targets: targets.map(({ place }) => place),
      tasks: tasks.map(({ place }) => place),
      assignments: assignments.map(({ place }) => place),
      deadlines: deadlines.map(({ place }) => place),
    },
  }
}

const nothing: ReturnType<typeof findContents> = {
  lists: { objectives: { general: null, specific: [] }, targets: [], targetGroups: [], scope: null, tasks: [], assignments: [], deadlines: [], reporting: [], funding: [] },
  places: { targets: [], tasks: [], assignments: [], deadlines: [] },
}

/** Type and subject: "Kế hoạch Triển khai ..."; the note "(Ban hành kèm theo ...)" is no part of it. */
function titleOf({ titleLines, head }: Segment): string | null {
  const subject = titleLines.map(({ text }) => text).filter((text) => !text.startsWith('(')).map((text) => text.replace(/\|/g, ' '))
  if (subject.length > 0) return withoutAuthority(tidy(subject.join(' '))).replace(/[\s.:]+$/, '')
  const about = [...head].map(({ text }) => text).find((text) => /^v\/v(?!\p{L})/iu.test(text))
  if (about !== undefined) return tidy(about)
  const capitals = head.map(({ text }) => text).filter((text) => text.length > 25 && isUpperText(text) && !/^(?:ủy ban|cộng hòa|sở|phòng|ubnd)/u.test(matchingKey(text)))
  return capitals.length > 0 ? tidy(capitals.join(' ')) : null
}

/** Decisions print who decides in capitals below the subject ("CHỦ TỊCH ỦY BAN NHÂN DÂN ..."). */
function withoutAuthority(subject: string): string {
  const match = /\s(?:CHỦ TỊCH|ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|GIÁM ĐỐC|TRƯỞNG PHÒNG|TRƯỞNG BAN|BỘ TRƯỞNG|HIỆU TRƯỞNG|THỦ TƯỚNG)(?:\s[\p{Lu}\s,-]+)?$/u.exec(subject)
  return match && /^QUYẾT ĐỊNH/u.test(subject) ? subject.slice(0, match.index) : subject
}

function hasNote(text: string, mark: string): boolean {
  return new RegExp(String.raw`^\s*(?:\[${mark}\]|\(${mark}\)|${mark})\s+\p{Lu}`, 'mu').test(text)
}
