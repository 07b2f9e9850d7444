/**
 * Run by strip-ahead.mjs with the pinned runtime. Types become spaces, so lines and columns stay what they are. The
 * list is written last: a source is served stripped only when all of its text is there.
 */
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { dirname } from 'node:path'
import { listFile, listSources, readList, sourcePath, strippedPath } from './sources.mjs'

/** Whoever reads at this moment finds the old text or the new one, nothing between. */
function replaceFile(path, text) {
  const own = `${path}.${process.pid}`
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(own, text)
  renameSync(own, path)
}

const before = readList()
const now = listSources()
for (const [name, state] of Object.entries(now)) {
  if (before[name] !== state)
    replaceFile(strippedPath(name), stripTypeScriptTypes(readFileSync(sourcePath(name), 'utf8')))
}
for (const name of Object.keys(before)) if (!(name in now)) rmSync(strippedPath(name), { force: true })
replaceFile(listFile, JSON.stringify(now))
