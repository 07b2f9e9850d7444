import { spawn } from 'node:child_process'
import { root } from './sources.ts'

export type Ran = { code: number; output: string }

/**
 * The compiler and the linter are programs in Go, which sweep their memory when it has doubled. They end soon: sweeping
 * when it has grown fourfold takes a quarter of their time away and 1 GB more (https://go.dev/doc/gc-guide).
 */
const goGarbage = '300'

/** Runs one of the installed programs on this very Node and gathers what it says. */
export function runProgram(script: string, ...words: string[]): Promise<Ran> {
  return new Promise((done) => {
    const env = { GOGC: goGarbage, ...process.env }
    const child = spawn(process.execPath, [`node_modules/${script}`, ...words], { cwd: root, env })
    const chunks: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.on('error', (cause) => done({ code: 1, output: cause.message }))
    child.on('close', (code) =>
      done({ code: code ?? 1, output: Buffer.concat(chunks).toString('utf8').trim() }),
    )
  })
}

async function complaints(script: string, ...words: string[]): Promise<string[]> {
  const { code, output } = await runProgram(script, ...words)
  if (code === 0) return []
  return output === '' ? [`ended with ${code}`] : output.split('\n')
}

/** By one checker: each of several works out the types of what its files use, and another check keeps the second core busy. */
export function typeCheck(part: 'shared' | 'server' | 'web' | 'e2e'): Promise<string[]> {
  return complaints('typescript-7/bin/tsc', '-p', `tsconfig.${part}.json`, '--checkers', '1')
}

export function lint(): Promise<string[]> {
  return complaints('oxlint/bin/oxlint', '--type-aware', '--format=unix')
}

export function formatting(): Promise<string[]> {
  return complaints('prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.')
}

export function unusedCode(): Promise<string[]> {
  return complaints('knip/bin/knip.js', '--no-progress', '--reporter=compact', '--exclude=types')
}

/** With a wrong set-up the border check looks at nothing and reports success; so the number of files is looked at. */
export async function moduleBorders(): Promise<string[]> {
  const folders = ['src', 'test', 'bench', 'scripts']
  const config = ['--config', '.dependency-cruiser.cjs']
  const { code, output } = await runProgram(
    'dependency-cruiser/bin/dependency-cruiser.mjs',
    ...config,
    '--output-type=err',
    ...folders,
  )
  const cruised = Number(/(\d+) modules/.exec(output)?.[1] ?? 0)
  if (code === 0 && cruised > 0) return []
  return cruised === 0 ? ['no module was looked at', output] : output.split('\n')
}
