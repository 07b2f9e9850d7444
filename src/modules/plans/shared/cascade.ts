import { z } from 'zod'
import { Day } from '#base/day.ts'
import { Id } from '#base/id.ts'
import { fold, tidy } from '#base/text.ts'
import type { PlanReading } from './contract.ts'
import { splitAgencies } from './reading/agency-list.ts'

/** Who must issue a plan: every unit directly below (`units`), or one body by its name. */
export const Obligation = z.object({
  whom: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('units') }),
    z.object({ kind: z.literal('body'), name: z.string().trim().min(1).max(300) }),
  ]),
  /** null: the text gives no day. */
  dueOn: Day.nullable(),
  text: z.string().max(2000),
})
export type Obligation = z.infer<typeof Obligation>

export const CascadeState = z.enum(['issued', 'issued-late', 'drafting', 'waiting', 'late', 'exempt'])
export type CascadeState = z.infer<typeof CascadeState>

export const LowerPlan = z.object({
  id: Id,
  no: z.int(),
  number: z.string().nullable(),
  symbol: z.string().nullable(),
  date: z.string().nullable(),
  title: z.string(),
})
export type LowerPlan = z.infer<typeof LowerPlan>

export const CascadeRow = z.object({
  key: z.string(),
  name: z.string(),
  kind: z.enum(['unit', 'body']),
  dueOn: Day.nullable(),
  state: CascadeState,
  plan: LowerPlan.nullable(),
  /** Why none is needed. */
  reason: z.string().nullable(),
})
export type CascadeRow = z.infer<typeof CascadeRow>

/** `total` leaves out who needs none: "8/12 xã đã ban hành". */
export const CascadeCounts = z.object({ issued: z.int(), total: z.int(), late: z.int(), exempt: z.int() })
export type CascadeCounts = z.infer<typeof CascadeCounts>

export const Cascade = z.object({
  rows: z.array(CascadeRow),
  units: CascadeCounts,
  bodies: CascadeCounts,
  obligations: z.array(Obligation),
  version: z.int(),
  /** False while they stand as they were read from the text. */
  isCorrected: z.boolean(),
})
export type Cascade = z.infer<typeof Cascade>

export const ChangeObligations = z.object({ version: z.int(), obligations: z.array(Obligation).max(100) })
export type ChangeObligations = z.infer<typeof ChangeObligations>

/** Without a reason the duty holds again. */
export const Exempt = z.object({ key: z.string().min(1).max(300), reason: z.string().trim().max(500) })
export type Exempt = z.infer<typeof Exempt>

export const ChooseParent = z.object({ parentId: Id.nullable() })
export type ChooseParent = z.infer<typeof ChooseParent>

/** A plan of inspection or of communication is a task, not the plan that carries this one out. */
const planDuty =
  /(?:xay dung|ban hanh|lap|cu the hoa)[^.;:]{0,40}? ke hoach(?! (?:kiem tra|giam sat|truyen thong|tap huan|thanh tra|dao tao|tuyen truyen|phoi hop))/

/**
 * The duties to issue a plan that a document lays on others: in its assignments ("UBND các xã, phường: xây dựng kế
 * hoạch ...") and in its deadlines ("Các đơn vị xây dựng kế hoạch ... trước ngày 20/01/2019").
 */
export function findObligations(reading: PlanReading): Obligation[] {
  const issued = reading.date?.length === 10 ? reading.date : null
  const dated = reading.deadlines
    .filter(({ text }) => planDuty.test(fold(text)))
    .flatMap(({ who, text, date, rule }) =>
      toObligations(who ?? text, { text, dueOn: dayOf(date) ?? dayOfRule(rule, issued) }),
    )
  const assigned = reading.assignments.flatMap(({ unit, duties }) =>
    duties
      .filter((duty) => planDuty.test(fold(duty)))
      .flatMap((duty) => toObligations(unit, { text: `${unit}: ${duty}`, dueOn: null })),
  )
  return oneEach([...dated, ...assigned])
}

function toObligations(who: string, { text, dueOn }: Pick<Obligation, 'text' | 'dueOn'>): Obligation[] {
  const key = fold(who)
  const duty = { text: tidy(text).slice(0, 2000), dueOn }
  const units = namesUnits(key) ? [{ whom: { kind: 'units' as const }, ...duty }] : []
  const bodies = splitAgencies(who)
    .filter((name) => isOneBody(fold(name)))
    .map((name) => ({ whom: { kind: 'body' as const, name: name.slice(0, 300) }, ...duty }))
  return [...units, ...bodies]
}

/** Several committees of the level below, or "địa phương" as such. */
function namesUnits(key: string): boolean {
  return (
    /(?:uy ban nhan dan|ubnd)\s+(?:cac\s+|cap\s+)?(?:huyen|quan|thi xa|thanh pho|xa|phuong|thi tran|dac khu)/.test(
      key,
    ) || /dia phuong|^(?:cac )?don vi$/.test(key)
  )
}

/** "Sở Y tế", not "các đơn vị", "các Sở, ngành liên quan" or a committee of the level below. */
function isOneBody(key: string): boolean {
  return (
    !/^(?:cac|nhung|toan the|don vi|dia phuong|co quan|phuong|xa|thi tran|dac khu|thanh pho|huyen|quan|thi xa|nganh|doan the)(?= |$)|lien quan|^ubnd|^uy ban nhan dan/.test(
      key,
    ) &&
    /^(?:so|phong|ban|tram|truong|hoi|doan|trung tam|cong an|mat tran|ubmttq|tinh doan|dai|bo phan)(?= )/.test(
      key,
    )
  )
}

/** The first duty of each that has a day, else the first. */
function oneEach(found: readonly Obligation[]): Obligation[] {
  const byWhom = new Map<string, Obligation>()
  for (const one of found) {
    const key = whomKey(one)
    const earlier = byWhom.get(key)
    if (!earlier || (earlier.dueOn === null && one.dueOn !== null)) byWhom.set(key, one)
  }
  return [...byWhom.values()]
}

function whomKey({ whom }: Obligation): string {
  return whom.kind === 'units' ? '' : bodyKey(whom.name)
}

/** How a body is told apart: its name without marks and without the place behind it. */
export function bodyKey(name: string): string {
  return fold(name).replace(/ (?:tinh|thanh pho|xa|phuong|dac khu)(?: .*)?$/, '')
}

function dayOf(date: string | null): Day | null {
  return date === null ? null : (Day.safeParse(date).data ?? null)
}

/** `before:01-20` of a plan issued on 26/02/2019 falls due on 20/01/2020. */
function dayOfRule(rule: string | null, issued: string | null): Day | null {
  const monthDay = /^(?:before|fixed):(\d{2}-\d{2})$/.exec(rule ?? '')?.[1]
  if (!monthDay || issued === null) return null
  const year = Number(issued.slice(0, 4))
  const day = `${year}-${monthDay}`
  return dayOf(day >= issued ? day : `${year + 1}-${monthDay}`)
}

type Unit = { id: string; name: string }
export type PlanBelow = LowerPlan & { areaId: string; issuer: string | null }

export type CascadeFacts = {
  obligations: readonly Obligation[]
  /** The units directly below, today. */
  units: readonly Unit[]
  /** Plans that name this one as the plan they carry out. */
  plans: readonly PlanBelow[]
  /** Units that are writing theirs. */
  drafting: readonly string[]
  exemptions: readonly { key: string; reason: string }[]
  today: Day
}

/** Who has issued, who is late, who needs none. Late from the day after the due day. */
export function cascadeRows(facts: CascadeFacts): CascadeRow[] {
  return facts.obligations.flatMap((obligation): CascadeRow[] => {
    const { whom, dueOn } = obligation
    if (whom.kind === 'body') {
      const key = bodyKey(whom.name)
      const plan = facts.plans.find(({ issuer }) => issuer !== null && bodyKey(issuer) === key)
      return [rowOf(facts, { key, name: whom.name, kind: 'body', dueOn, plan })]
    }
    return facts.units.map(({ id, name }) => {
      const plan = facts.plans.find(({ areaId }) => areaId === id)
      return rowOf(facts, { key: id, name, kind: 'unit', dueOn, plan })
    })
  })
}

type About = Pick<CascadeRow, 'key' | 'name' | 'kind' | 'dueOn'> & { plan: PlanBelow | undefined }

function rowOf(facts: CascadeFacts, { plan, ...about }: About): CascadeRow {
  const exempt = facts.exemptions.find(({ key }) => key === about.key)
  const state = plan ? stateOfIssued(plan, about.dueOn) : exempt ? 'exempt' : stateOfOpen(facts, about)
  return { ...about, state, plan: plan ?? null, reason: plan ? null : (exempt?.reason ?? null) }
}

function stateOfIssued({ date }: PlanBelow, dueOn: Day | null): CascadeState {
  return dueOn !== null && date !== null && date > dueOn ? 'issued-late' : 'issued'
}

function stateOfOpen(
  { today, drafting }: CascadeFacts,
  { key, dueOn }: Pick<About, 'key' | 'dueOn'>,
): CascadeState {
  if (dueOn !== null && dueOn < today) return 'late'
  return drafting.includes(key) ? 'drafting' : 'waiting'
}

/** Of one kind of units. The exempt ones are no part of the total: nobody waits for them. */
export function countCascade(rows: readonly CascadeRow[], kind: CascadeRow['kind']): CascadeCounts {
  const own = rows.filter((row) => row.kind === kind)
  const count = (...states: CascadeState[]) => own.filter(({ state }) => states.includes(state)).length
  const exempt = count('exempt')
  return { issued: count('issued', 'issued-late'), total: own.length - exempt, late: count('late'), exempt }
}
