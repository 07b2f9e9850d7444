import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { vietnamDay } from '#base/day.ts'
import { builtinStandard } from '#modules/growth/server/public.ts'
import { assess } from '#modules/growth/shared/assess.ts'
import { Sheet, type SheetRow } from '#modules/growth/shared/contract.ts'
import { growthWords } from '#modules/growth/shared/messages.ts'
import { hasBrowser, launchBrowser } from '#test/browser.ts'
import { nextWeighing } from './next-weighing.ts'
import { actAs, openPage, phoneScreen, setUpProduct } from './person.ts'
import { startProduct, type Started } from './started.ts'

const children = 30

const typed = (value: number): string => value.toFixed(1).replace('.', ',')

describe.skipIf(!hasBrowser())('a weighing day', () => {
  let product: Started
  let browser: Browser
  let page: Page
  let sheet: SheetRow[] = []
  const today = vietnamDay(new Date())

  beforeAll(async () => {
    product = await startProduct()
    browser = await launchBrowser()
    page = await openPage(browser, product.address)
    await setUpProduct(page, { province: 'quang ngai', commune: 'dak ha' })
    await actAs(page, 'Cán bộ')
    await page.goto('/')
    await page.getByRole('button', { name: 'Tải dữ liệu mẫu' }).click()
    await page.getByText('Dữ liệu mẫu (không có thật)').first().waitFor({ timeout: 180_000 })
  }, 180_000)
  afterAll(async () => {
    await browser.close()
    await product.stop()
  })

  const row = (place: number) => page.locator(`tr[data-place="${place}"]`)
  const focusedName = () => page.evaluate<string>('document.activeElement?.getAttribute("aria-label") ?? ""')

  test('thirty children are weighed and measured by keyboard alone, each saved as it is typed', async () => {
    await page.goto('/growth/weighing')
    await row(children).waitFor()
    const reply = await page.request.get(`/api/growth/sheet?day=${today}`)
    sheet = Sheet.parse(await reply.json()).rows
    expect(await row(0).innerText()).toContain(sheet[0]?.fullName)
    await row(0).locator('input[data-field="weight"]').focus()
    const start = performance.now()
    for (const child of sheet.slice(0, children)) {
      const { weightKg, lenheiCm } = nextWeighing(child, today)
      await page.keyboard.type(typed(weightKg))
      await page.keyboard.press('Enter')
      await page.keyboard.type(typed(lenheiCm))
      await page.keyboard.press('Enter')
    }
    const seconds = (performance.now() - start) / 1000
    await expect.poll(() => page.locator('tr[data-saved="true"]').count()).toBe(children)
    await page.getByText(/Đã cân 30\/\d+ trẻ/).waitFor()
    process.stdout.write(`thirty children in ${seconds.toFixed(1)} s of typing without thinking\n`)
  })

  test('z-score and class stand beside each child; the cursor is at the next', async () => {
    const shown = await Promise.all(
      [0, 1, 2, 3, 4].map((place) => row(place).locator('.growth-class').allInnerTexts()),
    )
    const assessed = sheet.slice(0, 5).map((child) => {
      const none = { oedema: false, headCm: null, armCm: null, tricepsMm: null, subscapularMm: null }
      const measured = { ...none, ...nextWeighing(child, today), position: null }
      const { classes } = assess(builtinStandard(), child, today, measured)
      return classes.map((one) => growthWords.vi[`growth.class-${one}`])
    })
    expect(shown).toEqual(assessed)
    expect(await focusedName()).toMatch(/^Cân nặng của /)
  })

  /** The first child after those weighed who is younger than two years: the built-in tables know its weights. */
  async function youngPlace(): Promise<number> {
    const all = await page.locator('tr[data-place]').allInnerTexts()
    return all.findIndex((words, place) => place > children && /· \d+ tháng/.test(words))
  }

  test('a doubtful weight asks once more before it is saved; grams are not taken', async () => {
    const young = row(await youngPlace())
    const weight = young.locator('input[data-field="weight"]')
    await weight.fill('9500')
    await young.locator('input[data-field="lenhei"]').fill('80')
    await page.keyboard.press('Enter')
    await young.getByText('Cân nặng có vẻ ghi bằng gam.').waitFor()
    await weight.fill('1,2')
    await page.keyboard.press('Enter')
    await young.getByText('Nhấn Enter lần nữa để xác nhận và lưu.').waitFor()
    await page.keyboard.press('Enter')
    await young.getByText('Đã lưu').waitFor()
  })

  test('a measurement is taken back with one button', async () => {
    const saved = await page.locator('tr[data-saved="true"]').count()
    await page
      .getByRole('button', { name: /^Hủy số đo của/ })
      .first()
      .click()
    await expect.poll(() => page.locator('tr[data-saved="true"]').count()).toBe(saved - 1)
  })

  test('who needs attention is on the list, and the chart of a child has its points and the table', async () => {
    await page.goto('/growth/attention')
    await page.getByRole('heading', { level: 1, name: 'Trẻ cần chú ý về dinh dưỡng' }).waitFor()
    await page.goto('/growth/weighing')
    const name = await row(2).locator('b').innerText()
    await page.goto(`/children#${encodeURIComponent(name)}`)
    await page.getByRole('link', { name }).first().click()
    await page.getByRole('heading', { name: 'Tăng trưởng' }).waitFor()
    await page.getByRole('link', { name: 'Biểu đồ tăng trưởng' }).click()
    await page.getByRole('img', { name: 'Cân nặng theo tuổi' }).locator('svg').waitFor()
    await page.getByRole('table', { name: 'Các lần cân đo' }).waitFor()
  })

  test('the sheet fits a phone', async () => {
    await page.goto('/growth/weighing')
    await row(3).waitFor()
    await page.setViewportSize(phoneScreen)
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0)
    await page.setViewportSize({ width: 1366, height: 768 })
  })
})
