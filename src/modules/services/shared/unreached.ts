import type { Day } from '#base/day.ts'
import { doseName } from './child-services.ts'
import type { BothLanguages, Domain, PackageItem, ServicePackage } from './contract.ts'
import { type Coverage, domainBit } from './coverage.ts'
import type { z } from 'zod'

/** One service that is missing, with the day by which it was to be given. */
export type Missing = {
  domain: Domain
  itemCode: string
  name: z.infer<typeof BothLanguages>
  dose: number | null
  to: Day
}

type Lacking = { item: PackageItem; dose: number | null; to: Day }

function lackingOf(pkg: ServicePackage, of: Coverage): Lacking[] {
  const byCode = new Map(pkg.items.map((item) => [item.code, item]))
  const short = of.dueMask & ~of.gotMask
  const got = new Set(of.gotItems)
  return of.missing.flatMap(({ itemCode, dose, to }) => {
    const item = byCode.get(itemCode)
    return item && short & domainBit[item.domain] && !got.has(item.number) ? [{ item, dose, to }] : []
  })
}

/**
 * Why a child is not reached: in each domain that is due and not reached the mandatory services that are missing;
 * where none of these is, everything that was due (docs/decisions/0004-coverage-rule.md, 5).
 */
export function missingServices(pkg: ServicePackage, of: Coverage): Missing[] {
  const lacking = lackingOf(pkg, of)
  const strict = new Set(lacking.filter(({ item }) => item.mandatory).map(({ item }) => item.domain))
  return lacking
    .filter(({ item }) => item.mandatory || !strict.has(item.domain))
    .map(({ item, dose, to }) => ({
      ...{ domain: item.domain, itemCode: item.code, dose, to },
      name: doseName(item, dose),
    }))
}
