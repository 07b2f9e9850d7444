import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#base/id.ts'
import { Problem } from '#base/problem.ts'
import { WrongCall } from '#platform/cli/command.ts'
import { clockAt } from '#platform/clock.ts'
import { testApp } from '#test/app.ts'
import { testDatabase, truncateAll } from '#test/database.ts'
import { addPlan } from '#test/filed-plan.ts'
import { people, places } from '#test/people.ts'
import { addChild } from '#test/registered-child.ts'
import { reportsCommands } from './cli.ts'

const database = await testDatabase()
const clock = clockAt('2026-07-03T09:00:00+07:00')
const app = await testApp(database, { clock })
const folder = mkdtempSync(join(tmpdir(), 'uommam-reports-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let numbers = { commune: '', other: '', province: '' }

beforeEach(async () => {
  await truncateAll(database)
  const planId = await addPlan(database, places.quangNgai)
  await addChild(database, { bornOn: '2024-05-01', villageId: places.dakMeVillage, sex: 'male' })
  const build = async (
    person: (typeof people)['lanOfficerDakHa' | 'thuProvinceOfficer' | 'phucOfficerDakTo'],
  ) => String((await app.as(person).post('/reports', { id: newId(), planId, period: '2026-H1' })).body.no)
  numbers = {
    commune: await build(people.lanOfficerDakHa),
    other: await build(people.phucOfficerDakTo),
    province: await build(people.thuProvinceOfficer),
  }
})

/** Runs `report <verb> ...` as the command line does; what it printed and how it ended. */
async function run(verb: string, ...words: string[]): Promise<{ code: number; out: string }> {
  const command = reportsCommands.find((each) => each.verb === verb)
  if (!command) throw new Error(`no command ${verb}`)
  const options: Record<string, string> = {}
  const plain: string[] = []
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? ''
    if (word.startsWith('--')) options[word.slice(2)] = words[++at] ?? 'true'
    else plain.push(word)
  }
  const out: string[] = []
  const code = await command.run(
    { words: plain, options },
    {
      ...{ clock, log: pino({ level: 'silent' }), note: () => {} },
      print: (line) => void out.push(line),
      reading: (range, work) => database.read(work, range),
      writing: (range, work) => database.write(work, range),
    },
  )
  return { code, out: out.join('\n') }
}

const refused = (code: string) => (cause: unknown) => cause instanceof Problem && cause.code === code

const signed = ['--number', '5', '--date', '2026-07-02', '--signer', 'A Thiên', '--title', 'Phó Chủ tịch']

describe('a half year by commands', () => {
  test('sent, returned with a comment on a cell, corrected, accepted, consolidated, signed, verified', async () => {
    const { commune, other, province } = numbers
    expect((await run('submit', commune)).out).toContain('Đã gửi báo cáo')
    await run('comment', commune, '--cell', 'nutrition.total.checked', '--text', 'Thiếu số trẻ được khám')
    expect((await run('return', commune, '--reason', 'Thiếu số')).out).toContain('Đã trả lại')
    const check = await run('check', commune)
    expect([check.code, check.out]).toEqual([1, expect.stringContaining('Còn 1 ý kiến')])
    const cell = ['--cell', 'nutrition.total.checked', '--value', '1', '--reason', 'Sổ khám']
    await run('type', commune, ...cell)
    expect((await run('answer', commune, '--text', 'Đã nhập')).out).toBe('Đã trả lời 1 ý kiến.')
    expect((await run('check', commune)).code).toBe(0)
    expect((await run('submit', commune)).out).toMatch(/bản 2\.$/)
    await run('accept', commune)
    await run('submit', other)

    const consolidated = JSON.parse((await run('consolidate', province, '--json', 'true')).out)
    expect(consolidated.done).toBe(1)
    expect(consolidated.missing).toContain('Xã Đăk Tô')
    const scan = join(folder, 'ban-ky.pdf')
    writeFileSync(scan, '%PDF-1.7\n')
    const more = ['--file', scan, '--reason', 'Các xã còn lại gửi sau']
    expect((await run('sign', province, ...signed, ...more)).out).toContain('Đã ký báo cáo')
    const verified = await run('verify', province)
    expect([verified.code, verified.out]).toEqual([
      0,
      expect.stringMatching(/^Bản 1: nguyên vẹn [0-9a-f]{64}$/),
    ])
    const list = (await run('list', '--period', '2026-H1')).out
    expect(list).toContain('accepted')
    expect(list).toContain('signed')
    expect((await run('reopen', province, '--reason', 'Đính chính', '--parts', '1.1')).out).toContain(
      'mở lại',
    )
  })

  test('a copy that somebody changed ends with 1', async () => {
    await run('submit', numbers.commune)
    await database.owner.query(`update reports_versions set content = content || ' '`)
    const { code, out } = await run('verify', numbers.commune)
    expect([code, out]).toEqual([1, expect.stringContaining('ĐÃ BỊ ĐỔI')])
  })

  test('what may not be done now, or is not there, is refused', async () => {
    await expect(run('accept', numbers.commune)).rejects.toSatisfy(refused('reports.not-now'))
    await expect(run('submit', '999')).rejects.toSatisfy(refused('reports.not-found'))
    await expect(run('sign', numbers.commune, ...signed)).rejects.toSatisfy(refused('reports.not-now'))
    await expect(run('list', '--area', '99999')).rejects.toSatisfy(refused('reports.no-such-area'))
  })

  test.each([
    ['without a reason', ['return', '1'], /--reason/],
    ['without a number', ['submit'], /số thứ tự/],
    ['a day that is none', ['sign', '1', '--number', '5', '--date', '5/7'], /Ngày ký/],
    ['a value that is none', ['type', '1', '--cell', 'x', '--value', 'nhiều', '--reason', 'x'], /--value/],
    ['a period that is none', ['list', '--period', '2026-Q1'], /Kỳ báo cáo/],
  ])('%s is a wrong call', async (_, [verb = '', ...words], text) => {
    const failed = await run(verb, ...words).catch((cause: unknown) => cause)
    expect(failed).toBeInstanceOf(WrongCall)
    expect(String(failed)).toMatch(text)
  })
})
