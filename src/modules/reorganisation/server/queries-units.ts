import { sql } from 'kysely'
import type { Day } from '#base/day.ts'
import type { Db, Tx } from '#platform/db/types.ts'

export type Did = 'ended' | 'made' | 'holding' | 'moved' | 'renamed' | 'received' | 'gave'

type Where = { parentId: string; lft: number; rgt: number }

/** What the case did to one unit. */
export type UnitRow = {
  areaId: string
  did: Did
  validTo?: Day | null
  from?: Where
  to?: Where
  heirId?: string | undefined
}

export type OfCase = { id: string; areaLft: number; effectiveOn: Day }

/** A unit that is reorganised twice on one day is refused by the index `reorganisation_units_once_a_day`. */
export async function insertUnits(tx: Tx, of: OfCase, rows: readonly UnitRow[]): Promise<void> {
  for (let from = 0; from < rows.length; from += 1000) {
    const batch = rows.slice(from, from + 1000)
    await tx
      .insertInto('reorganisation_units')
      .values(
        batch.map(({ areaId, did, validTo = null, from: old, to, heirId = null }) => ({
          ...{ case_id: of.id, area_id: areaId, did, area_lft: of.areaLft, effective_on: of.effectiveOn },
          ...{ valid_to: validTo, heir_id: heirId },
          ...(old && { from_parent_id: old.parentId, from_lft: old.lft, from_rgt: old.rgt }),
          ...(to && { to_parent_id: to.parentId, to_lft: to.lft, to_rgt: to.rgt }),
        })),
      )
      .execute()
  }
}

type Stored = {
  did: string
  area_id: string
  valid_to: string | null
  from_parent_id: string | null
  from_lft: number | null
  from_rgt: number | null
  to_parent_id: string | null
  to_lft: number | null
  to_rgt: number | null
  heir_id: string | null
}

function whereOf(parentId: string | null, lft: number | null, rgt: number | null): Where | undefined {
  return parentId === null || lft === null || rgt === null ? undefined : { parentId, lft, rgt }
}

const dids: readonly Did[] = ['ended', 'made', 'holding', 'moved', 'renamed', 'received', 'gave']

function toUnitRow(row: Stored): UnitRow {
  const from = whereOf(row.from_parent_id, row.from_lft, row.from_rgt)
  const to = whereOf(row.to_parent_id, row.to_lft, row.to_rgt)
  return {
    areaId: row.area_id,
    did: dids.find((did) => did === row.did) ?? 'moved',
    validTo: row.valid_to,
    heirId: row.heir_id ?? undefined,
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
  }
}

/** In no order that means anything; each unit once. */
export async function listUnitRows(db: Db, caseId: string): Promise<UnitRow[]> {
  const rows = await db
    .selectFrom('reorganisation_units')
    .select(['area_id', 'did', 'valid_to', 'from_parent_id', 'from_lft', 'from_rgt'])
    .select(['to_parent_id', 'to_lft', 'to_rgt', 'heir_id'])
    .where('case_id', '=', caseId)
    .execute()
  return rows.map(toUnitRow)
}

/** A unit that the work list placed later, or a holding place that is empty now. */
export async function updateUnitMove(tx: Tx, caseId: string, { areaId, to }: UnitRow): Promise<void> {
  await tx
    .updateTable('reorganisation_units')
    .set({ to_parent_id: to?.parentId ?? null, to_lft: to?.lft ?? null, to_rgt: to?.rgt ?? null })
    .where('case_id', '=', caseId)
    .where('area_id', '=', areaId)
    .execute()
}

export async function deleteUnits(tx: Tx, caseId: string, areaIds?: readonly string[]): Promise<void> {
  let query = tx.deleteFrom('reorganisation_units').where('case_id', '=', caseId)
  if (areaIds) query = query.where(sql<boolean>`area_id = any(${[...areaIds]}::uuid[])`)
  await query.execute()
}

/** Another applied case that took or changed one of these units on the same day. */
export async function findSameDay(
  db: Db,
  { caseId, areaIds, day }: { caseId: string; areaIds: readonly string[]; day: Day },
): Promise<{ areaId: string } | undefined> {
  return db
    .selectFrom('reorganisation_units')
    .select('area_id as areaId')
    .where('case_id', '<>', caseId)
    .where('effective_on', '=', day)
    .where('did', 'in', ['ended', 'renamed', 'received', 'gave', 'made'])
    .where(sql<boolean>`area_id = any(${[...areaIds]}::uuid[])`)
    .executeTakeFirst()
}

/** The newest case applied after this one that touched one of its units. */
export async function findLaterCase(db: Db, caseId: string): Promise<{ no: number } | undefined> {
  const { rows } = await sql<{ no: number }>`
    select later.no from reorganisation_cases own
    join reorganisation_units mine on mine.case_id = own.id
    join reorganisation_units theirs on theirs.case_id <> own.id
      and theirs.area_id in (mine.area_id, mine.from_parent_id, mine.to_parent_id)
    join reorganisation_cases later on later.id = theirs.case_id and later.state = 'applied'
      and later.applied_order > own.applied_order
    where own.id = ${caseId} order by later.applied_order desc limit 1`.execute(db)
  return rows[0]
}
