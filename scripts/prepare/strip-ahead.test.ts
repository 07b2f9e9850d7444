import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'

/** A project of one source, with the scripts of this one. */
const project = mkdtempSync(join(tmpdir(), 'uommam-strip-'))
const source = join(project, 'src/said.ts')
const stripped = join(project, 'node_modules/.cache/stripped/src/said.ts')

cpSync(import.meta.dirname, join(project, 'scripts/prepare'), { recursive: true })
cpSync(join(import.meta.dirname, '../stripped-sources.mjs'), join(project, 'scripts/stripped-sources.mjs'))
mkdirSync(join(project, 'src'))

afterAll(() => rmSync(project, { recursive: true }))

function node(...words: string[]): string {
  return execFileSync(process.execPath, words, { cwd: project, encoding: 'utf8' }).trim()
}

function write(word: string, at: Date): void {
  writeFileSync(source, `const said: string = '${word}'\nconsole.log(said)\n`)
  utimesSync(source, at, at)
}

function prepare(): void {
  const calls = `import('./scripts/prepare/strip-ahead.mjs').then(({ stripAhead }) => stripAhead(process.execPath, () => {}))`
  node('--eval', calls)
}

const run = () => node('--import', './scripts/stripped-sources.mjs', 'src/said.ts')

describe('sources stripped ahead', () => {
  beforeEach(() => {
    write('mot', new Date('2026-01-01'))
    prepare()
  })

  test('keep their lines and columns, and are what runs', () => {
    expect(readFileSync(stripped, 'utf8')).toBe(`const said         = 'mot'\nconsole.log(said)\n`)
    writeFileSync(stripped, `console.log('stripped')`)
    expect(run()).toBe('stripped')
  })

  test('are not served once the source is another, of the same size too, until they are stripped again', () => {
    write('hai', new Date('2026-01-02'))
    expect(run()).toBe('hai')
    prepare()
    expect(readFileSync(stripped, 'utf8')).toContain(`'hai'`)
  })

  test('are not missed when they are gone or their list is cut off', () => {
    rmSync(stripped)
    expect(run()).toBe('mot')
    writeFileSync(join(project, 'node_modules/.cache/stripped/list.json'), '{"src/sa')
    expect(run()).toBe('mot')
  })
})
