import { z } from 'zod'
import { isWithin } from '#modules/areas/shared/rules.ts'

/**
 * The way of a report between the unit that writes it and the unit above:
 * draft -> sent -> (returned -> sent)* -> accepted -> signed, and from accepted or signed back to returned by a
 * reopening with a reason. A unit with nobody above in this installation signs its draft. `merged`: taken over by the
 * report of the unit that its unit went into.
 */
export const ReportState = z.enum(['draft', 'sent', 'returned', 'accepted', 'signed', 'merged'])
export type ReportState = z.infer<typeof ReportState>

/** Steps that change the state. */
export const FlowStep = z.enum(['send', 'return', 'accept', 'sign', 'reopen'])
export type FlowStep = z.infer<typeof FlowStep>

/** What is written down in the history: the steps, and taking numbers and drafts over. */
export const StepKind = z.enum([...FlowStep.options, 'consolidate', 'merge'])
export type StepKind = z.infer<typeof StepKind>

/** `own`: acts for the unit that writes; `above`: for a place that contains it; `none`: for neither. */
export const Side = z.enum(['own', 'above', 'none'])
export type Side = z.infer<typeof Side>

/** What may be done besides the steps. */
export const Doing = z.enum([...FlowStep.options, 'write', 'comment', 'answer'])
export type Doing = z.infer<typeof Doing>

export type Standing = {
  state: ReportState
  side: Side
  /** Whether this installation has a unit above that receives the report. */
  hasAbove: boolean
  /** Whether the person may write reports at all. */
  mayWrite: boolean
}

type Rule = { from: readonly ReportState[]; sides: readonly Side[]; above?: boolean }

const inHand = ['draft', 'returned'] as const

/** A doing is allowed where one of its rules fits. */
const rules: Readonly<Record<Doing, readonly Rule[]>> = {
  send: [{ from: inHand, sides: ['own'], above: true }],
  return: [{ from: ['sent'], sides: ['above'] }],
  accept: [{ from: ['sent'], sides: ['above'] }],
  sign: [
    { from: ['accepted'], sides: ['own'] },
    { from: inHand, sides: ['own'], above: false },
  ],
  reopen: [
    { from: ['accepted', 'signed'], sides: ['above'] },
    { from: ['accepted', 'signed'], sides: ['own'], above: false },
  ],
  // The unit above may help to write what is not sent yet; its name stands at what it writes.
  write: [{ from: inHand, sides: ['own', 'above'] }],
  comment: [{ from: ['sent', 'accepted'], sides: ['above'] }],
  answer: [{ from: inHand, sides: ['own', 'above'] }],
}

function fits({ sides, above }: Rule, { side, hasAbove }: Standing): boolean {
  return sides.includes(side) && (above === undefined || above === hasAbove)
}

/** Why something may not be done: by whom it is asked, or when. Undefined when it may. */
export function whyNot(doing: Doing, standing: Standing): 'not-yours' | 'not-now' | undefined {
  const fitting = rules[doing].filter((rule) => fits(rule, standing))
  if (!standing.mayWrite || fitting.length === 0) return 'not-yours'
  return fitting.some(({ from }) => from.includes(standing.state)) ? undefined : 'not-now'
}

/** What this person may do with the report now; the page shows no other button and the server refuses any other. */
export function listDoings(standing: Standing): Doing[] {
  return Doing.options.filter((doing) => whyNot(doing, standing) === undefined)
}

const targets: Readonly<Record<FlowStep, ReportState>> = {
  send: 'sent',
  return: 'returned',
  accept: 'accepted',
  sign: 'signed',
  reopen: 'returned',
}

/** Of steps, latest first, the return or the reopening after which the report is back in hand. */
export function stepBack<Step extends { kind: StepKind }>(steps: readonly Step[]): Step | undefined {
  return steps.find(({ kind }) => kind === 'return' || kind === 'reopen')
}

/** The state that a step leads to. */
export function stateAfter(step: FlowStep): ReportState {
  return targets[step]
}

type Place = { id: string; lft: number; rgt: number; kind: string }

/** Highest first. A unit that took another in reads its reports, but is of the same level: not above it. */
const levels = ['nation', 'province', 'district', 'commune', 'village']

/** For whom a person acts: the grant's place against the place of the report. */
export function sideOf(actor: Place, report: { areaId: string; areaLft: number; areaKind: string }): Side {
  if (actor.id === report.areaId) return 'own'
  const holds = isWithin({ lft: report.areaLft }, actor)
  return holds && levels.indexOf(actor.kind) < levels.indexOf(report.areaKind) ? 'above' : 'none'
}

/**
 * Whether somebody above receives the report. `home` is the place that the installation works for: an installation of
 * one commune has nobody above it, one of a province has nobody above the province.
 */
export function hasAbove(area: Place, home: Place | undefined): boolean {
  if (!home) return area.kind === 'commune'
  return home.id !== area.id && isWithin(area, home)
}

/** Whether a cell or section may be changed while only some parts are open (after a reopening). */
export function isOpenPart(openParts: readonly string[] | null, part: string): boolean {
  return openParts === null || openParts.includes(part)
}
