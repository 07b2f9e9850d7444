import type { Day } from '#base/day.ts'
import { newId } from '#base/id.ts'
import type { Db } from '#platform/db/types.ts'
import { findAreaByCode } from '#modules/areas/server/public.ts'
import type { CaseContent, Change, PrepareCase } from '../shared/contract.ts'
import { reorganisationProblem } from '../shared/problems.ts'
import { listReformLinks, type ReformLink } from './queries-tree.ts'

/**
 * The reform of 1 July 2025 as a case, from the successions that the import of the national lists wrote: communes and
 * provinces by Resolution 202/2025/QH15 and the list of Decision 19/2025/QĐ-TTg, and the end of the districts (Law
 * 72/2025/QH15). Communes of which only parts went on are divided without villages: these are placed by the work list.
 */
export async function reformCase(db: Db, day: Day): Promise<PrepareCase> {
  const links = await listReformLinks(db, day)
  const nation = await findAreaByCode(db, 'VN', day)
  if (!nation || links.length === 0) throw reorganisationProblem('reorganisation.no-reform')
  const decision = {
    ...{ number: '19/2025/QĐ-TTg', decidedOn: '2025-06-30', issuer: 'Thủ tướng Chính phủ', effectiveOn: day },
  }
  const content: CaseContent = {
    newUnits: [],
    changes: [...changesOf(links), { kind: 'abolish-level', withinId: nation.id }],
  }
  return { id: newId(), decision, content }
}

/** Units with one successor are merged into it, the others divided among theirs. */
function changesOf(links: readonly ReformLink[]): Change[] {
  const byOld = Map.groupBy(links, ({ fromId }) => fromId)
  const merged = new Map<string, string[]>()
  const divided: Change[] = []
  for (const [fromId, own] of byOld) {
    const [first, ...more] = own
    if (!first) continue
    if (more.length === 0) merged.set(first.toId, [...(merged.get(first.toId) ?? []), fromId])
    else
      divided.push({
        kind: 'split',
        fromId,
        parts: own.map(({ toId }) => ({ toId, villageIds: [], childIds: [] })),
      })
  }
  return [...[...merged].map(([toId, fromIds]): Change => ({ kind: 'merge', fromIds, toId })), ...divided]
}
