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

/** Looks twenty times a second at what the connections wait for; call the answer to stop and print. */
export function watchWaits(owner: pg.Pool): () => Promise<void> {
  const seen = new Map<string, number>()
  let running = true
  const look = async () => {
    const { rows } = await owner.query<{ wait: string }>(
      `select concat_ws(' ', state, wait_event_type, wait_event, left(query, 40)) as wait
       from pg_stat_activity where application_name = 'uommam' and pid <> pg_backend_pid() and state <> 'idle'`,
    )
    for (const { wait } of rows) seen.set(wait, (seen.get(wait) ?? 0) + 1)
  }
  const loop = (async () => {
    while (running) {
      await look()
      await new Promise((done) => setTimeout(done, 50))
    }
  })()
  return async () => {
    running = false
    await loop
    const most = [...seen].toSorted(([, left], [, right]) => right - left).slice(0, 12)
    for (const [wait, times] of most) console.log(`       ${String(times).padStart(6)}  ${wait}`)
  }
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
