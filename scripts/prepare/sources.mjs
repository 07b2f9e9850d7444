/**
 * The server's sources without their types, kept in node_modules/.cache/stripped: who writes them and who reads them
 * agree here on the places. In plain JavaScript, for any Node from 20 on.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

const strippedFolder = join(root, 'node_modules', '.cache', 'stripped')
/** Says of each source, by its path from the root, in which state it was stripped. */
export const listFile = join(strippedFolder, 'list.json')

/** The path from the root, with slashes on every system. */
export function nameOf(path) {
  return relative(root, path).split(sep).join('/')
}

/** The state of a source: another text has another size or another time. Undefined when it is not there. */
export function stateOf(path) {
  const found = statSync(path, { throwIfNoEntry: false })
  return found && `${found.size} ${found.mtimeMs}`
}

/** The list that was written last; empty when there is none that can be read. */
export function readList() {
  try {
    return JSON.parse(readFileSync(listFile, 'utf8'))
  } catch {
    return {}
  }
}

/** The state of every source that the server may load, by its path from the root. */
export function listSources() {
  const paths = readdirSync(join(root, 'src'), { recursive: true })
    .filter((path) => /(?<!\.test)\.ts$/.test(path) && !path.split(sep).includes('web'))
    .map((path) => join(root, 'src', path))
  return Object.fromEntries(paths.sort().map((path) => [nameOf(path), stateOf(path)]))
}

export function sourcePath(name) {
  return join(root, name)
}

export function strippedPath(name) {
  return join(strippedFolder, name)
}
