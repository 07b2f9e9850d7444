import type pg from 'pg'
import { addDays, type Day } from '#base/day.ts'
import { newId } from '#base/id.ts'
import { fold, words } from '#base/text.ts'
import { nameSortKey } from '#base/vietnamese-order.ts'
import { personName, familyName } from '#apps/sample/names.ts'
import { type Chance, chanceFrom } from '#apps/sample/random.ts'

/** The province whose communes hold the generated children: Quảng Ngãi, 96 communes. */
export const provinceCode = '51'

export type BenchCommune = { id: string; lft: number; villages: { id: string; lft: number }[] }
export type BenchChild = { id: string; communeId: string; bornOn: Day; fullName: string }

const villagesInCommune = 8
const villageWidth = 16
const batch = 5_000

/** Ethnic codes with their share: Kinh, and three peoples of the highlands. */
const ethnicShares = [
  ['01', 70],
  ['10', 10],
  ['14', 15],
  ['27', 5],
] as const

/** Communes of the province, each with eight villages made for the benchmark. */
export async function addVillages(owner: pg.Pool): Promise<BenchCommune[]> {
  const { rows } = await owner.query<{ id: string; lft: number; name: string }>(
    `select c.id, c.lft, c.name from areas c join areas p on p.id = c.parent_id
     where c.kind = 'commune' and p.kind = 'province' and p.code = $1 order by c.lft`,
    [provinceCode],
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

/** Writes children with carers and name words, without any service. */
export async function insertChildren(owner: pg.Pool, children: readonly MadeChild[]): Promise<void> {
  const of = <Value>(pick: (child: MadeChild) => Value) => children.map(pick)
  const names = children.map(({ fullName }) => nameColumns(fullName))
  await owner.query(
    `insert into children (id, area_lft, commune_id, village_id, full_name, name_folded, name_sort, born_on, sex,
       ethnic_code, poverty, education)
     select *, 'none' from unnest($1::uuid[], $2::int[], $3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::text[],
       $8::date[], $9::text[], $10::text[], $11::text[])`,
    [
      of(({ id }) => id),
      of(({ areaLft }) => areaLft),
      of(({ communeId }) => communeId),
      of(({ villageId }) => villageId),
      of(({ fullName }) => fullName),
      names.map(({ folded }) => folded),
      names.map(({ sort }) => sort),
      of(({ bornOn }) => bornOn),
      of(({ sex }) => sex),
      of(({ ethnicCode }) => ethnicCode),
      of(({ poverty }) => poverty),
    ],
  )
  await owner.query(
    `insert into children_carers (child_id, area_lft, id, full_name, name_folded, relation, phone)
     select * from unnest($1::uuid[], $2::int[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[])`,
    [
      of(({ id }) => id),
      of(({ areaLft }) => areaLft),
      of(({ carer }) => carer.id),
      of(({ carer }) => carer.fullName),
      of(({ carer }) => fold(carer.fullName)),
      of(({ carer }) => carer.relation),
      of(({ carer }) => carer.phone),
    ],
  )
  await insertTokens(owner, children)
}

async function insertTokens(owner: pg.Pool, children: readonly MadeChild[]): Promise<void> {
  const rows = children.flatMap((child) =>
    nameColumns(child.fullName).tokens.map((token) => ({ child, token })),
  )
  await owner.query(
    `insert into children_name_tokens (child_id, area_lft, commune_id, token)
     select * from unnest($1::uuid[], $2::int[], $3::uuid[], $4::text[])`,
    [
      rows.map(({ child }) => child.id),
      rows.map(({ child }) => child.areaLft),
      rows.map(({ child }) => child.communeId),
      rows.map(({ token }) => token),
    ],
  )
}

/** Four services a child: a vaccine at birth, the first of a series, a weighing, a parents' meeting. */
const usualServices = [
  { itemCode: 'IMM-BCG', dose: null, afterDays: 2 },
  { itemCode: 'IMM-PENTA', dose: 1, afterDays: 64 },
  { itemCode: 'CHK-U6', dose: null, afterDays: 200 },
  { itemCode: 'PAR-GROUP', dose: null, afterDays: 300 },
] as const

async function insertServices(owner: pg.Pool, children: readonly MadeChild[], today: Day): Promise<void> {
  const rows = children.flatMap((child) =>
    usualServices.map(({ itemCode, dose, afterDays }) => {
      const day = addDays(child.bornOn, afterDays)
      return { child, itemCode, dose, doneOn: day > today ? today : day }
    }),
  )
  await owner.query(
    `insert into services_records (child_id, id, area_lft, item_code, dose, done_on, answer, recorded_by)
     select child_id, id, area_lft, item_code, dose, done_on, 'done', '00000000-0000-0000-0000-000000000000'
     from unnest($1::uuid[], $2::uuid[], $3::int[], $4::text[], $5::smallint[], $6::date[])
       as r(child_id, id, area_lft, item_code, dose, done_on)`,
    [
      rows.map(({ child }) => child.id),
      rows.map(() => newId()),
      rows.map(({ child }) => child.areaLft),
      rows.map(({ itemCode }) => itemCode),
      rows.map(({ dose }) => dose),
      rows.map(({ doneOn }) => doneOn),
    ],
  )
}

/** Fills the register; the same seed gives the same children. Returns what the load needs to know of them. */
export async function fill(
  owner: pg.Pool,
  communes: readonly BenchCommune[],
  { size, today }: { size: number; today: Day },
): Promise<BenchChild[]> {
  const chance = chanceFrom(20_261_122)
  const made: BenchChild[] = []
  for (let from = 0; from < size; from += batch) {
    const children = Array.from({ length: Math.min(batch, size - from) }, () =>
      makeChild(chance, communes, today),
    )
    await insertChildren(owner, children)
    await insertServices(owner, children, today)
    for (const { id, communeId, bornOn, fullName } of children) made.push({ id, communeId, bornOn, fullName })
  }
  await owner.query('vacuum analyze')
  return made
}
