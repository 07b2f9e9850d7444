/**
 * Strips the types of the server's sources before the server runs, in a process of its own, so that the server never
 * loads the stripper (20 MB that it would keep). Done for what has changed; looking takes some 40 ms.
 */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { isDeepStrictEqual } from 'node:util'
import { listSources, readList } from './sources.mjs'

/** `node`: the pinned runtime. A failure costs memory, nothing else, so it stops nothing. */
export function stripAhead(node, say) {
  if (isDeepStrictEqual(readList(), listSources())) return
  say('preparing the server (first run or after an update) ...')
  const program = fileURLToPath(new URL('strip-sources.mjs', import.meta.url))
  const words = ['--disable-warning=ExperimentalWarning', program]
  spawnSync(node, words, { stdio: 'ignore', shell: process.platform === 'win32' })
}
