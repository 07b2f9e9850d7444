import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { commandGroups } from '#apps/commands.ts'
import { testDatabase } from './database.ts'

const database = await testDatabase()
const folder = mkdtempSync(join(tmpdir(), 'uommam-cli-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const plan = 'src/modules/plans/shared/fixtures/commune-plan-wrapped-2026.txt'

type Ended = { code: number; out: string; err: string }

/** The command line as a person calls it, in a process of its own. */
function uommam(words: readonly string[], before: readonly string[] = []): Promise<Ended> {
  const env = { ...process.env, DATABASE_URL: database.ownerUrl, UOMMAM_DATA: join(folder, 'data') }
  return new Promise((done) => {
    const program = [...before, 'src/apps/cli.ts', ...words]
    execFile(process.execPath, program, { env, maxBuffer: 50_000_000 }, (error, out, err) => {
      done({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, out, err })
    })
  })
}

const commands = (await Promise.all(commandGroups.map(({ load }) => load()))).flat()

describe('the command line', () => {
  test('every command stands in the group of its noun, once', () => {
    const names = commands.map(({ noun, verb }) => `${noun} ${verb}`)
    expect(new Set(names).size).toBe(names.length)
    expect(new Set(commands.map(({ noun }) => noun))).toEqual(new Set(commandGroups.map(({ noun }) => noun)))
  })

  test('done: exit 0, the result alone on standard output', async () => {
    const { code, out } = await uommam(['plan', 'read', plan, '--json'])
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ kind: 'plan', number: '15' })
  })

  test('a document that is no plan is read too: kind other', async () => {
    const { code, out } = await uommam([
      'plan',
      'read',
      '--json',
      'src/modules/plans/shared/fixtures/news.txt',
    ])
    expect([code, JSON.parse(out).kind]).toEqual([0, 'other'])
  })

  test.each([
    ['nothing', [], 0, 'uommam plan read'],
    ['help', ['help'], 0, 'uommam children import'],
    ['help of one group', ['plan', '--help'], 0, 'uommam plan read'],
    ['an unknown group', ['trẻ-em'], 2, 'uommam plan read'],
    ['an unknown verb', ['plan', 'eat'], 2, 'uommam plan read'],
    ['an unknown option', ['plan', 'read', plan, '--fast'], 2, 'Không có tùy chọn --fast.'],
    ['a missing word', ['plan', 'read'], 2, 'Thiếu tên tệp.'],
    ['a missing option', ['children', 'import', plan], 2, 'Thiếu --area.'],
  ])('%s: words in Vietnamese, nothing on standard output', async (_, words, code, text) => {
    const ended = await uommam(words)
    expect([ended.code, ended.out]).toEqual([code, ''])
    expect(ended.err).toContain(text)
  })

  test.each([
    ['a missing plan', ['plan', 'read', join(folder, 'khong-co.txt')]],
    ['a folder as plan', ['plan', 'read', folder]],
    ['a missing roster', ['children', 'import', join(folder, 'khong-co.csv'), '--area', '23500']],
    ['a folder as roster', ['children', 'import', folder, '--area', '23500']],
    ['a folder that is not there to write into', ['children', 'template', '--out', join(folder, 'x/y.xlsx')]],
  ])('%s: exit 1 with the reason, no trace of the program', async (_, words) => {
    const { code, out, err } = await uommam(words)
    expect([code, out]).toEqual([1, ''])
    expect(err).toMatch(/tệp/)
    expect(err).not.toMatch(/\bat \w|node:|\.ts:\d/)
  })

  test('a roster that is refused as a whole: exit 1, and no child is there', async () => {
    const path = join(folder, 'sai-cot.csv')
    writeFileSync(path, 'Mã hàng,Số lượng\nA,1\n')
    const { code, out, err } = await uommam(['children', 'import', path, '--area', '23500', '--json'])
    expect(code).toBe(1)
    expect(`${out}${err}`).toMatch(/cột họ tên/)
    const { rows } = await database.owner.query('select count(*)::int as count from children')
    expect(rows).toEqual([{ count: 0 }])
  })
})

test.each(commands.filter(({ needsDatabase }) => !needsDatabase).map(({ noun, verb }) => [noun, verb]))(
  '%s %s needs no database, so nothing of the server is loaded',
  async (noun, verb) => {
    const words = verb === 'template' || verb === 'roster' ? ['--out', join(folder, 'mau.xlsx')] : [plan]
    const { code, err } = await uommam([noun, verb, ...words], ['--import', './test/loaded-modules.ts'])
    expect(code).toBe(0)
    const loaded = /loaded: (?<names>.*)/.exec(err)?.groups?.['names']?.split(' ') ?? []
    expect(loaded).toContain('zod')
    for (const name of ['pg', 'pg-boss', 'better-auth', 'fastify']) expect(loaded).not.toContain(name)
  },
)
