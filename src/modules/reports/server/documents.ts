import {
  outlineMark,
  type Annex,
  type Block,
  type OfficialDocument,
  type Table,
} from '#platform/documents/tree.ts'
import { lowerFirst } from '#base/text.ts'
import { attachedTo, isBlankTable, type Issued, printedTables, tableNotes } from '../shared/annexes.ts'
import { formatNumber } from '#base/numbers.ts'
import type {
  ReportCell,
  ReportContent,
  ReportHead,
  ReportRow,
  ReportSection,
  ReportTable,
} from '../shared/content.ts'
import type { Report, Signature } from '../shared/contract.ts'

type Printed = Pick<Report, 'content' | 'state' | 'finishedAt' | 'computedAt' | 'versions'>

/** As it stands on the signed document; undefined before it is signed. */
function signatureIn({ state, versions }: Pick<Report, 'state' | 'versions'>): Signature | undefined {
  if (state !== 'signed') return undefined
  return versions.find(({ signature }) => signature !== null)?.signature ?? undefined
}

/** Number and day as the office gave them at signing; undefined before. */
export function issuedOf(report: Pick<Report, 'state' | 'versions'>): Issued {
  const signature = signatureIn(report)
  return signature && { number: signature.documentNumber, on: signature.signedOn }
}

/** Only a deputy signs for the head: `KT.` goes when the head signs (NĐ 30/2020/NĐ-CP Art. 13). */
function signatureOf(
  { signature: usual }: ReportHead,
  signed: Signature | undefined,
): OfficialDocument['signature'] {
  if (!signed) return { ...usual, name: null }
  const isDeputy = /^phó(?!\p{L})/iu.test(signed.signerTitle)
  const power = usual.power.filter((line) => isDeputy || !line.startsWith('KT.'))
  return { power, title: signed.signerTitle, name: signed.signerName }
}

/** The year of the day of signing, or of the numbers while it is a draft: for a date still without day. */
export function yearOf({ finishedAt, computedAt }: Pick<Report, 'finishedAt' | 'computedAt'>): number {
  return Number((finishedAt ?? computedAt).slice(0, 4))
}

/** The report as an official document. In a draft an empty section keeps a dotted line to write on. */
export function reportDocument(report: Printed): OfficialDocument {
  const { content, state } = report
  const { head } = content
  const [year, issued, isDraft] = [yearOf(report), issuedOf(report), state === 'draft']
  return {
    superior: head.superior,
    issuer: head.issuer,
    number: issued?.number ?? null,
    symbol: head.symbol,
    place: head.place,
    date: dateOf(issued, year),
    typeName: 'Báo cáo',
    subject: head.subject,
    addressees: [],
    bases: head.bases,
    body: [...openingBlocks(content), ...bodyBlocks(content, isDraft)],
    recipients: head.recipients,
    signature: signatureOf(head, signatureIn(report)),
    annexes: printedTables(content, isDraft).map((table) => annex(table, content, { year, issued })),
  }
}

function dateOf(issued: Issued, year: number): OfficialDocument['date'] {
  if (!issued) return { day: null, month: null, year }
  const [onYear = year, month = null, day = null] = issued.on.split('-').map(Number)
  return { day, month, year: onYear }
}

function missingTables(content: ReportContent, isDraft: boolean): Block[] {
  const missing = content.tables.filter((table) => table.rows.length > 0 && isBlankTable(table))
  if (isDraft || missing.length === 0) return []
  const names = missing.map(({ title }) => lowerFirst(title)).join('; ')
  return [{ kind: 'paragraph', text: `Kỳ này chưa có số liệu của các biểu: ${names}.`, italic: true }]
}

function openingBlocks({ head, sample }: ReportContent): Block[] {
  const opening: Block = { kind: 'paragraph', text: head.opening }
  if (!sample) return [opening]
  const mark = 'BẢN MẪU: số liệu có dữ liệu mẫu không có thật, không dùng để báo cáo.'
  return [{ kind: 'paragraph', text: mark, italic: true }, opening]
}

/** Part II holds the results: what is not known of them is said at its end. */
const resultsPart = '2'

/** Of a finished report the parts in which nothing is written go, as their sections do. */
function bodyBlocks(content: ReportContent, draft: boolean): Block[] {
  const results = content.parts.find(({ key }) => key === resultsPart) ?? content.parts.at(-1)
  const parts = content.parts.flatMap((part) => {
    const missing = part === results ? missingTables(content, draft) : []
    const blocks = [...sectionBlocks(part.sections, draft), ...missing]
    return blocks.length > 0 ? [{ title: part.title, blocks }] : []
  })
  return parts.flatMap(({ title, blocks }, index) => [
    { kind: 'heading', level: 1, mark: outlineMark(1, index), text: title } as const,
    ...blocks,
  ])
}

/** Sections as `1.`; those of one group as `a)` under the group's `1.`. In a finished report the empty ones go. */
function sectionBlocks(sections: readonly ReportSection[], draft: boolean): Block[] {
  const shown = sections.filter((section) => draft || section.text.trim() !== '' || section.lines.length > 0)
  return groupsOf(shown).flatMap(({ title, members }, number) => {
    if (title === null)
      return members.flatMap((section) => oneSection(section, draft, { level: 2, index: number }))
    return [
      { kind: 'heading', level: 2, mark: outlineMark(2, number), text: title } as const,
      ...members.flatMap((section, index) => oneSection(section, draft, { level: 3, index })),
    ]
  })
}

type SectionGroup = { title: string | null; members: ReportSection[] }

function groupsOf(sections: readonly ReportSection[]): SectionGroup[] {
  const groups: SectionGroup[] = []
  for (const section of sections) {
    const last = groups.at(-1)
    if (last && section.group !== null && last.title === section.group) last.members.push(section)
    else groups.push({ title: section.group, members: [section] })
  }
  return groups
}

function oneSection(
  section: ReportSection,
  draft: boolean,
  { level, index }: { level: 2 | 3; index: number },
): Block[] {
  const mark = outlineMark(level, index)
  return [{ kind: 'heading', level, mark, text: section.title }, ...textBlocks(section, draft)]
}

function textBlocks(section: ReportSection, draft: boolean): Block[] {
  const lines = section.lines.map((text): Block => ({ kind: 'clause', mark: '-', text }))
  const written = section.text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line): Block => {
      const item = /^[-+•]\s*(.+)$/.exec(line)?.[1]
      return item ? { kind: 'clause', mark: '-', text: item } : { kind: 'paragraph', text: line }
    })
  if (lines.length + written.length > 0 || !draft) return [...lines, ...written]
  return [{ kind: 'paragraph', text: '…'.repeat(28) }]
}

function annex(table: ReportTable, content: ReportContent, when: { year: number; issued: Issued }): Annex {
  return {
    title: table.title,
    attachedTo: attachedTo(content, when.year, when.issued),
    page: table.page,
    body: [annexTable(table, content)],
  }
}

function annexTable(table: ReportTable, content: ReportContent): Table {
  const shown = table.columns.flatMap((column, index) => (column.print ? [{ column, index }] : []))
  const hasNotes = table.rows.some((row) => row.note !== '')
  const toRow = (row: ReportRow, number: string, bold: boolean) => {
    const cells = shown.map(({ index }) => cellText(row.cells[index]))
    const named = hasNotes ? [row.name, row.note] : [row.name]
    return { cells: [number, ...named, ...cells], ...(bold ? { bold: true as const } : {}) }
  }
  return {
    kind: 'table',
    columns: [
      { heading: 'TT', share: 1.3, align: 'center' },
      { heading: table.nameHeading, share: hasNotes ? 9 : 5, align: 'left' },
      ...(hasNotes ? [{ heading: 'Đơn vị tính', share: 1.6, align: 'center' as const }] : []),
      ...shown.map(({ column }) => ({
        heading: column.heading,
        share: column.share,
        align: 'center' as const,
      })),
    ],
    rows: [
      ...table.rows.map((row, index) => toRow(row, String(index + 1), false)),
      ...(table.total ? [toRow(table.total, '', true)] : []),
    ],
    notes: tableNotes(table, content),
  }
}

function cellText(cell: ReportCell | undefined): string {
  if (!cell || cell.source === 'blank') return ''
  if (cell.source === 'not-applicable') return 'Không áp dụng'
  if (cell.value === null) return ''
  return cell.typed ? `${formatNumber(cell.value)} (*)` : formatNumber(cell.value)
}
