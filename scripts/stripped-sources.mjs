/**
 * Loaded before the product (`node --import`), in each of its threads and helpers: hands out sources without their
 * types as strip-ahead.mjs left them, so that neither a thread nor a helper loads the stripper (20 to 28 MB each). What
 * has changed since is left to Node. Node's own cache of compiled modules does the same and makes the start a tenth
 * faster, but keeps all it read until the process ends, 13 MB in the server's two threads.
 * In plain JavaScript, because it comes first.
 */
import { readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { fileURLToPath } from 'node:url'
import { nameOf, readList, stateOf, strippedPath } from './prepare/sources.mjs'

const list = readList()

/** Undefined for what is no source of the server, or is not the text that was stripped. */
function strippedText(url) {
  if (!url.startsWith('file:') || !url.endsWith('.ts')) return undefined
  const path = fileURLToPath(url)
  const name = nameOf(path)
  if (list[name] === undefined || list[name] !== stateOf(path)) return undefined
  try {
    return readFileSync(strippedPath(name), 'utf8')
  } catch {
    return undefined
  }
}

registerHooks({
  load(url, context, nextLoad) {
    const source = strippedText(url)
    return source === undefined ? nextLoad(url, context) : { format: 'module', source, shortCircuit: true }
  },
})
