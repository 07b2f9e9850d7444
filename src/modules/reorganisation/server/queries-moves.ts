import { sql } from 'kysely'
import type { Db, Tx } from '#platform/db/types.ts'
import type { ChildRule, PlaceRule } from '../shared/effects.ts'

export type Move = { childId: string; communeId: string; villageId: string | null; areaLft: number }

export type Planned = {
  rules: readonly PlaceRule[]
  children: readonly ChildRule[]
}

const rulesOf = (rules: readonly PlaceRule[]) => sql`
  unnest(${rules.map((rule) => rule.fromCommuneId)}::uuid[], ${rules.map((rule) => rule.fromVillageId)}::uuid[],
    ${rules.map((rule) => rule.toCommuneId)}::uuid[], ${rules.map((rule) => rule.toVillageId)}::uuid[])
    as t(from_commune, from_village, to_commune, to_village)`

/**
 * Writes down where every child of the touched communes goes, and holds these children until the transaction ends.
 * A child named by itself goes before its village, the village before the rest of the commune. A child whose village
 * does not move along has no village in its new commune.
 */
export async function planMoves(tx: Tx, caseId: string, { rules, children }: Planned): Promise<number> {
  const communes = [...new Set(rules.map(({ fromCommuneId }) => fromCommuneId))]
  const { rows } = await sql<{ planned: number }>`
    with rules as materialized (select * from ${rulesOf(rules)}),
    picks as materialized (select * from unnest(${children.map(({ childId }) => childId)}::uuid[],
      ${children.map(({ fromCommuneId }) => fromCommuneId)}::uuid[],
      ${children.map(({ toCommuneId }) => toCommuneId)}::uuid[]) as p(child_id, from_commune, to_commune)),
    held as materialized (
      select id from children where commune_id = any(${communes}::uuid[]) or id in (select child_id from picks)
      order by id for update),
    going as (
      select c.id, c.area_lft, c.commune_id, c.village_id,
        coalesce(p.to_commune, v.to_commune, d.to_commune) as to_commune,
        case when p.child_id is not null then null when v.from_commune is not null then v.to_village
          when d.to_commune = c.commune_id then c.village_id end as to_village
      from held join children c using (id)
      left join picks p on p.child_id = c.id and p.from_commune = c.commune_id
      left join rules v on v.from_commune = c.commune_id and v.from_village = c.village_id
      left join rules d on d.from_commune = c.commune_id and d.from_village is null
      where coalesce(p.to_commune, v.to_commune, d.to_commune) is not null),
    planned as (
      insert into reorganisation_moves (child_id, case_id, area_lft, from_commune_id, from_village_id, from_lft,
        to_commune_id, to_village_id, to_lft)
      select g.id, ${caseId}, g.area_lft, g.commune_id, g.village_id, g.area_lft, g.to_commune, g.to_village,
        coalesce(village.lft, commune.lft)
      from going g join areas commune on commune.id = g.to_commune
      left join areas village on village.id = g.to_village
      where (g.to_commune, g.to_village, coalesce(village.lft, commune.lft))
        is distinct from (g.commune_id, g.village_id, g.area_lft)
      returning 1)
    select count(*)::int as planned from planned`.execute(tx)
  return rows[0]?.planned ?? 0
}

export async function listPlanned(
  db: Db,
  caseId: string,
  { after, limit }: { after: string | null; limit: number },
): Promise<Move[]> {
  const { rows } = await sql<Move>`
    select child_id as "childId", to_commune_id as "communeId", to_village_id as "villageId", to_lft as "areaLft"
    from reorganisation_moves where case_id = ${caseId} and (${after}::uuid is null or child_id > ${after}::uuid)
    order by child_id limit ${limit}`.execute(db)
  return rows
}

export async function deleteMoves(tx: Tx, caseId: string): Promise<void> {
  await sql`delete from reorganisation_moves where case_id = ${caseId}`.execute(tx)
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

export type WayBack = {
  /** Communes whose children may have to go back. */
  communeIds: readonly string[]
  /** Where children of these villages belong: of villages that went back, and of villages that go away. */
  villages: readonly { id: string; communeId: string; villageId: string | null }[]
  /** Units that go away, with the old unit that takes what was made in them. */
  heirs: readonly { id: string; heirId: string }[]
}

/**
 * Where the children go when a case is undone; asked after the tree is as before. A child that still is where the
 * case put it goes back to where it was. One that was registered or moved since goes with its village, or to the heir
 * of a unit that goes away; whoever moved out of the case's units stays where they are.
 */
export async function listWayBack(
  tx: Tx,
  caseId: string,
  { communeIds, villages, heirs }: WayBack,
  { after, limit }: { after: string | null; limit: number },
): Promise<Move[]> {
  const { rows } = await sql<Move>`
    with villages as materialized (select * from unnest(${villages.map(({ id }) => id)}::uuid[],
      ${villages.map(({ communeId }) => communeId)}::uuid[], ${villages.map(({ villageId }) => villageId)}::uuid[])
      as v(id, commune_id, village_id)),
    heirs as materialized (select * from unnest(${heirs.map(({ id }) => id)}::uuid[],
      ${heirs.map(({ heirId }) => heirId)}::uuid[]) as h(id, heir_id)),
    back as (
      select c.id, c.area_lft, c.commune_id, c.village_id,
        case when m.child_id is not null then m.from_commune_id
          when v.id is not null then v.commune_id when h.id is not null then h.heir_id else c.commune_id end as commune,
        case when m.child_id is not null then m.from_village_id
          when v.id is not null then v.village_id when h.id is not null then null else c.village_id end as village
      from children c
      left join reorganisation_moves m on m.child_id = c.id and m.case_id = ${caseId}
        and m.to_commune_id = c.commune_id and m.to_village_id is not distinct from c.village_id
      left join villages v on v.id = c.village_id
      left join heirs h on h.id = c.commune_id
      where c.commune_id = any(${[...communeIds]}::uuid[]) and (${after}::uuid is null or c.id > ${after}::uuid))
    select b.id as "childId", b.commune as "communeId", b.village as "villageId",
      coalesce(village.lft, commune.lft) as "areaLft"
    from back b join areas commune on commune.id = b.commune left join areas village on village.id = b.village
    where (b.commune, b.village, coalesce(village.lft, commune.lft))
      is distinct from (b.commune_id, b.village_id, b.area_lft)
    order by b.id limit ${limit}`.execute(tx)
  return rows
}
