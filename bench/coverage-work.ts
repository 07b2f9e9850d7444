import { z } from 'zod'
import { CoverageTable } from '#modules/indicators/shared/contract.ts'
import { ask, pause } from './client.ts'
import type { Shot } from './load.ts'
import type { OurServer } from './our-server.ts'

export type CoverageMeasured = { p50: number; p99: number; rows: number; keys: number; visibleAfter: number }

/**
 * W6: coverage of a province by commune, age and service, read again and again; then a child is registered, and the
 * time until the table counts it. That the table equals a recount is a test of the module, not of the benchmark.
 */
export async function measureCoverage(
  server: OurServer,
  { areaId, period, register }: { areaId: string; period: string; register: () => Shot },
): Promise<CoverageMeasured> {
  const path = `/indicators/coverage?areaId=${areaId}&period=${period}`
  const read = () => ask(server, path, CoverageTable)
  const times: number[] = []
  let table = await read()
  for (let turn = 0; turn < 60; turn += 1) {
    const start = performance.now()
    const answer = await fetch(`${server.running.url}/api${path}`, { headers: server.headers })
    await answer.arrayBuffer()
    times.push(performance.now() - start)
  }
  table = await read()
  const counted = childrenIn(table)
  const { path: address, body } = register()
  const start = performance.now()
  await ask(server, address.replace('/api', ''), z.unknown(), { method: 'POST', body: Object(body) })
  while (childrenIn(await read()) === counted) await pause(20)
  const sorted = times.toSorted((left, right) => left - right)
  return {
    p50: Math.round(sorted[30] ?? 0),
    p99: Math.round(sorted.at(-1) ?? 0),
    rows: table.rows.length,
    keys: table.keys.length,
    visibleAfter: (performance.now() - start) / 1000,
  }
}

function childrenIn({ keys, rows }: CoverageTable): number {
  const all = keys.indexOf('all')
  return rows.reduce((sum, row) => sum + (row.due[all] ?? 0), 0)
}
