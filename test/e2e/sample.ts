import { resolve } from 'node:path'
import type { Page } from 'playwright-core'
import { z } from 'zod'
import { newId } from '#base/id.ts'
import { fillGrowth } from './growth-sample.ts'
import { chooseByTyping } from './person.ts'
import { fillPregnancies } from './pregnancy-sample.ts'
import { prepareUnit } from './unit.ts'

export type Screen = {
  name: string
  path: string
  /** What a person does before the picture is taken. */
  prepare?: (page: Page) => Promise<void>
}

const planFile = resolve(import.meta.dirname, 'fixtures/ke-hoach-xa.txt')

async function readPlan(page: Page): Promise<void> {
  await page.getByLabel('Tệp văn bản (.docx, .txt, .md)').last().setInputFiles(planFile)
  await page.getByRole('heading', { name: 'Chỉ tiêu (3)' }).waitFor()
}

/** Where a page stands after what was done on it. */
function pathOf(page: Page): string {
  return new URL(page.url()).pathname
}

async function loadSample(page: Page): Promise<void> {
  await page.goto('/')
  await page.getByRole('button', { name: 'Tải dữ liệu mẫu' }).click()
  await page.getByRole('button', { name: 'Xóa dữ liệu mẫu' }).waitFor({ timeout: 180_000 })
  // The figures follow the records within seconds; a picture wants them complete.
  await page.waitForTimeout(20_000)
}

async function filePlan(page: Page): Promise<string> {
  await page.goto('/plans/read')
  await readPlan(page)
  await page.getByRole('button', { name: 'Lưu kế hoạch' }).click()
  await page.waitForURL(/\/plans\/[0-9a-f-]{36}/)
  return pathOf(page)
}

async function makeReport(page: Page): Promise<string> {
  await page.goto('/reports/new')
  await page.getByRole('button', { name: 'Lập báo cáo và điền số liệu' }).click()
  await page.waitForURL(/\/reports\/[0-9a-f-]{36}/)
  return pathOf(page)
}

async function firstChild(page: Page): Promise<string> {
  await page.goto('/services/due')
  // Telephone numbers are links too.
  await page.getByRole('table').locator('a[href^="/children/"]').nth(12).click()
  await page.waitForURL(/\/children\/[0-9a-f-]{36}/)
  return pathOf(page)
}

/** The household of the child, with its head and how it stood by the lists of two years. */
async function fillHousehold(page: Page, child: string): Promise<string> {
  const reply = await page.request.get(`/api${child}`)
  const { householdId, householdCode: code } = z
    .object({ householdId: z.string(), householdCode: z.string() })
    .parse(await reply.json())
  const path = `/households/${householdId}`
  const head = { version: 1, code, headName: 'Trần Văn Bình Mẫu', address: 'Tổ 2, đường Hùng Vương' }
  await page.request.put(`/api${path}`, { data: head })
  for (const [year, status] of [
    [2025, 'poor'],
    [2026, 'near-poor'],
  ] as const) {
    const source = `Quyết định 15/QĐ-UBND phê duyệt hộ nghèo, hộ cận nghèo năm ${year} (mẫu)`
    await page.request.post(`/api${path}/years`, { data: { id: newId(), year, status, source } })
  }
  return path
}

const roster = [
  'Họ và tên,Ngày sinh,Giới tính,Dân tộc,Thôn,Họ tên mẹ,Điện thoại,Hộ nghèo',
  'Y Hoa Mẫu,24/09/2025,Nữ,Xơ Đăng,Kon Rẫy,Y Blơi Mẫu,0900000001,x',
  'A Thiên Mẫu,15/03/2023,Nam,Xơ Đăng,Kon Rẫy,Y Nga Mẫu,0900000002,',
  'Nguyễn Minh Anh Mẫu,31/02/2022,Nữ,Kinh,Thôn 1,Trần Thị Hà Mẫu,0900000003,',
].join('\n')

async function checkRoster(page: Page): Promise<string> {
  await page.goto('/children/imports')
  const file = { name: 'danh-sach-mau.csv', mimeType: 'text/csv', buffer: Buffer.from(roster, 'utf8') }
  await page.getByLabel('Danh sách trẻ (.xlsx hoặc .csv)').last().setInputFiles(file)
  await page.getByRole('button', { name: 'Nhập 2 trẻ vào sổ' }).waitFor()
  return pathOf(page)
}

/** The sample commune with a filed plan, a checked roster and a report; what is then worth a picture. */
export async function prepareSample(page: Page): Promise<Screen[]> {
  await loadSample(page)
  const plan = await filePlan(page)
  const child = await firstChild(page)
  const run = await checkRoster(page)
  const report = await makeReport(page)
  const measured = await fillGrowth(page)
  const household = await fillHousehold(page, child)
  const unit = await prepareUnit(page)
  const woman = await fillPregnancies(page)
  return [
    { name: 'hom-nay', path: '/' },
    { name: 'den-han', path: '/services/due' },
    { name: 'den-han-theo-dich-vu', path: '/services/due?view=service' },
    { name: 'thai-phu', path: '/services/due?view=women' },
    { name: 'mot-thai-phu', path: `/children/pregnancies/${woman}` },
    { name: 'buoi-kham-thai', path: '/sessions/women' },
    { name: 'danh-sach', path: '/children' },
    { name: 'tre', path: child },
    { name: 'them-tre', path: '/children/new' },
    { name: 'ho-gia-dinh', path: household },
    { name: 'lam-sach-so', path: '/children/cleaning' },
    { name: 'nhap-danh-sach', path: '/children/imports' },
    { name: 'kiem-tra-danh-sach', path: run },
    { name: 'buoi-kham', path: '/sessions', prepare: chooseSession },
    { name: 'ngay-can', path: '/growth/weighing' },
    { name: 'can-chu-y', path: '/growth/attention' },
    { name: 'bieu-do', path: `${measured}/growth` },
    { name: 'phieu-sang-loc', path: `${measured}/screening/milestones`, prepare: answerSome },
    { name: 'cho-chuyen', path: '/screening/referrals' },
    { name: 'tre-tang-truong', path: measured },
    { name: 'doc-ke-hoach', path: '/plans/read', prepare: readPlan },
    { name: 'cac-ke-hoach', path: '/plans' },
    { name: 'ke-hoach', path: plan },
    { name: 'so-lieu', path: '/indicators' },
    { name: 'moi-chi-so', path: '/indicators/list' },
    { name: 'tre-chua-dat', path: '/indicators', prepare: openNumber },
    { name: 'cac-bao-cao', path: '/reports' },
    { name: 'bao-cao', path: report },
    ...unit,
  ]
}

async function chooseSession(page: Page): Promise<void> {
  await chooseByTyping(page.getByRole('combobox', { name: 'Dịch vụ' }), 'can do 3 thang')
  await page.getByRole('checkbox').nth(2).waitFor()
  await page.getByRole('checkbox').nth(0).click()
  const refused = page.getByRole('button', { name: /^Không làm được cho/ }).nth(1)
  await refused.click()
  await page
    .getByLabel(/^Lý do của/)
    .first()
    .fill('Mẹ hẹn tuần sau')
}

async function openNumber(page: Page): Promise<void> {
  await page
    .getByRole('link', { name: /^\d+(,\d)?% \(/ })
    .first()
    .click()
  await page.waitForURL(/\/indicators\/children\//)
}

async function answerSome(page: Page): Promise<void> {
  for (const place of [0, 1, 2])
    await page.getByRole('button', { name: 'Làm được', exact: true }).nth(place).click()
  await page.getByRole('button', { name: 'Chưa làm được' }).nth(3).click()
}
