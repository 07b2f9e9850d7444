import { beforeEach, describe, expect, test } from 'vitest'
import { addDays, type Day } from '#base/day.ts'
import { newId } from '#base/id.ts'
import { clockAt } from '#platform/clock.ts'
import { readScope, writeScope } from '#platform/db/scope.ts'
import { testApp } from '#test/app.ts'
import { testDatabase, truncateAll } from '#test/database.ts'
import { actorOf, people, places } from '#test/people.ts'
import { addChild } from '#test/registered-child.ts'
import { drainBatch } from './drain.ts'
import { runPreview } from './jobs.ts'
import { recountDifferences } from './recount.ts'
import { keptPeriods } from './status.ts'

const today: Day = '2026-11-22'
const database = await testDatabase()
const app = await testApp(database, { clock: clockAt('2026-11-22T09:00:00+07:00') })
const lan = app.as(people.lanOfficerDakHa)
const thu = app.as(people.thuProvinceOfficer)

beforeEach(() => truncateAll(database))

const milk = {
  kind: 'add',
  item: {
    ...{ number: null, domain: 'nutrition', name: { vi: 'Phát sữa cho trẻ 3-5 tuổi', en: '' } },
    ...{
      audience: 'child',
      fromDays: 1096,
      toDays: 2191,
      catchUpToDays: null,
      mandatory: true,
      conditions: [],
    },
    ...{ rhythm: { kind: 'every', months: 3 }, providers: ['preschool'], source: 'Nghị quyết của HĐND xã' },
  },
}

async function draft(officer = lan, changes: object[] = [milk]) {
  const { body } = await officer.post('/services/package-versions', {
    id: newId(),
    name: 'Gói của xã năm 2026',
  })
  return officer.put(`/services/package-versions/${body.id}`, {
    ...{ version: body.version, name: body.name, changes },
  })
}

const decision = { decisionNumber: '12/QĐ-UBND', decidedOn: '2026-11-20', inForceFrom: today }

async function approve(
  officer: typeof lan,
  { id, version }: { id: string; version: number },
  more: object = {},
) {
  return officer.post(`/services/package-versions/${id}/approval`, { version, ...decision, ...more })
}

async function drain(day = today): Promise<void> {
  while ((await database.write((tx) => drainBatch(tx, day))) === 'more');
}

async function differences(day = today): Promise<unknown[]> {
  const all: unknown[] = []
  for (const communeId of [places.dakHa, places.dakTo])
    for (const period of keptPeriods(day))
      all.push(...(await database.read((db) => recountDifferences(db, { communeId, period, today: day }))))
  return all
}

describe('a commune writes its own package', () => {
  test('draft, decision, and from its day on the children of the commune are owed the new service', async () => {
    const [here, elsewhere] = await Promise.all([
      addChild(database, { bornOn: '2022-11-01', villageId: places.dakMeVillage }),
      addChild(database, { bornOn: '2022-11-01', communeId: places.dakTo }),
    ])
    await drain()
    const { status, body } = await draft()
    expect(status).toBe(200)
    const code = `DP-${body.changes[0].item.number}`
    const open = async (child: string, officer: typeof lan) =>
      (await officer.get(`/children/${child}/services`)).body.services.filter(
        (one: { itemCode: string }) => one.itemCode === code,
      )
    expect(await open(here, lan)).toEqual([])
    const approved = await approve(lan, body)
    expect(approved.body).toMatchObject({ status: 'approved', decisionNumber: '12/QĐ-UBND' })
    await drain()
    expect(await open(here, lan)).toContainEqual(expect.objectContaining({ state: 'due' }))
    expect(await open(elsewhere, app.as(people.phucOfficerDakTo))).toEqual([])
    const due = await lan.get(`/services/due?itemCode=${code}&withinDays=90`)
    expect(due.body.children.map((one: { childId: string }) => one.childId)).toEqual([here])
    const record = { id: newId(), childId: here, itemCode: code, doneOn: today }
    expect((await lan.post('/services/records', record)).status).toBe(200)
    await drain()
    expect(await open(here, lan)).toContainEqual(expect.objectContaining({ state: 'done' }))
    expect(await differences()).toEqual([])
    const overview = await lan.get('/services/package')
    expect(overview.body.version).toBe('2026-11 + 12/QĐ-UBND')
    expect(overview.body.items.map((one: { code: string }) => one.code)).toContain(code)
  })

  test('a version that begins later changes nothing before its day, and the drain sees the day come', async () => {
    const child = await addChild(database, { bornOn: '2022-11-01' })
    const { body } = await draft()
    await approve(lan, body, { inForceFrom: '2026-12-10' })
    const count = async () => {
      const { rows } = await database.owner.query(
        'select 201 <= any (items) as local from services_open where child_id = $1',
        [child],
      )
      return rows[0]?.local
    }
    for (const [day, local] of [
      [today, false],
      ['2026-12-09', false],
      ['2026-12-10', true],
    ] as const) {
      await drain(day)
      expect(await count()).toBe(local)
      expect(await differences(day)).toEqual([])
    }
  })

  test('rows equal a recount when versions of province and commune begin and end inside a period', async () => {
    for (let index = 0; index < 12; index += 1)
      await addChild(database, {
        bornOn: addDays(today, -index * 230),
        communeId: index % 2 ? places.dakHa : places.dakTo,
      })
    await drain('2026-07-01')
    const commune = await draft(lan)
    await approve(lan, commune.body, { inForceFrom: '2026-08-01', inForceTo: '2026-12-20' })
    const province = await draft(thu, [
      { kind: 'remove', code: 'PLAY' },
      { kind: 'change', code: 'VITA-60', fields: { conditions: [] } },
    ])
    await approve(thu, province.body, { inForceFrom: '2026-09-01', decisionNumber: '99/QĐ-UBND' })
    for (const day of ['2026-07-02', '2026-08-01', '2026-09-01', '2026-12-20', '2026-12-21', '2027-01-05']) {
      await drain(day)
      expect(await differences(day)).toEqual([])
    }
    const { rows } = await database.owner.query(
      `select distinct package_version as version from services_status where period = '2026-H2' order by 1`,
    )
    expect(rows.map(({ version }) => version)).toEqual(['2026-11 + 99/QĐ-UBND'])
  })

  test('a preview counts children from their records', async () => {
    await addChild(database, { bornOn: '2022-11-01' })
    await addChild(database, { bornOn: '2026-01-01' })
    await addChild(database, { bornOn: '2022-11-01', communeId: places.dakTo })
    const { body } = await draft()
    expect((await lan.post(`/services/package-versions/${body.id}/preview`)).body).toEqual({ asked: true })
    const { lft, rgt } = (await actorOf(database, people.lanOfficerDakHa)).area
    await runPreview(
      {
        clock: clockAt('2026-11-22T09:00:00+07:00'),
        reading: (range, work) => readScope(database.pool, range, work),
        writing: (range, work) => writeScope(database.pool, range, work),
      },
      { versionId: body.id, version: body.version, lft, rgt },
    )
    const opened = await lan.get(`/services/package-versions/${body.id}`)
    const code = `DP-${body.changes[0].item.number}`
    expect(opened.body.version.preview).toMatchObject({
      ...{ children: 2, touched: 1 },
      items: [{ code, owedNow: 0, owedThen: 1, openNow: 0, openThen: 1 }],
    })
    expect(opened.body.version.previewVersion).toBe(body.version)
  })

  test('a preview knows what the places of the children are', async () => {
    await addChild(database, { bornOn: '2022-11-01', villageId: places.dakMeVillage })
    await addChild(database, { bornOn: '2022-11-01', villageId: places.konTrangVillage })
    const remote = { id: newId(), areaId: places.dakMeVillage, kind: 'remote', validFrom: '2026-01-01' }
    const nothing = { validTo: null, project: null, donor: null, basis: null, note: null }
    await lan.post('/facilities/features', { ...remote, ...nothing })
    const conditions = [{ anyOf: [{ fact: 'area', is: ['remote'] }] }]
    const { body } = await draft(lan, [{ ...milk, item: { ...milk.item, conditions } }])
    const { lft, rgt } = (await actorOf(database, people.lanOfficerDakHa)).area
    await runPreview(
      {
        clock: clockAt('2026-11-22T09:00:00+07:00'),
        reading: (range, work) => readScope(database.pool, range, work),
        writing: (range, work) => writeScope(database.pool, range, work),
      },
      { versionId: body.id, version: body.version, lft, rgt },
    )
    const opened = await lan.get(`/services/package-versions/${body.id}`)
    expect(opened.body.version.preview).toMatchObject({ children: 2, touched: 1 })
    const unknown = [{ anyOf: [{ fact: 'area', is: ['pilot'] }] }]
    const wrong = await lan.put(`/services/package-versions/${body.id}`, {
      ...{ version: body.version, name: body.name },
      changes: [{ ...milk, item: { ...milk.item, conditions: unknown } }],
    })
    expect(wrong.status).toBe(422)
  })
})

describe('what is refused', () => {
  test('removing what the level above has made mandatory, with its name', async () => {
    const { status, body } = await draft(lan, [{ kind: 'remove', code: 'IMM-MEASLES' }])
    expect([status, body.code]).toEqual([422, 'services.package-mandatory'])
    expect(body.detail ?? body.title).toContain('Sởi mũi 1')
  })

  test('a second draft, a draft changed meanwhile, and any change of what was approved', async () => {
    const { body } = await draft()
    const second = await lan.post('/services/package-versions', { id: newId(), name: 'Bản hai' })
    expect(second.body.code).toBe('services.version-one-draft')
    const stale = await lan.put(`/services/package-versions/${body.id}`, {
      version: 1,
      name: 'Cũ',
      changes: [],
    })
    expect(stale.body.code).toBe('services.version-changed')
    await approve(lan, body)
    const late = await lan.put(`/services/package-versions/${body.id}`, {
      ...{ version: body.version, name: 'Muộn', changes: [] },
    })
    expect(late.body.code).toBe('services.version-approved')
    expect((await lan.del(`/services/package-versions/${body.id}`)).body.code).toBe(
      'services.version-approved',
    )
  })

  test.each([
    ['before the half-year that runs', { inForceFrom: '2026-06-30' }, 'services.version-too-early'],
    ['decided tomorrow', { decidedOn: '2026-11-23' }, 'services.version-decided-later'],
    ['over before it begins', { inForceTo: '2026-11-21' }, 'services.version-days'],
  ])('approval %s', async (_, more, code) => {
    const { body } = await draft()
    expect((await approve(lan, body, more)).body.code).toBe(code)
  })

  test('two versions from the same day', async () => {
    await approve(lan, (await draft()).body)
    const again = await approve(lan, (await draft()).body, { decisionNumber: '13/QĐ-UBND' })
    expect(again.body.code).toBe('services.version-day-taken')
  })

  test('a number that another place was given', async () => {
    const { body } = await draft(lan, [{ ...milk, item: { ...milk.item, number: 250 } }])
    expect(body.code).toBe('services.unknown-item')
  })

  test('writing without the right, for a village, and seeing the draft of another place', async () => {
    const input = { id: newId(), name: 'Gói' }
    const hoa = app.as(people.yHoaCollaborator)
    expect((await hoa.post('/services/package-versions', input)).status).toBe(403)
    const { body } = await draft()
    const phuc = app.as(people.phucOfficerDakTo)
    expect((await phuc.get(`/services/package-versions/${body.id}`)).status).toBe(404)
    expect((await thu.get(`/services/package-versions/${body.id}`)).status).toBe(404)
    expect((await phuc.del(`/services/package-versions/${body.id}`)).status).toBe(404)
    expect((await hoa.get('/services/package-versions')).body).toMatchObject({
      mayHaveOwn: false,
      versions: [],
    })
  })

  test('a draft can be thrown away', async () => {
    const { body } = await draft()
    expect((await lan.del(`/services/package-versions/${body.id}`)).body).toEqual({ id: body.id })
    expect((await lan.get('/services/package-versions')).body.versions).toEqual([])
  })
})
