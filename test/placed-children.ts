import type { TestDatabase } from './database.ts'
import { places } from './people.ts'
import { addChild } from './registered-child.ts'

const spots = [
  { communeId: places.dakHa },
  { communeId: places.dakHa, villageId: places.dakMeVillage },
  { communeId: places.dakHa, villageId: places.konTrangVillage },
  { communeId: places.dakTo },
  { communeId: places.dakTo, villageId: places.dakRaoVillage },
]

/** Where grants are tried on these children: a province, its two communes and the villages of one. */
export const grantPlaces = [
  places.quangNgai,
  places.dakHa,
  places.dakTo,
  places.dakMeVillage,
  places.konTrangVillage,
]

/** A child at each kind of place of two communes, with the place's number in the tree; for properties of rights. */
export async function addPlacedChildren(database: TestDatabase): Promise<{ id: string; lft: number }[]> {
  return Promise.all(
    spots.map(async (spot, index) => {
      const id = await addChild(database, { bornOn: '2022-05-06', fullName: `Y Thử ${index}`, ...spot })
      const { rows } = await database.owner.query<{ lft: number }>(
        'select area_lft as lft from children where id = $1',
        [id],
      )
      return { id, lft: rows[0]?.lft ?? -1 }
    }),
  )
}
