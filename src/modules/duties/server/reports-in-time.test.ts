import { beforeAll, expect, test } from 'vitest'
import { newId } from '#base/id.ts'
import { testApp } from '#test/app.ts'
import { testDatabase, truncateAll } from '#test/database.ts'
import { people } from '#test/people.ts'

const database = await testDatabase()
const app = await testApp(database)
const lan = app.as(people.lanOfficerDakHa)
const phuc = app.as(people.phucOfficerDakTo)
const thu = app.as(people.thuProvinceOfficer)
/** A leader: sees no children, and so no small numbers of people. */
const minh = app.as(people.minhViewer)

beforeAll(async () => {
  await truncateAll(database)
  await database.owner.query(`update accounts_installation set set_up_at = '2026-03-02T08:00:00+07:00'`)
})

const code = 'ecd1437:six-monthly-report'
const day = (dueOn: string) => ({
  ...{ id: newId(), code: 'ecd-half', level: 'commune', period: '2026-H1', dueOn },
  source: 'Công văn số 812/SYT-BTXH',
})
const sentOn = (sent: string) => ({
  ...{ id: newId(), code: 'ecd-half', period: '2026-H1', sentOn: sent },
  document: 'Báo cáo số 31/BC-UBND',
})
type Figure = { code: string; value: number | null; numerator: number | null; denominator: number | null }
const values = `/indicators/values?period=2026-H1&codes=${code}`
const figureOf = async (by: typeof thu): Promise<Figure> => (await by.get(values)).body.values[0]

test('nothing is said before the letter gives the day, nor of a day before this was in use', async () => {
  expect((await figureOf(thu)).value).toBeNull()
  await thu.put('/duties/days', day('2026-02-20'))
  expect((await figureOf(thu)).value).toBeNull()
})

test('the first sending counts, by its day; a leader sees it however few they are', async () => {
  await thu.put('/duties/days', day('2026-06-12'))
  const { denominator, ...nobody } = await figureOf(thu)
  expect(nobody).toMatchObject({ value: 0, numerator: 0 })
  await lan.post('/duties/sent', sentOn('2026-06-12'))
  await phuc.post('/duties/sent', sentOn('2026-06-13'))
  for (const by of [thu, minh]) expect(await figureOf(by)).toMatchObject({ numerator: 1, denominator })
  expect(await figureOf(lan)).toMatchObject({ value: 100, numerator: 1, denominator: 1 })
  expect(await figureOf(phuc)).toMatchObject({ value: 0, numerator: 0, denominator: 1 })
  expect((await minh.get(`${values}&by=unit`)).body.values).toHaveLength(denominator ?? -1)
})
