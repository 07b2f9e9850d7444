import type { Page } from 'playwright-core'
import { chooseByKeys } from './person.ts'

/** `place`: what is typed to find it, and how it is called; without it the administrator's own unit. */
export type Invited = {
  fullName: string
  username: string
  role: string
  place?: { typed: string; name: RegExp }
}

/** Fills the page of a new account as an administrator does, and gets the invitation. */
export async function invite(page: Page, { fullName, username, role, place }: Invited): Promise<void> {
  await page.goto('/accounts/new')
  await page.getByLabel('Họ và tên').fill(fullName)
  await page.getByLabel('Tên đăng nhập').fill(username)
  if (place) await chooseByKeys(page.getByRole('combobox', { name: 'Địa bàn' }), place.name, place.typed)
  await page.getByRole('combobox', { name: 'Vai trò' }).click()
  await page.getByRole('option', { name: role, exact: true }).click()
  await page.getByRole('button', { name: 'Tạo và lấy đường dẫn mời' }).click()
  await page.getByRole('heading', { name: `Đường dẫn mời cho ${fullName}` }).waitFor()
}

export async function linkFor(page: Page, fullName: string): Promise<string> {
  return page.getByRole('textbox', { name: `Đường dẫn mời cho ${fullName}` }).inputValue()
}

/** The code on the slip that is printed for a person without e-mail. */
export async function codeOnSlip(page: Page): Promise<string> {
  const slip = await page.getByRole('region', { name: 'Phiếu mời dùng Ươm Mầm' }).textContent()
  return /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(slip ?? '')?.[0] ?? ''
}

export async function choosePassword(page: Page, password: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Mật khẩu', exact: true }).fill(password)
  await page.getByLabel('Nhập lại mật khẩu').fill(password)
  await page.keyboard.press('Enter')
}

/** Types the code of a slip on the page of signing in, as its holder does. */
export async function typeCode(page: Page, code: string): Promise<void> {
  await page.goto('/')
  await page.getByRole('link', { name: 'Tôi có mã mời' }).click()
  await page.getByLabel('Mã mời').fill(code.toLowerCase())
  await page.keyboard.press('Enter')
}
