import { sql } from 'kysely'
import type { Db, Tx } from '#platform/db/types.ts'
import { movedTo, type PlacedRow } from '#modules/areas/server/public.ts'

type Table =
  | 'organisations'
  | 'organisations_boards'
  | 'organisations_focal'
  | 'organisations_matters'
  | 'organisations_posts'
  | 'organisations_staff'

/** The rows of a table that belong to these places. */
export function listOrganisationRows(table: Table) {
  return async (db: Db, areaIds: readonly string[]): Promise<PlacedRow[]> =>
    db
      .selectFrom(table)
      .select(['id as rowId', 'area_id as areaId', 'area_lft as areaLft'])
      .where(sql<boolean>`area_id = any(${[...areaIds]}::uuid[])`)
      .orderBy('id')
      .execute()
}

/** Bodies with what they left to others. A body ends with its unit: it moves only when the unit itself does. */
export async function moveOrganisations(tx: Tx, rows: readonly PlacedRow[]): Promise<void> {
  await sql`update organisations o set area_id = m.area_id, area_lft = m.area_lft from ${movedTo(rows)} where o.id = m.id`.execute(
    tx,
  )
  await sql`update organisations_successions s set area_id = m.area_id, area_lft = m.area_lft from ${movedTo(rows)}
    where s.predecessor_id = m.id`.execute(tx)
}

/** Boards with their members, meetings and what is to follow. */
export async function moveBoards(tx: Tx, rows: readonly PlacedRow[]): Promise<void> {
  await sql`update organisations_boards b set area_id = m.area_id, area_lft = m.area_lft from ${movedTo(rows)} where b.id = m.id`.execute(
    tx,
  )
  const lft = sql`set area_lft = m.area_lft from ${movedTo(rows)} where t.board_id = m.id`
  await sql`update organisations_members t ${lft}`.execute(tx)
  await sql`update organisations_meetings t ${lft}`.execute(tx)
  await sql`update organisations_followups t ${lft}`.execute(tx)
}

export async function moveFocal(tx: Tx, rows: readonly PlacedRow[]): Promise<void> {
  await sql`update organisations_focal f set area_id = m.area_id, area_lft = m.area_lft from ${movedTo(rows)} where f.id = m.id`.execute(
    tx,
  )
}

/** People who work for a unit go on working for its successor. */
export async function moveStaff(tx: Tx, rows: readonly PlacedRow[]): Promise<void> {
  await sql`update organisations_staff s set area_id = m.area_id, area_lft = m.area_lft from ${movedTo(rows)} where s.id = m.id`.execute(
    tx,
  )
}

export async function movePosts(tx: Tx, rows: readonly PlacedRow[]): Promise<void> {
  await sql`update organisations_posts p set area_id = m.area_id, area_lft = m.area_lft from ${movedTo(rows)} where p.id = m.id`.execute(
    tx,
  )
}

/** What a head answered for stays with the body, and goes only where the body goes. */
export async function moveMatters(tx: Tx, rows: readonly PlacedRow[]): Promise<void> {
  await sql`update organisations_matters m set area_id = n.area_id, area_lft = n.area_lft from ${movedTo(rows)} where m.id = n.id`.execute(
    tx,
  )
  await sql`update organisations_matters_changes c set area_lft = n.area_lft from ${movedTo(rows)} where c.matter_id = n.id`.execute(
    tx,
  )
}
