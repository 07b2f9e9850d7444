import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasBrowser, launchBrowser } from '#test/browser.ts'
import { timeCode } from '#test/time-code.ts'
import { choosePassword, codeOnSlip, invite, linkFor } from './invitations.ts'
import { actAs, administrator, openPage, phoneScreen, setUpProduct } from './person.ts'
import { type Started, startProduct } from './started.ts'

/** With a folder named, pictures of the pages are taken on the way, for the guide. */
const pictures = process.env['UOMMAM_PICTURES']

async function takePicture(page: Page, name: string): Promise<void> {
  if (!pictures) return
  mkdirSync(pictures, { recursive: true })
  const before = page.viewportSize() ?? { width: 1366, height: 768 }
  for (const width of [1366, 360]) {
    await page.setViewportSize({ width, height: 800 })
    await page.evaluate('scrollTo(0, 0)')
    await page.waitForTimeout(500)
    await page.screenshot({ path: join(pictures, `${name}-${width}.png`), fullPage: true })
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0)
  }
  await page.setViewportSize(before)
}

/** A fingerprint reader of this browser: Chromium's own virtual authenticator. */
async function addAuthenticator(context: BrowserContext, page: Page): Promise<void> {
  const devtools = await context.newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
}

async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Tài khoản của/ }).click()
  await page.getByRole('menuitem', { name: 'Đăng xuất' }).click()
  await page.getByRole('heading', { level: 1, name: 'Đăng nhập' }).waitFor()
}

async function typePassword(page: Page, username: string, password: string): Promise<void> {
  await page.getByLabel('Tên đăng nhập').fill(username)
  await page.getByRole('textbox', { name: 'Mật khẩu', exact: true }).fill(password)
  await page.keyboard.press('Enter')
}

describe.skipIf(!hasBrowser())('signing in, in a browser', () => {
  let product: Started
  let browser: Browser
  let page: Page
  let appKey = ''
  let recoveryCode = ''

  beforeAll(async () => {
    product = await startProduct()
    browser = await launchBrowser()
    page = await openPage(browser, product.address)
    await addAuthenticator(page.context(), page)
    await setUpProduct(page, { province: 'quang ngai', commune: 'dak ha' })
  })
  afterAll(async () => {
    await browser.close()
    await product.stop()
  })

  test('the first administrator is told until when the second step must be set up', async () => {
    await page.getByText('Vai trò của bạn cần xác thực hai bước. Hãy thiết lập trước').waitFor()
    await page.getByRole('link', { name: 'Thiết lập ngay' }).click()
    await page.getByRole('heading', { level: 1, name: 'Bảo mật của tôi' }).waitFor()
    await takePicture(page, 'bao-mat')
  })

  test('sets up the authenticator app by keyboard, and keeps the recovery codes', async () => {
    await page.getByRole('button', { name: 'Bật xác thực hai bước' }).press('Enter')
    await page.getByLabel('Nhập mật khẩu để tiếp tục').fill(administrator.password)
    await page.keyboard.press('Enter')
    const key = await page.getByText('Không quét được?').textContent()
    appKey = (key?.split(':')[1] ?? '').replace(/\s/g, '')
    await page.getByRole('img', { name: 'Mã QR để thêm Ươm Mầm' }).waitFor()
    await takePicture(page, 'xac-thuc-hai-buoc')
    await page.getByLabel('Mã 6 chữ số').fill('000000')
    await page.keyboard.press('Enter')
    await page.getByRole('alert').getByText('Mã chưa đúng').waitFor()
    await page.getByLabel('Mã 6 chữ số').fill(timeCode(`otpauth://totp/x?secret=${appKey}`))
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Mã dự phòng của lan' }).waitFor()
    const codes = await page
      .getByRole('listitem')
      .filter({ hasText: /^\w{5}-\w{5}$/ })
      .allTextContents()
    recoveryCode = codes[0] ?? ''
    expect(codes).toHaveLength(10)
    await takePicture(page, 'ma-du-phong')
    await page.getByRole('button', { name: 'Tôi đã cất các mã này' }).press('Enter')
    await page.getByText('Đang bật. Mỗi lần đăng nhập cần mã').waitFor()
  })

  test('adds a passkey of the device and signs in by it alone', async () => {
    await page.getByRole('button', { name: 'Thêm khóa cho thiết bị này' }).press('Enter')
    await page.getByRole('button', { name: 'Gỡ khóa Thiết bị của tôi' }).waitFor()
    await signOut(page)
    await takePicture(page, 'dang-nhap')
    await page.getByRole('button', { name: 'Đăng nhập bằng khóa đăng nhập' }).press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Hôm nay' }).waitFor()
  })

  test('or by password and recovery code, on a device without the passkey', async () => {
    const other = await openPage(browser, product.address, phoneScreen)
    await other.goto('/')
    await typePassword(other, 'lan', administrator.password)
    await other.getByRole('heading', { name: 'Bước 2: nhập mã xác thực' }).waitFor()
    await takePicture(other, 'buoc-hai')
    await other.getByRole('button', { name: /Dùng mã dự phòng/ }).click()
    await other.getByLabel('Mã dự phòng').fill(recoveryCode.toLowerCase())
    await other.keyboard.press('Enter')
    await other.getByRole('heading', { level: 1, name: 'Hôm nay' }).waitFor()
    await page.goto('/security')
    await page
      .getByRole('button', { name: /^Kết thúc phiên/ })
      .first()
      .waitFor()
    await takePicture(page, 'noi-dang-nhap')
    await page.getByRole('button', { name: 'Thoát khỏi mọi nơi khác' }).click()
    await page
      .getByRole('button', { name: /^Kết thúc phiên/ })
      .first()
      .waitFor({ state: 'detached' })
    await other.goto('/')
    await other.getByRole('heading', { level: 1, name: 'Đăng nhập' }).waitFor()
    await other.context().close()
  })

  test('an officer invited by link chooses a password and is in', async () => {
    await actAs(page, 'Quản trị viên')
    await invite(page, { fullName: 'Phạm Văn Sơn', username: 'son', role: 'Cán bộ cấp xã' })
    const link = await linkFor(page, 'Phạm Văn Sơn')
    const invited = await openPage(browser, product.address)
    await invited.goto(link)
    await choosePassword(invited, 'matkhau123')
    await invited.getByText('danh sách mật khẩu hay bị đoán').waitFor()
    await choosePassword(invited, 'suối chảy qua nương ngô')
    await invited.getByRole('heading', { level: 1, name: 'Hôm nay' }).waitFor()
    await invited.context().close()
  })

  test('a health worker without e-mail types the code of a printed slip', async () => {
    await invite(page, { fullName: 'Y Blơi', username: 'ybloi', role: 'Nhân viên y tế' })
    const slip = page.getByRole('region', { name: 'Phiếu mời dùng Ươm Mầm' })
    await slip.getByRole('img', { name: 'Mã QR mở trang nhận lời mời' }).waitFor()
    const code = await codeOnSlip(page)
    await takePicture(page, 'phieu-moi')
    await page.emulateMedia({ media: 'print' })
    expect(await page.getByRole('button', { name: 'Chép đường dẫn' }).isVisible()).toBe(false)
    expect(await slip.isVisible()).toBe(true)
    await page.emulateMedia({ media: 'screen' })

    const invited = await openPage(browser, product.address, phoneScreen)
    await invited.goto('/')
    await invited.getByRole('link', { name: 'Tôi có mã mời' }).click()
    await takePicture(invited, 'nhap-ma-moi')
    await invited.getByLabel('Mã mời').fill(code.toLowerCase())
    await invited.keyboard.press('Enter')
    await invited.getByRole('heading', { level: 1, name: 'Chào Y Blơi' }).waitFor()
    await choosePassword(invited, 'rừng thông Măng Đen')
    await invited.getByRole('heading', { level: 1, name: 'Hôm nay' }).waitFor()
    await invited.context().close()
  })

  test('an administrator invited is led through the second step before anything else', async () => {
    await invite(page, { fullName: 'Đỗ Thị Hà', username: 'ha.quantri', role: 'Quản trị viên' })
    const link = await linkFor(page, 'Đỗ Thị Hà')
    const invited = await openPage(browser, product.address)
    await invited.goto(link)
    await choosePassword(invited, 'đèn lồng đêm rằm tháng tám')
    await invited.getByRole('heading', { level: 1, name: 'Thiết lập xác thực hai bước' }).waitFor()
    await takePicture(invited, 'phai-thiet-lap')
    await invited.goto('/accounts')
    await invited.getByRole('heading', { level: 1, name: 'Thiết lập xác thực hai bước' }).waitFor()
    await invited.getByLabel('Nhập mật khẩu để tiếp tục').fill('đèn lồng đêm rằm tháng tám')
    await invited.keyboard.press('Enter')
    const key = (await invited.getByText('Không quét được?').textContent())?.split(':')[1] ?? ''
    await invited
      .getByLabel('Mã 6 chữ số')
      .fill(timeCode(`otpauth://totp/x?secret=${key.replace(/\s/g, '')}`))
    await invited.keyboard.press('Enter')
    await invited.getByRole('button', { name: 'Tôi đã cất các mã này' }).click()
    await invited.getByRole('heading', { level: 1, name: 'Tài khoản' }).waitFor()
    await invited.context().close()
  })

  test('a lost phone: the administrator removes the second step, and it is set up anew', async () => {
    await page.goto('/accounts')
    await page.getByRole('link', { name: 'Đỗ Thị Hà' }).click()
    await page.getByRole('button', { name: 'Bỏ xác thực hai bước của Đỗ Thị Hà' }).click()
    await page.getByRole('button', { name: 'Bỏ và cho thiết lập lại' }).click()
    await page.getByText('Đã bỏ xác thực hai bước của Đỗ Thị Hà').waitFor()
    const other = await openPage(browser, product.address)
    await other.goto('/')
    await typePassword(other, 'ha.quantri', 'đèn lồng đêm rằm tháng tám')
    await other.getByRole('heading', { level: 1, name: 'Thiết lập xác thực hai bước' }).waitFor()
    await other.context().close()
  })
})
