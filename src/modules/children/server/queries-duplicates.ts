import { type RawBuilder, sql } from 'kysely'
import type { Day } from '#base/day.ts'
import type { Db } from '#platform/db/types.ts'
import { birthRange } from '../shared/birth.ts'
import { ChildSummary } from '../shared/contract.ts'
import { ComparedChild, comparedBirthDates } from '../shared/duplicates.ts'
import { summaryCarer, summaryColumns } from './queries-conditions.ts'

/** What is compared of a child `c` of the register. */
export const comparedColumns = sql`
  c.name_folded as name, c.born_on as "bornOn", c.born_precision as "bornPrecision", c.sex,
  (select i.value from children_identifiers i where i.child_id = c.id and i.kind = 'personal-id') as "personalId",
  (select k.name_folded from children_carers k where k.child_id = c.id and k.relation = 'mother' limit 1) as mother,
  c.village_id::text as village, c.household_code as household`

export type Candidate = { summary: ChildSummary; compared: ComparedChild }

/**
 * Children that may be the one asked about: same number; or one of the birth dates, and the same name anywhere in
 * the asker's area or any name in the same commune (a commune has about one child for each birth date).
 */
export async function listCandidates(
  db: Db,
  asked: ComparedChild & { bornDates: Day[]; communeId: string; exceptId: string | undefined },
): Promise<Candidate[]> {
  const { rows } = await sql`
    select ${summaryColumns}, ${comparedColumns}, c.full_name as "fullName" from children c ${summaryCarer}
    where c.id in (
      select i.child_id from children_identifiers i where i.kind = 'personal-id' and i.value = ${asked.personalId}
      union all
      select b.id from children b where b.born_on = any(${asked.bornDates}::date[])
        and (b.name_folded = ${asked.name} or b.commune_id = ${asked.communeId})
      union all
      ${unsureBirths(sql`${asked.communeId}::uuid, ${asked.bornOn}::date`)}
      union all
      ${unsureAsked(asked)}
    ) and c.left_on is null and c.id is distinct from ${asked.exceptId ?? null}::uuid limit 100`.execute(db)
  return rows.map((row) => ({ summary: ChildSummary.parse(row), compared: ComparedChild.parse(row) }))
}

/**
 * Children of one commune of whom only the month or the year of birth is known, if that may be the day's: `place` is
 * a commune and a day. There are few of them, in an index of their own (migration 0205).
 */
function unsureBirths(place: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`select u.id from (select ${place}) as w(commune_id, born_on) join children u
    on u.commune_id = w.commune_id and u.born_precision <> 'day'
      and u.born_on between date_trunc('year', w.born_on) and date_trunc('year', w.born_on) + interval '1 year - 1 day'`
}

/** For a child of whom only the month or the year is known: those born in it, of the same name or of the same mother. */
function unsureAsked(asked: ComparedChild & { communeId: string }): RawBuilder<unknown> {
  if (asked.bornPrecision === 'day') return sql`select null::uuid`
  const { from, to } = birthRange(asked)
  return sql`select b.id from children b where b.born_on between ${from} and ${to} and b.commune_id = ${asked.communeId}
    and (b.name_folded = ${asked.name} or exists (select from children_carers k where k.child_id = b.id
      and k.relation = 'mother' and k.name_folded = ${asked.mother}))`
}

type AskedAlike = { compared: ComparedChild; communeId: string; skip: boolean }

/**
 * The same question for several children at once, without what a person needs to look at: `index` says for which
 * of the asked children each one may be the same.
 */
export async function listAlike(
  db: Db,
  asked: readonly AskedAlike[],
): Promise<{ index: number; compared: ComparedChild }[]> {
  const wanted = asked.flatMap(({ skip, ...one }, index) => (skip ? [] : [{ ...one, index }]))
  if (wanted.length === 0) return []
  const dates = wanted.flatMap((one) =>
    comparedBirthDates(one.compared.bornOn).map((bornOn) => ({ ...one, bornOn })),
  )
  const { rows } = await sql<{ index: number }>`
    select alike.index, ${comparedColumns} from (
      select i.child_id as id, w.index from unnest(
        ${wanted.map(({ index }) => index)}::int[], ${wanted.map((one) => one.compared.personalId)}::text[])
        as w(index, personal_id)
      join children_identifiers i on i.kind = 'personal-id' and i.value = w.personal_id
      union
      select b.id, d.index from unnest(
        ${dates.map(({ index }) => index)}::int[], ${dates.map(({ bornOn }) => bornOn)}::date[],
        ${dates.map((one) => one.compared.name)}::text[], ${dates.map(({ communeId }) => communeId)}::uuid[])
        as d(index, born_on, name, commune_id)
      join children b on b.born_on = d.born_on and (b.name_folded = d.name or b.commune_id = d.commune_id)
      union
      select u.id, d.index from unnest(
        ${wanted.map(({ index }) => index)}::int[], ${wanted.map(({ communeId }) => communeId)}::uuid[],
        ${wanted.map(({ compared }) => compared.bornOn)}::date[]) as d(index, commune_id, born_on)
      cross join lateral (${unsureBirths(sql`d.commune_id, d.born_on`)}) u
      ${sql.join(
        wanted
          .filter(({ compared }) => compared.bornPrecision !== 'day')
          .map(
            ({ index, compared, communeId }) =>
              sql`union select u.id, ${index}::int from (${unsureAsked({ ...compared, communeId })}) u`,
          ),
        sql` `,
      )}
    ) alike join children c on c.id = alike.id where c.left_on is null limit ${100 * wanted.length}`.execute(
    db,
  )
  return rows.map((row) => ({ index: row.index, compared: ComparedChild.parse(row) }))
}
