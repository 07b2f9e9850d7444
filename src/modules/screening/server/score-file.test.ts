import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { ecdi2030Codes, mchatCodes, micsCodes } from '../shared/survey-scores.ts'
import { scoreFile, type SurveyTool } from './score-file.ts'

const folder = mkdtempSync(join(tmpdir(), 'uommam-screening-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function score(tool: SurveyTool, text: string): Promise<{ rows: string[][]; notes: string[] }> {
  const path = join(folder, 'survey.csv')
  writeFileSync(path, text)
  const [out, notes]: [string[], string[]] = [[], []]
  expect(
    await scoreFile(tool, path, { print: (line) => out.push(line), note: (line) => notes.push(line) }),
  ).toBe(0)
  return {
    rows: out
      .join('\n')
      .split('\n')
      .map((line) => line.split(',')),
    notes,
  }
}

const line = (cells: readonly (string | number)[]) => `${cells.join(',')}\n`

describe('scoring a survey file', () => {
  test('ECDI2030: rows in order, three columns added, empty outside the ages', async () => {
    const good = ecdi2030Codes.map((code) => (code === 'EC39' ? '5' : '1'))
    const text =
      line(['id', 'age_months', ...ecdi2030Codes]) + line(['a', 30, ...good]) + line(['b', 61, ...good])
    const { rows, notes } = await score('ecdi2030', text)
    expect(rows.map((row) => [row[0], ...row.slice(-3)])).toEqual([
      ['id', 'milestones', 'cut_score', 'on_track'],
      ['a', '20', '9', '1'],
      ['b', '', '', ''],
    ])
    expect(notes).toHaveLength(1)
  })

  test('the older index: four domains and on track', async () => {
    const { rows } = await score(
      'mics-ecdi',
      line(['age_months', ...micsCodes]) + line([40, ...micsCodes.map(() => 1)]),
    )
    expect(rows.map((row) => row.slice(-5))).toEqual([
      ['literacy_numeracy', 'physical', 'learning', 'social_emotional', 'on_track'],
      ['1', '1', '1', '0', '1'],
    ])
  })

  test('M-CHAT-R: score and risk', async () => {
    const { rows } = await score('mchat-r', line(mchatCodes) + line(mchatCodes.map(() => 'N')))
    expect(rows.map((row) => row.slice(-2))).toEqual([
      ['score', 'risk'],
      ['17', 'high'],
    ])
  })

  test('a file without the columns is refused by their names', async () => {
    const path = join(folder, 'other.csv')
    writeFileSync(path, 'a,b\n1,2\n')
    const asked = scoreFile('mchat-r', path, { print: () => undefined, note: () => undefined })
    await expect(asked).rejects.toMatchObject({ code: 'screening.survey-columns' })
  })
})
