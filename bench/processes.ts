import { type ChildProcess, spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

export type Running = { url: string; child: ChildProcess; stop: () => Promise<void> }

/** Starts a program of ours in a process of its own and waits for the address that it prints. */
export function startProcess(script: string, environment: Record<string, string>): Promise<Running> {
  const child = spawn(process.execPath, [join(import.meta.dirname, '..', script)], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const stop = () =>
    new Promise<void>((done) => {
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

/** The most memory that the process ever held, in MB; undefined where the system does not say (not Linux). */
export async function peakMemory({ child }: Running): Promise<number | undefined> {
  const text = await readFile(`/proc/${child.pid}/status`, 'utf8').catch(() => '')
  const kilobytes = /VmHWM:\s+(\d+) kB/.exec(text)?.[1]
  return kilobytes === undefined ? undefined : Math.round(Number(kilobytes) / 1024)
}
