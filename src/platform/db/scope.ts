import { Writable } from 'node:stream'
import {
  type CompiledQuery,
  type DatabaseConnection,
  DefaultQueryExecutor,
  Kysely,
  PostgresAdapter,
  PostgresDialect,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely'
import type pg from 'pg'
import type { Tables } from './tables.gen.ts'
import type { Db, Range, Tx } from './types.ts'

const adapter = new PostgresAdapter()
const compiler = new PostgresQueryCompiler()

/**
 * One transaction that sees only the places of `range`. Opened in one message together with the settings that
 * row-level security reads; ended here and nowhere else. Statements are unnamed on purpose: a named plan would
 * remember the first user's range.
 *
 * Connections are pipelined: the opening goes out with the first statement of `work` and the end of a reading
 * transaction is not waited for, which saves two round trips a request. Statements that do not need each other
 * may be sent together by `Promise.all`. Were an opening refused, the statements after it would run without the
 * settings and be refused as well.
 */
export async function readScope<T>(pool: pg.Pool, range: Range, work: (db: Db) => Promise<T>): Promise<T> {
  return inTransaction(pool, `begin read only;${settings(range)}`, async (client) => {
    const result = await workOn(client, pool, work)
    sendTogether(client)
    client.query('commit').catch(() => undefined)
    return result
  })
}

/** The same with writing. `work` has ended when this settles, and what it wrote is on the disk: a reply may go out. */
export async function writeScope<T>(pool: pg.Pool, range: Range, work: (tx: Tx) => Promise<T>): Promise<T> {
  return inTransaction(pool, `begin;${settings(range)}`, async (client) => {
    const result = await workOn(client, pool, work)
    await client.query('commit')
    return result
  })
}

export type Statement = { sql: string; parameters: readonly unknown[] }

/** One writing statement in a transaction of its own, in a single round trip. */
export async function writeOnce(pool: pg.Pool, range: Range, statement: Statement): Promise<void> {
  const { sql, parameters } = statement
  return inTransaction(pool, `begin;${settings(range)}`, async (client) => {
    await Promise.all([client.query(sql, [...parameters]), client.query('commit')])
  })
}

/** Whole numbers only: these are the one place where values stand in the text of a statement. */
function settings({ lft, rgt }: Range): string {
  return `set local app.lft=${Math.trunc(lft)};set local app.rgt=${Math.trunc(rgt)}`
}

async function inTransaction<T>(
  pool: pg.Pool,
  begin: string,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const client = await pool.connect()
  let broken: Error | undefined
  sendTogether(client)
  try {
    const [, result] = await Promise.all([client.query(begin), work(client)])
    return result
  } catch (cause) {
    await client.query('rollback').catch((error: Error) => {
      broken = error
    })
    throw cause
  } finally {
    client.release(broken)
  }
}

/**
 * What is sent before the event loop moves on goes out in one write: a write to a socket costs more than anything
 * else that a small request does.
 */
function sendTogether(client: pg.PoolClient): void {
  const connection = 'connection' in client ? client.connection : undefined
  const isOpen = typeof connection === 'object' && connection !== null && 'stream' in connection
  if (!isOpen || !(connection.stream instanceof Writable)) return
  const { stream } = connection
  stream.cork()
  process.nextTick(() => stream.uncork())
}

/** A Kysely on one connection, of use until `work` ends; making it costs a few microseconds. */
async function workOn<T>(client: pg.PoolClient, pool: pg.Pool, work: (tx: Tx) => Promise<T>): Promise<T> {
  const connection = new ClientConnection(client)
  const dialect = new PostgresDialect({ pool })
  const executor = new DefaultQueryExecutor(compiler, adapter, {
    provideConnection: (consumer) => consumer(connection),
  })
  try {
    return await work(new Kysely<Tables>({ config: { dialect }, dialect, driver: dialect.createDriver(), executor }))
  } finally {
    connection.close()
  }
}

class ClientConnection implements DatabaseConnection {
  private client: pg.PoolClient | undefined

  constructor(client: pg.PoolClient) {
    this.client = client
  }

  /** What outlives its transaction must not speak in the next one's, which may be another person's. */
  close(): void {
    this.client = undefined
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    if (!this.client) throw new Error('the transaction is over')
    sendTogether(this.client)
    const result = await this.client.query(query.sql, [...query.parameters])
    return { rows: result.rows, numAffectedRows: BigInt(result.rowCount ?? 0) }
  }

  async *streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
    yield* []
    throw new Error('rows are read in pages, not streamed')
  }
}
