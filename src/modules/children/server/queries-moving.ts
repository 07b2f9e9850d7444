import { sql } from 'kysely'
import type { Db, Tx } from '#platform/db/types.ts'
import { movedTo, type PlacedRow } from '#modules/areas/server/public.ts'
import { followChildren } from './queries-households.ts'

/** A child and the place it belongs to from now on; `areaLft` is the number of its village, or of its commune. */
export type ChildMove = { childId: string; communeId: string; villageId: string | null; areaLft: number }

const idsOf = (moves: readonly ChildMove[]) => moves.map(({ childId }) => childId)
const communesOf = (moves: readonly ChildMove[]) => moves.map(({ communeId }) => communeId)
const placesOf = (moves: readonly ChildMove[]) => moves.map(({ areaLft }) => areaLft)

/**
 * From here to the end of `moveChildren` rows of children may be moved before the children: the keys that hold the two
 * together are checked then. For moves of thousands; one child's rows follow by their keys (migration 0185).
 */
export async function deferChildKeys(tx: Tx): Promise<void> {
  await sql`set constraints all deferred`.execute(tx)
}

/**
 * Moves children between places, at most some thousand at a time, after `deferChildKeys` and after the modules that
 * repeat a child's commune have moved their own rows. A move that waits for an answer is from the new commune then.
 * Every other row that refers to `children (id, area_lft)` is
 * carried along, those of later modules too.
 */
export async function moveChildren(tx: Tx, moves: readonly ChildMove[]): Promise<void> {
  if (moves.length === 0) return
  const [ids, communes, places] = [idsOf(moves), communesOf(moves), placesOf(moves)]
  await sql`
    update children_name_tokens t set commune_id = m.commune_id, area_lft = m.area_lft
    from unnest(${ids}::uuid[], ${communes}::uuid[], ${places}::int[]) as m(child_id, commune_id, area_lft)
    where t.child_id = m.child_id`.execute(tx)
  await sql`
    update children_moves o set from_area_id = m.commune_id
    from unnest(${ids}::uuid[], ${communes}::uuid[]) as m(child_id, commune_id)
    where o.child_id = m.child_id and o.state = 'sent' and o.to_area_id <> m.commune_id`.execute(tx)
  await sql`select children_carry_rows(${ids}::uuid[], ${places}::int[])`.execute(tx)
  await sql`
    update children c set commune_id = m.commune_id, village_id = m.village_id, area_lft = m.area_lft,
      version = c.version + 1
    from unnest(${ids}::uuid[], ${communes}::uuid[], ${moves.map(({ villageId }) => villageId)}::uuid[],
      ${places}::int[]) as m(child_id, commune_id, village_id, area_lft)
    where c.id = m.child_id`.execute(tx)
  await followChildren(tx, ids)
  await sql`set constraints all immediate`.execute(tx)
}

/** Every move to these communes. */
export async function listMovesTo(db: Db, areaIds: readonly string[]): Promise<PlacedRow[]> {
  return movesTo(db, areaIds).execute()
}

/** Moves that nobody has answered: they go on to the unit that follows. */
export async function listOpenMovesTo(db: Db, areaIds: readonly string[]): Promise<PlacedRow[]> {
  return movesTo(db, areaIds).where('m.state', '=', 'sent').execute()
}

function movesTo(db: Db, areaIds: readonly string[]) {
  return db
    .selectFrom('children_moves as m')
    .innerJoin('areas as a', 'a.id', 'm.to_area_id')
    .select(['m.id as rowId', 'm.to_area_id as areaId', 'a.lft as areaLft'])
    .where(sql<boolean>`m.to_area_id = any(${[...areaIds]}::uuid[])`)
    .orderBy('m.id')
}

/**
 * Turns moves to other communes; where each came from follows its child (`moveChildren`). One that would go to where
 * the child lives stays as it is: both communes are one now, and the sender recalls it.
 */
export async function turnMoves(tx: Tx, rows: readonly PlacedRow[]): Promise<void> {
  await sql`
    update children_moves c set to_area_id = m.area_id
    from ${movedTo(rows)} where c.id = m.id and c.from_area_id <> m.area_id`.execute(tx)
}

/**
 * For places that are reorganised: the family did not move, so a residence that is running goes on under the new
 * place. `moveChildren` follows in the same transaction.
 */
export async function moveResidences(tx: Tx, moves: readonly ChildMove[]): Promise<void> {
  await sql`
    update children_facts f set commune_id = m.commune_id, village_id = m.village_id
    from children c, unnest(${moves.map(({ childId }) => childId)}::uuid[],
      ${moves.map(({ communeId }) => communeId)}::uuid[], ${moves.map(({ villageId }) => villageId)}::uuid[])
      as m(child_id, commune_id, village_id)
    where c.id = m.child_id and f.child_id = c.id and f.kind = 'residence' and f.to_day is null
      and f.undone_at is null and f.commune_id = c.commune_id
      and f.village_id is not distinct from c.village_id`.execute(tx)
}

/** Every import into these communes. */
export async function listImports(db: Db, areaIds: readonly string[]): Promise<PlacedRow[]> {
  return imports(db, areaIds).execute()
}

/** Imports that are not finished: they go on in the unit that follows. */
export async function listOpenImports(db: Db, areaIds: readonly string[]): Promise<PlacedRow[]> {
  return imports(db, areaIds).where('status', 'in', ['waiting', 'reading', 'checked', 'writing']).execute()
}

function imports(db: Db, areaIds: readonly string[]) {
  return db
    .selectFrom('children_import_runs')
    .select(['id as rowId', 'commune_id as areaId', 'area_lft as areaLft'])
    .where(sql<boolean>`commune_id = any(${[...areaIds]}::uuid[])`)
    .orderBy('id')
}

/** The file and the rows of an import follow it by their foreign keys. */
export async function moveImports(tx: Tx, rows: readonly PlacedRow[]): Promise<void> {
  await sql`
    update children_import_runs r set commune_id = m.area_id, area_lft = m.area_lft
    from ${movedTo(rows)} where r.id = m.id`.execute(tx)
}
