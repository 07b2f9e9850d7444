import type { Day } from '#base/day.ts'
import { isOn, type Span } from '#base/span.ts'

/** Something at a place between two days. */
export type PlacedThing = Span & { areaLft: number }
export type DatedUnit = { lft: number; rgt: number; validFrom: Day; validTo: Day | null }

/** How many units there are on a day, and how many have the thing, of their own or in a place below. */
export function unitsWith(
  units: readonly DatedUnit[],
  things: readonly PlacedThing[],
  day: Day,
): { all: number; having: number } {
  const there = units.filter((unit) => isOn(unit, day))
  const here = things.filter((thing) => isOn(thing, day))
  const having = there.filter(({ lft, rgt }) => here.some(({ areaLft }) => areaLft >= lft && areaLft <= rgt))
  return { all: there.length, having: having.length }
}
