import { createHmac } from 'node:crypto'
import type pg from 'pg'
import { readScope, writeScope } from '#platform/db/scope.ts'
import { type Db, everywhere, type Tx } from '#platform/db/types.ts'
import {
  type Counted,
  countFailure,
  forgetFailures,
  removeForgotten,
  secondsBlocked,
} from './queries-failures.ts'

/**
 * Holds back who guesses, and nobody else (NIST SP 800-63B-4, 3.2.2; OWASP Authentication Cheat Sheet):
 * - a user name from one address: 5 failures are free, then 5 s, 10 s, ... 15 min. Another address is not touched, so
 *   nobody can lock out a colleague by typing wrong passwords for them;
 * - an address, whatever the user names (spraying): 30 failures are free, then 2 s, 4 s, ... 2 min;
 * - a device on which this person signed in before counts by itself and is not held back by what others do, even
 *   behind the same address.
 * The counts stand in the database: several processes count together, and a restart forgets nothing.
 */
export type Throttle = ReturnType<typeof createThrottle>

export type Attempt = { username: string; address: string; knownDevice: string | undefined }

const perName = { free: 5, firstSeconds: 5, mostSeconds: 900 } as const
const perAddress = { free: 30, firstSeconds: 2, mostSeconds: 120 } as const

/** Forgotten rows are removed once in so many failures. */
const cleanEvery = 200

/** Makes who guesses wait. The counts stand in the database under keyed hashes, so that a restart forgets none. */
export function createThrottle(pool: pg.Pool, secret: string) {
  let failures = 0

  /** Keyed, so that the table tells nobody which user names are tried from where. */
  const keyOf = (...parts: string[]) =>
    createHmac('sha256', secret)
      .update(`failures ${parts.join('\n')}`)
      .digest('base64url')
      .slice(0, 32)

  function signInKeys({ username, address, knownDevice }: Attempt): [Counted, ...Counted[]] {
    if (knownDevice) return [{ key: keyOf('device', username, knownDevice), ...perName }]
    const network = networkOf(address)
    return [
      { key: keyOf('name', username, network), ...perName },
      { key: keyOf('address', network), ...perAddress },
    ]
  }

  /** Tries of something that no user name is given for, such as the code of an invitation. */
  function guessKeys(kind: string, address: string): [Counted, ...Counted[]] {
    return [{ key: keyOf(kind, networkOf(address)), ...perName }]
  }

  /** `db`: within a transaction that is open already. */
  function secondsToWait(counted: readonly Counted[], db?: Db): Promise<number> {
    const keys = counted.map(({ key }) => key)
    return db ? secondsBlocked(db, keys) : readScope(pool, everywhere, (own) => secondsBlocked(own, keys))
  }

  async function failed(counted: readonly Counted[]): Promise<void> {
    failures += 1
    const isTimeToClean = failures % cleanEvery === 0
    await writeScope(pool, everywhere, async (tx) => {
      await countFailure(tx, counted)
      if (isTimeToClean) await removeForgotten(tx)
    })
  }

  /** Only the name's own count begins anew: an account of one's own must not pay for spraying others. */
  function succeeded([own]: readonly [Counted, ...Counted[]], tx?: Tx): Promise<void> {
    return tx
      ? forgetFailures(tx, own.key)
      : writeScope(pool, everywhere, (mine) => forgetFailures(mine, own.key))
  }

  return { signInKeys, guessKeys, secondsToWait, failed, succeeded }
}

/** One customer of an IPv6 network holds at least a /64: its addresses count as one. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (mapped) return mapped
  if (!address.includes(':')) return address
  const [head = '', tail = ''] = address.split('::')
  const groups = head.split(':').filter(Boolean)
  const rest = tail.split(':').filter(Boolean)
  const whole = address.includes('::')
    ? [...groups, ...Array(Math.max(0, 8 - groups.length - rest.length)).fill('0'), ...rest]
    : groups
  return `${whole.slice(0, 4).join(':')}::/64`
}
