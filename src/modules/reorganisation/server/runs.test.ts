import { beforeAll, describe, expect, test } from 'vitest'
import { clockAt } from '#platform/clock.ts'
import { everywhere } from '#platform/db/types.ts'
import { testApp, testMoment } from '#test/app.ts'
import { testDatabase } from '#test/database.ts'
import { people, places } from '#test/people.ts'
import { addChildren, caseOf, newCommune, rowsOf } from '#test/reorganised-communes.ts'
import { runCase, type Scopes } from './run-case.ts'

const database = await testDatabase()
const app = await testApp(database)
const admin = app.as(people.adminHung)

/** More than are moved while a person waits. */
const children = 2_050

const merged = newCommune('Xã Đăk Hà', '23500')
const input = caseOf({
  newUnits: [merged],
  changes: [{ kind: 'merge', fromIds: [places.dakHa, places.dakTo], toId: merged.id }],
})

const scopes: Scopes = {
  clock: clockAt(testMoment),
  writing: (within, work) => database.write(work, within),
}

async function found() {
  return (await admin.get(`/reorganisations/${input.id}`)).body
}

async function ask(step: 'apply' | 'undo', client = admin) {
  const { status, body } = await client.post(`/reorganisations/${input.id}/${step}`)
  expect([status, body.title]).toEqual([200, undefined])
  return body
}

/** The queue's own tables are the jobs' concern: the run is taken up here. */
async function takeUp(by: Scopes = scopes): Promise<void> {
  await runCase(by, { runId: (await found()).run.id, range: everywhere })
}

const following = ['areas', 'areas_parents', 'children', 'children_carers', 'accounts_grants']

beforeAll(async () => {
  await addChildren(database, places.dakHa, [[places.dakMeVillage, children]])
  await admin.post('/reorganisations', input)
  await admin.post(`/reorganisations/${input.id}/preview`)
})

describe('a large case', () => {
  test('is asked for once, and not changed while it is under way', async () => {
    const { run, state, version, decision, content } = await ask('apply')
    expect({ run, state }).toMatchObject({
      state: 'previewed',
      run: { step: 'apply', state: 'waiting', total: children, done: 0 },
    })
    expect((await ask('apply')).run.id).toBe(run.id)
    const edited = await admin.put(`/reorganisations/${input.id}`, { decision, content, version })
    expect([edited.status, edited.body.code]).toEqual([409, 'reorganisation.under-way'])
    const { rows } = await database.owner.query(`select data from jobs.job where name = 'reorganisation.run'`)
    expect(rows).toMatchObject([{ data: { runId: run.id } }])
  })

  test('killed on its way leaves nothing; begun again it is whole, and shows how far it is', async () => {
    const before = await rowsOf(database, following)
    const seen: number[] = []
    let calls = 0
    const killed: Scopes = {
      ...scopes,
      writing: async (within, work) => {
        calls += 1
        // Begun, the work itself, then the first word of how far it is.
        if (calls === 3) throw new Error('killed')
        return scopes.writing(within, work)
      },
    }
    await expect(takeUp(killed)).rejects.toThrow('killed')
    expect(await rowsOf(database, following)).toEqual(before)
    expect((await found()).run).toMatchObject({ state: 'running', done: 0 })

    await takeUp({
      ...scopes,
      writing: async (within, work) => {
        const result = await scopes.writing(within, work)
        seen.push((await found()).run.done)
        return result
      },
    })
    expect(seen).toContain(2_000)
    expect(await found()).toMatchObject({
      state: 'applied',
      run: { state: 'done', done: children, refusal: null },
      outcome: { childrenMoved: children },
    })
    await takeUp()
    expect((await found()).run.state).toBe('done')
  })

  test('is audited as work of who asked for it', async () => {
    const { rows } = await database.owner.query(
      `select action, person_id from accounts_audit where subject_id = $1 and action ~ 'run-asked|applied' order by action`,
      [input.id],
    )
    expect(rows).toEqual([
      { action: 'reorganisation.applied', person_id: people.adminHung.id },
      { action: 'reorganisation.run-asked', person_id: people.adminHung.id },
    ])
  })

  test('is not taken up for somebody whose grant has ended; the reason stands on the case', async () => {
    await ask('undo')
    const ended = (day: string | null) =>
      database.owner.query('update accounts_grants set valid_to = $1 where id = $2', [
        day,
        people.adminHung.grantId,
      ])
    await ended('2026-06-14')
    const runId = await database.owner.query(`select id from reorganisation_runs where state = 'waiting'`)
    await runCase(scopes, { runId: runId.rows[0].id, range: everywhere })
    await ended(null)
    expect(await found()).toMatchObject({
      state: 'applied',
      run: { state: 'failed', refusal: { code: 'reorganisation.grant-ended' } },
    })
  })

  test('that gave no sign of life for minutes is asked for again, and undone', async () => {
    const lost = (await ask('undo')).run.id
    await database.owner.query(`update reorganisation_runs set touched_at = $1 where id = $2`, [
      '2026-06-15T08:50:00+07:00',
      lost,
    ])
    const { run } = await ask('undo')
    expect(run.id).not.toBe(lost)
    const { rows } = await database.owner.query(
      'select state, refusal from reorganisation_runs where id = $1',
      [lost],
    )
    expect(rows).toMatchObject([{ state: 'failed', refusal: { code: 'reorganisation.run-lost' } }])
    await takeUp()
    expect(await found()).toMatchObject({ state: 'undone', run: { state: 'done', step: 'undo' } })
    const { rows: back } = await database.owner.query(
      'select commune_id, count(*)::int as count from children group by 1',
    )
    expect(back).toEqual([{ commune_id: places.dakHa, count: children }])
  })
})
