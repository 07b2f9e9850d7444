import type { Page } from 'playwright-core'
import { z } from 'zod'
import { newId } from '#base/id.ts'

const Area = z.object({ id: z.string(), name: z.string() })
const Me = z.object({ grantId: z.string(), grants: z.array(z.object({ id: z.string(), area: Area })) })

async function send(page: Page, url: string, data: object): Promise<unknown> {
  const reply = await page.request.post(`/api${url}`, { data })
  if (!reply.ok()) throw new Error(`${url}: ${reply.status()} ${await reply.text()}`)
  return reply.json()
}

async function ownArea(page: Page): Promise<z.infer<typeof Area>> {
  const { grantId, grants } = Me.parse(await (await page.request.get('/api/me')).json())
  const grant = grants.find(({ id }) => id === grantId)
  if (!grant) throw new Error('nobody is signed in')
  return grant.area
}

const day = (days: number) => new Date(Date.now() + (7 + days * 24) * 3_600_000).toISOString().slice(0, 10)

async function addPlaces(page: Page, areaId: string, villageId: string): Promise<void> {
  const common = { operator: 'public', validTo: null, address: null, note: null, contactName: null }
  const facility = (more: object) => ({
    ...common,
    id: newId(),
    areaId,
    forUnderThree: false,
    landM2: null,
    ...more,
  })
  await send(page, '/facilities', {
    ...facility({ kind: 'health-station', name: 'Trạm Y tế xã Đăk Hà', validFrom: '2025-07-01' }),
    ...{ capacity: 12, phone: '02603822115', contactName: 'Trạm trưởng' },
  })
  await send(page, '/facilities', {
    ...facility({ kind: 'preschool', name: 'Trường Mầm non Hoa Pơ Lang', validFrom: '2015-09-01' }),
    ...{ capacity: 240, phone: '02603822240', landM2: 3200.5 },
  })
  await send(page, '/facilities', {
    ...facility({ kind: 'play-point', name: 'Sân chơi nhà rông', validFrom: null, areaId: villageId }),
    ...{ capacity: null, phone: null, operator: 'community' },
  })
  const danger = { areaId: villageId, foundOn: day(-120), responsible: 'Trưởng thôn', note: null }
  const pond = { id: newId(), ...danger, kind: 'drowning-spot', name: 'Hồ tưới đầu thôn', near: 'homes' }
  await send(page, '/facilities/dangers', { ...pond, nextInspectionOn: day(-14) })
  const crossing = {
    id: newId(),
    ...danger,
    kind: 'traffic-black-spot',
    name: 'Ngã ba cổng trường',
    near: 'school',
  }
  await send(page, '/facilities/dangers', { ...crossing, nextInspectionOn: day(40) })
  const number = { areaId, kind: 'duty', hours: 'Cả ngày và đêm', note: null }
  const label = 'Trực bảo vệ trẻ em, UBND xã Đăk Hà'
  await send(page, '/facilities/contacts', { id: newId(), ...number, label, phone: '02603822111' })
  const feature = { areaId, validTo: null, note: null, project: null, donor: null }
  const mountain = {
    ...feature,
    kind: 'minority-mountain',
    basis: 'Quyết định công nhận',
    validFrom: '2025-07-01',
  }
  await send(page, '/facilities/features', { id: newId(), ...mountain })
  const pilot = { ...feature, kind: 'pilot', basis: null, validFrom: '2026-01-01' }
  const project = { project: 'Phát triển toàn diện trẻ thơ', donor: 'UNICEF' }
  await send(page, '/facilities/features', { id: newId(), ...pilot, ...project })
}

async function addPeople(page: Page, areaId: string, villageId: string): Promise<string> {
  await send(page, '/organisations/usual-set', { areaId })
  const post = { organisationId: null, workplace: null, validTo: null, basis: null, allowance: null }
  const person = { areaId, email: null, qualification: null, username: null }
  await send(page, '/organisations/staff', {
    ...{ id: newId(), ...person, fullName: 'Y Hlim Mẫu', phone: '0900000021' },
    post: {
      ...{ id: newId(), ...post, areaId: villageId, audience: 'collaborator', title: 'Cộng tác viên trẻ em' },
      ...{ validFrom: '2026-01-01', allowance: 450_000 },
    },
  })
  await send(page, '/organisations/staff', {
    ...{ id: newId(), ...person, fullName: 'Trần Thị Hà Mẫu', phone: '0900000022', qualification: 'Đại học' },
    post: {
      ...{ id: newId(), ...post, areaId, audience: 'commune', title: 'Công chức văn hóa - xã hội' },
      validFrom: '2025-07-01',
    },
  })
  await nameChair(page, areaId)
  const boardId = newId()
  const name = 'Ban Chỉ đạo công tác trẻ em xã'
  const board = { id: boardId, areaId, kind: 'steering', name, decision: '12/QĐ-UBND' }
  await send(page, '/organisations/boards', { ...board, decidedOn: '2026-01-10', validFrom: '2026-01-15' })
  const members = `/organisations/boards/${boardId}/members`
  const chair = { id: newId(), fullName: 'Nguyễn Văn Mẫu', post: 'Phó Chủ tịch UBND xã', role: 'chair' }
  await send(page, members, { ...chair, validFrom: '2026-01-15' })
  const task = { task: 'Rào ba hồ nước gần khu dân cư', responsible: 'Phòng Văn hóa - Xã hội' }
  await send(page, `/organisations/boards/${boardId}/meetings`, {
    ...{ id: newId(), heldOn: day(-30), subject: 'Phòng, chống đuối nước', attended: 9 },
    minutes: 'Ban thống nhất rào các hồ nước, cắm biển và kiểm tra lại hằng quý.',
    followups: [{ id: newId(), ...task, dueOn: day(-5) }],
  })
  return boardId
}

const Bodies = z.array(z.object({ id: z.string(), kind: z.string() }))

/** The head of the committee, chosen among those who have a post in it. */
async function nameChair(page: Page, areaId: string): Promise<void> {
  const bodies = Bodies.parse(await (await page.request.get('/api/organisations')).json())
  const organisationId = bodies.find(({ kind }) => kind === 'committee')?.id
  const post = { id: newId(), areaId, audience: 'commune', title: 'Chủ tịch UBND xã', organisationId }
  const days = { validFrom: '2025-07-01', validTo: null }
  await send(page, '/organisations/staff', {
    ...{ id: newId(), areaId, fullName: 'A Thiên Mẫu', phone: '0900000023', email: null },
    ...{ qualification: null, username: null },
    post: { ...post, ...days, workplace: null, allowance: null, basis: 'Nghị quyết 3/NQ-HĐND' },
  })
  const reply = await page.request.put(`/api/organisations/heads/${post.id}`, {
    data: { isHead: true, answerableFor: 'Bảo vệ, chăm sóc trẻ em của xã; báo cáo đúng hạn' },
  })
  if (!reply.ok()) throw new Error(`the head was not named: ${reply.status()}`)
}

const Heads = z.object({ heads: z.array(z.object({ postId: z.string() })) })

/** A late report found by the level above, with the head's answer: recorded by a leader. Returns its page. */
export async function recordMatter(page: Page): Promise<string> {
  const { heads } = Heads.parse(await (await page.request.get('/api/organisations/heads')).json())
  const matter = {
    ...{ id: newId(), postId: heads[0]?.postId, kind: 'delay', about: 'report', subjectKey: null },
    ...{ subject: 'Báo cáo công tác trẻ em 6 tháng đầu năm', happenedOn: day(-60), foundOn: day(-50) },
    ...{ foundBy: 'Sở Y tế', finding: 'Báo cáo gửi chậm 12 ngày, đã nhắc hai lần bằng văn bản.' },
    ...{ answer: null, answeredOn: null, measure: null, decision: null, decidedOn: null },
    ...{ conclusion: null, concludedOn: null, withdrawnReason: null },
  }
  await send(page, '/organisations/matters', matter)
  const answer = 'Công chức phụ trách nghỉ thai sản; từ tháng này đã phân công người thay.'
  const { id, ...details } = matter
  const reply = await page.request.put(`/api/organisations/matters/${id}`, {
    data: { ...details, answer, answeredOn: day(-40), version: 1, reason: null },
  })
  if (!reply.ok()) throw new Error(`the matter was not answered: ${reply.status()} ${await reply.text()}`)
  return `/organisations/matters/${id}`
}

/** Fills the unit that the person acts for, as an office would, and names the pages worth a picture. */
export async function prepareUnit(page: Page): Promise<{ name: string; path: string }[]> {
  const area = await ownArea(page)
  const [village] = z
    .array(Area)
    .parse(await (await page.request.get(`/api/areas/${area.id}/children`)).json())
  if (!village) throw new Error(`${area.name} has no village`)
  await addPlaces(page, area.id, village.id)
  const boardId = await addPeople(page, area.id, village.id)
  return [
    { name: 'don-vi', path: '/units' },
    { name: 'co-so', path: '/facilities' },
    { name: 'nhap-co-so', path: '/facilities/import' },
    { name: 'noi-nguy-hiem', path: '/facilities/dangers' },
    { name: 'danh-ba', path: '/facilities/directory' },
    { name: 'du-an', path: '/facilities/projects' },
    { name: 'co-quan', path: '/organisations' },
    { name: 'nhan-su', path: '/organisations/staff' },
    { name: 'cong-tac-vien', path: '/organisations/collaborators' },
    { name: 'cac-ban', path: '/organisations/boards' },
    { name: 'ban-lien-nganh', path: `/organisations/boards/${boardId}` },
  ]
}
