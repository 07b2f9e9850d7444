import type { Db, Tx } from '#platform/db/types.ts'
import type { IndicatorEdition } from '../shared/definition.ts'

/** The checksum of the edition as it was loaded last. */
export async function findEdition(db: Db, version: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('indicators_editions')
    .select('checksum')
    .where('version', '=', version)
    .executeTakeFirst()
  return row?.checksum
}

export async function insertEdition(tx: Tx, edition: IndicatorEdition, checksum: string): Promise<void> {
  const { version, source } = edition
  await tx
    .insertInto('indicators_editions')
    .values({ version, compiled_on: edition.compiledOn, source, checksum })
    .onConflict((conflict) => conflict.column('version').doUpdateSet({ checksum, source }))
    .execute()
}

/** The table holds the edition in force, and nothing of an earlier one. */
export async function replaceDefinitions(tx: Tx, edition: IndicatorEdition): Promise<void> {
  await tx.deleteFrom('indicators_definitions').execute()
  await tx
    .insertInto('indicators_definitions')
    .values(
      edition.definitions.map((definition, place) => ({
        code: definition.code,
        place,
        name_vi: definition.name.vi,
        way: definition.way,
        status: definition.status,
        edition: edition.version,
        content: JSON.stringify(definition),
      })),
    )
    .execute()
}
