import { mediaTypes } from '#base/file-kinds.ts'
import { type Day, formatDay } from '#base/day.ts'
import { compareVietnamese } from '#base/vietnamese-order.ts'
import { writeSheetPdf } from '#platform/documents/sheet-pdf.ts'
import type { SheetCell, WorkSheet } from '#platform/documents/sheet.ts'
import type { FileReply, Reading } from '#platform/http/route.ts'
import { getArea } from '#modules/areas/server/public.ts'
import type { ChildService } from '../shared/contract.ts'
import type { DueWoman, FindDueWomen } from '../shared/contract-pregnancies.ts'
import { servicesProblem } from '../shared/problems.ts'
import { findDueWomen } from './pregnancy-due.ts'

/** What a person can carry along, as of the list of children. */
const paperLimit = 600
/** mm: room for a day and a note by hand. */
const rowHeight = 9

const choiceWords = {
  overdue: 'Chỉ việc quá hạn',
  open: 'Quá hạn và đến hạn',
  coming: 'Quá hạn, đến hạn và sắp đến trong 60 ngày',
} as const

function serviceText({ name, state, daysLate, opensOn, deadline }: ChildService): string {
  const day = (one: Day | null) => (one ? formatDay(one) : '')
  if (state === 'overdue') return `${name.vi} (quá hạn ${daysLate} ngày)`
  return state === 'coming' ? `${name.vi} (từ ${day(opensOn)})` : `${name.vi} (hạn ${day(deadline)})`
}

function womanCell({ motherName, week, expectedOn }: DueWoman): SheetCell {
  const weeks = week === null ? '' : `tuần ${week}, `
  return `${motherName}, ${weeks}dự sinh ${formatDay(expectedOn)}`
}

/** Village by village, then by given name: A4 across, a box for each service, room for the day. */
export function womenPaper(
  women: readonly DueWoman[],
  { placeName, today, state }: { placeName: string; today: Day; state: FindDueWomen['state'] },
): WorkSheet {
  const ordered = women.toSorted(
    (a, b) => compareVietnamese(a.areaName, b.areaName) || compareVietnamese(a.motherName, b.motherName),
  )
  const late = women.filter(({ services }) => services.some((one) => one.state === 'overdue')).length
  const rows = ordered.map((woman, index): SheetCell[] => [
    String(index + 1),
    womanCell(woman),
    woman.areaName,
    [woman.motherPhone, woman.facilityName].filter(Boolean).join('\n'),
    woman.services.map((one) => ({ box: true, text: serviceText(one) })),
    '',
    '',
  ])
  return {
    page: 'landscape',
    title: 'PHIẾU CHĂM SÓC PHỤ NỮ MANG THAI',
    lead: [
      `${placeName} · ${women.length} phụ nữ, trong đó ${late} người có việc quá hạn`,
      `${choiceWords[state]} · In ngày ${formatDay(today)}`,
    ],
    parts: [
      rows.length === 0
        ? { kind: 'text', text: 'Không có việc nào đến hạn cho phụ nữ mang thai trong phạm vi đã chọn.' }
        : { kind: 'table', rowHeight, columns, rows },
    ],
    foot: 'Có thông tin cá nhân: giữ kín, ghi vào hệ thống rồi hủy phiếu',
  }
}

const columns = [
  { heading: 'STT', share: 0.7, align: 'center' as const },
  { heading: 'Phụ nữ mang thai', share: 3.6 },
  { heading: 'Thôn', share: 2 },
  { heading: 'Điện thoại, nơi khám thai', share: 3 },
  { heading: 'Việc cần làm (đánh dấu khi đã làm)', share: 7 },
  { heading: 'Ngày làm', share: 1.8 },
  { heading: 'Ghi chú, lý do chưa làm', share: 3 },
]

/** The list as a PDF for print. */
export async function printDueWomen(context: Reading, search: FindDueWomen): Promise<FileReply> {
  const { actor, db } = context
  const asked = search.villageId ?? search.communeId
  const [{ women, today }, place] = await Promise.all([
    findDueWomen(context, search),
    asked === undefined ? actor.area : getArea(db, asked),
  ])
  if (women.length > paperLimit) throw servicesProblem('services.women-paper-too-long', { count: paperLimit })
  return {
    fileName: `phieu-thai-phu-${formatDay(today).replaceAll('/', '-')}.pdf`,
    mediaType: mediaTypes.pdf,
    bytes: await writeSheetPdf(womenPaper(women, { placeName: place.name, today, state: search.state })),
  }
}
