import { beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#base/id.ts'
import type { Route } from '#platform/http/route.ts'
import { Capability } from '#modules/accounts/shared/roles.ts'
import { everyRoute, guardedRoutes } from './every-route.ts'
import { testApp } from './app.ts'
import { testDatabase } from './database.ts'
import { fillKonTrang, type Secrets } from './filled-commune.ts'
import { actorOf, capabilitiesOf, type Person, people, places } from './people.ts'
import { leftOut } from './sample-input.ts'
import * as walk from './walk.ts'

const database = await testDatabase()
const app = await testApp(database)

/** Phúc of Đăk Tô under a second grant: administrator there. */
const phucAdministrator: Person = { ...people.phucOfficerDakTo, grantId: newId(), role: 'administrator' }

/** Routes about what everybody may know: the tree of places. */
const openToAll = /^\/areas\b/

/** Routes about the asker's own account: the password is asked for before anything is looked up. */
const ofTheAsker = /^\/me\/passkeys\b/

/** Values that a contract does not tell of, by the name of the field. */
const values = {
  ...{ bornOn: '2022-03-04', doneOn: '2026-06-10', leftOn: '2026-06-10', day: '2026-06-10' },
  ...{
    period: '2026',
    itemCode: 'IMM-MEASLES',
    code: 'ecd1437:reach-all',
    indicatorCode: 'ecd1437:reach-all',
    // Nobody's number: what the walk writes down itself is no leak when it comes back.
    phone: '0987600999',
    ethnicCode: '14',
  },
  ...{ personalId: '062322760046', fullName: 'Rơ Châm Thiêng Liêng', username: 'ten.moi' },
  columns: 'name',
  // With a place to read on from, the list would be empty for another reason.
  after: leftOut,
}

const { area: dakHa } = await actorOf(database, people.lanOfficerDakHa)
const konTrang = (await actorOf(database, { ...people.yHoaCollaborator, areaId: places.konTrangVillage }))
  .area
let secrets: Secrets = { words: [], ids: [] }
let asked: walk.Asked = { ids: new Map(), values, words: [] }

/** A role that the administrator of Đăk Hà made. */
const ownRole = `own-${newId()}`

beforeAll(async () => {
  const { grantId, id } = phucAdministrator
  await database.owner.query(
    `insert into accounts_grants (id, person_id, role, area_id, area_lft, valid_from)
     select $1, $2, 'administrator', id, lft, '2025-07-01' from areas where id = $3`,
    [grantId, id, places.dakTo],
  )
  await database.owner.query(
    `insert into accounts_roles (key, names, purposes, capabilities, may_grant, kinds, rank, area_id)
     values ($1, '{"vi":"Điều phối Đăk Hà","en":"Điều phối Đăk Hà"}', '{"vi":"x","en":"x"}', '{areas.read}', '{}', '{commune}', 80, $2)`,
    [ownRole, places.dakHa],
  )
  const hasRoute = (method: string, url: string) =>
    everyRoute.some((route) => route.method === method && route.url === url)
  secrets = await fillKonTrang(database, { officer: app.as(people.lanOfficerDakHa), hasRoute })
  const ids = new Map(await walk.idsWithin(database, dakHa))
  ids
    .set('communeId', [places.dakHa])
    .set('areaId', [places.dakHa])
    .set('villageId', [places.konTrangVillage])
    .set('roleKey', [ownRole])
    .set('number', ['1'])
    .set('period', ['2026'])
    .set('id', ids.get('ownId') ?? [])
  const [childId = ''] = ids.get('childId') ?? []
  // The question itself stands in the asker's audit; names would still show a leak.
  secrets.ids = secrets.ids.filter((id) => id !== childId)
  const shown = { ...values, ids: childId }
  asked = { ids, values: shown, words: ['', ...secrets.words] }
})

const mayUse = ({ role }: Person, { needs }: Route) =>
  needs === 'signed-in' || capabilitiesOf(role).includes(Capability.parse(needs))

/** Making the sample commune takes long: only those try who must be refused, and they name the place. */
const isTried = (person: Person, { route, body }: walk.Call) =>
  !(route.url === '/sample' && route.method === 'POST') ||
  (person.areaId !== places.quangNgai && JSON.stringify(body) !== '{}')

/** Asks every route that the person may use for what lies in Kon Trang, and yields whatever is wrong with an answer. */
async function* wrongAnswers(person: Person, hidden: readonly string[]): AsyncGenerator<string> {
  const client = app.as(person)
  for (const route of guardedRoutes.filter((one) => mayUse(person, one))) {
    for (const call of walk.callsFor(route, asked).filter((one) => isTried(person, one))) {
      const reply = await walk.send(client, call)
      const name = `${route.method} ${call.address}: ${reply.status}`
      const leaks = walk.leaksOf(call, reply, hidden)
      if (leaks.length > 0) yield `${name} shows ${leaks.join(', ')}`
      if (reply.status >= 500) yield `${name} ${JSON.stringify(reply.body)}`
      if (reply.body?.code === 'http.invalid') yield `${name} ${JSON.stringify(reply.body.fields)}`
    }
  }
}

async function allOf(answers: AsyncIterable<string>): Promise<string[]> {
  const all: string[] = []
  for await (const answer of answers) all.push(answer)
  return all
}

describe('a person of another place', () => {
  const others: [string, Person, typeof dakHa][] = [
    ['the officer of another commune', people.phucOfficerDakTo, dakHa],
    ['the administrator of another commune', phucAdministrator, dakHa],
    ['the collaborator of another village of the commune', people.yHoaCollaborator, konTrang],
  ]

  test.each(others)(
    '%s finds nothing and changes nothing, whatever is asked',
    async (_, person, area) => {
      const before = await walk.printOf(database, area)
      expect(await allOf(wrongAnswers(person, [...secrets.words, ...secrets.ids]))).toEqual([])
      expect(await walk.printOf(database, area)).toEqual(before)
    },
    300_000,
  )

  test.each(others.slice(0, 2))(
    '%s sees no difference between elsewhere and nowhere',
    async (_, person) => {
      const found: string[] = []
      for (const route of guardedRoutes.filter((one) => mayUse(person, one) && one.url.includes('Id')))
        for (const call of walk.callsFor(route, asked)) {
          if (openToAll.test(call.address) || ofTheAsker.test(call.address)) continue
          const { status, body } = await walk.send(app.as(person), call)
          const isNothing = status === 404 || (status === 200 && walk.isEmpty(body, call))
          if (!isNothing) found.push(`${route.method} ${call.address}: ${status} ${JSON.stringify(body)}`)
        }
      expect(found).toEqual([])
    },
    300_000,
  )
})

describe('a person without rights on children', () => {
  test.each([
    ['a viewer of the province', people.minhViewer],
    ['an administrator of the province', people.adminHung],
  ])(
    '%s gets no name, number or phone of a child',
    async (_, person) => {
      expect(await allOf(wrongAnswers(person, secrets.words))).toEqual([])
    },
    300_000,
  )
})

/** So many answers with a secret show that the walk asks for what is there; going on would make every document. */
const enoughFound = 4

test('the officer of the place finds it: the walk asks for what is there', async () => {
  let found = 0
  for await (const line of wrongAnswers(people.thuProvinceOfficer, secrets.words)) {
    if (line.includes('shows')) found += 1
    if (found === enoughFound) break
  }
  expect(found).toBe(enoughFound)
}, 300_000)

test('whoever looks at one child, by whatever route, stands in the audit of reads', async () => {
  const silent: string[] = []
  const [childId = ''] = secrets.ids
  for (const route of guardedRoutes.filter(({ kind, url }) => kind === 'query' && url.includes(':childId'))) {
    await database.owner.query('truncate accounts_reads')
    const { status } = await app.as(people.lanOfficerDakHa).get(route.url.replace(':childId', childId))
    const { rowCount } = await database.owner.query(
      'select 1 from accounts_reads where $1::uuid = any (child_ids) and person_id = $2',
      [childId, people.lanOfficerDakHa.id],
    )
    if (status === 200 && !rowCount) silent.push(route.url)
  }
  expect(silent).toEqual([])
})
