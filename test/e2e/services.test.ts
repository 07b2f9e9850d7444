import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasBrowser, launchBrowser } from '#test/browser.ts'
import { actAs, chooseByTyping, openPage, phoneScreen, setUpProduct } from './person.ts'
import { startProduct, type Started } from './started.ts'

/** Loading the sample and making its figures on a busy machine. */
const patient = { timeout: 180_000 }

async function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
}

describe.skipIf(!hasBrowser())('services', () => {
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

  test('the sample commune is loaded from the first page and marked everywhere', async () => {
    await page.goto('/')
    await page.getByRole('button', { name: 'Tải dữ liệu mẫu' }).click()
    await page.getByText('Dữ liệu mẫu (không có thật)').first().waitFor(patient)
    await expect
      .poll(
        async () => {
          await page.goto('/services/due')
          await page.getByRole('heading', { level: 1, name: 'Việc cần làm cho trẻ' }).waitFor()
          return page.getByRole('button', { name: /^Ghi nhận dịch vụ cho/ }).count()
        },
        { interval: 2000 },
      )
      .toBeGreaterThan(50)
  }, 180_000)

  test('the due list fits a phone and prints with boxes to tick', async () => {
    await page.setViewportSize(phoneScreen)
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    await page.emulateMedia({ media: 'print' })
    await page.locator('.services-box').first().waitFor({ state: 'visible' })
    expect(await page.getByRole('button', { name: 'In phiếu' }).isVisible()).toBe(false)
    await page.emulateMedia({ media: 'screen' })
    await page.setViewportSize({ width: 1366, height: 768 })
  })

  test('who came today, by keyboard alone, and undone within ten seconds', async () => {
    await page.goto('/sessions')
    await chooseByTyping(page.getByRole('combobox', { name: 'Dịch vụ' }), 'can do hang thang duoi 24')
    const boxes = page.getByRole('checkbox', { name: /^Đã đến:/ })
    await boxes.first().focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.getByText('Đã chọn 2 trẻ').waitFor()
    // Drafts are kept when nothing was typed for 400 ms.
    await page.waitForTimeout(700)
    await page.reload()
    // What was ticked and not yet sent is still there.
    await page.getByText('Đã chọn 2 trẻ').waitFor()
    await page.keyboard.press('Control+Enter')
    await page.getByText('Đã ghi nhận cho 2 trẻ.').waitFor()
    await page.getByRole('button', { name: 'Hoàn tác' }).click()
    await page.getByText('Đã ghi nhận cho 2 trẻ.').waitFor({ state: 'hidden' })
  })

  test('one service is recorded on the page of the child, seen as done, and undone by its history', async () => {
    await page.goto('/services/due?state=overdue')
    await page.getByRole('table').getByRole('link').first().click()
    await page.getByRole('heading', { level: 2, name: 'Sáu lĩnh vực, 12 tháng qua' }).waitFor()
    await page.getByRole('button', { name: 'Ghi nhận', exact: true }).click()
    const dialog = page.getByRole('dialog', { name: 'Ghi nhận dịch vụ' })
    await chooseByTyping(dialog.getByRole('combobox', { name: 'Dịch vụ' }), 'ho dung nuoc')
    await dialog.getByLabel('Ghi chú').fill('Đã thăm nhà')
    await page.keyboard.press('Control+Enter')
    await dialog.waitFor({ state: 'hidden' })
    await page.getByText('Đã thăm nhà').waitFor()
    await page
      .getByRole('button', { name: /^Hoàn tác Hộ dùng nước/ })
      .first()
      .click()
    await page.getByText('đã hoàn tác').first().waitFor()
  })

  test('a day before birth is refused in words, and nothing typed is lost', async () => {
    await page.getByRole('button', { name: 'Ghi nhận', exact: true }).click()
    const dialog = page.getByRole('dialog', { name: 'Ghi nhận dịch vụ' })
    await chooseByTyping(dialog.getByRole('combobox', { name: 'Dịch vụ' }), 'ho dung nuoc')
    await dialog.getByRole('textbox', { name: 'Ngày thực hiện' }).fill('01/01/2001')
    await dialog.getByRole('button', { name: 'Lưu' }).click()
    await dialog
      .getByRole('alert')
      .getByText(/trước ngày sinh/)
      .waitFor()
    expect(await dialog.getByRole('textbox', { name: 'Ngày thực hiện' }).inputValue()).toBe('01/01/2001')
  })
})
