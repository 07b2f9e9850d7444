import type { Db, Tx } from '#platform/db/types.ts'
import type { PlacedRow, PlacedTable } from '#modules/areas/server/public.ts'
import { moveGrants } from '#modules/accounts/server/public.ts'
import {
  listImports,
  listMovesTo,
  listOpenImports,
  listOpenMovesTo,
  moveHouseholds,
  moveImports,
  movePregnancies,
  turnMoves,
} from '#modules/children/server/public.ts'
import * as duties from '#modules/duties/server/public.ts'
import * as facilities from '#modules/facilities/server/public.ts'
import * as indicators from '#modules/indicators/server/public.ts'
import * as organisations from '#modules/organisations/server/public.ts'
import { moveDocuments } from '#modules/library/server/public.ts'
import { movePlanDrafts, movePlans } from '#modules/plans/server/public.ts'
import { moveBreaches } from '#modules/privacy/server/public.ts'
import { listDraftsOf, moveDrafts } from '#modules/reports/server/public.ts'
import * as tasks from '#modules/tasks/server/public.ts'
import { rowsAt } from './queries-rows.ts'

type List = (db: Db, areaIds: readonly string[]) => Promise<PlacedRow[]>
type Move = (tx: Tx, rows: readonly PlacedRow[]) => Promise<void>

/** Rows of one table that belong to units. The table is the name under which they are written down. */
export type Follower = {
  table: string
  /** Every row of these units. */
  list: List
  /** What goes to the one successor of a unit that ends; without it the rows stay with their unit. */
  follows?: List
  /** Never called without rows. */
  move: Move
}

/** Goes to the successor of its unit. */
function goesOn(table: PlacedTable, move: Move): Follower {
  const list = rowsAt(table)
  return { table, list, follows: list, move }
}

/** Stays with its unit, and gets the unit's numbers when these change. */
function stays(table: PlacedTable, move: Move): Follower {
  return { table, list: rowsAt(table), move }
}

/** In the order of the modules. What stands in none of these stays where it is; see `tables.test.ts`. */
export const followers: readonly Follower[] = [
  goesOn('accounts_grants', moveGrants),
  goesOn('facilities', facilities.moveFacilities),
  goesOn('facilities_dangers', facilities.moveDangers),
  goesOn('facilities_contacts', facilities.moveContacts),
  // Difficulty, projects and the like were given to the old area, with dates: the new one must be given its own.
  stays('facilities_features', facilities.moveFeatures),
  stays('facilities_imports', facilities.moveFacilityImports),
  // A body, a board or a focal agency ends with its unit; the people go on.
  stays('organisations', organisations.moveOrganisations),
  stays('organisations_boards', organisations.moveBoards),
  stays('organisations_focal', organisations.moveFocal),
  stays('organisations_matters', organisations.moveMatters),
  goesOn('organisations_staff', organisations.moveStaff),
  goesOn('organisations_posts', organisations.movePosts),
  goesOn('children_households', moveHouseholds),
  goesOn('children_pregnancies', movePregnancies),
  { table: 'children_moves', list: listMovesTo, follows: listOpenMovesTo, move: turnMoves },
  { table: 'children_import_runs', list: listImports, follows: listOpenImports, move: moveImports },
  // Before the plans: which tasks go on is asked while the plans still stand where they were.
  { ...stays('tasks', tasks.moveTasks), follows: tasks.listOwnTaskRows },
  goesOn('tasks_events', tasks.moveEvents),
  stays('tasks_digests', tasks.moveDigests),
  goesOn('tasks_difficulties', tasks.moveDifficulties),
  goesOn('tasks_reviews', tasks.moveReviews),
  goesOn('library_documents', moveDocuments),
  goesOn('plans', movePlans),
  goesOn('plans_drafts', movePlanDrafts),
  stays('indicators_recounts', indicators.moveRecounts),
  stays('indicators_typed', indicators.moveTyped),
  goesOn('indicators_own', indicators.moveOwn),
  stays('duties_sent', duties.moveSent),
  stays('duties_days', duties.moveDays),
  stays('duties_events', duties.moveEvents),
  stays('duties_urgent', duties.moveUrgent),
  { table: 'reports', list: listDraftsOf, follows: listDraftsOf, move: moveDrafts },
  stays('privacy_breaches', moveBreaches),
]
