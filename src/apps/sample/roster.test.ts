import { expect, test } from 'vitest'
import { clockAt } from '#platform/clock.ts'
import { testApp, testMoment } from '#test/app.ts'
import { testDatabase } from '#test/database.ts'
import { people } from '#test/people.ts'
import { rosterImports } from '#test/roster-imports.ts'
import { sampleRoster } from './roster.ts'

const database = await testDatabase()
const app = await testApp(database)
const officer = app.as(people.lanOfficerDakHa)

test('the roster to try with is taken, but for the rows that are wrong on purpose', async () => {
  const imports = await rosterImports(database, officer)
  const bytes = await sampleRoster(clockAt(testMoment).today(), 60)
  const checked = await imports.check(bytes, 'mau.xlsx')
  const refused = await imports.rowsOf(checked.id, 'refused')
  expect(refused).toHaveLength(3)
  await imports.confirm(checked.id)
  expect(await imports.count('children')).toBeGreaterThanOrEqual(55)
})
