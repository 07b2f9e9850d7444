import type { Db } from '#platform/db/types.ts'
import type { Standard } from '../shared/standard.ts'
import { builtinStandard } from './builtin-standard.ts'
import { findNewestVersion, listStandardTables } from './queries-standard.ts'

/** The imported tables in use do not change under their version; they are parsed once a process. */
let kept: Standard | undefined

/** WHO's own tables, when the installation has imported them. */
export async function findImportedStandard(db: Db): Promise<Standard | undefined> {
  const version = await findNewestVersion(db)
  if (version === undefined) return undefined
  if (kept?.version !== version)
    kept = { version, official: true, tables: await listStandardTables(db, version) }
  return kept
}

/** The imported tables of WHO when there are some, else those built in. */
export async function currentStandard(db: Db): Promise<Standard> {
  return (await findImportedStandard(db)) ?? builtinStandard()
}
