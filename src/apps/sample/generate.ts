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

type SampleQuestion = { seed: number; today: Day; size: number }

const childrenInStep = 25

/** The same in steps of a few milliseconds, so that a server can answer others in between. */
export function* sampleSteps({ seed, today, size }: SampleQuestion): Generator<undefined, Sample> {
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
      const refuses = record.dose === null && chance.happens(refusedShare)
      records.push(refuses ? { ...record, answer: 'refused', note: 'Gia đình chưa đồng ý' } : record)
    }
    if (child.key % childrenInStep === 0) yield
  }
  return { villages, children, records }
}

/**
 * An invented commune: about `size` children of 0-8 years with their carers and households, two years of
 * services and the vaccination books, in the proportions of public statistics. The same seed and day give
 * the same commune. It knows neither the database nor the rules of what is due.
 */
export function generateSample(question: SampleQuestion): Sample {
  const steps = sampleSteps(question)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}
