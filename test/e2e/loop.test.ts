import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { addDays, formatDay, vietnamDay } from '#base/day.ts'
import { hasBrowser, launchBrowser } from '#test/browser.ts'
import { chooseByTyping, fitsWidth, officeScreen, openPage, phoneScreen, setUpProduct } from './person.ts'
import { type Started, startProduct } from './started.ts'

const planFile = resolve(import.meta.dirname, 'fixtures/ke-hoach-xa.txt')
const today = vietnamDay(new Date())

/** Y Hoa's birth registration ends today (60 days); the third row has a day that no calendar has. */
const roster = [
  'Họ và tên,Ngày sinh,Giới tính,Dân tộc,Thôn,Họ tên mẹ,Điện thoại,Hộ nghèo',
  `Y Hoa,${formatDay(addDays(today, -60))},Nữ,Xơ Đăng,Kon Rẫy,Y Blơi,0912345678,x`,
  `A Thiên,${formatDay(addDays(today, -1200))},Nam,Xơ Đăng,Kon Rẫy,Y Nga,0912345679,`,
  'Nguyễn Minh Anh,31/02/2022,Nữ,Kinh,Thôn 1,Trần Thị Hà,0912345670,',
].join('\n')

/** "100% (1/1)" on the card of a domain: children reached and children with something due. */
async function countsOf(page: Page, domain: string): Promise<{ reached: number; due: number }> {
  const heading = page.getByRole('heading', { name: domain, exact: true })
  const card = await heading.locator('xpath=..').innerText()
  const [, reached = '0', due = '0'] = /\((\d+)\/(\d+)\)/.exec(card) ?? []
  return { reached: Number(reached), due: Number(due) }
}

const pages = [
  '/',
  '/children',
  '/children/new',
  '/children/imports',
  '/children/cleaning',
  '/children/moves',
  '/children/pairs',
  '/children/pregnancies',
  '/services/due',
  '/services/package',
  '/sessions',
  '/growth/attention',
  '/growth/weighing',
  '/screening/referrals',
  '/plans',
  '/plans/new',
  '/plans/read',
  '/library',
  '/my-work',
  '/calendar',
  '/reminders',
  '/difficulties',
  '/indicators',
  '/indicators/list',
  '/indicators/compare',
  '/indicators/own',
  '/indicators/own/new',
  '/duties',
  '/duties/regime',
  '/duties/urgent',
  '/reports',
  '/reports/new',
  '/reports/units',
  '/units',
  '/facilities',
  '/organisations',
  '/security',
]

/** Opens a page and waits until what it shows has come. */
async function openWhole(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await page.waitForLoadState('networkidle')
}

/** The first page behind each list: a child, a plan, a report. */
async function openedFrom(page: Page, lists: readonly string[]): Promise<string[]> {
  const paths: string[] = []
  for (const list of lists) {
    await page.goto(list)
    const links = page.getByRole('main').locator(`a[href^="${list}/0"]`)
    await links.first().waitFor()
    paths.push((await links.first().getAttribute('href')) ?? list)
  }
  return paths
}

const Tree = z.object({
  nodes: z.array(
    z.object({
      ignored: z.boolean(),
      role: z.object({ value: z.string() }).optional(),
      name: z.object({ value: z.string() }).optional(),
    }),
  ),
})

const controlRoles = new Set([
  'button',
  'link',
  'textbox',
  'searchbox',
  'combobox',
  'checkbox',
  'radio',
  'spinbutton',
])

/** Asks the browser for what a screen reader is told. */
async function controlsWithoutName(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page)
  const { nodes } = Tree.parse(await session.send('Accessibility.getFullAXTree'))
  await session.detach()
  return nodes
    .filter(
      ({ ignored, role, name }) => !ignored && controlRoles.has(role?.value ?? '') && !name?.value.trim(),
    )
    .map(({ role }) => role?.value ?? '')
}

const Headings = z.array(z.object({ level: z.number(), text: z.string() }))

/** Headings that stand more than one level below the one before them, and a page whose first is not its title. */
async function headingLeaps(page: Page): Promise<string[]> {
  const levels = Headings.parse(
    await page.evaluate(`[...document.querySelectorAll('h1, h2, h3, h4, h5, h6')]
      .filter((heading) => heading.checkVisibility())
      .map(({ tagName, innerText }) => ({ level: Number(tagName.slice(1)), text: innerText }))`),
  )
  return levels.flatMap(({ level, text }, index) =>
    level > (levels[index - 1]?.level ?? 0) + 1 ? [`h${level} ${text}`] : [],
  )
}

describe.skipIf(!hasBrowser())('the loop: plan, children, services, figures, report', () => {
  let product: Started
  let browser: Browser
  let page: Page

  beforeAll(async () => {
    product = await startProduct()
    browser = await launchBrowser()
    page = await openPage(browser, product.address)
    await setUpProduct(page, { province: 'quang ngai', commune: 'dak ha' })
  })
  afterAll(async () => {
    await browser.close()
    await product.stop()
  })

  test('a plan is read from its file, corrected and filed', async () => {
    await page.getByRole('link', { name: 'Đọc kế hoạch' }).click()
    await page.getByLabel('Tệp văn bản (.docx, .txt, .md)').last().setInputFiles(planFile)
    await page.getByRole('heading', { name: 'Chỉ tiêu (3)' }).waitFor()
    await page.getByLabel('Cơ quan ban hành').fill('UBND xã Đăk Hà')
    const printed = 'Văn bản ghi: “Hoàn thành việc rà soát trước ngày 31 tháng 3 năm 2026.”'
    await page.getByText(printed).waitFor()
    await page.getByRole('button', { name: 'Lưu kế hoạch' }).click()
    await page.getByRole('heading', { level: 1, name: /Triển khai thực hiện Chương trình/i }).waitFor()
    await page.getByText('Phòng Văn hóa - Xã hội').first().waitFor()
  })

  test('a roster is imported, its wrong row comes back with the reason', async () => {
    await page.goto('/children/imports')
    const file = { name: 'danh-sach.csv', mimeType: 'text/csv', buffer: Buffer.from(roster, 'utf8') }
    await page.getByLabel('Danh sách trẻ (.xlsx hoặc .csv)').last().setInputFiles(file)
    await page.getByText('Ngày sinh “31/02/2022” không có trong lịch').waitFor()
    await page.getByRole('button', { name: 'Nhập 2 trẻ vào sổ' }).click()
    await page.getByRole('link', { name: 'Xem danh sách' }).click()
    await page.getByRole('link', { name: 'Y Hoa' }).waitFor()
  })

  test('a child is found from anywhere without marks, by keyboard alone', async () => {
    await page.goto('/')
    await page.getByRole('heading', { name: 'Trẻ em cần làm trước' }).waitFor()
    await page.keyboard.press('/')
    await page.keyboard.type('hoa y')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Trẻ em' }).waitFor()
    await page.getByRole('link', { name: 'A Thiên' }).waitFor({ state: 'detached' })
    expect(page.url()).not.toContain('?')
    await page.getByRole('link', { name: 'Y Hoa' }).click()
    await page.getByRole('heading', { level: 1, name: /Y Hoa/ }).waitFor()
  })

  test('a recorded service moves the coverage beside the target of the plan', async () => {
    await page.goto('/indicators')
    await page.getByRole('heading', { name: 'Bảo vệ', exact: true }).waitFor()
    const before = await countsOf(page, 'Bảo vệ')

    await page.goto('/sessions')
    await chooseByTyping(page.getByRole('combobox', { name: 'Dịch vụ' }), 'dang ky khai sinh')
    await page.getByLabel('Đã đến: Y Hoa').check()
    await page.keyboard.press('Control+Enter')
    await page.getByText('Đã ghi nhận cho 1 trẻ.').waitFor()

    const after = { reached: before.reached + 1 }
    await page.goto('/indicators')
    await expect
      .poll(
        async () => {
          await page.reload()
          await page.getByRole('heading', { name: 'Bảo vệ', exact: true }).waitFor()
          return countsOf(page, 'Bảo vệ')
        },
        { timeout: 20_000 },
      )
      .toMatchObject(after)
    await page.getByText('mục tiêu 90%').first().waitFor()
  })

  test('the report is made, downloaded as .docx and can be signed', async () => {
    await page.getByRole('link', { name: 'Báo cáo', exact: true }).click()
    await page.getByRole('link', { name: 'Lập báo cáo' }).first().click()
    await page.getByRole('button', { name: 'Lập báo cáo và điền số liệu' }).click()
    await page.getByRole('heading', { level: 1, name: /^Báo cáo/ }).waitFor()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: /Tải.*\.docx/ }).click(),
    ])
    expect(download.suggestedFilename()).toMatch(/\.docx$/)
    const bytes = await readFile(await download.path())
    expect(bytes.subarray(0, 2).toString()).toBe('PK')
    expect(bytes.length).toBeGreaterThan(5000)
  })

  test('every page opens without an error, names its controls and orders its headings for a screen reader, and fits a phone', async () => {
    const unnamed: string[] = []
    const wrong: string[] = []
    const wide: string[] = []
    const leaps: string[] = []
    page.on('console', (message) => {
      if (message.type() === 'error') wrong.push(`${page.url()}: ${message.text()}`)
    })
    page.on('pageerror', (error) => wrong.push(`${page.url()}: ${error.message}`))
    for (const path of [...pages, ...(await openedFrom(page, ['/children', '/plans', '/reports']))]) {
      await page.setViewportSize(officeScreen)
      await openWhole(page, path)
      unnamed.push(...(await controlsWithoutName(page)).map((control) => `${path}: ${control}`))
      leaps.push(...(await headingLeaps(page)).map((heading) => `${path}: ${heading}`))
      await page.setViewportSize(phoneScreen)
      if (!(await fitsWidth(page))) wide.push(path)
    }
    expect({ unnamed, wrong, wide, leaps }).toEqual({ unnamed: [], wrong: [], wide: [], leaps: [] })
  }, 300_000)

  test('a person with a phone reaches by the keyboard what the bar has no room for', async () => {
    await page.setViewportSize(phoneScreen)
    await page.goto('/')
    const bar = page.getByRole('navigation', { name: 'Các phần của chương trình' })
    await bar.getByRole('button', { name: 'Thêm các phần khác' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('menuitem', { name: 'Báo cáo' }).waitFor()
    await page.keyboard.press('ArrowDown')
    await page.getByRole('menuitem', { name: 'Số liệu' }).and(page.locator(':focus')).waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Báo cáo' }).waitFor()
    await bar.getByRole('button', { name: 'Thêm các phần khác, đang mở Báo cáo' }).click()
    await page.getByRole('menuitem', { name: 'Báo cáo Đang mở' }).waitFor()
    const inBar = await bar.locator('a:visible, button:visible').all()
    const last = await inBar.at(-1)?.boundingBox()
    expect([inBar.length, Math.round((last?.x ?? 0) + (last?.width ?? 0))]).toEqual([5, 360])
  })
})
