import { setTimeout as wait } from 'node:timers/promises'
import type pg from 'pg'
import type { Logger } from 'pino'
import type { Clock } from '#platform/clock.ts'

export type WorkerParts = { pool: pg.Pool; clock: Clock; log: Logger }

/** A pass of work that is repeated; it says whether there is more to do at once. */
export type Pass = { name: string; everyMs: number; run: (parts: WorkerParts) => Promise<'more' | 'done'> }

export type Repeated = { stop: () => Promise<void> }

/** Runs the repeated passes until stopped; a pass under way is finished first. */
export function repeatPasses(passes: readonly Pass[], parts: WorkerParts): Repeated {
  const stopping = new AbortController()
  const { signal } = stopping
  const loops = passes.map(async ({ name, everyMs, run }) => {
    while (!signal.aborted) {
      const result = await run(parts).catch((cause: unknown) => {
        parts.log.warn({ pass: name, kind: cause instanceof Error ? cause.name : 'unknown' }, 'worker')
        return 'done' as const
      })
      if (result === 'done') await wait(everyMs, undefined, { signal }).catch(() => undefined)
    }
  })
  return {
    stop: async () => {
      stopping.abort()
      await Promise.all(loops)
    },
  }
}
