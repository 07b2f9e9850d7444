import { sql } from 'kysely'
import type { ActorArea } from '#platform/actor.ts'
import type { Day } from '#base/day.ts'
import type { Db, Tx } from '#platform/db/types.ts'
import { Breach, BreachOfChild, type RecordBreach } from '../shared/contract.ts'

const columns = sql`b.id, b.noticed_at as "noticedAt", b.kind, b.what, b.categories, b.children,
  a.full_name as "placeName", b.notify_by as "notifyBy", b.notified_at as "notifiedAt", b.notified_to as "notifiedTo",
  b.late_reason as "lateReason", b.measures, b.families_told_on as "familiesToldOn", b.closed_at as "closedAt",
  b.closing_note as "closingNote"`

/** Of the range that row-level security shows: open ones first, then the newest. */
export async function listBreaches(db: Db): Promise<Breach[]> {
  const { rows } = await sql`
    select ${columns} from privacy_breaches b join areas a on a.id = b.area_id
    order by b.closed_at is not null, b.noticed_at desc limit 200`.execute(db)
  return Breach.array().parse(rows)
}

export async function findBreach(db: Db, id: string): Promise<Breach | undefined> {
  const { rows } = await sql`
    select ${columns} from privacy_breaches b join areas a on a.id = b.area_id where b.id = ${id}`.execute(db)
  return rows[0] === undefined ? undefined : Breach.parse(rows[0])
}

export async function insertBreach(
  tx: Tx,
  breach: RecordBreach & { area: ActorArea; notifyBy: string; by: string },
): Promise<void> {
  await tx
    .insertInto('privacy_breaches')
    .values({
      id: breach.id,
      area_id: breach.area.id,
      area_lft: breach.area.lft,
      noticed_at: breach.noticedAt,
      notify_by: breach.notifyBy,
      kind: breach.kind,
      what: breach.what,
      categories: breach.categories,
      children: breach.children,
      recorded_by: breach.by,
    })
    .execute()
}

type BreachChange =
  | { notified_at: string; notified_to: string; late_reason: string | null }
  | { measures: string; families_told_on: Day | null; closing_note: string | null; closed_at: string }

export async function updateBreach(tx: Tx, id: string, change: BreachChange): Promise<void> {
  await tx.updateTable('privacy_breaches').set(change).where('id', '=', id).execute()
}

/** Breaches of the reader's place, the newest first, each with whether data of this child were in it. */
export async function listBreachesOfChild(db: Db, childId: string): Promise<BreachOfChild[]> {
  const { rows } = await sql`
    select b.id, b.kind, b.noticed_at as "noticedAt", b.notify_by as "notifyBy", b.notified_at as "notifiedAt",
      b.families_told_on as "familiesToldOn", b.closed_at as "closedAt", c.child_id is not null as concerns
    from privacy_breaches b
    left join privacy_breach_children c on c.breach_id = b.id and c.child_id = ${childId}
    order by b.noticed_at desc limit 50`.execute(db)
  return BreachOfChild.array().parse(rows)
}

/** False when it stood there already. */
export async function insertBreachOfChild(
  tx: Tx,
  of: { childId: string; breachId: string; areaLft: number; by: string },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows = 0n } = await tx
    .insertInto('privacy_breach_children')
    .values({
      child_id: of.childId,
      breach_id: of.breachId,
      area_lft: of.areaLft,
      recorded_by: of.by,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows > 0n
}

export async function deleteBreachOfChild(
  tx: Tx,
  { childId, breachId }: { childId: string; breachId: string },
): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('privacy_breach_children')
    .where('child_id', '=', childId)
    .where('breach_id', '=', breachId)
    .executeTakeFirst()
  return numDeletedRows > 0n
}
