import type { Period } from '#base/period.ts'
import type { Db, Range } from '#platform/db/types.ts'
import type { ToldOfUnits } from '../shared/definition.ts'
import type { CommuneRow } from './queries-units.ts'

export type AskedUnits = { units: readonly CommuneRow[]; within: Range; period: Period }

/** What a later module says of communes in a period, by their ids; one of which it says nothing is not counted. */
export type UnitSource = {
  of: ToldOfUnits
  tell: (db: Db, asked: AskedUnits) => Promise<ReadonlyMap<string, boolean>>
}

/** Later modules add theirs (src/apps/hooks.ts). */
export const unitSources: UnitSource[] = []

/** Nothing where no module answers, so that the figure has no data instead of a wrong one. */
export async function tellUnits(
  db: Db,
  of: ToldOfUnits,
  asked: AskedUnits,
): Promise<ReadonlyMap<string, boolean>> {
  const source = unitSources.find((one) => one.of === of)
  return source && asked.units.length > 0 ? source.tell(db, asked) : new Map()
}
