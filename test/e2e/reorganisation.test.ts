import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { newId } from '#base/id.ts'
import { hasBrowser, launchBrowser } from '#test/browser.ts'
import { actAs, administrator, chooseByKeys, openPage, signIn } from './person.ts'
import { type Started, startProduct } from './started.ts'

const Choices = z.array(z.object({ id: z.string(), name: z.string() }))
const Unit = z.object({ id: z.string() })

let product: Started
let browser: Browser
let page: Page

async function reply<T>(url: string, contract: z.ZodType<T>): Promise<T> {
  return contract.parse(await (await page.request.get(`/api${url}`)).json())
}

/** The product is set up for the province, whose administrator carries out decisions on its communes. */
async function setUpProvince(): Promise<void> {
  const [province] = await reply('/setup/areas?text=quang%20ngai', Choices)
  const made = await page.request.post('/api/setup', { data: { areaId: province?.id, ...administrator } })
  expect(made.status()).toBe(200)
  await signIn(page)
  await actAs(page, 'Cán bộ cấp tỉnh')
  const commune = await reply('/areas/by-code/23500', Unit)
  const station = {
    kind: 'health-station',
    name: 'Trạm Y tế Đăk Hà',
    operator: 'public',
    validFrom: '2025-07-01',
  }
  const none = {
    validTo: null,
    address: null,
    note: null,
    contactName: null,
    capacity: null,
    landM2: null,
    phone: null,
  }
  const facility = await page.request.post('/api/facilities', {
    data: { id: newId(), areaId: commune.id, forUnderThree: false, ...station, ...none },
  })
  expect([facility.status(), await facility.text()]).toEqual([200, expect.any(String)])
}

/** Chooses a unit that is searched by typing. */
async function chooseUnit(label: string, text: string, unit: RegExp): Promise<void> {
  await chooseByKeys(page.getByRole('combobox', { name: label }), unit, text)
}

/** An old unit of a merger: it stands in the list of those chosen before the next one is searched. */
async function addOld(text: string, name: string): Promise<void> {
  await chooseUnit('Thêm đơn vị nhập vào', text, new RegExp(`^${name},`))
  await page.getByRole('button', { name: `Bỏ ${name}`, exact: true }).waitFor()
}

/** Presses a button of the page, or of the dialog over it, as soon as it may be pressed. */
async function press(name: string, within: Page | Locator = page): Promise<void> {
  const button = within.getByRole('button', { name, exact: true })
  await expect.poll(() => button.isEnabled()).toBe(true)
  await button.press('Enter')
}

/** Presses a button that asks once more, and says yes. */
async function pressAndConfirm(name: string, question: string): Promise<void> {
  await press(name)
  const dialog = page.getByRole('dialog', { name: question })
  await dialog.waitFor()
  await press(name, dialog)
  await dialog.waitFor({ state: 'hidden' })
}

describe.skipIf(!hasBrowser())('a decision on units', () => {
  beforeAll(async () => {
    product = await startProduct()
    browser = await launchBrowser()
    page = await openPage(browser, product.address)
    await setUpProvince()
    await actAs(page, 'Quản trị viên')
  }, 180_000)
  afterAll(async () => {
    await browser.close()
    await product.stop()
  })

  test('is prepared by keyboard: a merger and a new name', async () => {
    await page.goto('/reorganisations')
    await page.getByText('Chưa có hồ sơ nào.').waitFor()
    await page.getByRole('link', { name: 'Lập hồ sơ' }).first().click()
    await page.getByLabel('Số quyết định, nghị quyết').fill('12/NQ-HĐND')
    await page.getByLabel('Cơ quan ban hành').fill('HĐND tỉnh Quảng Ngãi')
    await page.getByRole('textbox', { name: 'Ngày ban hành' }).fill('01/01/2026')
    await page.getByRole('textbox', { name: 'Ngày có hiệu lực' }).fill('01/02/2026')
    await addOld('dak ha', 'Xã Đăk Hà')
    await addOld('dak to', 'Xã Đăk Tô')
    await page.getByLabel('Tên mới (cả chữ Xã, Phường, Thôn)').fill('Xã Đăk Hà Mới')
    await page.getByLabel('Mã theo danh mục').fill('23500')
    await press('Đưa vào hồ sơ')
    await page.getByText(/^Nhập Xã Đăk Hà, Xã Đăk Tô thành Xã Đăk Hà Mới$/).waitFor()
    const kind = page.getByRole('combobox', { name: 'Loại thay đổi' })
    await chooseByKeys(kind, 'Đổi tên')
    expect(await kind.inputValue()).toBe('Đổi tên')
    await chooseUnit('Đơn vị cũ', 'mang den', /^Xã Măng Đen,/)
    await page.getByLabel('Tên mới (cả chữ Xã, Phường, Thôn)').fill('Phường Măng Đen')
    await press('Đưa vào hồ sơ')
    await press('Lưu hồ sơ')
    await page.getByRole('heading', { level: 1, name: '12/NQ-HĐND' }).waitFor()
    await page.getByText('Bấm Xem trước để biết').waitFor()
  })

  test('is previewed, and a count opens the list behind it', async () => {
    await press('Xem trước')
    await page.getByRole('heading', { name: 'Những gì bị ảnh hưởng' }).waitFor()
    const count = page.getByRole('button', { name: 'Cơ sở của Xã Đăk Hà: 1. Xem danh sách.' })
    await count.focus()
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').getByRole('link', { name: 'Trạm Y tế Đăk Hà' }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
  })

  test('is edited: a change is taken out, and it must be previewed again', async () => {
    await page.getByRole('link', { name: 'Sửa hồ sơ' }).click()
    await page.getByRole('heading', { level: 1, name: 'Sửa hồ sơ' }).waitFor()
    await page.getByRole('button', { name: /^Bỏ Đổi .* thành Phường Măng Đen$/ }).press('Enter')
    await press('Lưu hồ sơ')
    await page.getByText('Bấm Xem trước để biết').waitFor()
    await expect.poll(() => page.getByText('Phường Măng Đen').count()).toBe(0)
    await press('Xem trước')
    await page.getByRole('heading', { name: 'Những gì bị ảnh hưởng' }).waitFor()
  })

  test('is applied and undone, each asked once more; the units follow', async () => {
    await pressAndConfirm('Áp dụng', 'Áp dụng ngay bây giờ?')
    await page.getByText(/Đã chuyển 0 trẻ/).waitFor()
    const now = await reply('/areas/by-code/23500', z.object({ name: z.string() }))
    expect(now.name).toBe('Xã Đăk Hà Mới')
    await pressAndConfirm('Hoàn tác', 'Hoàn tác hồ sơ này?')
    await page
      .getByText(/Đã hoàn tác/)
      .first()
      .waitFor()
    expect(await reply('/areas/by-code/23500', z.object({ name: z.string() }))).toEqual({ name: 'Xã Đăk Hà' })
  })

  test('that cannot be is refused in words: a code that another commune has', async () => {
    await page.goto('/reorganisations/new')
    await page.getByLabel('Số quyết định, nghị quyết').fill('13/NQ-HĐND')
    await page.getByLabel('Cơ quan ban hành').fill('HĐND tỉnh Quảng Ngãi')
    await page.getByRole('textbox', { name: 'Ngày ban hành' }).fill('01/01/2026')
    await page.getByRole('textbox', { name: 'Ngày có hiệu lực' }).fill('01/02/2026')
    await addOld('dak ha', 'Xã Đăk Hà')
    await page.getByLabel('Tên mới (cả chữ Xã, Phường, Thôn)').fill('Xã Đăk Hà Mới')
    await page.getByLabel('Mã theo danh mục').fill('23401')
    await press('Đưa vào hồ sơ')
    await press('Lưu hồ sơ')
    await page.getByRole('alert').getByText('Mã 23401 đang được một đơn vị khác dùng').waitFor()
  })
})
