import { addDays, addMonths, daysBetween, type Day } from '#base/day.ts'
import type { SampleChild } from './population.ts'
import type { Chance } from './random.ts'
import { attend, write, type Visits } from './visits.ts'

/** Age in days at which a vaccine is planned, by the last published timetable (TT 10/2024, TT 52/2025/TT-BYT). */
const timetable: readonly { code: string; ages: readonly number[]; gap: number }[] = [
  { code: 'IMM-BCG', ages: [0], gap: 0 },
  { code: 'IMM-PENTA', ages: [61, 91, 122], gap: 28 },
  { code: 'IMM-OPV', ages: [61, 91, 122], gap: 28 },
  { code: 'IMM-IPV', ages: [152, 274], gap: 28 },
  { code: 'IMM-MEASLES', ages: [274], gap: 0 },
  { code: 'IMM-JE', ages: [365, 372, 737], gap: 7 },
  { code: 'IMM-MR', ages: [548], gap: 0 },
  { code: 'IMM-DPT4', ages: [548], gap: 0 },
  { code: 'IMM-TD7', ages: [2557], gap: 0 },
]
const lastGapOfJe = 365

/** The commune vaccinates on the 8th of each month. */
function vaccinationDayAfter(day: Day): Day {
  const here: Day = `${day.slice(0, 8)}08`
  return here >= day ? here : addMonths(here, 1)
}

type Delay = { months: () => number; never: boolean }

/** Most come on the first day; others weeks late; a few never (calibration.md section 5). */
function delayOf(chance: Chance, child: SampleChild): Delay {
  if (child.followed) return { never: false, months: () => (chance.happens(0.004) ? 2 : 0) }
  return {
    never: chance.happens(0.06),
    months: () =>
      chance.weighted([
        [0, 45],
        [1, 25],
        [2, 15],
        [4, 10],
        [9, 5],
      ]),
  }
}

type Vaccine = (typeof timetable)[number]

/** The day planned for a dose: by age, and after the least gap from the dose before. */
function plannedDay({ code, gap }: Vaccine, index: number, wanted: Day, before: Day | null): Day {
  if (before === null) return vaccinationDayAfter(wanted)
  const earliest = addDays(before, code === 'IMM-JE' && index === 2 ? lastGapOfJe : gap)
  return vaccinationDayAfter(earliest > wanted ? earliest : wanted)
}

function series(visits: Visits, vaccine: Vaccine, delay: Delay): void {
  const { code, ages } = vaccine
  const { bornOn } = visits.child
  let before: Day | null = null
  for (const [index, age] of ages.entries()) {
    const day = addMonths(plannedDay(vaccine, index, addDays(bornOn, age), before), delay.months())
    const inTime = daysBetween(bornOn, day) < 1826 || code === 'IMM-TD7'
    const dose = ages.length > 1 ? index + 1 : null
    if (!inTime || !write(visits, { itemCode: code, dose, doneOn: day }, bornOn)) return
    before = day
  }
}

/** What happens at birth and in the first weeks, where the village and the family decide most. */
function atBirth(visits: Visits): void {
  const { chance, child } = visits
  const born = child.bornOn
  const after = (from: number, to: number): Day => addDays(born, chance.between(from, to))
  const inFacility = child.followed || chance.happens(0.85)
  if (inFacility) {
    write(visits, { itemCode: 'BIRTH-FAC', dose: null, doneOn: born }, born)
    attend(visits, 'IMM-HEPB0', born, born)
    attend(visits, 'NBS-BLOOD', after(2, 5), born)
    attend(visits, 'NBS-HEAR', after(1, 10), born)
    attend(visits, 'NBS-HEART', after(1, 3), born)
    attend(visits, 'VITA-MOM', after(3, 25), born)
  }
  if (attend(visits, 'PNC-42', after(2, 7), born)) {
    const last = visits.records.at(-1)
    if (last) last.dose = 1
    if (chance.happens(0.9)) write(visits, { itemCode: 'PNC-42', dose: 2, doneOn: after(10, 40) }, born)
  }
  papers(visits)
}

/** Nearly all are registered in the end (about 98%, calibration.md section 2), some of them years late. */
function papers(visits: Visits): void {
  const { chance, child } = visits
  const born = child.bornOn
  const late = (): number =>
    child.followed
      ? 0
      : chance.weighted([
          [0, 72],
          [60, 18],
          [400, 10],
        ])
  const fileOn = addDays(born, chance.between(20, 55) + late())
  if (chance.happens(0.985)) write(visits, { itemCode: 'CHK-FILE', dose: null, doneOn: fileOn }, born)
  const registered = addDays(born, chance.between(5, 50) + late())
  if (!child.followed && chance.happens(0.04)) return
  write(visits, { itemCode: 'BIRTH-REG', dose: null, doneOn: registered }, born)
  const cardOn = addDays(registered, chance.between(5, 30))
  write(visits, { itemCode: 'HIC', dose: null, doneOn: cardOn }, born)
}

/** The vaccination book and the papers of birth: known since birth, also before the two years of services. */
export function earlyRecords(visits: Visits): void {
  atBirth(visits)
  const delay = delayOf(visits.chance, visits.child)
  if (delay.never) return
  for (const vaccine of timetable) series(visits, vaccine, delay)
}
