import type { Db } from '#platform/db/types.ts'
import { reachedItems } from '#modules/indicators/server/public.ts'
import type { Facts } from '../shared/computed.ts'
import { deathMatrix } from '../shared/death-matrix.ts'
import { protectionFacts } from '../shared/protection-cases.ts'
import {
  type AnnexQuestion,
  countChecks,
  countCircumstances,
  countEvents,
  countParenting,
  countReferrals,
  countSelfInspections,
  countStaff,
  listCases,
  listDeaths,
} from './queries-annex-facts.ts'

type MutableFacts = Record<string, Record<string, number>>

/** Children without a village stand in a row of their own: no total may lose them. */
export const noVillage = 'none'

/** Helped in the period: as the indicator of children in special circumstances counts it. */
const helpedIndicator = 'qd23:8b'

/**
 * Numbers of the annexes that follow from records of other registers, of a commune by village: circumstances, checks,
 * referrals, visits, parenting groups, staff, events, urgent reports, self-inspections. What nobody recorded is left out, so its cell stays blank.
 */
export async function annexFacts(db: Db, question: AnnexQuestion): Promise<Facts> {
  const facts: MutableFacts = deathMatrix(await listDeaths(db, question))
  const put: Put = (place, name, value) => {
    const row = (facts[place ?? noVillage] ??= {})
    row[name] = value
  }
  await putChildren(put, db, question)
  await putPlaces(put, db, question)
  return facts
}

/** Null is for what belongs to no village, `all` for the whole commune. */
type Put = (place: string | null, name: string, value: number) => void

async function putChildren(put: Put, db: Db, question: AnnexQuestion): Promise<void> {
  for (const { place, checked, suspected, referred } of await countChecks(db, question)) {
    // Where no check was recorded, the book of the station may still have some.
    if (checked === 0) continue
    put(place, 'checks.checked', checked)
    put(place, 'checks.suspected', suspected)
    put(place, 'checks.referred', referred)
  }
  const help = reachedItems(helpedIndicator)
  for (const { group, number, helped } of await countCircumstances(db, question, help)) {
    const row = group === 0 ? 'all' : `special:${group}`
    put(row, 'special.number', number)
    put(row, 'special.helped', helped)
  }
}

async function putPlaces(put: Put, db: Db, question: AnnexQuestion): Promise<void> {
  for (const { place, ...counts } of await countReferrals(db, question))
    for (const [name, value] of Object.entries(counts)) put(place, `referrals.${name}`, value)
  for (const { place, home, enrolled } of await countParenting(db, question)) {
    // What nobody recorded stays blank.
    if (home > 0) put(place, 'visits.home', home)
    if (enrolled > 0) put(place, 'groups.enrolled', enrolled)
  }
  for (const { place, kind, people } of await countStaff(db, question)) put(place, `staff.${kind}`, people)
  for (const { kind, events } of await countEvents(db, question)) put('all', `events.${kind}`, events)
  for (const [name, value] of Object.entries(protectionFacts(await listCases(db, question))))
    put('all', name, value)
  const selfInspections = await countSelfInspections(db, question)
  if (selfInspections > 0) put('all', 'self-inspections.sent', selfInspections)
}

/** Two sets of facts in one, row by row. */
export function withFacts(facts: Facts, more: Facts): Facts {
  const rows = new Set([...Object.keys(facts), ...Object.keys(more)])
  return Object.fromEntries([...rows].map((row) => [row, { ...facts[row], ...more[row] }]))
}
