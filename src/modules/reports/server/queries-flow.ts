import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Day } from '#base/day.ts'
import type { Db, Tx } from '#platform/db/types.ts'
import { canonicalJson } from '../shared/canonical.ts'
import { ReportContent } from '../shared/content.ts'
import { ReportStep, VersionKind, type Signature, type VersionSummary } from '../shared/contract.ts'

const stepColumns = [
  'id',
  'kind',
  'from_state as fromState',
  'to_state as toState',
  'reason',
  'version',
  'by_name as byName',
  'by_place as byPlace',
  'at',
] as const

/** For a command that is sent again: the answer to it is the step as it was taken. */
export async function findStep(db: Db, reportId: string, id: string): Promise<ReportStep | undefined> {
  const row = await db
    .selectFrom('reports_steps')
    .select(stepColumns)
    .where('report_id', '=', reportId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && ReportStep.parse(row)
}

/** Latest first. */
export async function listSteps(db: Db, reportId: string): Promise<ReportStep[]> {
  const rows = await db
    .selectFrom('reports_steps')
    .select(stepColumns)
    .where('report_id', '=', reportId)
    .orderBy('position', 'desc')
    .limit(200)
    .execute()
  return rows.map((row) => ReportStep.parse(row))
}

type OfReport = { reportId: string; areaLft: number; byId: string }

export async function insertStep(tx: Tx, { reportId, areaLft, byId, ...step }: OfReport & ReportStep) {
  await tx
    .insertInto('reports_steps')
    .values({
      report_id: reportId,
      id: step.id,
      area_lft: areaLft,
      kind: step.kind,
      from_state: step.fromState,
      to_state: step.toState,
      reason: step.reason,
      version: step.version,
      by: byId,
      by_name: step.byName,
      by_place: step.byPlace,
      at: step.at,
    })
    .execute()
}

export type NewVersion = {
  reportId: string
  areaId: string
  areaLft: number
  kind: VersionKind
  content: ReportContent
  signature: Signature | null
  by: { id: string; name: string }
  at: string
}

/** In hex, of the text in UTF-8. */
export function sha256Of(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}

/** Keeps a copy of the content for good. The caller holds the report's row, so that numbers follow one another. */
export async function insertVersion(
  tx: Tx,
  version: NewVersion,
): Promise<{ number: number; sha256: string }> {
  const content = canonicalJson(version.content)
  const { signature } = version
  const row = await tx
    .insertInto('reports_versions')
    .values({
      report_id: version.reportId,
      number: sql<number>`(select coalesce(max(number), 0) + 1 from reports_versions where report_id = ${version.reportId})`,
      area_lft: version.areaLft,
      area_id: version.areaId,
      kind: version.kind,
      content,
      sha256: sha256Of(content),
      at: version.at,
      by: version.by.id,
      by_name: version.by.name,
      document_number: signature?.documentNumber ?? null,
      signed_on: signature?.signedOn ?? null,
      signer_name: signature?.signerName ?? null,
      signer_title: signature?.signerTitle ?? null,
    })
    .returning(['number', 'sha256'])
    .executeTakeFirstOrThrow()
  return row
}

const versionColumns = [
  'number',
  'kind',
  'sha256',
  'at',
  'by_name as byName',
  'document_number as documentNumber',
  'signed_on as signedOn',
  'signer_name as signerName',
  'signer_title as signerTitle',
] as const

type VersionRow = Omit<VersionSummary, 'kind' | 'signature'> & {
  kind: string
  documentNumber: string | null
  signedOn: Day | null
  signerName: string | null
  signerTitle: string | null
}

function toVersion({
  documentNumber,
  signedOn,
  signerName,
  signerTitle,
  ...row
}: VersionRow): VersionSummary {
  const signature =
    documentNumber !== null && signedOn !== null && signerName !== null && signerTitle !== null
      ? { documentNumber, signedOn, signerName, signerTitle }
      : null
  return { ...row, kind: VersionKind.parse(row.kind), signature }
}

/** Without their content, latest first. */
export async function listVersions(db: Db, reportId: string): Promise<VersionSummary[]> {
  const rows = await db
    .selectFrom('reports_versions')
    .select(versionColumns)
    .where('report_id', '=', reportId)
    .orderBy('number', 'desc')
    .execute()
  return rows.map(toVersion)
}

/** One frozen copy; without `number` the latest. */
export async function findVersion(
  db: Db,
  reportId: string,
  number?: number,
): Promise<{ number: number; text: string; sha256: string; content: ReportContent } | undefined> {
  const row = await db
    .selectFrom('reports_versions')
    .select(['number', 'sha256', 'content'])
    .where('report_id', '=', reportId)
    .$if(number !== undefined, (query) => query.where('number', '=', number ?? 0))
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) return undefined
  const { content: text, ...rest } = row
  return { ...rest, text, content: ReportContent.parse(JSON.parse(text)) }
}

/** Whether a document of this unit already has the number in the year of the day. */
export async function isNumberUsed(
  db: Db,
  { areaId, documentNumber, signedOn }: { areaId: string; documentNumber: string; signedOn: Day },
): Promise<boolean> {
  const row = await db
    .selectFrom('reports_versions')
    .select('number')
    .where('area_id', '=', areaId)
    .where('document_number', '=', documentNumber)
    .where(sql<boolean>`extract(year from signed_on) = extract(year from ${signedOn}::date)`)
    .executeTakeFirst()
  return row !== undefined
}
