import { formatDay } from '#base/day.ts'
import { translate } from '#base/messages.ts'
import type { Reading } from '#platform/http/route.ts'
import type { SheetPart } from '#platform/documents/sheet.ts'
import { screeningMessages } from '../shared/messages.ts'
import { listScreenings, listTools } from './queries.ts'

/** The screenings of a child in its book; absent for those who may not see them. */
export async function screeningBookParts({ actor, db }: Reading, childId: string): Promise<SheetPart[]> {
  if (!actor.capabilities.has('screening.read')) return []
  const [screenings, tools] = await Promise.all([listScreenings(db, childId), listTools(db)])
  const names = new Map(tools.map(({ tool, name }) => [tool, name.vi]))
  const standing = screenings.filter(({ undoneAt }) => undoneAt === null)
  if (standing.length === 0) return []
  return [
    { kind: 'heading', text: 'Sàng lọc phát triển' },
    {
      kind: 'table',
      columns: [
        { heading: 'Ngày', share: 1.4, align: 'center' },
        { heading: 'Công cụ', share: 4 },
        { heading: 'Kết quả', share: 3 },
        { heading: 'Lần sau', share: 1.5, align: 'center' },
      ],
      rows: standing.map(({ screenedOn, tool, result, nextOn }) => [
        formatDay(screenedOn),
        names.get(tool) ?? tool,
        translate(screeningMessages, 'vi', `screening.result-${result}`),
        nextOn ? formatDay(nextOn) : '',
      ]),
    },
  ]
}
