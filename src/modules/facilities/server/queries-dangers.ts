import type { Day } from '#base/day.ts'
import type { Db, Range, Tx } from '#platform/db/types.ts'
import {
  type AddDanger,
  Danger,
  type DangerSearch,
  Inspection,
  type RecordInspection,
  type Repair,
} from '../shared/contract-dangers.ts'
import { overdueDays } from '../shared/rules.ts'

const columns = [
  'd.id',
  'd.area_id as areaId',
  'a.name as areaName',
  'd.kind',
  'd.name',
  'd.near',
  'd.found_on as foundOn',
  'd.responsible',
  'd.note',
  'd.repair',
  'd.repaired_on as repairedOn',
  'd.last_inspected_on as lastInspectedOn',
  'd.next_inspection_on as nextInspectionOn',
] as const

type Row = Omit<Danger, 'kind' | 'near' | 'repair' | 'overdueDays' | 'inspections'> & {
  kind: string
  near: string
  repair: string
}

async function withInspections(db: Db, rows: readonly Row[], today: Day): Promise<Danger[]> {
  const inspections = await listInspections(
    db,
    rows.map(({ id }) => id),
  )
  return rows.map((row) =>
    Danger.parse({
      ...row,
      overdueDays: overdueDays(row.nextInspectionOn, today),
      inspections: inspections.get(row.id) ?? [],
    }),
  )
}

/** Dangers that are still there, the longest overdue first; repaired ones last when asked for. */
export async function listDangers(
  db: Db,
  range: Range,
  { withRepaired, today }: Pick<DangerSearch, 'withRepaired'> & { today: Day },
): Promise<Danger[]> {
  let query = db
    .selectFrom('facilities_dangers as d')
    .innerJoin('areas as a', 'a.id', 'd.area_id')
    .select(columns)
    .where('d.area_lft', '>=', range.lft)
    .where('d.area_lft', '<=', range.rgt)
  if (!withRepaired) query = query.where('d.repaired_on', 'is', null)
  const rows = await query
    .orderBy('d.next_inspection_on', (order) => order.asc().nullsLast())
    .orderBy('d.found_on')
    .limit(1000)
    .execute()
  return withInspections(db, rows, today)
}

/** A dangerous place within the range, with its inspections; the days it is late by are counted to `today`. */
export async function findDanger(db: Db, id: string, range: Range, today: Day): Promise<Danger | undefined> {
  const rows = await db
    .selectFrom('facilities_dangers as d')
    .innerJoin('areas as a', 'a.id', 'd.area_id')
    .select(columns)
    .where('d.id', '=', id)
    .where('d.area_lft', '>=', range.lft)
    .where('d.area_lft', '<=', range.rgt)
    .execute()
  const [danger] = await withInspections(db, rows, today)
  return danger
}

async function listInspections(db: Db, dangerIds: readonly string[]): Promise<Map<string, Inspection[]>> {
  if (dangerIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('facilities_inspections as i')
    .leftJoin('accounts_people as p', 'p.id', 'i.recorded_by')
    .select(['i.danger_id', 'i.id', 'i.inspected_on as inspectedOn', 'i.repair', 'i.note'])
    .select(['i.next_inspection_on as nextInspectionOn', 'p.full_name as recordedByName'])
    .where('i.danger_id', 'in', dangerIds)
    .orderBy('i.inspected_on', 'desc')
    .execute()
  const byDanger = Map.groupBy(rows, (row) => row.danger_id)
  return new Map([...byDanger].map(([id, list]) => [id, list.map((row) => Inspection.parse(row))]))
}

/** Nothing is repaired yet; the first inspection has its day. */
export async function insertDanger(
  tx: Tx,
  danger: AddDanger & { areaLft: number },
  by: string,
): Promise<void> {
  await tx
    .insertInto('facilities_dangers')
    .values({
      id: danger.id,
      area_id: danger.areaId,
      area_lft: danger.areaLft,
      kind: danger.kind,
      name: danger.name,
      near: danger.near,
      found_on: danger.foundOn,
      responsible: danger.responsible,
      note: danger.note,
      repair: 'none',
      next_inspection_on: danger.nextInspectionOn,
      recorded_by: by,
    })
    .execute()
}

/** Holds the danger until the transaction ends: two inspections at once are recorded one after the other. */
export async function lockDanger(tx: Tx, id: string): Promise<{ areaLft: number } | undefined> {
  return tx
    .selectFrom('facilities_dangers')
    .select('area_lft as areaLft')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

export async function insertInspection(
  tx: Tx,
  inspection: RecordInspection & { dangerId: string; areaLft: number },
  by: string,
): Promise<void> {
  await tx
    .insertInto('facilities_inspections')
    .values({
      danger_id: inspection.dangerId,
      id: inspection.id,
      area_lft: inspection.areaLft,
      inspected_on: inspection.inspectedOn,
      repair: inspection.repair,
      next_inspection_on: inspection.nextInspectionOn,
      note: inspection.note,
      recorded_by: by,
    })
    .execute()
}

export type DangerState = {
  repair: Repair
  repairedOn: Day | null
  lastInspectedOn: Day
  nextInspectionOn: Day | null
}

/** The state as the latest inspection found it. */
export async function updateDanger(tx: Tx, id: string, state: DangerState): Promise<void> {
  await tx
    .updateTable('facilities_dangers')
    .set({
      repair: state.repair,
      repaired_on: state.repairedOn,
      last_inspected_on: state.lastInspectedOn,
      next_inspection_on: state.nextInspectionOn,
    })
    .where('id', '=', id)
    .execute()
}

/** Dangers that are still there, and those whose inspection is late. */
export async function countDangers(
  db: Db,
  range: Range,
  today: Day,
): Promise<{ open: number; overdue: number }> {
  return db
    .selectFrom('facilities_dangers')
    .select((select) => [
      select.fn.countAll<number>().as('open'),
      select.fn.countAll<number>().filterWhere('next_inspection_on', '<', today).as('overdue'),
    ])
    .where('area_lft', '>=', range.lft)
    .where('area_lft', '<=', range.rgt)
    .where('repaired_on', 'is', null)
    .executeTakeFirstOrThrow()
}
