import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Regime } from '../shared/regime.ts'

const folder = join(import.meta.dirname, '../../../../db/reference/reporting-regime')

let loaded: Regime | undefined

/** The newest edition of the reporting regime, read once. */
export function currentRegime(): Regime {
  loaded ??= readNewest()
  return loaded
}

function readNewest(): Regime {
  const newest = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .toSorted()
    .at(-1)
  if (newest === undefined) throw new Error('no reporting regime among the reference data')
  return Regime.parse(JSON.parse(readFileSync(join(folder, newest), 'utf8')))
}
