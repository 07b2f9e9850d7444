import type { Db, Tx } from '#platform/db/types.ts'
import type { PlacedRow } from '#modules/areas/server/public.ts'
import { listGrantsAt, moveGrants } from '#modules/accounts/server/public.ts'
import {
  listHouseholdsAt,
  listImports,
  listMovesTo,
  listOpenImports,
  listOpenMovesTo,
  listPregnanciesAt,
  moveHouseholds,
  moveImports,
  movePregnancies,
  turnMoves,
} from '#modules/children/server/public.ts'
import { listDutyRows, moveDutyRows } from '#modules/duties/server/public.ts'
import * as facilities from '#modules/facilities/server/public.ts'
import * as indicators from '#modules/indicators/server/public.ts'
import * as organisations from '#modules/organisations/server/public.ts'
import { listDocumentsOf, moveDocuments } from '#modules/library/server/public.ts'
import { listPlanDraftsOf, listPlansOf, movePlanDrafts, movePlans } from '#modules/plans/server/public.ts'
import { listBreachesOf, moveBreaches } from '#modules/privacy/server/public.ts'
import { listDraftsOf, moveDrafts } from '#modules/reports/server/public.ts'

import * as tasks from '#modules/tasks/server/public.ts'

type List = (db: Db, areaIds: readonly string[]) => Promise<PlacedRow[]>

/** Rows of one table that belong to units. The table is the name under which they are written down. */
export type Follower = {
  table: string
  /** Every row of these units. */
  list: List
  /** What goes to the one successor of a unit that ends; without it the rows stay with their unit. */
  follows?: List
  move: (tx: Tx, rows: readonly PlacedRow[]) => Promise<void>
}

/** Goes to the successor of its unit. */
function goesOn(table: string, list: List, move: Follower['move']): Follower {
  return { table, list, follows: list, move }
}

const { listFacilityRows } = facilities
const { listOrganisationRows } = organisations

/** In the order of the modules. What stands in none of these stays where it is; see `tables.test.ts`. */
export const followers: readonly Follower[] = [
  goesOn('accounts_grants', listGrantsAt, moveGrants),
  goesOn('facilities', listFacilityRows('facilities'), facilities.moveFacilities),
  goesOn('facilities_dangers', listFacilityRows('facilities_dangers'), facilities.moveDangers),
  goesOn('facilities_contacts', listFacilityRows('facilities_contacts'), facilities.moveContacts),
  // Difficulty, projects and the like were given to the old area, with dates: the new one must be given its own.
  {
    table: 'facilities_features',
    list: listFacilityRows('facilities_features'),
    move: facilities.moveFeatures,
  },
  {
    table: 'facilities_imports',
    list: listFacilityRows('facilities_imports'),
    move: facilities.moveFacilityImports,
  },
  // A body, a board or a focal agency ends with its unit; the people go on.
  {
    table: 'organisations',
    list: listOrganisationRows('organisations'),
    move: organisations.moveOrganisations,
  },
  {
    table: 'organisations_boards',
    list: listOrganisationRows('organisations_boards'),
    move: organisations.moveBoards,
  },
  {
    table: 'organisations_focal',
    list: listOrganisationRows('organisations_focal'),
    move: organisations.moveFocal,
  },
  {
    table: 'organisations_matters',
    list: listOrganisationRows('organisations_matters'),
    move: organisations.moveMatters,
  },
  goesOn('organisations_staff', listOrganisationRows('organisations_staff'), organisations.moveStaff),
  goesOn('organisations_posts', listOrganisationRows('organisations_posts'), organisations.movePosts),
  goesOn('children_households', listHouseholdsAt, moveHouseholds),
  goesOn('children_pregnancies', listPregnanciesAt, movePregnancies),
  { table: 'children_moves', list: listMovesTo, follows: listOpenMovesTo, move: turnMoves },
  { table: 'children_import_runs', list: listImports, follows: listOpenImports, move: moveImports },
  // Before the plans: which tasks go on is asked while the plans still stand where they were.
  { table: 'tasks', list: tasks.listTaskRows, follows: tasks.listOwnTaskRows, move: tasks.moveTasks },
  goesOn('tasks_events', tasks.listTasksRowsOf('tasks_events'), tasks.moveEvents),
  { table: 'tasks_digests', list: tasks.listTasksRowsOf('tasks_digests'), move: tasks.moveDigests },
  goesOn('tasks_difficulties', tasks.listTasksRowsOf('tasks_difficulties'), tasks.moveDifficulties),
  goesOn('tasks_reviews', tasks.listTasksRowsOf('tasks_reviews'), tasks.moveReviews),
  goesOn('library_documents', listDocumentsOf, moveDocuments),
  goesOn('plans', listPlansOf, movePlans),
  goesOn('plans_drafts', listPlanDraftsOf, movePlanDrafts),
  { table: 'indicators_recounts', list: indicators.listRecountsOf, move: indicators.moveRecounts },
  { table: 'indicators_typed', list: indicators.listTypedRowsOf, move: indicators.moveTyped },
  goesOn('indicators_own', indicators.listOwnRowsOf, indicators.moveOwn),
  // What a unit sent, was told and saw happen stays with it.
  { table: 'duties_sent', list: listDutyRows('duties_sent'), move: moveDutyRows('duties_sent') },
  { table: 'duties_days', list: listDutyRows('duties_days'), move: moveDutyRows('duties_days') },
  { table: 'duties_events', list: listDutyRows('duties_events'), move: moveDutyRows('duties_events') },
  { table: 'duties_urgent', list: listDutyRows('duties_urgent'), move: moveDutyRows('duties_urgent') },
  goesOn('reports', listDraftsOf, moveDrafts),
  { table: 'privacy_breaches', list: listBreachesOf, move: moveBreaches },
]
