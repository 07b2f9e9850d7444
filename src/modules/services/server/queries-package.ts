import { sql } from 'kysely'
import type { Tx } from '#platform/db/types.ts'
import type { PackageItem, ServicePackage } from '../shared/contract.ts'

/** Says whether anything was written. */
export async function upsertPackage(tx: Tx, pkg: ServicePackage): Promise<boolean> {
  const content = JSON.stringify(pkg)
  const { numInsertedOrUpdatedRows = 0n } = await tx
    .insertInto('services_packages')
    .values({ version: pkg.version, compiled_on: pkg.compiledOn, content })
    .onConflict((conflict) =>
      conflict
        .column('version')
        .doUpdateSet({ content, compiled_on: pkg.compiledOn })
        .where(sql<boolean>`services_packages.content is distinct from ${content}::jsonb`),
    )
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows > 0n
}

/** What every child is owed may have changed. */
export async function markAllStale(tx: Tx): Promise<void> {
  await sql`insert into services_stale (child_id) select id from children`.execute(tx)
}

/** The children of a range of places, after a version of the package was approved for it. */
export async function markRangeStale(tx: Tx, { lft, rgt }: { lft: number; rgt: number }): Promise<void> {
  await sql`insert into services_stale (child_id)
    select id from children where area_lft between ${lft} and ${rgt}`.execute(tx)
}

/** Items that a place has added, so that records may name them. */
export async function insertLocalItems(
  tx: Tx,
  items: readonly PackageItem[],
  packageVersion: string,
): Promise<void> {
  if (items.length === 0) return
  await tx
    .insertInto('services_items')
    .values(
      items.map(({ code, number, domain, audience, mandatory, name }) => ({
        ...{ code, number, domain, audience, mandatory },
        ...{ name_vi: name.vi, name_en: name.en, package_version: packageVersion },
      })),
    )
    .onConflict((conflict) => conflict.column('code').doNothing())
    .execute()
}

export async function upsertItems(tx: Tx, pkg: ServicePackage): Promise<void> {
  await tx
    .insertInto('services_items')
    .values(
      pkg.items.map((item) => ({
        code: item.code,
        number: item.number,
        domain: item.domain,
        audience: item.audience,
        mandatory: item.mandatory,
        name_vi: item.name.vi,
        name_en: item.name.en,
        package_version: pkg.version,
      })),
    )
    .onConflict((conflict) =>
      conflict.column('code').doUpdateSet((old) => ({
        domain: old.ref('excluded.domain'),
        audience: old.ref('excluded.audience'),
        mandatory: old.ref('excluded.mandatory'),
        name_vi: old.ref('excluded.name_vi'),
        name_en: old.ref('excluded.name_en'),
        package_version: old.ref('excluded.package_version'),
      })).where(sql<boolean>`(services_items.domain, services_items.audience, services_items.mandatory,
          services_items.name_vi, services_items.name_en, services_items.package_version)
          is distinct from (excluded.domain, excluded.audience, excluded.mandatory, excluded.name_vi,
          excluded.name_en, excluded.package_version)`),
    )
    .execute()
}
