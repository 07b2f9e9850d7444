import type { Day } from '#base/day.ts'
import type { Db, Tx } from '#platform/db/types.ts'
import { Focal, type SetFocal } from '../shared/contract.ts'

/** Who leads and led the work for children in a place, the latest first. */
export async function listFocal(db: Db, areaId: string): Promise<Focal[]> {
  const rows = await db
    .selectFrom('organisations_focal as f')
    .innerJoin('organisations as agency', 'agency.id', 'f.agency_id')
    .leftJoin('organisations as desk', 'desk.id', 'f.desk_id')
    .select(['f.id', 'f.area_id as areaId', 'f.agency_id as agencyId', 'agency.name as agencyName'])
    .select(['f.desk_id as deskId', 'desk.name as deskName', 'f.basis'])
    .select(['f.valid_from as validFrom', 'f.valid_to as validTo'])
    .where('f.area_id', '=', areaId)
    .orderBy('f.valid_from', 'desc')
    .execute()
  return rows.map((row) => Focal.parse(row))
}

export async function findFocal(db: Db, id: string) {
  return db
    .selectFrom('organisations_focal')
    .select(['area_id as areaId', 'agency_id as agencyId'])
    .where('id', '=', id)
    .executeTakeFirst()
}

/** Ends those that last beyond the day. */
export async function endFocal(tx: Tx, areaId: string, validTo: Day): Promise<void> {
  await tx
    .updateTable('organisations_focal')
    .set({ valid_to: validTo })
    .where('area_id', '=', areaId)
    .where((where) => where.or([where('valid_to', 'is', null), where('valid_to', '>', validTo)]))
    .execute()
}

export async function insertFocal(tx: Tx, focal: SetFocal & { areaLft: number }, by: string): Promise<void> {
  await tx
    .insertInto('organisations_focal')
    .values({
      id: focal.id,
      area_id: focal.areaId,
      area_lft: focal.areaLft,
      agency_id: focal.agencyId,
      desk_id: focal.deskId,
      valid_from: focal.validFrom,
      basis: focal.basis,
      recorded_by: by,
    })
    .execute()
}
