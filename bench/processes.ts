import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'

export type Running = { url: string; child: ChildProcess; stop: () => Promise<void> }

const Package = z.object({ scripts: z.object({ start: z.string() }) })
const root = join(import.meta.dirname, '..')
const { scripts } = Package.parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')))
/** What `npm start` gives to Node: all between `node` and the program. */
const startFlags = scripts.start.split(' ').slice(1, -1)

/** Starts a program of ours in a process of its own and waits for the address that it prints. */
export function startProcess(script: string, environment: Record<string, string>): Promise<Running> {
  const child = spawn(process.execPath, [...startFlags, join(root, script)], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const stop = () =>
    new Promise<void>((done) => {
      if (child.exitCode !== null || child.signalCode !== null) return done()
      child.once('exit', () => done())
      child.kill('SIGTERM')
    })
  return new Promise((started, fail) => {
    child.once('error', fail)
    child.once('exit', (code) => fail(new Error(`${script} ended with ${code} before it was ready`)))
    child.stdout.on('data', (chunk: Buffer) => {
      const url = /https?:\/\/[\w.]+:\d+/.exec(chunk.toString('utf8'))?.[0]
      if (url) started({ url, child, stop })
    })
  })
}

/** From now on the peak is counted anew (Linux: proc(5), clear_refs). */
export async function forgetPeakMemory({ child }: Running): Promise<void> {
  await writeFile(`/proc/${child.pid}/clear_refs`, '5').catch(() => undefined)
}

/** The most memory that the process held since then, in MB; undefined where the system does not say (not Linux). */
export async function peakMemory({ child }: Running): Promise<number | undefined> {
  const text = await readFile(`/proc/${child.pid}/status`, 'utf8').catch(() => '')
  const kilobytes = /VmHWM:\s+(\d+) kB/.exec(text)?.[1]
  return kilobytes === undefined ? undefined : Math.round(Number(kilobytes) / 1024)
}

/** Fields of proc(5) "stat" behind the name: parent, user and system time, the same of ended children, in hundredths. */
async function processTimes(pid: number | string | undefined) {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
  const seconds = (...places: number[]) =>
    places.reduce((sum, place) => sum + Number(fields[place] ?? 0) / 100, 0)
  return { parent: fields[1], own: seconds(11, 12), ended: seconds(13, 14) }
}

/** Seconds of processor time that the process has used. */
export async function cpuSeconds({ child }: Running): Promise<number> {
  return (await processTimes(child.pid)).own
}

/** The same with the processes that it started, ended ones too. 0 where the system does not say. */
export async function cpuSecondsOfAll(pid: number | string | undefined): Promise<number> {
  const others = await readdir('/proc').catch(() => [])
  const times = await Promise.all(others.filter((name) => /^\d+$/.test(name)).map(processTimes))
  const parts = times.filter(({ parent }) => parent === String(pid)).map(({ own, ended }) => own + ended)
  const { own, ended } = await processTimes(pid)
  return [own, ended, ...parts].reduce((sum, one) => sum + one, 0)
}

/** Seconds of processor time of PostgreSQL with all its processes. */
export async function databaseCpuSeconds(folder: string): Promise<number> {
  const [pid] = await readFile(join(folder, 'postgres/postmaster.pid'), 'utf8').then(
    (text) => text.split('\n'),
    () => [],
  )
  return cpuSecondsOfAll(pid)
}
