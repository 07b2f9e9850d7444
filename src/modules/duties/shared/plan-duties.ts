import type { PlanReporting } from '#modules/plans/shared/contract.ts'
import { parseDueRule } from './due-rule.ts'
import type { Cycle } from './periods.ts'
import type { RegimeDuty, SenderLevel } from './regime.ts'

/** A filed plan as far as it asks for reports. */
export type ReportingPlan = {
  id: string
  /** `Kế hoạch số 79/KH-UBND`. */
  name: string
  areaKind: string
  periodFrom: number | null
  periodTo: number | null
  /** 'YYYY-MM' or 'YYYY-MM-DD'; null while blank. */
  date: string | null
  reporting: readonly PlanReporting[]
}

const ranks = ['nation', 'province', 'district', 'commune', 'village'] as const
type Rank = (typeof ranks)[number]

/** With marks: "cơ quan" is no "quận", "cơ sở" no "sở". */
const named: readonly { level: Rank; words: RegExp }[] = [
  {
    level: 'nation',
    words: /(?<!\p{L})(?:(?<!cán )bộ|chính phủ|trung ương|quốc hội|thủ tướng|cục)(?!\p{L})/u,
  },
  {
    level: 'province',
    words: /(?<!\p{L})(?:tỉnh|thành phố|(?<!cơ )sở|trung tâm kiểm soát bệnh tật|cdc)(?!\p{L})/u,
  },
  { level: 'district', words: /(?<!\p{L})(?:huyện|quận|thị xã|phòng lao động|phòng lđ-?tb-?&?xh)(?!\p{L})/u },
  { level: 'commune', words: /(?<!\p{L})(?:xã|phường|đặc khu|phòng văn hóa)(?!\p{L})/u },
]

/** At which level the body that gets the report stands; undefined for names that do not say it. */
export function levelOfReceiver(to: string): Rank | undefined {
  const name = to.normalize('NFC').toLowerCase()
  return named.find(({ words }) => words.test(name))?.level
}

/**
 * Who reports under a plan: what goes to a body of the plan's own level comes from the units below; what goes further up
 * is the report of the unit of the plan itself (inferred: plans name the receiver, seldom the sender).
 */
export function reporterLevel(areaKind: string, to: string | null): SenderLevel | undefined {
  const own = ranks.findIndex((rank) => rank === areaKind)
  const receiver = to === null ? undefined : levelOfReceiver(to)
  const goesUp = receiver !== undefined && ranks.indexOf(receiver) < own
  if (goesUp) return areaKind === 'commune' || areaKind === 'province' ? areaKind : undefined
  if (areaKind === 'nation') return 'province'
  return areaKind === 'province' ? 'commune' : undefined
}

const cycles: Readonly<Record<NonNullable<PlanReporting['cycle']>, Cycle | undefined>> = {
  month: 'month',
  quarter: 'quarter',
  '6-months': 'first-half',
  '9-months': '9-months',
  year: 'year',
  once: 'once',
  'ad-hoc': undefined,
}

/** The code of the duty that a plan states as its `index`-th (from 0). */
export function planDutyCode(planId: string, index: number): string {
  return `plan.${planId}.${index}`
}

/** The duties that a filed plan states; what it leaves open is due on a day that a letter gives. */
export function planDuties(plan: ReportingPlan): RegimeDuty[] {
  const years = yearsOf(plan)
  if (!years) return []
  return plan.reporting.flatMap((one, index) => {
    const level = reporterLevel(plan.areaKind, one.to)
    const cycle = one.cycle === null ? undefined : cycles[one.cycle]
    if (!level || !cycle) return []
    const name = `Báo cáo kết quả thực hiện ${plan.name}`
    const role = level === 'commune' ? 'Ủy ban nhân dân xã' : 'Ủy ban nhân dân tỉnh'
    const sender = { level, role, to: [one.to ?? 'Cơ quan ban hành kế hoạch'], ...ruleOf(one.due) }
    const source = one.section === null ? plan.name : `${plan.name}, ${one.section}`
    return {
      ...{ code: planDutyCode(plan.id, index), name, group: 'plan' as const, cycle, senders: [sender] },
      ...{ inForceFrom: `${years.from}-01-01`, inForceTo: `${lastYear(one, years)}-12-31` },
      ...{ urgent: false, source, mark: 'sourced' as const, note: null },
    }
  })
}

/** A day with its year is a date of that year alone; `YYYY-MM-DD` becomes its own fixed day. */
function ruleOf(due: string | null): { rule: string; nextYear: boolean } {
  const known = due !== null && parseDueRule(due) !== undefined
  if (known) return { rule: due, nextYear: false }
  const day = /^\d{4}-(\d{2}-\d{2})$/.exec(due ?? '')?.[1]
  return { rule: day === undefined ? 'set-yearly' : `fixed:${day}`, nextYear: false }
}

type Years = { from: number; to: number }

function yearsOf({ periodFrom, periodTo, date }: ReportingPlan): Years | undefined {
  const issued = date === null ? undefined : Number(date.slice(0, 4))
  const from = periodFrom ?? issued
  return from === undefined ? undefined : { from: Math.max(from, issued ?? from), to: periodTo ?? from }
}

function lastYear({ due, cycle }: PlanReporting, years: Years): number {
  const dated = /^(\d{4})-\d{2}-\d{2}$/.exec(due ?? '')?.[1]
  if (dated !== undefined) return Number(dated)
  return cycle === 'once' ? years.from : years.to
}
