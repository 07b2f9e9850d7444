import type { Page } from 'playwright-core'
import { z } from 'zod'
import { addMonths, ageOn, type Day, vietnamDay } from '#base/day.ts'
import { newId } from '#base/id.ts'
import { builtinStandard } from '#modules/growth/server/builtin-standard.ts'
import { Sheet, type SheetRow } from '#modules/growth/shared/contract.ts'
import { lmsAt, valueAt } from '#modules/growth/shared/lms.ts'
import { findTable, type TableName } from '#modules/growth/shared/standard.ts'

/** The measure of a child that lies so many SD from the median; made up by the tables, nobody's. */
function measureAt({ bornOn, sex }: SheetRow, name: TableName, day: Day, z: number): number {
  const days = Math.min(ageOn(bornOn, day).days, 1825)
  const table = findTable(builtinStandard(), name, sex)
  const lms = table && lmsAt(table, days)
  return lms ? Math.round(valueAt(z, lms) * 10) / 10 : 10
}

async function post(page: Page, url: string, data: object): Promise<void> {
  const reply = await page.request.post(`/api${url}`, {
    data,
    headers: { origin: new URL(page.url()).origin },
  })
  if (!reply.ok()) throw new Error(`${url}: ${reply.status()} ${await reply.text()}`)
}

async function measure(
  page: Page,
  row: SheetRow,
  day: Day,
  [weightZ, lengthZ]: [number, number],
): Promise<void> {
  const position = ageOn(row.bornOn, day).days < 731 ? 'lying' : 'standing'
  await post(page, '/growth/measurements', {
    ...{ id: newId(), childId: row.childId, measuredOn: day, position },
    weightKg: measureAt(row, 'weight', day, weightZ),
    lenheiCm: measureAt(row, 'lenhei', day, lengthZ),
    confirmed: ['weight-dropped', 'weight-jumped', 'grew-too-fast', 'shorter-than-before'],
  })
}

const Reply = z.object({ rows: Sheet.shape.rows })

/** The sheet as another device would see it. */
async function readSheet(page: Page, day: Day): Promise<SheetRow[]> {
  const reply = await page.request.get(`/api/growth/sheet?day=${day}`)
  return Reply.parse(await reply.json()).rows
}

/**
 * Measurements for the pictures: one child with a falling line over a year, some weighed today, some of them thin;
 * a screening with a sign. Returns the page of the child with the line.
 */
export async function fillGrowth(page: Page): Promise<string> {
  const today = vietnamDay(new Date())
  const rows = await readSheet(page, today)
  const young = rows.filter(({ bornOn }) => {
    const { months } = ageOn(bornOn, today)
    return months >= 16 && months < 30
  })
  const [first, ...others] = young
  if (!first) throw new Error('the sample has no child of that age')
  const line = [0.1, 0.2, -0.1, -0.5, -1.1, -1.9]
  for (const [place, z_] of line.entries())
    await measure(page, first, addMonths(today, 2 * (place - line.length)), [z_, z_ / 2])
  const today_ = [-3.2, -2.4, 0.3, 2.3, -0.8, 0.6]
  for (const [place, z_] of today_.entries()) {
    const row = others[place]
    if (row) await measure(page, row, today, [z_, place === 1 ? -2.6 : 0])
  }
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
