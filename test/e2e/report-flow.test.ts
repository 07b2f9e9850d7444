import ExcelJS from 'exceljs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readDocxText } from '#platform/documents/docx-text.ts'
import { hasBrowser, launchBrowser } from '#test/browser.ts'
import { hasShared, sharedPath } from '#test/shared-data.ts'
import { openPage, phoneScreen, signIn } from './person.ts'
import { runCommand, setUpProvince } from './reporting-province.ts'
import * as steps from './reporting-steps.ts'
import { startProduct, type Started } from './started.ts'

const now = new Date()
/** The year whose 20th of November comes next: the walk stands there first, then after the day of the report. */
const year = String(now.getUTCFullYear() + (now.toISOString().slice(5) > '11-19' ? 1 : 0))
const inTime = `${year}-11-20T08:00:00+07:00`
const afterwards = `${year}-12-05T08:00:00+07:00`
const period = `năm ${year}`
/** Much of it waits for the product: on a loaded machine several times longer than alone. */
const patient = { timeout: 300_000 } as const
const shots = process.env['UOMMAM_SHOTS']

const officers = [
  { fullName: 'Y Hoa', username: 'y.hoa', password: 'suối trong chảy qua làng', communeCode: '23500' },
  { fullName: 'A Thiên', username: 'a.thien', password: 'nương lúa vàng trên đồi', communeCode: '23401' },
  { fullName: 'Y Blơi', username: 'y.bloi', password: 'sương sớm trên núi cao', communeCode: '23425' },
] as const
const [sizes, numbers] = [
  ['60', '80', '50'],
  ['4', '7', '5'],
] as const

/**
 * Issue 5 from end to end: two plans filed, a province and three communes with their own, a year of records, three
 * reports of which one is returned and one is late, one signed report of the province.
 *
 * The first plan is that of Kon Tum, which is part of Quảng Ngãi since 1/7/2025: the province's own plan of the time
 * before. The second is of another province's department and stands beside it: several plans over the same place.
 */
describe.skipIf(!hasBrowser() || !hasShared)('a year from the plan to the signed report', patient, () => {
  let product: Started
  let browser: Browser
  let province: Page
  let communes: Page[]
  let provincePlan = ''

  const commune = (index: number): Page => {
    const page = communes[index]
    if (!page) throw new Error(`no commune ${index}`)
    return page
  }
  const open = async (person?: (typeof officers)[number]) => {
    const page = await openPage(browser, product.address)
    await page.clock.setFixedTime(inTime)
    await signIn(page, person)
    return page
  }
  const look = async (page: Page, name: string) => {
    if (!shots) return
    await page.screenshot({ path: `${shots}/${name}.png` })
    await page.setViewportSize(phoneScreen)
    await page.screenshot({ path: `${shots}/${name}-360.png` })
    await page.setViewportSize({ width: 1366, height: 768 })
  }
  const recount = () => runCommand(product, 'indicators', 'recount', '--area', '51')

  beforeAll(async () => {
    product = await startProduct(inTime)
    browser = await launchBrowser()
    await setUpProvince(product, officers)
    province = await open()
    communes = await Promise.all(officers.map((person) => open(person)))
  })
  afterAll(async () => {
    await browser.close()
    await product.stop()
  })

  test('two plans are filed; the province and three communes derive and issue theirs', async () => {
    const earlier = await steps.filePlanAsRead(province, sharedPath('plans/kon-tum-2018-2025.txt'))
    await steps.filePlanAsRead(province, sharedPath('plans/lang-son-2024.txt'))
    const issued = { year, number: '15', day: `20/01/${year}`, signer: 'Trần Văn Bình' }
    provincePlan = await steps.issueFromEarlier(province, earlier, issued)
    await Promise.all(
      officers.map(({ fullName: signer }, index) => {
        const number = numbers[index] ?? ''
        return steps.issueFromAbove(commune(index), provincePlan, {
          year,
          number,
          day: `28/01/${year}`,
          signer,
        })
      }),
    )
    await province.goto('/plans')
    await province.getByRole('link', { name: /^1\./ }).waitFor()
    expect(await province.getByRole('link', { name: /^[1-6]\./ }).count()).toBe(6)
    await look(province, 'cac-ke-hoach')
  })

  test('a year of records in three communes is counted as it is shown', async () => {
    const load = (code: string, children = '') =>
      runCommand(product, 'sample', 'load', '--commune', code, '--children', children)
    for (const [index, { communeCode }] of officers.entries()) await load(communeCode, sizes[index])
    expect(await recount()).toMatch(/đã đếm lại \d{3} trẻ, so \d{3,} số liệu: bằng nhau\.$/)
  })

  test('a part that is larger than its whole stops a report, and the check leads to the cell', async () => {
    const page = commune(0)
    await steps.makeReport(page, { period, plan: 'Kế hoạch số 4/KH-UBND' })
    await page.getByLabel('Lời của mục “Văn bản đã ban hành”').fill('Đã ban hành 2 văn bản.')
    await page.getByRole('button', { name: 'Lưu mục này' }).first().click()
    await page
      .getByText(/Đã lưu, Y Hoa/)
      .first()
      .waitFor()
    await steps.typeCell(page, 'Đơn thư tiếp nhận', '5')
    await steps.typeCell(page, 'Đơn thư đã giải quyết', '7')
    await steps.send(page)
    const dialog = page.getByRole('dialog')
    await dialog.getByText(/Còn 1 lỗi phải sửa/).waitFor()
    await dialog.getByRole('button', { name: 'Chưa làm' }).click()
    await page.getByText(/“Đơn thư đã giải quyết” là 7, lớn hơn “Đơn thư tiếp nhận” là 5/).waitFor()
    await look(page, 'bao-cao-kiem-tra')
    await page.getByRole('button', { name: 'Đến ô này' }).first().click()
    await page.getByLabel('Số nhập').fill('4')
    await page.getByLabel('Lý do, căn cứ').fill('Theo sổ khám')
    await page.getByRole('button', { name: 'Lưu số này' }).click()
    await page.getByRole('button', { name: /^Tổng số, Đơn thư đã giải quyết: 4/ }).waitFor()
    await steps.sendWhole(page)
  })

  test('the network breaks after the second commune sent: pressed again it has sent once', async () => {
    const page = commune(1)
    await steps.makeReport(page, { period, plan: 'Kế hoạch số 7/KH-UBND' })
    await steps.loseNextAnswer(page, /\/api\/reports\/[^/]+\/steps$/)
    await steps.send(page)
    await page
      .getByRole('dialog')
      .getByText(/^Máy chủ chưa trả lời/)
      .waitFor()
    await page.getByRole('dialog').getByRole('button', { name: 'Gửi báo cáo' }).click()
    await steps.standsAt(page, 'Đã gửi')
    await page.getByText(/^Bản 1: đã gửi/).waitFor()
    expect(await page.getByText(/^Bản 2:/).count()).toBe(0)
  })

  test('the province sees who has sent, comments on a cell of the first and returns it', async () => {
    await province.goto('/reports/units')
    await province.getByLabel('Kỳ báo cáo').selectOption({ label: period })
    await province.getByText(/^2\/\d+ xã, phường, đặc khu đã gửi · 0 đã nhận · 0 chậm$/).waitFor()
    await look(province, 'bao-cao-cac-xa')
    await province.getByRole('link', { name: 'Xã Đăk Hà' }).click()
    await province.getByRole('button', { name: /^Tổng số, Đơn thư đã giải quyết: 4/ }).click()
    const aside = province.locator('aside')
    await aside.getByLabel('Ghi ý kiến').fill('Đề nghị đối chiếu sổ khám của trạm.')
    await aside.getByRole('button', { name: 'Ghi ý kiến' }).click()
    await aside.getByText('chưa trả lời').waitFor()
    await look(province, 'bao-cao-y-kien')
    await province.getByRole('button', { name: 'Trả lại để sửa' }).click()
    await province.getByLabel('Lý do trả lại').fill('Số trẻ nghi chậm phát triển chưa khớp.')
    await province.getByRole('dialog').getByRole('button', { name: 'Trả lại báo cáo' }).click()
    await province.getByText(/trả lại: Số trẻ nghi chậm phát triển chưa khớp/).waitFor()
  })

  test('the commune corrects the cell, answers and sends again', async () => {
    const page = commune(0)
    await page.reload()
    await page.getByText(/trả lại: Số trẻ nghi chậm phát triển chưa khớp/).waitFor()
    await steps.typeCell(page, 'Đơn thư đã giải quyết', '3')
    const aside = page.locator('aside')
    await aside.getByLabel('Trả lời').fill('Đã đối chiếu, còn 3 trẻ.')
    await aside.getByRole('button', { name: 'Trả lời' }).click()
    await aside.getByText('Y Hoa trả lời: Đã đối chiếu, còn 3 trẻ.').waitFor()
    await steps.sendWhole(page)
    await page.getByRole('link', { name: 'Khác gì bản 1' }).click()
    await page.getByRole('row', { name: /Đơn thư đã giải quyết 4 3/ }).waitFor()
    await look(page, 'bao-cao-khac-nhau')
  })

  test('after the day the list of who is late names the third; it sends, and stays marked as late', async () => {
    await product.pause()
    await product.resumeAt(afterwards)
    for (const page of [province, ...communes]) await page.clock.setFixedTime(afterwards)
    await province.goto('/duties')
    await province
      .getByRole('link', { name: `Báo cáo công tác trẻ em và phát triển toàn diện trẻ em, ${period}` })
      .click()
    await province.getByText(new RegExp(`2/\\d+ đơn vị đã gửi, \\d+ quá hạn`)).waitFor()
    await province.getByRole('row', { name: /Xã Tu Mơ Rông.*quá hạn/ }).waitFor()
    await look(province, 'bao-cao-qua-han')
    expect(await recount()).toMatch(/bằng nhau\.$/)

    await steps.makeReport(commune(2), { period, plan: 'Kế hoạch số 5/KH-UBND' })
    await steps.sendWhole(commune(2))
    await province.reload()
    await province.getByRole('row', { name: /Xã Tu Mơ Rông.*đã gửi.*gửi 05\/12\/\d{4}, chậm/ }).waitFor()
  })

  test('the province accepts all three, consolidates and names who is missing', async () => {
    for (const name of ['Xã Đăk Hà', 'Xã Đăk Tô', 'Xã Tu Mơ Rông']) {
      await province.goto('/reports/units')
      await province.getByLabel('Kỳ báo cáo').selectOption({ label: period })
      await province.getByRole('link', { name }).click()
      await steps.accept(province)
    }
    await steps.makeReport(province, { period, plan: 'Kế hoạch số 15/KH-UBND' })
    await province.getByText(/3\/\d+ xã, phường, đặc khu có số liệu/).waitFor()
    await province.getByRole('button', { name: 'Tổng số, Đơn thư đã giải quyết: 3' }).waitFor()
    await province.getByText(/Các đơn vị viết trong mục này \(1\)/).click()
    await province.getByRole('button', { name: 'Thêm phần của xã Đăk Hà' }).click()
    await province.getByRole('button', { name: 'Lưu mục này' }).first().click()
    await province.locator('.report-panel > summary').click()
    await province.getByLabel('Lý do số này đúng').first().fill('Các xã còn lại báo cáo bổ sung sau.')
    await province.getByRole('button', { name: 'Lưu lý do' }).first().click()
    await province.getByText(/đã giải thích: Các xã còn lại/).waitFor()
    await look(province, 'bao-cao-tong-hop')
  })

  test('it signs: number, day, the signed paper, a frozen copy with its hash', async () => {
    await province.getByRole('button', { name: 'Ghi số, ngày và khóa' }).click()
    const dialog = province.getByRole('dialog')
    await dialog.getByLabel('Số văn bản').fill('58')
    await dialog.getByRole('textbox', { name: 'Ngày ký' }).fill(`05/12/${year}`)
    await dialog.getByRole('textbox', { name: 'Người ký', exact: true }).fill('Trần Văn Bình')
    await dialog.getByRole('button', { name: 'Ghi và khóa báo cáo' }).click()
    await province.getByText(new RegExp(`số 58/BC-SYT ngày 05/12/${year}`)).waitFor()
    const scan = { name: 'ban-ky.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n') }
    await province.getByLabel('Thêm bản đã ký, đóng dấu (quét)').last().setInputFiles(scan)
    await province.getByRole('button', { name: 'ban-ky.pdf', exact: true }).waitFor()
    await look(province, 'bao-cao-da-ky')
    const hash = /[0-9a-f]{64}/.exec(await province.locator('.report-hash').innerText())?.[0]
    // The three communes have reports 1 to 3.
    expect(await runCommand(product, 'report', 'verify', '4')).toBe(`Bản 1: nguyên vẹn ${hash}`)
  })

  test('the document and the annexes say what was consolidated; the figures are still equal', async () => {
    const press = (name: string) => () => province.getByRole('button', { name }).click()
    const docx = await readDocxText(await steps.downloaded(province, press('Tải .docx')))
    const text = docx.ok ? docx.text : ''
    for (const part of ['Số: 58/BC-SYT', 'Đã ban hành 2 văn bản.', 'Xã Tu Mơ Rông', './.', 'Trần Văn Bình'])
      expect(text).toContain(part)
    const pdf = await steps.downloaded(province, press('Tải PDF'))
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
    await press('Tải dạng khác')()
    const annexes = await steps.downloaded(province, () =>
      province.getByRole('menuitem', { name: 'Phụ lục Excel (.xlsx)' }).click(),
    )
    const children = await totalsOf(annexes, 'Trẻ em trên địa bàn')
    const [first, second, third, total] = children
    expect(total).toBe((first ?? 0) + (second ?? 0) + (third ?? 0))
    expect(text).toContain(`trẻ em đến 8 tuổi: ${total}`)
    expect(await recount()).toMatch(/bằng nhau\.$/)
  })

  test('nothing is wider than a phone', async () => {
    for (const page of [commune(0), province]) {
      await page.setViewportSize(phoneScreen)
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0)
    }
  })
})

/** The children to 8 years of each row of an annex that has a number, the total last. */
async function totalsOf(file: Buffer, title: string): Promise<number[]> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(new Uint8Array(file).buffer)
  const sheet = book.worksheets.find(({ name }) => name.includes(title))
  const column = sheet?.getRow(4).values
  const at = Array.isArray(column) ? column.indexOf('Trẻ em đến 8 tuổi') : -1
  const found: number[] = []
  sheet?.eachRow((row) => {
    const value = row.getCell(at).value
    if (typeof value === 'number') found.push(value)
  })
  return found
}
