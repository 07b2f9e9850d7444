import { readFile } from 'node:fs/promises'
import { Outline } from '../shared/outline.ts'

/** The outline that new reports are made with. */
export const currentOutline = '2026-11c'

const loaded = new Map<string, Promise<Outline>>()

/** An outline by its version; a report keeps the one it was made with. */
export function getOutline(version: string): Promise<Outline> {
  const known = loaded.get(version)
  if (known) return known
  const reading = readOutline(version)
  loaded.set(version, reading)
  return reading
}

async function readOutline(version: string): Promise<Outline> {
  const folder = new URL('../../../../db/reference/report-outline/', import.meta.url)
  return Outline.parse(JSON.parse(await readFile(new URL(`${version}.json`, folder), 'utf8')))
}
