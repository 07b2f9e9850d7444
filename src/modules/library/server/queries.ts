import { sql } from 'kysely'
import type { Db, Range, Tx } from '#platform/db/types.ts'
import {
  type AddDocument,
  LibraryDocument,
  LibraryRelation,
  type RelationKind,
  type SearchLibrary,
} from '../shared/contract.ts'
import { searchParts, tokensOf } from '../shared/rules.ts'

const columns = sql`
  d.id, d.area_id as "areaId", d.kind, d.number, d.issued_on as "issuedOn", d.in_force_on as "inForceOn",
  d.ended_on as "endedOn", d.ended_note as "endedNote", d.issuer, d.title, d.source, d.plan_id as "planId",
  exists (select 1 from library_files f where f.document_id = d.id) as "hasFile"`

/** Of the own place, of those below and of those that contain it: what may be read. */
function seen(area: Range) {
  return sql`(d.area_lft between ${area.lft} and ${area.rgt} or (a.lft < ${area.lft} and a.rgt >= ${area.rgt}))`
}

/** Newest first; every word of the search must begin a word of the document. */
export async function searchDocuments(
  db: Db,
  area: Range,
  { text = '', kind }: SearchLibrary,
): Promise<LibraryDocument[]> {
  const parts = searchParts(text).map(
    (part) =>
      sql`and exists (select 1 from library_tokens t where t.document_id = d.id and t.token ^@ ${part})`,
  )
  const { rows } = await sql<LibraryDocument>`
    select ${columns} from library_documents d join areas a on a.id = d.area_id
    where ${seen(area)} ${kind ? sql`and d.kind = ${kind}` : sql``} ${parts.length > 0 ? sql.join(parts, sql` `) : sql``}
    order by d.issued_on desc nulls last, d.number, d.id limit 300`.execute(db)
  return rows.map((row) => LibraryDocument.parse(row))
}

export type FoundDocument = LibraryDocument & { isOwn: boolean; areaLft: number; version: number }

/** Of the own place, of the places above and below, or of the common list. */
export async function findDocument(db: Db, id: string, area: Range): Promise<FoundDocument | undefined> {
  const { rows } = await sql<LibraryDocument & { areaLft: number; version: number }>`
    select ${columns}, d.area_lft as "areaLft", d.version from library_documents d join areas a on a.id = d.area_id
    where d.id = ${id} and ${seen(area)}`.execute(db)
  const [row] = rows
  if (!row) return undefined
  const { areaLft, version } = row
  return {
    ...LibraryDocument.parse(row),
    areaLft,
    version,
    isOwn: areaLft >= area.lft && areaLft <= area.rgt,
  }
}

/** Both ways: `to` an earlier document, `from` a later one that speaks of this one. */
export async function listRelations(db: Db, id: string): Promise<LibraryRelation[]> {
  const { rows } = await sql<LibraryRelation>`
    select r.kind, case when r.from_id = ${id} then 'to' else 'from' end as direction,
      jsonb_build_object('id', d.id, 'kind', d.kind, 'number', d.number, 'title', d.title, 'endedOn', d.ended_on) as other
    from library_relations r
    join library_documents d on d.id = case when r.from_id = ${id} then r.to_id else r.from_id end
    where ${id} in (r.from_id, r.to_id)
    order by direction desc, r.kind, d.issued_on desc nulls last, d.id`.execute(db)
  return rows.map((row) => LibraryRelation.parse(row))
}

export type Citable = {
  id: string
  citedAs: string
  inForceOn: string | null
  endedOn: string | null
  isReplaced: boolean
}

/**
 * Documents that are cited so, plans apart: many communes give the same number in a year. A document is replaced when
 * another one says so that holds by `day`.
 */
export async function findCited(
  db: Db,
  { keys, day }: { keys: readonly string[]; day: string },
): Promise<Citable[]> {
  if (keys.length === 0) return []
  const { rows } = await sql<Citable>`
    select d.id, d.cited_as as "citedAs", d.in_force_on as "inForceOn", d.ended_on as "endedOn",
      exists (select 1 from library_relations r join library_documents later on later.id = r.from_id
        where r.to_id = d.id and r.kind = 'replaces'
          and coalesce(later.in_force_on, later.issued_on, '-infinity') <= ${day}::date) as "isReplaced"
    from library_documents d where d.cited_as = any(${[...keys]}::text[]) and d.kind <> 'plan'
    order by d.area_lft`.execute(db)
  return rows
}

export type NewDocument = AddDocument & {
  areaId: string
  areaLft: number
  citedAs: string | null
  source: LibraryDocument['source']
  planId: string | null
  by: string | null
}

/** A document sent again stays as it is; reference data are brought up to date. */
export async function saveDocument(tx: Tx, document: NewDocument): Promise<void> {
  const { kind, number, issuer, title } = document
  const row = {
    ...{ kind, number, issuer, title, cited_as: document.citedAs, issued_on: document.issuedOn },
    ...{ in_force_on: document.inForceOn, ended_on: document.endedOn, ended_note: document.endedNote },
  }
  await tx
    .insertInto('library_documents')
    .values({
      ...{ id: document.id, area_id: document.areaId, area_lft: document.areaLft, source: document.source },
      ...{ ...row, plan_id: document.planId, added_by: document.by },
    })
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet(row).where('library_documents.source', '=', 'reference'),
    )
    .execute()
  await tx
    .insertInto('library_tokens')
    .values(
      tokensOf(document).map((token) => ({ document_id: document.id, token, area_lft: document.areaLft })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export type NewRelation = { fromId: string; toId: string; kind: RelationKind; areaLft: number }

/** What is there already stays as it is. */
export async function saveRelations(tx: Tx, relations: readonly NewRelation[]): Promise<void> {
  if (relations.length === 0) return
  await tx
    .insertInto('library_relations')
    .values(
      relations.map(({ fromId, toId, kind, areaLft }) => ({
        ...{ from_id: fromId, to_id: toId, kind, area_lft: areaLft },
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** False when it was not there. */
export async function deleteRelation(
  tx: Tx,
  { fromId, toId, kind }: Omit<NewRelation, 'areaLft'>,
): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('library_relations')
    .where('from_id', '=', fromId)
    .where('to_id', '=', toId)
    .where('kind', '=', kind)
    .executeTakeFirst()
  return numDeletedRows === 1n
}
