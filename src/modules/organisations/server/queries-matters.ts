import type { Db, Range, Tx } from '#platform/db/types.ts'
import { Matter, MatterChange, MatterDetails } from '../shared/contract-matters.ts'

/** What a row says beside the words of the matter: whose account the head has, and where the body is. */
export type KeptMatter = Omit<Matter, 'mayWrite'> & { accountId: string | null; areaLft: number }

const Row = Matter.omit({ mayWrite: true })

function matters(db: Db) {
  return db
    .selectFrom('organisations_matters as m')
    .innerJoin('areas as a', 'a.id', 'm.area_id')
    .innerJoin('organisations as o', 'o.id', 'm.organisation_id')
    .innerJoin('organisations_staff as s', 's.id', 'm.staff_id')
    .innerJoin('organisations_posts as p', 'p.id', 'm.post_id')
    .select(['m.id', 'm.version', 'm.area_id as areaId', 'm.area_lft as areaLft', 'a.name as areaName'])
    .select(['o.id as organisationId', 'o.name as organisationName', 's.full_name as fullName', 'p.title'])
    .select(['s.account_id as accountId', 'm.post_id as postId', 'm.kind', 'm.about'])
    .select(['m.subject_key as subjectKey', 'm.subject_url as subjectUrl', 'm.subject'])
    .select(['m.happened_on as happenedOn', 'm.found_on as foundOn', 'm.found_by as foundBy', 'm.finding'])
    .select(['m.answer', 'm.answered_on as answeredOn', 'm.measure', 'm.decision'])
    .select(['m.decided_on as decidedOn', 'm.conclusion', 'm.concluded_on as concludedOn'])
    .select('m.withdrawn_reason as withdrawnReason')
}

type SelectedRow = { accountId: string | null; areaLft: number }

const kept = (row: SelectedRow): KeptMatter => ({
  ...Row.parse(row),
  accountId: row.accountId,
  areaLft: row.areaLft,
})

/** Open ones first, then by the day on which they were found, the latest first. */
export async function listMatters(db: Db, range: Range): Promise<KeptMatter[]> {
  const rows = await matters(db)
    .where('m.area_lft', '>=', range.lft)
    .where('m.area_lft', '<=', range.rgt)
    .orderBy((order) => order('m.concluded_on', 'is not', null).or('m.withdrawn_reason', 'is not', null))
    .orderBy('m.found_on', 'desc')
    .orderBy('m.id')
    .limit(1000)
    .execute()
  return rows.map(kept)
}

export async function findMatter(db: Db, id: string): Promise<KeptMatter | undefined> {
  const row = await matters(db).where('m.id', '=', id).executeTakeFirst()
  return row && kept(row)
}

/** What is written of a matter: its words, and what the server found out of them. */
export type WrittenMatter = MatterDetails & {
  id: string
  areaId: string
  areaLft: number
  organisationId: string
  staffId: string
  subjectUrl: string | null
}

function toRow(matter: WrittenMatter) {
  return {
    area_id: matter.areaId,
    area_lft: matter.areaLft,
    organisation_id: matter.organisationId,
    staff_id: matter.staffId,
    post_id: matter.postId,
    kind: matter.kind,
    about: matter.about,
    subject_key: matter.subjectKey,
    subject_url: matter.subjectUrl,
    subject: matter.subject,
    happened_on: matter.happenedOn,
    found_on: matter.foundOn,
    found_by: matter.foundBy,
    finding: matter.finding,
    answer: matter.answer,
    answered_on: matter.answeredOn,
    measure: matter.measure,
    decision: matter.decision,
    decided_on: matter.decidedOn,
    conclusion: matter.conclusion,
    concluded_on: matter.concludedOn,
    withdrawn_reason: matter.withdrawnReason,
  }
}

export async function insertMatter(tx: Tx, matter: WrittenMatter, by: string): Promise<void> {
  await tx
    .insertInto('organisations_matters')
    .values({ id: matter.id, recorded_by: by, ...toRow(matter) })
    .execute()
}

type Correction = { before: KeptMatter; reason: string | null; by: string }

/** Writes the new wording and keeps the earlier one. False when someone changed the matter in the meantime. */
export async function updateMatter(
  tx: Tx,
  matter: WrittenMatter,
  { before, reason, by }: Correction,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('organisations_matters')
    .set({ ...toRow(matter), version: before.version + 1 })
    .where('id', '=', matter.id)
    .where('version', '=', before.version)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) return false
  await tx
    .insertInto('organisations_matters_changes')
    .values({
      matter_id: matter.id,
      version: before.version,
      area_lft: matter.areaLft,
      before: JSON.stringify(MatterDetails.parse(before)),
      reason,
      changed_by: by,
    })
    .execute()
  return true
}

/** Every earlier wording, the latest first. */
export async function listChanges(db: Db, matterId: string): Promise<MatterChange[]> {
  const rows = await db
    .selectFrom('organisations_matters_changes as c')
    .innerJoin('accounts_people as person', 'person.id', 'c.changed_by')
    .select([
      'c.version',
      'c.changed_at as changedAt',
      'person.full_name as changedBy',
      'c.reason',
      'c.before',
    ])
    .where('c.matter_id', '=', matterId)
    .orderBy('c.version', 'desc')
    .execute()
  return rows.map((row) => MatterChange.parse(row))
}
