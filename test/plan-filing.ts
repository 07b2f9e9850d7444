import { readFile } from 'node:fs/promises'
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
