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
const url = `/children/${newId()}`
const reason = 'Cháu co giật, cần biết bệnh nền để cấp cứu'

beforeAll(async () => {
  const { status, body } = await lan.post('/children', {
    ...{ id: url.split('/').at(-1), communeId: places.dakHa, villageId: places.dakMeVillage },
    ...{ fullName: 'Y Thảo', bornOn: '2022-03-04', sex: 'female', ethnicCode: '14', carers: [] },
    ...{ householdCode: null, address: null, poverty: null, education: null },
    ...{ disabled: false, specialCircumstance: true },
  })
  if (status !== 200) throw new Error(`not prepared: ${status} ${body.code}`)
})

describe('asking back about an opening', () => {
  const question = 'Sao không gọi cho tôi trước khi mở?'
  const answer = 'Tôi gọi hai lần, máy bận; trẻ đang co giật.'
  const open = async (person: Person) => {
    await database.owner.query('delete from children_openings')
    const id = newId()
    await app.as(person).post(`${url}/openings`, { id, reason })
    return id
  }
  const listed = async (state: string) => (await son.get(`/children/openings?state=${state}`)).body.openings

  test('the opener finds the question and answers once; both stay with the finding', async () => {
    const id = await open(people.ngaHealthDakHa)
    const asked = `/children/openings/${id}/question`
    expect((await son.put(asked, { question })).body).toEqual({ id })
    expect((await son.put(asked, { question })).status).toBe(200)
    expect((await son.put(asked, { question: 'Một câu hỏi khác' })).body.code).toBe(
      'children.opening-questioned',
    )
    expect(await listed('questioned')).toMatchObject([{ id, question, questionedByName: 'Hoàng Văn Sơn' }])
    expect((await nga.get('/children/openings/asked')).body).toMatchObject([
      { id, childName: 'Y Thảo', question, reason, questionedByName: 'Hoàng Văn Sơn' },
    ])
    const answering = `/children/openings/${id}/answer`
    expect((await nga.put(answering, { answer })).body).toEqual({ id })
    expect((await nga.put(answering, { answer })).status).toBe(200)
    expect((await nga.put(answering, { answer: 'Trả lời lần nữa' })).body.code).toBe(
      'children.opening-not-asked',
    )
    expect((await nga.get('/children/openings/asked')).body).toEqual([])

    await son.put(`/children/openings/${id}/review`, { finding: 'justified', note: null })
    expect([await listed('waiting'), await listed('questioned')]).toEqual([[], []])
    for (const state of ['reviewed', 'all'])
      expect(await listed(state), state).toMatchObject([{ id, question, answer, finding: 'justified' }])
    expect((await son.put(asked, { question: 'Hỏi sau khi kết luận' })).body.code).toBe(
      'children.opening-reviewed',
    )
  })

  test('is for those who review, about the openings of others, in words', async () => {
    const id = await open(people.thuProvinceOfficer)
    const ask = async (person: Person, words = question) =>
      (await app.as(person).put(`/children/openings/${id}/question`, { question: words })).body.code
    expect(await ask(people.thuProvinceOfficer)).toBe('children.opening-own')
    expect(await ask(people.sonProtectionDakHa, '  ?  ')).toBe('http.invalid')
    expect((await lan.put(`/children/openings/${id}/question`, { question })).status).toBe(403)
    expect((await son.put(`/children/openings/${newId()}/question`, { question })).status).toBe(404)
    expect((await son.get('/children/openings/asked')).status).toBe(403)
  })

  test('is answered by the opener only, and only when there is a question', async () => {
    const id = await open(people.ngaHealthDakHa)
    const answering = `/children/openings/${id}/answer`
    expect((await nga.put(answering, { answer })).body.code).toBe('children.opening-not-asked')
    await son.put(`/children/openings/${id}/question`, { question })
    expect((await lan.put(answering, { answer })).body.code).toBe('children.opening-not-found')
  })

  test('stands in the history of the child only for those who see what is confidential', async () => {
    const told = async (person: Person) =>
      JSON.stringify((await app.as(person).get(`${url}/history`)).body).includes(question)
    expect([await told(people.sonProtectionDakHa), await told(people.lanOfficerDakHa)]).toEqual([true, false])
  })
})
