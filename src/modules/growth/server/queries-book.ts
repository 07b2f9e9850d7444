import { sql } from 'kysely'
import type { Day } from '#base/day.ts'
import type { Db } from '#platform/db/types.ts'
import { BornPrecision } from '#modules/children/shared/contract.ts'
import { Sex } from '../shared/standard.ts'

export type BookChild = {
  id: string
  fullName: string
  bornOn: Day
  bornPrecision: BornPrecision
  sex: Sex
  placeName: string
  carers: { fullName: string; relation: string; phone: string | null }[]
}

/** Who the book is about. Numbers of people are not printed: a paper goes through many hands. */
export async function findBookChild(db: Db, childId: string): Promise<BookChild | undefined> {
  const { rows } = await sql<
    Omit<BookChild, 'sex' | 'bornPrecision'> & { sex: string; bornPrecision: string }
  >`
    select c.id, c.full_name as "fullName", c.born_on as "bornOn", c.born_precision as "bornPrecision", c.sex,
      coalesce(v.name || ', ', '') || a.full_name as "placeName",
      (select coalesce(json_agg(json_build_object('fullName', k.full_name, 'relation', k.relation, 'phone', k.phone)
        order by k.id), '[]') from children_carers k where k.child_id = c.id) as carers
    from children c join areas a on a.id = c.commune_id left join areas v on v.id = c.village_id
    where c.id = ${childId}`.execute(db)
  const [row] = rows
  return row && { ...row, sex: Sex.parse(row.sex), bornPrecision: BornPrecision.parse(row.bornPrecision) }
}
