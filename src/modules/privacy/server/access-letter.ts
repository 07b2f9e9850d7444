import { formatDay, vietnamDay } from '#base/day.ts'
import { documentFile, type DocumentFormat } from '#platform/documents/office-files.ts'
import type { Block } from '#platform/documents/tree.ts'
import type { FileReply, Reading } from '#platform/http/route.ts'
import { listLogOfChild, type LogOfChild } from '#modules/accounts/server/public.ts'
import { actionName, purposeOf } from '#modules/accounts/shared/audit-words.ts'
import { letterOf } from './letter.ts'
import { getKnownChild } from './known-child.ts'

/** Who, when, for what: without the names of the staff, whom the unit answers for. */
export type AccessLine = {
  who: string
  what: string
  purpose: string
  first: string
  last: string
  times: number
}

/** Who saw or changed the data of a child, by unit and role; without the names of staff. */
export async function accessLog(db: Reading['db'], childId: string): Promise<AccessLine[]> {
  return groupedByUnit(await listLogOfChild(db, childId))
}

/** One line for a role of a unit, a kind of act and a day: a family reads days, not clicks. */
export function groupedByUnit(entries: readonly LogOfChild[]): AccessLine[] {
  const groups = Map.groupBy(entries, (entry) =>
    [entry.role, entry.areaName, entry.action, vietnamDay(new Date(entry.at))].join('|'),
  )
  return [...groups.values()].flatMap((group) => {
    const moments = group.map(({ at }) => at).toSorted()
    const [one] = group
    const [first, last] = [moments[0], moments.at(-1)]
    if (!one || !first || !last) return []
    return [
      {
        who: [one.role ?? 'Hệ thống', one.areaName].filter(Boolean).join(', '),
        what: actionName(one.action, 'vi'),
        purpose: purposeOf(one.action, 'vi'),
        first,
        last,
        times: group.length,
      },
    ]
  })
}

/** The answer to "ai đã xem hồ sơ con tôi": a letter to print, by role and unit, newest first. */
export async function accessLetter(
  context: Reading,
  childId: string,
  format: DocumentFormat,
): Promise<FileReply> {
  const { db, actor, clock } = context
  await getKnownChild(db, actor, childId)
  const lines = (await accessLog(db, childId)).toSorted((a, b) => (a.last < b.last ? 1 : -1))
  const document = letterOf(context, {
    subject: 'Về việc ai đã xem, sử dụng dữ liệu của trẻ',
    body: letterBody(lines),
  })
  const file = await documentFile(document, format, `ai-da-xem-ho-so-${clock.today()}`)
  return { ...file, childIds: [childId] }
}

function letterBody(lines: readonly AccessLine[]): Block[] {
  const opening =
    lines.length === 0
      ? 'Trả lời yêu cầu của gia đình: nhật ký của phần mềm Ươm Mầm không ghi lượt xem hay sửa nào đối với hồ sơ của trẻ.'
      : 'Trả lời yêu cầu của gia đình, sau đây là những lượt xem, sử dụng hồ sơ của trẻ mà nhật ký của phần mềm Ươm Mầm đã ghi, theo vai trò và đơn vị.'
  const closing =
    'Gia đình cần biết thêm, hoặc cho rằng có người xem không đúng việc, xin liên hệ đơn vị. Nhật ký không ai sửa hay xóa được.'
  const table: Block = {
    kind: 'table',
    columns: [
      { heading: 'Ngày', share: 2.2, align: 'center' },
      { heading: 'Vai trò, đơn vị', share: 4.5, align: 'left' },
      { heading: 'Việc', share: 3.5, align: 'left' },
      { heading: 'Mục đích', share: 4, align: 'left' },
      { heading: 'Số lượt', share: 1.3, align: 'center' },
    ],
    rows: lines.map(({ last, who, what, purpose, times }) => ({
      cells: [formatDay(vietnamDay(new Date(last))), who, what, purpose, String(times)],
    })),
  }
  return [
    { kind: 'paragraph', text: opening },
    ...(lines.length > 0 ? [table] : []),
    { kind: 'paragraph', text: closing },
  ]
}
