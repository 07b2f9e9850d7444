import type { Period } from '#base/period.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/db/types.ts'
import { isWithin } from '#modules/areas/shared/rules.ts'
import type { OldFigures } from '../shared/contract.ts'
import { type OldLink, sumOf, todaysFigures } from '../shared/old-figures.ts'
import { Extent } from '../shared/contract.ts'
import { reorganisationProblem } from '../shared/problems.ts'
import { findResult } from './queries-rows.ts'
import { listSuccessionsInto, listUnits } from './queries-tree.ts'

/**
 * The figures of a period as the old units had them when they ended. Of an old unit: its own. Of a unit of today:
 * the sum of what came whole, or a refusal that names the unit of which only a part came.
 */
export async function oldFigures(
  db: Db,
  actor: Actor,
  { areaId, period }: { areaId: string; period: Period },
): Promise<OldFigures> {
  const [area] = await listUnits(db, [areaId])
  if (!area || !isWithin(area, actor.area)) throw reorganisationProblem('reorganisation.unit-not-found')
  const name = area.name
  const own = await findResult(db, areaId, period)
  if (own) return { areaName: name, period, units: [{ id: areaId, name }], figures: sumOf(own) }
  const links: OldLink[] = []
  for (const { fromId, name: oldName, extent } of await listSuccessionsInto(db, areaId))
    links.push({
      extent: Extent.parse(extent),
      old: { id: fromId, name: oldName, figures: await findResult(db, fromId, period) },
    })
  if (links.length === 0) throw reorganisationProblem('reorganisation.no-old-figures', { name })
  const sum = todaysFigures(links)
  if (!sum.ok)
    throw reorganisationProblem(
      sum.reason === 'not-whole' ? 'reorganisation.figures-not-whole' : 'reorganisation.figures-wider',
      { name, part: sum.part },
    )
  return {
    ...{ areaName: name, period, figures: sum.figures },
    units: links.map(({ old }) => ({ id: old.id, name: old.name })),
  }
}
