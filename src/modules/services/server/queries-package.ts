import { sql } from 'kysely'
import type { Tx } from '#platform/db/types.ts'
import type { ServicePackage } from '../shared/contract.ts'

export async function upsertPackage(tx: Tx, pkg: ServicePackage): Promise<void> {
  const content = JSON.stringify(pkg)
  await tx
    .insertInto('services_packages')
    .values({ version: pkg.version, compiled_on: pkg.compiledOn, content })
    .onConflict((conflict) =>
      conflict
        .column('version')
        .doUpdateSet({ content, compiled_on: pkg.compiledOn })
        .where(sql<boolean>`services_packages.content is distinct from ${content}::jsonb`),
    )
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
