import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Tx } from '#platform/db/types.ts'
import { ServicePackage, type PackageItem } from '../shared/contract.ts'
import { upsertItems, upsertPackage } from './queries-package.ts'

/** Versions of the package are files named by month; the newest is in force. */
const folder = join(import.meta.dirname, '../../../../db/reference/service-package')

let loaded:
  | {
      pkg: ServicePackage
      byCode: ReadonlyMap<string, PackageItem>
      byNumber: ReadonlyMap<number, PackageItem>
    }
  | undefined

function load() {
  const newest = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .toSorted()
    .at(-1)
  if (!newest) throw new Error('no service package among the reference data')
  const pkg = ServicePackage.parse(JSON.parse(readFileSync(join(folder, newest), 'utf8')))
  return {
    pkg,
    byCode: new Map(pkg.items.map((item) => [item.code, item])),
    byNumber: new Map(pkg.items.map((item) => [item.number, item])),
  }
}

/** The service package in force, read once. */
export function servicePackage(): ServicePackage {
  loaded ??= load()
  return loaded.pkg
}

export function findItem(code: string): PackageItem | undefined {
  loaded ??= load()
  return loaded.byCode.get(code)
}

export function findItemByNumber(number: number): PackageItem | undefined {
  loaded ??= load()
  return loaded.byNumber.get(number)
}

/** Writes the package into its tables; run at every start, changes nothing when it is there. */
export async function loadServicePackage(tx: Tx): Promise<void> {
  const pkg = servicePackage()
  await upsertPackage(tx, pkg)
  await upsertItems(tx, pkg)
}
