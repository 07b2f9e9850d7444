import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasBrowser, launchBrowser } from '#test/browser.ts'
import { actAs, chooseByKeys, openPage, phoneScreen, setUpProduct } from './person.ts'
import { startProduct, type Started } from './started.ts'

const fixtures = '../../src/modules/plans/shared/fixtures'
const text = (name: string) => readFile(new URL(`${fixtures}/${name}.txt`, import.meta.url), 'utf8')
const written = 'Kế hoạch ươm mầm vùng cao xã Đăk Hà năm 2026'
const pictures = process.env['UOMMAM_PICTURES']

describe.skipIf(!hasBrowser())('reading a plan and following it', () => {
  let product: Started
  let browser: Browser
  let page: Page

  beforeAll(async () => {
    product = await startProduct()
    browser = await launchBrowser()
    page = await openPage(browser, product.address)
    await setUpProduct(page, { province: 'quang ngai', commune: 'dak ha' })
    await actAs(page, 'Cán bộ')
  })
  afterAll(async () => {
    await browser.close()
    await product.stop()
  })

  async function picture(name: string, of: Page = page): Promise<void> {
    if (pictures) await of.screenshot({ path: `${pictures}/${name}.png`, fullPage: true })
  }

  test('a pasted plan is shown beside what was found in it', async () => {
    await page.goto('/plans')
    await page.getByText('Chưa có kế hoạch nào').waitFor()
    await page.getByRole('link', { name: 'Đọc kế hoạch' }).first().click()
    await page.getByLabel('Hoặc dán nội dung văn bản vào đây').fill(await text('ward-plan-2019'))
    await page.getByRole('button', { name: 'Đọc nội dung đã dán' }).click()
    await page.getByText('Cần kiểm tra (3)').waitFor()
    expect(await page.getByLabel('Cơ quan ban hành').inputValue()).toBe('UBND phường An Trà')
    await page.getByText('Chỉ tiêu (4)').waitFor()
    await picture('read-plan')
  })

  test('a found target and its place in the text lead to each other', async () => {
    await page
      .getByRole('button', { name: /^Xem trong văn bản/ })
      .nth(1)
      .click()
    const place = page.locator('[data-found="target-1"][data-chosen]')
    expect(await place.textContent()).toContain('92%')
    await page.locator('[data-found="target-0"]').click()
    await page.locator('.plans-card[data-chosen]').waitFor()
  })

  test('a deadline is corrected, one half typed is refused in words, and taken out again', async () => {
    await page.getByLabel('Cơ quan phải làm').first().fill('Trạm Y tế phường')
    await page.getByRole('button', { name: 'Thêm thời hạn' }).click()
    await page.getByRole('button', { name: 'Lưu kế hoạch' }).click()
    await page.getByText(/Thời hạn thứ 3 chưa đủ/).waitFor()
    await page.getByRole('button', { name: 'Bỏ thời hạn: ', exact: true }).click()
    await page.getByText('Thời hạn (2)').waitFor()
    await picture('read-plan-deadlines')
  })

  test('what was corrected is still there after the page is opened again', async () => {
    await page.getByLabel('Giá trị').nth(1).fill('93')
    await page.waitForTimeout(800)
    await page.reload()
    expect(await page.getByLabel('Giá trị').nth(1).inputValue()).toBe('93')
  })

  test('the confirmed plan is filed and its targets, tasks and deadlines are followed', async () => {
    await page.getByRole('button', { name: 'Lưu kế hoạch' }).click()
    await page.getByRole('heading', { name: 'Chỉ tiêu và kết quả đến nay' }).waitFor()
    await page.getByText('> 93%').waitFor()
    await page.getByRole('link', { name: /^1\. Truyền thông/ }).click()
    await page.getByRole('button', { name: 'Cập nhật tình hình' }).click()
    await page.getByRole('combobox', { name: 'Tình trạng' }).click()
    await page.getByRole('option', { name: 'Đã xong' }).click()
    await page.getByRole('textbox', { name: 'Ngày hoàn thành' }).fill('01/06/2026')
    await page.getByRole('button', { name: 'Lưu' }).click()
    await page.getByText(/Chưa bắt đầu → Đã xong/).waitFor()
    await page.goBack()
    await page.getByRole('button', { name: 'Nhập số liệu' }).last().click()
    const dialog = page.getByRole('dialog', { name: 'Nhập số liệu' })
    await dialog.getByRole('textbox', { name: 'Số liệu hiện có' }).fill('88')
    await dialog.getByRole('textbox', { name: 'Nguồn số liệu' }).fill('Sổ theo dõi của Trạm Y tế')
    await dialog.getByRole('button', { name: 'Lưu' }).click()
    await page.getByText(/88%.*Trạm Y tế/).waitFor()
    await picture('plan')
  })

  test('filing the same document again is refused in words', async () => {
    await page.goto('/plans/read')
    await page.getByLabel('Hoặc dán nội dung văn bản vào đây').fill(await text('ward-plan-2019'))
    await page.getByRole('button', { name: 'Đọc nội dung đã dán' }).click()
    await page.getByRole('button', { name: 'Lưu kế hoạch' }).click()
    await page.getByText(/đã được lưu là kế hoạch 1/).waitFor()
    await page.getByRole('button', { name: 'Đọc văn bản khác' }).click()
  })

  test('a news page cannot be saved as a plan', async () => {
    await page.getByLabel('Hoặc dán nội dung văn bản vào đây').fill(await text('news'))
    await page.getByRole('button', { name: 'Đọc nội dung đã dán' }).click()
    await page.getByText('không phải văn bản hành chính nên không lưu').waitFor()
    expect(await page.getByRole('button', { name: 'Lưu kế hoạch' }).count()).toBe(0)
    await page.getByRole('button', { name: 'Đọc văn bản khác' }).click()
  })

  test('a plan is written from a template by keyboard, saved, taken as a document and issued', async () => {
    await page.goto('/plans/new')
    await page.getByRole('radio', { name: 'Mẫu có sẵn' }).press('Space')
    const template = page.getByRole('combobox', { name: 'Mẫu kế hoạch' })
    await template.getByRole('option').nth(1).waitFor({ state: 'attached' })
    await template.press('ArrowDown')
    await page.getByRole('button', { name: 'Bắt đầu soạn' }).press('Enter')
    await page.getByRole('navigation', { name: 'Các phần của kế hoạch' }).waitFor()
    await page.getByRole('textbox', { name: 'Tên văn bản (trích yếu)' }).fill(written)
    await page.getByRole('button', { name: 'Lưu bản thảo' }).press('Enter')
    await page.getByRole('heading', { level: 1, name: written }).waitFor()
    const downloading = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Tải bản Word' }).press('Enter')
    expect((await downloading).suggestedFilename()).toMatch(/^ke-hoach-.*\.docx$/)
    await page.getByRole('button', { name: 'Ban hành', exact: true }).press('Enter')
    const dialog = page.getByRole('dialog', { name: 'Ban hành' })
    await dialog.getByRole('button', { name: 'Ban hành' }).press('Enter')
    await dialog.getByText('Mục này cần được điền hoặc chọn.').first().waitFor()
    await dialog.getByLabel('Số văn bản').fill('31')
    await dialog.getByRole('textbox', { name: 'Ngày ký' }).fill('05/01/2026')
    await dialog.getByLabel('Họ và tên người ký').fill('A Thiên')
    await dialog.getByRole('button', { name: 'Ban hành' }).press('Enter')
    await page.getByRole('heading', { name: 'Kế hoạch đang đến đâu' }).waitFor()
  })

  test('the issued plan is found in the library without marks, related by keyboard and given its file', async () => {
    await page.goto('/library')
    await page.getByRole('searchbox', { name: /^Tìm theo số/ }).fill('uom mam vung cao')
    await page.getByRole('link', { name: written }).press('Enter')
    await page.getByRole('heading', { level: 1, name: written }).waitFor()
    await page.getByRole('button', { name: 'Thêm liên quan' }).press('Enter')
    const dialog = page.getByRole('dialog', { name: 'Thêm liên quan' })
    await chooseByKeys(dialog.getByRole('combobox', { name: 'Văn bản này' }), 'Thực hiện')
    await chooseByKeys(dialog.getByRole('combobox', { name: 'Văn bản kia' }), /^165\/2026/, '165/2026')
    await dialog.getByRole('button', { name: 'Lưu' }).press('Enter')
    await page.getByRole('button', { name: /^Bỏ liên quan với 165\/2026/ }).waitFor()
    const file = (name: string, content: string) => ({
      ...{ name, mimeType: 'application/octet-stream', buffer: Buffer.from(content) },
    })
    await page.locator('input[type=file]').setInputFiles(file('ban-ky.png', 'png'))
    await page.getByText(/^Chỉ nhận tệp/).waitFor()
    await page.locator('input[type=file]').setInputFiles(file('ban-ky.pdf', 'no such thing'))
    await page.getByText('Chỉ nhận tệp PDF, Word (.docx) hoặc văn bản (.txt). Hãy chọn tệp khác.').waitFor()
    await page.locator('input[type=file]').setInputFiles(file('ban-ky.pdf', '%PDF-1.4 bản ký'))
    await page.getByRole('button', { name: 'Tải ban-ky.pdf' }).waitFor()
  })

  test('the pages fit a phone', async () => {
    await page.setViewportSize(phoneScreen)
    for (const [name, path] of [
      ['plans-phone', '/plans'],
      ['read-phone', '/plans/read'],
    ] as const) {
      await page.goto(path)
      await page.getByRole('heading', { level: 1 }).waitFor()
      await picture(name)
      const wide = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')
      expect(wide, path).toBeLessThanOrEqual(0)
    }
    await page.goto('/plans')
    await page.getByRole('link', { name: /^1\./ }).click()
    await page.getByRole('heading', { name: 'Chỉ tiêu và kết quả đến nay' }).waitFor()
    await picture('plan-phone')
    expect(
      await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth'),
    ).toBeLessThanOrEqual(0)
  })
})
