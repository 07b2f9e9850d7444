import type { Actor } from '#platform/actor.ts'
import type { Db, Tx } from '#platform/db/types.ts'
import type { Area, AreaHistory, PastName, PastParent, PastUnit } from '../shared/contract.ts'
import { areasProblem } from '../shared/problems.ts'
import { isWithin } from '../shared/rules.ts'
import { addPastName, addPastParent, addPastUnit, setBegin } from './change-past.ts'
import { getArea } from './get-area.ts'
import { areasChanged } from './hooks.ts'
import { listNames } from './queries-change.ts'
import { listParentLinks, listPredecessors, listSuccessors } from './queries-dated.ts'
import { findBegin } from './queries.ts'

type Acting = { tx: Tx; actor: Actor }

/** A unit elsewhere and a unit that does not exist look the same to who wants to change it. */
async function getOwnArea({ tx, actor }: Acting, areaId: string): Promise<Area> {
  const area = await getArea(tx, areaId)
  if (!isWithin(area, actor.area)) throw areasProblem('areas.not-found')
  return area
}

export async function recordPastParent(changing: Acting, areaId: string, past: PastParent): Promise<void> {
  const area = await getOwnArea(changing, areaId)
  if (await addPastParent(changing.tx, area.id, past))
    await areasChanged(changing, {
      action: 'areas.past-parent-recorded',
      areaId,
      after: past,
    })
}

export async function recordPastName(changing: Acting, areaId: string, past: PastName): Promise<void> {
  const area = await getOwnArea(changing, areaId)
  if (await addPastName(changing.tx, area.id, past))
    await areasChanged(changing, {
      action: 'areas.past-name-recorded',
      areaId,
      after: past,
    })
}

export async function recordBegin(changing: Acting, areaId: string, validFrom: string): Promise<void> {
  const { validFrom: before } = await getOwnArea(changing, areaId)
  if (await setBegin(changing.tx, areaId, validFrom))
    await areasChanged(changing, {
      ...{ action: 'areas.begin-recorded', areaId, before: { validFrom: before }, after: { validFrom } },
    })
}

/** Sent twice it is stored once: code and days tell that the unit is there. */
export async function recordPastUnit(changing: Acting, past: PastUnit): Promise<void> {
  await getOwnArea(changing, past.parentId)
  const made = await addPastUnit(changing.tx, past)
  if (made)
    await areasChanged(changing, {
      ...{ action: 'areas.past-unit-recorded', areaId: made.id, after: past },
    })
}

/** Everything that is known of a unit through time. */
export async function getHistory(db: Db, areaId: string, today: string): Promise<AreaHistory> {
  const area = await getArea(db, areaId)
  const [begin, parents, names, predecessors, successors] = await Promise.all([
    findBegin(db, areaId),
    listParentLinks(db, areaId, today),
    listNames(db, areaId),
    listPredecessors(db, areaId),
    listSuccessors(db, areaId),
  ])
  return {
    area,
    validFromKnown: begin?.known ?? true,
    source: begin?.source ?? null,
    ...{ parents, predecessors, successors },
    names: names.map(({ name, validFrom, validTo, source }) => ({ name, validFrom, validTo, source })),
  }
}
