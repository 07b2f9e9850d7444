import type pg from 'pg'
import { Problem } from '#base/problem.ts'
import { writeScope } from '../db/scope.ts'
import type { Range, Tx } from '../db/types.ts'
import { refusalOf } from './refusals.ts'
import type { Asked } from './route.ts'

/** What became of one command among those that share a transaction: a refusal of one leaves the others alone. */
export type Outcome<Reply> = { ok: true; reply: Reply } | { ok: false; problem: Problem }

/** Runs a rule that refuses by throwing, and keeps the refusal as a value. What is no refusal is thrown on. */
export function outcomeOf<Reply>(work: () => Reply): Outcome<Reply> {
  try {
    return { ok: true, reply: work() }
  } catch (cause) {
    if (cause instanceof Problem) return { ok: false, problem: cause }
    throw cause
  }
}

/** The reply of a command that stood alone. */
export function replyOf<Reply>([outcome]: readonly Outcome<Reply>[]): Reply {
  if (!outcome) throw new Error('a command without an outcome')
  if (!outcome.ok) throw outcome.problem
  return outcome.reply
}

type Work = (tx: Tx, asked: readonly Asked[]) => Promise<Outcome<unknown>[]>
type Waiting = { asked: Asked; done: (reply: unknown) => void; fail: (cause: unknown) => void }
type Line = { range: Range; work: Work; waiting: Waiting[]; running: number; starting: boolean }

/** At most so many commands in one transaction. */
const mostAtOnce = 32

/**
 * One transaction at a time gathers best. One that waits (for a child that somebody else holds) must not hold up
 * the others: after so many milliseconds the next one starts beside it, up to so many.
 */
const patience = 40
const mostBeside = 4

/**
 * Commands of one route and one range of places that wait at the same moment share a transaction: one opening, one
 * commit, and statements for all of them. Each is answered after the commit. A command is never held back to wait
 * for company: the first goes at once, the next ones gather while it is written.
 *
 * When the database itself refuses something, the transaction is undone and each command is done again alone, so
 * that only the one at fault is refused; commands are repeat-safe, so this holds even when a commit went through.
 */
export function createTogether(pool: pg.Pool) {
  const lines = new Map<string, Line>()
  let waitingInAll = 0

  function start(name: string, line: Line): void {
    if (line.waiting.length === 0 || line.running >= mostBeside) return
    const batch = line.waiting.splice(0, mostAtOnce)
    waitingInAll -= batch.length
    line.running += 1
    const beside = setTimeout(() => start(name, line), patience)
    void write(pool, line, batch).finally(() => {
      clearTimeout(beside)
      line.running -= 1
      if (line.waiting.length > 0) start(name, line)
      else if (line.running === 0) lines.delete(name)
    })
  }

  /** `route` names the work; only the same work in the very same range of places is put together. */
  function run(route: string, range: Range, asked: Asked, work: Work): Promise<unknown> {
    const name = `${range.lft}-${range.rgt} ${route}`
    const line = lines.get(name) ?? { range, work, waiting: [], running: 0, starting: false }
    lines.set(name, line)
    return new Promise((done, fail) => {
      line.waiting.push({ asked, done, fail })
      waitingInAll += 1
      if (line.running > 0 || line.starting) return
      line.starting = true
      // What arrived in the same turn of the event loop goes together.
      setImmediate(() => {
        line.starting = false
        start(name, line)
      })
    })
  }

  return { run, waiting: () => waitingInAll }
}

/** Never rejects: each command hears of its own end. */
async function write(pool: pg.Pool, line: Line, batch: readonly Waiting[]): Promise<void> {
  try {
    const asked = batch.map((one) => one.asked)
    const outcomes = await writeScope(pool, line.range, (tx) => line.work(tx, asked))
    for (const [index, one] of batch.entries()) tell(one, outcomes[index])
  } catch (cause) {
    const isAway = refusalOf(cause)?.code === 'http.database-away'
    if (batch.length === 1 || isAway) for (const { fail } of batch) fail(cause)
    else for (const one of batch) await write(pool, line, [one])
  }
}

function tell({ done, fail }: Waiting, outcome: Outcome<unknown> | undefined): void {
  if (outcome?.ok) done(outcome.reply)
  else fail(outcome?.problem ?? new Error('a command without an outcome'))
}
