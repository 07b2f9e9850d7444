import type { Day } from '#base/day.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/db/types.ts'
import type { Area } from '#modules/areas/shared/contract.ts'
import { listChildAreas } from '#modules/areas/server/public.ts'
import type { HistoryEntry, TaskView, UnitState, WorkLine } from '../shared/contract.ts'
import { namesUnit } from '../shared/named-bodies.ts'
import { tasksProblem } from '../shared/problems.ts'
import { daysLate, dueOf, shownState } from '../shared/rules.ts'
import { lineOf, type Sight, sightOf } from './lines.ts'
import { getPlace } from './place.ts'
import { listContributions } from './queries-contributions.ts'
import { findTaskRow, listComments, listEvidence, listHistory, type TaskKey } from './queries-task.ts'
import {
  type ItemRow,
  listActivities,
  listPeople,
  listPlanTasks,
  listStaffNames,
  listUnitRows,
  type UnitRow,
} from './queries-work.ts'

export type FoundItem = { area: Area; row: ItemRow; line: WorkLine; sight: Sight }

/** A task or an activity of a place within the actor's area; elsewhere is as if it were not there. */
export async function getItem(
  db: Db,
  { actor, key, today }: { actor: Actor; key: TaskKey; today: Day },
): Promise<FoundItem> {
  const area = await getPlace(db, actor, key.areaId)
  const asked = { area, itemId: key.itemId }
  const [row] = [...(await listPlanTasks(db, asked)), ...(await listActivities(db, asked))]
  if (!row) throw tasksProblem('tasks.not-found')
  const sight = await sightOf(db, { accountId: actor.accountId, area, today })
  return { area, row, line: lineOf(row, sight), sight }
}

/** Everything on the page of a task. One that nobody touched has no row yet, so no history, comments or evidence. */
export async function viewOf(db: Db, { area, row, line, sight }: FoundItem): Promise<TaskView> {
  const { today, bodies } = sight
  const stored = await findTaskRow(db, line)
  const history = stored ? await listHistory(db, stored.id) : []
  const activities = line.isActivity ? [] : await listActivities(db, { area, planTaskId: line.planTaskId })
  return {
    today,
    line,
    areaName: area.fullName,
    purpose: row.purpose,
    solutions: row.solutions,
    activities: activities.map((one) => lineOf(one, sight)),
    units: line.isActivity ? [] : ((await unitsOf(db, { area, rows: [row], today })).get(row.itemId) ?? []),
    history,
    names: await namesIn(db, history, sight),
    comments: stored ? await listComments(db, stored.id) : [],
    evidence: stored ? await listEvidence(db, stored.id) : [],
    contributions: stored ? await listContributions(db, stored.id, sight.accountId) : [],
    bodies: bodies
      .filter(({ areaId, validTo }) => areaId === area.id && (validTo === null || validTo >= today))
      .map(({ id, name }) => ({ id, name })),
    people: await listPeople(db, area.id, today),
    isOpen: !row.isClosed,
  }
}

const idFields = ['leadId', 'coordinatingIds', 'deskId', 'staffId'] as const

/** Names of whom the history says that the task was given to or taken from; of who is gone too. */
async function namesIn(
  db: Db,
  history: readonly HistoryEntry[],
  { bodies }: Sight,
): Promise<Record<string, string>> {
  const values = history.flatMap(({ before, after }) =>
    idFields.flatMap((field) => [before[field], after[field]].flat()),
  )
  const ids = new Set(values.filter((value) => typeof value === 'string'))
  const people = ids.size === 0 ? [] : await listStaffNames(db, [...ids])
  const named = [...bodies, ...people].filter(({ id }) => ids.has(id))
  return Object.fromEntries(named.map(({ id, name }) => [id, name]))
}

/** For tasks of a plan of this place: the units below that it names or that wrote something, and how far they are. */
export async function unitsOf(
  db: Db,
  { area, rows, today }: { area: Area; rows: readonly ItemRow[]; today: Day },
): Promise<Map<string, UnitState[]>> {
  const own = rows.filter(({ planAreaId }) => planAreaId === area.id)
  const [first] = own
  if (!first || area.kind === 'village') return new Map()
  const below = (await listChildAreas(db, area.id, today)).filter(({ kind }) => kind !== 'village')
  const written = await listUnitRows(db, first.planId, area.id)
  return new Map(own.map((row) => [row.itemId, statesOf(row, { below, written, today })]))
}

type Below = { below: readonly Area[]; written: readonly UnitRow[]; today: Day }

function statesOf(row: ItemRow, { below, written, today }: Below): UnitState[] {
  const of = written.filter(({ itemId }) => itemId === row.itemId)
  const untouched = below
    .filter((unit) => row.printed.some(({ name }) => namesUnit(name, unit)))
    .filter(({ id }) => !of.some(({ areaId }) => areaId === id))
    .map(({ id, fullName }): UnitRow => ({
      ...{ areaId: id, areaName: fullName, itemId: row.itemId, state: 'not-started' },
      ...{ dueOn: null, delayReason: null },
    }))
  return [...of, ...untouched].map(({ areaId, areaName, state, dueOn: own, delayReason }) => {
    const { dueOn } = dueOf({ ...row, own, above: row.ownDue, printed: row.printedDue })
    const late = daysLate(state, dueOn, today)
    return { areaId, areaName, state: shownState(state, dueOn, today), daysLate: late, dueOn, delayReason }
  })
}
