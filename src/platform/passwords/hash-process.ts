import { type ChildProcess, fork } from 'node:child_process'
import { hashPassword, verifyPassword } from 'better-auth/crypto'
import { z } from 'zod'
import { helperFlags } from '../helper-flags.ts'

/** Better Auth's scrypt (N 16384, r 16, p 1; salt and key in hexadecimal), wherever it runs. */
export type Passwords = {
  hash: (password: string) => Promise<string>
  verify: (given: { password: string; hash: string }) => Promise<boolean>
}

export const hashedHere: Passwords = { hash: hashPassword, verify: verifyPassword }

type Asked = { password: string; hash?: string }
type Waiting = { done: (answer: unknown) => void; failed: () => void }
type Hasher = { ask: (asked: Asked) => Promise<unknown>; isIdle: () => boolean; end: () => void }

const Answer = z.object({ id: z.number(), answer: z.union([z.string(), z.boolean()]).optional() })

/** People sign in in waves; between them the process (50 MB) is not kept. */
const idleAfterMs = 30_000

/**
 * Hashes in a process of its own. Each hash asks for 32 MB anew (128 N r bytes, RFC 7914), which Linux gives page by
 * page: 18 of its 84 ms. glibc asks for large pages (2 MB) only when the environment says so at the start of a process
 * (glibc manual, "Memory Allocation Tunables"), and all of the server on large pages would need more memory. The hash is
 * the same. Where there is no glibc the setting is not read. When the process breaks, its work is done here.
 */
export function createHashProcess({ idleMs = idleAfterMs } = {}): Passwords & { stop: () => void } {
  let hasher: Hasher | undefined
  let idle: NodeJS.Timeout | undefined

  function stop(): void {
    hasher?.end()
    hasher = undefined
  }

  async function ask(asked: Asked): Promise<unknown> {
    clearTimeout(idle)
    const current = (hasher ??= startHasher(() => {
      if (hasher === current) hasher = undefined
    }))
    try {
      return await current.ask(asked)
    } finally {
      clearTimeout(idle)
      if (hasher?.isIdle()) idle = setTimeout(stop, idleMs).unref()
    }
  }

  return {
    hash: (password) =>
      ask({ password })
        .then((answer) => z.string().parse(answer))
        .catch(() => hashPassword(password)),
    verify: (given) =>
      ask(given)
        .then((answer) => z.boolean().parse(answer))
        .catch(() => verifyPassword(given)),
    stop,
  }
}

/** One process with what it was asked; `onEnd` is called once it answers no more. */
function startHasher(onEnd: () => void): Hasher {
  const waiting = new Map<number, Waiting>()
  let last = 0
  const child = fork(new URL('hash-program.ts', import.meta.url), {
    execArgv: helperFlags(),
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    env: {
      GLIBC_TUNABLES: 'glibc.malloc.hugetlb=1',
      NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'] ?? '',
    },
  })
  letGo(child)

  function take(id: number): Waiting | undefined {
    const asked = waiting.get(id)
    waiting.delete(id)
    return asked
  }

  function ended(): void {
    onEnd()
    for (const id of waiting.keys()) take(id)?.failed()
  }

  child.on('message', (message) => {
    const { id, answer } = Answer.parse(message)
    const asked = take(id)
    if (answer === undefined) asked?.failed()
    else asked?.done(answer)
  })
  child.on('error', ended)
  child.on('exit', ended)

  return {
    ask: (asked) =>
      new Promise((done, fail) => {
        last += 1
        const id = last
        const failed = () => fail(new Error('the process that hashes has ended'))
        waiting.set(id, { done, failed })
        child.send({ id, ...asked }, (error) => error && take(id)?.failed())
      }),
    isIdle: () => waiting.size === 0,
    end: () => child.kill(),
  }
}

/** The server may end while it runs; that closes the channel, and the process ends with it. */
function letGo(child: ChildProcess): void {
  child.unref()
  child.channel?.unref()
}
