import { readFile } from 'node:fs/promises'
import { newId } from '#base/id.ts'
import { PlacedReading } from '#modules/plans/shared/contract.ts'
import { FiledPlan } from '#modules/plans/shared/filing.ts'
import type { Client } from './app.ts'

/** Reads and files one of the plans of the tests for the place of the person. */
export async function filePlanOf(client: Client, fixture: string): Promise<FiledPlan> {
  const bytes = await readFile(`src/modules/plans/shared/fixtures/${fixture}.txt`)
  const read = await client.upload('/plans/read', { name: `${fixture}.txt`, bytes })
  const { text: sourceText, reading } = PlacedReading.parse(read.body)
  const links = reading.targets.map(() => ({ way: 'by-hand', indicatorCode: null }))
  const about = { id: newId(), sourceName: `${fixture}.txt`, sourceText, reading, links }
  const { status, body } = await client.post('/plans', {
    ...about,
    confirmedEmpty: ['number', 'date', 'issuer'],
  })
  if (status !== 200) throw new Error(`the plan could not be filed: ${status} ${JSON.stringify(body)}`)
  return FiledPlan.parse(body)
}

/** Two tasks, led by the division for culture and society and by the health station of a commune. */
export const communePlan = 'commune-plan-wrapped-2026'
/** Two tasks of a province; the first also of its communes. */
export const provincePlan = 'province-plan-tables-2026'
