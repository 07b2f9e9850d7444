import type { Day } from '#base/day.ts'
import { type Period, periodOf } from '#base/period.ts'
import type { Actor } from '#platform/actor.ts'
import type { Clock } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/db/types.ts'
import { audit } from '#modules/accounts/server/public.ts'
import type { Area } from '#modules/areas/shared/contract.ts'
import { listCounters, recountDifferences } from '#modules/services/server/public.ts'
import type { Difference, Recount } from '../shared/contract.ts'
import { listCommunes, type CommuneChildren } from './queries.ts'
import { listChildFacts } from './queries-facts.ts'
import { recountIndicators } from './recount-indicators.ts'
import { findRecount, hasPending, insertRecount, listKeptPeriods } from './queries-recount.ts'

/** So many differences are kept; more would say nothing new. */
const keptDifferences = 200

export type RecountPlace = Pick<Area, 'id' | 'name' | 'kind' | 'lft' | 'rgt'>
export type RecountAsked = { area: RecountPlace; period?: Period | undefined; today: Day }

/** What is to be gone through. */
export type RecountPlan = { communes: CommuneChildren[]; periods: Period[] }

/** `pending`: children are being counted again just now, and a difference would say nothing. */
export type CommuneFound = { commune: CommuneChildren; pending: boolean } & Found
type Found = { differences: Difference[]; figures: number }

async function comparePeriod(
  db: Db,
  { id, name }: CommuneChildren,
  { period, today }: { period: Period; today: Day },
): Promise<Found> {
  const asked = { communeId: id, period, today }
  const differences = (await recountDifferences(db, asked)).map(
    ({ what, key, ageYears, shown, recounted }): Difference => ({
      areaId: id,
      areaName: name,
      period,
      key: what === 'child' ? `child:${key}` : key,
      ageYears,
      shown,
      recounted,
    }),
  )
  return { differences, figures: (await listCounters(db, id, period)).length }
}

/** The kept periods and the present ones: counters that are missing altogether are a difference too. */
async function periodsOf(db: Db, area: RecountPlace, today: Day): Promise<Period[]> {
  const kept = await listKeptPeriods(db, area)
  return [...new Set([...kept, periodOf(today, 'half'), periodOf(today, 'year')])].toSorted()
}

/** The communes to count and, without a period, all that have counters and the present ones. */
export async function planRecount(db: Db, { area, period, today }: RecountAsked): Promise<RecountPlan> {
  const periods = period === undefined ? await periodsOf(db, area, today) : [period]
  return { communes: await listCommunes(db, area), periods }
}

/** Counts a commune again from the records with the pure rule and compares it with what is shown. */
export async function recountCommune(
  db: Db,
  commune: CommuneChildren,
  { periods, today }: { periods: readonly Period[]; today: Day },
): Promise<CommuneFound> {
  const all: CommuneFound = { commune, pending: false, differences: [], figures: 0 }
  if (await hasPending(db, commune.id, today)) return { ...all, pending: true }
  const facts = await listChildFacts(db, commune)
  for (const period of periods) {
    const counters = await comparePeriod(db, commune, { period, today })
    const indicators = await recountIndicators(db, commune, { period, today, facts })
    all.figures += counters.figures + indicators.figures
    all.differences.push(...counters.differences, ...indicators.differences)
  }
  return all
}

export type RecountResult = Omit<Recount, 'id' | 'at' | 'area'>

/** Communes where children are being counted again are named and left out. */
export function resultOf({ periods }: RecountPlan, found: readonly CommuneFound[]): RecountResult {
  const differences = found.flatMap((one) => one.differences)
  const waiting = found.filter(({ pending }) => pending).map(({ commune }) => commune.name)
  const compared = found.filter(({ pending }) => !pending)
  return {
    periods,
    state: differences.length > 0 ? 'different' : waiting.length > 0 ? 'waiting' : 'equal',
    communes: found.length,
    communesDone: found.length,
    children: compared.reduce((sum, { commune }) => sum + commune.children, 0),
    figures: compared.reduce((sum, { figures }) => sum + figures, 0),
    // Figures first: they are what people see.
    differences: differences
      .toSorted((a, b) => Number(a.key.startsWith('child:')) - Number(b.key.startsWith('child:')))
      .slice(0, keptDifferences),
    differenceCount: differences.length,
    waiting,
  }
}

async function recountArea(db: Db, asked: RecountAsked): Promise<RecountResult> {
  const plan = await planRecount(db, asked)
  const found: CommuneFound[] = []
  for (const commune of plan.communes)
    found.push(await recountCommune(db, commune, { periods: plan.periods, today: asked.today }))
  return resultOf(plan, found)
}

type Writing = { actor: Actor; tx: Tx; clock: Clock }

/** Recounts in the transaction at hand and keeps what was found. The same id again gets the first answer back. */
export async function recountAndKeep(
  { actor, tx, clock }: Writing,
  { id, area, period }: { id: string; area: RecountPlace; period?: Period | undefined },
): Promise<Recount> {
  const earlier = await findRecount(tx, { id })
  if (earlier) return earlier
  const found = await recountArea(tx, { area, period, today: clock.today() })
  const recount = { ...found, id, at: clock.now().toISOString(), area: { id: area.id, name: area.name } }
  await insertRecount(tx, { ...recount, areaLft: area.lft, askedBy: actor.accountId })
  await auditRecount(tx, actor, recount)
  return recount
}

/** The audit says how many differences there were, not which children. */
export async function auditRecount(
  tx: Tx,
  actor: Actor,
  { id, area, state, differenceCount }: Pick<Recount, 'id' | 'area' | 'state' | 'differenceCount'>,
): Promise<void> {
  await audit(tx, actor, 'indicators.recounted', id, { after: { areaId: area.id, state, differenceCount } })
}
