import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser, Page } from 'playwright-core'
import { hasBrowser, launchBrowser } from '#test/browser.ts'
import { openPage, phoneScreen, setUpProduct, signIn } from './person.ts'
import { startProduct, type Started } from './started.ts'
import { prepareUnit } from './unit.ts'

let product: Started
let browser: Browser
let page: Page

const roster =
  'Họ và tên,Ngày sinh,Giới tính,Thôn\nA Mẫu,15/03/2023,Nam,Thôn Kon Rẫy\nY Mẫu,24/09/2024,Nữ,Thôn Đăk Mế\n'

const save = () => page.getByRole('dialog').getByRole('button', { name: 'Lưu', exact: true }).click()

const choose = async (label: string, option: string) => {
  await page.getByRole('dialog').getByRole('combobox', { name: label }).click()
  await page.getByRole('option', { name: option }).click()
}

beforeAll(async () => {
  product = await startProduct()
  browser = await launchBrowser()
  page = await openPage(browser, product.address)
  await setUpProduct(page, { province: 'quang ngai', commune: 'dak ha' })
  await page.goto('/children/imports')
  const file = { name: 'tre.csv', mimeType: 'text/csv', buffer: Buffer.from(roster, 'utf8') }
  await page.getByLabel('Danh sách trẻ (.xlsx hoặc .csv)').last().setInputFiles(file)
  await page.getByRole('button', { name: 'Nhập 2 trẻ vào sổ' }).click()
  await page.getByText('Đã nhập xong').waitFor()
}, 180_000)

afterAll(async () => {
  await browser.close()
  await product.stop()
})

test.runIf(hasBrowser())(
  'an officer records a facility and sees the unit lack one thing less',
  async () => {
    await page.goto('/units')
    await page.getByRole('link', { name: 'Chưa có trạm y tế' }).click()
    await page.getByRole('button', { name: 'Thêm cơ sở' }).click()
    await save()
    // The first field that is missing takes the keyboard and says what to do.
    expect(await page.getByText('Mục này cần được điền hoặc chọn.').count()).toBeGreaterThan(0)
    await choose('Loại', 'Trạm y tế')
    await page.getByRole('dialog').getByLabel('Tên cơ sở').fill('Trạm Y tế Đăk Hà')
    await page.getByRole('dialog').getByLabel('Điện thoại').fill('0260 3822 115')
    await save()
    await page.getByRole('cell', { name: 'Trạm Y tế Đăk Hà', exact: true }).waitFor()
    await page.goto('/units')
    await page.getByRole('link', { name: '1 trạm y tế' }).waitFor()
    expect(await page.getByRole('link', { name: 'Chưa có trạm y tế' }).count()).toBe(0)
  },
  120_000,
)

test.runIf(hasBrowser())(
  'a village without a collaborator comes first and gets one; the focal agency is set',
  async () => {
    await page.goto('/organisations/collaborators')
    await page.getByText('2/2 thôn chưa có cộng tác viên').waitFor()
    await page
      .getByRole('button', { name: /^Thêm cộng tác viên cho/ })
      .first()
      .click()
    await page.getByRole('dialog').getByLabel('Họ và tên').fill('Y Hlim Mẫu')
    await page.getByRole('dialog').getByLabel('Trợ cấp (đồng mỗi tháng)').fill('450.000')
    await save()
    await page.getByText('1/2 thôn chưa có cộng tác viên').waitFor()
    await page.getByText(/Y Hlim Mẫu.*450\.000/).waitFor()

    await page.goto('/organisations')
    await page.getByRole('button', { name: 'Thêm bộ cơ quan thường có' }).click()
    await page.getByRole('cell').getByText('Phòng Văn hóa - Xã hội', { exact: true }).first().waitFor()
    await page.getByRole('button', { name: 'Ghi cơ quan đầu mối' }).click()
    await choose('Cơ quan đầu mối', 'Ủy ban nhân dân xã Đăk Hà')
    await choose('Phòng, bộ phận phụ trách', 'Phòng Văn hóa - Xã hội')
    await save()
    await page.getByText('Phòng Văn hóa - Xã hội, Ủy ban nhân dân xã Đăk Hà').waitFor()
  },
  120_000,
)

test.runIf(hasBrowser())(
  'every page of the unit fits a phone',
  async () => {
    const screens = await prepareUnit(page)
    const phone = await openPage(browser, product.address, phoneScreen)
    await signIn(phone)
    const wide: string[] = []
    for (const { path } of screens) {
      await phone.goto(path)
      await phone.getByRole('heading', { level: 1 }).waitFor()
      await phone.waitForTimeout(500)
      if ((await phone.evaluate<number>('document.documentElement.scrollWidth - innerWidth')) > 0)
        wide.push(path)
    }
    expect(wide).toEqual([])
  },
  120_000,
)
