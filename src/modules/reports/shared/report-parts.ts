import type { ReportContent, ReportSection } from './content.ts'

/** The whole report, the part on early childhood alone, or all of it in the groups of the action programme. */
export const reportForms = ['whole', 'ecd', 'action'] as const
export type ReportForm = (typeof reportForms)[number]

/** Annexes of the part on early childhood; what is of all children under 16 stays with the whole report. */
const ecdTables = ['targets', 'children', 'services', 'nutrition', 'education', 'parenting', 'network']

/** The part of the results, whose sections are the eight tasks of Decision 1437/QĐ-TTg. */
const results = '2'

/** The report in the form that is asked for: the value itself, nothing is counted anew. */
export function inForm(content: ReportContent, form: ReportForm): ReportContent {
  if (form === 'ecd') return ecdPart(content)
  return form === 'action' ? actionProgramme(content) : content
}

/** Can be taken out and sent by itself, or put into a report of another body (plan of Kon Tum 2018-2025, end). */
function ecdPart(content: ReportContent): ReportContent {
  const subject = 'Kết quả thực hiện chăm sóc vì sự phát triển toàn diện trẻ em trong những năm đầu đời'
  return {
    ...content,
    head: { ...content.head, subject: `${subject}${periodWords(content.head.subject)}` },
    parts: content.parts.filter(({ key }) => key === results || key === '3' || key === '4'),
    tables: content.tables.filter(({ key }) => ecdTables.includes(key)),
  }
}

/** The period as the subject of the whole report says it: "6 tháng đầu năm 2026", "năm 2026". */
function periodWords(subject: string): string {
  const words = /(?:6 tháng (?:đầu|cuối) )?năm \d{4}/u.exec(subject)?.[0]
  return words === undefined ? '' : ` ${words}`
}

type Group = { key: string; title: string; from: readonly string[] }

/**
 * The six groups of the yearly child-work plans (plan of Hải Dương 2024), each with the tasks of Decision 1437/QĐ-TTg
 * that belong to it (our reading). What the report has no words on stays an empty section, to be written.
 */
const groups: readonly Group[] = [
  {
    key: 'a1',
    title: 'Thực hiện các chương trình, đề án; xã, phường phù hợp với trẻ em',
    from: ['2.3', '2.4', '2.5a', '2.5b', '2.5c'],
  },
  { key: 'a2', title: 'Truyền thông, vận động xã hội', from: ['2.1'] },
  { key: 'a3', title: 'Tổ chức bộ máy, đội ngũ, mạng lưới kết nối', from: ['2.2', '2.6'] },
  { key: 'a4', title: 'Tháng hành động vì trẻ em, diễn đàn trẻ em, Tết Trung thu', from: [] },
  { key: 'a5', title: 'Thanh tra, kiểm tra, giám sát', from: ['2.7'] },
  { key: 'a6', title: 'Quỹ Bảo trợ trẻ em và huy động nguồn lực', from: ['2.8'] },
]

function actionProgramme(content: ReportContent): ReportContent {
  const subject = 'Kết quả thực hiện Chương trình hành động vì trẻ em'
  return {
    ...content,
    head: { ...content.head, subject: `${subject}${periodWords(content.head.subject)}` },
    parts: content.parts.map((part) =>
      part.key === results ? { ...part, sections: regrouped(part.sections) } : part,
    ),
    tables: content.tables,
  }
}

/** Every section keeps its words and stands under the group it belongs to; none is lost. */
function regrouped(sections: readonly ReportSection[]): ReportSection[] {
  const grouped = new Set(groups.flatMap(({ from }) => from))
  const rest = sections.filter(({ key }) => !grouped.has(key))
  return [
    ...rest,
    ...groups.flatMap(({ key, title, from }) => {
      const own = from.flatMap((one) => sections.find((section) => section.key === one) ?? [])
      return own.length === 0
        ? [emptySection(key, title)]
        : own.map((section) => ({ ...section, group: title }))
    }),
  ]
}

function emptySection(key: string, title: string): ReportSection {
  const nothing = { hint: '', group: null, lines: [], text: '', version: 0, writtenBy: null, writtenAt: null }
  return { key, title, ...nothing, gathered: [] }
}
