import { type RawBuilder, sql } from 'kysely'
import type { Db, Tx } from '#platform/db/types.ts'

/** Where a child belongs: its commune and village, and the number of the lower of the two. */
export type Place = { communeId: string; villageId: string | null; areaLft: number }

export type Move = Place & { childId: string }

/** A child where it is now, and where the case found it and put it, if it moved it. */
export type Standing = Move & { planned: { from: Place; to: Place } | undefined }

/** Children of these communes, commune by commune, each once, held until the transaction ends. */
export function holdChildrenOf(
  tx: Tx,
  communeIds: readonly string[],
  atOnce: number,
): AsyncGenerator<Move[]> {
  const children = sql<Move>`
    select id as "childId", commune_id as "communeId", village_id as "villageId", area_lft as "areaLft"
    from children where commune_id = any(${[...communeIds]}::uuid[]) order by commune_id, id for update`
  return inPages(tx, children, atOnce)
}

/**
 * The rows of a query in pages, as they were at the beginning: asked for page by page with "limit", the rows that
 * were moved meanwhile would be walked over again for every page.
 */
async function* inPages<Row>(tx: Tx, rows: RawBuilder<Row>, atOnce: number): AsyncGenerator<Row[]> {
  await sql`declare reorganisation_page no scroll cursor for ${rows}`.execute(tx)
  for (;;) {
    const page = await sql<Row>`fetch ${sql.lit(atOnce)} from reorganisation_page`.execute(tx)
    if (page.rows.length > 0) yield page.rows
    if (page.rows.length < atOnce) break
  }
  await sql`close reorganisation_page`.execute(tx)
}

/** Writes down from where to where. The rows stand at the new place already: the keys must be deferred. */
export async function insertMoves(
  tx: Tx,
  caseId: string,
  moves: readonly { childId: string; from: Place; to: Place }[],
): Promise<void> {
  const from = <Value>(pick: (place: Place) => Value) => moves.map((move) => pick(move.from))
  const to = <Value>(pick: (place: Place) => Value) => moves.map((move) => pick(move.to))
  await sql`
    insert into reorganisation_moves (case_id, child_id, area_lft, from_commune_id, from_village_id, from_lft,
      to_commune_id, to_village_id, to_lft)
    select ${caseId}, m.child, m.to_lft, m.from_commune, m.from_village, m.from_lft, m.to_commune, m.to_village, m.to_lft
    from unnest(${moves.map(({ childId }) => childId)}::uuid[],
      ${from(({ communeId }) => communeId)}::uuid[], ${from(({ villageId }) => villageId)}::uuid[],
      ${from(({ areaLft }) => areaLft)}::int[], ${to(({ communeId }) => communeId)}::uuid[],
      ${to(({ villageId }) => villageId)}::uuid[], ${to(({ areaLft }) => areaLft)}::int[])
      as m(child, from_commune, from_village, from_lft, to_commune, to_village, to_lft)`.execute(tx)
}

export async function deleteMoves(tx: Tx, caseId: string): Promise<void> {
  await sql`delete from reorganisation_moves where case_id = ${caseId}`.execute(tx)
}

type MoveRow = {
  childId: string
  fromCommuneId: string
  fromVillageId: string | null
  toCommuneId: string
  toVillageId: string | null
}

/** Takes away what the case wrote down of these children, and returns it. */
async function takeMoves(
  tx: Tx,
  caseId: string,
  childIds: readonly string[],
): Promise<ReadonlyMap<string, MoveRow>> {
  const { rows } = await sql<MoveRow>`
    delete from reorganisation_moves where child_id = any(${[...childIds]}::uuid[]) and case_id = ${caseId}
    returning child_id as "childId", from_commune_id as "fromCommuneId", from_village_id as "fromVillageId",
      to_commune_id as "toCommuneId", to_village_id as "toVillageId"`.execute(tx)
  return new Map(rows.map((row) => [row.childId, row]))
}

/** Children that were placed later go back, when the case is undone, from where the work list put them. */
export async function notePlaced(tx: Tx, caseId: string, moves: readonly Move[]): Promise<void> {
  await sql`
    update reorganisation_moves r set to_commune_id = m.commune_id, to_village_id = m.village_id, to_lft = m.area_lft
    from unnest(${moves.map(({ childId }) => childId)}::uuid[], ${moves.map(({ communeId }) => communeId)}::uuid[],
      ${moves.map(({ villageId }) => villageId)}::uuid[], ${moves.map(({ areaLft }) => areaLft)}::int[])
      as m(child_id, commune_id, village_id, area_lft)
    where r.case_id = ${caseId} and r.child_id = m.child_id`.execute(tx)
}

/**
 * Children of these communes with what the case did to them, each once, held until the transaction ends. What it did
 * is looked up page by page: joined to the cursor it was found by reading all of it for each child.
 */
export async function* takeStandings(
  tx: Tx,
  caseId: string,
  communeIds: readonly string[],
  atOnce: number,
): AsyncGenerator<Standing[]> {
  for await (const page of holdChildrenOf(tx, communeIds, atOnce)) {
    const moves = await takeMoves(
      tx,
      caseId,
      page.map(({ childId }) => childId),
    )
    yield page.map((now) => ({ ...now, planned: plannedBy(moves.get(now.childId)) }))
  }
}

function plannedBy(move: MoveRow | undefined): Standing['planned'] {
  if (!move) return undefined
  const { fromCommuneId, fromVillageId, toCommuneId, toVillageId } = move
  return {
    from: { communeId: fromCommuneId, villageId: fromVillageId, areaLft: 0 },
    to: { communeId: toCommuneId, villageId: toVillageId, areaLft: 0 },
  }
}

/** The number of every place that is named, today. */
export async function listNumbers(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ id: string; lft: number }>`
    select id, lft from areas where id = any(${[...ids]}::uuid[])`.execute(db)
  return new Map(rows.map(({ id, lft }) => [id, lft]))
}
