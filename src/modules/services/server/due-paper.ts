import { type Day, formatDay } from '#base/day.ts'
import { translate } from '#base/messages.ts'
import { compareVietnamese } from '#base/vietnamese-order.ts'
import type { SheetCell, SheetPart, WorkSheet } from '#platform/documents/sheet.ts'
import { latenessOf } from '../shared/lateness.ts'
import { servicesMessages } from '../shared/messages.ts'
import type { DueChild, DueService } from '../shared/requests.ts'

export type DuePaper = {
  children: readonly DueChild[]
  placeName: string
  today: Day
  paper: 'list' | 'calls'
  by: 'child' | 'service'
  /** What the list was narrowed to, in words. */
  choice: string
}

/** mm: room for a day and a note by hand. */
const rowHeight = 9

/** "32 ngày", "7 tháng", "3 năm", as on the page. */
function latenessWords(days: number): string {
  const { unit, count } = latenessOf(days)
  return translate(servicesMessages, 'vi', `services.${unit}`, { count })
}

function serviceText({ name, state, daysLate, deadline, why }: DueService): string {
  const when =
    state === 'overdue' ? `quá hạn ${latenessWords(daysLate)}` : `hạn ${deadline ? formatDay(deadline) : ''}`
  return `${name.vi} (${when})${why ? `: ${why.vi}` : ''}`
}

const ticked = (services: readonly DueService[]): SheetCell =>
  services.map((one) => ({ box: true, text: serviceText(one) }))

function childCell({ fullName, sex, bornOn }: DueChild): SheetCell {
  return `${fullName}, ${sex === 'male' ? 'nam' : 'nữ'}, sinh ${formatDay(bornOn)}`
}

/** Village by village, then by given name, as people look for a child in a list. */
function inOrder(children: readonly DueChild[]): DueChild[] {
  return children.toSorted(
    (a, b) =>
      compareVietnamese(a.villageName ?? '', b.villageName ?? '') ||
      compareVietnamese(a.fullName, b.fullName),
  )
}

function listTable(children: readonly DueChild[]): SheetPart {
  return {
    kind: 'table',
    rowHeight,
    columns: [
      { heading: 'STT', share: 0.9, align: 'center' },
      { heading: 'Trẻ', share: 3.6 },
      { heading: 'Thôn', share: 2 },
      { heading: 'Người chăm sóc, điện thoại', share: 3 },
      { heading: 'Việc cần làm (đánh dấu khi đã làm)', share: 7 },
      { heading: 'Ngày làm', share: 1.8 },
      { heading: 'Ghi chú, lý do chưa làm', share: 3 },
    ],
    rows: inOrder(children).map((child, index) => [
      String(index + 1),
      childCell(child),
      child.villageName ?? '',
      [child.carerName, child.carerPhone].filter(Boolean).join('\n'),
      ticked(child.services),
      '',
      '',
    ]),
  }
}

function callTable(children: readonly DueChild[]): SheetPart {
  const answers: SheetCell = [
    { box: true, text: 'đã gặp' },
    { box: true, text: 'không nghe máy' },
  ]
  return {
    kind: 'table',
    rowHeight,
    columns: [
      { heading: 'STT', share: 0.9, align: 'center' },
      { heading: 'Điện thoại', share: 2.4, align: 'center' },
      { heading: 'Người chăm sóc', share: 2.6 },
      { heading: 'Trẻ', share: 3.6 },
      { heading: 'Mời đến để', share: 6 },
      { heading: 'Gọi', share: 2.3 },
      { heading: 'Hẹn ngày', share: 1.8 },
      { heading: 'Ghi chú', share: 2.4 },
    ],
    rows: inOrder(children).map((child, index) => [
      String(index + 1),
      child.carerPhone ?? 'không có số',
      child.carerName ?? '',
      childCell(child),
      child.services.map((one) => ({ box: false, text: serviceText(one) })),
      answers,
      '',
      '',
    ]),
  }
}

/** A table for each service, the most children first. */
function serviceParts(children: readonly DueChild[]): SheetPart[] {
  const pairs = children.flatMap((child) => child.services.map((service) => ({ child, service })))
  const groups = [...Map.groupBy(pairs, ({ service }) => `${service.itemCode} ${service.dose ?? 0}`).values()]
  return groups
    .toSorted((a, b) => b.length - a.length)
    .flatMap((group): SheetPart[] => {
      const ordered = inOrder(group.map(({ child }) => child))
      const of = new Map(group.map(({ child, service }) => [child.childId, service]))
      const rows = ordered.map((child, index) => {
        const service = of.get(child.childId)
        const late = service?.state === 'overdue' ? `quá hạn ${latenessWords(service.daysLate)}` : ''
        const due = service?.deadline ? formatDay(service.deadline) : ''
        const carer = [child.carerName, child.carerPhone].filter(Boolean).join(' · ')
        return [
          String(index + 1),
          childCell(child),
          child.villageName ?? '',
          carer,
          late || `hạn ${due}`,
          boxOnly,
          '',
        ]
      })
      const name = group[0]?.service.name.vi ?? ''
      return [
        { kind: 'heading', text: `${name}: ${group.length} trẻ` },
        { kind: 'table', rowHeight, columns: serviceColumns, rows },
      ]
    })
}

const boxOnly: SheetCell = [{ box: true, text: '' }]

const serviceColumns = [
  { heading: 'STT', share: 0.9, align: 'center' },
  { heading: 'Trẻ', share: 4 },
  { heading: 'Thôn', share: 2 },
  { heading: 'Người chăm sóc, điện thoại', share: 3.6 },
  { heading: 'Hạn', share: 2.2 },
  { heading: 'Đã làm', share: 1 },
  { heading: 'Ngày làm, ghi chú', share: 3 },
] satisfies Extract<SheetPart, { kind: 'table' }>['columns']

function partsOf({ children, paper, by }: DuePaper): SheetPart[] {
  if (children.length === 0)
    return [{ kind: 'text', text: 'Không trẻ nào có việc đến hạn trong thời gian đã chọn.' }]
  if (paper === 'calls') return [callTable(children)]
  return by === 'service' ? serviceParts(children) : [listTable(children)]
}

/** A village's work on paper: A4 across, a box for each service, room for the day. */
export function duePaper(asked: DuePaper): WorkSheet {
  const { paper, placeName, today, children, choice } = asked
  const late = children.filter(({ services }) => services.some(({ state }) => state === 'overdue')).length
  const counts = `${children.length} trẻ, trong đó ${late} trẻ có việc quá hạn`
  return {
    page: 'landscape',
    title: paper === 'calls' ? 'DANH SÁCH GỌI ĐIỆN MỜI TRẺ' : 'PHIẾU THEO DÕI DỊCH VỤ ĐẾN HẠN',
    lead: [`${placeName} · ${counts}`, `${choice} · In ngày ${formatDay(today)}`],
    parts: partsOf(asked),
    foot: 'Có thông tin cá nhân của trẻ: giữ kín, ghi vào hệ thống rồi hủy phiếu',
  }
}
