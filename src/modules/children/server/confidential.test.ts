import { beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#base/id.ts'
import { testApp } from '#test/app.ts'
import { testDatabase } from '#test/database.ts'
import { type Person, people, places } from '#test/people.ts'

const database = await testDatabase()
const app = await testApp(database)
const lan = app.as(people.lanOfficerDakHa)
const son = app.as(people.sonProtectionDakHa)
const nga = app.as(people.ngaHealthDakHa)

/** The person under a further grant at Đăk Hà, of a role made of these rights. */
async function underOwnRole(person: Person, capabilities: string): Promise<Person> {
  const role = `own-${newId()}`
  const grantId = newId()
  await database.owner.query(
    `insert into accounts_roles (key, names, purposes, capabilities, may_grant, kinds, rank, area_id)
     values ($1, '{"vi":"Riêng","en":"Own"}', '{"vi":"Riêng","en":"Own"}', $2, '{}', '{commune}', 80, $3)`,
    [role, capabilities, places.dakHa],
  )
  await database.owner.query(
    `insert into accounts_grants (id, person_id, role, area_id, area_lft, valid_from)
     select $1, $2, $3, id, lft, '2025-07-01' from areas where id = $4`,
    [grantId, person.id, role, places.dakHa],
  )
  return { ...person, grantId }
}

// Before anybody asks: what a session may do is remembered for five seconds.
const typing = await underOwnRole(people.hoaTeacherDakHa, '{children.read,children.import}')
const onDuty = await underOwnRole(people.minhViewer, '{children.read,children.break-glass}')

const number = '062322760046'
const details = {
  communeId: places.dakHa,
  villageId: places.dakMeVillage,
  fullName: 'Y Thảo',
  bornOn: '2022-03-04',
  sex: 'female',
  ...{ ethnicCode: '14', householdCode: null, address: null, poverty: null, education: null },
  ...{ disabled: false, specialCircumstance: true, carers: [] },
}
const childId = newId()
const url = `/children/${childId}`
const hiv = {
  id: newId(),
  groupNo: 5,
  detail: 'Điều trị tại bệnh viện tỉnh',
  fromDay: '2026-01-05',
  toDay: null,
  source: 'Giấy ra viện',
}
const orphan = {
  id: newId(),
  groupNo: 1,
  detail: null,
  fromDay: '2025-09-01',
  toDay: null,
  source: 'Quyết định 12/QĐ-UBND',
}
const reason = 'Cháu co giật, cần biết bệnh nền để cấp cứu'

beforeAll(async () => {
  const replies = [
    await lan.post('/children', { ...details, id: childId, personalId: number }),
    await son.post(`${url}/circumstances`, hiv),
    await son.post(`${url}/circumstances`, orphan),
  ]
  const refused = replies.find(({ status }) => status !== 200)
  if (refused) throw new Error(`not prepared: ${refused.status} ${refused.body.code}`)
})

const closeOpenings = () => database.owner.query('delete from children_openings')
const groupsSeenBy = async (person: Person) =>
  (await app.as(person).get(`${url}/circumstances`)).body.circumstances.map(
    ({ groupNo }: { groupNo: number }) => groupNo,
  )

describe('the number of a child', () => {
  test('is there for those who may see numbers, and absent for others', async () => {
    for (const person of [people.lanOfficerDakHa, people.ngaHealthDakHa, people.sonProtectionDakHa])
      expect((await app.as(person).get(url)).body.personalId, person.role).toBe(number)
    for (const person of [people.hoaTeacherDakHa, people.yHoaCollaborator]) {
      const { status, body } = await app.as(person).get(url)
      expect([status, 'personalId' in body], person.role).toEqual([200, false])
    }
  })

  test('finds the child only for those who may see numbers', async () => {
    const found = async (person: Person) =>
      (await app.as(person).post('/children/search', { text: number })).body.children.length
    expect([await found(people.lanOfficerDakHa), await found(people.hoaTeacherDakHa)]).toEqual([1, 0])
    expect(await found(people.yHoaCollaborator)).toBe(0)
  })

  test('is no reason for being alike to those who may not see it', async () => {
    const asked = { ...details, personalId: number }
    const reasons = async (person: Person) =>
      (await app.as(person).post('/children/possible-duplicates', asked)).body[0].reasons
    expect(await reasons(people.lanOfficerDakHa)).toContain('same-personal-id')
    expect(await reasons(people.yHoaCollaborator)).not.toContain('same-personal-id')
  })

  test('stays when a collaborator changes the child without seeing it, and cannot be replaced unseen', async () => {
    const collaborator = app.as(people.yHoaCollaborator)
    const { version } = (await collaborator.get(url)).body
    const changed = await collaborator.put(url, { ...details, address: 'Cuối thôn', version })
    expect([changed.status, 'personalId' in changed.body]).toEqual([200, false])
    expect((await lan.get(url)).body).toMatchObject({ personalId: number, address: 'Cuối thôn' })
    const replaced = await collaborator.put(url, {
      ...details,
      personalId: '062322760053',
      version: version + 1,
    })
    expect([replaced.status, replaced.body.code]).toEqual([403, 'children.identity-not-yours'])
  })

  test('stands in the history only for those who may see numbers', async () => {
    const { version } = (await lan.get(url)).body
    await lan.put(url, { ...details, personalId: null, version })
    await lan.put(url, { ...details, personalId: number, version: version + 1 })
    expect(JSON.stringify((await lan.get(`${url}/history`)).body)).toContain(number)
    expect(JSON.stringify((await app.as(people.hoaTeacherDakHa).get(`${url}/history`)).body)).not.toContain(
      number,
    )
  })

  test('is left out of an import that somebody without this right looks at', async () => {
    const id = newId()
    const text = `Họ và tên,Ngày sinh,Giới tính,Số định danh\nY Mơ,05/06/2022,Nữ,${number}\n`
    await lan.upload('/children/imports', { name: 'ds.csv', bytes: Buffer.from(text) }, { id })
    const columns = ['fullName', 'bornOn', 'sex', 'personalId'].map((field, index) => ({
      index,
      heading: field,
      field,
    }))
    await database.owner.query(
      `update children_import_runs set status = 'checked', columns = $2 where id = $1`,
      [id, JSON.stringify(columns)],
    )
    await database.owner.query(
      `insert into children_import_rows (run_id, row_number, area_lft, state, cells, reasons)
       select id, 2, area_lft, 'refused', $2, $3 from children_import_runs where id = $1`,
      [
        id,
        JSON.stringify(['Y Mơ', '05/06/2022', 'Nữ', number]),
        JSON.stringify([{ code: 'personal-id-taken', field: 'personalId', value: number }]),
      ],
    )
    const typist = app.as(typing)
    for (const asked of [`/children/imports/${id}`, `/children/imports/${id}/rows?state=refused`]) {
      const { status, body } = await typist.get(asked)
      expect(status).toBe(200)
      expect(JSON.stringify(body)).not.toMatch(new RegExp(`${number}|personalId"?:`))
    }
    expect((await typist.get(`/children/imports/${id}/rows?state=refused`)).body.rows[0].cells).toEqual([
      'Y Mơ',
      '05/06/2022',
      'Nữ',
    ])
    expect((await lan.get(`/children/imports/${id}/rows?state=refused`)).body.rows[0].cells).toContain(number)
  })
})

describe('confidential circumstances', () => {
  test('are absent for everybody but the protection worker', async () => {
    expect(await groupsSeenBy(people.sonProtectionDakHa)).toEqual([5, 1])
    for (const person of [people.lanOfficerDakHa, people.ngaHealthDakHa, people.yHoaCollaborator])
      expect(await groupsSeenBy(person), person.role).toEqual([1])
  })

  test('are written by the protection worker only; others cannot turn one into another either', async () => {
    const written = await lan.post(`${url}/circumstances`, { ...hiv, id: newId() })
    expect([written.status, written.body.code]).toEqual([403, 'children.confidential-not-yours'])
    const turned = await lan.post(`${url}/circumstances`, { ...orphan, id: hiv.id })
    expect(turned.body.code).toBe('children.confidential-not-yours')
    const order = await lan.post(`${url}/circumstances`, { ...orphan, id: newId(), toDay: '2025-08-31' })
    expect([order.status, order.body.code]).toEqual([422, 'children.circumstance-days'])
  })

  test('sent again stand once, and of a confidential one neither audit nor history say what it is', async () => {
    expect((await son.post(`${url}/circumstances`, hiv)).body.circumstances).toHaveLength(2)
    const { rows } = await database.owner.query<{ after: unknown }>(
      `select after from accounts_audit where action = 'children.confidential-circumstance-recorded'`,
    )
    expect(rows.every(({ after }) => JSON.stringify(after) === '{}')).toBe(true)
    const actions = async (person: Person) =>
      (await app.as(person).get(`${url}/history`)).body.map(({ action }: { action: string }) => action)
    expect(await actions(people.lanOfficerDakHa)).not.toContain('children.confidential-circumstance-recorded')
    expect(await actions(people.sonProtectionDakHa)).toContain('children.confidential-circumstance-recorded')
  })
})

describe('break-glass', () => {
  test('needs the right and a written reason of at least 20 characters', async () => {
    const short = await nga.post(`${url}/openings`, { id: newId(), reason: '   cấp cứu ngay       ' })
    expect([short.status, short.body.fields[0].message]).toEqual([422, 'children.reason-short'])
    for (const person of [people.hoaTeacherDakHa, people.yHoaCollaborator, people.minhViewer])
      expect((await app.as(person).post(`${url}/openings`, { id: newId(), reason })).status).toBe(403)
    const elsewhere = await app.as(people.phucOfficerDakTo).post(`${url}/openings`, { id: newId(), reason })
    expect([elsewhere.status, elsewhere.body.code]).toEqual([404, 'children.not-found'])
  })

  test('opens one child to one person for half an hour, stands in the audit and tells who is responsible', async () => {
    await closeOpenings()
    const id = newId()
    const opened = await nga.post(`${url}/openings`, { id, reason })
    expect(opened.body).toEqual({ id, until: '2026-06-15T02:30:00.000Z' })
    expect((await nga.post(`${url}/openings`, { id, reason })).body).toEqual(opened.body)
    expect(await groupsSeenBy(people.ngaHealthDakHa)).toEqual([5, 1])
    expect(await groupsSeenBy(people.lanOfficerDakHa)).toEqual([1])
    const { rows } = await database.owner.query(
      `select person_id, child_id, after from accounts_audit where action = 'children.confidential-opened' order by at limit 1`,
    )
    expect(rows[0]).toMatchObject({
      person_id: people.ngaHealthDakHa.id,
      child_id: childId,
      after: { reason },
    })
    const [told] = (await son.get('/children/openings')).body.openings
    expect(told).toMatchObject({ id, childName: 'Y Thảo', personName: 'Y Nga', reason, mayReview: true })
  })

  test('does not open another child, nor the same one when the time is over', async () => {
    await closeOpenings()
    const other = newId()
    await lan.post('/children', {
      ...details,
      id: other,
      fullName: 'Y Hạnh',
      bornOn: '2023-05-06',
      personalId: null,
    })
    await son.post(`/children/${other}/circumstances`, { ...hiv, id: newId() })
    await nga.post(`${url}/openings`, { id: newId(), reason })
    expect((await nga.get(`/children/${other}/circumstances`)).body.circumstances).toEqual([])
    await database.owner.query(
      `update children_openings set opened_at = opened_at - interval '1 hour', until = until - interval '1 hour'`,
    )
    expect(await groupsSeenBy(people.ngaHealthDakHa)).toEqual([1])
  })

  test('shows the number of a child too, to an officer whose role hides it', async () => {
    await closeOpenings()
    const duty = app.as(onDuty)
    expect('personalId' in (await duty.get(url)).body).toBe(false)
    await duty.post(`${url}/openings`, { id: newId(), reason })
    expect((await duty.get(url)).body.personalId).toBe(number)
  })

  test('is reviewed once, by another than the opener, and by those who are responsible for the place', async () => {
    await closeOpenings()
    const id = newId()
    await nga.post(`${url}/openings`, { id, reason })
    const review = { finding: 'justified', note: 'Đã gọi trạm y tế xác nhận' }
    expect((await nga.put(`/children/openings/${id}/review`, review)).status).toBe(403)
    expect((await son.put(`/children/openings/${newId()}/review`, review)).status).toBe(404)
    expect((await son.put(`/children/openings/${id}/review`, review)).body).toEqual({ id })
    expect((await son.put(`/children/openings/${id}/review`, review)).status).toBe(200)
    const late = await app.as(people.thuProvinceOfficer).put(`/children/openings/${id}/review`, review)
    expect([late.status, late.body.code]).toEqual([409, 'children.opening-reviewed'])
    expect((await son.get('/children/openings')).body.openings).toEqual([])
    const [done] = (await son.get('/children/openings?state=reviewed')).body.openings
    expect(done).toMatchObject({ finding: 'justified', reviewedByName: 'Hoàng Văn Sơn', mayReview: false })
  })

  test('is never reviewed by the opener, whatever roles they hold', async () => {
    await closeOpenings()
    const id = newId()
    await app.as(people.thuProvinceOfficer).post(`${url}/openings`, { id, reason })
    const own = await app
      .as(people.thuProvinceOfficer)
      .put(`/children/openings/${id}/review`, { finding: 'justified', note: null })
    expect([own.status, own.body.code]).toEqual([409, 'children.opening-own'])
  })

  test('is seen by the auditor without the name of the child, and not at all by other communes', async () => {
    await closeOpenings()
    await nga.post(`${url}/openings`, { id: newId(), reason })
    const [seen] = (await app.as(people.binhAuditor).get('/children/openings')).body.openings
    expect([seen.reason, 'childName' in seen]).toEqual([reason, false])
    expect((await app.as(people.phucOfficerDakTo).get('/children/openings')).status).toBe(403)
  })
})
