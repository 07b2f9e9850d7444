import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { hasShared, sharedPath } from '#test/shared-data.ts'
import {
  ageOfDays,
  ageOfMonths,
  indices2006,
  type Measured,
  score2006,
  type Scores2006,
} from '../shared/score-2006.ts'
import { score2007 } from '../shared/score-2007.ts'
import { readSurveyRow, scoreRow } from '../shared/survey-row.ts'
import { builtinStandard } from './builtin-standard.ts'
import { readStandardFolder } from './standard-files.ts'

type Row = Readonly<Record<string, string>>

function readRows(path: string): Row[] {
  const [head = [], ...rows] = readFileSync(path, 'utf8')
    .replaceAll('"', '')
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(','))
  return rows.map((cells) => Object.fromEntries(head.map((name, place) => [name, cells[place] ?? ''])))
}

const number = (text: string | undefined) => (text ? Number(text) : null)
const positions: Readonly<Record<string, 'lying' | 'standing'>> = { l: 'lying', h: 'standing' }

/** WHO's own demonstration survey with the scores of its program (older edition: it still scores month 60). */
const survey = 'node_modules/jsgrowup/testdata/survey_z_st.csv'
const expected = {
  wei: 'ZWEI',
  len: 'ZLEN',
  wfl: 'ZWFL',
  bmi: 'ZBMI',
  hc: 'ZHC',
  ac: 'ZAC',
  ts: 'ZTS',
  ss: 'ZSS',
}

function measuredOf(row: Row): Measured {
  return {
    weightKg: number(row['WEIGHT']),
    lenheiCm: number(row['HEIGHT']),
    position: positions[row['measure'] ?? ''] ?? null,
    oedema: row['oedema'] === 'y',
    headCm: number(row['HEAD']),
    armCm: number(row['MUAC']),
    tricepsMm: number(row['TRI']),
    subscapularMm: number(row['SUB']),
  }
}

describe.skipIf(!hasShared || !existsSync(survey))('WHO 2006 with the official daily tables', async () => {
  const standard = await readStandardFolder(sharedPath('who-lms'))
  const none: Scores2006 = score2006(standard, null, null, measuredOf({}))

  test('every row and index of the demonstration survey is as WHO has it, to 0.01', () => {
    const wrong: string[] = []
    let compared = 0
    for (const row of readRows(survey).filter((one) => Number(one['agemons']) < 60)) {
      const sex = row['GENDER'] === '1' ? 'male' : 'female'
      const scores = score2006(standard, sex, ageOfMonths(Number(row['agemons'])), measuredOf(row))
      for (const index of indices2006) {
        const z = number(row[`_${expected[index]}`])
        const flag = number(row[`_${expected[index].replace('Z', 'F')}`])
        const got = scores[index]
        if (z !== null) compared += 1
        const isSame =
          z === null
            ? got === null
            : got !== null && Math.abs(got.z - z) <= 0.0100001 && got.flag === (flag === 1)
        if (!isSame) wrong.push(`${row['id']} ${index}: ${z} ${JSON.stringify(got)}`)
      }
    }
    expect(wrong).toEqual([])
    expect(compared).toBe(3290)
  })

  const boy = (days: number, more: Partial<Measured>) =>
    score2006(standard, 'male', ageOfDays(days), { ...measuredOf({}), ...more })
  const unknownAge = (more: Partial<Measured>) =>
    score2006(standard, 'female', null, { ...measuredOf({}), ...more })

  test('the 0.7 cm between lying and standing, by age and position', () => {
    const length = (days: number, position: Measured['position'], lenheiCm: number) =>
      boy(days, { lenheiCm, position }).len?.z
    expect(length(730, 'standing', 85)).toBe(length(730, 'lying', 85.7))
    expect(length(731, 'lying', 85.7)).toBe(length(731, 'standing', 85))
    expect(length(730, null, 85)).toBe(length(730, 'lying', 85))
    expect(length(731, null, 85)).toBe(length(731, 'standing', 85))
  })

  test('who stands below 9 months is disbelieved: no correction', () => {
    const length = (days: number, position: Measured['position']) =>
      boy(days, { lenheiCm: 70, position }).len?.z
    expect(length(273, 'standing')).toBe(length(273, 'lying'))
    expect(length(274, 'standing')).not.toBe(length(274, 'lying'))
  })

  test('weight-for-length ends at 45 and 110 cm, weight-for-height at 65 and 120, after the correction', () => {
    const of = (days: number, position: Measured['position'], lenheiCm: number) =>
      boy(days, { lenheiCm, position, weightKg: 9 }).wfl !== null
    expect([44.9, 45, 110, 110.1].map((cm) => of(300, 'lying', cm))).toEqual([false, true, true, false])
    expect([64.9, 65, 120, 120.1].map((cm) => of(800, 'standing', cm))).toEqual([false, true, true, false])
    expect(of(300, 'standing', 109.4)).toBe(false)
    expect(of(800, 'lying', 65.6)).toBe(false)
  })

  test('an unknown age leaves weight-for-length alone, its table by position, else by 87 cm', () => {
    const scores = unknownAge({ weightKg: 12, lenheiCm: 86.9 })
    expect({ ...scores, wfl: null }).toEqual(none)
    const wfl = (lenheiCm: number, position: Measured['position']) =>
      unknownAge({ weightKg: 12, lenheiCm, position }).wfl?.z
    expect(wfl(86.9, null)).toBe(wfl(86.9, 'lying'))
    expect(wfl(87, null)).toBe(wfl(87, 'standing'))
    expect(wfl(87, 'lying')).not.toBe(wfl(87, 'standing'))
  })

  test('nothing from 60.0 months on, whatever day that rounds to', () => {
    const at = (months: number) =>
      score2006(standard, 'male', ageOfMonths(months), { ...measuredOf({}), weightKg: 18 })
    expect(at(59.999).wei).not.toBeNull()
    expect(at(60)).toEqual(none)
    expect(boy(1826, { weightKg: 18 }).wei).not.toBeNull()
    expect(boy(1827, { weightKg: 18 })).toEqual(none)
  })

  test('age is rounded to the nearest day, half up; 24.0 months is day 731', () => {
    expect([ageOfMonths(24).days, ageOfDays(730.49).days, ageOfDays(730.5).days]).toEqual([731, 730, 731])
  })

  test('oedema takes the weight-based scores away and no other', () => {
    const with_ = boy(400, { weightKg: 9, lenheiCm: 75, oedema: true, headCm: 46, armCm: 14 })
    expect([with_.wei, with_.wfl, with_.bmi]).toEqual([null, null, null])
    expect([with_.len, with_.hc, with_.ac].every((score) => score !== null)).toBe(true)
  })

  test('a weight of 0 or less is no weight; arm and skinfolds begin at day 91', () => {
    expect([boy(400, { weightKg: 0, lenheiCm: 75 }).wfl, boy(400, { weightKg: -3 }).wei]).toEqual([
      null,
      null,
    ])
    expect([
      boy(90, { armCm: 13 }).ac,
      boy(90, { tricepsMm: 9 }).ts,
      boy(90, { subscapularMm: 8 }).ss,
    ]).toEqual([null, null, null])
    expect(boy(91, { armCm: 13 }).ac).not.toBeNull()
  })

  test('by hand from the tables: a boy of 10 days, 3.6 kg', () => {
    const [row] = readRows(sharedPath('who-lms/who2006-weight-for-age-days.csv')).filter(
      (one) => one['sex'] === '1' && one['age_days'] === '10',
    )
    const [l, m, s] = [Number(row?.['l']), Number(row?.['m']), Number(row?.['s'])]
    expect(boy(10, { weightKg: 3.6 }).wei?.z).toBeCloseTo(((3.6 / m) ** l - 1) / (l * s), 1)
  })

  test('the built-in tables are never further than 0.03 from the official ones', () => {
    const builtin = builtinStandard()
    let [compared, worst] = [0, 0]
    for (const row of readRows(survey)) {
      const cells = {
        sex: row['GENDER'] === '1' ? 'male' : 'female',
        age: ageOfMonths(Number(row['agemons'])),
      } as const
      const official = score2006(standard, cells.sex, cells.age, measuredOf(row))
      const ours = score2006(builtin, cells.sex, cells.age, measuredOf(row))
      for (const index of ['wei', 'len', 'wfl', 'bmi', 'hc'] as const) {
        const [a, b] = [official[index], ours[index]]
        expect(a === null).toBe(b === null)
        if (a && b && Math.abs(a.z) < 3) {
          compared += 1
          worst = Math.max(worst, Math.abs(a.z - b.z))
        }
      }
    }
    expect(compared).toBeGreaterThan(1800)
    expect(worst).toBeLessThanOrEqual(0.0301)
  })
})

describe.skipIf(!hasShared)('WHO 2007 with the official tables', async () => {
  const standard = await readStandardFolder(sharedPath('who-lms'))

  test('all rows of the survey of 5 to 19 years agree', () => {
    const wrong: string[] = []
    // Above 228 months the newer edition gives nothing; the file still carries older values.
    const tooOld = ['265', '320', '634', '852']
    const rows = readRows(sharedPath('who-2007-survey/survey-5-19.csv')).filter(
      ({ id = '' }) => !tooOld.includes(id),
    )
    expect(rows.length).toBe(929)
    for (const row of rows) {
      const scores = scoreRow(standard, 'who2007', readSurveyRow(new Map(Object.entries(row)), 'who2007'))
      const names = ['hfa', 'wfa', 'bfa']
      names.forEach((name, place) => {
        const [z, flag, got] = [number(row[`z${name}`]), number(row[`f${name}`]), scores[place] ?? null]
        const isSame =
          z === null ? !got : got && Math.abs(got.z - z) <= 0.0100001 && got.flag === (flag === 1)
        if (!isSame) wrong.push(`${row['id']} ${name}: ${z} ${JSON.stringify(got)}`)
      })
    }
    expect(wrong).toEqual([])
  })

  test('begins at 60.0 months and ends with 228.0, weight before 121', () => {
    const at = (months: number) =>
      score2007(standard, 'female', months, { weightKg: 20, heightCm: 112, oedema: false })
    expect(at(59.99)).toEqual({ hfa: null, wfa: null, bfa: null })
    expect(Object.values(at(60)).every((score) => score !== null)).toBe(true)
    expect([at(120.99).wfa === null, at(121).wfa === null]).toEqual([false, true])
    expect([at(228).hfa === null, at(228.01).hfa === null]).toEqual([false, true])
  })

  test('between two months the tables run straight', () => {
    const z = (months: number) =>
      score2007(standard, 'male', months, { weightKg: null, heightCm: 115, oedema: false }).hfa?.z ??
      Number.NaN
    expect(Math.abs(z(72.5) - (z(72) + z(73)) / 2)).toBeLessThan(0.011)
  })
})

test.skipIf(!hasShared)('tables that lack a file are refused by its name', async () => {
  await expect(readStandardFolder(sharedPath('who-2007-survey'))).rejects.toMatchObject({
    code: 'growth.standard-file-missing',
  })
})
