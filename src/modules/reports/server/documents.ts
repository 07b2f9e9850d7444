import { formatDay, vietnamDay } from '#base/day.ts'
import {
  outlineMark,
  type Annex,
  type Block,
  type OfficialDocument,
  type Table,
} from '#platform/documents/tree.ts'
import { formatNumber } from '../shared/format-number.ts'
import type { ReportCell, ReportContent, ReportRow, ReportSection, ReportTable } from '../shared/content.ts'
import type { Report } from '../shared/contract.ts'

/** The report as an official document. In a draft an empty section keeps a dotted line to write on. */
export function reportDocument(
  report: Pick<Report, 'content' | 'state' | 'finishedAt' | 'computedAt'>,
): OfficialDocument {
  const { content, state } = report
  const { head } = content
  const year = Number((report.finishedAt ?? report.computedAt).slice(0, 4))
  return {
    superior: head.superior,
    issuer: head.issuer,
    number: null,
    symbol: head.symbol,
    place: head.place,
    date: { day: null, month: null, year },
    typeName: 'Báo cáo',
    subject: head.subject,
    addressees: [],
    bases: head.bases,
    body: [...openingBlocks(content), ...bodyBlocks(content, state === 'draft')],
    recipients: head.recipients,
    signature: { ...head.signature, name: null },
    annexes: content.tables
      .filter((table) => table.rows.length > 0)
      .map((table) => annex(table, content, year)),
  }
}

function openingBlocks({ head, sample }: ReportContent): Block[] {
  const opening: Block = { kind: 'paragraph', text: head.opening }
  if (!sample) return [opening]
  const mark = 'BẢN MẪU: số liệu có dữ liệu mẫu không có thật, không dùng để báo cáo.'
  return [{ kind: 'paragraph', text: mark, italic: true }, opening]
}

function bodyBlocks(content: ReportContent, draft: boolean): Block[] {
  return content.parts.flatMap((part, index) => [
    { kind: 'heading', level: 1, mark: outlineMark(1, index), text: part.title } as const,
    ...sectionBlocks(part.sections, draft),
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

function annex(table: ReportTable, content: ReportContent, year: number): Annex {
  const { head } = content
  return {
    title: table.title,
    attachedTo: `Báo cáo số       /${head.symbol} ngày     tháng     năm ${year} của ${head.issuer}`,
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

/** Every typed number with its author and reason (report-outline.md, rule 1); how many have reported (rule 2). */
function tableNotes(table: ReportTable, content: ReportContent): string[] {
  const { done, all, lower } = content.reported
  const rows = [...table.rows, ...(table.total ? [table.total] : [])]
  const typed = rows.flatMap((row) =>
    row.cells.flatMap((cell, index) =>
      cell.typed
        ? [
            `(*) ${row.name}, ${table.columns[index]?.heading ?? ''}: ${cell.typed.reason} ` +
              `(${cell.typed.by}, ${formatDay(vietnamDay(new Date(cell.typed.at)))}).`,
          ]
        : [],
    ),
  )
  const about = table.key === 'targets' || all === 0 ? '' : ` Số liệu của ${done}/${all} ${lower}.`
  const sample = content.sample ? ' Số liệu có dữ liệu mẫu không có thật.' : ''
  return [
    `Tính đến ngày ${formatDay(content.asOf)}.${about} Ô để trống là chưa có số liệu.${sample}`,
    ...typed,
  ]
}
