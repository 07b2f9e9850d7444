import { describe, expect, test } from 'vitest'
import { type ChildFormula, isChildFormula } from '../shared/definition.ts'
import type { ChildFacts, Measurement } from '../shared/child-facts.ts'
import { tally } from '../shared/evaluate.ts'
import { indicatorEdition, isComputed } from './definitions.ts'

/** Every formula that goes child by child, on children of whom the sheet of indicators says the answer. */
const span = { from: '2026-07-01', asOf: '2026-11-22' }

function child(more: Partial<ChildFacts> = {}): ChildFacts {
  return {
    ...{ id: 'x', bornOn: '2024-01-10', leftOn: null, leftReason: null, sex: 'female', ethnicCode: '14' },
    ...{ poverty: 'none', disabled: false, special: false, education: 'none', villageId: null },
    ...{ services: [], measurements: [], screenings: [], circumstances: [] },
    ...more,
  }
}

const zs = { wei: null, len: null, wfl: null, bmi: null, hc: null, ac: null }
function measured(z: Partial<Measurement['z']>, more: Partial<Measurement> = {}): Measurement {
  return { measuredOn: '2026-10-05', ageDays: 900, weightKg: 12, z: { ...zs, ...z }, classes: [], ...more }
}
const given = (itemCode: string, doneOn: string, dose: number | null = null) => ({ itemCode, dose, doneOn })
const withServices = (...services: ChildFacts['services']) => ({ services })

/** Reached, counted but not reached, and on the wrong side of the border of those counted. */
type Example = { reached: ChildFacts; missed?: ChildFacts; outside: ChildFacts }

const underFive = { inside: '2021-11-23', outside: '2021-11-22' }
const newborn = '2026-08-01'
const died = (bornOn: string, leftOn: string) => child({ bornOn, leftOn, leftReason: 'died' })

const birthRegistered: Example = {
  reached: child({ bornOn: underFive.inside, ...withServices(given('BIRTH-REG', '2022-01-01')) }),
  missed: child({ bornOn: underFive.inside }),
  outside: child({ bornOn: underFive.outside, ...withServices(given('BIRTH-REG', '2022-01-01')) }),
}
/** Below -2 SD, not at it; a child who was not measured in the period is not counted. */
function below(key: 'wei' | 'len' | 'wfl'): Example {
  return {
    reached: child({ measurements: [measured({ [key]: -2.01 })] }),
    missed: child({ measurements: [measured({ [key]: -2 })] }),
    outside: child({ measurements: [measured({ [key]: -3 }, { measuredOn: '2026-06-30' })] }),
  }
}
const oneYearOld = '2025-09-01'
const basicVaccines = [
  given('IMM-BCG', '2025-09-02'),
  ...[1, 2, 3].flatMap((dose) => [
    given('IMM-PENTA', `2025-1${dose - 1}-20`, dose),
    given('IMM-OPV', `2025-1${dose - 1}-20`, dose),
  ]),
]
const measles = (doneOn: string) => given('IMM-MEASLES', doneOn)
const polioByNeedle = [given('IMM-IPV', '2026-01-20', 1), given('IMM-IPV', '2026-06-01', 2)]
/** Born in 2021: five by year of birth in the school year that began on 01/09/2026. */
const fiveInSchool = '2021-12-31'
const kindergarten: Example = {
  reached: child({ bornOn: fiveInSchool, education: 'kindergarten' }),
  missed: child({ bornOn: fiveInSchool, education: 'nursery' }),
  outside: child({ bornOn: '2020-12-31', education: 'kindergarten' }),
}
const special: Example = {
  reached: child({ bornOn: '2010-11-23', special: true }),
  missed: child({ bornOn: '2010-11-23' }),
  outside: child({ bornOn: '2010-11-22', special: true }),
}
const helped: Example = {
  reached: child({ special: true, ...withServices(given('FUND', '2026-07-01')) }),
  missed: child({ special: true, ...withServices(given('FUND', '2026-06-30')) }),
  outside: child(withServices(given('FUND', '2026-07-01'))),
}

const examples: Readonly<Record<string, Example>> = {
  'ecd1437:carers-informed': {
    reached: child({ bornOn: '2017-11-23', ...withServices(given('PAR-GROUP', '2026-07-01')) }),
    missed: child({ bornOn: '2017-11-23', ...withServices(given('PAR-GROUP', '2026-06-30')) }),
    outside: child({ bornOn: '2017-11-22', ...withServices(given('PAR-GROUP', '2026-07-01')) }),
  },
  'ecd1437:ready-6': {
    reached: child({ bornOn: '2020-11-22', ...withServices(given('EDU-READY', '2026-05-20')) }),
    missed: child({ bornOn: '2020-11-22' }),
    outside: child({ bornOn: '2020-11-23', ...withServices(given('EDU-READY', '2026-05-20')) }),
  },
  'qd23:4a': below('wei'),
  'qd23:4b': below('len'),
  'qd23:4c': {
    reached: child({ measurements: [measured({ wfl: 3.4 }, { classes: ['obesity'] })] }),
    missed: child({ measurements: [measured({ wfl: 2.5 }, { classes: ['overweight'] })] }),
    outside: child({ measurements: [measured({ wei: 3 }, { classes: ['obesity'] })] }),
  },
  'qd23:5a': {
    reached: child({ bornOn: oneYearOld, services: [...basicVaccines, measles('2026-06-10')] }),
    missed: child({ bornOn: oneYearOld, services: [...basicVaccines, measles('2026-09-02')] }),
    outside: child({ bornOn: '2025-06-30', services: [...basicVaccines, measles('2026-06-10')] }),
  },
  'immunization:fic-1': {
    reached: child({
      bornOn: oneYearOld,
      services: [...basicVaccines, measles('2026-06-10'), ...polioByNeedle],
    }),
    missed: child({ bornOn: oneYearOld, services: [...basicVaccines, measles('2026-06-10')] }),
    outside: child({ bornOn: '2026-01-01', services: basicVaccines }),
  },
  'qd23:8a': special,
  // A disabled child is in group 4, whether or not a circumstance was recorded (Luật Trẻ em 2016, Art. 10.1).
  'tt13-annex1:03xx-special': { ...special, reached: child({ bornOn: '2010-11-23', disabled: true }) },
  'qd23:8b': helped,
  'tt13-annex1:03xx-special-helped': { ...helped, missed: child({ disabled: true }) },
  'qd23:14': birthRegistered,
  'registration:birth-u5': birthRegistered,
  'qd23:16': kindergarten,
  'education:pre-5': kindergarten,
  'tt13-annex1:04xx-kindergarten': kindergarten,
  'education:kindergarten-3-5': kindergarten,
  'qd23:20b': {
    reached: child({ bornOn: fiveInSchool, disabled: true, education: 'kindergarten' }),
    missed: child({ bornOn: fiveInSchool, disabled: true }),
    outside: child({ bornOn: '2024-01-01', disabled: true, education: 'nursery' }),
  },
  'tt13-annex1:01xx-population': {
    reached: child({ bornOn: '2010-11-23' }),
    outside: child({ bornOn: '2010-11-22' }),
  },
  'tt13-annex1:04xx-nursery': {
    reached: child({ bornOn: '2026-08-22', education: 'nursery' }),
    missed: child({ bornOn: '2023-11-23' }),
    outside: child({ bornOn: '2023-11-22', education: 'nursery' }),
  },
  'nutrition:stunting-1000d': below('len'),
  // Of all children under 5, not only those measured (NQ 262/2025/QH15).
  'nutrition:stunting-ntp': {
    ...below('len'),
    missed: child({ bornOn: underFive.inside }),
    outside: child({ bornOn: underFive.outside, measurements: [measured({ len: -3 })] }),
  },
  'nutrition:stunting-gso': below('len'),
  'nutrition:underweight-1000d': below('wei'),
  'nutrition:wasting': below('wfl'),
  'nutrition:lbw': {
    reached: child({
      bornOn: newborn,
      measurements: [measured({}, { measuredOn: newborn, weightKg: 2.49 })],
    }),
    missed: child({ bornOn: newborn, measurements: [measured({}, { measuredOn: newborn, weightKg: 2.5 })] }),
    outside: child({ bornOn: newborn, measurements: [measured({}, { weightKg: 2.4 })] }),
  },
  'nutrition:sam': {
    reached: child({ measurements: [measured({ wfl: -3.2 }, { classes: ['severe-acute'] })] }),
    missed: child({ bornOn: underFive.inside }),
    outside: child({
      bornOn: underFive.outside,
      measurements: [measured({ wfl: -3.2 }, { classes: ['severe-acute'] })],
    }),
  },
  'nutrition:measured-6m': {
    reached: child({ bornOn: underFive.inside, measurements: [measured({})] }),
    missed: child({ bornOn: underFive.inside, measurements: [measured({}, { measuredOn: '2026-06-30' })] }),
    outside: child({ bornOn: underFive.outside, measurements: [measured({})] }),
  },
  'immunization:hepb-24h': {
    reached: child({ bornOn: newborn, ...withServices(given('IMM-HEPB0', '2026-08-02')) }),
    missed: child({ bornOn: newborn, ...withServices(given('IMM-HEPB0', '2026-08-03')) }),
    outside: child({ bornOn: '2026-06-30', ...withServices(given('IMM-HEPB0', '2026-06-30')) }),
  },
  'injury:water-safety': {
    reached: child({ bornOn: '2020-11-22', ...withServices(given('PRO-WATER', '2026-05-01')) }),
    missed: child({ bornOn: '2020-11-22' }),
    outside: child({ bornOn: '2020-11-23', ...withServices(given('PRO-WATER', '2026-05-01')) }),
  },
  'registration:birth-60d': {
    reached: child({ bornOn: newborn, ...withServices(given('BIRTH-REG', '2026-09-30')) }),
    missed: child({ bornOn: newborn, ...withServices(given('BIRTH-REG', '2026-10-01')) }),
    outside: child({ bornOn: '2026-10-01', ...withServices(given('BIRTH-REG', '2026-10-02')) }),
  },
  'welfare:hic-u6': {
    reached: child({ bornOn: '2020-11-23', ...withServices(given('HIC', '2021-01-01')) }),
    missed: child({ bornOn: '2020-11-23' }),
    outside: child({ bornOn: '2020-11-22', ...withServices(given('HIC', '2021-01-01')) }),
  },
  'fund:children-helped': {
    reached: child(withServices(given('FUND', '2026-07-01'))),
    outside: child(withServices(given('FUND', '2026-06-30'))),
  },
}

/** One child of the numerator, one of the denominator, one on the wrong side of the border. */
const alive = child({ bornOn: newborn })
const neonatal = { in: died(newborn, '2026-08-28'), out: died(newborn, '2026-08-29') }
const infant = { in: died('2025-11-02', '2026-11-01'), out: died('2025-11-01', '2026-11-01') }
const underFiveDeath = { in: died('2021-11-02', '2026-11-01'), out: died('2021-11-01', '2026-11-01') }
const boys = {
  in: child({ bornOn: newborn, sex: 'male' }),
  out: child({ bornOn: '2026-06-30', sex: 'male' }),
}
const rates: Readonly<Record<string, { in: ChildFacts; out: ChildFacts }>> = {
  'qd23:3a': neonatal,
  'tt13-annex1:02xx-neonatal': neonatal,
  'qd23:3b': infant,
  'tt13-annex1:02xx-infant': infant,
  'qd23:3c': underFiveDeath,
  'tt13-annex1:02xx-under5': underFiveDeath,
  'tt13-annex1:01xx-sex-ratio': boys,
  'population:sex-ratio': boys,
}

const formulas = new Map(
  indicatorEdition()
    .definitions.filter(isComputed)
    .flatMap(({ code, formula }): [string, ChildFormula][] =>
      isChildFormula(formula) ? [[code, formula]] : [],
    ),
)

function formulaOf(code: string): ChildFormula {
  const formula = formulas.get(code)
  if (!formula) throw new Error(`${code} is not counted child by child`)
  return formula
}

test('every formula over children has its example', () => {
  expect(Object.keys({ ...examples, ...rates }).toSorted()).toEqual([...formulas.keys()].toSorted())
})

describe('counts what the sheet says', () => {
  test.each(Object.entries(examples))('%s', (code, { reached, missed, outside }) => {
    const formula = formulaOf(code)
    const isCount = formula.kind === 'count'
    expect(tally(formula, [reached], span)).toEqual({ numerator: 1, denominator: isCount ? 0 : 1 })
    if (missed) expect(tally(formula, [missed], span)).toEqual({ numerator: 0, denominator: 1 })
    expect(tally(formula, [outside], span)).toEqual({ numerator: 0, denominator: 0 })
  })

  test.each(Object.entries(rates))('%s', (code, example) => {
    const formula = formulaOf(code)
    expect(tally(formula, [example.in], span).numerator).toBe(1)
    expect(tally(formula, [example.out], span).numerator).toBe(0)
    expect(tally(formula, [alive], span)).toEqual({ numerator: 0, denominator: 1 })
  })
})

test('56 indicators are computed, 41 typed with their source, 7 defined by no text', () => {
  const count = (way: string) => indicatorEdition().definitions.filter((one) => one.way === way).length
  expect([count('computed'), count('by-hand'), count('unknown')]).toEqual([56, 41, 7])
  for (const { way, source } of indicatorEdition().definitions)
    if (way === 'by-hand') expect(source.vi).not.toBe('')
})
