/**
 * Loaded before the product (`node --import`): keeps compiled modules, stripped of their types, for the next start. That
 * start is a third faster, and neither it nor its threads load the stripper (28 MB each). A folder that cannot be
 * written changes nothing. In plain JavaScript, because it comes first.
 */
import { enableCompileCache, flushCompileCache } from 'node:module'
import { join } from 'node:path'

/** Milliseconds after which everything that a start loads is there. Ending in order writes too, a kill does not. */
const afterStart = 20_000

const folder = join(import.meta.dirname, '..', 'node_modules', '.cache', 'compiled')
if (enableCompileCache(folder).directory) {
  process.env['NODE_COMPILE_CACHE'] = folder
  setTimeout(() => flushCompileCache(), afterStart).unref()
}
