import type { Day } from '#base/day.ts'
import type { Db } from '#platform/db/types.ts'
import type { Area } from '#modules/areas/shared/contract.ts'
import { listOrganisations } from '#modules/organisations/server/public.ts'
import type { NamedBody, WorkLine } from '../shared/contract.ts'
import { type Body, namesUnit, resolveBody } from '../shared/named-bodies.ts'
import { byDue, daysLate, dueOf, shownState } from '../shared/rules.ts'
import { type ItemRow, listActivities, listBodiesOfPerson, listPlanTasks } from './queries-work.ts'

/** What rows are looked at with: whose work, who asks, on which day. */
export type Sight = {
  area: Area
  bodies: readonly Body[]
  mine: ReadonlySet<string>
  accountId: string
  today: Day
}

/** Bodies of the place and of those above, ended ones too: a plan may name a body that is no more. */
export async function sightOf(
  db: Db,
  { accountId, area, today }: { accountId: string; area: Area; today: Day },
): Promise<Sight> {
  const bodies = await listOrganisations(db, area, { day: today, withEnded: true, below: false, above: true })
  return {
    area,
    bodies,
    today,
    accountId,
    mine: await listBodiesOfPerson(db, accountId, today),
  }
}

/** The bodies of the plan's place are meant before those of the same name elsewhere. */
function resolved(row: ItemRow, role: 'lead' | 'coordinating', { bodies, today }: Sight): NamedBody[] {
  const nearest = [
    ...bodies.filter(({ areaId }) => areaId === row.planAreaId),
    ...bodies.filter(({ areaId }) => areaId !== row.planAreaId),
  ]
  return row.printed.filter((one) => one.role === role).map(({ name }) => resolveBody(name, nearest, today))
}

function chosen(ids: readonly string[], { bodies }: Sight): NamedBody[] {
  return bodies
    .filter(({ id }) => ids.includes(id))
    .map(({ id, name }) => ({ name, organisationId: id, today: null }))
}

/** What was chosen here goes before what the plan prints. */
function bodiesOf(row: ItemRow, sight: Sight): { lead: NamedBody[]; coordinating: NamedBody[] } {
  return {
    lead: row.leadId === null ? resolved(row, 'lead', sight) : chosen([row.leadId], sight),
    coordinating:
      row.coordinatingIds.length === 0
        ? resolved(row, 'coordinating', sight)
        : chosen(row.coordinatingIds, sight),
  }
}

function isOurs(row: ItemRow, named: readonly NamedBody[], { area, bodies }: Sight): boolean {
  if (row.planAreaId === area.id || row.version > 0) return true
  const own = new Set(bodies.filter(({ areaId }) => areaId === area.id).map(({ id }) => id))
  return (
    row.printed.some(({ name }) => namesUnit(name, area)) ||
    named.some(({ organisationId }) => organisationId !== null && own.has(organisationId))
  )
}

/** A row as this person sees it on the day: bodies found by name, due day, late or not, mine or not. */
export function lineOf(row: ItemRow, sight: Sight): WorkLine {
  const { area, mine, accountId, today } = sight
  const { lead, coordinating } = bodiesOf(row, sight)
  const named = [...lead, ...coordinating]
  const due = dueOf({ ...row, own: row.ownDue, above: row.aboveDue, printed: row.printedDue })
  const given = [row.deskId, ...named.map(({ organisationId }) => organisationId)]
  return {
    ...row,
    ...due,
    ...{ areaId: area.id, lead, coordinating },
    isAbove: row.planAreaId !== area.id,
    isOurs: isOurs(row, named, sight),
    isActivity: row.itemId !== row.planTaskId,
    label: row.itemId === row.planTaskId ? row.label : null,
    state: shownState(row.state, due.dueOn, today),
    daysLate: daysLate(row.state, due.dueOn, today),
    isMine: row.accountId === accountId || given.some((id) => id !== null && mine.has(id)),
  }
}

/** Everything a place must carry out, the most pressing first; a task with parts is followed by its parts. */
export async function listWork(db: Db, sight: Sight): Promise<WorkLine[]> {
  const { area } = sight
  const tasks = (await listPlanTasks(db, { area })).filter(({ isLeaf }) => isLeaf)
  const rows = [...tasks, ...(await listActivities(db, { area }))]
  return rows
    .filter(({ isClosed }) => !isClosed)
    .map((row) => lineOf(row, sight))
    .filter((line) => line.isOurs)
    .toSorted(byDue)
}
