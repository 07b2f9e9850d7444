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
import { findRecount, insertRecount, listKeptPeriods, listPendingCommunes } from './queries-recount.ts'

/** So many differences are kept; more would say nothing new. */
const keptDifferences = 200

type Place = Pick<Area, 'id' | 'name' | 'kind' | 'lft' | 'rgt'>
type Found = { differences: Difference[]; figures: number }

async function compareCommune(
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
async function periodsOf(db: Db, area: Place, today: Day): Promise<Period[]> {
  const kept = await listKeptPeriods(db, area)
  return [...new Set([...kept, periodOf(today, 'half'), periodOf(today, 'year')])].toSorted()
}

export type RecountAsked = { area: Place; period?: Period | undefined; today: Day }

/**
 * Counts everything again from the records with the pure rule and compares it with what is shown. Communes
 * where children are being counted again just now are named and left out: there a difference says nothing.
 */
export async function recountArea(
  db: Db,
  { area, period, today }: RecountAsked,
): Promise<Omit<Recount, 'id' | 'at'>> {
  const pending = await listPendingCommunes(db, area, today)
  const communes = await listCommunes(db, area)
  const still = communes.filter(({ id }) => !pending.has(id))
  const periods = period === undefined ? await periodsOf(db, area, today) : [period]
  const differences: Difference[] = []
  let figures = 0
  for (const commune of still) {
    for (const one of periods) {
      const found = await compareCommune(db, commune, { period: one, today })
      figures += found.figures
      differences.push(...found.differences)
    }
  }
  const waiting = communes.filter(({ id }) => pending.has(id)).map(({ name }) => name)
  return {
    area: { id: area.id, name: area.name },
    periods,
    state: differences.length > 0 ? 'different' : waiting.length > 0 ? 'waiting' : 'equal',
    children: still.reduce((sum, { children }) => sum + children, 0),
    figures,
    // Figures first: they are what people see.
    differences: differences
      .toSorted((a, b) => Number(a.key.startsWith('child:')) - Number(b.key.startsWith('child:')))
      .slice(0, keptDifferences),
    differenceCount: differences.length,
    waiting,
  }
}

type Writing = { actor: Actor; tx: Tx; clock: Clock }

/** Recounts and keeps what was found. The same id sent again gets the first answer back. */
export async function recountAndKeep(
  { actor, tx, clock }: Writing,
  { id, area, period }: { id: string; area: Place; period?: Period | undefined },
): Promise<Recount> {
  const earlier = await findRecount(tx, { id })
  if (earlier) return earlier
  const found = await recountArea(tx, { area, period, today: clock.today() })
  const recount = { ...found, id, at: clock.now().toISOString() }
  await insertRecount(tx, { ...recount, areaLft: area.lft, askedBy: actor.accountId })
  const { state, differenceCount } = recount
  await audit(tx, actor, 'indicators.recounted', id, { after: { areaId: area.id, state, differenceCount } })
  return recount
}
