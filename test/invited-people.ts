import { newId } from '#base/id.ts'
import type { Client } from './app.ts'
import type { TestDatabase } from './database.ts'
import { type Person, people, places } from './people.ts'

/** Lan under a second grant at the commune of Đăk Hà. */
export async function lanAlsoAs(database: TestDatabase, role: string): Promise<Person> {
  const grantId = newId()
  await database.owner.query(
    `insert into accounts_grants (id, person_id, role, area_id, area_lft, valid_from)
     select $1, $2, $3, id, lft, '2025-07-01' from areas where id = $4`,
    [grantId, people.lanOfficerDakHa.id, role, places.dakHa],
  )
  return { ...people.lanOfficerDakHa, grantId, role }
}

/** Lan as administrator of the commune, besides the one of the province. */
export const communeAdministrator = (database: TestDatabase) => lanAlsoAs(database, 'administrator')

/** Someone new: a teacher at Đăk Hà, unless told otherwise. */
export const invited = (fields: object = {}) => ({
  id: newId(),
  fullName: 'Y Blơi',
  username: `y${newId().slice(-10)}`,
  role: 'teacher',
  areaId: places.dakHa,
  ...fields,
})

export const gift = (fields: object = {}) => ({
  id: newId(),
  role: 'teacher',
  areaId: places.dakHa,
  ...fields,
})

export async function newPerson(client: Client, fields: object = {}): Promise<string> {
  const input = invited(fields)
  const { status, body } = await client.post('/people', input)
  if (status !== 200) throw new Error(`${input.role} was not invited: ${status} ${body.code}`)
  return input.id
}
