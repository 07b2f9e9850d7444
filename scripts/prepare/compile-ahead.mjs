/**
 * Strips the types of the server's modules before the server runs, in a process of its own, so that the server never
 * loads the stripper: it would keep some 20 MB for it. Done again when a source has changed; looking takes some 40 ms.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { accessSync, constants, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
const folder = join(root, 'node_modules', '.cache', 'compiled')
const stampFile = join(folder, 'made-from')

/**
 * The flags of `npm start` in package.json: what is compiled under other flags is kept apart. Halves of the young
 * generation of 8 MB instead of V8's 16: collected more often, and less is held under load; 4 MB cost a sixth more time.
 * The old generation is collected when it has grown by a fifth, where V8 waits for a multiple of what it holds. Two
 * threads help V8 instead of four, as many as an office machine has cores: each keeps memory of its own.
 */
const flags = [
  ...['--import', './scripts/compile-cache.mjs'],
  ...['--v8-pool-size=2', '--max-semi-space-size=8', '--heap-growing-percent=20'],
]

/** `node`: the pinned runtime. A failure costs memory, nothing else, so it stops nothing. */
export function compileAhead(node, say) {
  const wanted = stampOf()
  if (!mayWrite() || readStamp() === wanted) return
  say('compiling the server (first run or after an update) ...')
  const shell = process.platform === 'win32'
  const { status } = spawnSync(node, [...flags, 'scripts/prepare/load-server.mjs'], {
    cwd: root,
    stdio: 'ignore',
    shell,
  })
  if (status === 0) writeFileSync(stampFile, wanted)
}

/** An installation of one user may be started by another. */
function mayWrite() {
  try {
    mkdirSync(folder, { recursive: true })
    accessSync(folder, constants.W_OK)
    return true
  } catch {
    return false
  }
}

function readStamp() {
  try {
    return readFileSync(stampFile, 'utf8')
  } catch {
    return undefined
  }
}

/** Changes when a source changes: path, size and time of each, and the packages. */
function stampOf() {
  const hash = createHash('sha256')
  const sources = readdirSync(join(root, 'src'), { recursive: true }).filter((name) =>
    /(?<!\.test)\.ts$/.test(name),
  )
  for (const name of ['package-lock.json', ...sources.map((source) => join('src', source)).sort()]) {
    const { size, mtimeMs } = statSync(join(root, name))
    hash.update(`${name} ${size} ${mtimeMs}\n`)
  }
  return hash.digest('hex')
}
