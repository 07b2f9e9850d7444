import { newId } from '#base/id.ts'
import type { Client, Reply } from './app.ts'
import type { TestDatabase } from './database.ts'
import { people, places } from './people.ts'

/** A collaborator whom nobody of another place may find. */
export const unitSecrets = ['Hồ Thị Bích Ngân', '0987600789', 'Che giấu vụ việc ở Kon Trang'] as const

const { dakHa, konTrangVillage } = places

async function addPlaces(officer: Client): Promise<Reply[]> {
  const facility = { id: newId(), areaId: konTrangVillage, kind: 'play-point', name: 'Sân chơi Kon Trang' }
  const details = { operator: 'community', validFrom: null, validTo: null, capacity: 30, forUnderThree: true }
  const nothing = { landM2: null, address: null, contactName: null, phone: null, note: null }
  const danger = { id: newId(), areaId: konTrangVillage, kind: 'drowning-spot', name: 'Hồ Kon Trang' }
  const found = { near: 'homes', foundOn: '2026-05-01', responsible: null, nextInspectionOn: '2026-06-01' }
  const seen = { id: newId(), inspectedOn: '2026-06-10', repair: 'warned', nextInspectionOn: '2026-07-10' }
  const feature = { id: newId(), areaId: dakHa, kind: 'remote', validFrom: '2025-07-01', validTo: null }
  const number = { id: newId(), areaId: dakHa, kind: 'duty', label: 'Trực xã', phone: '02603822111' }
  const file = {
    name: 'co-so.csv',
    bytes: Buffer.from('Tên cơ sở,Loại\nMầm non Kon Trang,Mầm non\nChợ,Chợ\n'),
  }
  return [
    await officer.post('/facilities', { ...facility, ...details, ...nothing }),
    await officer.post('/facilities/dangers', { ...danger, ...found, note: null }),
    await officer.post(`/facilities/dangers/${danger.id}/inspections`, { ...seen, note: null }),
    await officer.post('/facilities/features', {
      ...feature,
      project: null,
      donor: null,
      basis: null,
      note: null,
    }),
    await officer.post('/facilities/contacts', { ...number, hours: null, note: null }),
    await officer.upload('/facilities/imports', file, { id: newId(), areaId: konTrangVillage }),
  ]
}

async function addPeople(officer: Client): Promise<Reply[]> {
  const body = (name: string, parentId: string | null) => ({
    ...{ id: newId(), areaId: dakHa, name, shortName: null, kind: 'division', sector: 'health', parentId },
    ...{
      validFrom: '2025-07-01',
      fromCertain: true,
      validTo: null,
      toCertain: true,
      phone: null,
      source: null,
    },
  })
  const committee = body('UBND xã Đăk Hà', null)
  const division = body('Phòng Văn hóa - Xã hội', committee.id)
  const link = { predecessorId: division.id, successorId: committee.id, happenedOn: '2026-06-01' }
  const focal = { id: newId(), areaId: dakHa, agencyId: committee.id, deskId: division.id }
  const post = { id: newId(), areaId: konTrangVillage, audience: 'collaborator', title: 'Cộng tác viên' }
  const dates = { validFrom: '2026-01-01', validTo: null, allowance: 450_000, basis: null }
  const person = { id: newId(), areaId: konTrangVillage, fullName: unitSecrets[0], phone: unitSecrets[1] }
  return [
    await officer.post('/organisations', committee),
    await officer.post('/organisations', division),
    await officer.post('/organisations/successions', { ...link, isCertain: true, duty: null, source: null }),
    await officer.post('/organisations/focal', { ...focal, validFrom: '2025-07-01', basis: null }),
    await officer.post('/organisations/staff', {
      ...{ ...person, email: null, qualification: null, username: null },
      post: { ...post, ...dates, organisationId: committee.id, workplace: null },
    }),
    await officer.put(`/organisations/heads/${post.id}`, { isHead: true, answerableFor: null }),
  ]
}

async function addBoard(officer: Client): Promise<Reply[]> {
  const board = { id: newId(), areaId: konTrangVillage, kind: 'protection', name: 'Nhóm thường trực' }
  const decided = { decision: '7/QĐ-UBND', decidedOn: '2026-01-10', validFrom: '2026-01-15' }
  const member = { id: newId(), fullName: unitSecrets[0], post: 'Trưởng thôn', role: 'chair' }
  const task = { id: newId(), task: 'Rào hồ', responsible: unitSecrets[0], dueOn: '2026-06-30' }
  const meeting = { id: newId(), heldOn: '2026-05-05', subject: 'Họp', attended: 3, minutes: 'Thống nhất.' }
  return [
    await officer.post('/organisations/boards', { ...board, ...decided }),
    await officer.post(`/organisations/boards/${board.id}/members`, { ...member, validFrom: '2026-01-15' }),
    await officer.post(`/organisations/boards/${board.id}/meetings`, { ...meeting, followups: [task] }),
  ]
}

/** What Đăk Hà and Kon Trang have: places, bodies, people, a board. */
export async function fillUnit(officer: Client): Promise<Reply[]> {
  return [...(await addPlaces(officer)), ...(await addPeople(officer)), ...(await addBoard(officer))]
}

/** A matter about the head there, put by hand: recording one is for the level above. Corrected once. */
export async function fillMatter({ owner }: TestDatabase): Promise<void> {
  const matterId = newId()
  const details = {
    ...{ postId: newId(), kind: 'cover-up', about: 'case', subjectKey: null, subject: unitSecrets[2] },
    ...{ happenedOn: '2026-05-01', foundOn: '2026-05-20', foundBy: 'Sở Y tế', finding: 'Không báo cáo.' },
    ...{ answer: null, answeredOn: null, measure: null, decision: null, decidedOn: null },
    ...{ conclusion: null, concludedOn: null, withdrawnReason: null },
  }
  await owner.query(
    `insert into organisations_matters (id, area_id, area_lft, organisation_id, staff_id, post_id, kind, about, subject,
       happened_on, found_on, found_by, finding, version, recorded_by)
     select $1, area.id, area.lft, p.organisation_id, p.staff_id, p.id, 'cover-up', 'case', $2, '2026-05-01', '2026-05-20',
       'Sở Y tế', 'Không báo cáo.', 2, $3
     from organisations_posts p, areas area where p.is_head and area.id = $4`,
    [matterId, unitSecrets[2], people.minhViewer.id, places.konTrangVillage],
  )
  await owner.query(
    `insert into organisations_matters_changes (matter_id, version, area_lft, before, reason, changed_by)
     select id, 1, area_lft, $2, $3, $4 from organisations_matters where id = $1`,
    [matterId, JSON.stringify(details), 'Ghi nhầm ngày', people.minhViewer.id],
  )
}
