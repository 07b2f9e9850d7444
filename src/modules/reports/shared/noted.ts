import { type Day, formatDay } from '#base/day.ts'
import { translate } from '#base/messages.ts'
import type { LibraryKind } from '#modules/library/shared/contract.ts'
import { libraryMessages } from '#modules/library/shared/messages.ts'
import { formatNumber } from '#base/numbers.ts'

export type NotedDocument = { kind: LibraryKind; number: string; issuedOn: Day }
export type NotedMeetings = { name: string; decision: string; meetings: number }
export type NotedEvent = { title: string; from: Day; to: Day }
export type NotedDifficulty = { title: string; isAnswered: boolean }

/** Of more nobody reads all in one sentence. */
const mostListed = 8

function listed(items: readonly string[]): string {
  const rest = items.length - mostListed
  return `${items.slice(0, mostListed).join('; ')}${rest > 0 ? `; và ${rest} mục khác` : ''}`
}

/** `Kế hoạch số 4/KH-UBND ngày 28/01/2026`; section "documents issued" of the outline. */
export function issuedSentences(documents: readonly NotedDocument[]): string[] {
  if (documents.length === 0) return []
  const names = documents.map(({ kind, number, issuedOn }) => {
    const name = translate(libraryMessages, 'vi', `library.kind-${kind}`)
    return `${name} số ${number} ngày ${formatDay(issuedOn)}`
  })
  return [`Trong kỳ đã ban hành ${formatNumber(documents.length)} văn bản: ${listed(names)}.`]
}

export function meetingSentences(boards: readonly NotedMeetings[]): string[] {
  return boards.map(
    ({ name, decision, meetings }) => `${name} (Quyết định số ${decision}) họp ${meetings} phiên trong kỳ.`,
  )
}

const days = ({ from, to }: NotedEvent): string =>
  from === to ? `ngày ${formatDay(from)}` : `từ ${formatDay(from)} đến ${formatDay(to)}`

export function eventSentences(events: readonly NotedEvent[]): string[] {
  if (events.length === 0) return []
  const names = events.map((event) => `${event.title} (${days(event)})`)
  return [`Trong kỳ đã tổ chức ${events.length} hoạt động theo lịch công tác: ${listed(names)}.`]
}

export function taskSentences(done: number): string[] {
  return done === 0 ? [] : [`Trong kỳ đã hoàn thành ${formatNumber(done)} nhiệm vụ của các kế hoạch.`]
}

export function difficultySentences(difficulties: readonly NotedDifficulty[]): string[] {
  if (difficulties.length === 0) return []
  const answered = difficulties.filter(({ isAnswered }) => isAnswered).length
  const sent = `Đã gửi cấp trên ${difficulties.length} khó khăn, vướng mắc, được trả lời ${answered}`
  return [`${sent}: ${listed(difficulties.map(({ title }) => title))}.`]
}
