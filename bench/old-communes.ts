import type pg from 'pg'

/** tỉnh Hải Dương before 1/7/2025: 207 communes, 34 of them divided among several. */
const provinceCode = '30'

export type OldCommune = { id: string; role: 'merged' | 'divided' | 'other'; villages: string[] }

const villagesInCommune = 6

/** The communes of the old province, each with villages that lie in its range. */
export async function addOldVillages(owner: pg.Pool): Promise<OldCommune[]> {
  const { rows } = await owner.query<{ id: string; successors: number }>(
    `select c.id, (select count(*)::int from areas_successions s where s.from_area_id = c.id) as successors
     from areas c join areas d on d.id = c.parent_id join areas p on p.id = d.parent_id
     where c.kind = 'commune' and c.valid_to = '2025-06-30' and p.code = $1 and p.valid_to = '2025-06-30'
     order by c.code`,
    [provinceCode],
  )
  const communes: OldCommune[] = []
  for (const { id, successors } of rows) {
    if (successors === 0) continue
    const role = roleOf(communes, successors)
    const { rows: villages } = await owner.query<{ id: string }>(
      `with made as (
         insert into areas (id, code, kind, name, full_name, name_folded, parent_id, lft, rgt, valid_from)
         select v.id, v.id::text, 'village', 'Thôn ' || n, 'Thôn ' || n, 'thon ' || n, c.id, c.lft + n * 16,
           c.lft + n * 16 + 15, c.valid_from
         from areas c, (select gen_random_uuid() as id, n from generate_series(1, $2::int) n) v where c.id = $1
         returning id, parent_id, valid_from),
       linked as (insert into areas_parents (area_id, parent_id, valid_from) select id, parent_id, valid_from from made)
       select id from made`,
      [id, villagesInCommune],
    )
    communes.push({ id, role, villages: villages.map((village) => village.id) })
  }
  return communes
}

/** The first commune with one successor and the first with several are those that are watched. */
function roleOf(before: readonly OldCommune[], successors: number): OldCommune['role'] {
  const role = successors === 1 ? 'merged' : 'divided'
  return before.some((commune) => commune.role === role) ? 'other' : role
}

export async function fillOldCommunes(
  owner: pg.Pool,
  communes: readonly OldCommune[],
  wanted: { all: number; merged: number; divided: number },
): Promise<void> {
  const others = communes.filter(({ role }) => role === 'other').length
  const rest = wanted.all - wanted.merged - wanted.divided
  let left = rest
  for (const [index, commune] of communes.entries()) {
    const share = index === communes.length - 1 ? left : Math.floor(rest / others)
    const count = commune.role === 'other' ? share : wanted[commune.role]
    if (commune.role === 'other') left -= share
    await fillCommune(owner, commune, count)
  }
}

/** One child in eight lives in no village that is known; each has a carer, name tokens and four services. */
async function fillCommune(owner: pg.Pool, { id, villages }: OldCommune, count: number): Promise<void> {
  await owner.query(
    `with child as (
      insert into children (id, area_lft, commune_id, village_id, full_name, name_folded, name_sort, born_on, sex)
      select gen_random_uuid(), coalesce(v.lft, a.lft), a.id, v.id, 'Nguyễn Thử ' || n, 'nguyen thu ' || n,
        'thu nguyen ' || lpad(n::text, 6, '0'), current_date - 100 - (n * 37) % 2700,
        case when n % 2 = 0 then 'male' else 'female' end
      from generate_series(1, $3::int) n join areas a on a.id = $1
      left join areas v on v.id = ($2::uuid[])[n % 8] returning id, area_lft, born_on, name_sort),
    token as (insert into children_name_tokens (child_id, token, commune_id, area_lft, name_sort, words)
      select id, t, $1, area_lft, name_sort, ' nguyen thu' from child, unnest(array['nguyen', 'thu']) t),
    carer as (insert into children_carers (child_id, id, area_lft, full_name, name_folded, relation)
      select id, gen_random_uuid(), area_lft, 'Trần Thị Mẹ', 'tran thi me', 'mother' from child),
    record as (insert into services_records (child_id, id, area_lft, item_code, dose, done_on, answer, recorded_by)
      select c.id, gen_random_uuid(), c.area_lft, i.code, 1, least(c.born_on + 60 * i.n::int, current_date), 'done',
        gen_random_uuid()
      from child c, (select code, row_number() over (order by code) as n from services_items
        where domain = 'health' and audience = 'child' order by code limit 4) i)
    insert into services_stale (child_id) select id from child`,
    [id, villages, count],
  )
}
