import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CliArguments } from '#platform/cli/command.ts'
import { readDocxText } from '#platform/documents/docx-text.ts'
import { type Clock, clockAt } from '#platform/clock.ts'
import { commandGroups } from '#apps/commands.ts'
import { fillHooks } from '#apps/hooks.ts'
import { testDatabase } from './database.ts'
import { hasShared, sharedPath } from './shared-data.ts'

const database = await testDatabase()
const folder = mkdtempSync(join(tmpdir(), 'uommam-year-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const plans: Readonly<Record<string, string>> = {
  'ke-hoach-giai-doan.txt': 'plans/kon-tum-2018-2025.txt',
  // The plan of another province, as a second plan over the same places.
  'ke-hoach-nam.txt': 'plans/lang-son-2024.txt',
}

/** The lines of the guide, block by block: what stands there is what runs here. */
const guide = readFileSync(new URL('../docs/guide/dong-lenh.md', import.meta.url), 'utf8')
const year = /## 6\. Trọn một năm.*?(?=\n## )/s.exec(guide)?.[0] ?? ''
const [inSpring, records, inTime, afterwards, consolidated] = year
  .matchAll(/```\n(.*?)```/gs)
  .map(([, block = '']) => block.trim().split('\n'))
  .toArray()

type Ended = { line: string; code: number; out: string }
const prefix = 'npm run --silent uommam -- '

/** A line as a shell takes it: quotes, the day of today, the files of the guide where they lie here. */
function wordsOf(line: string, clock: Clock): string[] {
  const words =
    line
      .slice(prefix.length)
      .replace('$(date +%F)', clock.today())
      .match(/"[^"]*"|\S+/g) ?? []
  return words.map((word) => {
    const plan = plans[word]
    if (plan) return sharedPath(plan)
    return /\.(docx|pdf|xlsx)$/.test(word) ? join(folder, word) : word.replaceAll('"', '')
  })
}

/** As `src/apps/cli.ts` takes them; of the options without a value only such as stand before another or last. */
function argumentsOf(rest: readonly string[]): CliArguments {
  const options: Record<string, string> = {}
  const words: string[] = []
  for (let at = 0; at < rest.length; at++) {
    const [word = '', next] = [rest[at], rest[at + 1]]
    if (!word.startsWith('--')) words.push(word)
    else if (next === undefined || next.startsWith('--')) options[word.slice(2)] = 'true'
    else options[word.slice(2)] = rest[++at] ?? ''
  }
  return { words, options }
}

async function runLine(line: string, clock: Clock): Promise<Ended> {
  expect(line.startsWith(prefix)).toBe(true)
  const [noun = '', verb, ...rest] = wordsOf(line, clock)
  const group = await commandGroups.find((each) => each.noun === noun)?.load()
  const command = group?.find((each) => each.verb === verb)
  if (!command) throw new Error(`no such command: ${line}`)
  const { words, options } = argumentsOf(rest)
  for (const name of Object.keys(options)) expect(command.options, line).toContain(name)
  const out: string[] = []
  const code = await command.run(
    { words, options },
    {
      ...{ clock, log: pino({ level: 'silent' }), note: () => {}, print: (text) => void out.push(text) },
      reading: (range, work) => database.read(work, range),
      writing: (range, work) => database.write(work, range),
    },
  )
  return { line, code, out: out.join('\n') }
}

async function runAll(lines: readonly string[] | undefined, day: string): Promise<Ended[]> {
  const ended: Ended[] = []
  for (const line of lines ?? []) ended.push(await runLine(line, clockAt(`${day}T09:00:00+07:00`)))
  expect(ended.filter(({ code }) => code !== 0)).toEqual([])
  return ended
}

const outOf = (ended: readonly Ended[], words: string) =>
  ended.flatMap(({ line, out }) => (line.includes(words) ? [out] : []))

/** Issue 5, "Done when", by commands; the clock stands before and after the day of the yearly report. */
describe.skipIf(!hasShared)('the year of the guide, line by line', () => {
  beforeAll(async () => {
    fillHooks()
    writeFileSync(join(folder, 'ban-ky.pdf'), '%PDF-1.7\n')
    await database.owner.query(`update accounts_installation set set_up_at = '2026-01-05T08:00:00+07:00'`)
  })

  test('two plans are filed; the province and three communes derive and issue theirs', async () => {
    const ended = await runAll(inSpring, '2026-11-20')
    expect(outOf(ended, 'plan file')).toEqual([
      expect.stringMatching(/^Đã lưu kế hoạch 1: .* \(\d+ chỉ tiêu, \d+ nhiệm vụ\)\.$/),
      expect.stringMatching(/^Đã lưu kế hoạch 2: /),
    ])
    expect(outOf(ended, 'plan issue').map((out) => /kế hoạch (\d)/.exec(out)?.[1])).toEqual([...'3456'])
    const { rows } = await database.owner.query(
      `select p.no::int, above.no::int as above from plans p join plans above on above.id = p.parent_id order by p.no`,
    )
    expect(rows).toEqual([4, 5, 6].map((no) => ({ no, above: 3 })))
    expect(outOf(ended, 'derive --from 3')[0]).toMatch(/\([1-9]\d* chỉ tiêu, \d+ nhiệm vụ\)/)
  })

  test('the records of a year are counted as they are shown', async () => {
    const ended = await runAll(records, '2026-11-20')
    expect(outOf(ended, 'sample load')).toHaveLength(3)
    expect(outOf(ended, 'recount')[0]).toMatch(/đã đếm lại 1[78]\d trẻ, so \d{3,} số liệu: bằng nhau\.$/)
  })

  test('two communes send in time; one is returned with a comment on a cell and corrected', async () => {
    const ended = await runAll(inTime, '2026-11-20')
    expect(outOf(ended, 'submit 1')[1]).toMatch(/bản 2\.$/)
    expect(outOf(ended, 'duty list')[0]).toMatch(/đã gửi {2}Báo cáo công tác trẻ em.*\[ecd-year\]/)
    const { rows } = await database.owner.query(`select text, answer, key from reports_comments`)
    expect(rows).toMatchObject([{ key: 'nutrition.total.delay', answer: 'Đã đối chiếu, còn 3 trẻ' }])
  })

  test('the third is late, is named, sends, and stays marked as late', async () => {
    const ended = await runAll(afterwards, '2026-12-05')
    expect(outOf(ended, '23425 --late')[0]).toMatch(/quá hạn {2}Báo cáo công tác trẻ em.*\[ecd-year\]/)
    expect(outOf(ended, '--below --late')[0]).toMatch(/2\/\d+ xã, phường, đặc khu đã gửi, \d+ quá hạn/)
    expect(outOf(ended, 'duty list --area 23425').at(-1)).toMatch(
      /đã gửi \(gửi 05\/12\/2026, chậm\) {2}Báo cáo công tác trẻ em/,
    )
  })

  test('the province consolidates, signs, freezes, and gets document and annexes; figures equal', async () => {
    const ended = await runAll(consolidated, '2026-12-05')
    expect(outOf(ended, 'consolidate')[0]).toMatch(/^Đã tổng hợp 3\/\d+ xã/)
    expect(outOf(ended, 'verify')[0]).toMatch(/^Bản 1: nguyên vẹn [0-9a-f]{64}$/)
    expect(outOf(ended, 'recount')[0]).toMatch(/bằng nhau\.$/)
    const docx = await readDocxText(readFileSync(join(folder, 'bao-cao-tinh.docx')))
    const text = docx.ok ? docx.text : ''
    for (const part of [
      'Số: 58/BC-SYT',
      'ngày 05 tháng 12 năm 2026',
      './.',
      'Trần Văn Bình',
      'Xã Tu Mơ Rông',
    ])
      expect(text).toContain(part)
    expect(readFileSync(join(folder, 'bao-cao-tinh.pdf')).subarray(0, 5).toString()).toBe('%PDF-')
    expect(await delaysIn(join(folder, 'phu-luc.xlsx'))).toEqual([3, 0, 0, 3])
  })
})

/** Of the annex on health: what one commune typed for suspected delay, what two have in their records, the total. */
async function delaysIn(file: string): Promise<number[]> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.readFile(file)
  const sheet = workbook.worksheets.find(({ name }) => name.includes('Sức khỏe và dinh dưỡng'))
  const headings = sheet?.getRow(4).values
  const column = Array.isArray(headings) ? headings.indexOf('Nghi chậm phát triển') : -1
  const found: number[] = []
  sheet?.eachRow((row) => {
    const { value } = row.getCell(column)
    if (typeof value === 'number') found.push(value)
  })
  return found
}
