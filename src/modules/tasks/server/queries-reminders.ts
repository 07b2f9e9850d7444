import { sql } from 'kysely'
import { z } from 'zod'
import { Day } from '#base/day.ts'
import { newId } from '#base/id.ts'
import type { Db, Range, Tx } from '#platform/db/types.ts'
import { LetterState, type MailChoice, type MailState, SentLetter } from '../shared/reminders.ts'

/** How a person wants to be written to; without a choice: yes, to the address of the account. */
export async function mailStateOf(db: Db, personId: string): Promise<MailState> {
  const row = await db
    .selectFrom('accounts_people as person')
    .leftJoin('tasks_mail_choices as choice', 'choice.person_id', 'person.id')
    .select(['choice.wants_mail as wantsMail', 'choice.address', 'person.email as accountAddress'])
    .where('person.id', '=', personId)
    .executeTakeFirst()
  return {
    wantsMail: row?.wantsMail ?? true,
    address: row?.address ?? null,
    accountAddress: row?.accountAddress ?? null,
  }
}

export async function keepMailChoice(
  tx: Tx,
  personId: string,
  { wantsMail, address }: MailChoice,
): Promise<void> {
  await tx
    .insertInto('tasks_mail_choices')
    .values({ person_id: personId, wants_mail: wantsMail, address })
    .onConflict((conflict) =>
      conflict.column('person_id').doUpdateSet({ wants_mail: wantsMail, address, changed_at: sql`now()` }),
    )
    .execute()
}

/** False when the letters of the day were made before. */
export async function beginRun(tx: Tx, day: Day): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('tasks_digest_runs')
    .values({ day })
    .onConflict((conflict) => conflict.column('day').doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** One letter for everybody who has an address, wants mail and has a grant on the day; returns the new ones. */
export async function insertDigests(tx: Tx, day: Day): Promise<string[]> {
  const { rows: wanting } = await sql<{ personId: string; areaId: string; areaLft: number }>`
    select distinct on (p.id) p.id as "personId", a.id as "areaId", a.lft as "areaLft"
    from accounts_people p
      join accounts_grants g on g.person_id = p.id and g.ended_at is null and g.valid_from <= ${day}
        and (g.valid_to is null or g.valid_to >= ${day})
      join areas a on a.id = g.area_id
      left join tasks_mail_choices c on c.person_id = p.id
    where p.disabled_at is null and coalesce(c.wants_mail, true) and coalesce(c.address, p.email) is not null
    order by p.id, a.lft`.execute(tx)
  if (wanting.length === 0) return []
  const made = await tx
    .insertInto('tasks_digests')
    .values(
      wanting.map(({ personId, areaId, areaLft }) => ({
        ...{ id: newId(), person_id: personId, area_id: areaId, area_lft: areaLft, day },
      })),
    )
    .onConflict((conflict) => conflict.columns(['person_id', 'day']).doNothing())
    .returning('id')
    .execute()
  return made.map(({ id }) => id)
}

const DigestRow = z.object({
  id: z.string(),
  day: Day,
  state: LetterState,
  attempts: z.int(),
  personId: z.string(),
  person: z.string(),
  address: z.string().nullable(),
})

/** With the address as it counts now; null when the person wants no mail any more. */
export async function findDigest(db: Db, id: string): Promise<z.infer<typeof DigestRow> | undefined> {
  const { rows } = await sql`
    select d.id, d.day::text as day, d.state, d.attempts, p.id as "personId", p.full_name as person,
      case when coalesce(c.wants_mail, true) then coalesce(c.address, p.email) end as address
    from tasks_digests d join accounts_people p on p.id = d.person_id
      left join tasks_mail_choices c on c.person_id = p.id
    where d.id = ${id}`.execute(db)
  return z.array(DigestRow).parse(rows)[0]
}

type Tried = { state: LetterState; failure: string | null; itemCount: number | null }

export async function noteAttempt(tx: Tx, id: string, { state, failure, itemCount }: Tried): Promise<void> {
  await tx
    .updateTable('tasks_digests')
    .set({ state, failure, item_count: itemCount, attempts: sql`attempts + 1`, tried_at: sql`now()` })
    .where('id', '=', id)
    .execute()
}

const GrantRow = z.object({
  areaId: z.string(),
  areaName: z.string(),
  kind: z.string(),
  lft: z.int(),
  rgt: z.int(),
  capabilities: z.array(z.string()),
})
export type PersonGrant = z.infer<typeof GrantRow>

/** The places somebody works for on a day, each once, with everything the roles there may do. */
export async function listPlacesOf(db: Db, personId: string, day: Day): Promise<PersonGrant[]> {
  const { rows } = await sql`
    select a.id as "areaId", a.full_name as "areaName", a.kind, a.lft, a.rgt,
      array(select distinct unnest(r.capabilities) from accounts_grants og join accounts_roles r on r.key = og.role
        where og.person_id = ${personId} and og.area_id = a.id and og.ended_at is null and og.valid_from <= ${day}
          and (og.valid_to is null or og.valid_to >= ${day})) as capabilities
    from areas a where a.id in (select g.area_id from accounts_grants g where g.person_id = ${personId}
      and g.ended_at is null and g.valid_from <= ${day} and (g.valid_to is null or g.valid_to >= ${day}))
    order by a.lft`.execute(db)
  return z.array(GrantRow).parse(rows)
}

/** The letters of the last two weeks within the range, those that failed first. */
export async function listLetters(db: Db, range: Range, since: Day): Promise<SentLetter[]> {
  const rows = await db
    .selectFrom('tasks_digests as d')
    .innerJoin('accounts_people as p', 'p.id', 'd.person_id')
    .select(['d.id', 'd.day', 'p.full_name as person', 'd.state', 'd.attempts', 'd.failure'])
    .select(['d.item_count as itemCount', 'd.tried_at as triedAt'])
    .where('d.area_lft', '>=', range.lft)
    .where('d.area_lft', '<=', range.rgt)
    .where('d.day', '>=', since)
    .orderBy(sql`d.state in ('failed', 'given-up')`, 'desc')
    .orderBy('d.day', 'desc')
    .limit(300)
    .execute()
  return rows.map((row) => SentLetter.parse(row))
}

const Waiting = z.object({ id: z.string(), title: z.string(), areaName: z.string(), sentOn: Day })

/** Difficulties that wait for an answer of this place, since when. */
export async function listUnanswered(db: Db, areaId: string): Promise<z.infer<typeof Waiting>[]> {
  const { rows } = await sql`
    select d.id, d.title, a.name as "areaName", (d.sent_at at time zone 'Asia/Ho_Chi_Minh')::date::text as "sentOn"
    from tasks_difficulties d join areas a on a.id = d.area_id
    where d.to_area_id = ${areaId} and d.state = 'open' order by d.sent_at limit 500`.execute(db)
  return z.array(Waiting).parse(rows)
}
