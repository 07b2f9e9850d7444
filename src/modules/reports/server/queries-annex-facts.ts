import { sql } from 'kysely'
import type { Day } from '#base/day.ts'
import type { Db } from '#platform/db/types.ts'
import type { ReportedDeath } from '../shared/death-matrix.ts'
import type { ReportedCase } from '../shared/protection-cases.ts'

/** A commune and the days of a report: from the first day of its period to the day of its numbers. */
export type AnnexQuestion = { areaId: string; lft: number; rgt: number; from: Day; asOf: Day }

/** `place`: id of a village, null for what belongs to none, 'all' for the whole commune. */
type Placed<Names extends string> = { place: string | null } & Record<Names, number>

/** Children under 16 who live in the commune on the day. */
const living = ({ areaId, asOf }: AnnexQuestion) => sql`
  select c.id, c.village_id, c.born_on, c.disabled, c.special_circumstance from children c
  where c.commune_id = ${areaId} and c.born_on <= ${asOf}::date
    and c.born_on > ${asOf}::date - interval '16 years' and (c.left_on is null or c.left_on > ${asOf}::date)`

/** Check-ups by the calendar of health and development; weighing alone is none. */
const checkUps = [
  'CHK-U6',
  'CHK-PRE',
  'CHK-FREE',
  'DEV-06',
  'DEV-09',
  'DEV-12',
  'DEV-16',
  'DEV-24',
  'DEV-YEAR',
]

/** Results of a screening form that ask for a second look (screening/shared/result.ts). */
const doubts = ['suspected', 'urgent', 'moderate', 'high']

/** Children under 5 who were checked or screened in the period, those in doubt, those with a paper of referral. */
export async function countChecks(
  db: Db,
  question: AnnexQuestion,
): Promise<Placed<'checked' | 'suspected' | 'referred'>[]> {
  const { from, asOf } = question
  const inPeriod = (day: string) => sql`${sql.ref(day)} between ${from}::date and ${asOf}::date`
  const { rows } = await sql<Placed<'checked' | 'suspected' | 'referred'>>`
    with here as (${living(question)}),
    looked as (select here.village_id,
        exists (select from screening_facts s where s.child_id = here.id and ${inPeriod('s.screened_on')}
          and s.result <> 'refused') as screened,
        exists (select from services_records r where r.child_id = here.id and r.answer = 'done'
          and r.undone_at is null and r.item_code = any (${checkUps}::text[]) and ${inPeriod('r.done_on')}) as seen,
        exists (select from screening_facts s where s.child_id = here.id and ${inPeriod('s.screened_on')}
          and s.result = any (${doubts}::text[])) as doubtful,
        exists (select from screening_referrals r where r.child_id = here.id and r.withdrawn_at is null
          and ${inPeriod('r.proposed_on')}) as referred
      from here where born_on > ${asOf}::date - interval '5 years')
    select village_id as place, count(*) filter (where seen or screened) as checked,
      count(*) filter (where doubtful) as suspected, count(*) filter (where referred) as referred
    from looked group by village_id`.execute(db)
  return rows
}

export type GroupCount = { group: number; number: number; helped: number }

/**
 * Children by the groups of Luật Trẻ em 2016 Art. 10.1, as recorded and in force on the day; group 0 is every child in
 * any of them. A group that nobody ever recorded in the commune is left out: that it is empty is not known.
 */
export async function countCircumstances(
  db: Db,
  question: AnnexQuestion,
  help: readonly string[],
): Promise<GroupCount[]> {
  const { areaId, from, asOf } = question
  const { rows } = await sql<GroupCount>`
    with here as (${living(question)}),
    held as (
      select here.id, k.group_no from here join children_circumstances k on k.child_id = here.id
      where k.undone_at is null and k.from_day <= ${asOf}::date and (k.to_day is null or k.to_day >= ${asOf}::date)
      union select id, 4 from here where disabled
      union select id, 0 from here where disabled or special_circumstance
      union select here.id, 0 from here join children_circumstances k on k.child_id = here.id
      where k.undone_at is null and k.from_day <= ${asOf}::date and (k.to_day is null or k.to_day >= ${asOf}::date)),
    known as (
      select distinct k.group_no from children c join children_circumstances k on k.child_id = c.id
      where c.commune_id = ${areaId} and k.undone_at is null
      union select distinct group_no from held
      union select g from unnest(array[0, 4]) g where exists (select from here))
    select known.group_no as "group", count(held.id) as number,
      count(held.id) filter (where exists (select from services_records r where r.child_id = held.id
        and r.answer = 'done' and r.undone_at is null and r.item_code = any (${[...help]}::text[])
        and r.done_on between ${from}::date and ${asOf}::date)) as helped
    from known left join held using (group_no) group by known.group_no order by 1`.execute(db)
  return rows
}

/** Papers of referral written in the period after a screening, by what became of them. */
export async function countReferrals(
  db: Db,
  { areaId, from, asOf }: AnnexQuestion,
): Promise<Placed<'made' | 'answered' | 'completed'>[]> {
  const { rows } = await sql<Placed<'made' | 'answered' | 'completed'>>`
    select case when grouping(c.village_id) = 1 then 'all' else c.village_id::text end as place,
      count(*) as made, count(*) filter (where r.state <> 'proposed') as answered,
      count(*) filter (where r.state = 'done') as completed
    from screening_referrals r join children c on c.id = r.child_id
    where c.commune_id = ${areaId} and r.withdrawn_at is null and r.proposed_on between ${from}::date and ${asOf}::date
    group by grouping sets ((c.village_id), ()) having count(*) > 0`.execute(db)
  return rows
}

/**
 * Visits at home (PAR-HOME of the service package) in the period, one for each child and day, and households whose carer
 * took part in a parenting group (PAR-GROUP); a child without a household stands for its own. Asked child by child
 * (the lateral part is an aggregate, so it stays one): a join would read the records of the whole installation.
 */
export async function countParenting(
  db: Db,
  { areaId, from, asOf }: AnnexQuestion,
): Promise<Placed<'home' | 'enrolled'>[]> {
  const { rows } = await sql<Placed<'home' | 'enrolled'>>`
    select case when grouping(c.village_id) = 1 then 'all' else c.village_id::text end as place,
      sum(s.home)::int as home,
      count(distinct coalesce(c.household_id, c.id)) filter (where s.grouped) as enrolled
    from children c cross join lateral (
      select count(*) filter (where r.item_code = 'PAR-HOME') as home, bool_or(r.item_code = 'PAR-GROUP') as grouped
      from services_records r where r.child_id = c.id and r.item_code in ('PAR-HOME', 'PAR-GROUP')
        and r.answer = 'done' and r.undone_at is null and r.done_on between ${from}::date and ${asOf}::date) s
    where c.commune_id = ${areaId}
    group by grouping sets ((c.village_id), ()) having bool_or(s.grouped is not null)`.execute(db)
  return rows
}

export type StaffCount = {
  place: string
  kind: 'officials' | 'health' | 'teachers' | 'collaborators'
  people: number
}

/** People with a post on the day by the audience they belong to (R16); who has two posts of a kind counts once. */
export async function countStaff(db: Db, question: AnnexQuestion): Promise<StaffCount[]> {
  const { areaId, lft, rgt, asOf } = question
  const { rows } = await sql<StaffCount>`
    select case when grouping(area_id) = 1 then 'all' else area_id::text end as place, kind,
      count(distinct staff_id) as people
    from (select p.staff_id, p.area_id, case p.audience when 'health' then 'health' when 'teacher' then 'teachers'
          when 'collaborator' then 'collaborators' else 'officials' end as kind
        from organisations_posts p where p.area_lft between ${lft} and ${rgt}
          and p.valid_from <= ${asOf}::date and (p.valid_to is null or p.valid_to >= ${asOf}::date)) posts
    group by grouping sets ((kind, area_id), (kind))
    having grouping(area_id) = 1 or area_id <> ${areaId}`.execute(db)
  return rows
}

/** Events of the commune's calendar that ended in the period, by what they are. */
export async function countEvents(
  db: Db,
  { areaId, from, asOf }: AnnexQuestion,
): Promise<{ kind: 'training' | 'campaign'; events: number }[]> {
  const { rows } = await sql<{ kind: 'training' | 'campaign'; events: number }>`
    select case kind when 'training' then 'training' else 'campaign' end as kind, count(*) as events
    from tasks_events where area_id = ${areaId} and removed_at is null
      and kind in ('training', 'campaign', 'festival') and ends_on between ${from}::date and ${asOf}::date
    group by 1`.execute(db)
  return rows
}

/** Reports on the self-inspection of child work (plan 004 II.5) that the commune sent in the period; days of Viet Nam. */
export async function countSelfInspections(db: Db, { areaId, from, asOf }: AnnexQuestion): Promise<number> {
  const { rows } = await sql<{ sent: number }>`
    select count(*) as sent from duties_sent
    where area_id = ${areaId} and code = 'self-check' and state <> 'returned'
      and (first_sent_at at time zone 'Asia/Ho_Chi_Minh')::date between ${from}::date and ${asOf}::date`.execute(
    db,
  )
  return rows[0]?.sent ?? 0
}

/** Cases learned of in the period, told by urgent reports that were not withdrawn; days of Viet Nam. */
export async function listCases(db: Db, { areaId, from, asOf }: AnnexQuestion): Promise<ReportedCase[]> {
  const { rows } = await sql<ReportedCase>`
    select kind, in_danger as "inDanger", harmed_by as "harmedBy", learned_at as "learnedAt",
      measure_at as "measureAt", source
    from duties_urgent
    where area_id = ${areaId} and kind <> 'injury-death' and withdrawn_at is null
      and (learned_at at time zone 'Asia/Ho_Chi_Minh')::date between ${from}::date and ${asOf}::date`.execute(
    db,
  )
  return rows
}

/** Deaths of the period told by urgent reports that were not withdrawn. */
export async function listDeaths(db: Db, { areaId, from, asOf }: AnnexQuestion): Promise<ReportedDeath[]> {
  const { rows } = await sql<ReportedDeath>`
    select cause, sex, age_years as age, place_kind as place from duties_urgent
    where area_id = ${areaId} and kind = 'injury-death' and withdrawn_at is null
      and died_on between ${from}::date and ${asOf}::date`.execute(db)
  return rows
}
