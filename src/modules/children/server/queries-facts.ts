import { sql } from 'kysely'
import { z } from 'zod'
import { Day } from '#base/day.ts'
import type { Db, Tx } from '#platform/db/types.ts'
import { Education, Poverty } from '../shared/contract.ts'
import { Fact, FactKind } from '../shared/contract-facts.ts'
import type { PresentValues } from '../shared/facts.ts'
import { followChildren } from './queries-households.ts'
import type { ChildMove } from './queries-moving.ts'

/** Dated facts of one child, the latest first; with those taken back, which are its history. */
export async function listFacts(db: Db, childId: string): Promise<Fact[]> {
  const { rows } = await sql`
    select f.id, f.kind, f.value, f.from_day as "fromDay", f.to_day as "toDay", f.ending, f.number,
      f.commune_id as "communeId", f.village_id as "villageId", f.facility_id as "facilityId", f.detail, f.source,
      household.id as "householdId", f.household_code as "householdCode",
      f.undone_at as "undoneAt", commune.name as "communeName", village.name as "villageName",
      place.name as "facilityName"
    from children_facts f left join areas commune on commune.id = f.commune_id
    left join areas village on village.id = f.village_id left join facilities place on place.id = f.facility_id
    left join children_households household on household.id = f.household_id
    where f.child_id = ${childId} order by f.from_day desc, f.recorded_at desc, f.id`.execute(db)
  return rows.map((row) => Fact.parse(row))
}

export type FactToKeep = Omit<
  Fact,
  'communeName' | 'villageName' | 'facilityName' | 'undoneAt' | 'implied'
> & {
  replaces: string | null
}

/** The child's place is taken from the child. */
export async function insertFacts(
  tx: Tx,
  { childId, recordedBy }: { childId: string; recordedBy: string | null },
  facts: readonly FactToKeep[],
): Promise<void> {
  for (const fact of facts)
    await sql`
      insert into children_facts (child_id, area_lft, id, kind, value, from_day, to_day, ending, number, commune_id,
        village_id, facility_id, household_id, household_code, detail, source, recorded_by, replaces)
      select id, area_lft, ${fact.id}, ${fact.kind}, ${fact.value}, ${fact.fromDay}, ${fact.toDay}::date,
        ${fact.ending}, ${fact.number ?? null}, ${fact.communeId}::uuid, ${fact.villageId}::uuid,
        ${fact.facilityId}::uuid, ${fact.householdId}::uuid, ${fact.householdCode}, ${fact.detail}, ${fact.source}, ${recordedBy}::uuid, ${fact.replaces}::uuid
      from children where id = ${childId}`.execute(tx)
}

export type FactEnd = { id: string; toDay: Day | null; ending: string | null }

/** `toDay` is the last day on which the fact holds. */
export async function endFacts(tx: Tx, childId: string, ends: readonly FactEnd[]): Promise<void> {
  for (const { id, toDay, ending } of ends)
    await tx
      .updateTable('children_facts')
      .set({ to_day: toDay, ending })
      .where('child_id', '=', childId)
      .where('id', '=', id)
      .execute()
}

/** A mistake stays stored and is out of every sight; undone again, it keeps the first moment. */
export async function undoFact(
  tx: Tx,
  { childId, id }: { childId: string; id: string },
  undone: { by: string; at: Date },
): Promise<void> {
  await tx
    .updateTable('children_facts')
    .set({ undone_at: undone.at.toISOString(), undone_by: undone.by })
    .where('child_id', '=', childId)
    .where('id', '=', id)
    .where('undone_at', 'is', null)
    .execute()
}

/** The place of the child as its rows carry it. */
export async function findAreaLft(db: Db, childId: string): Promise<number> {
  const row = await db.selectFrom('children').select('area_lft').where('id', '=', childId).executeTakeFirst()
  return row?.area_lft ?? 0
}

/** The household in which the child stands now. */
export async function findHouseholdOf(db: Db, childId: string) {
  const row = await db
    .selectFrom('children')
    .select(['household_id as householdId', 'household_code as householdCode'])
    .where('id', '=', childId)
    .executeTakeFirst()
  return row ?? { householdId: null, householdCode: null }
}

/** The facility by its name, if the asker's area holds it. */
export async function findFacilityName(db: Db, id: string): Promise<string | undefined> {
  const row = await db.selectFrom('facilities').select('name').where('id', '=', id).executeTakeFirst()
  return row?.name
}

/** Corrects the place of a residence that is running: the edit form, or places that were reorganised. */
export async function placeRunningResidence(
  tx: Tx,
  childId: string,
  { communeId, villageId, day }: { communeId: string; villageId: string | null; day: Day },
): Promise<void> {
  await sql`
    update children_facts f set commune_id = ${communeId}, village_id = ${villageId}
    where f.child_id = ${childId} and f.kind = 'residence' and f.undone_at is null
      and f.from_day <= ${day} and (f.to_day is null or f.to_day >= ${day})
      and f.id = (select r.id from children_facts r where r.child_id = f.child_id and r.kind = 'residence'
        and r.undone_at is null and r.from_day <= ${day} and (r.to_day is null or r.to_day >= ${day})
        order by r.value = 'temporary' desc limit 1)`.execute(tx)
}

/** The residences that are running on the day the child left end with it. */
export async function endResidences(
  tx: Tx,
  childId: string,
  { day, ending }: { day: Day; ending: 'moved-out' | 'died' },
): Promise<void> {
  await sql`
    update children_facts set ended_by_leaving = true, to_day_before_leaving = to_day, to_day = ${day},
      ending = ${ending}
    where child_id = ${childId} and kind = 'residence' and undone_at is null and from_day <= ${day}
      and (to_day is null or to_day > ${day})`.execute(tx)
}

/** The child is back: what ended with its leaving runs on as it did before. */
export async function resumeResidences(tx: Tx, childId: string): Promise<void> {
  await sql`
    update children_facts set to_day = to_day_before_leaving, ending = null, ended_by_leaving = false,
      to_day_before_leaving = null
    where child_id = ${childId} and ended_by_leaving`.execute(tx)
}

const Standing = z.object({
  id: z.string(),
  entered: z.object({
    householdId: z.string().nullable(),
    poverty: Poverty.nullable(),
    education: Education.nullable(),
    disabled: z.boolean(),
    specialCircumstance: z.boolean(),
  }),
  facts: z.array(
    z.object({
      id: z.string(),
      kind: FactKind,
      value: z.string(),
      fromDay: Day,
      toDay: Day.nullable(),
      undoneAt: z.string().nullable(),
      householdId: z.string().nullable(),
    }),
  ),
  circumstances: z.array(
    z.object({ groupNo: z.int(), fromDay: Day, toDay: Day.nullable(), undoneAt: z.string().nullable() }),
  ),
})
export type Standing = z.infer<typeof Standing>

/** Columns of the register with the dated facts behind them. */
export async function listStandings(db: Db, childIds: readonly string[]): Promise<Standing[]> {
  const { rows } = await sql`
    select c.id, json_build_object('householdId', c.household_id, 'poverty', c.poverty, 'education', c.education, 'disabled', c.disabled,
        'specialCircumstance', c.special_circumstance) as entered,
      coalesce((select json_agg(json_build_object('id', f.id, 'kind', f.kind, 'value', f.value, 'fromDay', f.from_day,
        'toDay', f.to_day, 'undoneAt', f.undone_at, 'householdId', f.household_id)) from children_facts f where f.child_id = c.id), '[]') as facts,
      coalesce((select json_agg(json_build_object('groupNo', g.group_no, 'fromDay', g.from_day, 'toDay', g.to_day,
        'undoneAt', g.undone_at)) from children_circumstances g where g.child_id = c.id), '[]') as circumstances
    from children c where c.id = any (${[...childIds]}::uuid[])`.execute(db)
  return rows.map((row) => Standing.parse(row))
}

/** The columns that lists and other modules read; kept equal to the facts of today by `keep-present.ts`. */
export async function updatePresent(tx: Tx, childId: string, present: PresentValues): Promise<void> {
  await tx
    .updateTable('children')
    .set((set) => ({
      household_id: present.householdId,
      household_code: set
        .selectFrom('children_households as h')
        .select('h.code')
        .where('h.id', '=', present.householdId),
      poverty: present.poverty,
      education: present.education,
      disabled: present.disabled,
      special_circumstance: present.specialCircumstance,
      version: set('version', '+', 1),
    }))
    .where('id', '=', childId)
    .execute()
}

/** Children whom the register still calls disabled, in special circumstances or of a household though that ended. */
export async function listEndedBetween(
  db: Db,
  { after, until, limit }: { after: Day; until: Day; limit: number },
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select f.child_id as id from children_facts f join children c on c.id = f.child_id
      where f.to_day >= ${after} and f.to_day < ${until} and f.undone_at is null and f.value = 'disabled' and c.disabled
        and not exists (select from children_facts o where o.child_id = f.child_id and o.value = 'disabled'
          and o.undone_at is null and (o.to_day is null or o.to_day >= ${until}))
        and not exists (select from children_circumstances o where o.child_id = f.child_id and o.group_no = 4
          and o.undone_at is null and (o.to_day is null or o.to_day >= ${until}))
    union
    select g.child_id from children_circumstances g join children c on c.id = g.child_id
      where g.to_day >= ${after} and g.to_day < ${until} and g.undone_at is null and c.special_circumstance
        and not exists (select from children_circumstances o where o.child_id = g.child_id
          and o.undone_at is null and (o.to_day is null or o.to_day >= ${until}))
    union
    select f.child_id from children_facts f join children c on c.id = f.child_id and c.household_id = f.household_id
      where f.to_day >= ${after} and f.to_day < ${until} and f.undone_at is null
        and not exists (select from children_facts o where o.child_id = f.child_id and o.household_id = c.household_id
          and o.undone_at is null and (o.to_day is null or o.to_day >= ${until}))
    limit ${limit}`.execute(db)
  return rows.map(({ id }) => id)
}

/** One child to another place: its rows follow by their keys, the words of its name by their commune. */
export async function moveChild(
  tx: Tx,
  { childId, communeId, villageId, areaLft }: ChildMove,
): Promise<void> {
  await sql`update children set commune_id = ${communeId}, village_id = ${villageId}, area_lft = ${areaLft},
    version = version + 1 where id = ${childId}`.execute(tx)
  await sql`update children_name_tokens set commune_id = ${communeId} where child_id = ${childId}`.execute(tx)
  await followChildren(tx, [childId])
}
