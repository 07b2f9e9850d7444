import type { Browser, Page } from 'playwright-core'
import { z } from 'zod'
import { newId } from '#base/id.ts'
import { actAs, openPage, signIn } from './person.ts'
import { setUpProvince } from './reporting-province.ts'
import type { Screen } from './sample.ts'
import { startProduct } from './started.ts'

type Size = 'phone' | 'office'
type Take = (page: Page, screen: Screen, size: Size) => Promise<void>

const Place = z.object({ id: z.string(), name: z.string(), parentId: z.string().nullable().optional() })

const Me = z.object({ grants: z.array(z.object({ id: z.string(), role: z.string() })) })

type Role = 'administrator' | 'provincial-officer'

/** What the page sends under one of the person's roles. */
async function send(page: Page, role: Role, url: string, data: object): Promise<void> {
  const { grants } = await ask(page, '/me', Me)
  const grant = grants.find((one) => one.role === role)?.id ?? ''
  const reply = await page.request.post(`/api${url}`, {
    ...{ data, headers: { 'x-grant': grant } },
    // The sample commune takes a while to make.
    timeout: 180_000,
  })
  if (!reply.ok()) throw new Error(`${url}: ${reply.status()} ${await reply.text()}`)
}

async function ask<T>(page: Page, url: string, contract: z.ZodType<T>): Promise<T> {
  return contract.parse(await (await page.request.get(`/api${url}`)).json())
}

const newCommune = (name: string, code: string, parentId: string) => ({
  ...{ id: newId(), kind: 'commune', code, name, parentId },
})

const officer = { fullName: 'Phạm Văn Sơn Mẫu', username: 'son', password: 'suối chảy qua nương ngô' }

/** Đăk Hà with the sample children is divided, all its villages but one placed; Đăk Tô joins the larger part. */
async function prepareCase(page: Page): Promise<string> {
  const commune = await ask(page, '/areas/by-code/23500', Place)
  const joining = await ask(page, '/areas/by-code/23401', Place)
  await send(page, 'provincial-officer', '/sample', { communeId: commune.id })
  const villages = await ask(page, `/areas/${commune.id}/children`, z.array(Place))
  const ids = villages.map(({ id }) => id)
  const larger = newCommune('Xã Đăk Hà', '23500', z.string().parse(commune.parentId))
  const smaller = newCommune('Xã Ngọk Réo Mới', '23599', larger.parentId)
  const parts = [
    { toId: larger.id, villageIds: ids.slice(0, -3), childIds: [] },
    { toId: smaller.id, villageIds: ids.slice(-3, -1), childIds: [] },
  ]
  const changes = [
    { kind: 'split', fromId: commune.id, parts },
    { kind: 'merge', fromIds: [joining.id], toId: larger.id },
  ]
  const decision = { number: '27/NQ-HĐND', issuer: 'HĐND tỉnh Quảng Ngãi' }
  const days = { decidedOn: '2026-09-10', effectiveOn: '2026-10-01' }
  const id = newId()
  const content = { newUnits: [larger, smaller], changes }
  await send(page, 'administrator', '/reorganisations', { id, decision: { ...decision, ...days }, content })
  await send(page, 'administrator', `/reorganisations/${id}/preview`, {})
  return id
}

/** A decision on communes from its draft to the children that wait for a place, in a product of a whole province. */
export async function takeReorganisation(browser: Browser, take: Take): Promise<void> {
  const product = await startProduct()
  try {
    await setUpProvince(product, [{ ...officer, communeCode: '23401' }])
    const page = await openPage(browser, product.address)
    await signIn(page)
    await actAs(page, 'Quản trị viên')
    const id = await prepareCase(page)
    const path = `/reorganisations/${id}`
    await take(page, { name: 'cac-ho-so-sap-xep', path: '/reorganisations' }, 'office')
    await take(page, { name: 'lap-ho-so-sap-xep', path: '/reorganisations/new' }, 'office')
    await take(page, { name: 'sap-xep-dia-gioi', path }, 'office')
    await take(page, { name: 'sap-xep-dia-gioi', path }, 'phone')
    await send(page, 'administrator', `${path}/apply`, {})
    await page.goto(path)
    await page.getByRole('button', { name: 'Hoàn tác', exact: true }).waitFor({ timeout: 120_000 })
    await takeAfter(browser, product.address, { take, path, page })
    await page.context().close()
  } finally {
    await product.stop()
  }
}

type After = { take: Take; path: string; page: Page }

/** The children without a place, and what the officer of the commune is told. */
async function takeAfter(browser: Browser, address: string, { take, path, page }: After): Promise<void> {
  await actAs(page, 'Cán bộ cấp tỉnh')
  const openChildren = async (at: Page) => {
    await at
      .getByRole('button', { name: /^Xếp từng trẻ/ })
      .first()
      .click()
    await at.getByRole('checkbox').first().waitFor()
    await at.getByRole('heading', { name: 'Trẻ chờ xếp' }).scrollIntoViewIfNeeded()
  }
  await take(page, { name: 'tre-cho-xep', path, prepare: openChildren }, 'office')
  const told = await openPage(browser, address)
  await signIn(told, officer)
  await take(told, { name: 'hom-nay-sau-sap-xep', path: '/' }, 'office')
  await told.context().close()
}
