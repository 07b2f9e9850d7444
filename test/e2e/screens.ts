/**
 * `npm run screens`: takes a picture of every page at the size of a phone and of an office screen into docs/screens/,
 * on the generated sample commune. The pictures are looked at by people and stand in the guide.
 */
import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { launchBrowser } from '#test/browser.ts'
import { actAs, officeScreen, openPage, phoneScreen, setUpProduct, signIn } from './person.ts'
import { prepareSample, type Screen } from './sample.ts'
import { startProduct } from './started.ts'

const folder = resolve(import.meta.dirname, '../../docs/screens')
/** A picture shows what one scroll or two would show; longer pages are cut. */
const mostHeight = { phone: 1480, office: 1100 } as const

type Size = 'phone' | 'office'
const sizes = { phone: phoneScreen, office: officeScreen } as const

async function takePicture(page: Page, { name, path, prepare }: Screen, size: Size): Promise<void> {
  await page.goto(path)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await prepare?.(page)
  // Charts draw themselves in; pictures are taken when they stand still.
  await page.waitForTimeout(2500)
  const { width, height } = sizes[size]
  const whole = await page.evaluate<number>('document.documentElement.scrollHeight')
  await page.setViewportSize({ width, height: Math.max(height, Math.min(whole, mostHeight[size])) })
  await page.screenshot({ path: join(folder, `${name}-${width}.png`) })
  await page.setViewportSize({ width, height })
  const overflow = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')
  const remark = overflow > 0 ? `  wider than the screen by ${overflow} px` : ''
  process.stdout.write(`${name}-${width}.png${remark}\n`)
}

async function takeAll(
  browser: Browser,
  address: string,
  screens: readonly Screen[],
  size: Size,
): Promise<void> {
  const page = await openPage(browser, address, sizes[size])
  await signIn(page)
  for (const screen of screens) await takePicture(page, screen, size)
  await page.context().close()
}

async function main(): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const product = await startProduct()
  const browser = await launchBrowser()
  try {
    const page = await openPage(browser, product.address)
    await takePicture(page, { name: 'thiet-lap', path: '/' }, 'office')
    await setUpProduct(page, { province: 'quang ngai', commune: 'dak ha' })
    await takePicture(page, { name: 'bat-dau', path: '/' }, 'office')
    await actAs(page, 'Quản trị viên')
    await takePicture(page, { name: 'tai-khoan', path: '/accounts' }, 'office')
    await actAs(page, 'Cán bộ')
    const screens = await prepareSample(page)
    for (const size of ['office', 'phone'] as const) await takeAll(browser, product.address, screens, size)
  } finally {
    await browser.close()
    await product.stop()
  }
}

await main()
