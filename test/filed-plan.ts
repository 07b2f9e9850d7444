import { newId } from '#base/id.ts'
import type { PlanReading } from '#modules/plans/shared/contract.ts'
import type { TestDatabase } from './database.ts'

/** A filed plan of a place with one target that an indicator follows. Returns its id. */
export async function addPlan({ owner }: TestDatabase, areaId: string, number = '79'): Promise<string> {
  const id = newId()
  await owner.query(
    `insert into plans (id, area_id, area_lft, kind, number, symbol, issued_on, issued_month, issuer, title,
       source_text, reading, filed_by)
     select $1, id, lft, 'plan', $4, 'KH-UBND', '2026-01-10', '2026-01', 'UBND xã Đăk Hà', 'Chăm sóc trẻ em', 'x', $3, $1
     from areas where id = $2`,
    [id, areaId, JSON.stringify(emptyReading), number],
  )
  await owner.query(
    `insert into plans_targets (plan_id, id, area_lft, position, text, measure, comparator, value, unit, year, way,
       indicator_code)
     select id, $2, area_lft, 1, '90% trẻ được tiếp cận', 'trẻ', 'ge', 90, '%', 2026, 'indicator', 'ecd1437:reach-all'
     from plans where id = $1`,
    [id, newId()],
  )
  return id
}

/** A reading in which nothing was found but number and day. */
export const emptyReading: PlanReading = {
  kind: 'plan',
  number: '79',
  symbol: 'KH-UBND',
  date: '2026-01-10',
  place: null,
  issuer: null,
  issuerArea: null,
  title: null,
  period: null,
  bases: [],
  objectives: { general: null, specific: [] },
  targets: [],
  targetGroups: [],
  scope: null,
  tasks: [],
  assignments: [],
  deadlines: [],
  reporting: [],
  funding: [],
  recipients: [],
  signature: null,
  warnings: [],
}
