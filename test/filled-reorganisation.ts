import { newId } from '#base/id.ts'
import type { TestDatabase } from './database.ts'
import { people, places } from './people.ts'

/** The number of a decision that nobody outside Đăk Hà may read. */
export const secretDecision = '77/QĐ-KIN'

const touched = {
  children: 1,
  unplaced: 0,
  records: 1,
  grants: 0,
  plans: 0,
  unfinishedReports: 0,
  imports: 0,
}
const names = { id: places.konTrangVillage, name: 'Thôn Kon Trang', kind: 'village', code: '' }
const preview = {
  old: [{ ...names, ends: false, touched }],
  new: [{ ...names, name: 'Thôn Kon Trang Mới', isNew: false, children: 1 }],
  ...{ links: [], total: touched },
}
const outcome = {
  ...{ childrenMoved: 1, unplaced: 0, unitsMade: 0, unitsEnded: 0, grantsFollowed: 1, rowsFollowed: 0 },
}

/** An applied case of the commune, put there by hand: reorganising is for the level above. */
export async function fillReorganisation({ owner }: TestDatabase, childId: string): Promise<void> {
  const caseId = newId()
  const change = { kind: 'rename', areaId: places.konTrangVillage, name: 'Thôn Kon Trang Mới' }
  await owner.query(
    `insert into reorganisation_cases (id, area_id, area_lft, decision_number, decided_on, issuer, effective_on, content,
       state, preview, previewed_at, outcome, prepared_by, prepared_at, applied_by, applied_at, applied_order)
     select $1, id, lft, $2, '2026-01-05', 'UBND tỉnh', '2026-02-01', $3, 'applied', $4, now(), $5, $6, now(), $6, now(), 1
     from areas where id = $7`,
    [
      ...[caseId, secretDecision, { newUnits: [], changes: [change] }, preview, outcome],
      ...[people.adminHung.id, places.dakHa],
    ],
  )
  const ofCase = 'select $1::uuid, id, lft from areas where id = $2'
  await owner.query(
    `insert into reorganisation_units (case_id, area_id, area_lft, did, effective_on)
     select c.*, 'renamed', date '2026-02-01' from (${ofCase}) c`,
    [caseId, places.konTrangVillage],
  )
  await owner.query(
    `insert into reorganisation_moves
     select id, $1, area_lft, commune_id, village_id, area_lft, commune_id, village_id, area_lft from children where id = $2`,
    [caseId, childId],
  )
  await owner.query(
    `insert into reorganisation_rows (case_id, from_area_id, area_lft, table_name, row_id, from_lft, to_area_id)
     select c.*, 'plans', gen_random_uuid(), 1, c.id from (${ofCase}) c`,
    [caseId, places.dakHa],
  )
  await owner.query(
    `insert into reorganisation_runs (id, case_id, area_lft, step, state, total, done, asked_by, grant_id, asked_at,
       touched_at, ended_at)
     select gen_random_uuid(), c.*, 'apply', 'done', 1, 1, $3, $4, now(), now(), now() from (
       select $1::uuid, lft from areas where id = $2) c`,
    [caseId, places.dakHa, people.adminHung.id, people.adminHung.grantId],
  )
  await owner.query(
    `insert into reorganisation_results (case_id, area_id, area_lft, period, figures)
     select c.*, '2025', '[{"key":"all","ageYears":3,"due":4711,"got":4711}]' from (${ofCase}) c`,
    [caseId, places.dakHa],
  )
  await owner.query(
    `insert into reorganisation_notes (id, case_id, person_id, grant_id, area_lft, kind, old_name, decision_number,
       effective_on, made_at)
     select gen_random_uuid(), $1, $3, $4, lft, 'waits', 'Xã Đăk Hà', $5, '2026-02-01', now() from areas where id = $2`,
    [caseId, places.dakHa, people.lanOfficerDakHa.id, people.lanOfficerDakHa.grantId, secretDecision],
  )
}
