import { readFile } from 'node:fs/promises'
import { expect } from 'vitest'
import { newId } from '#base/id.ts'
import { PlacedReading } from '#modules/plans/shared/contract.ts'
import { FiledPlan, type FilePlan } from '#modules/plans/shared/filing.ts'
import type { Client } from './app.ts'

/** The bytes of a plan document of the tests. */
export const planFixture = (name: string) =>
  readFile(new URL(`../src/modules/plans/shared/fixtures/${name}.txt`, import.meta.url))

export async function readPlanFixture(client: Client, name: string): Promise<PlacedReading> {
  const { body } = await client.upload('/plans/read', { name: `${name}.txt`, bytes: await planFixture(name) })
  return PlacedReading.parse(body)
}

/** What the page sends to file a document as it was read, every target followed by hand. */
export async function planFiling(
  client: Client,
  name: string,
  change: Partial<FilePlan> = {},
): Promise<FilePlan> {
  const { text, reading } = await readPlanFixture(client, name)
  const links = reading.targets.map(() => ({ way: 'by-hand' as const, indicatorCode: null }))
  const base = { id: newId(), sourceName: `${name}.txt`, sourceText: text, reading, links }
  return { ...base, confirmedEmpty: [], ...change }
}

/** A plan filed through the door. */
export async function filePlanOf(
  client: Client,
  name: string,
  change: Partial<FilePlan> = {},
): Promise<FiledPlan> {
  const { body } = await client.post('/plans', await planFiling(client, name, change))
  return FiledPlan.parse(body)
}

/** A plan filed through the door with its first target, which is tied to an indicator. */
export async function filePlanTiedTo(client: Client, name: string, code: string) {
  const filing = await planFiling(client, name)
  const [, ...others] = filing.links
  const links = [{ way: 'indicator' as const, indicatorCode: code }, ...others]
  const { status, body } = await client.post('/plans', { ...filing, links })
  expect(status).toBe(200)
  const plan = FiledPlan.parse(body)
  const [target] = plan.targets
  if (!target) throw new Error(`no target in ${name}`)
  return { plan, target }
}
