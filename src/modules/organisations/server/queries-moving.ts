import { sql } from 'kysely'
import type { Tx } from '#platform/db/types.ts'
import { movedTo, moveRows, type PlacedRow } from '#modules/areas/server/public.ts'

const moveBodies = moveRows('organisations')

/** Bodies with what they left to others. A body ends with its unit: it moves only when the unit itself does. */
export async function moveOrganisations(tx: Tx, rows: readonly PlacedRow[]): Promise<void> {
  await moveBodies(tx, rows)
  await sql`update organisations_successions s set area_id = m.area_id, area_lft = m.area_lft from ${movedTo(rows)}
    where s.predecessor_id = m.id`.execute(tx)
}

const moveOnlyBoards = moveRows('organisations_boards')

/** Boards with their members, meetings and what is to follow. */
export async function moveBoards(tx: Tx, rows: readonly PlacedRow[]): Promise<void> {
  await moveOnlyBoards(tx, rows)
  const lft = sql`set area_lft = m.area_lft from ${movedTo(rows)} where t.board_id = m.id`
  await sql`update organisations_members t ${lft}`.execute(tx)
  await sql`update organisations_meetings t ${lft}`.execute(tx)
  await sql`update organisations_followups t ${lft}`.execute(tx)
}

export const moveFocal = moveRows('organisations_focal')

/** People who work for a unit go on working for its successor. */
export const moveStaff = moveRows('organisations_staff')
export const movePosts = moveRows('organisations_posts')

const moveOnlyMatters = moveRows('organisations_matters')

/** What a head answered for stays with the body, and goes only where the body goes. */
export async function moveMatters(tx: Tx, rows: readonly PlacedRow[]): Promise<void> {
  await moveOnlyMatters(tx, rows)
  await sql`update organisations_matters_changes c set area_lft = m.area_lft from ${movedTo(rows)}
    where c.matter_id = m.id`.execute(tx)
}
