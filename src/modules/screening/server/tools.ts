import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Tx } from '#platform/db/types.ts'
import { type Tool, ToolFile } from '../shared/tool.ts'
import { upsertTool } from './queries.ts'

/** Files named by month; the newest holds every version of every tool, those retired too. */
const folder = join(import.meta.dirname, '../../../../db/reference/screening-tools')

let loaded: readonly Tool[] | undefined

/** Every version from the newest file, read once in a process. */
export function screeningTools(): readonly Tool[] {
  if (loaded) return loaded
  const newest = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .toSorted()
    .at(-1)
  if (!newest) throw new Error('no screening tools among the reference data')
  loaded = ToolFile.parse(JSON.parse(readFileSync(join(folder, newest), 'utf8'))).tools
  return loaded
}

/** Writes every version into its table; run at every start, changes nothing when it is there. */
export async function loadScreeningTools(tx: Tx): Promise<void> {
  for (const tool of screeningTools()) await upsertTool(tx, tool)
}
