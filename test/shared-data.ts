import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** Real documents and tables that lie beside the project where it is developed, and are not part of it. */
const folder = resolve(import.meta.dirname, '../../shared')

const isThere = existsSync(join(folder, 'plans'))

if (process.env['CI'] && !isThere) {
  throw new Error(`the shared test data are missing: expected a folder at ${folder}`)
}

/** For `describe.skipIf(!hasShared)`. In CI the data must be there. */
export const hasShared = isThere

/** `sharedPath('plans/kon-tum-2018-2025.txt')`. */
export function sharedPath(path: string): string {
  return join(folder, path)
}
