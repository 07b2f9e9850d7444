import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { formatDay, vietnamDay } from '#base/day.ts'
import { hasBrowser, launchBrowser } from '#test/browser.ts'
import { actAs, chooseByKeys, officeScreen, openPage, phoneScreen, setUpProduct } from './person.ts'
import { standsAt } from './reporting-steps.ts'
import { startProduct, type Started } from './started.ts'

const plan = `ỦY BAN NHÂN DÂN
XÃ ĐĂK HÀ
Số: 12/KH-UBND
Đăk Hà, ngày 10 tháng 01 năm 2026
KẾ HOẠCH
Chăm sóc vì sự phát triển toàn diện trẻ em năm 2026
I. MỤC TIÊU
- Phấn đấu 90% trẻ em đến 8 tuổi được tiếp cận các dịch vụ hỗ trợ chăm sóc phát triển toàn diện trong năm 2026.
II. NHIỆM VỤ
1. Truyền thông
Trạm Y tế chủ trì.
III. TỔ CHỨC THỰC HIỆN
Văn phòng HĐND và UBND theo dõi./.
`

const words = 'Lời của mục “Văn bản đã ban hành”'

describe.skipIf(!hasBrowser())('reports', () => {
  let product: Started
  let browser: Browser
  let page: Page

  beforeAll(async () => {
    product = await startProduct()
    browser = await launchBrowser()
    page = await openPage(browser, product.address)
    await setUpProduct(page, { province: 'quang ngai', commune: 'dak ha' })
    await filePlan(product.dataFolder)
    await actAs(page, 'Cán bộ')
  })
  afterAll(async () => {
    await browser.close()
    await product.stop()
  })

  test('an empty list says what to do, and a report is made from a plan and a period', async () => {
    await page.goto('/reports')
    await page.getByText('Chưa có báo cáo nào').waitFor()
    await page.getByRole('link', { name: 'Lập báo cáo' }).first().click()
    await page.getByRole('button', { name: 'Lập báo cáo và điền số liệu' }).click()
    await page.getByRole('heading', { level: 1, name: /^Báo cáo 6 tháng/ }).waitFor()
  })

  test('the words of a section are saved with their author', async () => {
    await page.getByLabel(words).fill('Đã ban hành 3 văn bản.')
    await page.getByText('Chưa lưu. Chữ đang gõ').waitFor()
    await save(page)
  })

  test('two people in one section: the second sees both texts and loses nothing', async () => {
    const other = await openPage(browser, product.address)
    await other.context().addCookies(await page.context().cookies())
    await other.goto('/')
    await actAs(other, 'Cán bộ')
    await other.goto(new URL(page.url()).pathname)
    await other.getByLabel(words).fill('Đã ban hành 5 văn bản.')
    await page.getByLabel(words).fill('Đã ban hành 4 văn bản.')
    await save(page)
    await other.getByRole('button', { name: 'Lưu mục này' }).first().click()
    await other.getByText('Bản người khác vừa lưu').waitFor()
    expect(await other.getByLabel(words).inputValue()).toBe('Đã ban hành 5 văn bản.')
    await other.getByRole('button', { name: 'Ghép cả hai' }).click()
    await save(other)
    expect(await other.getByLabel(words).inputValue()).toBe('Đã ban hành 4 văn bản.\nĐã ban hành 5 văn bản.')
    await other.context().close()
  })

  test('what is typed and not saved is there after the page is loaded again', async () => {
    await page.getByLabel('Lời của mục “Phối hợp liên ngành”').fill('Phối hợp với Trạm Y tế')
    await page.waitForTimeout(800)
    await page.reload()
    expect(await page.getByLabel('Lời của mục “Phối hợp liên ngành”').inputValue()).toBe(
      'Phối hợp với Trạm Y tế',
    )
  })

  test('a number is typed with its reason, by keyboard', async () => {
    await page
      .getByRole('button', { name: /^Tổng số, Buổi nói chuyện, sinh hoạt cộng đồng: chưa có số liệu/ })
      .press('Enter')
    await page.getByLabel('Số nhập').fill('12')
    await page.getByLabel('Lý do, căn cứ').fill('Theo sổ của trạm')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Tổng số, Buổi nói chuyện, sinh hoạt cộng đồng: 12 *' }).waitFor()
    await page.getByText(/^Nguyễn Thị Lan, .*: Theo sổ của trạm$/).waitFor()
  })

  test('the document is downloaded', async () => {
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Tải .docx' }).click()
    expect((await download).suggestedFilename()).toMatch(/^bao-cao-xa-dak-ha-\d{4}-H[12]\.docx$/)
  })

  test('nothing is wider than a phone', async () => {
    await page.setViewportSize(phoneScreen)
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0)
  })

  test('a signed report takes no more writing', async () => {
    await page.getByRole('button', { name: 'Đóng phần nguồn số liệu' }).click()
    await sign(page, '7')
    await page.goto('/reports')
    await page.getByText('Đã ký').first().waitFor()
  })

  test('by keyboard one section of it is reopened, changed and signed again; the difference is shown', async () => {
    await page.setViewportSize(officeScreen)
    await page.getByRole('link', { name: /^Báo cáo 6 tháng/ }).press('Enter')
    await page.getByRole('button', { name: 'Mở lại' }).press('Enter')
    const dialog = page.getByRole('dialog', { name: 'Mở lại' })
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Mở lại' }).and(page.locator(':focus')).press('Enter')
    const parts = dialog.getByRole('combobox', { name: 'Phần được sửa' })
    await parts.fill('văn bản đã')
    await page.getByRole('option', { name: 'Văn bản đã ban hành' }).waitFor()
    await parts.press('ArrowDown')
    await parts.press('Enter')
    await parts.press('Tab')
    await dialog.getByRole('button', { name: 'Mở lại báo cáo' }).press('Enter')
    await dialog.getByText('Mục này cần được điền hoặc chọn.').waitFor()
    await dialog.getByLabel('Lý do mở lại').fill('Ghi thiếu một văn bản')
    await dialog.getByText('Mục này cần được điền hoặc chọn.').waitFor({ state: 'detached' })
    await dialog.getByRole('button', { name: 'Mở lại báo cáo' }).press('Enter')
    await page.getByText(/mở lại: Ghi thiếu một văn bản/).waitFor()
    await standsAt(page, 'Mở lại')
    await page.getByText('Chỉ các phần sau được mở để sửa: Văn bản đã ban hành.').waitFor()
    expect(await page.getByLabel(/^Lời của mục/).count()).toBe(1)
    await page.getByLabel(words).fill('Đã ban hành 6 văn bản.')
    await save(page)
    await sign(page, '8')
    await page.getByText(/^Bản 2: đã ký .* số 8\/BC-UBND/).waitFor()
    await page.getByRole('link', { name: 'Khác gì bản 1' }).press('Enter')
    await page
      .getByRole('row', { name: /^Văn bản đã ban hành .*5 văn bản\.\s+Đã ban hành 6 văn bản\.$/s })
      .waitFor()
  })

  test('an urgent report is sent by keyboard, and its sender sees the clock', async () => {
    await page.goto('/duties/urgent')
    await page.getByRole('button', { name: 'Gửi báo cáo khẩn' }).press('Enter')
    const dialog = page.getByRole('dialog', { name: 'Gửi báo cáo khẩn' })
    const choose = (name: string, option: string) =>
      chooseByKeys(dialog.getByRole('combobox', { name }), option)
    await choose('Loại vụ việc', 'Trẻ em bị bạo lực')
    await choose('Giới tính của trẻ', 'Nữ')
    await choose('Nơi xảy ra', 'Tại nhà')
    await choose('Người gây hại', 'Chưa rõ')
    await choose('Nguồn tin', 'Cộng tác viên, thôn')
    await dialog.getByLabel('Trẻ đang bị đe dọa').press('Space')
    await dialog.getByLabel('Diễn biến').fill('Hàng xóm nghe tiếng trẻ kêu khóc.')
    await dialog.getByLabel('Việc đã làm ngay').fill('Cán bộ đã đến nhà, đưa trẻ đến trạm y tế.')
    await dialog.getByRole('button', { name: 'Gửi báo cáo khẩn' }).press('Enter')
    await page.getByText(/^còn 1[12] giờ \d+ phút \(đến /).waitFor()
  })
})

async function sign(page: Page, number: string): Promise<void> {
  await page.getByRole('button', { name: 'Ghi số, ngày và khóa' }).press('Enter')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Số văn bản').fill(number)
  await dialog.getByRole('textbox', { name: 'Ngày ký' }).fill(formatDay(vietnamDay(new Date())))
  await dialog.getByRole('textbox', { name: 'Người ký', exact: true }).fill('A Thiên')
  await dialog.getByRole('button', { name: 'Ghi và khóa báo cáo' }).press('Enter')
  await page.getByLabel(words).waitFor({ state: 'detached' })
}

async function save(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Lưu mục này' }).first().click()
  await page
    .getByText(/Đã lưu, Nguyễn Thị Lan/)
    .first()
    .waitFor()
  await page.getByText('Chưa lưu. Chữ đang gõ').waitFor({ state: 'detached' })
}

async function filePlan(dataFolder: string): Promise<void> {
  const file = join(dataFolder, '..', 'ke-hoach.txt')
  await writeFile(file, plan)
  const words = ['src/apps/cli.ts', 'plan', 'file', file, '--area', '23500', '--confirm']
  const root = resolve(import.meta.dirname, '../..')
  await promisify(execFile)(process.execPath, words, {
    cwd: root,
    env: { ...process.env, DATABASE_URL: '', UOMMAM_DATA: dataFolder },
  })
}
