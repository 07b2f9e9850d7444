import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { formatDay, vietnamDay } from '#base/day.ts'
import { newId } from '#base/id.ts'
import { PlacedReading } from '#modules/plans/shared/contract.ts'
import { FiledPlan, type FilePlan } from '#modules/plans/shared/filing.ts'
import { hasBrowser, launchBrowser } from '#test/browser.ts'
import { chooseByKeys, fitsWidth, openPage, phoneScreen, signIn } from './person.ts'
import { setUpProvince } from './reporting-province.ts'
import { startProduct, type Started } from './started.ts'

const today = vietnamDay(new Date())
const officer = { fullName: 'Y Hoa', username: 'y.hoa', password: 'suối trong chảy qua làng' }
const question = 'Thiếu cộng tác viên ở hai thôn'
const shots = process.env['UOMMAM_SHOTS']

async function send(page: Page, url: string, data: object): Promise<unknown> {
  const reply = await page.request.post(`/api${url}`, { data })
  if (!reply.ok()) throw new Error(`${url}: ${reply.status()} ${await reply.text()}`)
  return reply.json()
}

/** The commune's plan of this year, filed, with figures of two of its three targets. */
async function filePlan(page: Page): Promise<FiledPlan> {
  const fixture = '../../src/modules/plans/shared/fixtures/commune-plan-wrapped-2026.txt'
  const written = await readFile(new URL(fixture, import.meta.url), 'utf8')
  const text = written.replaceAll('2026', today.slice(0, 4))
  const { reading, text: sourceText } = PlacedReading.parse(await send(page, '/plans/read-text', { text }))
  const links = reading.targets.map(() => ({ way: 'by-hand' as const, indicatorCode: null }))
  const filing: FilePlan = { id: newId(), sourceName: null, sourceText, reading, links, confirmedEmpty: [] }
  const plan = FiledPlan.parse(await send(page, '/plans', filing))
  for (const [place, value] of [100, 80].entries()) {
    const figure = { id: newId(), value, asOf: today, source: 'Sổ theo dõi của Trạm Y tế' }
    await send(page, `/plans/${plan.id}/targets/${plan.targets[place]?.id}/values`, figure)
  }
  return plan
}

describe.skipIf(!hasBrowser())('the work of an agency, from its list to the closing of the plan', () => {
  let product: Started
  let browser: Browser
  let province: Page
  let commune: Page
  let plan: FiledPlan

  beforeAll(async () => {
    product = await startProduct()
    browser = await launchBrowser()
    await setUpProvince(product, [{ ...officer, communeCode: '23500' }])
    province = await openPage(browser, product.address)
    commune = await openPage(browser, product.address)
    await Promise.all([signIn(province), signIn(commune, officer)])
    plan = await filePlan(commune)
  })
  afterAll(async () => {
    await browser.close()
    await product.stop()
  })

  /** On both screens, when pictures are asked for. */
  const look = async (page: Page, name: string) => {
    await page.setViewportSize(phoneScreen)
    expect(await fitsWidth(page), name).toBe(true)
    if (shots) await page.screenshot({ path: `${shots}/${name}-360.png`, fullPage: true })
    await page.setViewportSize({ width: 1366, height: 768 })
    if (shots) await page.screenshot({ path: `${shots}/${name}.png` })
  }

  test('an agency opens its work and moves a task to done, with a file that shows it', async () => {
    await commune.goto('/my-work')
    await commune.getByRole('heading', { level: 1, name: 'Việc của cơ quan tôi' }).waitFor()
    await commune.getByRole('link', { name: /Truyền thông, vận động xã hội/ }).waitFor()
    await look(commune, 'my-work')
    await commune.getByRole('link', { name: /Truyền thông, vận động xã hội/ }).click()
    await commune.getByRole('button', { name: 'Cập nhật tình hình' }).click()
    const dialog = commune.getByRole('dialog', { name: 'Cập nhật tình hình thực hiện' })
    await chooseByKeys(dialog.getByRole('combobox', { name: 'Tình trạng' }), 'Đã xong')
    await dialog.getByRole('textbox', { name: 'Ngày hoàn thành' }).fill(formatDay(today))
    await dialog.getByRole('button', { name: 'Lưu' }).click()
    await commune.getByText('Tình trạng: Chưa bắt đầu → Đã xong').waitFor()
    const file = {
      name: 'bien-ban.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.4 biên bản'),
    }
    await commune.locator('input[type=file]').setInputFiles(file)
    await commune.getByRole('button', { name: 'bien-ban.pdf', exact: true }).waitFor()
  })

  test('a coordinating body says what it did of its part', async () => {
    await commune.getByRole('button', { name: 'Ghi phần việc phối hợp' }).click()
    const dialog = commune.getByRole('dialog', { name: 'Ghi phần việc phối hợp' })
    await chooseByKeys(dialog.getByRole('combobox', { name: 'Cơ quan phối hợp' }), /Phụ nữ/)
    await dialog.getByRole('textbox', { name: 'Đã làm gì, kết quả' }).fill('Vận động 40 cha mẹ đến dự.')
    await dialog.getByRole('checkbox', { name: 'Phần việc này đã xong' }).check()
    await dialog.getByRole('button', { name: 'Lưu' }).click()
    await commune.getByText('Vận động 40 cha mẹ đến dự.').waitFor()
    await commune.getByRole('button', { name: /^Rút lại phần việc của Hội/ }).waitFor()
    await look(commune, 'task')
  })

  test('a difficulty is sent up, answered, and the answer is read', async () => {
    await commune.getByRole('button', { name: 'Báo khó khăn' }).click()
    const dialog = commune.getByRole('dialog', { name: 'Gửi cấp trên' })
    await dialog.getByRole('textbox', { name: 'Tóm tắt trong một câu' }).fill(question)
    await dialog
      .getByRole('textbox', { name: 'Nội dung và đề nghị' })
      .fill('Đề nghị tỉnh hướng dẫn hợp đồng.')
    await dialog.getByRole('button', { name: 'Gửi cấp trên' }).click()
    await commune.getByRole('heading', { level: 1, name: question }).waitFor()
    await commune.getByRole('button', { name: 'Rút lại' }).waitFor()

    await province.goto('/difficulties')
    await province.getByRole('link', { name: question }).click()
    await province.getByRole('textbox', { name: 'Viết câu trả lời' }).fill('Được hợp đồng đến hết năm.')
    await province.getByRole('button', { name: 'Gửi', exact: true }).click()
    await province.getByText('Đã trả lời', { exact: true }).waitFor()
    await look(province, 'difficulty')

    await commune.reload()
    await commune.getByText('Được hợp đồng đến hết năm.').waitFor()
    expect(await commune.getByRole('button', { name: 'Rút lại' }).count()).toBe(0)
  })

  test('a final review proposes what figures and states say, and takes it in one step', async () => {
    await commune.goto(`/plans/${plan.id}`)
    await commune.getByRole('button', { name: 'Lập đợt đánh giá' }).click()
    const dialog = commune.getByRole('dialog', { name: 'Lập đợt đánh giá' })
    await chooseByKeys(dialog.getByRole('combobox', { name: 'Loại đánh giá' }), 'Đánh giá cuối kỳ')
    await dialog.getByRole('button', { name: 'Lập đợt đánh giá' }).click()
    await commune.getByText(/Đã kết luận 0\/3 chỉ tiêu/).waitFor()
    await commune.getByText('đề xuất: Đạt', { exact: true }).first().waitFor()
    await look(commune, 'review')
    await commune.getByRole('button', { name: /^Nhận \d+ kết luận đề xuất$/ }).click()
    await commune.getByText(/Đã kết luận 2\/3 chỉ tiêu/).waitFor()
  })

  test('the plan refuses to close with an open target, and closes once it is answered', async () => {
    await commune.getByRole('button', { name: 'Kết thúc kế hoạch' }).click()
    await commune.getByText(/Còn 1 chỉ tiêu chưa có kết luận: .*85%/).waitFor()
    await commune.getByRole('button', { name: /^Kết luận: .*85%/ }).click()
    const dialog = commune.getByRole('dialog', { name: 'Kết luận' })
    await chooseByKeys(dialog.getByRole('combobox', { name: 'Kết luận' }), 'Không có số liệu')
    await dialog.getByRole('button', { name: 'Lưu' }).click()
    await dialog.getByText('Hãy viết vì sao không có số liệu để kết luận.').waitFor()
    await dialog.getByRole('textbox', { name: 'Nhận xét' }).fill('Chưa điều tra trẻ đến 8 tuổi.')
    await dialog.getByRole('button', { name: 'Lưu' }).click()
    await commune.getByText(/Đã kết luận 3\/3 chỉ tiêu/).waitFor()
    await commune.getByRole('button', { name: 'Kết thúc kế hoạch' }).click()
    await commune.getByRole('button', { name: 'Kết thúc kế hoạch' }).waitFor({ state: 'hidden' })
    await commune.goto(`/plans/${plan.id}`)
    // The walk may have passed midnight.
    const days = [today, vietnamDay(new Date())].map(formatDay).join('|')
    await commune.getByText(new RegExp(`^Kế hoạch đã kết thúc ngày (${days}) \\(Y Hoa\\)\\.$`)).waitFor()
    await look(commune, 'plan-closed')
  })
})
