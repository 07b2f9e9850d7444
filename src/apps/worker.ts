import { setTimeout as wait } from 'node:timers/promises'
import type pg from 'pg'
import type { Logger } from 'pino'
import type { Clock } from '#platform/clock.ts'
import { sealPass } from '#modules/accounts/server/public.ts'
import { indicatorsPass } from '#modules/indicators/server/public.ts'
import { servicesPass } from '#modules/services/server/public.ts'

export type WorkerParts = { pool: pg.Pool; clock: Clock; log: Logger }

/** A pass of work that is repeated; it says whether there is more to do at once. */
export type Pass = { name: string; everyMs: number; run: (parts: WorkerParts) => Promise<'more' | 'done'> }

const passes: Pass[] = [servicesPass, indicatorsPass, sealPass]

/** People come first: while several of them are being answered, the passes take a tenth of the time at most. */
function isBusy({ totalCount, idleCount }: pg.Pool): boolean {
  return totalCount - idleCount > 3
}

/** Runs the repeated passes in this process until stopped; a pass under way is finished first. */
export function startWorkers(parts: WorkerParts): { stop: () => Promise<void> } {
  const stopping = new AbortController()
  const { signal } = stopping
  const loops = passes.map(async ({ name, everyMs, run }) => {
    while (!signal.aborted) {
      const start = performance.now()
      const result = await run(parts).catch((cause: unknown) => {
        parts.log.warn({ pass: name, kind: cause instanceof Error ? cause.name : 'unknown' }, 'worker')
        return 'done' as const
      })
      const pause =
        (result === 'done' ? everyMs : 0) + (isBusy(parts.pool) ? 9 * (performance.now() - start) : 0)
      if (pause > 0) await wait(pause, undefined, { signal }).catch(() => undefined)
    }
  })
  return {
    stop: async () => {
      stopping.abort()
      await Promise.all(loops)
    },
  }
}
