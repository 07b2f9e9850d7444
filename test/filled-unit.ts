import { newId } from '#base/id.ts'
import type { Client, Reply } from './app.ts'
import { places } from './people.ts'

/** A collaborator whom nobody of another place may find. */
export const unitSecrets = ['Hồ Thị Bích Ngân', '0987600789'] as const

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
      post: { ...post, ...dates, organisationId: null, workplace: null },
    }),
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
