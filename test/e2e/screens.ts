/**
 * `npm run screens`: takes a picture of every page at the size of a phone and of an office screen into docs/screens/,
 * on the generated sample commune. The pictures are looked at by people and stand in the guide.
 */
import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { z } from 'zod'
import { newId } from '#base/id.ts'
import { launchBrowser } from '#test/browser.ts'
import { choosePassword, codeOnSlip, invite, linkFor, typeCode } from './invitations.ts'
import { actAs, officeScreen, openPage, phoneScreen, setUpProduct, signIn } from './person.ts'
import { takeReorganisation } from './reorganisation-screens.ts'
import { prepareSample, type Screen } from './sample.ts'
import { startProduct } from './started.ts'
import { recordMatter } from './unit.ts'

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

const collaborator = {
  ...{ fullName: 'Y Nga Mẫu', username: 'ynga', role: 'Cộng tác viên thôn, tổ dân phố' },
  place: { typed: 'kon mo', name: /^Làng Kon Mơ/ },
}

/** The invitations of a new administrator, and what the collaborator of one village then sees on a phone. */
async function takeInvitations(browser: Browser, address: string, page: Page): Promise<void> {
  await actAs(page, 'Quản trị viên')
  const officer = { fullName: 'Phạm Văn Sơn Mẫu', username: 'son', role: 'Cán bộ cấp xã' }
  const path = '/accounts/new'
  await takePicture(page, { name: 'moi-can-bo', path, prepare: (at) => invite(at, officer) }, 'office')
  await takeOpening(browser, address, { page, link: await linkFor(page, officer.fullName) })
  await takePicture(
    page,
    { name: 'moi-cong-tac-vien', path, prepare: (at) => invite(at, collaborator) },
    'office',
  )
  const phone = await openPage(browser, address, phoneScreen)
  await typeCode(phone, await codeOnSlip(page))
  await phone.getByRole('heading', { level: 1, name: `Chào ${collaborator.fullName}` }).waitFor()
  await choosePassword(phone, 'bếp lửa nhà rông mùa đông')
  await phone.getByRole('heading', { level: 1, name: 'Hôm nay' }).waitFor()
  await takePicture(phone, { name: 'cong-tac-vien-hom-nay', path: '/' }, 'phone')
  await takePicture(phone, { name: 'cong-tac-vien-tre', path: '/children' }, 'phone')
  await phone.context().close()
}

/** An officer opens a confidential part, the auditor finds it in the list and asks back. */
async function takeOpening(
  browser: Browser,
  address: string,
  { page, link }: { page: Page; link: string },
): Promise<void> {
  const join = (at: string, password: string, screen = officeScreen) =>
    joinAt(browser, address, { link: at, password, screen })
  const officer = await join(link, 'suối chảy qua nương ngô', phoneScreen)
  const found = await officer.request.post('/api/children/search', { data: { limit: 1 } })
  const { children } = z.object({ children: z.array(z.object({ id: z.string() })) }).parse(await found.json())
  const id = newId()
  await officer.request.post(`/api/children/${children[0]?.id}/openings`, {
    data: { id, reason: 'Cháu co giật, cần biết bệnh nền để cấp cứu' },
  })
  const auditor = { fullName: 'Đinh Thị Mơ Mẫu', username: 'dinhmo', role: 'Người kiểm tra nhật ký' }
  await invite(page, auditor)
  const reviewer = await join(await linkFor(page, auditor.fullName), 'con suối nhỏ sau làng')
  await reviewer.request.put(`/api/children/openings/${id}/question`, {
    data: { question: 'Sao không gọi cho tôi trước khi mở?' },
  })
  await takePicture(reviewer, { name: 'cac-lan-mo', path: '/children/openings' }, 'office')
  await takePicture(officer, { name: 'duoc-hoi-ve-lan-mo', path: '/' }, 'phone')
  await reviewer.context().close()
  await officer.context().close()
}

/** Who heads which body, and a matter of responsibility: seen by a leader whom the administrator invites. */
async function takeHeads(browser: Browser, address: string, page: Page): Promise<void> {
  const leader = { fullName: 'Y Blơi Mẫu', username: 'yblo', role: 'Lãnh đạo' }
  await invite(page, leader)
  const joined = await joinAt(browser, address, {
    link: await linkFor(page, leader.fullName),
    password: 'nhà rông mái cao vút',
  })
  const matter = await recordMatter(joined)
  const screens = [
    { name: 'nguoi-dung-dau', path: '/organisations/heads' },
    { name: 'viec-trach-nhiem', path: matter },
  ]
  for (const screen of screens) {
    await joined.setViewportSize(officeScreen)
    await takePicture(joined, screen, 'office')
    await joined.setViewportSize(phoneScreen)
    await takePicture(joined, screen, 'phone')
  }
  await joined.context().close()
}

type Joining = { link: string; password: string; screen?: typeof officeScreen }

/** Somebody opens an invitation and chooses a password. */
async function joinAt(
  browser: Browser,
  address: string,
  { link, password, screen = officeScreen }: Joining,
): Promise<Page> {
  const joined = await openPage(browser, address, screen)
  await joined.goto(link)
  await choosePassword(joined, password)
  await joined.getByRole('heading', { level: 1, name: 'Hôm nay' }).waitFor()
  return joined
}

async function takeCommune(browser: Browser): Promise<void> {
  const product = await startProduct()
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
    await takeInvitations(browser, product.address, page)
    await takeHeads(browser, product.address, page)
  } finally {
    await product.stop()
  }
}

/** `npm run screens -- reorganisation` takes those of one product only. */
async function main(): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const wanted = process.argv[2]
  const browser = await launchBrowser()
  try {
    if (wanted === undefined || wanted === 'commune') await takeCommune(browser)
    if (wanted === undefined || wanted === 'reorganisation') await takeReorganisation(browser, takePicture)
  } finally {
    await browser.close()
  }
}

await main()
