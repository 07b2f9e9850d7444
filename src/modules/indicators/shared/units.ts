import type { Day } from '#base/day.ts'

/** Something at a place between two days; null: since always, or without end. */
export type PlacedThing = { areaLft: number; validFrom: Day | null; validTo: Day | null }
export type DatedUnit = { lft: number; rgt: number; validFrom: Day; validTo: Day | null }

/** How many units there are on a day, and how many have the thing, of their own or in a place below. */
export function unitsWith(
  units: readonly DatedUnit[],
  things: readonly PlacedThing[],
  day: Day,
): { all: number; having: number } {
  const isOn = ({ validFrom, validTo }: { validFrom: Day | null; validTo: Day | null }) =>
    (validFrom === null || validFrom <= day) && (validTo === null || validTo >= day)
  const there = units.filter(isOn)
  const here = things.filter(isOn)
  const having = there.filter(({ lft, rgt }) => here.some(({ areaLft }) => areaLft >= lft && areaLft <= rgt))
  return { all: there.length, having: having.length }
}
