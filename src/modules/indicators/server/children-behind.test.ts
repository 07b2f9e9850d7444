import { beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#base/id.ts'
import { clockAt } from '#platform/clock.ts'
import { testApp } from '#test/app.ts'
import { testDatabase, truncateAll } from '#test/database.ts'
import { drainServices, fiveChildren } from '#test/five-children.ts'
import { people, places } from '#test/people.ts'
import type { Reason } from '../shared/contract.ts'
import { indicatorEdition } from './definitions.ts'

const database = await testDatabase()
const app = await testApp(database, { clock: clockAt('2026-11-22T09:00:00+07:00') })
const lan = app.as(people.lanOfficerDakHa)
const thu = app.as(people.thuProvinceOfficer)
const yHoa = app.as(people.yHoaCollaborator)
const minh = app.as(people.minhViewer)

beforeEach(() => truncateAll(database))

const formulas = indicatorEdition().definitions.flatMap(({ code, formula }) =>
  formula ? [{ code, formula }] : [],
)
const codesOf = (kinds: string[]) =>
  new Set(formulas.filter(({ formula }) => kinds.includes(formula.kind)).map(({ code }) => code))
const ofUnits = codesOf(['units'])
const notShares = codesOf(['ratio', 'count'])

const register = () => fiveChildren(database, thu)

describe('the children behind a number', () => {
  test('are those who are not reached, each with what is missing', async () => {
    const { mai } = await register()
    const url = '/indicators/children?code=ecd1437:reach-protection&period=2026-H2'
    const { status, body } = await lan.get(url)
    expect(status).toBe(200)
    expect(body.counts).toEqual({ missing: 1, reached: 1 })
    expect(body.children).toEqual([
      expect.objectContaining({
        childId: mai,
        fullName: 'Y Mai',
        reached: false,
        villageName: 'Thôn Đăk Mế',
        reasons: [
          expect.objectContaining({ itemCode: 'BIRTH-REG', domain: 'protection', until: '2026-09-30' }),
        ],
      }),
    ])
    const reads = await database.owner.query('select child_ids from accounts_reads order by at desc limit 1')
    expect(reads.rows).toEqual([{ child_ids: [mai] }])
  })

  test('are as many as the number says, whatever the indicator and the group', async () => {
    await register()
    for (const by of ['sex', 'unit', 'poverty']) {
      const { body } = await lan.get(`/indicators/values?period=2026-H2&by=${by}`)
      const ofChildren = body.values.filter((one: { code: string }) => !ofUnits.has(one.code))
      for (const { code, numerator, denominator, group } of ofChildren) {
        const asked = `code=${code}&period=2026-H2&which=all&by=${by}&key=${group.key}`
        const behind = await lan.get(`/indicators/children?${asked}`)
        const { children, counts } = behind.body
        expect([code, counts.reached]).toEqual([code, numerator])
        // A plain number and a rate of two sets have nobody who falls short.
        if (notShares.has(code)) continue
        expect([code, children.length]).toEqual([code, denominator])
        for (const child of children) expect([code, child.reasons.length > 0]).toEqual([code, !child.reached])
      }
    }
  })

  test('come in pages by name, none twice and none left out', async () => {
    await register()
    const seen: string[] = []
    let after = ''
    for (let page = 0; page < 9 && (page === 0 || after); page += 1) {
      const asked = `code=ecd1437:reach-all&period=2026-H2&which=all&limit=1${after ? `&after=${after}` : ''}`
      const { body } = await lan.get(`/indicators/children?${asked}`)
      seen.push(...body.children.map((child: { fullName: string }) => child.fullName))
      after = body.next ?? ''
    }
    expect(seen).toEqual(['A An', 'A Bảo', 'Y Hoa', 'Y Mai'])
  })

  test('are not for a viewer, nor for another place', async () => {
    await register()
    const asked = 'code=ecd1437:reach-all'
    expect((await minh.get(`/indicators/children?${asked}`)).status).toBe(403)
    const other = await yHoa.get(`/indicators/children?${asked}&areaId=${places.konTrangVillage}`)
    expect(other.status).toBe(404)
    const phuc = await app.as(people.phucOfficerDakTo).get(`/indicators/children?${asked}&which=all`)
    expect(phuc.body.children).toHaveLength(1)
  })

  test.each([
    ['code=qd23:nothing', 404],
    ['code=qd23:10', 422],
    ['code=qd23:21', 422],
    ['code=ecd1437:reach-all&by=sex', 422],
    ['code=BAD', 422],
  ])('%s is refused', async (asked, status) => {
    expect((await lan.get(`/indicators/children?${asked}`)).status).toBe(status)
  })
})

test('a refused service is named as refused, not as still to be given', async () => {
  const { mai } = await register()
  const refusal = { itemCode: 'BIRTH-REG', doneOn: '2026-09-01', answer: 'refused', note: 'Đi vắng' }
  await thu.post('/services/records', { id: newId(), childId: mai, ...refusal })
  const { body } = await lan.get('/indicators/children?code=ecd1437:reach-protection&period=2026-H2')
  expect(body.children[0].reasons).toEqual([
    expect.objectContaining({ itemCode: 'BIRTH-REG', declined: true }),
  ])
})

/** A service that Đăk Hà adds by its own decision, in force on the day of the tests. */
async function approveOwnPackage(): Promise<string> {
  const item = {
    ...{ number: null, domain: 'protection', name: { vi: 'Thăm trẻ sơ sinh tại nhà', en: '' } },
    ...{ audience: 'child', fromDays: 0, toDays: 60, catchUpToDays: null, mandatory: true, conditions: [] },
    ...{ rhythm: { kind: 'once' }, providers: ['village'], source: 'Nghị quyết của HĐND xã' },
  }
  const made = await lan.post('/services/package-versions', { id: newId(), name: 'Gói của xã' })
  const url = `/services/package-versions/${made.body.id}`
  const { version, name } = made.body
  const { body } = await lan.put(url, { version, name, changes: [{ kind: 'add', item }] })
  const decision = { decisionNumber: '12/QĐ-UBND', decidedOn: '2026-11-20', inForceFrom: '2026-11-22' }
  const approval = await lan.post(`${url}/approval`, { version: body.version, ...decision })
  expect([approval.status, approval.body.code]).toEqual([200, undefined])
  await drainServices(database, '2026-11-22')
  return `DP-${body.changes[0].item.number}`
}

test('the package that a commune approved gives the reasons there, and nowhere else', async () => {
  const { hoa, mai } = await register()
  const code = await approveOwnPackage()
  const url = '/indicators/children?code=ecd1437:reach-protection&period=2026-H2'
  const { body } = await lan.get(url)
  const codes = body.children.map(({ childId, reasons }: { childId: string; reasons: Reason[] }) => [
    childId,
    reasons.map((reason) => (reason.kind === 'service' ? reason.itemCode : reason.kind)).toSorted(),
  ])
  expect(new Map(codes)).toEqual(
    new Map([
      [hoa, [code]],
      [mai, ['BIRTH-REG', code]],
    ]),
  )
  expect(body.children[0].reasons).toContainEqual(
    expect.objectContaining({
      itemCode: code,
      name: expect.objectContaining({ vi: 'Thăm trẻ sơ sinh tại nhà' }),
    }),
  )
  expect((await app.as(people.phucOfficerDakTo).get(url)).body.counts).toEqual({ missing: 0, reached: 1 })
  const version = async (officer: typeof lan) => (await officer.get('/indicators/board')).body.packageVersion
  expect(await version(lan)).toBe('2026-11 + 12/QĐ-UBND')
  expect(await version(app.as(people.phucOfficerDakTo))).toBe('2026-11')
})
