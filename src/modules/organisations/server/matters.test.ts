import { beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#base/id.ts'
import { testApp } from '#test/app.ts'
import { countAudit } from '#test/count-audit.ts'
import { testDatabase, truncateAll } from '#test/database.ts'
import { lanAlsoAs } from '#test/invited-people.ts'
import { people, places } from '#test/people.ts'

const database = await testDatabase()
const app = await testApp(database)
const lan = app.as(people.lanOfficerDakHa)
const thu = app.as(people.thuProvinceOfficer)
const minh = app.as(people.minhViewer)
const phuc = app.as(people.phucOfficerDakTo)
/** Lan once more, as a leader of her commune. */
const leader = app.as(await lanAlsoAs(database, 'leader'))

const nothing = { shortName: null, phone: null, source: null, fromCertain: true, toCertain: true }
const body = (areaId: string, name: string) => ({
  ...{ id: newId(), areaId, name, kind: 'committee', sector: 'government', parentId: null, ...nothing },
  ...{ validFrom: '2025-07-01', validTo: null },
})

/** A person of Đăk Hà or the province with a post in the body from 1/7/2025. */
function person(areaId: string, organisationId: string, more: object = {}) {
  const post = { id: newId(), areaId, audience: 'commune', title: 'Chủ tịch', organisationId }
  const details = { phone: null, email: null, qualification: null, username: null }
  return {
    ...{ id: newId(), areaId, fullName: 'Nguyễn Văn Tám', ...details },
    post: {
      ...post,
      workplace: null,
      validFrom: '2025-07-01',
      validTo: null,
      allowance: null,
      basis: null,
      ...more,
    },
  }
}

const head = { isHead: true, answerableFor: 'Bảo vệ, chăm sóc trẻ em của xã' }

/** The committee of Đăk Hà with its head since 1/7/2025. */
async function ledCommittee() {
  const committee = body(places.dakHa, 'UBND xã Đăk Hà')
  await lan.post('/organisations', committee)
  const chair = person(places.dakHa, committee.id)
  await lan.post('/organisations/staff', chair)
  await lan.put(`/organisations/heads/${chair.post.id}`, head)
  return { committee, chair, postId: chair.post.id }
}

const matter = (postId: string, more: object = {}) => ({
  ...{ id: newId(), postId, kind: 'delay', about: 'report', subjectKey: null },
  ...{ subject: 'Báo cáo công tác trẻ em 6 tháng', happenedOn: '2026-06-01', foundOn: '2026-06-05' },
  ...{ foundBy: 'Sở Y tế', finding: 'Gửi chậm 10 ngày, đã nhắc hai lần.', answer: null, answeredOn: null },
  ...{ measure: null, decision: null, decidedOn: null, conclusion: null, concludedOn: null },
  ...{ withdrawnReason: null, ...more },
})

const concluded = {
  ...{ answer: 'Xã thiếu người; đã phân công lại.', answeredOn: '2026-06-08', measure: 'reminder' },
  ...{ conclusion: 'Đã nhắc nhở, không tái diễn.', concludedOn: '2026-06-12' },
}

beforeEach(() => truncateAll(database))

describe('the head of a body', () => {
  test('is named on a post, seen with days and duty, and taken back', async () => {
    const { committee, chair } = await ledCommittee()
    const { body: heads } = await lan.get('/organisations/heads')
    expect(heads.heads).toMatchObject([
      {
        fullName: 'Nguyễn Văn Tám',
        organisationName: 'UBND xã Đăk Hà',
        validFrom: '2025-07-01',
        validTo: null,
      },
    ])
    expect(heads.heads[0].answerableFor).toBe(head.answerableFor)
    expect(heads.bodiesWithout).toEqual([])
    await lan.put(`/organisations/heads/${chair.post.id}`, head)
    const back = await lan.put(`/organisations/heads/${chair.post.id}`, {
      isHead: false,
      answerableFor: null,
    })
    expect(back.body).toMatchObject({ heads: [], bodiesWithout: [{ id: committee.id }] })
    expect(await countAudit(database, 'organisations.head-named')).toBe(2)
  })

  test('is one at a time; a post in no body, elsewhere, or without the right is refused', async () => {
    const { committee } = await ledCommittee()
    const second = person(places.dakHa, committee.id, { title: 'Phó Chủ tịch' })
    await lan.post('/organisations/staff', second)
    const twice = await lan.put(`/organisations/heads/${second.post.id}`, head)
    expect([twice.status, twice.body.code]).toEqual([409, 'organisations.second-head'])
    const loose = person(places.dakHa, committee.id, { organisationId: null })
    await lan.post('/organisations/staff', loose)
    expect((await lan.put(`/organisations/heads/${loose.post.id}`, head)).body.code).toBe(
      'organisations.post-of-no-body',
    )
    expect((await phuc.put(`/organisations/heads/${second.post.id}`, head)).status).toBe(404)
    expect((await minh.put(`/organisations/heads/${second.post.id}`, head)).status).toBe(403)
  })
})

describe('a matter of responsibility', () => {
  test('is recorded above, answered, concluded, and keeps what it said before', async () => {
    const { postId } = await ledCommittee()
    const input = matter(postId)
    const added = await thu.post('/organisations/matters', input)
    expect(added.body).toMatchObject({ organisationName: 'UBND xã Đăk Hà', version: 1, mayWrite: 'all' })
    expect((await thu.post('/organisations/matters', input)).body.version).toBe(1)
    const { id, ...details } = input
    const closed = { ...details, ...concluded, version: 1, reason: null }
    expect((await thu.put(`/organisations/matters/${id}`, closed)).body).toMatchObject({ version: 2 })

    const reopened = { ...closed, conclusion: null, concludedOn: null, version: 2 }
    const silent = await thu.put(`/organisations/matters/${id}`, reopened)
    expect([silent.status, silent.body.code]).toEqual([422, 'organisations.reason-needed'])
    const reason = 'Có thêm tài liệu'
    const open = await thu.put(`/organisations/matters/${id}`, { ...reopened, reason })
    expect(open.body.changes).toMatchObject([
      { version: 2, reason, changedBy: 'Trần Thị Thu', before: { concludedOn: '2026-06-12' } },
      { version: 1, reason: null, before: { answer: null } },
    ])
    expect((await thu.put(`/organisations/matters/${id}`, { ...reopened, reason })).body.version).toBe(3)
    const stale = { ...reopened, kind: 'failing', reason }
    expect((await thu.put(`/organisations/matters/${id}`, stale)).body.code).toBe(
      'organisations.changed-meanwhile',
    )
    const withdrawn = { ...reopened, withdrawnReason: 'Ghi nhầm cơ quan', version: 3 }
    expect((await thu.put(`/organisations/matters/${id}`, withdrawn)).body).toMatchObject({
      withdrawnReason: 'Ghi nhầm cơ quan',
      version: 4,
    })
    expect(await countAudit(database, 'organisations.matter-edited')).toBe(3)
  })

  test('is seen by leaders and the level above, not by officers of the unit or another unit', async () => {
    const { postId } = await ledCommittee()
    const input = matter(postId)
    await thu.post('/organisations/matters', input)
    const seen = async (client: typeof thu) => (await client.get('/organisations/matters')).status
    expect(await Promise.all([lan, phuc].map(seen))).toEqual([403, 403])
    expect((await minh.get('/organisations/matters')).body).toHaveLength(1)
    expect((await leader.get('/organisations/matters')).body).toHaveLength(1)
    expect((await leader.get(`/organisations/matters/${input.id}`)).status).toBe(200)

    // Of the own level the officer sees nothing; its leaders do.
    const department = body(places.quangNgai, 'Sở Y tế')
    await thu.post('/organisations', department)
    const director = person(places.quangNgai, department.id, { audience: 'province', title: 'Giám đốc' })
    await thu.post('/organisations/staff', director)
    await thu.put(`/organisations/heads/${director.post.id}`, head)
    expect((await thu.post('/organisations/matters', matter(director.post.id))).status).toBe(404)
    const own = matter(director.post.id)
    expect((await minh.post('/organisations/matters', own)).status).toBe(200)
    expect((await thu.get(`/organisations/matters/${own.id}`)).body.code).toBe(
      'organisations.matter-not-found',
    )
    expect((await thu.get('/organisations/matters')).body).toHaveLength(1)
    expect((await minh.get('/organisations/matters')).body).toHaveLength(2)
  })

  test('about oneself: only the answer can be written', async () => {
    const { chair, postId } = await ledCommittee()
    const { post: _, ...details } = { ...chair, username: people.lanOfficerDakHa.username, version: 1 }
    expect((await lan.put(`/organisations/staff/${chair.id}`, details)).status).toBe(200)
    const input = matter(postId)
    await thu.post('/organisations/matters', input)
    expect((await leader.post('/organisations/matters', matter(postId))).body.code).toBe(
      'organisations.own-matter',
    )
    const { id, ...written } = { ...input, version: 1, reason: null }
    const answer = { answer: 'Xã thiếu người.', answeredOn: '2026-06-08' }
    const more = await leader.put(`/organisations/matters/${id}`, { ...written, ...answer, measure: 'none' })
    expect(more.body.code).toBe('organisations.own-matter')
    expect((await leader.put(`/organisations/matters/${id}`, { ...written, ...answer })).body).toMatchObject({
      ...answer,
      mayWrite: 'answer',
    })
  })

  test('names a late report by reference, in its own words', async () => {
    // In use since spring: the template is younger than the day on which the tests stand.
    await database.owner.query(`update accounts_installation set set_up_at = '2026-03-02T08:00:00+07:00'`)
    const { committee, postId } = await ledCommittee()
    const { body: late } = await thu.get(`/organisations/${committee.id}/late-work`)
    const [report] = late.filter(({ about }: { about: string }) => about === 'report')
    expect(report.dueOn < '2026-06-15').toBe(true)
    const input = matter(postId, { subjectKey: report.key, subject: 'Lời khác' })
    expect((await thu.post('/organisations/matters', input)).body).toMatchObject({
      subject: report.text,
      subjectUrl: '/duties',
    })
    const gone = await thu.post('/organisations/matters', matter(postId, { subjectKey: 'duty none 2026' }))
    expect(gone.body.code).toBe('organisations.late-work-not-found')
    expect((await thu.get(`/organisations/${newId()}/late-work`)).status).toBe(404)
  })

  test.each([
    ['concluded before it was found', { ...concluded, concludedOn: '2026-06-04' }, 'concluded-before-found'],
    ['of who was not head on that day', { happenedOn: '2025-06-30' }, 'not-head-then'],
    ['closed without measure', { ...concluded, measure: null }, 'concluded-without-measure'],
    ['with the number of a child', { finding: 'Cháu 062322760046 bị giấu' }, 'names-a-child'],
  ])('%s is refused', async (_, more, code) => {
    const { postId } = await ledCommittee()
    const reply = await thu.post('/organisations/matters', matter(postId, more))
    expect([reply.status, reply.body.code]).toEqual([422, `organisations.${code}`])
  })

  test("of a post that is nobody's head is refused", async () => {
    const { chair, postId } = await ledCommittee()
    await lan.put(`/organisations/heads/${chair.post.id}`, { isHead: false, answerableFor: null })
    const reply = await thu.post('/organisations/matters', matter(postId))
    expect(reply.body.code).toBe('organisations.not-head-then')
  })
})
