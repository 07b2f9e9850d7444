import { sql } from 'kysely'
import { z } from 'zod'
import type { Db, Range, Tx } from '#platform/db/types.ts'
import { type ChangeKind, type CorrectDocument, LibraryChange, LibraryKind } from '../shared/contract.ts'
import { tokensOf } from '../shared/rules.ts'

const Candidate = z.object({
  id: z.string(),
  areaId: z.string(),
  planId: z.string().nullable(),
  kind: LibraryKind,
  number: z.string().nullable(),
  citedAs: z.string().nullable(),
  issuer: z.string().nullable(),
  issuedOn: z.string().nullable(),
  title: z.string(),
})
export type Candidate = z.infer<typeof Candidate>

/**
 * Documents of this place and of those that contain it that are cited alike, or that have no number and the same day.
 * Until the transaction ends nobody else asks for the same: of two that add one document the second finds it.
 */
export async function listAlike(
  tx: Tx,
  { citedAs, issuedOn }: { citedAs: string | null; issuedOn: string | null },
  place: Range,
): Promise<Candidate[]> {
  const key = citedAs ?? `none ${issuedOn ?? ''}`
  await sql`select pg_advisory_xact_lock(hashtext('library_documents'), hashtext(${key}))`.execute(tx)
  const { rows } = await sql`
    select d.id, d.area_id as "areaId", d.plan_id as "planId", d.kind, d.number, d.cited_as as "citedAs", d.issuer,
      d.issued_on as "issuedOn", d.title
    from library_documents d join areas a on a.id = d.area_id
    where d.cited_as is not distinct from ${citedAs}
      and (d.cited_as is not null or d.issued_on is not distinct from ${issuedOn}::date)
      and a.lft <= ${place.lft} and a.rgt >= ${place.rgt}
    order by d.area_lft desc, d.id`.execute(tx)
  return z.array(Candidate).parse(rows)
}

type Correction = Omit<CorrectDocument, 'version'> & { id: string; areaLft: number; citedAs: string | null }

/** False when the version is no longer the one that was seen. */
export async function updateDocument(tx: Tx, one: Correction, version: number): Promise<boolean> {
  const { kind, number, issuer, title } = one
  const { numUpdatedRows } = await tx
    .updateTable('library_documents')
    .set({
      ...{ kind, number, issuer, title, cited_as: one.citedAs, issued_on: one.issuedOn },
      ...{ in_force_on: one.inForceOn, ended_on: one.endedOn, ended_note: one.endedNote },
      version: version + 1,
    })
    .where('id', '=', one.id)
    .where('version', '=', version)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) return false
  await tx.deleteFrom('library_tokens').where('document_id', '=', one.id).execute()
  await tx
    .insertInto('library_tokens')
    .values(tokensOf(one).map((token) => ({ document_id: one.id, token, area_lft: one.areaLft })))
    .execute()
  return true
}

/** A document that was typed before becomes the entry of the filed plan that it is. */
export async function adoptPlan(tx: Tx, id: string, planId: string): Promise<void> {
  await tx
    .updateTable('library_documents')
    .set({ plan_id: planId, source: 'plan', version: sql`version + 1` })
    .where('id', '=', id)
    .execute()
}

/** The entry that a filed plan has in the library; undefined for plans filed before they were entered. */
export async function findEntryOfPlan(
  db: Db,
  planId: string,
): Promise<{ id: string; areaLft: number } | undefined> {
  return db
    .selectFrom('library_documents')
    .select(['id', 'area_lft as areaLft'])
    .where('plan_id', '=', planId)
    .executeTakeFirst()
}

const Entry = z.object({
  ...{ id: z.string(), areaLft: z.int(), version: z.int(), kind: LibraryKind, title: z.string() },
  ...{ number: z.string().nullable(), issuer: z.string().nullable(), issuedOn: z.string().nullable() },
  ...{ inForceOn: z.string().nullable(), endedOn: z.string().nullable(), endedNote: z.string().nullable() },
})

/** The whole entry of a filed plan, held until the transaction ends. */
export async function holdEntryOfPlan(tx: Tx, planId: string): Promise<z.infer<typeof Entry> | undefined> {
  const row = await tx
    .selectFrom('library_documents')
    .select(['id', 'area_lft as areaLft', 'version', 'kind', 'title', 'number', 'issuer'])
    .select(['issued_on as issuedOn', 'in_force_on as inForceOn', 'ended_on as endedOn'])
    .select('ended_note as endedNote')
    .where('plan_id', '=', planId)
    .forUpdate()
    .executeTakeFirst()
  return row && Entry.parse(row)
}

type Fields = LibraryChange['before']
type NewChange = {
  documentId: string
  id: string
  areaLft: number
  kind: ChangeKind
  before: Fields
  after: Fields
  by: string
}

export async function insertChange(tx: Tx, change: NewChange): Promise<void> {
  await tx
    .insertInto('library_changes')
    .values({
      ...{ document_id: change.documentId, id: change.id, area_lft: change.areaLft, kind: change.kind },
      ...{ before: JSON.stringify(change.before), after: JSON.stringify(change.after) },
      changed_by: change.by,
    })
    .execute()
}

/** The latest change first. */
export async function listChanges(db: Db, documentId: string): Promise<LibraryChange[]> {
  const rows = await db
    .selectFrom('library_changes as c')
    .leftJoin('accounts_people as person', 'person.id', 'c.changed_by')
    .select(['c.id', 'c.kind', 'c.before', 'c.after', 'c.changed_at as at', 'person.full_name as by'])
    .where('c.document_id', '=', documentId)
    .orderBy('c.changed_at', 'desc')
    .orderBy('c.id', 'desc')
    .limit(200)
    .execute()
  return rows.map((row) => LibraryChange.parse({ ...row, by: row.by ?? '' }))
}
