import type { Db, Range, Tx } from '#platform/db/types.ts'
import { type AddContact, Contact, FacilityImport, type RefusedRow } from '../shared/contract.ts'

/** The numbers of a place and of the places above it, the nearest first: what its poster shows. */
export async function listContacts(db: Db, place: Range): Promise<Contact[]> {
  const rows = await db
    .selectFrom('facilities_contacts as c')
    .innerJoin('areas as a', 'a.id', 'c.area_id')
    .select(['c.id', 'c.area_id as areaId', 'a.name as areaName', 'a.kind as areaKind', 'c.kind', 'c.label'])
    .select(['c.phone', 'c.hours', 'c.note'])
    .where('a.lft', '<=', place.lft)
    .where('a.rgt', '>=', place.rgt)
    .where('c.removed_at', 'is', null)
    .orderBy('a.lft', 'desc')
    .orderBy('c.kind', 'desc')
    .orderBy('c.label')
    .execute()
  return rows.map((row) => Contact.parse(row))
}

/** Removed ones too: sent twice, removing gives the same answer. */
export async function findContact(db: Db, id: string) {
  return db
    .selectFrom('facilities_contacts')
    .select(['id', 'area_id as areaId', 'area_lft as areaLft', 'kind', 'label', 'phone', 'hours', 'note'])
    .select('removed_at as removedAt')
    .where('id', '=', id)
    .executeTakeFirst()
}

export async function insertContact(
  tx: Tx,
  contact: AddContact & { areaLft: number },
  by: string,
): Promise<void> {
  await tx
    .insertInto('facilities_contacts')
    .values({
      id: contact.id,
      area_id: contact.areaId,
      area_lft: contact.areaLft,
      kind: contact.kind,
      label: contact.label,
      phone: contact.phone,
      hours: contact.hours,
      note: contact.note,
      recorded_by: by,
    })
    .execute()
}

export async function setContactRemoved(tx: Tx, id: string, at: Date): Promise<void> {
  await tx
    .updateTable('facilities_contacts')
    .set({ removed_at: at.toISOString() })
    .where('id', '=', id)
    .execute()
}

export async function findImport(db: Db, id: string): Promise<FacilityImport | undefined> {
  const row = await db
    .selectFrom('facilities_imports')
    .select(['id', 'file_name as fileName', 'taken', 'headings', 'refused'])
    .where('id', '=', id)
    .executeTakeFirst()
  return row && FacilityImport.parse(row)
}

type NewImport = Omit<FacilityImport, 'refused'> & {
  refused: readonly RefusedRow[]
  area: { id: string; lft: number }
}

export async function insertImport(tx: Tx, run: NewImport, by: string): Promise<void> {
  await tx
    .insertInto('facilities_imports')
    .values({
      id: run.id,
      area_id: run.area.id,
      area_lft: run.area.lft,
      file_name: run.fileName,
      taken: run.taken,
      headings: JSON.stringify(run.headings),
      refused: JSON.stringify(run.refused),
      recorded_by: by,
    })
    .execute()
}
