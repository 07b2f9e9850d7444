import type { Day } from '#base/day.ts'

/**
 * First day of the lunar year (Tết Nguyên đán) and fifteenth of its eighth month (Tết Trung thu), by the Vietnamese
 * calendar: new moons of the meridian 105° east (Quyết định 121-CP of 8/8/1967). In 2030 it differs by a day from the
 * Chinese calendar. The test computes each day from the new moon and the solar terms (Meeus, Astronomical Algorithms).
 */
export const lunarDays: Readonly<Record<number, { newYear: Day; midAutumn: Day }>> = {
  2024: { newYear: '2024-02-10', midAutumn: '2024-09-17' },
  2025: { newYear: '2025-01-29', midAutumn: '2025-10-06' },
  2026: { newYear: '2026-02-17', midAutumn: '2026-09-25' },
  2027: { newYear: '2027-02-06', midAutumn: '2027-09-15' },
  2028: { newYear: '2028-01-26', midAutumn: '2028-10-03' },
  2029: { newYear: '2029-02-13', midAutumn: '2029-09-22' },
  2030: { newYear: '2030-02-02', midAutumn: '2030-09-12' },
}
