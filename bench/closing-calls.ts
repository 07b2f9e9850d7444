import { pause } from './client.ts'
import type { Caller } from './people.ts'

export type Kind = 'read' | 'write'
export type Asked = { method?: string; body?: object }

/** What a day of requests came to. */
export type Tally = {
  times: Record<Kind, number[]>
  /** The slowest of each address, to see what is slow. */
  byPath: Map<string, number[]>
  refused: string[]
  /** Requests that had to be sent again because the server said 503. */
  again: number
}

export function newTally(): Tally {
  return { times: { read: [], write: [] }, byPath: new Map(), refused: [], again: 0 }
}

/** A busy server says 503 and the page asks again; a person waits so long at most. */
const mostTries = 60
const betweenTries = 500

/**
 * One request of a person, timed from the first try to the last answer. An answer that is not 2xx in the end, or that
 * never comes, is counted as refused and gives undefined.
 */
export function callerOf(url: string, tally: Tally) {
  return async (kind: Kind, { headers }: Caller, path: string, asked: Asked = {}): Promise<unknown> => {
    const start = performance.now()
    const name = `${asked.method ?? 'GET'} ${path.replaceAll(/[0-9a-f-]{36}/g, ':id').replace(/\?.*/, '')}`
    let reply = await once(`${url}/api${path}`, headers, asked)
    for (let tries = 1; reply.status === 503 && tries < mostTries; tries += 1) {
      tally.again += 1
      await pause(betweenTries)
      reply = await once(`${url}/api${path}`, headers, asked)
    }
    const took = performance.now() - start
    tally.times[kind].push(took)
    tally.byPath.set(name, [...(tally.byPath.get(name) ?? []), took])
    if (reply.status >= 200 && reply.status < 300) return reply.value
    tally.refused.push(`${name} ${reply.status} ${codeOf(reply.value)}`)
    return undefined
  }
}

export type Call = ReturnType<typeof callerOf>

async function once(url: string, headers: Record<string, string>, { method = 'GET', body }: Asked) {
  const json = body === undefined ? {} : { body: JSON.stringify(body) }
  const type = body === undefined ? {} : { 'content-type': 'application/json' }
  try {
    const reply = await fetch(url, { method, headers: { ...headers, ...type }, ...json })
    const value: unknown = await reply.json()
    return { status: reply.status, value }
  } catch {
    return { status: 0, value: undefined }
  }
}

function codeOf(value: unknown): string {
  return typeof value === 'object' && value !== null && 'code' in value ? String(value.code) : ''
}
