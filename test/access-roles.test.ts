import { beforeAll, expect, test } from 'vitest'
import { newId } from '#base/id.ts'
import type { Route } from '#platform/http/route.ts'
import { standardRoles } from '#modules/accounts/server/standard-roles.ts'
import { Capability } from '#modules/accounts/shared/roles.ts'
import { everyRoute, guardedRoutes } from './every-route.ts'
import { testApp } from './app.ts'
import { testDatabase } from './database.ts'
import { fillByContracts, secretText } from './filled-by-contract.ts'
import { fillKonTrang, type Secrets } from './filled-commune.ts'
import { actorOf, capabilitiesOf, type Person, people, places } from './people.ts'
import { leftOut } from './sample-input.ts'
import * as walk from './walk.ts'

const database = await testDatabase()
const app = await testApp(database)
const { area: dakHa } = await actorOf(database, people.lanOfficerDakHa)

/** Every standard role, held at another commune or one of its villages by Phúc, who has nothing to do with Đăk Hà. */
const elsewhere = standardRoles().roles.map(({ key, kinds }): Person => ({
  ...people.phucOfficerDakTo,
  grantId: newId(),
  role: key,
  areaId: kinds.includes('commune') ? places.dakTo : places.dakRaoVillage,
}))

/** Everything that may be done, at Đăk Hà: by this grant the commune is filled. */
const everything: Person = { ...people.lanOfficerDakHa, grantId: newId(), role: `own-${newId()}` }

/** Nothing can be there to ask for, each for its reason. */
const withoutExample: Record<string, string> = {
  ':passkeyId': 'a key of the own device; the tests have none',
  ':importId': 'a list of facilities comes as a file',
  ':noteId': 'written when a reorganisation is applied, which would take the place away',
  ':mergeId': 'two records made one would be one record less to look for',
}

/** Values that a contract does not tell of, by the name of the field. */
const values = {
  ...{ bornOn: '2022-03-04', doneOn: '2026-06-10', leftOn: '2026-06-10', day: '2026-06-10', period: '2026' },
  ...{ itemCode: 'IMM-MEASLES', indicatorCode: 'ecd1437:reach-all', phone: '0987600123', ethnicCode: '14' },
  ...{ personalId: '062322760046', fullName: 'Rơ Châm Thiêng Liêng', username: 'ten.moi' },
  columns: 'name',
  ...{ weightKg: 11.2, lenheiCm: 89, decidedOn: '2026-06-01', effectiveOn: '2026-07-01' },
  // With a place to read on from, the list would be empty for another reason.
  after: leftOut,
}

let secrets: Secrets = { words: [], ids: [] }
let asked: walk.Asked = { ids: new Map(), values, words: [] }

beforeAll(async () => {
  await database.owner.query(
    `insert into accounts_roles (key, names, purposes, capabilities, may_grant, kinds, rank, area_id)
     values ($1, $2, $2, $3, '{}', '{commune}', 80, $4)`,
    [everything.role, JSON.stringify({ vi: 'Tất cả', en: 'All' }), [...Capability.options], places.dakHa],
  )
  for (const { id, grantId, role, areaId } of [...elsewhere, everything])
    await database.owner.query(
      `insert into accounts_grants (id, person_id, role, area_id, area_lft, valid_from)
       select $1, $2, $3, id, lft, '2025-07-01' from areas where id = $4`,
      [grantId, id, role, areaId],
    )
  secrets = await fillKonTrang(database, { officer: app.as(people.lanOfficerDakHa), hasRoute: () => true })
  const filled = { ...values, fullName: secretText }
  await fillByContracts({ client: app.as(everything), routes: everyRoute, known, values: filled })
  const ids = await known()
  asked = { ids, values: { ...values, ids: ids.get('childId')?.[0] }, words: ['', ...secrets.words] }
}, 240_000)

/** What there is in Đăk Hà to ask for, by the name of the hole in an address or the field of a contract. */
async function known(): Promise<walk.KnownIds> {
  const ids = await walk.idsWithin(database, dakHa)
  // A package is published and has no place of its own in row-level security.
  const versions = await database.owner.query<{ id: string }>('select id from services_package_versions')
  return new Map([
    ...ids,
    ...Object.entries({
      communeId: [places.dakHa],
      areaId: [places.dakHa],
      villageId: [places.konTrangVillage],
      fromIds: [places.konTrangVillage],
      toId: [places.dakMeVillage],
      roleKey: [everything.role],
      code: ['23500'],
      token: ['khong-co'],
      key: ['1', 'general'],
      id: ids.get('ownId') ?? [],
      number: ['1'],
      period: ['2026'],
      finding: ['1'],
      versionId: versions.rows.map(({ id }) => id),
    }),
  ])
}

/** Two calls of each route are enough to tell roles apart; test/access.test.ts asks everything of three people. */
const mostCalls = 2

/** Making the sample commune takes long, and so does loading the maps that the packages hold. */
const takesLong = ['/sample', '/areas/imports/built-in']

/**
 * Only drawn, and in the pages of a PDF no text is found; drawing takes most of a second. What stands on these papers
 * is asked for as a list too. test/access.test.ts asks for all of them.
 */
const isDrawn = ({ url }: Route) => url.endsWith('/paper')

async function leaksTo(person: Person): Promise<string[]> {
  const client = app.as(person)
  const may = capabilitiesOf(person.role)
  const allowed = guardedRoutes.filter(
    ({ needs }) => needs === 'signed-in' || may.some((one) => one === needs),
  )
  const found: string[] = []
  for (const route of allowed.filter((one) => !takesLong.includes(one.url) && !isDrawn(one)))
    for (const call of walk.callsFor(route, asked).slice(0, mostCalls)) {
      const reply = await walk.send(client, call)
      const leaks = walk.leaksOf(call, reply, [...secrets.words, ...secrets.ids, secretText])
      if (leaks.length > 0) found.push(`${route.method} ${call.address} shows ${leaks.join(', ')}`)
    }
  return found
}

test('every route that asks for something by its id has an example in Đăk Hà', () => {
  const holes = walk.holesWithout(guardedRoutes, asked.ids)
  expect(holes.filter((hole) => !(hole in withoutExample))).toEqual([])
})

test.each(elsewhere.map((person) => [person.role, person] as const))(
  'as %s elsewhere one finds nothing of Đăk Hà, whatever is asked',
  async (_, person) => {
    expect(await leaksTo(person)).toEqual([])
  },
  300_000,
)
