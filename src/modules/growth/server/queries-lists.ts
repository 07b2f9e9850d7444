import { sql } from 'kysely'
import { z } from 'zod'
import type { Day } from '#base/day.ts'
import type { Db } from '#platform/db/types.ts'
import { inListedPlace, type ListedPlace } from '#modules/areas/server/public.ts'
import { attendsClass } from '#modules/children/server/public.ts'
import type { AskedClass } from '#modules/children/shared/contract-classes.ts'
import { GrowthClass } from '../shared/classes.ts'
import type { AttentionChild, GrowthState, SheetRow } from '../shared/contract.ts'
import { Sex } from '../shared/standard.ts'
import { Trend } from '../shared/trends.ts'

const firstCarer = sql`lateral (select full_name, phone from children_carers k where k.child_id = c.id
  order by case relation when 'mother' then 0 when 'father' then 1 else 2 end, id limit 1)`

type SheetAsked = {
  place: ListedPlace
  education: string | undefined
  ofClass: AskedClass
  day: Day
  bornFrom: Day
  limit: number
}

type SheetSql = Omit<SheetRow, 'before' | 'ofDay' | 'sex'> & {
  sex: string
  beforeOn: string | null
  beforeWeight: number | null
  beforeLenhei: number | null
}

export type SheetLine = Omit<SheetRow, 'ofDay'>

/** The children of a place who are young enough, by name, with their last measurement before the day. */
export async function listSheet(db: Db, asked: SheetAsked): Promise<SheetLine[]> {
  const { place, education = null, ofClass, day, bornFrom, limit } = asked
  const { rows } = await sql<SheetSql>`
    select c.id as "childId", c.full_name as "fullName", c.born_on as "bornOn", c.sex, v.name as "villageName",
      k.full_name as "carerName", b.measured_on as "beforeOn", b.weight_kg as "beforeWeight",
      b.lenhei_cm as "beforeLenhei"
    from children c
    left join areas v on v.id = c.village_id
    left join ${firstCarer} k on true
    left join lateral (select measured_on, weight_kg, lenhei_cm from growth_measurements m where m.child_id = c.id
      and m.undone_at is null and m.measured_on < ${day}::date order by m.measured_on desc limit 1) b on true
    where ${inListedPlace(place, 'c')} and c.born_on between ${bornFrom}::date and ${day}::date
      and (c.left_on is null or c.left_on > ${day}::date) and (${education}::text is null or c.education = ${education})
      and ${attendsClass(sql`c.id`, ofClass, day)}
    order by c.name_sort, c.id limit ${limit}`.execute(db)
  return rows.map(({ sex, beforeOn, beforeWeight: weightKg, beforeLenhei: lenheiCm, ...row }) => {
    const before = beforeOn === null ? null : { measuredOn: beforeOn, weightKg, lenheiCm }
    return { ...row, sex: Sex.parse(sex), before }
  })
}

type StateSql = { measuredOn: string; classes: string[]; trends: string[]; severity: number; nextOn: string }

function toState({ measuredOn, classes, trends, severity, nextOn }: StateSql): GrowthState {
  return {
    measuredOn,
    severity,
    nextOn,
    classes: z.array(GrowthClass).parse(classes),
    trends: z.array(Trend).parse(trends),
  }
}

/** Null for a child that was never measured. */
export async function findState(db: Db, childId: string): Promise<GrowthState | null> {
  const row = await db
    .selectFrom('growth_states')
    .select(['measured_on as measuredOn', 'classes', 'trends', 'severity', 'next_on as nextOn'])
    .where('child_id', '=', childId)
    .executeTakeFirst()
  return row ? toState(row) : null
}

export async function findChildName(db: Db, childId: string): Promise<string | undefined> {
  const row = await db.selectFrom('children').select('full_name').where('id', '=', childId).executeTakeFirst()
  return row?.full_name
}

type AttentionAsked = {
  place: ListedPlace
  severity: number
  after: { severity: number; day: Day; childId: string } | null
  limit: number
}

type AttentionSql = StateSql & Omit<AttentionChild, 'state' | 'sex'> & { sex: string }

/** The worst first, then whose next weighing comes earliest. */
export async function listAttention(db: Db, asked: AttentionAsked): Promise<AttentionChild[]> {
  const { place, severity, limit } = asked
  const after = asked.after ?? {
    severity: 9,
    day: '0001-01-01',
    childId: '00000000-0000-0000-0000-000000000000',
  }
  const { rows } = await sql<AttentionSql>`
    select c.id as "childId", c.full_name as "fullName", c.born_on as "bornOn", c.sex, v.name as "villageName",
      k.full_name as "carerName", k.phone as "carerPhone", s.measured_on as "measuredOn", s.classes, s.trends,
      s.severity, s.next_on as "nextOn"
    from growth_states s
    join children c on c.id = s.child_id
    left join areas v on v.id = c.village_id
    left join ${firstCarer} k on true
    where ${inListedPlace(place, 'c')} and s.severity >= ${severity} and c.left_on is null
      and (9 - s.severity, s.next_on, s.child_id) > (9 - ${after.severity}::int, ${after.day}::date, ${after.childId}::uuid)
    order by 9 - s.severity, s.next_on, s.child_id limit ${limit}`.execute(db)
  return rows.map(({ sex, measuredOn, classes, trends, severity: worst, nextOn, ...row }) => {
    const state = toState({ measuredOn, classes, trends, severity: worst, nextOn })
    return { ...row, sex: Sex.parse(sex), state }
  })
}

/** `severe`: of severity 3, the worst. Children who left are not counted. */
export async function countAttention(db: Db, place: ListedPlace): Promise<{ all: number; severe: number }> {
  const { rows } = await sql<{ all: number; severe: number }>`
    select count(*)::int as all, count(*) filter (where s.severity = 3)::int as severe
    from growth_states s join children c on c.id = s.child_id
    where ${inListedPlace(place, 'c')} and s.severity > 0 and c.left_on is null`.execute(db)
  return rows[0] ?? { all: 0, severe: 0 }
}
