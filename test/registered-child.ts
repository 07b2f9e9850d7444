import { newId } from '#base/id.ts'
import { nameSortKey } from '#base/vietnamese-order.ts'
import { fold } from '#base/text.ts'
import type { TestDatabase } from './database.ts'
import { places } from './people.ts'

export type ChildFields = {
  bornOn: string
  bornPrecision?: 'day' | 'month' | 'year'
  communeId?: string
  villageId?: string
  fullName?: string
  sex?: 'male' | 'female'
  ethnicCode?: string | null
  poverty?: 'none' | 'near-poor' | 'poor' | null
  education?: 'none' | 'nursery' | 'kindergarten' | 'primary' | null
  leftOn?: string | null
}

/** A child put straight into the register, for tests of what comes after registering. Returns the id. */
export async function addChild({ owner }: TestDatabase, fields: ChildFields): Promise<string> {
  const { communeId = places.dakHa, villageId, fullName = 'Y Mai', sex = 'female' } = fields
  const { ethnicCode = '14', poverty = 'none', education = 'none', leftOn = null } = fields
  const id = newId()
  await owner.query(
    `insert into children (id, area_lft, commune_id, village_id, full_name, name_folded, name_sort, born_on, sex,
       ethnic_code, poverty, education, left_on, left_reason, born_precision)
     select $1, a.lft, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, case when $12::date is null then null else 'moved' end, $13
     from areas a where a.id = coalesce($3::uuid, $2::uuid)`,
    [
      id,
      communeId,
      villageId ?? null,
      fullName,
      fold(fullName),
      nameSortKey(fullName),
      fields.bornOn,
      sex,
      ethnicCode,
      poverty,
      education,
      leftOn,
      fields.bornPrecision ?? 'day',
    ],
  )
  // As the register does by its hook.
  await owner.query('insert into services_stale (child_id) values ($1)', [id])
  return id
}
