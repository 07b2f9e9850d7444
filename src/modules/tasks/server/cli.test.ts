import { pino } from 'pino'
import { beforeEach, expect, test } from 'vitest'
import { newId } from '#base/id.ts'
import { clockAt } from '#platform/clock.ts'
import { WrongCall } from '#platform/cli/command.ts'
import { testApp, testMoment } from '#test/app.ts'
import { testDatabase, truncateAll } from '#test/database.ts'
import { communePlan, filePlanOf } from '#test/filed-tasks.ts'
import { people } from '#test/people.ts'
import { taskCommands } from './cli.ts'

const database = await testDatabase()
const app = await testApp(database)
const lan = app.as(people.lanOfficerDakHa)

beforeEach(() => truncateAll(database))

/** The code of Đăk Hà (Quyết định 19/2025/QĐ-TTg). */
const area = '23500'

async function run(verb: string, words: string[], options: Record<string, string>) {
  const printed: string[] = []
  const code = await taskCommands
    .find((command) => command.verb === verb)
    ?.run(
      { words, options: { area, ...options } },
      {
        ...{ clock: clockAt(testMoment), log: pino({ level: 'silent' }), note: () => undefined },
        print: (text) => void printed.push(text),
        reading: (range, work) => database.read(work, range),
        writing: (range, work) => database.write(work, range),
      },
    )
  return { code, text: printed.join('\n') }
}

test('lists the work of a place and sets the state of one task, with its history', async () => {
  await filePlanOf(lan, communePlan)
  const { code, text } = await run('list', [], { json: 'true' })
  const [line] = JSON.parse(text)
  expect([code, line.state]).toEqual([0, 'not-started'])
  const set = await run('set', [line.itemId], { state: 'done', done: '2026-06-12', json: 'true' })
  expect(JSON.parse(set.text)).toMatchObject({ state: 'done', doneOn: '2026-06-12', version: 1 })
  expect((await run('list', [], { state: 'done' })).text).toContain(line.itemId)
  const { body } = await lan.get(`/tasks/${line.areaId}/${line.itemId}`)
  expect(body.history).toMatchObject([{ version: 1, after: { state: 'done', doneOn: '2026-06-12' } }])
})

test('refuses as the page does, and calls a wrong call by its name', async () => {
  await filePlanOf(lan, communePlan)
  const [line] = JSON.parse((await run('list', [], { json: 'true' })).text)
  await expect(run('set', [line.itemId], { due: '2026-06-01' })).rejects.toMatchObject({
    code: 'tasks.late-needs-reason',
  })
  await expect(run('set', [newId()], { state: 'done' })).rejects.toMatchObject({ code: 'tasks.not-found' })
  await expect(run('list', [], { area: '00000' })).rejects.toMatchObject({ code: 'tasks.area-not-found' })
  for (const wrong of [{ due: 'mai' }, { state: 'xong' }])
    await expect(run('set', [line.itemId], wrong)).rejects.toBeInstanceOf(WrongCall)
  await expect(run('list', [], { state: 'xong' })).rejects.toBeInstanceOf(WrongCall)
})
