import { beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#base/id.ts'
import { clockAt } from '#platform/clock.ts'
import { testApp } from '#test/app.ts'
import { testDatabase, truncateAll } from '#test/database.ts'
import { people, places } from '#test/people.ts'
import { addChild } from '#test/registered-child.ts'
import { drainBatch } from './drain.ts'
import { raiseNeeds } from './raise-needs.ts'

const today = '2026-11-22'
const database = await testDatabase()
const app = await testApp(database, { clock: clockAt('2026-11-22T09:00:00+07:00') })
const lan = app.as(people.lanOfficerDakHa)

beforeEach(() => truncateAll(database))

const drain = async () => {
  while ((await database.write((tx) => drainBatch(tx, today))) === 'more');
}

const weigh = (childId: string, measuredOn: string, weightKg: number) => ({
  ...{ id: newId(), childId, measuredOn, weightKg, lenheiCm: null, position: 'lying', oedema: false },
  confirmed: ['weight-dropped'],
})

describe('what another module finds that a child needs', () => {
  test('a line that falls stands on the list of work with its reason, until the next weighing is well', async () => {
    const child = await addChild(database, { bornOn: '2025-11-10', villageId: places.dakMeVillage })
    for (const [day, kg] of [
      ['2026-08-20', 9.2],
      ['2026-10-25', 9.1],
    ] as const)
      expect((await lan.post('/growth/measurements', weigh(child, day, kg))).status).toBe(200)
    await drain()
    const due = await lan.get('/services/due?itemCode=GRO-MAL&withinDays=30')
    expect(due.body.children[0]?.services).toEqual([
      expect.objectContaining({
        itemCode: 'GRO-MAL',
        why: expect.objectContaining({ vi: expect.stringContaining('Không tăng cân') }),
      }),
    ])
    const page = await lan.get(`/children/${child}/services`)
    expect(page.body.services.filter((one: { itemCode: string }) => one.itemCode === 'GRO-MAL')).toEqual([
      expect.objectContaining({ state: 'due', deadline: '2026-11-25' }),
    ])
    await lan.post('/growth/measurements', weigh(child, '2026-11-22', 10.2))
    await drain()
    expect((await lan.get('/services/due?itemCode=GRO-MAL')).body.children).toEqual([])
  })

  test('a record of the service answers it, and it counts in no coverage', async () => {
    const childId = await addChild(database, { bornOn: '2025-01-10' })
    const { rows } = await database.owner.query('select area_lft from children where id = $1', [childId])
    const need = {
      itemCode: 'SAM',
      opensOn: '2026-11-01',
      dueOn: '2026-11-08',
      reason: { vi: 'Phù', en: 'Oedema' },
    }
    const asked = { childId, areaLft: Number(rows[0]?.area_lft), source: 'growth', needs: [need] }
    await database.write((tx) => raiseNeeds(tx, asked))
    await drain()
    const late = await lan.get('/services/due?itemCode=SAM&state=overdue')
    expect(late.body.children.map((one: { childId: string }) => one.childId)).toEqual([childId])
    const { body } = await lan.get(`/children/${childId}/services`)
    const [year] = body.reach
    expect(year).toMatchObject({ period: '2026', reached: false })
    expect(year.missing.map((one: { itemCode: string }) => one.itemCode)).not.toContain('SAM')
    await lan.post('/services/records', { id: newId(), childId, itemCode: 'SAM', doneOn: today })
    await drain()
    expect((await lan.get('/services/due?itemCode=SAM')).body.children).toEqual([])
  })
})

describe('the page of a child', () => {
  test('says why it is not reached, and when late doses can be given', async () => {
    const childId = await addChild(database, { bornOn: '2026-01-15' })
    const { body } = await lan.get(`/children/${childId}/services`)
    const [year] = body.reach
    expect(year.missing).toContainEqual(
      expect.objectContaining({ domain: 'nutrition', itemCode: 'GRO-JUN', to: '2026-06-30' }),
    )
    const penta = body.catchUp.find((one: { itemCode: string }) => one.itemCode === 'IMM-PENTA')
    expect(penta.doses.map(({ dose, on }: { dose: number; on: string }) => [dose, on])).toEqual([
      [1, today],
      [2, '2026-12-20'],
      [3, '2027-01-17'],
    ])
  })

  test('a refusal needs its reason, alone and in a session', async () => {
    const childId = await addChild(database, { bornOn: '2026-02-01' })
    const refused = { id: newId(), childId, itemCode: 'IMM-MEASLES', doneOn: today, answer: 'refused' }
    expect((await lan.post('/services/records', refused)).body.code).toBe('services.reason-needed')
    const session = (note?: string) => ({
      ...{ id: newId(), itemCode: 'IMM-MEASLES', doneOn: today },
      entries: [{ recordId: newId(), childId, answer: 'contraindicated', note }],
    })
    const without = await lan.post('/services/sessions', session())
    expect(without.body.refused).toEqual([expect.objectContaining({ code: 'services.reason-needed' })])
    expect((await lan.post('/services/sessions', session('Đang sốt cao'))).body.recorded).toHaveLength(1)
  })

  test('vitamin A given to a child at high risk in October answers the round of December', async () => {
    const childId = await addChild(database, { bornOn: '2025-01-10' })
    const of = async () =>
      (await lan.get(`/children/${childId}/services`)).body.services.filter(
        (one: { itemCode: string; state: string }) => one.itemCode === 'VITA' && one.state === 'coming',
      )
    expect(await of()).toHaveLength(1)
    const record = { id: newId(), childId, itemCode: 'VITA', doneOn: '2026-10-20' }
    expect((await lan.post('/services/records', record)).status).toBe(200)
    expect(await of()).toEqual([])
  })
})
