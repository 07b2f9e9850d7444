import { spawn, type ChildProcess } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '../..')
const startMilliseconds = 90_000

export type Started = {
  address: string
  /** Where its data lie; the command line reads the same by `UOMMAM_DATA`. */
  dataFolder: string
  /** Stops the server and keeps its data. */
  pause: () => Promise<void>
  /** Starts it again at the same address. */
  resume: () => Promise<void>
  /** Stops the product as a person does, and forgets its data. */
  stop: () => Promise<void>
}

/** The product as `npm start` starts it: its own empty data folder, a free port, the built page. */
export async function startProduct(): Promise<Started> {
  const folder = mkdtempSync(join(tmpdir(), 'uommam-e2e-'))
  // The embedded PostgreSQL runs under its own user when the test runs as root.
  chmodSync(folder, 0o755)
  const dataFolder = join(folder, 'data')
  let child = launch(dataFolder, '0')
  const address = await printedAddress(child)
  const pause = async () => {
    const gone = new Promise((done) => child.once('exit', done))
    child.kill('SIGTERM')
    await gone
  }
  return {
    address,
    dataFolder,
    pause,
    resume: async () => {
      child = launch(dataFolder, new URL(address).port)
      await printedAddress(child)
    },
    stop: async () => {
      await pause()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function launch(dataFolder: string, port: string): ChildProcess {
  return spawn(process.execPath, ['src/apps/start.ts'], {
    cwd: root,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      DATABASE_URL: '',
      UOMMAM_DATA: dataFolder,
      UOMMAM_PORT: port,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

function printedAddress(child: ChildProcess): Promise<string> {
  const { promise, resolve: found, reject } = Promise.withResolvers<string>()
  let said = ''
  const timer = setTimeout(() => reject(new Error(`no address after 90 s:\n${said}`)), startMilliseconds)
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
