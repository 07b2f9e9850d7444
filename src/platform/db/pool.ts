import pg from 'pg'

const { builtins } = pg.types

/** Days stay text, moments become ISO text, numeric and bigint become numbers (all ours fit in 2^53). */
const parsers = new Map<number, (text: string) => unknown>([
  [builtins.DATE, (text) => text],
  [builtins.TIMESTAMPTZ, (text) => new Date(text).toISOString()],
  [builtins.NUMERIC, Number],
  [builtins.INT8, Number],
])

const ourTypes = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    return parsers.get(oid) ?? pg.types.getTypeParser(oid, format)
  },
}

/** By this name PostgreSQL lists the connections of this process: others are told apart from our own that are just ending. */
export const ownName = `uommam-${process.pid}`

/**
 * `max`: connections at most; who finds all taken waits ten seconds and is then refused. `schema`: for the tables of
 * Better Auth, which names them without one.
 */
export function createPool(url: string, options: { max: number; schema?: string }): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.max,
    types: ourTypes,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 60_000,
    application_name: ownName,
    pipeline: true,
    ...(options.schema ? { options: `-c search_path=${options.schema}` } : {}),
  })
  // A connection that breaks fails the statement that uses it, or is replaced; it must not end the process.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}
