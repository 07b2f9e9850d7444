import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasBrowser, launchBrowser } from '#test/browser.ts'
import { choosePassword, codeOnSlip, invite, linkFor, typeCode } from './invitations.ts'
import { actAs, administrator, openPage, phoneScreen, setUpProduct, signInAgain } from './person.ts'
import { type Started, startProduct } from './started.ts'

const roster = [
  'Họ và tên,Ngày sinh,Giới tính,Dân tộc,Thôn,Họ tên mẹ',
  'Y Hoa,07/03/2023,Nữ,Xơ Đăng,Thôn Đăk Mế,Y Blơi',
  'Nguyễn Văn Bình,15/08/2022,Nam,Kinh,Thôn Kon Trang,Trần Thị Mai',
].join('\n')
const rosterFile = { name: 'hai-thon.csv', mimeType: 'text/csv', buffer: Buffer.from(roster) }

describe.skipIf(!hasBrowser())('the first opening and accounts', () => {
  let product: Started
  let browser: Browser
  let page: Page
  let officer: Page

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
    await page.getByRole('button', { name: 'Tạo và lấy đường dẫn mời' }).click()
    // A field left empty is named in the words of the page, not of the browser.
    expect(
      await page
        .locator('input:invalid')
        .first()
        .evaluate((field: HTMLInputElement) => field.validationMessage),
    ).toBe('Mục này cần được điền hoặc chọn.')
    await page.getByLabel('Họ và tên').fill('Y Blơi')
    await page.getByLabel('Tên đăng nhập').fill('yblơi')
    await page.getByLabel('Tên đăng nhập').fill('ybloi')
    await page.context().clearCookies()
    await page.getByRole('button', { name: 'Tạo và lấy đường dẫn mời' }).click()
    await signInAgain(page, administrator.password)
    await page.getByRole('heading', { name: 'Đường dẫn mời cho Y Blơi' }).waitFor()
  })

  test('the invited person chooses a password by the link and sees only what the role may see', async () => {
    const link = await linkFor(page, 'Y Blơi')
    const invited = await openPage(browser, product.address)
    await invited.goto(link)
    await choosePassword(invited, 'rừng thông Măng Đen')
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
    await page.getByText('Máy chủ chưa trả lời. Những gì').waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Tạo và lấy đường dẫn mời' }).click()
    await page.getByRole('heading', { name: 'Đường dẫn mời cho A Thiên' }).waitFor()
  })

  test('a commune officer, invited by link, takes over the children of two villages', async () => {
    await invite(page, { fullName: 'Phạm Văn Sơn', username: 'son', role: 'Cán bộ cấp xã' })
    officer = await openPage(browser, product.address)
    await officer.goto(await linkFor(page, 'Phạm Văn Sơn'))
    await choosePassword(officer, 'suối chảy qua nương ngô')
    await officer.getByRole('heading', { level: 1, name: 'Hôm nay' }).waitFor()
    await officer.goto('/children/imports')
    await officer.locator('input[type=file]').setInputFiles(rosterFile)
    await officer.getByRole('button', { name: 'Nhập 2 trẻ vào sổ' }).click()
    await officer.getByText('Đã nhập xong').waitFor()
  })

  test('a collaborator signs in by the code of the printed slip and sees the own village only', async () => {
    const place = { typed: 'dak me', name: /^Thôn Đăk Mế, / }
    await invite(page, { fullName: 'Y Nga', username: 'ynga', role: 'Cộng tác viên thôn, tổ dân phố', place })
    const code = await codeOnSlip(page)
    const collaborator = await openPage(browser, product.address, phoneScreen)
    await typeCode(collaborator, code)
    await collaborator.getByRole('heading', { level: 1, name: 'Chào Y Nga' }).waitFor()
    await choosePassword(collaborator, 'bếp lửa nhà rông mùa đông')
    await collaborator.getByRole('heading', { level: 1, name: 'Hôm nay' }).waitFor()
    await collaborator.goto('/children')
    await collaborator.getByRole('link', { name: 'Y Hoa' }).waitFor()
    expect(await collaborator.getByText('Nguyễn Văn Bình').count()).toBe(0)
    await collaborator.getByLabel('Tìm trẻ', { exact: true }).fill('binh')
    await collaborator.getByRole('link', { name: 'Y Hoa' }).waitFor({ state: 'hidden' })
    expect(await collaborator.getByText('Nguyễn Văn Bình').count()).toBe(0)
    await collaborator.context().close()

    const finder = await openPage(browser, product.address)
    await typeCode(finder, code)
    await finder.getByText('Đường dẫn mời đã được dùng').waitFor()
    await finder.context().close()
  })

  test('an opened confidential part is asked about, answered and decided, and all of it stays', async () => {
    await officer.goto('/children')
    await officer.getByRole('link', { name: 'Y Hoa' }).click()
    await officer.getByRole('button', { name: 'Mở phần bảo mật' }).click()
    const reason = 'Cháu co giật, cần biết bệnh nền để cấp cứu'
    await officer.getByLabel('Lý do cần xem').fill(reason)
    await officer.getByRole('button', { name: 'Mở trong 30 phút' }).click()
    await officer.getByText('Phần bảo mật đang mở đến').waitFor()

    await invite(page, { fullName: 'Đinh Thị Mơ', username: 'dinhmo', role: 'Người kiểm tra nhật ký' })
    const auditor = await openPage(browser, product.address)
    await auditor.goto(await linkFor(page, 'Đinh Thị Mơ'))
    await choosePassword(auditor, 'con suối nhỏ sau làng')
    await auditor.getByRole('heading', { level: 1, name: 'Hôm nay' }).waitFor()
    await auditor.goto('/children/openings')
    const opening = auditor.getByRole('article')
    await opening.getByText('Mới, chưa ai xem').waitFor()
    await opening.getByText(reason).waitFor()
    expect(await auditor.getByText('Y Hoa').count()).toBe(0)
    await opening.getByRole('button', { name: 'Hỏi lại người mở' }).press('Enter')
    await opening.getByLabel('Câu hỏi').fill('Sao không gọi cho tôi trước khi mở?')
    await opening.getByRole('button', { name: 'Gửi câu hỏi' }).press('Enter')
    await opening.getByText('Đã hỏi lại, chờ trả lời').waitFor()

    await officer.goto('/')
    await officer.getByText('Sao không gọi cho tôi trước khi mở?').waitFor()
    await officer.getByLabel('Trả lời').fill('Tôi gọi hai lần, máy bận.')
    await officer.getByRole('button', { name: 'Gửi trả lời' }).press('Enter')
    await officer.getByLabel('Trả lời').waitFor({ state: 'hidden' })

    await auditor.goto('/children/openings?state=questioned')
    await opening.getByText('Đã trả lời, chờ kết luận').waitFor()
    await opening.getByRole('button', { name: 'Đúng, cần thiết' }).press('Enter')
    await auditor.getByText('Không có lần mở nào').waitFor()
    await auditor.goto('/children/openings?state=reviewed')
    await opening.getByText('Đã xem: cần thiết').waitFor()
    await opening.getByText('Tôi gọi hai lần, máy bận.').waitFor()
    await opening.getByText('Đinh Thị Mơ kết luận lúc').waitFor()
    await auditor.context().close()
    await officer.context().close()
  })

  test('a page that does not exist says so', async () => {
    await page.goto('/khong-co')
    await page.getByRole('heading', { name: 'Không có trang này' }).waitFor()
  })
})
