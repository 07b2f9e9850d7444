import type { Browser, Locator, Page } from 'playwright-core'

export type NewAdministrator = { fullName: string; username: string; password: string }

export const administrator: NewAdministrator = {
  fullName: 'Nguyễn Thị Lan',
  username: 'lan',
  password: 'hoa lan nở đầu xuân',
}

export const officeScreen = { width: 1366, height: 768 }
export const phoneScreen = { width: 360, height: 740 }

/** Only a hang runs into these: a busy machine is four times slower than a quiet one. */
const actionMilliseconds = 120_000

/** More options than any list has that a walk chooses from by arrows. */
const mostSteps = 40

export async function openPage(browser: Browser, address: string, viewport = officeScreen): Promise<Page> {
  const context = await browser.newContext({
    viewport,
    locale: 'vi-VN',
    baseURL: address,
    acceptDownloads: true,
  })
  const page = await context.newPage()
  page.setDefaultTimeout(actionMilliseconds)
  return page
}

/** Whether nothing is wider than the screen. A page laid out anew settles within a moment, so it is given some. */
export async function fitsWidth(page: Page): Promise<boolean> {
  const fits = 'document.documentElement.scrollWidth <= innerWidth'
  const settled = page.waitForFunction(fits, undefined, { timeout: 30_000 })
  return settled.then(
    () => true,
    () => false,
  )
}

/** Types into a list that is searched by typing and takes its first match. */
export async function chooseByTyping(field: Locator, text: string): Promise<void> {
  await field.click()
  await field.fill(text)
  await field.page().getByRole('option').first().waitFor()
  await field.press('Enter')
}

/**
 * Chooses from a list by the keyboard alone. The list marks an option a moment after it opens, so the keys wait for the
 * mark: arrows counted in advance would sometimes stop at another option.
 */
export async function chooseByKeys(field: Locator, option: string | RegExp, text?: string): Promise<void> {
  await field.focus()
  if (text === undefined) await field.press('Enter')
  else await field.fill(text)
  const options = field.page().getByRole('option')
  const named = field.page().getByRole('option', { name: option })
  // A list that is still being searched may move what is marked: what is looked for must head it.
  const wanted = text === undefined ? named : options.first().and(named)
  await wanted.waitFor()
  const isMarked = async () => (await wanted.getAttribute('data-combobox-selected')) === 'true'
  for (let step = 0; step < mostSteps && !(await isMarked()); step += 1) await field.press('ArrowDown')
  await field.press('Enter')
  await wanted.waitFor({ state: 'hidden' })
}

/** The first opening: unit, administrator, and in. */
export async function setUpProduct(
  page: Page,
  { province, commune }: { province: string; commune: string },
): Promise<void> {
  await page.goto('/')
  await chooseByTyping(page.getByRole('combobox', { name: 'Tỉnh, thành phố' }), province)
  await chooseByTyping(page.getByRole('combobox', { name: 'Xã, phường, đặc khu' }), commune)
  await page.getByLabel('Họ và tên').fill(administrator.fullName)
  await page.getByLabel('Tên đăng nhập').fill(administrator.username)
  await page.getByRole('textbox', { name: 'Mật khẩu', exact: true }).fill(administrator.password)
  await page.getByLabel('Nhập lại mật khẩu').fill(administrator.password)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Hôm nay' }).waitFor()
}

export async function signIn(page: Page, { username, password } = administrator): Promise<void> {
  await page.goto('/')
  await page.getByLabel('Tên đăng nhập').fill(username)
  await page.getByRole('textbox', { name: 'Mật khẩu', exact: true }).fill(password)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Hôm nay' }).waitFor()
}

export async function signInAgain(page: Page, password: string): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Đăng nhập lại để tiếp tục' })
  await dialog.getByRole('textbox', { name: 'Mật khẩu', exact: true }).fill(password)
  await dialog.getByRole('button', { name: 'Đăng nhập', exact: true }).click()
  await dialog.waitFor({ state: 'hidden' })
}

/** Changes the role a person acts under, from the head of the page. */
export async function actAs(page: Page, role: string): Promise<void> {
  await page.getByRole('button', { name: /Đang làm việc với vai trò/ }).click()
  await page.getByRole('menuitem', { name: role }).click()
  await page.getByRole('button', { name: `Đang làm việc với vai trò ${role}` }).waitFor()
}
