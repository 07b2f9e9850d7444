import { z } from 'zod'
import { Day, daysBetween, formatDay } from '#base/day.ts'
import { Id } from '#base/id.ts'

/** Something to be done by a day. Its text stands in letters: it never names a child. */
export const Reminder = z.object({
  key: z.string(),
  areaId: Id,
  /** Of one person; null for whoever works for the place. */
  personId: Id.nullable(),
  text: z.string(),
  dueOn: Day,
  /** A page of ours: `/tasks/...`. */
  url: z.string(),
})
export type Reminder = z.infer<typeof Reminder>

export const Reminders = z.object({
  today: Day,
  overdue: z.array(Reminder),
  soon: z.array(Reminder),
})
export type Reminders = z.infer<typeof Reminders>

export const MailChoice = z.object({ wantsMail: z.boolean(), address: z.email().max(200).nullable() })
export type MailChoice = z.infer<typeof MailChoice>

/** `address`: typed here; otherwise the one of the account counts. */
export const MailState = MailChoice.extend({ accountAddress: z.string().nullable() })
export type MailState = z.infer<typeof MailState>

export const LetterState = z.enum(['waiting', 'sent', 'failed', 'given-up', 'nothing'])
export type LetterState = z.infer<typeof LetterState>

export const SentLetter = z.object({
  id: Id,
  day: Day,
  person: z.string(),
  state: LetterState,
  attempts: z.int(),
  failure: z.string().nullable(),
  itemCount: z.int().nullable(),
  triedAt: z.string().nullable(),
})
export type SentLetter = z.infer<typeof SentLetter>

/** Days before the due day on which a reminder begins. What is late is named until it is done. */
export const daysAhead = 7

/** Late things first, then what is due within the next days; the rest is not worth a letter. */
export function sorted(reminders: readonly Reminder[], today: Day): Pick<Reminders, 'overdue' | 'soon'> {
  const inOrder = reminders.toSorted((one, other) =>
    one.dueOn < other.dueOn ? -1 : one.dueOn > other.dueOn ? 1 : 0,
  )
  return {
    overdue: inOrder.filter(({ dueOn }) => dueOn < today),
    soon: inOrder.filter(({ dueOn }) => dueOn >= today && daysBetween(today, dueOn) <= daysAhead),
  }
}

/** Seconds to wait after each failed attempt; after the last the letter is given up: a day later it is old. */
const waits = [60, 300, 900, 3600, 3 * 3600, 6 * 3600, 6 * 3600] as const

/** Seconds until the next attempt; undefined when there is none. */
export function waitAfter(attempts: number): number | undefined {
  return waits[attempts - 1]
}

type Writing = { person: string; areaName: string; today: Day; linkTo: (path: string) => string }

const mostLines = 40

function lines(title: string, reminders: readonly Reminder[], { linkTo }: Writing): string[] {
  if (reminders.length === 0) return []
  const rest = reminders.length - mostLines
  return [
    `${title} (${reminders.length}):`,
    ...reminders
      .slice(0, mostLines)
      .map(({ text, dueOn, url }) => `- ${formatDay(dueOn)}: ${text}\n  ${linkTo(url)}`),
    ...(rest > 0 ? [`- và ${rest} việc nữa: ${linkTo('/my-work')}`] : []),
    '',
  ]
}

/** The daily letter as plain text; undefined when there is nothing to say. */
export function letterOf(
  { overdue, soon }: Pick<Reminders, 'overdue' | 'soon'>,
  writing: Writing,
): { subject: string; text: string } | undefined {
  if (overdue.length + soon.length === 0) return undefined
  const { person, areaName, today, linkTo } = writing
  return {
    subject: `Ươm Mầm ${formatDay(today)}: ${overdue.length} việc quá hạn, ${soon.length} việc sắp đến hạn`,
    text: [
      `Kính gửi ${person},`,
      '',
      `Việc của ${areaName} tính đến ngày ${formatDay(today)}:`,
      '',
      ...lines('Quá hạn', overdue, writing),
      ...lines(`Đến hạn trong ${daysAhead} ngày tới`, soon, writing),
      `Xem tất cả: ${linkTo('/my-work')}`,
      `Không muốn nhận thư này nữa, hoặc đổi địa chỉ: ${linkTo('/reminders')}`,
    ].join('\n'),
  }
}
