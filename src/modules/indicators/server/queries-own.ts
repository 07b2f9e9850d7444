import { sql } from 'kysely'
import type { Day } from '#base/day.ts'
import type { Db, Tx } from '#platform/db/types.ts'
import { type OwnState, OwnFormula } from '../shared/contract-own.ts'
import { Breakdown } from '../shared/contract.ts'
import { IndicatorTarget } from '../shared/definition.ts'
import type { At } from './queries-members.ts'

export type OwnRow = {
  id: string
  code: string
  version: number
  areaId: string
  nameVi: string
  nameEn: string | null
  basis: string
  formula: OwnFormula
  target: IndicatorTarget | null
  breakdowns: Breakdown[]
  validFrom: Day
  validTo: Day | null
  state: string
  writtenById: string
  writtenBy: string
  writtenAt: string
  decidedBy: string | null
  decidedAt: string | null
  remark: string | null
}

const select = (db: Db) =>
  db
    .selectFrom('indicators_own as o')
    .leftJoin('accounts_people as w', 'w.id', 'o.written_by')
    .leftJoin('accounts_people as d', 'd.id', 'o.decided_by')
    .selectAll('o')
    .select(['w.full_name as writer', 'd.full_name as decider'])

type Selected = Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirstOrThrow']>>

/** Formulas are parsed on every way out of the database: nothing unparsed is ever compiled. */
function toOwn(row: Selected): OwnRow {
  return {
    id: row.id,
    code: row.code,
    version: row.version,
    areaId: row.area_id,
    nameVi: row.name_vi,
    nameEn: row.name_en,
    basis: row.basis,
    formula: OwnFormula.parse(row.formula),
    target: IndicatorTarget.nullable().parse(row.target),
    breakdowns: Breakdown.array().parse(row.breakdowns),
    validFrom: row.valid_from,
    validTo: row.valid_to,
    state: row.state,
    writtenById: row.written_by,
    writtenBy: row.writer ?? '',
    writtenAt: row.written_at,
    decidedBy: row.decider,
    decidedAt: row.decided_at,
    remark: row.remark,
  }
}

export async function findOwn(db: Db, id: string): Promise<OwnRow | undefined> {
  const row = await select(db).where('o.id', '=', id).executeTakeFirst()
  return row && toOwn(row)
}

/** Every version that concerns a place: of its own, of a place above or below. */
export async function listOwn(db: Db, { lft, rgt }: At): Promise<OwnRow[]> {
  const rows = await select(db)
    .innerJoin('areas as a', 'a.id', 'o.area_id')
    .where(sql<boolean>`(a.lft <= ${lft} and a.rgt >= ${rgt}) or a.lft between ${lft} and ${rgt}`)
    .orderBy('o.code')
    .orderBy('o.version', 'desc')
    .execute()
  return rows.map(toOwn)
}

/** Approved versions in force on a day that the place or a place above made. */
export async function listOwnOn(db: Db, { lft, rgt }: At, day: Day): Promise<OwnRow[]> {
  const rows = await select(db)
    .innerJoin('areas as a', 'a.id', 'o.area_id')
    .where('o.state', '=', 'approved')
    .where(sql<boolean>`a.lft <= ${lft} and a.rgt >= ${rgt}`)
    .where('o.valid_from', '<=', day)
    .where((where) => where.or([where('o.valid_to', 'is', null), where('o.valid_to', '>=', day)]))
    .orderBy('o.code')
    .execute()
  return rows.map(toOwn)
}

/** All versions of one indicator, the newest first. */
export async function listVersions(db: Db, code: string): Promise<OwnRow[]> {
  const rows = await select(db).where('o.code', '=', code).orderBy('o.version', 'desc').execute()
  return rows.map(toOwn)
}

export type NewOwn = Pick<
  OwnRow,
  | 'id'
  | 'code'
  | 'version'
  | 'areaId'
  | 'nameVi'
  | 'basis'
  | 'formula'
  | 'target'
  | 'breakdowns'
  | 'validFrom'
> & { areaLft: number; nameEn: string | null; validTo: Day | null; writtenBy: string; writtenAt: string }

export async function insertOwn(tx: Tx, own: NewOwn): Promise<void> {
  await tx
    .insertInto('indicators_own')
    .values({
      id: own.id,
      code: own.code,
      version: own.version,
      area_id: own.areaId,
      area_lft: own.areaLft,
      name_vi: own.nameVi,
      name_en: own.nameEn,
      basis: own.basis,
      formula: JSON.stringify(own.formula),
      target: own.target === null ? null : JSON.stringify(own.target),
      breakdowns: own.breakdowns,
      valid_from: own.validFrom,
      valid_to: own.validTo,
      state: 'proposed',
      written_by: own.writtenBy,
      written_at: own.writtenAt,
    })
    .execute()
}

/** An approved version ends the day before the next begins. */
export async function endVersion(tx: Tx, id: string, lastDay: Day): Promise<void> {
  await tx.updateTable('indicators_own').set({ valid_to: lastDay }).where('id', '=', id).execute()
}

type Decision = { state: Exclude<OwnState, 'proposed'>; by: string; at: string; remark: string | null }

/** False when somebody decided in the meantime. */
export async function decideOwn(tx: Tx, id: string, { state, by, at, remark }: Decision): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('indicators_own')
    .set({ state, decided_by: by, decided_at: at, remark })
    .where('id', '=', id)
    .where('state', '=', 'proposed')
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
