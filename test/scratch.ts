import { chmod, mkdtemp, readdir, rm, statfs } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Bytes: several times what a whole run holds at once. A container often gives its memory file system 64 MB. */
const enough = 6 * 1024 ** 3

const memory = '/dev/shm'

const prefix = 'uommam-run-'

/**
 * A folder for everything that a run of tests writes; `drop` removes it with what is left in it. Linux' file system in
 * memory where it has room: a database is some 1,200 files, which are made there in 35 ms and on a disk in 700 ms.
 * Open to others, because the embedded PostgreSQL runs under its own user when the tests run as root.
 */
export async function makeScratch(): Promise<{ folder: string; drop: () => Promise<void> }> {
  const parent = (await hasRoom(memory)) ? memory : tmpdir()
  await dropForgotten(parent)
  const folder = await mkdtemp(join(parent, `${prefix}${process.pid}-`))
  await chmod(folder, 0o755)
  return { folder, drop: () => drop(folder) }
}

async function hasRoom(folder: string): Promise<boolean> {
  const found = await statfs(folder).catch(() => undefined)
  return found !== undefined && found.bavail * found.bsize >= enough
}

/** What killed runs left. Their PostgreSQL, should it still run, ends by itself when its folder is gone. */
async function dropForgotten(parent: string): Promise<void> {
  for (const name of await readdir(parent)) {
    const [pid] = name.startsWith(prefix) ? name.slice(prefix.length).split('-') : []
    if (pid !== undefined && !isRunning(Number(pid))) await drop(join(parent, name)).catch(() => undefined)
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (cause) {
    return !(cause instanceof Error && 'code' in cause && cause.code === 'ESRCH')
  }
}

function drop(folder: string): Promise<void> {
  return rm(folder, { recursive: true, force: true, maxRetries: 3 })
}
