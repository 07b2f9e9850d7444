import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import type { Day } from '#base/day.ts'
import type { Db, Tx } from '#platform/db/types.ts'
import type { ApprovedVersion } from '../shared/package-book.ts'
import { PackageChange } from '../shared/package-change.ts'
import { PackagePreview, type PackageVersion } from '../shared/package-versions.ts'

const Approved = z.object({
  id: z.string(),
  lft: z.int(),
  rgt: z.int(),
  decisionNumber: z.string(),
  from: z.string(),
  to: z.string().nullable(),
  changes: z.array(PackageChange),
})

/** The approved versions of all places, with the ranges of these. */
export async function listApproved(db: Db): Promise<ApprovedVersion[]> {
  const { rows } = await sql`
    select v.id, a.lft, a.rgt, v.decision_number as "decisionNumber", v.in_force_from as "from",
      v.in_force_to as "to", v.changes
    from services_package_versions v join areas a on a.id = v.area_id where v.status = 'approved'
    order by v.id`.execute(db)
  return z.array(Approved).parse(rows)
}

type VersionRow = Omit<PackageVersion, 'changes' | 'preview' | 'status'> & {
  changes: unknown
  preview: unknown
  status: string
}

const columns = sql`v.id, v.area_id as "areaId", a.name as "areaName", a.kind as "areaKind", a.lft, a.rgt, v.name,
  v.status, v.version, v.changes, v.decision_number as "decisionNumber", v.decided_on as "decidedOn",
  v.in_force_from as "inForceFrom", v.in_force_to as "inForceTo", v.preview,
  v.preview_version as "previewVersion", p.full_name as "approvedByName"`

function toVersion({ changes, preview, status, ...row }: VersionRow): PackageVersion {
  return {
    ...row,
    status: status === 'approved' ? 'approved' : 'draft',
    changes: z.array(PackageChange).parse(changes),
    preview: PackagePreview.nullable().parse(preview),
  }
}

async function versionsWhere(db: Db, where: RawBuilder<unknown>): Promise<PackageVersion[]> {
  const { rows } = await sql<VersionRow>`
    select ${columns} from services_package_versions v join areas a on a.id = v.area_id
    left join accounts_people p on p.id = v.approved_by
    where ${where} order by v.status desc, v.in_force_from desc nulls first, v.id`.execute(db)
  return rows.map(toVersion)
}

/** What holds in a place or below it: drafts of the place itself only, approved versions around and within it too. */
export async function listVersions(
  db: Db,
  place: { areaId: string; lft: number; rgt: number },
): Promise<PackageVersion[]> {
  const { areaId, lft, rgt } = place
  return versionsWhere(
    db,
    sql`v.area_id = ${areaId} or v.status = 'approved'
      and (a.lft <= ${lft} and a.rgt >= ${rgt} or a.lft between ${lft} and ${rgt})`,
  )
}

export async function findVersion(db: Db, id: string): Promise<PackageVersion | undefined> {
  return (await versionsWhere(db, sql`v.id = ${id}`))[0]
}

export type NewDraft = {
  id: string
  areaId: string
  name: string
  changes: readonly PackageChange[]
  by: string
}

/** It has no days yet: these come with the decision that approves it. */
export async function insertDraft(tx: Tx, { id, areaId, name, changes, by }: NewDraft): Promise<void> {
  await tx
    .insertInto('services_package_versions')
    .values({ id, area_id: areaId, name, changes: JSON.stringify(changes), created_by: by })
    .execute()
}

/** Only the draft that was seen: false when somebody changed or approved it meanwhile. */
export async function updateDraft(
  tx: Tx,
  seen: { id: string; version: number },
  { name, changes }: { name: string; changes: readonly PackageChange[] },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('services_package_versions')
    .set({ name, changes: JSON.stringify(changes), version: seen.version + 1 })
    .where('id', '=', seen.id)
    .where('version', '=', seen.version)
    .where('status', '=', 'draft')
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

/** False when it is gone or approved. */
export async function deleteDraft(tx: Tx, id: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('services_package_versions')
    .where('id', '=', id)
    .where('status', '=', 'draft')
    .executeTakeFirstOrThrow()
  return numDeletedRows > 0n
}

export type Decision = {
  decisionNumber: string
  decidedOn: Day
  inForceFrom: Day
  inForceTo: Day | null
}

/** False when somebody else changed or approved it meanwhile. */
export async function approveDraft(
  tx: Tx,
  seen: { id: string; version: number },
  decision: Decision & { by: string; at: string },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('services_package_versions')
    .set({
      status: 'approved',
      version: seen.version + 1,
      decision_number: decision.decisionNumber,
      decided_on: decision.decidedOn,
      in_force_from: decision.inForceFrom,
      in_force_to: decision.inForceTo,
      approved_by: decision.by,
      approved_at: decision.at,
    })
    .where('id', '=', seen.id)
    .where('version', '=', seen.version)
    .where('status', '=', 'draft')
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

/** One place begins at most one version on a day. */
export async function isDayTaken(db: Db, areaId: string, inForceFrom: Day): Promise<boolean> {
  const row = await db
    .selectFrom('services_package_versions')
    .select('id')
    .where('area_id', '=', areaId)
    .where('status', '=', 'approved')
    .where('in_force_from', '=', inForceFrom)
    .executeTakeFirst()
  return row !== undefined
}

export async function nextLocalNumber(tx: Tx): Promise<number> {
  const { rows } = await sql<{
    number: number
  }>`select nextval('services_local_numbers')::int as number`.execute(tx)
  return rows[0]?.number ?? 0
}

/** What the job counted, for the content it was counted for. */
export async function storePreview(
  tx: Tx,
  { id, version }: { id: string; version: number },
  preview: PackagePreview,
): Promise<void> {
  await tx
    .updateTable('services_package_versions')
    .set({ preview: JSON.stringify(preview), preview_version: version })
    .where('id', '=', id)
    .where('status', '=', 'draft')
    .execute()
}
