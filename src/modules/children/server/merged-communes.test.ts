import { expect, test } from 'vitest'
import { newId } from '#base/id.ts'
import { testApp } from '#test/app.ts'
import { testDatabase } from '#test/database.ts'
import { people, places } from '#test/people.ts'
import { newCommune, rowsOf, stepsOfCase } from '#test/reorganised-communes.ts'
import { Facts } from '../shared/contract-facts.ts'
import { Moves } from '../shared/contract-moves.ts'

const database = await testDatabase()
const app = await testApp(database)
const lan = app.as(people.lanOfficerDakHa)
const phuc = app.as(people.phucOfficerDakTo)
const thu = app.as(people.thuProvinceOfficer)
const { done, applied } = stepsOfCase(app.as(people.adminHung))

const details = {
  ...{
    villageId: null,
    sex: 'female',
    bornOn: '2022-03-04',
    ethnicCode: '14',
    householdCode: null,
    address: null,
  },
  ...{ poverty: null, disabled: false, specialCircumstance: false, education: null, personalId: null },
  ...{ carers: [], isAnotherChild: true },
}

async function registered(as: typeof lan, communeId: string, fullName: string): Promise<string> {
  const id = newId()
  await done(as.post('/children', { ...details, id, communeId, fullName }))
  return id
}

const offer = (toCommuneId: string) => ({
  ...{ id: newId(), toCommuneId, movedOn: '2026-06-01', residence: 'permanent', note: null },
})

/** Where moves lead and whence, as the rows say. */
async function ways(): Promise<string[]> {
  const { rows } = await database.owner.query<{ way: string }>(
    `select c.full_name || ': ' || m.from_area_id || ' ' || m.to_area_id as way
     from children_moves m join children c on c.id = m.child_id order by c.full_name collate "C"`,
  )
  return rows.map(({ way }) => way)
}

test('open moves and running residences follow a merged commune, and go back when the case is undone', async () => {
  const { rows: others } = await database.owner.query<{ id: string }>(
    `select id from areas where kind = 'commune' and valid_to is null and parent_id = $1 and id <> all ($2) limit 1`,
    [places.quangNgai, [places.dakHa, places.dakTo]],
  )
  const third = others[0]?.id ?? ''
  const goes = await registered(lan, places.dakHa, 'Y Đi')
  const comes = await registered(phuc, places.dakTo, 'Y Đến')
  await done(lan.post(`/children/${goes}/moves`, offer(places.dakTo)))
  await done(phuc.post(`/children/${comes}/moves`, offer(places.dakHa)))
  const home = { kind: 'residence', value: 'permanent', communeId: places.dakTo, fromDay: '2023-01-01' }
  await done(phuc.post(`/children/${comes}/facts`, { ...home, id: newId(), source: 'Sổ hộ khẩu' }))
  const before = await rowsOf(database, ['children_moves', 'children_facts'])

  const merged = newCommune('Xã Đăk Tô Mới', '23999')
  const change = { kind: 'merge' as const, fromIds: [places.dakTo, third], toId: merged.id }
  const caseId = await applied({ newUnits: [merged], changes: [change] })
  expect(await ways()).toEqual([`Y Đi: ${places.dakHa} ${merged.id}`, `Y Đến: ${merged.id} ${places.dakHa}`])
  const facts = Facts.parse((await thu.get(`/children/${comes}/facts`)).body)
  expect(facts.find(({ kind, toDay }) => kind === 'residence' && toDay === null)?.communeId).toBe(merged.id)

  await done(app.as(people.adminHung).post(`/reorganisations/${caseId}/undo`))
  expect(await rowsOf(database, ['children_moves', 'children_facts'])).toEqual(before)
  const waiting = Moves.parse((await phuc.get('/children/moves')).body).find(
    ({ childId }) => childId === goes,
  )
  expect(waiting).toMatchObject({ state: 'sent', incoming: true })
})
