import { readFile } from 'node:fs/promises'
import type { Page, Route } from 'playwright-core'

/** Files a document as it was read; what it leaves blank (number, day, issuer) is marked as blank. Its page. */
export async function filePlanAsRead(page: Page, file: string): Promise<string> {
  await page.goto('/plans/read')
  const field = page.getByLabel('Tệp văn bản (.docx, .txt, .md)').last()
  await field.waitFor({ state: 'attached' }).catch(async (cause: unknown) => {
    throw new Error(`no field at ${page.url()}: ${await page.locator('body').innerText()}`, { cause })
  })
  await field.setInputFiles(file)
  const save = page.getByRole('button', { name: 'Lưu kế hoạch' })
  await save.waitFor()
  for (const blank of ['Văn bản chưa có số', 'Văn bản chưa ghi ngày', 'Chưa rõ cơ quan ban hành']) {
    const box = page.getByRole('checkbox', { name: blank })
    if ((await box.count()) > 0) await box.check()
  }
  await save.click()
  return openedPlan(page)
}

type Issued = { year: string; number: string; day: string; signer: string }

/** From the unit's own plan of the time before: its years are moved on. */
export async function issueFromEarlier(page: Page, earlier: string, issued: Issued): Promise<string> {
  await page.goto('/plans/new')
  await page.getByRole('radio', { name: 'Kế hoạch kỳ trước của đơn vị' }).check()
  await page
    .getByRole('combobox', { name: 'Kế hoạch kỳ trước' })
    .selectOption(earlier.split('/').at(-1) ?? '')
  return issue(page, issued)
}

/** From the plan above that it carries out. */
export async function issueFromAbove(page: Page, above: string, issued: Issued): Promise<string> {
  await page.goto(above)
  await page.getByRole('link', { name: 'Soạn kế hoạch thực hiện kế hoạch này' }).click()
  return issue(page, issued)
}

async function issue(page: Page, { year, number, day, signer }: Issued): Promise<string> {
  await page.getByLabel('Từ năm').fill(year)
  await page.getByLabel('Đến năm').fill(year)
  await page.getByRole('button', { name: 'Bắt đầu soạn' }).click()
  await page.getByRole('button', { name: 'Ban hành', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Số văn bản').fill(number)
  await dialog.getByRole('textbox', { name: 'Ngày ký' }).fill(day)
  await dialog.getByLabel('Họ và tên người ký').fill(signer)
  await dialog.getByRole('button', { name: 'Ban hành' }).click()
  return openedPlan(page)
}

async function openedPlan(page: Page): Promise<string> {
  await page.waitForURL(/\/plans\/[0-9a-f-]{36}$/)
  await page.getByRole('heading', { name: 'Chỉ tiêu và kết quả đến nay' }).waitFor()
  return new URL(page.url()).pathname
}

/** A new report of a period on the plan that stands first, or on the one that is named. */
export async function makeReport(
  page: Page,
  { period, plan }: { period: string; plan: string },
): Promise<void> {
  await page.goto('/reports/new')
  await page.getByLabel('Kế hoạch', { exact: true }).selectOption({ label: plan })
  await page.getByLabel('Kỳ báo cáo').selectOption({ label: period })
  await page.getByRole('button', { name: 'Lập báo cáo và điền số liệu' }).click()
  await page.getByRole('heading', { level: 1, name: `Báo cáo ${period}` }).waitFor()
}

export async function typeCell(page: Page, column: string, value: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^Tổng số, ${column}:`) }).press('Enter')
  await page.getByLabel('Số nhập').fill(value)
  await page.getByLabel('Lý do, căn cứ').fill('Theo sổ khám')
  await page.getByRole('button', { name: 'Lưu số này' }).click()
  await page.getByRole('button', { name: new RegExp(`^Tổng số, ${column}: ${value}`) }).waitFor()
}

export async function send(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Gửi lên cấp trên' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Gửi báo cáo' }).click()
}

/** The server does what the next request to this address asks, and its answer is lost on the way. */
export async function loseNextAnswer(page: Page, address: RegExp): Promise<void> {
  const lose = async (route: Route) => {
    await route.fetch()
    await route.abort('connectionreset')
  }
  await page.route(address, lose, { times: 1 })
}

/** Sends, and waits until the way of the report says so. */
export async function sendWhole(page: Page): Promise<void> {
  await send(page)
  await standsAt(page, 'Đã gửi')
}

/** The way of the report marks where it stands. */
export async function standsAt(page: Page, state: string): Promise<void> {
  const way = page.getByRole('list', { name: 'Đường đi của báo cáo' })
  await way.locator('[aria-current=step]', { hasText: state }).waitFor()
}

export async function accept(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Nhận báo cáo' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Nhận báo cáo' }).click()
  await standsAt(page, 'Đã nhận')
}

/** What a press of a button or a choice of a menu downloads. */
export async function downloaded(page: Page, press: () => Promise<void>): Promise<Buffer> {
  const downloading = page.waitForEvent('download')
  await press()
  return readFile(await (await downloading).path())
}
