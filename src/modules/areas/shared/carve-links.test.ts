import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '#base/day.ts'
import { overlaps } from '#base/span.ts'
import { carveLinks, type Dated } from './carve-links.ts'

type Link = Dated & { parent: string }

const link = (parent: string, validFrom: string, validTo: string | null): Link => ({
  parent,
  validFrom,
  validTo,
})

test('phường Hương An: thị xã to 30/6/2021, the provincial city to 31/12/2024, then quận Phú Xuân', () => {
  const known = [link('475', '2004-07-08', '2025-06-30')]
  const city = carveLinks(known, link('Huế', '2021-07-01', '2024-12-31'))
  expect(carveLinks(city, link('480', '2004-07-08', '2021-06-30'))).toEqual([
    link('480', '2004-07-08', '2021-06-30'),
    link('Huế', '2021-07-01', '2024-12-31'),
    link('475', '2025-01-01', '2025-06-30'),
  ])
})

test('a link without end is cut before one that begins later', () => {
  expect(carveLinks([link('a', '2020-01-01', null)], link('b', '2026-01-01', null))).toEqual([
    link('a', '2020-01-01', '2025-12-31'),
    link('b', '2026-01-01', null),
  ])
})

const dayNumber = fc.integer({ min: 0, max: 400 })
const anyLink = fc
  .tuple(fc.constantFrom('a', 'b', 'c'), dayNumber, fc.option(fc.integer({ min: 0, max: 200 })))
  .map(([parent, start, length]) =>
    link(
      parent,
      addDays('2020-01-01', start),
      length === null ? null : addDays('2020-01-01', start + length),
    ),
  )

const parentOn = (links: readonly Link[], day: string) =>
  links.filter(({ validFrom, validTo }) => validFrom <= day && (validTo === null || day <= validTo))

test('whatever is put in: never two on one day, its own days are its own, other days stay as they were', () => {
  fc.assert(
    fc.property(fc.array(anyLink, { maxLength: 8 }), anyLink, dayNumber, (earlier, added, at) => {
      const before = earlier.reduce<Link[]>(carveLinks, [])
      const after = carveLinks(before, added)
      for (const [index, left] of after.entries())
        for (const right of after.slice(index + 1)) expect(overlaps(left, right)).toBe(false)
      const day = addDays('2020-01-01', at)
      const now = parentOn(after, day).map(({ parent }) => parent)
      const isIts = parentOn([added], day).length > 0
      expect(now).toEqual(isIts ? [added.parent] : parentOn(before, day).map(({ parent }) => parent))
    }),
  )
})
