import { execFile, execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chown, mkdir } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { makeScratch } from '#test/scratch.ts'

const run = promisify(execFile)
const programs = '/usr/lib/postgresql/15/bin'

export type DebianPostgres = { url: string; stop: () => Promise<void> }

export function hasDebianPostgres(): boolean {
  return existsSync(join(programs, 'postgres'))
}

/** PostgreSQL refuses to run as root; Debian's package brings the account that may. */
function account(): { uid?: number; gid?: number } {
  if (userInfo().uid !== 0) return {}
  const idOf = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }))
  return { uid: idOf('-u'), gid: idOf('-g') }
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer()
    server.once('error', fail)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        address && typeof address === 'object' ? done(address.port) : fail(new Error('no port')),
      )
    })
  })
}

/** A cluster of Debian's PostgreSQL 15 in a folder that is thrown away, for tests only: it forgets durability. */
export async function startDebianPostgres(): Promise<DebianPostgres> {
  const scratch = await makeScratch()
  const folder = join(scratch.folder, 'debian')
  await mkdir(folder, { mode: 0o700 })
  const as = { ...account(), cwd: tmpdir() }
  if (as.uid !== undefined && as.gid !== undefined) await chown(folder, as.uid, as.gid)
  const cluster = join(folder, 'cluster')
  const trust = ['-U', 'uommam', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync']
  await run(join(programs, 'initdb'), ['-D', cluster, ...trust], as)
  const port = await freePort()
  const settings = [
    `-p ${port}`,
    '-c listen_addresses=127.0.0.1',
    "-c unix_socket_directories=''",
    '-c fsync=off',
    '-c synchronous_commit=off',
    '-c full_page_writes=off',
  ].join(' ')
  const log = join(folder, 'server.log')
  await run(join(programs, 'pg_ctl'), ['-D', cluster, 'start', '-w', '-l', log, '-o', settings], as)
  return {
    url: `postgres://uommam@127.0.0.1:${port}/postgres`,
    stop: async () => {
      await run(join(programs, 'pg_ctl'), ['-D', cluster, 'stop', '-m', 'immediate'], as)
      await scratch.drop()
    },
  }
}
