import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Tx } from '#platform/db/types.ts'
import { RoleEdition } from '../shared/roles.ts'
import { upsertStandardRoles } from './queries-roles.ts'

const folder = join(import.meta.dirname, '../../../../db/reference/roles')

let loaded: RoleEdition | undefined

/** The newest edition of the standard roles, read once. */
export function standardRoles(): RoleEdition {
  loaded ??= readNewest()
  return loaded
}

function readNewest(): RoleEdition {
  const newest = readdirSync(folder).toSorted().at(-1)
  if (!newest) throw new Error('no roles among the reference data')
  return RoleEdition.parse(JSON.parse(readFileSync(join(folder, newest), 'utf8')))
}

/** Writes the standard roles into their table; run at every start. Roles of one's own are left alone. */
export async function loadStandardRoles(tx: Tx): Promise<void> {
  await upsertStandardRoles(tx, standardRoles())
}
