import { beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#base/id.ts'
import { writeScope } from '#platform/db/scope.ts'
import { everywhere } from '#platform/db/types.ts'
import { testApp } from '#test/app.ts'
import { testDatabase, truncateAll } from '#test/database.ts'
import { people } from '#test/people.ts'
import { filePlanOf, readPlanFixture } from '#test/plan-filing.ts'
import { loadLibrary } from '#modules/library/server/public.ts'
import { registerOlderPlans } from './library-entries.ts'

const database = await testDatabase()
const app = await testApp(database)
const lan = app.as(people.lanOfficerDakHa)
const thu = app.as(people.thuProvinceOfficer)

beforeEach(async () => {
  await truncateAll(database)
  await writeScope(database.pool, everywhere, loadLibrary)
})

describe('a filed plan in the library', () => {
  test('takes the place of the document that somebody typed for it', async () => {
    const { reading } = await readPlanFixture(lan, 'ward-plan-2019')
    const { number, symbol, date, issuer } = reading
    const typed = {
      ...{ kind: 'plan', number: `${number}/${symbol}`, issuer, issuedOn: date },
      ...{ inForceOn: null, endedOn: null, endedNote: null, title: 'Kế hoạch phát triển toàn diện trẻ em' },
    }
    const id = newId()
    await lan.post('/library', { ...typed, id })
    const filed = await filePlanOf(lan, 'ward-plan-2019')
    const { body } = await lan.get(`/library/${id}`)
    expect([body.planId, body.source]).toEqual([filed.id, 'plan'])
    expect((await lan.get(`/library/${filed.id}`)).status).toBe(404)
    const again = await lan.put(`/library/${id}`, { ...typed, version: body.version })
    expect(again.body.code).toBe('library.of-plan')
  })

  test('is tied to the plan it carries out, and to another one when that is corrected', async () => {
    const above = await filePlanOf(thu, 'province-plan-tables-2026', { confirmedEmpty: ['number'] })
    const plan = await filePlanOf(lan, 'ward-plan-2019')
    const carriedOut = async () =>
      (await lan.get(`/library/${plan.id}`)).body.relations
        .filter(({ kind }: { kind: string }) => kind === 'carries-out')
        .map(({ other }: { other: { id: string } }) => other.id)
    expect(await carriedOut()).toEqual([])
    await lan.put(`/plans/${plan.id}/parent`, { parentId: above.id })
    expect(await carriedOut()).toEqual([above.id])
    await lan.put(`/plans/${plan.id}/parent`, { parentId: null })
    expect(await carriedOut()).toEqual([])
  })

  test('that was filed before there was a library enters it at the next start', async () => {
    const above = await filePlanOf(thu, 'province-plan-tables-2026', { confirmedEmpty: ['number'] })
    const plan = await filePlanOf(lan, 'ward-plan-2019')
    await lan.put(`/plans/${plan.id}/parent`, { parentId: above.id })
    const { body: before } = await lan.get(`/library/${plan.id}`)
    await database.owner.query(`delete from library_documents where source = 'plan'`)
    for (const _again of [1, 2]) await writeScope(database.pool, everywhere, registerOlderPlans)
    const { body } = await lan.get(`/library/${plan.id}`)
    expect(body).toEqual(before)
    expect(body.relations.map(({ kind }: { kind: string }) => kind).toSorted()).toEqual([
      'basis',
      'carries-out',
    ])
  })
})
