import { setFlagsFromString } from 'node:v8'
import { Worker } from 'node:worker_threads'
import { sealPass } from '#modules/accounts/server/public.ts'
import { pairsPass, presentPass } from '#modules/children/server/public.ts'
import { indicatorsPass } from '#modules/indicators/server/public.ts'
import { digestPass } from '#modules/tasks/server/public.ts'
import { type Pass, type Repeated, repeatPasses, type WorkerParts } from './passes.ts'

/** Short work, or work of the night. What goes on all day stands in drain-thread.ts. */
const passes: Pass[] = [indicatorsPass, sealPass, pairsPass, presentPass, digestPass]

/** Megabytes for the thread: a batch needs a tenth of them. V8 takes a third of the young ones for each half. */
const threadMemory = { maxOldGenerationSizeMb: 96, maxYoungGenerationSizeMb: 18 }

/** Milliseconds before a thread that ended by itself is started again. */
const restartAfter = 2_000

/** Runs the repeated passes until stopped. `appUrl`: for the connections of the thread, which has its own. */
export function startWorkers(parts: WorkerParts, appUrl: string): Repeated {
  const here = repeatPasses(passes, parts)
  // The flag of `npm start` has shaped this thread's heap by now; left standing it would overrule the limits of the other.
  setFlagsFromString('--max-semi-space-size=0')
  const thread = startThread(parts, appUrl)
  return {
    stop: async () => {
      await Promise.all([here.stop(), thread.stop()])
    },
  }
}

/**
 * Status rows and counters are made in a thread of its own: the thread that answers people is never held up by
 * them.
 */
function startThread({ log }: WorkerParts, appUrl: string): Repeated {
  let stopping = false
  let thread = open()
  function open(): Worker {
    const started = new Worker(new URL('drain-thread.ts', import.meta.url), {
      workerData: { appUrl },
      resourceLimits: threadMemory,
    })
    started.on('error', (cause) =>
      log.error({ kind: cause instanceof Error ? cause.name : 'unknown' }, 'drain thread'),
    )
    started.once('exit', () => {
      if (!stopping) setTimeout(() => void (thread = stopping ? thread : open()), restartAfter).unref()
    })
    return started
  }
  return {
    stop: async () => {
      stopping = true
      if (thread.threadId === -1) return
      const ended = new Promise((done) => thread.once('exit', done))
      thread.postMessage('stop')
      await ended
    },
  }
}
