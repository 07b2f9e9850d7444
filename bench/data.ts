import type pg from 'pg'
import { addDays, type Day } from '#base/day.ts'
import { newId } from '#base/id.ts'
import { fold, words } from '#base/text.ts'
import { nameSortKey } from '#base/vietnamese-order.ts'
import { personName, familyName } from '#apps/sample/names.ts'
import type { Chance } from '#apps/sample/random.ts'

/** The province whose communes hold the generated children: Quảng Ngãi, 96 communes. */
export const provinceCode = '51'

export type BenchCommune = { id: string; lft: number; villages: { id: string; lft: number }[] }
export type BenchChild = { id: string; communeId: string; bornOn: Day; fullName: string }

const villagesInCommune = 8
const villageWidth = 16

/** Ethnic codes with their share: Kinh, and three peoples of the highlands. */
const ethnicShares = [
  ['01', 70],
  ['10', 10],
  ['14', 15],
  ['27', 5],
] as const

type Places = { province?: string; most?: number }

/** Communes of a province, at most so many, each with eight villages made for the benchmark. */
export async function addVillages(
  owner: pg.Pool,
  { province = provinceCode, most = 1_000 }: Places = {},
): Promise<BenchCommune[]> {
  const { rows } = await owner.query<{ id: string; lft: number; name: string }>(
    `select c.id, c.lft, c.name from areas c join areas p on p.id = c.parent_id
     where c.kind = 'commune' and c.valid_to is null and p.kind = 'province' and p.valid_to is null and p.code = $1
     order by c.lft limit $2`,
    [province, most],
  )
  const communes: BenchCommune[] = []
  for (const { id, lft } of rows) {
    const villages = Array.from({ length: villagesInCommune }, (_, index) => ({
      id: newId(),
      lft: lft + (index + 1) * villageWidth,
    }))
    await owner.query(
      `insert into areas (id, code, kind, name, full_name, name_folded, parent_id, lft, rgt, valid_from)
       select v.id, v.id::text, 'village', 'Thôn ' || v.n, 'Thôn ' || v.n, 'thon ' || v.n, $1, v.lft, v.lft + $4, '2025-07-01'
       from unnest($2::uuid[], $3::int[]) with ordinality as v(id, lft, n)`,
      [id, villages.map((village) => village.id), villages.map((village) => village.lft), villageWidth - 1],
    )
    communes.push({ id, lft, villages })
  }
  return communes
}

/** The communes with their villages as `addVillages` made them. */
export async function listCommunes(owner: pg.Pool): Promise<BenchCommune[]> {
  const { rows } = await owner.query<BenchCommune>(
    `select c.id, c.lft, array_agg(json_build_object('id', v.id, 'lft', v.lft) order by v.lft) as villages
     from areas v join areas c on c.id = v.parent_id where v.kind = 'village' group by c.id, c.lft order by c.lft`,
  )
  return rows
}

/** Children from everywhere in the table. */
export async function sampleChildren(owner: pg.Pool): Promise<BenchChild[]> {
  const { rows } = await owner.query<BenchChild>(
    `select id, commune_id as "communeId", born_on as "bornOn", full_name as "fullName" from children
     order by hashtext(id::text) limit 100000`,
  )
  return rows
}

export type MadeChild = ReturnType<typeof makeChild>

/** A child of eight years or younger, with a carer, in a village of a commune. */
export function makeChild(chance: Chance, communes: readonly BenchCommune[], today: Day) {
  const commune = communes[chance.between(0, communes.length - 1)]
  const village = commune?.villages[chance.between(0, villagesInCommune - 1)]
  if (!commune || !village) throw new Error('the province has no communes')
  const ethnicCode = chance.weighted(ethnicShares)
  const sex = chance.happens(0.52) ? ('male' as const) : ('female' as const)
  const family = familyName(chance, ethnicCode)
  return {
    id: newId(),
    communeId: commune.id,
    villageId: village.id,
    areaLft: village.lft,
    fullName: personName(chance, ethnicCode, sex, family).trim(),
    bornOn: addDays(today, -chance.between(30, 2_900)),
    sex,
    ethnicCode,
    poverty: chance.weighted([
      ['none', 80],
      ['near-poor', 10],
      ['poor', 10],
    ] as const),
    carer: {
      id: newId(),
      fullName: personName(chance, ethnicCode, 'female', family).trim(),
      relation: 'mother' as const,
      phone: `09${String(chance.between(0, 99_999_999)).padStart(8, '0')}`,
    },
  }
}

/** Name columns as the register keeps them. */
export function nameColumns(fullName: string): { folded: string; sort: string; tokens: string[] } {
  return { folded: fold(fullName), sort: nameSortKey(fullName), tokens: [...new Set(words(fullName))] }
}
