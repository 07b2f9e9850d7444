import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { readDocumentText } from '#platform/documents/document-text.ts'
import { readScope, writeScope } from '#platform/db/scope.ts'
import type { CliContext } from '#platform/cli/command.ts'
import { testApp } from '#test/app.ts'
import { testDatabase, truncateAll } from '#test/database.ts'
import { people } from '#test/people.ts'
import { filePlanOf } from '#test/plan-filing.ts'
import type { FiledPlan } from '../shared/filing.ts'
import { readPlan } from '../shared/read-plan.ts'
import { deriveByCommand, documentByCommand, issueByCommand } from './cli-drafts.ts'

const database = await testDatabase()
const app = await testApp(database)
const thu = app.as(people.thuProvinceOfficer)
const folder = mkdtempSync(join(tmpdir(), 'uommam-plan-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let printed: string[] = []
let province: FiledPlan
beforeEach(async () => {
  await truncateAll(database)
  printed = []
  province = await filePlanOf(thu, 'province-plan-tables-2026', { confirmedEmpty: ['number'] })
})

const context: CliContext = {
  clock: { now: () => new Date('2026-06-15T03:00:00Z'), today: () => '2026-06-15' },
  log: pino({ level: 'silent' }),
  print: (text) => printed.push(text),
  note: () => undefined,
  reading: (range, work) => readScope(database.pool, range, work),
  writing: (range, work) => writeScope(database.pool, range, work),
}
const called = (options: Record<string, string>) => ({ words: [], options })

async function readBack(path: string) {
  const read = await readDocumentText({ name: path, bytes: readFileSync(path) })
  return readPlan(read.ok ? read.text : '')
}

test('a draft for a commune is derived from the plan above and written as a document', async () => {
  const out = join(folder, 'xa.docx')
  const options = { from: String(province.no), area: '23500', period: '2026-2030', json: 'true', out }
  expect(await deriveByCommand(called(options), context)).toBe(0)
  expect(JSON.parse(printed[0] ?? '')).toMatchObject({
    targets: province.targets.length,
    comparison: { missingTasks: [] },
  })
  const reading = await readBack(out)
  expect(reading).toMatchObject({ issuer: 'UBND xã Đăk Hà', number: null })
  expect(reading.targets).toHaveLength(province.targets.length)
})

test('from a template, in words that a person reads', async () => {
  const options = { template: 'action-month', area: '23500', period: '2027' }
  expect(await deriveByCommand(called(options), context)).toBe(0)
  expect(printed[0]).toContain(
    'Tháng hành động vì trẻ em trên địa bàn xã Đăk Hà năm 2027 (2 chỉ tiêu, 3 nhiệm vụ)',
  )
})

test('a filed plan is written as .docx and .pdf', async () => {
  const [docx, pdf] = [join(folder, 'tinh.docx'), join(folder, 'tinh.pdf')]
  for (const out of [docx, pdf])
    expect(await documentByCommand(called({ plan: String(province.no), out }), context)).toBe(0)
  expect((await readBack(docx)).targets).toHaveLength(province.targets.length)
  expect(readFileSync(pdf).subarray(0, 5).toString()).toBe('%PDF-')
})

test.each([
  ['plans.not-found', { from: '999', area: '23500', period: '2026' }],
  ['plans.area-unknown', { area: '99999', period: '2026' }],
  ['Giai đoạn phải viết như', { area: '23500', period: '2027-2026' }],
])('%s', async (words, options) => {
  await expect(deriveByCommand(called(options), context)).rejects.toThrow(words)
})

test('a document of another kind is refused', async () => {
  const options = { plan: String(province.no), out: join(folder, 'tinh.odt') }
  await expect(documentByCommand(called(options), context)).rejects.toThrow('.docx hoặc .pdf')
})

describe('issuing a draft', () => {
  const derive = () =>
    deriveByCommand(called({ from: String(province.no), area: '23500', period: '2026' }), context)
  const signed = { area: '23500', number: '12', date: '2026-06-10', signer: 'A Thiên' }

  test('with number, day and signer it is a filed plan below the one it carries out', async () => {
    await derive()
    expect(await issueByCommand(called(signed), context)).toBe(0)
    expect(printed.at(-1)).toMatch(/^Đã ban hành kế hoạch \d+: .*, số 12\/KH-UBND\.$/)
    const { rows } = await database.owner.query(
      `select issued_on::text as day, parent_id from plans where number = '12'`,
    )
    expect(rows).toEqual([{ day: '2026-06-10', parent_id: province.id }])
    await expect(issueByCommand(called(signed), context)).rejects.toMatchObject({
      code: 'plans.draft-not-found',
    })
  })

  test('of several drafts one must be named', async () => {
    await derive()
    await derive()
    const failed = await issueByCommand(called(signed), context).catch((cause: unknown) => cause)
    expect(failed).toMatchObject({ code: 'plans.drafts-several' })
    const { rows } = await database.owner.query(`select id from plans_drafts order by id`)
    const options = { ...signed, draft: rows[1].id, json: 'true' }
    expect(await issueByCommand(called(options), context)).toBe(0)
    expect(JSON.parse(printed.at(-1) ?? '')).toMatchObject({ number: '12', symbol: 'KH-UBND' })
  })

  test.each([
    ['a day that does not exist', { date: '2026-02-31' }],
    ['a number that is none', { number: 'mười hai' }],
  ])('%s is a wrong call', async (_, wrong) => {
    await derive()
    await expect(issueByCommand(called({ ...signed, ...wrong }), context)).rejects.toThrow(/chưa đúng/)
  })

  test('a day that has not come is refused', async () => {
    await derive()
    const later = called({ ...signed, date: '2026-06-16' })
    await expect(issueByCommand(later, context)).rejects.toMatchObject({ code: 'plans.issued-in-future' })
  })
})
