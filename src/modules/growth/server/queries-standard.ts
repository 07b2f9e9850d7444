import { sql } from 'kysely'
import { z } from 'zod'
import type { Db, Tx } from '#platform/db/types.ts'
import { StandardTable } from '../shared/standard.ts'

/** The version imported last is the one in use. */
export async function findNewestVersion(db: Db): Promise<string | undefined> {
  const row = await db
    .selectFrom('growth_standards')
    .select('version')
    .orderBy('imported_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.version
}

/** All tables of one version, parsed; an empty list for a version that is not stored. */
export async function listStandardTables(db: Db, version: string): Promise<StandardTable[]> {
  const rows = await db
    .selectFrom('growth_standard_tables')
    .select(['name', 'sex', 'at', 'l', 'm', 's'])
    .where('version', '=', version)
    .execute()
  return z.array(StandardTable).parse(rows)
}

/** Importing an earlier set again puts it in use again; its tables are the same by its version. */
export async function insertStandard(
  tx: Tx,
  standard: { version: string; source: string; tables: readonly StandardTable[] },
  at: string,
): Promise<'new' | 'again'> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('growth_standards')
    .values({ version: standard.version, source: standard.source, imported_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  if (numInsertedOrUpdatedRows === 0n) {
    await tx
      .updateTable('growth_standards')
      .set({ imported_at: at })
      .where('version', '=', standard.version)
      .execute()
    return 'again'
  }
  for (const { name, sex, at: places, l, m, s } of standard.tables)
    await sql`insert into growth_standard_tables (version, name, sex, at, l, m, s)
      values (${standard.version}, ${name}, ${sex}, ${places}::float8[], ${l}::float8[], ${m}::float8[], ${s}::float8[])`.execute(
      tx,
    )
  return 'new'
}
