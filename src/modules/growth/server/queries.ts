import { sql } from 'kysely'
import { z } from 'zod'
import type { Day } from '#base/day.ts'
import type { Db, Tx } from '#platform/db/types.ts'
import { GrowthClass } from '../shared/classes.ts'
import { Position, type StoredMeasurement } from '../shared/contract.ts'
import { Doubt } from '../shared/doubts.ts'
import type { Measured } from '../shared/score-2006.ts'
import { Sex } from '../shared/standard.ts'
import type { TrendPoint } from '../shared/trends.ts'

export type GrowthChild = { id: string; bornOn: Day; sex: Sex; areaLft: number; leftOn: string | null }

const childColumns = ['id', 'born_on', 'sex', 'area_lft', 'left_on'] as const
type ChildRow = { id: string; born_on: string; sex: string; area_lft: number; left_on: string | null }

function toChild({ id, born_on, sex, area_lft, left_on }: ChildRow): GrowthChild {
  return { id, bornOn: born_on, sex: Sex.parse(sex), areaLft: area_lft, leftOn: left_on }
}

export async function findChild(db: Db, id: string): Promise<GrowthChild | undefined> {
  const row = await db.selectFrom('children').select(childColumns).where('id', '=', id).executeTakeFirst()
  return row && toChild(row)
}

/** Held until the transaction ends, so that two devices cannot measure the same child at once. */
export async function lockChild(tx: Tx, id: string): Promise<GrowthChild | undefined> {
  const row = await tx
    .selectFrom('children')
    .select(childColumns)
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst()
  return row && toChild(row)
}

const storedColumns = [
  'm.id',
  'm.child_id as childId',
  'm.measured_on as measuredOn',
  'm.weight_kg as weightKg',
  'm.lenhei_cm as lenheiCm',
  'm.position',
  'm.oedema',
  'm.head_cm as headCm',
  'm.arm_cm as armCm',
  'm.triceps_mm as tricepsMm',
  'm.subscapular_mm as subscapularMm',
  'm.confirmed',
  'm.session_id as sessionId',
  'm.recorded_at as recordedAt',
  'm.replaced_by as replacedBy',
  'm.undone_at as undoneAt',
  'p.full_name as recordedByName',
  's.age_days as ageDays',
  's.standard_version as standardVersion',
  's.z_len',
  's.z_wei',
  's.z_wfl',
  's.z_bmi',
  's.z_hc',
  's.z_ac',
  's.z_ts',
  's.z_ss',
  's.flags',
  's.classes',
] as const

function stored(db: Db) {
  return db
    .selectFrom('growth_measurements as m')
    .leftJoin('growth_scores as s', (join) =>
      join.onRef('s.child_id', '=', 'm.child_id').onRef('s.measurement_id', '=', 'm.id'),
    )
    .leftJoin('accounts_people as p', 'p.id', 'm.recorded_by')
    .select(storedColumns)
}

type StoredRow = Awaited<ReturnType<ReturnType<typeof stored>['execute']>>[number]

function toStored(row: StoredRow): StoredMeasurement {
  const { z_len, z_wei, z_wfl, z_bmi, z_hc, z_ac, z_ts, z_ss, flags, classes, ...rest } = row
  const all = { len: z_len, wei: z_wei, wfl: z_wfl, bmi: z_bmi, hc: z_hc, ac: z_ac, ts: z_ts, ss: z_ss }
  return {
    ...rest,
    position: Position.nullable().parse(row.position),
    confirmed: z.array(Doubt).parse(row.confirmed),
    scores: all,
    flags: flags ?? [],
    classes: z.array(GrowthClass).parse(classes ?? []),
  }
}

/** All measurements of a child, undone and replaced ones too, newest first. */
export async function listMeasurements(db: Db, childId: string): Promise<StoredMeasurement[]> {
  const rows = await stored(db)
    .where('m.child_id', '=', childId)
    .orderBy('m.measured_on', 'desc')
    .orderBy('m.id', 'desc')
    .limit(500)
    .execute()
  return rows.map(toStored)
}

/** Undone and replaced ones too: a correction names what it replaces. */
export async function findMeasurement(
  db: Db,
  childId: string,
  id: string,
): Promise<StoredMeasurement | undefined> {
  const row = await stored(db).where('m.child_id', '=', childId).where('m.id', '=', id).executeTakeFirst()
  return row && toStored(row)
}

/** The measurement of a day that stands. */
export async function findOfDay(db: Db, childId: string, day: Day): Promise<StoredMeasurement | undefined> {
  const row = await stored(db)
    .where('m.child_id', '=', childId)
    .where('m.measured_on', '=', day)
    .where('m.undone_at', 'is', null)
    .executeTakeFirst()
  return row && toStored(row)
}

/** What stands for a day, by child: the sheet of a weighing day. */
export async function listOfDay(
  db: Db,
  childIds: readonly string[],
  day: Day,
): Promise<Map<string, StoredMeasurement>> {
  const rows = await stored(db)
    .where(sql<boolean>`m.child_id = any(${[...childIds]}::uuid[])`)
    .where('m.measured_on', '=', day)
    .where('m.undone_at', 'is', null)
    .execute()
  return new Map(rows.map((row) => [row.childId, toStored(row)]))
}

export type NewMeasurement = Measured & {
  id: string
  childId: string
  areaLft: number
  measuredOn: Day
  confirmed: readonly Doubt[]
  sessionId: string | null
  recordedBy: string
}

/** At most some 3,000 at once: PostgreSQL takes 65,535 values in a statement. */
export async function insertMeasurements(tx: Tx, all: readonly NewMeasurement[]): Promise<void> {
  await tx.insertInto('growth_measurements').values(all.map(measurementRow)).execute()
}

const measurementRow = (one: NewMeasurement) => ({
  child_id: one.childId,
  id: one.id,
  area_lft: one.areaLft,
  measured_on: one.measuredOn,
  weight_kg: one.weightKg,
  lenhei_cm: one.lenheiCm,
  position: one.position,
  oedema: one.oedema,
  head_cm: one.headCm,
  arm_cm: one.armCm,
  triceps_mm: one.tricepsMm,
  subscapular_mm: one.subscapularMm,
  confirmed: [...one.confirmed],
  session_id: one.sessionId,
  recorded_by: one.recordedBy,
})

/** Takes a measurement out of force; `replacedBy` says that it was corrected, not taken back. */
export async function undoMeasurement(
  tx: Tx,
  which: { childId: string; id: string },
  undone: { by: string; at: string; replacedBy: string | null },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('growth_measurements')
    .set({ undone_by: undone.by, undone_at: undone.at, replaced_by: undone.replacedBy })
    .where('child_id', '=', which.childId)
    .where('id', '=', which.id)
    .where('undone_at', 'is', null)
    .executeTakeFirstOrThrow()
  await tx
    .deleteFrom('growth_scores')
    .where('child_id', '=', which.childId)
    .where('measurement_id', '=', which.id)
    .execute()
  return numUpdatedRows > 0n
}

/** The line of a child for the trends, oldest first, with the classes of each point. */
export async function listTrendPoints(
  db: Db,
  childId: string,
): Promise<(TrendPoint & { classes: GrowthClass[] })[]> {
  const rows = await db
    .selectFrom('growth_measurements as m')
    .leftJoin('growth_scores as s', (join) =>
      join.onRef('s.child_id', '=', 'm.child_id').onRef('s.measurement_id', '=', 'm.id'),
    )
    .select(['m.measured_on', 'm.weight_kg', 'm.lenhei_cm', 's.z_wei', 's.flags', 's.classes'])
    .where('m.child_id', '=', childId)
    .where('m.undone_at', 'is', null)
    .orderBy('m.measured_on')
    .execute()
  return rows.map((row) => ({
    measuredOn: row.measured_on,
    weightKg: row.weight_kg,
    lenheiCm: row.lenhei_cm,
    weightZ: row.flags?.includes('wei') ? null : row.z_wei,
    classes: z.array(GrowthClass).parse(row.classes ?? []),
  }))
}

/** Children with a measurement whose scores are of another version, or missing. */
export async function listChildrenToRescore(db: Db, version: string, limit: number): Promise<GrowthChild[]> {
  const { rows } = await sql<ChildRow>`
    select c.id, c.born_on, c.sex, c.area_lft, c.left_on from children c
    where c.id in (
      select m.child_id from growth_measurements m
      left join growth_scores s on s.child_id = m.child_id and s.measurement_id = m.id
      where m.undone_at is null and s.standard_version is distinct from ${version}
      group by m.child_id order by m.child_id limit ${limit})
    for no key update of c`.execute(db)
  return rows.map(toChild)
}
