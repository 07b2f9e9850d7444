import type { SendUrgent, UrgentLine, UrgentState } from './urgent.ts'

const hour = 3_600_000

/**
 * Clock hours from receipt within which life, health or dignity in serious danger, or harm by a parent or carer, calls
 * for an emergency measure (NĐ 56/2017/NĐ-CP Art. 31-32). They run through nights, weekends and holidays.
 */
export const emergencyHours = 12

type Case = Pick<UrgentLine, 'kind' | 'inDanger' | 'harmedBy' | 'learnedAt' | 'measureAt'>

/** A death calls for a report at once; what must be done within 12 hours is for a child who lives. */
export function isEmergency({ kind, inDanger, harmedBy }: Omit<Case, 'learnedAt' | 'measureAt'>): boolean {
  if (kind === 'injury-death') return false
  return inDanger || harmedBy === 'parent' || harmedBy === 'carer'
}

export type LegalClock =
  | { kind: 'none' }
  | { kind: 'running'; dueAt: string; minutesLeft: number }
  | { kind: 'over'; dueAt: string; minutesOver: number }
  | { kind: 'stopped'; dueAt: string; isInTime: boolean }

/** The 12-hour clock at a moment (milliseconds): running, over, or stopped by the measure that was taken. */
export function legalClock(report: Case, now: number): LegalClock {
  if (!isEmergency(report)) return { kind: 'none' }
  const due = Date.parse(report.learnedAt) + emergencyHours * hour
  const dueAt = new Date(due).toISOString()
  if (report.measureAt !== null)
    return { kind: 'stopped', dueAt, isInTime: Date.parse(report.measureAt) <= due }
  const minutes = Math.floor((due - now) / 60_000)
  return minutes >= 0
    ? { kind: 'running', dueAt, minutesLeft: minutes }
    : { kind: 'over', dueAt, minutesOver: -minutes }
}

/** Hours and minutes from learning of it to sending: "at once" has no number of hours, so it is shown as it was. */
export function timeToSend({ learnedAt, sentAt }: Pick<UrgentLine, 'learnedAt' | 'sentAt'>) {
  const minutes = Math.max(0, Math.floor((Date.parse(sentAt) - Date.parse(learnedAt)) / 60_000))
  return { hours: Math.floor(minutes / 60), minutes: minutes % 60 }
}

/** Where an urgent report stands on its way: the last thing that happened to it. */
export function stateOf(report: {
  receivedAt: string | null
  acknowledgedAt: string | null
  withdrawnAt: string | null
}): UrgentState {
  if (report.withdrawnAt !== null) return 'withdrawn'
  if (report.acknowledgedAt !== null) return 'acknowledged'
  return report.receivedAt === null ? 'waiting' : 'received'
}

/** Twelve digits of the civil register, nine of the old card, ten of a telephone; groups may be set apart. */
const numbers = /(?<!\d)(?:\d[ .-]?){8,11}\d(?!\d)/u
/** "cháu Y Hoa Mlô", "em Nguyễn Thị Lan": a word for a child and at least two words in capitals. */
const names =
  /(?<!\p{L})(?:[Cc]háu|[Ee]m|[Bb]é|[Tt]rẻ|[Cc]on|[Nn]ạn nhân)\s+(?:tên\s+(?:là\s+)?)?\p{Lu}\p{Ll}*(?:\s+\p{Lu}\p{Ll}*)+/u

export type Identifying = 'number' | 'name'

/** What in a text would tell who the child is; the first that is found. A guard against haste, not a proof. */
export function identifyingIn(text: string): Identifying | undefined {
  const plain = text.normalize('NFC')
  if (numbers.test(plain)) return 'number'
  return names.test(plain) ? 'name' : undefined
}

/** The texts of a report in which nobody is to be named. */
export function freeTexts(report: Pick<SendUrgent, 'place' | 'activity' | 'what' | 'measures'>): string[] {
  const { place, activity, what, measures } = report
  return [place, activity, what, measures].flatMap((text) => text ?? [])
}

export type MomentFault = 'duties.urgent-in-future' | 'duties.urgent-before-it-happened'

/** Moments in their order: it happened, somebody learned of it, now. */
export function momentFault(
  { happenedAt, learnedAt, diedOn }: Pick<SendUrgent, 'happenedAt' | 'learnedAt' | 'diedOn'>,
  now: { at: number; today: string },
): MomentFault | undefined {
  if (Date.parse(learnedAt) > now.at || (diedOn !== null && diedOn > now.today))
    return 'duties.urgent-in-future'
  if (happenedAt !== null && Date.parse(happenedAt) > Date.parse(learnedAt))
    return 'duties.urgent-before-it-happened'
  return undefined
}
