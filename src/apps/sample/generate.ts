import type { Day } from '#base/day.ts'
import { makePopulation, type SampleChild, type SampleVillage } from './population.ts'
import { chanceFrom } from './random.ts'
import { earlyRecords } from './vaccinations.ts'
import { recurringVisits, type SampleRecord, type Visits } from './visits.ts'

export type Sample = { villages: SampleVillage[]; children: SampleChild[]; records: SampleRecord[] }

/** A few families refuse; the reason stays with them. */
const refusedShare = 0.003

/** Services since the first of January of the year before last: two years of figures are complete. */
function firstDay(today: Day): Day {
  return `${Number(today.slice(0, 4)) - 2}-01-01`
}

/**
 * An invented commune: about `size` children of 0-8 years with their carers and households, two years of
 * services and the vaccination books, in the proportions of public statistics. The same seed and day give
 * the same commune. It knows neither the database nor the rules of what is due.
 */
export function generateSample({ seed, today, size }: { seed: number; today: Day; size: number }): Sample {
  const chance = chanceFrom(seed)
  const { villages, children } = makePopulation(chance, { size, today })
  const records: SampleRecord[] = []
  for (const child of children) {
    const village = villages[child.village]
    if (!village) continue
    const visits: Visits = { chance, child, from: firstDay(today), until: today, records: [] }
    earlyRecords(visits)
    recurringVisits(visits, village)
    for (const record of visits.records) {
      records.push(
        record.dose === null && chance.happens(refusedShare) ? { ...record, answer: 'refused' } : record,
      )
    }
  }
  return { villages, children, records }
}
