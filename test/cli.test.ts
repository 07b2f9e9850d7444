import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { addDays, formatDay, vietnamDay } from '#base/day.ts'
import { newId } from '#base/id.ts'
import { commandLine } from '#apps/command-line.ts'
import { commandGroups } from '#apps/commands.ts'
import { testDatabase } from './database.ts'

const database = await testDatabase()
const folder = mkdtempSync(join(tmpdir(), 'uommam-cli-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const plan = 'src/modules/plans/shared/fixtures/commune-plan-wrapped-2026.txt'

type Ended = { code: number; out: string; err: string }

const environment = { ...process.env, DATABASE_URL: database.ownerUrl, UOMMAM_DATA: join(folder, 'data') }

/** The command line as a person calls it, in a process of its own: a second of a processor each. */
function uommamProcess(words: readonly string[], before: readonly string[] = []): Promise<Ended> {
  return new Promise((done) => {
    const program = [...before, 'src/apps/cli.ts', ...words]
    const options = { env: environment, maxBuffer: 50_000_000 }
    execFile(process.execPath, program, options, (error, out, err) => {
      done({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, out, err })
    })
  })
}

/** The same without the process, for all that is not about the process. */
async function uommam(words: readonly string[]): Promise<Ended> {
  const [out, err]: [string[], string[]] = [[], []]
  const code = await commandLine(words, {
    environment,
    print: (text) => void out.push(`${text}\n`),
    note: (text) => void err.push(`${text}\n`),
  })
  return { code, out: out.join(''), err: err.join('') }
}

const commands = (await Promise.all(commandGroups.map(({ load }) => load()))).flat()

describe('the command line', () => {
  test('every command stands in the group of its noun, once', () => {
    const names = commands.map(({ noun, verb }) => `${noun} ${verb}`)
    expect(new Set(names).size).toBe(names.length)
    expect(new Set(commands.map(({ noun }) => noun))).toEqual(new Set(commandGroups.map(({ noun }) => noun)))
  })

  test('the usage line of every command names its options', () => {
    for (const { noun, verb, usage, options } of commands)
      for (const name of options.filter((one) => one !== 'json'))
        expect(usage, `${noun} ${verb}`).toMatch(new RegExp(`--${name}(?![\\w-])`))
  })

  test('done: exit 0, the result alone on standard output', async () => {
    const { code, out } = await uommamProcess(['plan', 'read', plan, '--json'])
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
    ['an unknown verb', ['plan', 'eat'], 2, 'Không có lệnh "plan eat".'],
    ['an unknown option', ['plan', 'read', plan, '--fast'], 2, 'Không có tùy chọn --fast.'],
    ['a word too many', ['plan', 'read', plan, 'B.txt'], 2, 'Thừa “B.txt”.'],
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
    expect(err).not.toMatch(/ENOENT|EISDIR/)
    expect(err).not.toMatch(/\bat \w|node:|\.ts:\d/)
  })

  test('a roster that is refused as a whole: exit 1, and no child is there', async () => {
    const path = join(folder, 'sai-cot.csv')
    writeFileSync(path, 'Mã hàng,Số lượng\nA,1\n')
    const { code, out, err } = await uommamProcess(['children', 'import', path, '--area', '23500', '--json'])
    expect(code).toBe(1)
    expect(`${out}${err}`).toMatch(/cột họ tên/)
    const { rows } = await database.owner.query('select count(*)::int as count from children')
    expect(rows).toEqual([{ count: 0 }])
  })
})

describe('the loop by commands alone', () => {
  test('a roster in, what is due, a service recorded, figures equal', async () => {
    const roster = join(folder, 'danh-sach.csv')
    const bornOn = formatDay(addDays(vietnamDay(new Date()), -90))
    writeFileSync(roster, `Họ và tên,Ngày sinh,Giới tính,Thôn\nY Hoa,${bornOn},Nữ,Kon Rẫy\n`)
    expect((await uommam(['children', 'import', roster, '--area', '23500'])).code).toBe(0)
    const due = await uommam(['service', 'due', '--area', '23500', '--json'])
    const [child] = JSON.parse(due.out).children
    const late = child.services.find((service: { itemCode: string }) => service.itemCode === 'BIRTH-REG')
    expect(late.state).toBe('overdue')
    const record = ['service', 'record', '--child', child.childId, '--item', 'BIRTH-REG', '--on']
    expect((await uommam([...record, vietnamDay(new Date())])).out).toContain('Đã ghi BIRTH-REG')
    const after = JSON.parse((await uommam(['service', 'due', '--area', '23500', '--json'])).out)
    expect(JSON.stringify(after)).not.toContain('BIRTH-REG')
    const recount = await uommam(['indicators', 'recount', '--area', '23500'])
    expect([recount.code, recount.out]).toEqual([0, expect.stringContaining('bằng nhau')])
  })

  test.each([
    ['a child that is not there', ['--child', newId(), '--item', 'BIRTH-REG', '--on', '2026-01-05'], 1],
    ['a day that does not exist', ['--child', newId(), '--item', 'BIRTH-REG', '--on', '2026-02-31'], 2],
  ])('recording refuses %s', async (_, words, exit) => {
    const { code, out } = await uommam(['service', 'record', ...words])
    expect([code, out]).toEqual([exit, ''])
  })

  test('a list of a place that is not there is refused', async () => {
    expect((await uommam(['service', 'due', '--area', '99999'])).code).toBe(1)
  })

  test('a report without a place is about the place of its plan', async () => {
    const filed = await uommam(['plan', 'file', plan, '--area', '23500', '--confirm'])
    const no = /kế hoạch (\d+)/.exec(filed.out)?.[1] ?? ''
    const built = await uommam([
      'report',
      'build',
      '--plan',
      no,
      '--period',
      '2026-H1',
      '--out',
      join(folder, 'bc.docx'),
    ])
    expect([built.code, built.out]).toEqual([0, expect.stringContaining('Xã Đăk Hà')])
  })
})

test.each(commands.filter(({ needsDatabase }) => !needsDatabase).map(({ noun, verb }) => [noun, verb]))(
  '%s %s needs no database, so nothing of the server is loaded',
  async (noun, verb) => {
    const out = ['--out', join(folder, 'mau.xlsx')]
    const words = noun === 'screening' ? formOf() : verb === 'template' || verb === 'roster' ? out : [plan]
    const { code, err } = await uommamProcess(
      [noun, verb, ...words],
      ['--import', './test/loaded-modules.ts'],
    )
    expect(code).toBe(0)
    const loaded = /loaded: (?<names>.*)/.exec(err)?.groups?.['names']?.split(' ') ?? []
    expect(loaded).toContain('zod')
    for (const name of ['pg', 'pg-boss', 'better-auth', 'fastify']) expect(loaded).not.toContain(name)
  },
)

/** A survey file of one M-CHAT-R form. */
function formOf(): string[] {
  const file = join(folder, 'mchat.csv')
  const items = Array.from({ length: 20 }, (_, place) => `Q${place + 1}`)
  writeFileSync(file, `${items.join(',')}\n${items.map(() => 'Y').join(',')}\n`)
  return ['--tool', 'mchat-r', file]
}
