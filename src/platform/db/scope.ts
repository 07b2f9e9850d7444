import {
  type CompiledQuery,
  type DatabaseConnection,
  DefaultQueryExecutor,
  Kysely,
  PostgresAdapter,
  PostgresDialect,
  PostgresQueryCompiler,
  type QueryResult,
  SingleConnectionProvider,
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
 */
export async function readScope<T>(pool: pg.Pool, range: Range, work: (db: Db) => Promise<T>): Promise<T> {
  return inTransaction(pool, `begin read only;${settings(range)}`, work)
}

export async function writeScope<T>(pool: pg.Pool, range: Range, work: (tx: Tx) => Promise<T>): Promise<T> {
  return inTransaction(pool, `begin;${settings(range)}`, work)
}

function settings({ lft, rgt }: Range): string {
  return `set local app.lft=${Math.trunc(lft)};set local app.rgt=${Math.trunc(rgt)}`
}

async function inTransaction<T>(pool: pg.Pool, begin: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    await client.query(begin)
    const result = await work(boundTo(client, pool))
    await client.query('commit')
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

/** A Kysely on one connection; making it costs a few microseconds. */
function boundTo(client: pg.PoolClient, pool: pg.Pool): Tx {
  const provider = new SingleConnectionProvider(new ClientConnection(client))
  const dialect = new PostgresDialect({ pool })
  return new Kysely<Tables>({
    config: { dialect },
    dialect,
    driver: dialect.createDriver(),
    executor: new DefaultQueryExecutor(compiler, adapter, provider),
  })
}

class ClientConnection implements DatabaseConnection {
  private readonly client: pg.PoolClient

  constructor(client: pg.PoolClient) {
    this.client = client
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    const result = await this.client.query(query.sql, [...query.parameters])
    return { rows: result.rows, numAffectedRows: BigInt(result.rowCount ?? 0) }
  }

  async *streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
    yield* []
    throw new Error('rows are read in pages, not streamed')
  }
}
