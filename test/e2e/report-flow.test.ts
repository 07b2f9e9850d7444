import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readDocxText } from '#platform/documents/docx-text.ts'
import { hasBrowser, launchBrowser } from '#test/browser.ts'
import { openPage, phoneScreen, signIn } from './person.ts'
import { fileProvincePlan, runCommand, setUpProvince } from './reporting-province.ts'
import { startProduct, type Started } from './started.ts'

const communeOfficer = {
  ...{ fullName: 'Y Hoa', username: 'y.hoa', password: 'suối trong chảy qua làng' },
  communeCode: '23500',
}
const period = '6 tháng đầu năm 2026'
const shots = process.env['UOMMAM_SHOTS']

/** A province and three communes: one writes in the page, one by commands, one sends nothing. */
describe.skipIf(!hasBrowser())('the way of a report', () => {
  let product: Started
  let browser: Browser
  let commune: Page
  let province: Page

  const look = async (page: Page, name: string) => {
    if (!shots) return
    await page.screenshot({ path: `${shots}/${name}.png` })
    await page.setViewportSize(phoneScreen)
    await page.screenshot({ path: `${shots}/${name}-360.png` })
    await page.setViewportSize({ width: 1366, height: 768 })
  }

  beforeAll(async () => {
    product = await startProduct()
    browser = await launchBrowser()
    await setUpProvince(product, communeOfficer)
    await fileProvincePlan(product)
    commune = await openPage(browser, product.address)
    await signIn(commune, communeOfficer)
    province = await openPage(browser, product.address)
    await signIn(province)
  })
  afterAll(async () => {
    await browser.close()
    await product.stop()
  })

  test('a commune makes its report on the plan of the province', async () => {
    await commune.goto('/reports/new')
    await commune.getByLabel('Kỳ báo cáo').selectOption({ label: period })
    await commune.getByRole('button', { name: 'Lập báo cáo và điền số liệu' }).click()
    await commune.getByRole('heading', { level: 1, name: `Báo cáo ${period}` }).waitFor()
    await commune.getByLabel('Lời của mục “Văn bản đã ban hành”').fill('Đã ban hành 2 văn bản.')
    await commune.getByRole('button', { name: 'Lưu mục này' }).first().click()
    await commune
      .getByText(/Đã lưu, Y Hoa/)
      .first()
      .waitFor()
  })

  test('a part that is larger than its whole stops it, and the check leads to the cell', async () => {
    await typeCell(commune, 'Được khám sức khỏe', '5')
    await typeCell(commune, 'Nghi chậm phát triển', '7')
    await send(commune)
    await commune
      .getByRole('dialog')
      .getByText(/Còn 1 lỗi phải sửa/)
      .waitFor()
    await commune.getByRole('button', { name: 'Chưa làm' }).click()
    await commune.getByText(/“Nghi chậm phát triển” là 7, lớn hơn “Được khám sức khỏe” là 5/).waitFor()
    await look(commune, 'bao-cao-kiem-tra')
    await commune.getByRole('button', { name: 'Đến ô này' }).first().click()
    await commune.getByLabel('Số nhập').fill('4')
    await commune.getByLabel('Lý do, căn cứ').fill('Theo sổ khám')
    await commune.getByRole('button', { name: 'Lưu số này' }).click()
    await commune.getByRole('button', { name: /^Tổng số, Nghi chậm phát triển: 4/ }).waitFor()
    await send(commune)
    await commune.getByRole('listitem').filter({ hasText: 'Đã gửi' }).first().waitFor()
  })

  test('the province sees who has sent, comments on a cell and returns the report', async () => {
    await province.goto('/reports/units')
    await province.getByLabel('Kỳ báo cáo').selectOption({ label: period })
    await province.getByText(/1\/\d+ đơn vị đã gửi/).waitFor()
    await look(province, 'bao-cao-cac-xa')
    await province.getByRole('link', { name: 'Xã Đăk Hà' }).click()
    await province.getByRole('button', { name: /^Tổng số, Nghi chậm phát triển: 4/ }).click()
    await province.locator('aside').getByLabel('Ghi ý kiến').fill('Đề nghị đối chiếu sổ khám của trạm.')
    await province.locator('aside').getByRole('button', { name: 'Ghi ý kiến' }).click()
    await province.locator('aside').getByText('chưa trả lời').waitFor()
    await look(province, 'bao-cao-y-kien')
    await province.getByRole('button', { name: 'Trả lại để sửa' }).click()
    await province.getByLabel('Lý do trả lại').fill('Số trẻ nghi chậm phát triển chưa khớp.')
    await province.getByRole('dialog').getByRole('button', { name: 'Lưu' }).click()
    await province.getByText(/trả lại: Số trẻ nghi chậm phát triển chưa khớp/).waitFor()
  })

  test('the commune corrects the cell, answers and sends again', async () => {
    await commune.reload()
    await commune.getByText(/trả lại: Số trẻ nghi chậm phát triển chưa khớp/).waitFor()
    await typeCell(commune, 'Nghi chậm phát triển', '3')
    await commune.locator('aside').getByLabel('Trả lời').fill('Đã đối chiếu, còn 3 trẻ.')
    await commune.locator('aside').getByRole('button', { name: 'Trả lời' }).click()
    await commune.locator('aside').getByText('Y Hoa trả lời: Đã đối chiếu, còn 3 trẻ.').waitFor()
    await send(commune)
    await commune.getByRole('link', { name: 'Khác gì bản 1' }).click()
    await commune.getByRole('row', { name: /Nghi chậm phát triển 4 3/ }).waitFor()
    await look(commune, 'bao-cao-khac-nhau')
    await commune.goBack()
  })

  test('another commune reports by commands, the third does not', async () => {
    const out = `${product.dataFolder}/../bao-cao.docx`
    const about = ['--plan', '1', '--period', '2026-H1', '--area', '23401']
    const built = JSON.parse(await runCommand(product, 'report', 'build', ...about, '--out', out, '--json'))
    const no = String(built.no)
    expect(await runCommand(product, 'report', 'submit', no, '--reason', 'Đã đối chiếu')).toMatch(/^Đã gửi/)
    expect(await runCommand(product, 'report', 'accept', no)).toMatch(/^Đã nhận báo cáo \d+ của Xã Đăk Tô/)
    expect(await runCommand(product, 'report', 'list', '--period', '2026-H1')).toContain(
      'Xã Đăk Tô\taccepted',
    )
  })

  test('the province accepts, consolidates, names who is missing, signs and gets the document', async () => {
    await province.reload()
    await province.getByRole('button', { name: 'Nhận báo cáo' }).click()
    await province.getByRole('dialog').getByRole('button', { name: 'Nhận báo cáo' }).click()
    await province.getByRole('button', { name: 'Mở lại' }).waitFor()

    await province.goto('/reports/new')
    await province.getByLabel('Kỳ báo cáo').selectOption({ label: period })
    await province.getByRole('button', { name: 'Lập báo cáo và điền số liệu' }).click()
    await province.getByText(/2\/\d+ xã, phường, đặc khu có số liệu/).waitFor()
    await province.getByRole('button', { name: 'Tổng số, Nghi chậm phát triển: 3' }).waitFor()
    await province.getByText(/Các đơn vị viết trong mục này \(1\)/).click()
    await province.getByRole('button', { name: 'Thêm phần của Xã Đăk Hà' }).click()
    await province.getByRole('button', { name: 'Lưu mục này' }).first().click()
    await province.locator('.report-panel > summary').click()
    await province.getByLabel('Lý do số này đúng').first().fill('Các xã còn lại báo cáo bổ sung sau.')
    await province.getByRole('button', { name: 'Lưu lý do' }).first().click()
    await province.getByText(/đã giải thích: Các xã còn lại/).waitFor()
    await look(province, 'bao-cao-tong-hop')

    await province.getByRole('button', { name: 'Ghi số, ngày và khóa' }).click()
    await province.getByLabel('Số văn bản').fill('58')
    await province.getByRole('textbox', { name: 'Ngày ký' }).fill('05/07/2026')
    await province.getByRole('textbox', { name: 'Người ký', exact: true }).fill('Trần Văn Bình')
    await province.getByRole('dialog').getByRole('button', { name: 'Lưu' }).click()
    await province.getByText(/số 58\/BC-SYT ngày 05\/07\/2026/).waitFor()
    await look(province, 'bao-cao-da-ky')

    const downloading = province.waitForEvent('download')
    await province.getByRole('button', { name: 'Tải .docx' }).click()
    const path = await (await downloading).path()
    const read = await readDocxText(await readFile(path))
    expect(read.ok ? read.text : '').toContain('58/BC-SYT')
  })

  test('the frozen copy is sound, and nothing is wider than a phone', async () => {
    const list = await runCommand(product, 'report', 'list', '--area', '51', '--json')
    const [own] = JSON.parse(list).filter(({ state }: { state: string }) => state === 'signed')
    expect(await runCommand(product, 'report', 'verify', String(own.no))).toMatch(
      /^Bản 1: nguyên vẹn [0-9a-f]{64}$/,
    )
    for (const page of [commune, province]) {
      await page.setViewportSize(phoneScreen)
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0)
    }
  })
})

async function typeCell(page: Page, column: string, value: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^Tổng số, ${column}:`) }).press('Enter')
  await page.getByLabel('Số nhập').fill(value)
  await page.getByLabel('Lý do, căn cứ').fill('Theo sổ khám')
  await page.getByRole('button', { name: 'Lưu số này' }).click()
  await page.getByRole('button', { name: new RegExp(`^Tổng số, ${column}: ${value}`) }).waitFor()
}

async function send(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Gửi lên cấp trên' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Gửi lên cấp trên' }).click()
}
