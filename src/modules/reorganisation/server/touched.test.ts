import { beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#base/id.ts'
import { testApp } from '#test/app.ts'
import { testDatabase, truncateAll } from '#test/database.ts'
import { addPlan } from '#test/filed-plan.ts'
import { fillReport } from '#test/filled-report.ts'
import { people, places } from '#test/people.ts'
import { addChildren, caseOf, newCommune } from '#test/reorganised-communes.ts'

const database = await testDatabase()
const app = await testApp(database)
const admin = app.as(people.adminHung)
const thu = app.as(people.thuProvinceOfficer)

beforeEach(() => truncateAll(database))

const merged = newCommune('Xã Đăk Hà', '23500')
const merge = () =>
  caseOf({
    newUnits: [merged],
    changes: [{ kind: 'merge', fromIds: [places.dakHa, places.dakTo], toId: merged.id }],
  })

async function previewed(input = merge()) {
  await admin.post('/reorganisations', input)
  const { status, body } = await admin.post(`/reorganisations/${input.id}/preview`)
  expect([status, body.title]).toEqual([200, undefined])
  return body
}

describe('a count of the preview', () => {
  test('opens as many lines as it says, page by page', async () => {
    await addChildren(database, places.dakHa, [[places.dakMeVillage, 55]])
    await addPlan(database, places.dakHa)
    const { id, preview } = await previewed()
    const [old] = preview.old.filter((unit: { id: string }) => unit.id === places.dakHa)
    expect(old.touched).toMatchObject({ children: 55, records: 55, plans: 1, facilities: 0, referrals: 0 })

    const of = (list: string, kind: string, more = '') =>
      `/reorganisations/${id}/${list}?kind=${kind}&areaId=${places.dakHa}${more}`
    const first = (await thu.get(of('touched-children', 'children'))).body
    expect([first.lines.length, first.next]).toEqual([50, 50])
    const second = (await thu.get(of('touched-children', 'children', '&offset=50'))).body
    expect([second.lines.length, second.next]).toEqual([5, null])
    expect(first.lines[0]).toMatchObject({ url: `/children/${first.lines[0].id}` })
    expect((await thu.get(of('touched-children', 'records'))).body.lines[0].detail).toBe('1')
    expect((await thu.get(of('touched-children', 'referrals'))).body.lines).toEqual([])

    const plans = (await admin.get(of('touched', 'plans'))).body.lines
    expect(plans).toMatchObject([{ title: 'Chăm sóc trẻ em', detail: 'KH-UBND' }])
    const grants = (await admin.get(of('touched', 'grants'))).body.lines
    expect(grants).toHaveLength(old.touched.grants)
    expect(grants.map(({ title }: { title: string }) => title)).toContain('Phạm Thị Lan')
    for (const kind of ['facilities', 'unfinishedReports', 'imports'])
      expect((await admin.get(of('touched', kind))).body).toEqual({ lines: [], next: null })
    // Without a unit: of all of them.
    expect((await admin.get(`/reorganisations/${id}/touched?kind=plans`)).body.lines).toHaveLength(1)
  })

  test('opens no child for who may see none, nothing for others, nothing of a unit outside the case', async () => {
    await addChildren(database, places.dakHa, [[places.dakMeVillage, 2]])
    const { id } = await previewed()
    const children = `/reorganisations/${id}/touched-children?kind=children`
    expect((await admin.get(children)).status).toBe(403)
    expect((await app.as(people.lanOfficerDakHa).get(children)).status).toBe(404)
    expect(
      (await app.as(people.lanOfficerDakHa).get(`/reorganisations/${id}/touched?kind=grants`)).status,
    ).toBe(403)
    expect((await admin.get(`/reorganisations/${id}/touched?kind=children`)).status).toBe(422)
    const outside = `/reorganisations/${id}/touched?kind=plans&areaId=${places.quangNgai}`
    expect((await admin.get(outside)).status).toBe(404)
  })
})

describe('a finished report', () => {
  test('of a commune that was merged is read by who follows it, and by the commune again when it is undone', async () => {
    await addChildren(database, places.dakHa, [[places.dakMeVillage, 3]])
    const plan = await addPlan(database, places.dakHa)
    await fillReport(database, app.as(people.lanOfficerDakHa), plan)
    const { rows } = await database.owner.query('select id, state, area_id from reports')
    expect(rows).toMatchObject([{ state: 'sent', area_id: places.dakHa }])
    const url = `/reports/${rows[0].id}`

    const { id } = await previewed()
    await admin.post(`/reorganisations/${id}/apply`)
    // Phúc's place was Đăk Tô; his grant has followed into the new commune.
    const phuc = app.as(people.phucOfficerDakTo)
    expect((await phuc.get(url)).body).toMatchObject({ id: rows[0].id })
    expect((await phuc.get('/reports')).status).toBe(200)
    const after = await database.owner.query('select area_id, area_lft from reports')
    expect(after.rows[0].area_id).toBe(places.dakHa)

    expect((await admin.post(`/reorganisations/${id}/undo`)).body.state).toBe('undone')
    const back = await database.owner.query(
      'select r.area_lft = a.lft as right from reports r join areas a on a.id = r.area_id',
    )
    expect(back.rows).toEqual([{ right: true }])
    expect((await app.as(people.thuProvinceOfficer).get(url)).status).toBe(200)
  })

  test('of the new unit keeps the case from being undone; the refusal says what to do instead', async () => {
    const { id } = await previewed()
    await admin.post(`/reorganisations/${id}/apply`)
    const planId = await addPlan(database, merged.id)
    const made = await thu.post('/reports', { id: newId(), planId, period: '2026-H1', areaId: merged.id })
    expect(made.status).toBe(200)
    await database.owner.query(`update reports set state = 'sent'`)
    const { status, body } = await admin.post(`/reorganisations/${id}/undo`)
    expect([status, body.code]).toEqual([409, 'reorganisation.new-unit-reported'])
    expect(body.title + (body.detail ?? '')).toContain(
      'Hãy lập một hồ sơ sắp xếp mới để chia Xã Đăk Hà trở lại',
    )
  })
})
