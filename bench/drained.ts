import type pg from 'pg'
import { pause } from './client.ts'

/** Seconds until no child waits for its status; the list is filled by the first pass of the worker. */
export async function untilDrained(owner: pg.Pool): Promise<number> {
  const start = performance.now()
  const open = async () => {
    const { rows } = await owner.query<{ waiting: boolean }>(
      `select exists (select from services_stale) or not exists (select from services_open) as waiting`,
    )
    return rows[0]?.waiting ?? true
  }
  while (await open()) await pause(200)
  return (performance.now() - start) / 1000
}
