import type { Db, Tx } from '#platform/db/types.ts'
import { listGrantsAt, moveGrants } from '#modules/accounts/server/public.ts'
import { listImports, listOpenImports, moveImports } from '#modules/children/server/public.ts'
import { listRecountsOf, moveRecounts } from '#modules/indicators/server/public.ts'
import { listPlansOf, movePlans } from '#modules/plans/server/public.ts'
import { listDraftsOf, moveDrafts } from '#modules/reports/server/public.ts'

/** A row that belongs to a place as a whole. */
export type PlacedRow = { rowId: string; areaId: string; areaLft: number }

type List = (db: Db, areaIds: readonly string[]) => Promise<PlacedRow[]>

/** Rows of one table that go to the successor of their unit. The table is the name under which they are written down. */
export type Follower = {
  table: string
  /** What follows when the unit has one successor. */
  follows: List
  /** What must leave a new unit when it is taken back. */
  leaves: List
  move: (tx: Tx, rows: readonly PlacedRow[]) => Promise<void>
}

const nothing: List = async () => []

/** In the order of the modules. What stands in none of these stays where it is; see `tables.test.ts`. */
export const followers: readonly Follower[] = [
  { table: 'accounts_grants', follows: listGrantsAt, leaves: listGrantsAt, move: moveGrants },
  { table: 'children_import_runs', follows: listOpenImports, leaves: listImports, move: moveImports },
  { table: 'plans', follows: listPlansOf, leaves: listPlansOf, move: movePlans },
  { table: 'indicators_recounts', follows: nothing, leaves: listRecountsOf, move: moveRecounts },
  { table: 'reports', follows: listDraftsOf, leaves: listDraftsOf, move: moveDrafts },
]
