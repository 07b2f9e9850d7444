import { describe, expect, test } from 'vitest'
import { prevalence, type SurveyChild } from './prevalence.ts'
import { ageOfMonths, type Score } from './score-2006.ts'
import { t975 } from './student-t.ts'
import { estimateMean, estimateShare, surveyDesign } from './survey-design.ts'

const simple = { weights: false, clusters: false, strata: false }

function child(
  z: number | null,
  more: Partial<SurveyChild> & { months?: number; oedema?: boolean; flag?: boolean } = {},
) {
  const { months = 30, oedema = false, flag = false, ...rest } = more
  const score: Score | null = z === null ? null : { z, flag }
  const measured = { weightKg: 1, lenheiCm: 1, position: null, oedema }
  const skin = { headCm: null, armCm: null, tricepsMm: null, subscapularMm: null }
  return {
    row: { sex: 'male' as const, age: ageOfMonths(months), measured: { ...measured, ...skin }, notes: [] },
    scores: [score, oedema ? null : score, oedema ? null : score, oedema ? null : score],
    ...{ weight: 1, cluster: null, stratum: null },
    ...rest,
  }
}

const lineOf = (children: SurveyChild[], group: string, index: string, layout = simple) =>
  prevalence(children, 'who2006', layout).lines.find((line) => line.group === group && line.index === index)

test.each([
  [1, 12.7062],
  [2, 4.3027],
  [10, 2.2281],
  [30, 2.0423],
  [1000, 1.9623],
])('Student t for 95 %% with %d degrees is %d', (freedom, t) => {
  expect(t975(freedom)).toBeCloseTo(t, 4)
})

describe('a survey of equal weights', () => {
  const zs = [-3.5, -2.5, -2.5, -1, 0, 0.5, 1.5, 2.5, 3.5, 0]
  const children = zs.map((z) => child(z))

  test('counts below and above the cut-offs', () => {
    const line = lineOf(children, 'All', 'zlen')
    expect(line?.count).toBe(10)
    const shares = [line?.below3, line?.below2, line?.above1, line?.above2, line?.above3]
    expect(shares.map((one) => Number(one?.value.toFixed(6)))).toEqual([0.1, 0.3, 0.3, 0.2, 0.1])
  })

  test('mean and standard deviation are those of the sample', () => {
    const mean = zs.reduce((sum, z) => sum + z, 0) / 10
    const sd = Math.sqrt(zs.reduce((sum, z) => sum + (z - mean) ** 2, 0) / 9)
    const line = lineOf(children, 'All', 'zlen')
    expect(line?.mean?.value).toBeCloseTo(mean, 10)
    expect(line?.mean?.sd).toBeCloseTo(sd, 10)
    expect(line?.mean?.se).toBeCloseTo(sd / Math.sqrt(10), 10)
  })

  test('the interval stands on the logit scale', () => {
    const line = lineOf(children, 'All', 'zlen')
    // By hand: p = .3, n = 10, se(p) = sqrt(p q / 9), t(9) = 2.2622.
    const se = Math.sqrt((0.3 * 0.7) / 9) / (0.3 * 0.7)
    const side = (sign: number) => 1 / (1 + Math.exp(-(Math.log(0.3 / 0.7) + sign * 2.262157 * se)))
    expect(line?.below2?.low).toBeCloseTo(side(-1), 5)
    expect(line?.below2?.high).toBeCloseTo(side(1), 5)
  })

  test('none or all have an interval of no width', () => {
    const line = lineOf([child(0), child(0.2)], 'All', 'zlen')
    expect(line?.below2).toMatchObject({ value: 0, low: 0, high: 0 })
  })

  test('groups by age and sex; an empty one has no figures', () => {
    const line = lineOf(children, '24-35 mo.Male', 'zlen')
    expect(line?.count).toBe(10)
    expect(lineOf(children, 'Female', 'zlen')).toMatchObject({ count: 0, below2: undefined, mean: undefined })
    expect(lineOf([child(0, { months: 5.99 }), child(0, { months: 6 })], '06-11 mo', 'zlen')?.count).toBe(1)
  })
})

describe('what counts', () => {
  test('implausible values are left out', () => {
    expect(lineOf([child(-7, { flag: true }), child(-1)], 'All', 'zlen')).toMatchObject({ count: 1 })
  })

  test('oedema is below -3 in the weight-based indices, and in no mean', () => {
    const children = [child(-1), child(-1), child(0, { oedema: true })]
    const weight = lineOf(children, 'All', 'zwei')
    expect(weight?.count).toBe(3)
    expect(weight?.below3?.value).toBeCloseTo(1 / 3, 10)
    expect(weight?.mean?.value).toBe(-1)
    expect(lineOf(children, 'All', 'zlen')?.below3?.value).toBe(0)
  })

  test('children past the standard and rows without their cluster are no part of the sample', () => {
    const children = [
      child(-1, { cluster: '1' }),
      child(-1, { cluster: null }),
      child(-1, { months: 61, cluster: '2' }),
    ]
    expect(prevalence(children, 'who2006', { ...simple, clusters: true }).leftOut).toBe(2)
  })
})

describe('a sample of clusters and strata', () => {
  /** Two strata of two clusters each; x is the share counted, the same by hand below. */
  const units = [
    { stratum: 1, cluster: 1, weight: 2 },
    { stratum: 1, cluster: 1, weight: 2 },
    { stratum: 1, cluster: 2, weight: 1 },
    { stratum: 2, cluster: 3, weight: 3 },
    { stratum: 2, cluster: 4, weight: 1 },
  ]
  const values = [1, 0, 1, 0, 1]

  test('the weighted share and its error by Taylor linearisation', () => {
    const design = surveyDesign(units)
    const share = estimateShare(design, values)
    // p = (2 + 1 + 1) / 9; u = w (x - p) / 9, summed by cluster, spread within each stratum times 2 / (2 - 1).
    const p = 4 / 9
    const clusters = [(2 * (1 - p) + 2 * -p) / 9, (1 - p) / 9, (3 * -p) / 9, (1 - p) / 9]
    const spread = (a = 0, b = 0) => 2 * ((a - (a + b) / 2) ** 2 + (b - (a + b) / 2) ** 2)
    const variance = spread(clusters[0], clusters[1]) + spread(clusters[2], clusters[3])
    expect(design.freedom).toBe(2)
    expect(share?.value).toBeCloseTo(p, 12)
    expect(share?.se).toBeCloseTo(Math.sqrt(variance), 12)
  })

  test('a stratum with a single unit is not taken as certain', () => {
    const lonely = surveyDesign(units.slice(0, 4))
    expect(estimateMean(lonely, [1, 0, 1, 0])?.se).toBeGreaterThan(0)
    expect(lonely.freedom).toBe(1)
  })

  test('the same cluster name in two strata is two clusters', () => {
    const children = ['a', 'b'].flatMap((stratum) =>
      ['1', '2'].map((cluster) => child(-1, { stratum, cluster, weight: 1 })),
    )
    const all = lineOf([...children, child(-3, { stratum: 'a', cluster: '1' })], 'All', 'zlen', {
      weights: true,
      clusters: true,
      strata: true,
    })
    expect(all?.below2).toBeDefined()
    expect(all?.count).toBe(5)
  })
})
