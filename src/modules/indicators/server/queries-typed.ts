import { sql } from 'kysely'
import type { Period } from '#base/period.ts'
import type { Db, Tx } from '#platform/db/types.ts'
import type { TypedFigure } from '../shared/contract-typed.ts'

const select = (db: Db) =>
  db
    .selectFrom('indicators_typed as t')
    .leftJoin('accounts_people as p', 'p.id', 't.typed_by')
    .select([
      't.id',
      't.code',
      't.area_id as areaId',
      't.period',
      't.value',
      't.numerator',
      't.denominator',
      't.unit',
      't.source',
      't.source_on as sourceOn',
      't.note',
      sql<string>`coalesce(p.full_name, '')`.as('typedBy'),
      't.typed_at as typedAt',
      't.replaces',
      't.reason',
      't.replaced_at as replacedAt',
    ])

export async function findTyped(db: Db, id: string): Promise<TypedFigure | undefined> {
  return select(db).where('t.id', '=', id).executeTakeFirst()
}

/** The figure that counts for a place, an indicator and a period: the one no correction replaced. */
export async function findStanding(
  db: Db,
  { areaId, code, period }: { areaId: string; code: string; period: Period },
): Promise<TypedFigure | undefined> {
  return select(db)
    .where('t.area_id', '=', areaId)
    .where('t.code', '=', code)
    .where('t.period', '=', period)
    .where('t.replaced_at', 'is', null)
    .executeTakeFirst()
}

/** Standing figures of a place, of one period or of all. */
export async function listStanding(db: Db, areaId: string, period?: Period): Promise<TypedFigure[]> {
  let query = select(db).where('t.area_id', '=', areaId).where('t.replaced_at', 'is', null)
  if (period !== undefined) query = query.where('t.period', '=', period)
  return query.orderBy('t.code').execute()
}

/** Every figure that was typed for an indicator, replaced ones too, the latest period first. */
export async function listTypedOf(db: Db, areaId: string, code: string): Promise<TypedFigure[]> {
  return select(db)
    .where('t.area_id', '=', areaId)
    .where('t.code', '=', code)
    .orderBy('t.period', 'desc')
    .orderBy(sql`t.replaced_at is null`, 'desc')
    .orderBy('t.id', 'desc')
    .execute()
}

type NewFigure = Omit<TypedFigure, 'replacedAt'> & { areaLft: number }

export async function insertTyped(tx: Tx, figure: NewFigure): Promise<void> {
  const { areaId, areaLft, sourceOn, typedBy, typedAt, ...rest } = figure
  await tx
    .insertInto('indicators_typed')
    .values({
      ...rest,
      area_id: areaId,
      area_lft: areaLft,
      source_on: sourceOn,
      typed_by: typedBy,
      typed_at: typedAt,
    })
    .execute()
}

/** False when another correction came first. */
export async function markReplaced(tx: Tx, id: string, at: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('indicators_typed')
    .set({ replaced_at: at })
    .where('id', '=', id)
    .where('replaced_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
