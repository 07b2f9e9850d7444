import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '../..')
const startMilliseconds = 180_000

export type Started = {
  address: string
  /** Where its data lie; the command line reads the same by `UOMMAM_DATA`. */
  dataFolder: string
  /** Stops the server and keeps its data. */
  pause: () => Promise<void>
  /** Starts it again at the same address. */
  resume: () => Promise<void>
  /** Starts it again as at another moment (ISO text). */
  resumeAt: (moment: string) => Promise<void>
  /** Words before a program of the product and its settings, so that it shares data and clock with the server. */
  program: () => Program
  /** Stops the product as a person does, and forgets its data. */
  stop: () => Promise<void>
}

type Program = { before: string[]; env: NodeJS.ProcessEnv }

/** A process of the product on its own data, its clock ahead of this machine's by so many milliseconds. */
function programOn(dataFolder: string, shift: number): Program {
  const clock = join(import.meta.dirname, 'shifted-clock.mjs')
  return {
    before: shift === 0 ? [] : ['--import', clock],
    env: { ...process.env, DATABASE_URL: '', UOMMAM_DATA: dataFolder, CLOCK_SHIFT_MS: String(shift) },
  }
}

const shiftTo = (moment: string | undefined) => (moment === undefined ? 0 : Date.parse(moment) - Date.now())

function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'uommam-e2e-'))
  // The embedded PostgreSQL runs under its own user when the test runs as root.
  chmodSync(folder, 0o755)
  return folder
}

/** Starts the product on an empty data folder and stops it. Returns the folder, as the first start left it. */
export async function prepareData(): Promise<string> {
  const dataFolder = join(makeFolder(), 'data')
  const child = launch(programOn(dataFolder, 0), '0')
  await printedAddress(child)
  await ended(child)
  return dataFolder
}

/** As a person ends it. */
async function ended(child: ChildProcess): Promise<void> {
  const gone = new Promise((done) => child.once('exit', done))
  child.kill('SIGTERM')
  await gone
}

/**
 * The product as `npm start` starts it: a data folder of its own that holds what the first start made, a free port, the
 * built page; with `moment` its clock starts there.
 */
export async function startProduct(moment?: string): Promise<Started> {
  const folder = makeFolder()
  const dataFolder = join(folder, 'data')
  const prepared = process.env['UOMMAM_E2E_DATA']
  // `cp -a` keeps the owner and the closed folders that PostgreSQL insists on.
  if (prepared !== undefined) execFileSync('cp', ['-a', prepared, dataFolder])
  let program = programOn(dataFolder, shiftTo(moment))
  let child = launch(program, '0')
  const address = await printedAddress(child)
  const pause = () => ended(child)
  const resume = async () => {
    child = launch(program, new URL(address).port)
    await printedAddress(child)
  }
  return {
    address,
    dataFolder,
    pause,
    resume,
    resumeAt: (next) => {
      program = programOn(dataFolder, shiftTo(next))
      return resume()
    },
    program: () => program,
    stop: async () => {
      await pause()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function launch({ before, env }: Program, port: string): ChildProcess {
  return spawn(process.execPath, [...before, 'src/apps/start.ts'], {
    cwd: root,
    env: { ...env, NODE_ENV: 'production', UOMMAM_PORT: port },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

function printedAddress(child: ChildProcess): Promise<string> {
  const { promise, resolve: found, reject } = Promise.withResolvers<string>()
  let said = ''
  const timer = setTimeout(() => reject(new Error(`no address after 180 s:\n${said}`)), startMilliseconds)
  const listen = (chunk: Buffer) => {
    said += chunk.toString()
    const address = /https?:\/\/localhost:\d+/.exec(said)?.[0]
    if (address) found(address)
  }
  child.stdout?.on('data', listen)
  child.stderr?.on('data', listen)
  child.once('exit', (code) => reject(new Error(`the product ended with ${code}:\n${said}`)))
  return promise.finally(() => clearTimeout(timer))
}
