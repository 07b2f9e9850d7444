import { type Day, formatDay, vietnamDay } from '#base/day.ts'
import { type Language, translate } from '#base/messages.ts'
import { sessionMessages } from './messages-session.ts'

export type First = { recordedByName: string | null; recordedAt: string; doneOn: Day }

const clock = new Intl.DateTimeFormat('en-GB', {
  ...{ timeZone: 'Asia/Ho_Chi_Minh', hour: '2-digit', minute: '2-digit' },
})

/** "Phạm Thị Lan đã ghi lúc 09:05 ngày 20/11/2026 (làm ngày 20/11/2026).": who was first, for whoever came second. */
export function firstRecorded({ recordedByName, recordedAt, doneOn }: First, language: Language): string {
  const moment = new Date(recordedAt)
  return translate(sessionMessages, language, 'services.first-recorded', {
    name: recordedByName ?? translate(sessionMessages, language, 'services.somebody'),
    time: clock.format(moment),
    day: formatDay(vietnamDay(moment)),
    done: formatDay(doneOn),
  })
}
