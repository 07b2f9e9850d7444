import { readFile } from 'node:fs/promises'
import { newId } from '#base/id.ts'
import { areaId } from '#modules/areas/server/seed.ts'
import { PlacedReading } from '#modules/plans/shared/contract.ts'
import type { Client, Reply } from './app.ts'
import type { TestDatabase } from './database.ts'
import { fillReport } from './filled-report.ts'
import { dutySecrets, fillDuties } from './filled-duties.ts'
import { fillTasks, taskSecrets } from './filed-tasks.ts'
import { fillPlans } from './filled-plans.ts'
import { fillPrivacy } from './filled-privacy.ts'
import { fillMatter, fillUnit, unitSecrets } from './filled-unit.ts'
import { fillReorganisation, secretDecision } from './filled-reorganisation.ts'
import { places } from './people.ts'

/** What nobody outside may ever read; `ids` are seen by whoever has no right on children too, within the place. */
export type Secrets = { words: string[]; ids: string[] }

const registered = [
  {
    village: places.konTrangVillage,
    fullName: 'Rơ Châm Thiêng Liêng',
    carer: 'Đinh Thị Huyền Diệu',
    phone: '0987600123',
    personalId: '062322760046',
    sex: 'female',
    bornOn: '2022-03-04',
  },
  {
    village: places.konTrangVillage,
    fullName: 'Siu Bắc Đẩu',
    carer: 'Ksor Thu Sương',
    phone: '0987600456',
    personalId: '062223760045',
    sex: 'male',
    bornOn: '2023-02-10',
  },
] as const

type Doors = { officer: Client; hasRoute: (method: string, url: string) => boolean }

/** Fills Kon Trang, a village of Đăk Hà, through the HTTP door as far as the modules are there. */
export async function fillKonTrang(database: TestDatabase, { officer, hasRoute }: Doors): Promise<Secrets> {
  const childIds: string[] = []
  for (const child of registered) childIds.push(await register(officer, child))
  await fillChildren(officer, childIds)
  if (hasRoute('POST', '/children/imports')) await importRoster(database, officer)
  if (hasRoute('POST', '/indicators/recount')) await fillIndicators(officer)
  if (hasRoute('POST', '/plans')) await filePlanAndReport(database, officer)
  for (const reply of await fillPrivacy(database, officer, childIds)) await expectDone(Promise.resolve(reply))
  for (const reply of await fillUnit(officer)) await expectDone(Promise.resolve(reply))
  await fillMatter(database)
  for (const reply of await fillTasks(officer, places.dakHa)) await expectDone(Promise.resolve(reply))
  for (const reply of await fillDuties(officer)) await expectDone(Promise.resolve(reply))
  await fillReorganisation(database, childIds[0] ?? '')
  const words = registered.flatMap(({ fullName, carer, phone, personalId }) => [
    ...[fullName, carer, phone, personalId],
  ])
  return {
    words: [
      ...words,
      secondSpelling,
      'Nguyễn Dạ Thảo',
      secretReason,
      secretDetail,
      secretCard,
      secretHead,
      secretVisit,
      secretMother,
      ...dutySecrets,
    ],
    ids: [...childIds, ...unitSecrets, ...taskSecrets, secretDecision],
  }
}

/** Services, a session, growth, a merge, confidential facts and a screening of the registered children. */
async function fillChildren(officer: Client, childIds: string[]): Promise<void> {
  const pair = `/children/pairs/${childIds[0]}/${childIds[1]}/different`
  await expectDone(officer.put(pair, {}))
  await expectDone(officer.del(pair))
  const service = { id: newId(), childId: childIds[0], itemCode: 'IMM-MEASLES', doneOn: '2026-06-10' }
  await expectDone(officer.post('/services/records', service))
  const entries = [{ recordId: newId(), childId: childIds[1] }]
  const session = { id: newId(), itemCode: 'IMM-MEASLES', doneOn: '2026-06-11', entries }
  await expectDone(officer.post('/services/sessions', session))
  await expectDone(officer.post('/services/package-versions', { id: newId(), name: 'Gói của xã' }))
  await expectDone(officer.post('/growth/measurements', measurementOf(childIds[1])))
  childIds.push(await mergeTwice(officer, childIds[0] ?? ''))
  await addConfidential(officer, childIds[0] ?? '')
  await nameHousehold(officer, childIds[0] ?? '')
  await expectDone(officer.post('/screening/records', screeningOf(childIds[0])))
}

async function fillIndicators(officer: Client): Promise<void> {
  await expectDone(officer.post('/indicators/recount', { id: newId(), period: '2026' }))
  await expectDone(officer.post('/indicators/typed', typedFigure()))
  await expectDone(officer.post('/indicators/own', ownIndicator()))
}

/** A boy of 40 months who needs attention, so that every list of growth has something to hide. */
function measurementOf(childId: string | undefined) {
  const measured = { weightKg: 11.2, lenheiCm: 89, position: 'standing', headCm: 48 }
  return { id: newId(), childId, measuredOn: '2026-06-12', ...measured, sessionId: newId() }
}

const typedFigure = () => ({
  ...{ id: newId(), code: 'qd23:10', areaId: places.konTrangVillage, period: '2025' },
  ...{ value: 4.2, numerator: 21, denominator: 500, source: 'Báo cáo 15/BC-UBND' },
})

const ownIndicator = () => ({
  ...{ id: newId(), areaId: places.konTrangVillage, nameVi: 'Số trẻ em gái của thôn' },
  ...{
    basis: 'Họp thôn tháng 6',
    breakdowns: ['poverty'],
    target: null,
    validFrom: '2026-01-01',
    validTo: null,
  },
  formula: { kind: 'count', of: { who: 'present', where: [[{ fact: 'sex', sex: 'female' }]] } },
})

/** A girl of 51 months with a sign: a screening that proposes a referral. */
function screeningOf(childId: string | undefined) {
  const tool = { tool: 'warning-signs', version: '2254-2021', way: 'visit', informant: 'mother' }
  return { id: newId(), childId, screenedOn: '2026-06-12', ...tool, answers: { 'W24-phrase': 'yes' } }
}

/** The first child entered again without a number, with a service of its own, and merged. */
async function mergeTwice(officer: Client, keptId: string): Promise<string> {
  const [first] = registered
  const again = { ...first, fullName: secondSpelling, personalId: null }
  const mergedId = await register(officer, again)
  const service = { id: newId(), childId: mergedId, itemCode: 'IMM-MR', doneOn: '2026-06-10' }
  await expectDone(officer.post('/services/records', service))
  const { body: kept } = await officer.get(`/children/${keptId}`)
  const versions = { keptVersion: kept.version, mergedVersion: 1 }
  await expectDone(officer.post('/children/merges', { id: newId(), keptId, mergedId, ...versions, take: [] }))
  return mergedId
}

const secondSpelling = 'Rơ Châm Thiêng Liênh'

type Registered = Omit<(typeof registered)[number], 'fullName' | 'personalId'> & {
  fullName: string
  personalId: string | null
}

async function register(officer: Client, child: Registered): Promise<string> {
  const id = newId()
  await expectDone(
    officer.post('/children', {
      ...{ id, communeId: places.dakHa, villageId: child.village, fullName: child.fullName },
      ...{ bornOn: child.bornOn, sex: child.sex, ethnicCode: '14', householdCode: '7', address: null },
      ...{ poverty: 'poor', disabled: false, specialCircumstance: false, education: 'none' },
      personalId: child.personalId,
      isAnotherChild: true,
      carers: [{ id: newId(), fullName: child.carer, relation: 'mother', phone: child.phone }],
    }),
  )
  return id
}

const secretReason = 'Cần biết bệnh nền để cấp cứu cháu ở Kon Trang'
/** A commune of no person of the tests. */
const elsewhere = areaId('commune', '23293', '2025-07-01')
const secretMother = 'Y Hmrel'
const secretVisit = 'Thai phụ ở Kon Trang thiếu máu nhẹ'
const secretCard = 'TE1620987654321'
const secretHead = 'Rơ Châm Tuấn Kiệt'
const secretDetail = 'Ở với bà ngoại tại cuối làng'

/** The household of the first children, with its head and how it stands this year: its children follow. */
async function nameHousehold(officer: Client, childId: string): Promise<void> {
  const { body: child } = await officer.get(`/children/${childId}`)
  const household = `/households/${child.householdId}`
  await expectDone(officer.put(household, { version: 1, code: '7', headName: secretHead, address: null }))
  const year = { id: newId(), year: 2026, status: 'near-poor', source: 'QĐ 12/QĐ-UBND' }
  await expectDone(officer.post(`${household}/years`, year))
}

/** A group of special circumstances, and an opening of the confidential part that waits for its review. */
async function addConfidential(officer: Client, childId: string): Promise<void> {
  const circumstance = {
    groupNo: 1,
    detail: secretDetail,
    fromDay: '2026-01-05',
    toDay: null,
    source: 'QĐ 12',
  }
  await expectDone(officer.post(`/children/${childId}/circumstances`, { id: newId(), ...circumstance }))
  const card = {
    kind: 'insurance',
    value: 'card',
    number: secretCard,
    fromDay: '2026-01-05',
    source: 'Thẻ BHYT',
  }
  await expectDone(officer.post(`/children/${childId}/facts`, { id: newId(), ...card }))
  const expected = { areaId: places.konTrangVillage, motherName: secretMother, expectedOn: '2026-07-15' }
  const unknown = {
    motherPhone: null,
    motherBornYear: null,
    facilityId: null,
    householdCode: null,
    note: null,
  }
  const household = { address: null, ethnicCode: '14', poverty: 'poor' }
  const pregnancy = { id: newId(), ...expected, ...unknown, ...household }
  await expectDone(officer.post('/children/pregnancies', pregnancy))
  const visit = { id: newId(), pregnancyId: pregnancy.id, itemCode: 'ANC-3', doneOn: '2026-05-20' }
  await expectDone(officer.post('/services/women/records', { ...visit, note: secretVisit }))
  const newborn = { id: newId(), fullName: '', sex: 'female' }
  const born = { version: 1, bornOn: '2026-06-14', isAnotherChild: true, children: [newborn] }
  await expectDone(officer.post(`/children/pregnancies/${pregnancy.id}/birth`, born))
  // To a commune whose people are none of the tests' people: those of Đăk Tô must not see it.
  const going = { toCommuneId: elsewhere, movedOn: '2026-06-14', residence: 'permanent', note: null }
  await expectDone(officer.post(`/children/${newborn.id}/moves`, { id: newId(), ...going }))
  await expectDone(officer.post(`/children/${childId}/openings`, { id: newId(), reason: secretReason }))
}

/** A roster that waits for its confirmation. The row is put there by hand: no worker runs in this test. */
async function importRoster({ owner }: TestDatabase, officer: Client): Promise<void> {
  const id = newId()
  const bytes = Buffer.from('Họ và tên,Ngày sinh,Giới tính\nNguyễn Dạ Thảo,05/06/2022,Nữ\n', 'utf8')
  await expectDone(officer.upload('/children/imports', { name: 'danh-sach.csv', bytes }, { id }))
  await owner.query(
    `insert into children_import_rows (run_id, row_number, area_lft, state, cells, reasons, child, name_folded, born_on)
     select id, 2, area_lft, 'taken', '["Nguyễn Dạ Thảo"]', '[]', '{"fullName":"Nguyễn Dạ Thảo"}', 'nguyen da thao',
       '2022-06-05' from children_import_runs where id = $1`,
    [id],
  )
  await owner.query(
    `update children_import_runs set status = 'checked', total_rows = 1, taken_rows = 1 where id = $1`,
    [id],
  )
}

async function filePlanAndReport(database: TestDatabase, officer: Client): Promise<void> {
  const file = 'src/modules/plans/shared/fixtures/commune-plan-wrapped-2026.txt'
  const read = await expectDone(
    officer.upload('/plans/read', { name: 'plan.txt', bytes: await readFile(file) }),
  )
  const { text: sourceText, reading } = PlacedReading.parse(read.body)
  const links = reading.targets.map(() => ({ way: 'by-hand', indicatorCode: null }))
  const planId = newId()
  const filing = { id: planId, sourceName: 'plan.txt', sourceText, reading, links, confirmedEmpty: [] }
  const { body: plan } = await expectDone(officer.post('/plans', filing))
  const value = { id: newId(), value: 12, asOf: '2026-06-01', source: 'Sổ theo dõi' }
  await expectDone(officer.post(`/plans/${planId}/targets/${plan.targets[0].id}/values`, value))
  for (const reply of await fillReport(database, officer, planId)) await expectDone(Promise.resolve(reply))
  const keys = { planId, targetId: plan.targets[0].id }
  for (const reply of await fillPlans(officer, keys)) await expectDone(Promise.resolve(reply))
}

async function expectDone(asked: Promise<Reply>): Promise<Reply> {
  const reply = await asked
  if (reply.status !== 200)
    throw new Error(`the commune could not be filled: ${reply.status} ${JSON.stringify(reply.body)}`)
  return reply
}
