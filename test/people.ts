import type { Actor } from '#platform/actor.ts'
import { areaId } from '#modules/areas/server/seed.ts'
import { standardRoles } from '#modules/accounts/server/standard-roles.ts'
import type { Capability } from '#modules/accounts/shared/roles.ts'
import type { TestDatabase } from './database.ts'

/** Places of the tests. Provinces and communes are real units of 2025; the villages exist here only. */
export const places = {
  quangNgai: areaId('province', '51', '2025-07-01'),
  dakHa: areaId('commune', '23500', '2025-07-01'),
  dakTo: areaId('commune', '23401', '2025-07-01'),
  dakMeVillage: '00000000-0000-7000-8000-0000000000a1',
  konTrangVillage: '00000000-0000-7000-8000-0000000000a2',
  dakRaoVillage: '00000000-0000-7000-8000-0000000000a3',
} as const

export const villages = [
  { id: places.dakMeVillage, name: 'Thôn Đăk Mế', communeId: places.dakHa },
  { id: places.konTrangVillage, name: 'Thôn Kon Trang', communeId: places.dakHa },
  { id: places.dakRaoVillage, name: 'Thôn Đăk Rao', communeId: places.dakTo },
] as const

export type Person = {
  id: string
  grantId: string
  fullName: string
  username: string
  role: string
  areaId: string
}

function person(number: number, fields: Omit<Person, 'id' | 'grantId'>): Person {
  const tail = String(number).padStart(10, '0')
  return { id: `00000000-0000-7000-8000-01${tail}`, grantId: `00000000-0000-7000-8000-02${tail}`, ...fields }
}

/** The people of the tests. Each holds one grant from 01/07/2025, without end. */
export const people = {
  /** Administrator of the province: manages accounts, sees no children. */
  adminHung: person(1, {
    fullName: 'Nguyễn Văn Hùng',
    username: 'hung.admin',
    role: 'administrator',
    areaId: places.quangNgai,
  }),
  /** Specialist of the province: everything in every commune of it. */
  thuProvinceOfficer: person(2, {
    fullName: 'Trần Thị Thu',
    username: 'thu.province',
    role: 'provincial-officer',
    areaId: places.quangNgai,
  }),
  /** Officer of the commune of Đăk Hà. */
  lanOfficerDakHa: person(3, {
    fullName: 'Phạm Thị Lan',
    username: 'lan.dakha',
    role: 'commune-officer',
    areaId: places.dakHa,
  }),
  /** Officer of another commune of the same province. */
  phucOfficerDakTo: person(4, {
    fullName: 'Lê Hữu Phúc',
    username: 'phuc.dakto',
    role: 'commune-officer',
    areaId: places.dakTo,
  }),
  /** Collaborator of one village of Đăk Hà. */
  yHoaCollaborator: person(5, {
    fullName: 'Y Hoa',
    username: 'yhoa.dakme',
    role: 'collaborator',
    areaId: places.dakMeVillage,
  }),
  /** Protection worker of Đăk Hà: sees the confidential part of records. */
  sonProtectionDakHa: person(7, {
    fullName: 'Hoàng Văn Sơn',
    username: 'son.dakha',
    role: 'protection-worker',
    areaId: places.dakHa,
  }),
  /** Nurse of the health station of Đăk Hà. */
  ngaHealthDakHa: person(8, {
    fullName: 'Y Nga',
    username: 'nga.dakha',
    role: 'health-worker',
    areaId: places.dakHa,
  }),
  /** Teacher of a preschool of Đăk Hà. */
  hoaTeacherDakHa: person(9, {
    fullName: 'Trương Thị Hòa',
    username: 'hoa.dakha',
    role: 'teacher',
    areaId: places.dakHa,
  }),
  /** Reads the audit of the province, sees no children. */
  binhAuditor: person(10, {
    fullName: 'Võ Thanh Bình',
    username: 'binh.auditor',
    role: 'auditor',
    areaId: places.quangNgai,
  }),
  /** Looks at figures of the province, not at children. */
  minhViewer: person(6, {
    fullName: 'Đỗ Quang Minh',
    username: 'minh.viewer',
    role: 'leader',
    areaId: places.quangNgai,
  }),
} as const

/** What a standard role may do. */
export function capabilitiesOf(role: string): readonly Capability[] {
  return standardRoles().roles.find(({ key }) => key === role)?.capabilities ?? []
}

/** The session that `Person` holds in every test database. */
export function sessionToken({ id }: Person): string {
  return `test-session-${id}`
}

/** The person as a handler sees them, for tests that call a command without HTTP. */
export async function actorOf(
  { owner }: TestDatabase,
  { id, fullName, grantId, role, areaId: at }: Person,
): Promise<Actor> {
  const { rows } = await owner.query<Actor['area']>(
    'select id, code, kind, name, lft, rgt from areas where id = $1',
    [at],
  )
  const [area] = rows
  if (!area) throw new Error(`the place of ${fullName} is not in the test database`)
  return {
    accountId: id,
    name: fullName,
    grantId,
    role,
    capabilities: new Set(capabilitiesOf(role)),
    area,
    validFrom: '2025-07-01',
    validTo: null,
    language: 'vi',
  }
}
