import { addDays, addMonths, daysBetween, type Day } from '#base/day.ts'
import { schoolYearOf } from '#modules/indicators/shared/rules.ts'
import { familyName, personName, type Sex } from './names.ts'
import type { Chance } from './random.ts'

export type SampleVillage = {
  key: number
  name: string
  /** How many families are followed closely by station and collaborators, 0-1. */
  followed: number
  /** The day of the month on which the village is weighed. */
  sessionDate: number
}

export type SampleCarer = {
  relation: 'mother' | 'father' | 'guardian'
  fullName: string
  phone: string | null
}

export type SampleChild = {
  key: number
  village: number
  householdCode: string
  fullName: string
  bornOn: Day
  sex: Sex
  ethnicCode: string
  poverty: 'none' | 'near-poor' | 'poor'
  disabled: boolean
  specialCircumstance: boolean
  education: 'none' | 'nursery' | 'kindergarten' | 'primary'
  carers: SampleCarer[]
  /** Behaviour, for the services: the family is followed closely. */
  followed: boolean
  /** Goes to nursery, kindergarten and school when old enough. */
  attends: boolean
}

type Ethnicity = readonly [readonly [string, number], ...(readonly [string, number])[]]
type VillagePlan = { name: string; share: number; followed: number; ethnicity: Ethnicity }

/** About 55% minority, as in Kon Tum (calibration.md section 4): 14 Xơ-đăng, 13 Ba-na, 10 Gia-rai, 27 Gié-Triêng. */
const villagePlans: readonly VillagePlan[] = [
  {
    name: 'Thôn 1',
    share: 15,
    followed: 0.88,
    ethnicity: [
      ['01', 92],
      ['02', 4],
      ['06', 4],
    ],
  },
  {
    name: 'Thôn 2',
    share: 14,
    followed: 0.84,
    ethnicity: [
      ['01', 88],
      ['03', 8],
      ['14', 4],
    ],
  },
  {
    name: 'Thôn 3',
    share: 12,
    followed: 0.8,
    ethnicity: [
      ['01', 70],
      ['07', 15],
      ['14', 15],
    ],
  },
  {
    name: 'Làng Kon Mơ',
    share: 11,
    followed: 0.76,
    ethnicity: [
      ['14', 92],
      ['01', 8],
    ],
  },
  {
    name: 'Làng Đăk Rơ',
    share: 10,
    followed: 0.72,
    ethnicity: [
      ['14', 96],
      ['01', 4],
    ],
  },
  {
    name: 'Làng Kon Trang',
    share: 10,
    followed: 0.78,
    ethnicity: [
      ['13', 94],
      ['01', 6],
    ],
  },
  {
    name: 'Làng Plei Kơ',
    share: 9,
    followed: 0.66,
    ethnicity: [
      ['10', 95],
      ['01', 5],
    ],
  },
  {
    name: 'Làng Đăk Mế',
    share: 8,
    followed: 0.62,
    ethnicity: [
      ['27', 92],
      ['14', 8],
    ],
  },
  { name: 'Làng Tu Rơ', share: 6, followed: 0.55, ethnicity: [['14', 100]] },
  {
    name: 'Làng Măng Rai',
    share: 5,
    followed: 0.48,
    ethnicity: [
      ['14', 88],
      ['27', 12],
    ],
  },
]

/** Births fell after 2017: the three youngest cohorts 5-10% smaller (calibration.md section 3). */
const cohortWeights = [0.91, 0.93, 0.95, 0.98, 1, 1, 1, 1, 1] as const
/** 111.5 boys for 100 girls at birth (calibration.md section 3). */
const boyShare = 111.5 / 211.5
const twinShare = 0.012

function bornWithin(chance: Chance, today: Day): Day {
  const cohort = chance.weighted([
    [0, cohortWeights[0]],
    ...cohortWeights.slice(1).map((weight, index) => [index + 1, weight] as const),
  ])
  const from = addDays(addMonths(today, -12 * (cohort + 1)), 1)
  const to = addMonths(today, -12 * cohort)
  return addDays(from, chance.between(0, daysBetween(from, to)))
}

/** Days of birth of one household's children, at least ten months apart unless twins. */
function birthsOf(chance: Chance, today: Day): Day[] {
  const wanted = chance.weighted([
    [1, 55],
    [2, 36],
    [3, 9],
  ])
  const days: Day[] = [bornWithin(chance, today)]
  for (let tries = 0; days.length < wanted && tries < 12; tries += 1) {
    const day = bornWithin(chance, today)
    if (days.every((other) => Math.abs(daysBetween(other, day)) > 310)) days.push(day)
  }
  const [first] = days
  if (first && chance.happens(twinShare)) days.push(first)
  return days
}

/** Where a child of this birth year is in a school year: grade 1 begins in the year of the sixth birthday. */
export function schoolIn(
  schoolYear: number,
  child: { bornOn: Day; attends: boolean },
): SampleChild['education'] {
  const age = schoolYear - Number(child.bornOn.slice(0, 4))
  if (age >= 6) return 'primary'
  if (!child.attends) return 'none'
  if (age >= 3) return 'kindergarten'
  return age === 2 ? 'nursery' : 'none'
}

function povertyOf(chance: Chance, minority: boolean): SampleChild['poverty'] {
  return chance.weighted(
    minority
      ? [
          ['none', 70],
          ['near-poor', 12],
          ['poor', 18],
        ]
      : [
          ['none', 90],
          ['near-poor', 6],
          ['poor', 4],
        ],
  )
}

/** 0900000000-0900000999 are not given out to people. */
function phone(chance: Chance): string | null {
  return chance.happens(0.75) ? `0900000${String(chance.between(0, 999)).padStart(3, '0')}` : null
}

function carersOf(chance: Chance, ethnicCode: string, family: string): SampleCarer[] {
  const motherFamily = familyName(chance, ethnicCode)
  const mother = personName(chance, ethnicCode, 'female', motherFamily)
  const father = personName(chance, ethnicCode, 'male', family)
  if (chance.happens(0.02)) {
    return [{ relation: 'guardian', fullName: mother, phone: phone(chance) }]
  }
  const carers: SampleCarer[] = [{ relation: 'mother', fullName: mother, phone: phone(chance) }]
  if (chance.happens(0.85)) carers.push({ relation: 'father', fullName: father, phone: phone(chance) })
  return carers
}

type Household = { village: SampleVillage; code: string; ethnicCode: string; family: string }

function childOf(
  chance: Chance,
  household: Household,
  bornOn: Day,
  today: Day,
): Omit<SampleChild, 'key' | 'carers' | 'poverty' | 'followed'> {
  const sex: Sex = chance.happens(boyShare) ? 'male' : 'female'
  const attends = chance.happens(0.955)
  return {
    village: household.village.key,
    householdCode: household.code,
    fullName: personName(chance, household.ethnicCode, sex, household.family),
    bornOn,
    sex,
    ethnicCode: household.ethnicCode,
    disabled: chance.happens(0.009),
    specialCircumstance: chance.happens(0.012),
    education: schoolIn(schoolYearOf(today), { bornOn, attends }),
    attends,
  }
}

function householdChildren(
  chance: Chance,
  household: Household,
  today: Day,
  firstKey: number,
): SampleChild[] {
  const poverty = povertyOf(chance, household.ethnicCode !== '01')
  const followed = chance.happens(household.village.followed)
  const carers = carersOf(chance, household.ethnicCode, household.family)
  return birthsOf(chance, today).map((bornOn, index) => {
    const child = childOf(chance, household, bornOn, today)
    return { ...child, key: firstKey + index, poverty, followed, carers }
  })
}

/** Households with children of 0-8 years, village by village, until there are about `size` children. */
export function makePopulation(
  chance: Chance,
  { size, today }: { size: number; today: Day },
): { villages: SampleVillage[]; children: SampleChild[] } {
  const villages: SampleVillage[] = []
  const children: SampleChild[] = []
  villagePlans.forEach((plan, key) => {
    const village = { key, name: plan.name, followed: plan.followed, sessionDate: 5 + key }
    villages.push(village)
    const until = children.length + Math.round((size * plan.share) / 100)
    for (let number = 1; children.length < until; number += 1) {
      const ethnicCode = chance.weighted(plan.ethnicity)
      const code = `HM-${String(key + 1).padStart(2, '0')}-${String(number).padStart(3, '0')}`
      const household = { village, code, ethnicCode, family: familyName(chance, ethnicCode) }
      children.push(...householdChildren(chance, household, today, children.length))
    }
  })
  return { villages, children }
}
