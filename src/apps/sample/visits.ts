import { addDays, addMonths, ageOn, type Day } from '#base/day.ts'
import { schoolIn, type SampleChild, type SampleVillage } from './population.ts'
import type { Chance } from './random.ts'

export type SampleRecord = {
  child: number
  itemCode: string
  dose: number | null
  doneOn: Day
  answer: 'done' | 'refused' | 'contraindicated'
  /** Why the family refused. */
  note: string | null
}

export type Visits = { chance: Chance; child: SampleChild; from: Day; until: Day; records: SampleRecord[] }

/** How often a planned service is missed: a family followed closely, and another. */
const missedWhenFollowed = 0.004
const missedOtherwise = 0.32

function comes({ chance, child }: Visits): boolean {
  return !chance.happens(child.followed ? missedWhenFollowed : missedOtherwise)
}

/** Writes a service down when the family comes and the day lies in the child's time here. */
export function attend(visits: Visits, itemCode: string, doneOn: Day, since: Day = visits.from): boolean {
  if (!comes(visits)) return false
  return write(visits, { itemCode, dose: null, doneOn }, since)
}

/**
 * Writes a service down as done; false outside of the days on which the child lives here. `dose` null: no doses are
 * counted.
 */
export function write(
  { child, until, records }: Visits,
  { itemCode, dose, doneOn }: { itemCode: string; dose: number | null; doneOn: Day },
  since: Day,
): boolean {
  if (doneOn < since || doneOn > until || doneOn < child.bornOn) return false
  records.push({ child: child.key, itemCode, dose, doneOn, answer: 'done', note: null })
  return true
}

/** Months of age from-to (the second not included) in which a session gives a service, in which months of the year. */
type SessionService = { code: string; from: number; to: number; inMonth: (month: number) => boolean }

const everyMonth = (): boolean => true
const sessionServices: readonly SessionService[] = [
  { code: 'GRO-0-23', from: 0, to: 24, inMonth: everyMonth },
  { code: 'BF-EXCL', from: 0, to: 6, inMonth: everyMonth },
  { code: 'GRO-24-59', from: 24, to: 60, inMonth: (month) => month % 3 === 1 },
  { code: 'GRO-60-108', from: 60, to: 108, inMonth: (month) => month % 6 === 4 },
]

/** The monthly weighing day of the village, with the talks held there. */
function monthlySession(visits: Visits, day: Day): void {
  const { child } = visits
  const { months, days } = ageOn(child.bornOn, day)
  if (days < 0) return
  const month = Number(day.slice(5, 7))
  for (const { code, from, to, inMonth } of sessionServices)
    if (months >= from && months < to && inMonth(month)) attend(visits, code, day)
  if (months >= 6 && months < 36 && child.education === 'none') attend(visits, 'EDU-PLAY', day)
  if (month % 2 === 0) counselling(visits, day, months)
  developmentChecks(visits, day, days)
}

/** Every second month: feeding, early stimulation, home visit. */
function counselling(visits: Visits, day: Day, months: number): void {
  if (months >= 6 && months < 24) {
    attend(visits, 'BF-EXCL', day)
    attend(visits, 'CF', day)
  }
  if (months < 24) attend(visits, 'PAR-HOME', addDays(day, 3))
  if (months < 36) attend(visits, 'EDU-STIM', addDays(day, 3))
}

const checks = [
  ['DEV-06', 183, 244],
  ['DEV-09', 274, 335],
  ['DEV-12', 365, 426],
  ['DEV-16', 487, 548],
  ['DEV-24', 730, 791],
] as const

function developmentChecks(visits: Visits, day: Day, age: number): void {
  for (const [code, from, to] of checks) {
    const had = visits.records.some((one) => one.itemCode === code && one.child === visits.child.key)
    if (!had && age >= from && age <= to) attend(visits, code, day)
  }
}

/** Once a year, for every household: the collaborator's round in March, the station's check in May. */
function yearlyRound(visits: Visits, year: number): void {
  const { child } = visits
  const round: Day = `${year}-03-${String(10 + child.village).padStart(2, '0')}`
  const age = ageOn(child.bornOn, round).months
  if (age >= 0) {
    attend(visits, 'PRO-PREV', round)
    attend(visits, 'HH-WATER', round)
    if (age >= 6) attend(visits, 'PAR-SAFE', round)
  }
  if (age >= 36) attend(visits, 'DEV-YEAR', `${year}-05-14`)
  if (child.education === 'none') attend(visits, 'CHK-U6', `${year}-05-14`)
  if (child.poverty !== 'none') attend(visits, 'CHK-FREE', `${year}-05-21`)
  const group: Day = `${year}-09-25`
  if (ageOn(child.bornOn, group).months < 96) attend(visits, 'PAR-GROUP', group)
}

function campaigns(visits: Visits, year: number): void {
  const { child } = visits
  for (const day of [`${year}-06-02`, `${year}-12-02`]) {
    const { months, days } = ageOn(child.bornOn, day)
    if (days >= 184 && months < 36) attend(visits, 'VITA', day)
    if (day.slice(5, 7) === '06' && days > 1 && months < 60) attend(visits, 'GRO-JUN', day)
  }
  for (const day of [`${year}-06-01`, `${year}-09-24`]) {
    if (ageOn(child.bornOn, day).months >= 12) attend(visits, 'PLAY', day)
  }
  if (child.specialCircumstance) {
    attend(visits, 'PRO-REVIEW', `${year}-01-20`)
    attend(visits, 'PRO-REVIEW', `${year}-07-20`)
  }
}

const enrolment: Readonly<Record<SampleChild['education'], string>> = {
  none: '',
  nursery: 'EDU-NUR',
  kindergarten: 'EDU-K34',
  primary: 'EDU-SKILL',
}

/** One term in school: being there, and what goes with it. */
function schoolTerm(visits: Visits, day: Day, age: number, school: SampleChild['education']): void {
  const { child } = visits
  attend(visits, age === 5 ? 'EDU-K5' : enrolment[school], day)
  if (age >= 3 && child.ethnicCode !== '01') attend(visits, 'EDU-LANG', day)
  if (age >= 3 && child.disabled) attend(visits, 'EDU-INC', day)
  if (age >= 4) attend(visits, 'PRO-SELF', day)
  attend(visits, 'MEAL', day)
}

/** What preschools and primary schools do at the start of the year and in the second term. */
function schoolYear(visits: Visits, year: number): void {
  const { child } = visits
  const school = schoolIn(year, child)
  if (school === 'none') return
  const age = year - Number(child.bornOn.slice(0, 4))
  attend(visits, school === 'primary' ? 'CHK-PRI' : 'CHK-PRE', `${year}-09-18`)
  if (child.specialCircumstance) attend(visits, 'FEE', `${year}-10-10`)
  for (const day of [`${year}-10-05`, `${year + 1}-02-20`]) schoolTerm(visits, day, age, school)
  if (age === 5) attend(visits, 'EDU-READY', `${year + 1}-04-20`)
  if (age === 7) attend(visits, 'PRO-WATER', `${year + 1}-05-25`)
}

/** Two years of what a village, a station and the schools do for one child. */
export function recurringVisits(visits: Visits, village: SampleVillage): void {
  const firstYear = Number(visits.from.slice(0, 4))
  const lastYear = Number(visits.until.slice(0, 4))
  const session = (index: number): Day =>
    addMonths(`${firstYear}-01-${String(village.sessionDate).padStart(2, '0')}`, index)
  for (let index = 0; index < (lastYear - firstYear + 1) * 12; index += 1)
    monthlySession(visits, session(index))
  for (let year = firstYear - 1; year <= lastYear; year += 1) {
    if (year >= firstYear) {
      yearlyRound(visits, year)
      campaigns(visits, year)
    }
    schoolYear(visits, year)
  }
}
