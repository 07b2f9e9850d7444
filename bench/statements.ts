import pg from 'pg'

/** Loads pg_stat_statements at the next start of the server. */
export async function askForStatements(serverUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl })
  await client.connect()
  await client.query(`alter system set shared_preload_libraries = 'pg_stat_statements'`)
  await client.end()
}

export async function forgetStatements(owner: pg.Pool): Promise<void> {
  await owner.query('create extension if not exists pg_stat_statements')
  await owner.query('select pg_stat_statements_reset()')
}

/** Where the database spent its time since it was asked to forget. */
export async function printStatements(owner: pg.Pool): Promise<void> {
  const { rows } = await owner.query<{ ms: number; calls: number; mean: number; text: string }>(
    `select total_exec_time + total_plan_time as ms, calls, mean_exec_time as mean,
       left(regexp_replace(query, '\\s+', ' ', 'g'), 110) as text
     from pg_stat_statements order by 1 desc limit 14`,
  )
  for (const { ms, calls, mean, text } of rows)
    console.log(
      `       ${ms.toFixed(0).padStart(7)} ms ${String(calls).padStart(7)} x ${mean.toFixed(2).padStart(7)}  ${text}`,
    )
}
