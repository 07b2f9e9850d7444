import { expect, test } from 'vitest'
import { addDays, type Day } from '#base/day.ts'
import { lunarDays } from './lunar-days.ts'

const radians = Math.PI / 180
const sin = (degrees: number) => Math.sin(degrees * radians)

/** Julian day of new moon number k since 1900 (Meeus, chapter "Phases of the Moon"), to some minutes. */
function newMoon(k: number): number {
  const t = k / 1236.85
  const [t2, t3] = [t * t, t * t * t]
  const mean = 2415020.75933 + 29.53058868 * k + 0.0001178 * t2 - 0.000000155 * t3
  const wave = 0.00033 * sin(166.56 + 132.87 * t - 0.009173 * t2)
  const sun = 359.2242 + 29.10535608 * k - 0.0000333 * t2 - 0.00000347 * t3
  const moon = 306.0253 + 385.81691806 * k + 0.0107306 * t2 + 0.00001236 * t3
  const node = 21.2964 + 390.67050646 * k - 0.0016528 * t2 - 0.00000239 * t3
  const terms =
    (0.1734 - 0.000393 * t) * sin(sun) +
    0.0021 * sin(2 * sun) -
    0.4068 * sin(moon) +
    0.0161 * sin(2 * moon) -
    0.0004 * sin(3 * moon) +
    0.0104 * sin(2 * node) -
    0.0051 * sin(sun + moon) -
    0.0074 * sin(sun - moon) +
    0.0004 * sin(2 * node + sun) -
    0.0004 * sin(2 * node - sun) -
    0.0006 * sin(2 * node + moon) +
    0.001 * sin(2 * node - moon) +
    0.0005 * sin(2 * moon + sun)
  const deltaT = -0.000278 + 0.000265 * t + 0.000262 * t2
  return mean + wave + terms - deltaT
}

/** The calendar day of a Julian day in Viet Nam (UTC+7). Julian day 2440587.5 was 1/1/1970 at 0:00 UTC. */
function vietnamDayOf(julian: number): Day {
  return addDays('1970-01-01', Math.floor(julian - 2440587.5 + 7 / 24))
}

/** First days of the lunar months of these years. */
const months = Array.from({ length: 100 }, (_, index) => vietnamDayOf(newMoon(1533 + index)))

function monthOf(day: Day): Day {
  return months.filter((first) => first <= day).at(-1) ?? ''
}

test('the months computed cover the years of the table', () => {
  expect([months[0], months.at(-1)].map((day) => day?.slice(0, 4))).toEqual(['2023', '2031'])
})

test.each(Object.entries(lunarDays))('%s', (year, { newYear, midAutumn }) => {
  // The first month holds the solar term of 330° (about 19/2), the eighth the equinox of autumn (about 23/9).
  expect(newYear).toBe(monthOf(`${year}-02-19`))
  expect(midAutumn).toBe(addDays(monthOf(`${year}-09-23`), 14))
})
