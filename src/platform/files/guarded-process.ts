import { fork, type ChildProcess } from 'node:child_process'
import { helperFlags } from '../helper-flags.ts'

/** A program that reads hostile files runs apart: it may run out of time or memory without harm to the server. */
export type GuardedTask = {
  program: URL
  task: unknown
  seconds: number
  /** Heap limit of the child, in MB. */
  megabytes: number
  /** Called for each thing the child sends before its answer; the child waits until it returns. */
  onBatch?: (batch: unknown) => void | Promise<void>
}

export type GuardedEnd = { ok: true; answer: unknown } | { ok: false; reason: 'too-slow' | 'too-much-memory' }

/**
 * Hostile files are read in a process of its own with limits of memory and time; it ends with the answer, or with
 * the limit it met.
 */
export async function runGuarded(guarded: GuardedTask): Promise<GuardedEnd> {
  const child = fork(guarded.program, {
    execArgv: [`--max-old-space-size=${guarded.megabytes}`, ...helperFlags()],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    env: { NODE_OPTIONS: '' },
  })
  try {
    return await converse(child, guarded)
  } finally {
    child.kill('SIGKILL')
  }
}

type Message = { kind: 'batch' | 'answer' | 'failed'; payload: unknown }

function isMessage(value: unknown): value is Message {
  return typeof value === 'object' && value !== null && 'kind' in value && 'payload' in value
}

function converse(child: ChildProcess, guarded: GuardedTask): Promise<GuardedEnd> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve({ ok: false, reason: 'too-slow' }), guarded.seconds * 1000)
    const finish = (settle: () => void): void => {
      clearTimeout(timer)
      settle()
    }
    let errors = ''
    child.stderr?.on('data', (piece: Buffer) => (errors = (errors + piece.toString()).slice(-4000)))
    child.on('error', (cause) => finish(() => reject(cause)))
    child.on('exit', () => finish(() => settleExit(errors, resolve, reject)))
    child.on('message', (message) => {
      if (!isMessage(message)) return
      if (message.kind === 'answer') return finish(() => resolve({ ok: true, answer: message.payload }))
      if (message.kind === 'failed') return finish(() => reject(new Error(String(message.payload))))
      timer.refresh()
      handOver(guarded, message.payload).then(
        () => child.connected && child.send({ kind: 'next' }),
        (cause: unknown) => finish(() => reject(cause instanceof Error ? cause : new Error(String(cause)))),
      )
    })
    child.send({ kind: 'task', payload: guarded.task })
  })
}

async function handOver(guarded: GuardedTask, batch: unknown): Promise<void> {
  await guarded.onBatch?.(batch)
}

function settleExit(
  errors: string,
  resolve: (end: GuardedEnd) => void,
  reject: (cause: Error) => void,
): void {
  if (/heap out of memory|allocation failed/i.test(errors)) resolve({ ok: false, reason: 'too-much-memory' })
  else reject(new Error(`the reading process ended without an answer: ${errors.slice(-500)}`))
}
