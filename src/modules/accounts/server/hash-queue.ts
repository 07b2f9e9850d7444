import { availableParallelism } from 'node:os'
import { httpProblem } from '#platform/http/problems.ts'

export type HashQueue = { run: <T>(work: () => Promise<T>) => Promise<T> }

/**
 * Hashing a password takes 80 ms of a core and 32 MB (scrypt, N 16384, r 16) on the thread pool of Node. As many at
 * once as there are cores; the others wait in line, and past `longest` newcomers are refused: memory stays bounded and
 * the event loop free for those who are signed in already.
 */
export function createHashQueue({ atOnce = availableParallelism(), longest = 2_000 } = {}): HashQueue {
  const waiting: (() => void)[] = []
  let running = 0

  async function run<T>(work: () => Promise<T>): Promise<T> {
    if (running >= atOnce) {
      if (waiting.length >= longest) throw httpProblem('http.too-many')
      await new Promise<void>((start) => waiting.push(start))
    } else running += 1
    try {
      return await work()
    } finally {
      // The place is handed on, so `running` stays as it is while somebody waits.
      const next = waiting.shift()
      if (next) next()
      else running -= 1
    }
  }

  return { run }
}
