import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Browser, Page } from 'playwright-core'
import { addDays, formatDay, vietnamDay } from '#base/day.ts'
import { hasBrowser, launchBrowser } from '#test/browser.ts'
import { actAs, chooseByKeys, openPage, phoneScreen, setUpProduct } from './person.ts'
import { startProduct, type Started } from './started.ts'

const roster = [
  'DANH SÁCH TRẺ EM XÃ ĐĂK HÀ',
  'STT;Họ và tên;Ngày sinh;Nam;Nữ;Dân tộc;Thôn;Họ tên mẹ;SĐT;Hộ nghèo',
  '1;Y Hoa;07/03/2023;;x;Xơ Đăng;Thôn Đăk Mế;Y Blơi;0912345678;x',
  '2;A Thiên;01/02/2022;x;;Ba Na;Thôn Đăk Mế;Y Nga;;',
  '3;Nguyễn Văn Bình;31/02/2020;x;;Kinh;Thôn Kon Trang;Trần Thị Mai;;',
  '4;Y Hoà;03/07/2023;;x;Xơ Đăng;Đăk Mế;Y Blơi;;',
].join('\r\n')

/** Set UOMMAM_SCREENS to a folder to look at the pages afterwards. */
async function look(page: Page, name: string): Promise<void> {
  const folder = process.env['UOMMAM_SCREENS']
  if (folder) await page.screenshot({ path: `${folder}/children-${name}.png`, fullPage: true })
}

describe.skipIf(!hasBrowser())('the register of children in a browser', () => {
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
    await browser?.close()
    await product?.stop()
  })

  test('a roster is dropped, checked, decided and taken over', async () => {
    await page.goto('/children')
    await page
      .getByRole('heading', { name: 'Chưa có trẻ nào trong sổ' })
      .or(page.getByText('Chưa có trẻ nào trong sổ'))
      .first()
      .waitFor()
    await look(page, 'empty')
    await page.getByRole('link', { name: 'Nhập danh sách' }).first().click()
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'xa-dak-ha.csv', mimeType: 'text/csv', buffer: Buffer.from(roster) })
    await page.getByRole('heading', { level: 1, name: 'xa-dak-ha.csv' }).waitFor()
    await page
      .getByText('Ngày sinh “31/02/2020” không có trong lịch. Hãy kiểm tra lại ngày và tháng.')
      .waitFor()
    await look(page, 'import-checked')
    await page.getByRole('button', { name: 'Cùng một trẻ' }).click()
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Tải các dòng chưa nhập kèm lý do' }).click()
    expect((await download).suggestedFilename()).toBe('xa-dak-ha - dòng cần sửa.xlsx')
    await page.getByRole('button', { name: 'Nhập 2 trẻ vào sổ' }).click()
    await page.getByText('Đã nhập xong').waitFor()
    await page.getByRole('link', { name: 'Xem danh sách trẻ' }).click()
    await page.getByRole('link', { name: 'Y Hoa' }).waitFor()
  })

  test('a child is found without marks and shown with its services', async () => {
    await page.goto('/children')
    await page.getByLabel('Tìm trẻ', { exact: true }).fill('thien a')
    await page.getByRole('link', { name: 'Y Hoa' }).waitFor({ state: 'hidden' })
    await look(page, 'list')
    await page.getByRole('link', { name: 'A Thiên' }).click()
    await page.getByRole('heading', { level: 1, name: 'A Thiên' }).waitFor()
    await page
      .getByRole('heading', { name: 'Sáu lĩnh vực' })
      .or(page.locator('.domain-dots'))
      .first()
      .waitFor()
    await look(page, 'child')
  })

  test('a child is registered by keyboard; faults and likeness show before it is saved', async () => {
    await page.goto('/children/new')
    await page.getByLabel('Họ và tên').first().fill('Y Hòa')
    await page.getByLabel('Ngày sinh').first().fill('07/03/2023')
    await page.getByText(/Hôm nay trẻ được/).waitFor()
    await page.getByRole('radio', { name: 'Nữ' }).check()
    await page.getByLabel('Họ tên người chăm sóc').fill('Y Blơi')
    await page.getByText('Có trẻ rất giống đã có trong sổ').waitFor()
    await page.getByLabel('Số định danh cá nhân').fill('062223760045')
    await page.getByText('Chữ số thứ tư là của giới tính khác.').waitFor()
    await look(page, 'new')
    await page.getByLabel('Số định danh cá nhân').fill('')
    // What is typed is kept once typing rests.
    await page.waitForTimeout(1000)
    await page.reload()
    expect(await page.getByLabel('Họ và tên').first().inputValue()).toBe('Y Hòa')
    await page.getByText('Có trẻ rất giống đã có trong sổ').waitFor()
    await page.getByRole('checkbox', { name: 'Đây là trẻ khác, vẫn ghi vào sổ' }).check()
    await page.keyboard.press('Control+Enter')
    await page.getByText('Đã ghi Y Hòa vào sổ.').waitFor()
    expect(await page.getByLabel('Họ và tên').first().inputValue()).toBe('')
  })

  test('two people change one child: the second sees what changed and keeps both', async () => {
    await page.goto('/children')
    await page.getByRole('link', { name: 'A Thiên' }).click()
    await page.getByRole('link', { name: 'Sửa' }).click()
    await page.getByLabel('Hộ số').fill('21')
    const other = await page.context().newPage()
    await other.goto(page.url())
    await other.getByLabel('Địa chỉ').waitFor()
    await other.getByLabel('Hộ số').fill('')
    await other.getByLabel('Địa chỉ').fill('Gần nhà rông')
    await other.getByRole('button', { name: 'Lưu', exact: true }).click()
    await other.getByText('Đã lưu A Thiên.').waitFor()
    await other.close()
    await page.getByRole('button', { name: 'Lưu', exact: true }).click()
    await page.getByText('Địa chỉ: từ “chưa có” thành “Gần nhà rông”').waitFor()
    await look(page, 'changed-meanwhile')
    await page.getByRole('button', { name: 'Lưu phần tôi sửa lên bản mới' }).click()
    await page.getByText('Đã lưu A Thiên.').waitFor()
    await page.getByText('Gần nhà rông').waitFor()
    await page.getByRole('link', { name: 'Hộ số 21', exact: true }).waitFor()
  })

  test('a child leaves and is brought back by undo', async () => {
    await page.getByRole('button', { name: 'Rời sổ' }).click()
    await page.getByRole('radio', { name: 'Chuyển đi nơi khác' }).check()
    await look(page, 'leaving')
    await page.getByRole('button', { name: 'Lưu', exact: true }).click()
    await page.getByText(/Trẻ đã chuyển đi từ ngày/).waitFor()
    await page.getByRole('button', { name: 'Hoàn tác' }).click()
    await page.getByText(/Trẻ đã chuyển đi từ ngày/).waitFor({ state: 'hidden' })
    await page.getByRole('button', { name: 'Xem lịch sử' }).click()
    await page.getByText('Mở lại').first().waitFor()
  })

  test('a list filled from the server gives by Enter what was asked for last; no child leads back', async () => {
    await page.getByRole('button', { name: 'Chuyển đi xã khác' }).click()
    const goal = page.getByRole('combobox', { name: 'Xã, phường nơi đến' })
    const { promise: released, resolve: release } = Promise.withResolvers<void>()
    await page.route(/\/api\/areas\?text=xa\+dak\+to/, async (route) => {
      await released
      await route.continue()
    })
    const older = page.waitForRequest(/text=xa\+dak\+to/)
    await goal.fill('xa dak to')
    await older
    await goal.fill('mang den')
    await page.getByRole('option', { name: /Măng Đen/ }).waitFor()
    const late = page.waitForResponse(/text=xa\+dak\+to/)
    release()
    await late
    await goal.press('Enter')
    await page.getByRole('option').first().waitFor({ state: 'hidden' })
    expect(await goal.inputValue()).toContain('Măng Đen')
    await page.keyboard.press('Escape')

    await page.goto('/children/019284c0-5f00-7000-8000-000000000001')
    await page.getByRole('link', { name: 'Trẻ em', exact: true }).first().waitFor()
    await page.getByRole('main').getByRole('link', { name: '← Trẻ em' }).click()
    await page.getByRole('link', { name: 'A Thiên' }).waitFor()
  })

  test('a pregnancy becomes the child of its household, by the keyboard alone', async () => {
    const soon = formatDay(addDays(vietnamDay(new Date()), 7))
    await page.goto('/children/pregnancies')
    await page.getByRole('button', { name: 'Ghi phụ nữ mang thai' }).press('Enter')
    const woman = page.getByRole('dialog', { name: 'Ghi phụ nữ mang thai' })
    await woman.getByLabel('Người mẹ').fill('Y Sương')
    await woman.getByRole('textbox', { name: 'Ngày dự sinh' }).fill(soon)
    await chooseByKeys(woman.getByRole('combobox', { name: 'Thôn, tổ dân phố (hoặc xã)' }), 'Thôn Đăk Mế')
    await woman.getByLabel('Hộ số').fill('HM-77')
    await woman.getByRole('button', { name: 'Lưu', exact: true }).press('Enter')
    await page.getByRole('link', { name: 'Y Sương' }).press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Y Sương' }).waitFor()
    await page.getByRole('button', { name: 'Ghi trẻ đã sinh' }).press('Enter')
    const birth = page.getByRole('dialog', { name: 'Ghi trẻ đã sinh' })
    await birth.getByRole('textbox', { name: 'Ngày sinh' }).fill(soon)
    await chooseByKeys(birth.getByRole('combobox', { name: 'Giới tính' }), 'Nữ')
    await birth.getByRole('button', { name: 'Lưu', exact: true }).press('Enter')
    // Nobody is born next week: the form says so and keeps what is typed.
    await birth.getByText(/^Ngày sinh ở sau hôm nay/).waitFor()
    await birth.getByRole('textbox', { name: 'Ngày sinh' }).fill(formatDay(vietnamDay(new Date())))
    await birth.getByLabel('Tên trẻ (để trống nếu chưa đặt)').fill('Y Mai')
    await birth.getByRole('button', { name: 'Lưu', exact: true }).press('Enter')
    await page.getByRole('link', { name: 'Mở hồ sơ trẻ' }).press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Y Mai' }).waitFor()
    await page.getByRole('link', { name: 'Hộ số HM-77', exact: true }).press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Hộ số HM-77' }).waitFor()
    await page.getByRole('link', { name: 'Y Mai' }).waitFor()
    await page.getByRole('cell', { name: 'Y Sương (mẹ)' }).waitFor()
    await look(page, 'household')
  })

  test('the pages fit a narrow phone', async () => {
    await page.setViewportSize(phoneScreen)
    for (const [name, path] of Object.entries({
      list: '/children',
      new: '/children/new',
      imports: '/children/imports',
      pregnancies: '/children/pregnancies',
    })) {
      await page.goto(path)
      await page.getByRole('heading', { level: 1 }).waitFor()
      await page.waitForLoadState('networkidle')
      const overflow = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')
      expect(overflow, path).toBeLessThanOrEqual(0)
      await look(page, `phone-${name}`)
    }
  })
})
