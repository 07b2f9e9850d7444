import type { Db } from '#platform/db/types.ts'
import type { UnplacedChildren, WorkList } from '../shared/contract.ts'
import { splitsOf } from './place.ts'
import type { StoredCase } from './queries.ts'
import { listPlacedUnits } from './queries-tree.ts'
import { listUnplacedChildren, listUnplacedGroups } from './queries-unplaced.ts'
import { listUnitRows } from './queries-units.ts'

/** Where children wait: in the divided communes before applying, in the holding places and what ended afterwards. */
async function waitingIn(db: Db, found: StoredCase) {
  const splits = splitsOf(found.content)
  const fromIds = splits.map(({ fromId }) => fromId)
  if (found.state === 'applied') {
    const rows = await listUnitRows(db, found.id)
    const holdings = rows.filter(({ did }) => did === 'holding').map(({ areaId }) => areaId)
    return { communeIds: [...fromIds, ...holdings], villageIds: [], childIds: [] }
  }
  const parts = splits.flatMap((split) => split.parts)
  return {
    communeIds: fromIds,
    villageIds: parts.flatMap((part) => part.villageIds),
    childIds: parts.flatMap((part) => part.childIds),
  }
}

/** Children whom no rule could place, by the village they lived in, and the units that they may go to. */
export async function workListOf(db: Db, found: StoredCase): Promise<WorkList> {
  const { communeIds, ...placed } = await waitingIn(db, found)
  const groups = await listUnplacedGroups(db, communeIds, placed)
  const targetIds = [
    ...new Set(splitsOf(found.content).flatMap(({ parts }) => parts.map(({ toId }) => toId))),
  ]
  const known = new Map((await listPlacedUnits(db, targetIds)).map(({ id, name }) => [id, name]))
  const made = new Map(found.content.newUnits.map(({ id, name }) => [id, name]))
  return {
    groups,
    targets: targetIds.map((id) => ({ id, name: known.get(id) ?? made.get(id) ?? '' })),
    total: groups.reduce((sum, { children }) => sum + children, 0),
  }
}

const pageSize = 50

/** One group of the work list, 50 at a time; `after` is the last child of the page before. */
export async function unplacedChildren(
  db: Db,
  found: StoredCase,
  { villageId, after }: { villageId?: string | undefined; after?: string | undefined },
): Promise<UnplacedChildren> {
  const { communeIds, childIds } = await waitingIn(db, found)
  const group = { communeIds, villageId: villageId ?? null, except: childIds }
  const children = await listUnplacedChildren(db, group, { after: after ?? null, limit: pageSize })
  return { children, next: children.length < pageSize ? null : (children.at(-1)?.id ?? null) }
}
