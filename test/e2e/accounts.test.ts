import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasBrowser, launchBrowser } from '#test/browser.ts'
import { actAs, administrator, openPage, setUpProduct, signInAgain } from './person.ts'
import { type Started, startProduct } from './started.ts'

describe.skipIf(!hasBrowser())('the first opening and accounts', () => {
  let product: Started
  let browser: Browser
  let page: Page

  beforeAll(async () => {
    product = await startProduct()
    browser = await launchBrowser()
    page = await openPage(browser, product.address)
  })
  afterAll(async () => {
    await browser.close()
    await product.stop()
  })

  test('the first opening asks for the unit and the first administrator, then says what to do next', async () => {
    await setUpProduct(page, { province: 'quang ngai', commune: 'dak ha' })
    await page.getByRole('button', { name: /Xã Đăk Hà/ }).waitFor()
    await page.getByRole('heading', { name: 'Bắt đầu từ đâu' }).waitFor()
  })

  test('a set-up product cannot be set up again', async () => {
    const other = await openPage(browser, product.address)
    await other.goto('/setup')
    await other.getByText('Phần mềm đã được thiết lập').waitFor()
    await other.context().close()
  })

  test('a wrong password is refused in words', async () => {
    const other = await openPage(browser, product.address)
    await other.goto('/')
    await other.getByLabel('Tên đăng nhập').fill('lan')
    await other.getByRole('textbox', { name: 'Mật khẩu', exact: true }).fill('không phải mật khẩu')
    await other.keyboard.press('Enter')
    await other.getByRole('alert').getByText('Tên đăng nhập hoặc mật khẩu chưa đúng').waitFor()
    await other.context().close()
  })

  test('a session that ends in the middle of a form loses nothing that was typed', async () => {
    await actAs(page, 'Quản trị viên')
    await page.goto('/accounts/new')
    await page.getByLabel('Họ và tên').fill('Y Blơi')
    await page.getByLabel('Tên đăng nhập').fill('yblơi')
    await page.getByLabel('Tên đăng nhập').fill('ybloi')
    await page.context().clearCookies()
    await page.getByRole('button', { name: 'Tạo và lấy đường dẫn mời' }).click()
    await signInAgain(page, administrator.password)
    await page.getByRole('heading', { name: 'Đường dẫn mời cho Y Blơi' }).waitFor()
  })

  test('the invited person chooses a password by the link and sees only what the role may see', async () => {
    const link = await page.getByRole('textbox', { name: 'Đường dẫn mời cho Y Blơi' }).inputValue()
    const invited = await openPage(browser, product.address)
    await invited.goto(link)
    await invited.getByRole('textbox', { name: 'Mật khẩu', exact: true }).fill('rừng thông Măng Đen')
    await invited.getByLabel('Nhập lại mật khẩu').fill('rừng thông Măng Đen')
    await invited.keyboard.press('Enter')
    await invited.getByRole('heading', { level: 1, name: 'Hôm nay' }).waitFor()
    expect(await invited.getByRole('link', { name: 'Báo cáo', exact: true }).count()).toBe(0)
    await invited.goto('/accounts')
    await invited.getByText('Vai trò hiện tại không mở được trang này').waitFor()
    await invited.goto(link)
    await invited.getByText('Đường dẫn mời đã được dùng').waitFor()
    await invited.context().close()
  })

  test('an account is disabled and, within ten seconds, given back', async () => {
    await page.goto('/accounts')
    await page.getByRole('link', { name: 'Y Blơi' }).click()
    await page.getByRole('button', { name: 'Khóa tài khoản Y Blơi' }).click()
    await page.getByRole('button', { name: 'Mở khóa' }).waitFor()
    await page.getByRole('button', { name: 'Hoàn tác' }).click()
    await page.getByRole('button', { name: 'Khóa tài khoản Y Blơi' }).waitFor()
  })

  test('a server that stops and comes back costs nothing that was typed', async () => {
    await page.goto('/accounts/new')
    await page.getByLabel('Họ và tên').fill('A Thiên')
    await page.getByLabel('Tên đăng nhập').fill('athien')
    await product.pause()
    await page.getByRole('button', { name: 'Tạo và lấy đường dẫn mời' }).click()
    await page.getByText('Máy chủ chưa trả lời. Những gì đang nhập vẫn được giữ').waitFor()
    await product.resume()
    await page.getByText('Máy chủ chưa trả lời. Những gì').waitFor({ state: 'detached', timeout: 20_000 })
    await page.getByRole('button', { name: 'Tạo và lấy đường dẫn mời' }).click()
    await page.getByRole('heading', { name: 'Đường dẫn mời cho A Thiên' }).waitFor()
  })

  test('a page that does not exist says so', async () => {
    await page.goto('/khong-co')
    await page.getByRole('heading', { name: 'Không có trang này' }).waitFor()
  })
})
