import type { Page } from 'playwright-core'
import { z } from 'zod'
import { ageOn, type Day, vietnamDay } from '#base/day.ts'
import { newId } from '#base/id.ts'
import { AttentionChild, Sheet } from '#modules/growth/shared/contract.ts'
import { nextWeighing } from './next-weighing.ts'

async function post(page: Page, url: string, data: object): Promise<void> {
  const reply = await page.request.post(`/api${url}`, {
    data,
    headers: { origin: new URL(page.url()).origin },
  })
  if (!reply.ok()) throw new Error(`${url}: ${reply.status()} ${await reply.text()}`)
}

async function read<Schema extends z.ZodType>(
  page: Page,
  url: string,
  schema: Schema,
): Promise<z.infer<Schema>> {
  return schema.parse(await (await page.request.get(`/api${url}`)).json())
}

/** The first children of the sheet are weighed today, each on its own line. */
async function weighSome(page: Page, day: Day): Promise<void> {
  const { rows } = await read(page, `/growth/sheet?day=${day}`, Sheet.pick({ rows: true }))
  for (const row of rows.slice(0, 6)) {
    const position = ageOn(row.bornOn, day).days < 731 ? 'lying' : 'standing'
    const measured = { ...nextWeighing(row, day), position, measuredOn: day }
    await post(page, '/growth/measurements', { id: newId(), childId: row.childId, ...measured })
  }
}

/**
 * For the pictures: some children weighed today; a screening with a sign for one whose line falls. Returns the page of
 * that child.
 */
export async function fillGrowth(page: Page): Promise<string> {
  const today = vietnamDay(new Date())
  await weighSome(page, today)
  const { children } = await read(page, '/growth/attention', z.object({ children: z.array(AttentionChild) }))
  const young = children.filter(({ bornOn }) => {
    const { months } = ageOn(bornOn, today)
    return months >= 16 && months < 60
  })
  const first = young.find(({ state }) => state.trends.length > 0) ?? young[0]
  if (!first) throw new Error('the sample has no child of that age who needs attention')
  await post(page, '/screening/records', {
    ...{
      id: newId(),
      childId: first.childId,
      tool: 'warning-signs',
      version: '2254-2021',
      screenedOn: today,
    },
    ...{ way: 'phone', informant: 'mother', answers: { 'W12-gesture': 'no', 'W16-word': 'yes' } },
  })
  return `/children/${first.childId}`
}
