import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll } from 'vitest'
import { z } from 'zod'

const root = resolve(import.meta.dirname, '../..')

export type Running = {
  address: string
  kill: (signal: 'SIGTERM' | 'SIGKILL') => Promise<number | null>
}

export type Ended = { code: number | null; said: string }

const started: ChildProcess[] = []
const folders: string[] = []

/** What this file started and a failed test left running ends here, by its process id. */
afterAll(async () => {
  await Promise.all(started.map((child) => endOf(child, 'SIGTERM')))
  for (const folder of folders) {
    const postmaster = postmasterOf(folder)
    if (postmaster !== undefined) process.kill(postmaster, 'SIGKILL')
    rmSync(folder, { recursive: true, force: true })
    rmSync(clusterFolder(folder, 'other'), { recursive: true, force: true })
  }
})

/** An empty data folder; the embedded PostgreSQL runs under its own user when the test runs as root. */
export function newDataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'uommam-faults-'))
  chmodSync(folder, 0o755)
  folders.push(folder)
  return folder
}

function launch(dataFolder: string, environment: Record<string, string>): ChildProcess {
  // Without a page: it is not what these tests are about, and building it takes time.
  const own = {
    DATABASE_URL: '',
    UOMMAM_DATA: dataFolder,
    UOMMAM_PORT: '0',
    UOMMAM_WEB: join(dataFolder, 'web'),
  }
  const env = { ...process.env, ...own, ...environment }
  const child = spawn(process.execPath, ['src/apps/start.ts'], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  started.push(child)
  return child
}

/** The product as `npm start` starts it, ready to answer. */
export async function startProduct(dataFolder: string): Promise<Running> {
  const child = launch(dataFolder, {})
  const address = await new Promise<string>((found, fail) => {
    let said = ''
    const listen = (chunk: Buffer) => {
      said += chunk.toString()
      const [printed] = /https?:\/\/localhost:\d+/.exec(said) ?? []
      if (printed) found(printed)
    }
    child.stdout?.on('data', listen)
    child.stderr?.on('data', listen)
    child.once('exit', (code) => fail(new Error(`the product ended with ${code}:\n${said}`)))
  })
  return { address, kill: (signal) => endOf(child, signal) }
}

/** A start that is expected to end by itself. */
export function failingStart(dataFolder: string, environment: Record<string, string>): Promise<Ended> {
  const child = launch(dataFolder, environment)
  let said = ''
  const listen = (chunk: Buffer) => void (said += chunk.toString())
  child.stdout?.on('data', listen)
  child.stderr?.on('data', listen)
  return new Promise((done) => child.once('close', (code) => done({ code, said })))
}

function endOf(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode)
  return new Promise((done) => {
    child.once('exit', (code) => done(code))
    child.kill(signal)
  })
}

/** As root, where the project's folder is closed to others, the database's files lie in /var/lib/uommam. */
function clusterFolder(dataFolder: string, place: 'own' | 'other'): string {
  return place === 'own' ? dataFolder : join('/var/lib/uommam', dataFolder.replaceAll('/', '-').slice(1))
}

/** The first line of postmaster.pid is the process id of the database server. */
export function postmasterOf(dataFolder: string): number | undefined {
  const paths = (['own', 'other'] as const).map((place) =>
    join(clusterFolder(dataFolder, place), 'postgres/postmaster.pid'),
  )
  const found = paths.find((path) => existsSync(path))
  return found === undefined ? undefined : Number(readFileSync(found, 'utf8').split('\n')[0])
}

export type Reply = { status: number; body: ReturnType<typeof JSON.parse> }
export type Officer = (method: string, url: string, body?: unknown) => Promise<Reply>

async function ask(
  address: string,
  headers: Record<string, string>,
  [method, url, body]: Parameters<Officer>,
) {
  const reply = await fetch(`${address}/api${url}`, {
    method,
    headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const text = await reply.text()
  const parsed: ReturnType<typeof JSON.parse> = text === '' ? undefined : JSON.parse(text)
  return { status: reply.status, body: parsed, cookie: reply.headers.getSetCookie().join('; ') }
}

const account = { username: 'lan.dakha', password: 'mot-cau-dai-de-nho' }

/** The first opening: takes the commune of Đăk Hà. Returns its id. */
export async function setUpDakHa({ address }: Running): Promise<string> {
  const found = await ask(address, {}, ['GET', '/setup/areas?text=dak%20ha'])
  const [{ id }] = z.tuple([z.object({ id: z.string() })], z.unknown()).parse(found.body)
  const { status } = await ask(address, {}, [
    'POST',
    '/setup',
    { areaId: id, fullName: 'Phạm Thị Lan', ...account },
  ])
  if (status !== 200) throw new Error(`set-up was refused: ${status}`)
  return id
}

/** Signs in through the real door; returns what asks with the session's cookie, and the cookie. */
export async function signIn({ address }: Running): Promise<{ officer: Officer; cookie: string }> {
  const signedIn = await ask(address, { origin: address }, ['POST', '/auth/sign-in/username', account])
  if (signedIn.status !== 200) throw new Error(`sign-in was refused: ${signedIn.status}`)
  const cookie = /uommam\.session_token=[^;]+/.exec(signedIn.cookie)?.[0] ?? ''
  return { officer: (...call) => ask(address, { cookie }, call), cookie }
}
