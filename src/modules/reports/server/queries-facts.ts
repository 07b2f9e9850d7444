import { sql } from 'kysely'
import type { Day } from '#base/day.ts'
import type { Db } from '#platform/db/types.ts'
import type { UsedDefinition } from '../shared/content.ts'

/** "Đến 8 tuổi" counts the ninth year of life, as the service package does (upToAgeYears 8). */
export const upToAgeYears = 8

export type ChildCounts = { villageId: string | null } & Record<
  | 'under16'
  | 'upTo8'
  | 'under6'
  | 'under5'
  | 'male'
  | 'female'
  | 'minority'
  | 'poor'
  | 'nearPoor'
  | 'personalId'
  | 'sample',
  number
>

/** Children living in a commune on a day, by village; a row with villageId null for those without a village. */
export async function countChildren(db: Db, communeId: string, day: Day): Promise<ChildCounts[]> {
  const younger = (years: number) =>
    sql<boolean>`born_on > ${day}::date - make_interval(years => ${years}::int)`
  const upTo8 = younger(upToAgeYears + 1)
  const { rows } = await sql<ChildCounts>`
    select village_id as "villageId",
      count(*) as "under16",
      count(*) filter (where ${upTo8}) as "upTo8",
      count(*) filter (where ${younger(6)}) as "under6",
      count(*) filter (where ${younger(5)}) as "under5",
      count(*) filter (where ${upTo8} and sex = 'male') as "male",
      count(*) filter (where ${upTo8} and sex = 'female') as "female",
      -- 01 is Kinh, 55 foreigner (Decision 121-TCTK/PPCD).
      count(*) filter (where ${upTo8} and ethnic_code not in ('01', '55')) as "minority",
      count(*) filter (where ${upTo8} and poverty = 'poor') as "poor",
      count(*) filter (where ${upTo8} and poverty = 'near-poor') as "nearPoor",
      count(*) filter (where ${upTo8} and exists (
        select from children_identifiers where child_id = children.id and kind = 'personal-id')) as "personalId",
      count(*) filter (where sample) as "sample"
    from children
    where commune_id = ${communeId} and born_on <= ${day}::date and ${younger(16)}
      and (left_on is null or left_on > ${day}::date)
    group by village_id
  `.execute(db)
  return rows
}

/** The definitions in force of these indicators. The digest is of the whole definition: any change shows. */
export async function listUsedDefinitions(db: Db, codes: readonly string[]): Promise<UsedDefinition[]> {
  const { rows } = await sql<UsedDefinition>`
    select code, edition, md5(content::text) as digest from indicators_definitions
    where code = any(${[...codes]}::text[]) order by code`.execute(db)
  return rows
}

/** In Vietnamese; a code without a definition any more stands for itself. */
export async function listDefinitionNames(db: Db, codes: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select coalesce(d.name_vi, c.code) as name from unnest(${[...codes]}::text[]) as c(code)
    left join indicators_definitions d on d.code = c.code order by 1`.execute(db)
  return rows.map(({ name }) => name)
}
