import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterAll, describe, expect, test } from 'vitest'
import { systemClock } from '#platform/clock.ts'
import { WrongCall } from '#platform/cli/command.ts'
import { hasShared, sharedPath } from '#test/shared-data.ts'
import { prevalenceByCommand, scoreByCommand } from './cli-survey.ts'

const folder = mkdtempSync(join(tmpdir(), 'uommam-growth-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const scoreNames = 'zlen,zwei,zwfl,zbmi,zhc,zac,zts,zss,flen,fwei,fwfl,fbmi,fhc,fac,fts,fss'

/** Runs a command on a file; without options by the built-in tables, which need no database. */
async function run(
  command: typeof scoreByCommand,
  text: string | Uint8Array,
  options: Record<string, string> = {},
): Promise<{ out: string; notes: string[] }> {
  const path = join(folder, 'survey.csv')
  writeFileSync(path, text)
  const [out, notes]: [string[], string[]] = [[], []]
  const refuse = () => Promise.reject(new Error('no database here'))
  const context = {
    ...{ clock: systemClock, log: pino({ level: 'silent' }), reading: refuse, writing: refuse },
    print: (line: string) => void out.push(line),
    note: (line: string) => void notes.push(line),
  }
  expect(await command({ words: [path], options }, context)).toBe(0)
  return { out: out.join('\n'), notes }
}

const rowsOf = (out: string) => out.split('\n').map((line) => line.split(','))

describe('growth score', () => {
  const head = 'id,sex,age_days,weight_kg,lenhei_cm,measure,oedema,note'

  test('keeps rows, order and other columns, and adds sixteen columns', async () => {
    const { out } = await run(scoreByCommand, `${head}\n7,1,400,9.5,76,l,n,"a, b"\n3,2,30,4.1,53,l,n,\n`)
    const [first, ...rest] = out.split('\n')
    expect(first).toBe(`${head},${scoreNames}`)
    expect(rest[0]).toMatch(
      /^7,1,400,9\.5,76,l,n,"a, b",-?\d\.\d\d,-?\d\.\d\d,-?\d\.\d\d,-?\d\.\d\d,,,,,0,0,0,0,,,,$/,
    )
    expect(rest[1]).toMatch(/^3,2,30,/)
    expect(rest).toHaveLength(2)
  })

  test.each([
    ['a byte order mark and Windows line ends', `\uFEFF${head}\r\n7,1,400,9.5,76,l,n,\r\n`],
    [
      'upper-case headings with spaces',
      `ID, Sex ,AGE_DAYS,Weight_KG,LENHEI_CM,Measure,OEDEMA,note\n7,1,400,9.5,76,l,n,\n`,
    ],
    ['empty lines', `${head}\n\n7,1,400,9.5,76,l,n,\n\n\n`],
    ['words for the sex', `${head}\n7,m,400,9.5,76,L,N,\n`],
  ])('%s change nothing', async (_, text) => {
    const plain = rowsOf((await run(scoreByCommand, `${head}\n7,1,400,9.5,76,l,n,\n`)).out)
    const rows = rowsOf((await run(scoreByCommand, text)).out)
    expect(rows).toHaveLength(2)
    expect(rows[1]?.slice(8)).toEqual(plain[1]?.slice(8))
  })

  test('semicolons and decimal commas are read, named, and written with semicolons', async () => {
    const text = 'sex;age_days;weight_kg;lenhei_cm\n1;400;9,5;76\n'
    const { out, notes } = await run(scoreByCommand, text)
    const point = await run(scoreByCommand, text.replace('9,5', '9.5'))
    expect(out.split('\n')[1]?.split(';').slice(4)).toEqual(point.out.split('\n')[1]?.split(';').slice(4))
    expect(notes.filter((note) => note.includes('dấu phẩy'))).toHaveLength(1)
  })

  test('implausible values are scored and flagged; no score leaves both cells empty', async () => {
    const { out } = await run(scoreByCommand, 'sex,age_days,weight_kg\n1,400,30\n1,,30\n,400,9\n1,2000,30\n')
    const weights = rowsOf(out)
      .slice(1)
      .map((row) => [row[4], row[12]])
    expect(weights[0]?.[1]).toBe('1')
    expect(weights.slice(1)).toEqual([
      ['', ''],
      ['', ''],
      ['', ''],
    ])
  })

  test('scoring its own output again gives the same, in the same columns', async () => {
    const first = await run(scoreByCommand, `${head}\n7,1,400,9.5,76,l,n,\n`)
    const again = await run(scoreByCommand, `${first.out}\n`)
    expect(again.out).toBe(first.out)
  })

  test('a file without the sex, or without any measure, is refused', async () => {
    await expect(run(scoreByCommand, 'age_days,weight_kg\n400,9\n')).rejects.toMatchObject({
      code: 'growth.survey-no-sex',
    })
    await expect(run(scoreByCommand, 'sex,age_days\n1,400\n')).rejects.toMatchObject({
      code: 'growth.survey-no-measure',
    })
    await expect(run(scoreByCommand, '')).rejects.toMatchObject({ code: 'files.empty' })
  })

  test('an unknown reference is a wrong call', async () => {
    await expect(run(scoreByCommand, 'sex\n1\n', { reference: 'cdc' })).rejects.toBeInstanceOf(WrongCall)
  })
})

describe.skipIf(!hasShared)('with the official tables of a folder', () => {
  const standard = () => ({ standard: sharedPath('who-lms') })

  test('arm and skinfolds are scored, and nothing is noted', async () => {
    const text = 'sex,age_months,armc_cm,triskin_mm,subskin_mm\n2,10,14,8,7\n'
    const { out, notes } = await run(scoreByCommand, text, standard())
    expect(rowsOf(out)[1]?.slice(10, 13)).toEqual(['-0.10', '-0.15', '0.26'])
    expect(notes.filter((note) => note.includes('bảng có sẵn'))).toEqual([])
  })

  test('the reference of 2007 has its own columns', async () => {
    const text = 'sex,age_months,weight_kg,height_cm,oedema\n1,61.37,20.7,113.4,n\n1,130,30,140,y\n'
    const { out } = await run(scoreByCommand, text, { ...standard(), reference: 'who2007' })
    // The first row stands in WHO's survey with these scores (id 924).
    expect(rowsOf(out)).toEqual([
      'sex,age_months,weight_kg,height_cm,oedema,zhfa,zwfa,zbfa,fhfa,fwfa,fbfa'.split(','),
      '1,61.37,20.7,113.4,n,0.64,0.83,0.62,0,0,0'.split(','),
      ['1', '130', '30', '140', 'y', '-0.33', '', '', '0', '', ''],
    ])
  })

  test('a sampling weight with a comma is read and named; one that is no number weighs nothing', async () => {
    const text = 'SEX;Age_Months;weight_kg;lenhei_cm;SW;Cluster\n1;12,5;9,4;75,2;1,5;A\n2;30;12;88;nhiều;B\n'
    const { out, notes } = await run(prevalenceByCommand, `\uFEFF${text}`)
    expect(rowsOf(out)[1]?.slice(0, 4)).toEqual(['All', 'zlen', '2', '1.5'])
    expect(notes).toContain('Dòng 2, cột sw: đã đọc dấu phẩy là dấu thập phân.')
    expect(notes.filter((note) => note.startsWith('Dòng 3, cột sw:'))).toHaveLength(1)
  })

  test('prevalence: a line a group and index, weighted where the file has weights', async () => {
    const rows = Array.from(
      { length: 8 },
      (_, place) => `${(place % 2) + 1},30,${10 + place},${86 + place},n,${place + 1},${place % 3}`,
    )
    const { out } = await run(
      prevalenceByCommand,
      `sex,age_months,weight_kg,lenhei_cm,oedema,sw,cluster\n${rows.join('\n')}\n`,
      standard(),
    )
    const lines = rowsOf(out)
    expect(lines[0]?.slice(0, 7)).toEqual([
      'group',
      'indicator',
      'n',
      'n_weighted',
      'below_3_pct',
      'below_3_low',
      'below_3_high',
    ])
    expect(lines[1]?.slice(0, 4)).toEqual(['All', 'zlen', '8', '36'])
    const male = lines.find(([group, index]) => group === '24-35 mo.Male' && index === 'zwei')
    expect(male?.slice(2, 4)).toEqual(['4', '16'])
    expect(lines).toHaveLength(1 + 4 * (1 + 6 + 2 + 12))
  })
})
