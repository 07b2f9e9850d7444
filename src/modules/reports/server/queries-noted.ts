import { sql } from 'kysely'
import { fold } from '#base/text.ts'
import type { Day } from '#base/day.ts'
import type { Db } from '#platform/db/types.ts'
import { LibraryKind } from '#modules/library/shared/contract.ts'
import type { EventKind } from '#modules/tasks/shared/calendar.ts'
import type { NotedDifficulty, NotedDocument, NotedEvent, NotedMeetings } from '../shared/noted.ts'

/** A unit with its name as its own documents write it, and the days of its report. */
export type NotedQuestion = { areaId: string; name: string; from: Day; asOf: Day }

/** Documents of the unit itself: the library also holds those of others that somebody of the unit filed. */
export async function listIssued(
  db: Db,
  { areaId, name, from, asOf }: NotedQuestion,
): Promise<NotedDocument[]> {
  const { rows } = await sql<NotedDocument & { issuer: string | null }>`
    select kind, number, issued_on as "issuedOn", issuer from library_documents
    where area_id = ${areaId} and source <> 'reference' and number is not null
      and issued_on between ${from}::date and ${asOf}::date
    order by issued_on, number`.execute(db)
  return rows
    .filter(({ issuer }) => issuer === null || fold(issuer).includes(fold(name)))
    .map(({ kind, number, issuedOn }) => ({ kind: LibraryKind.parse(kind), number, issuedOn }))
}

/** Boards of the unit that met in the period. */
export async function listMeetings(db: Db, { areaId, from, asOf }: NotedQuestion): Promise<NotedMeetings[]> {
  const { rows } = await sql<NotedMeetings>`
    select b.name, b.decision, count(*) as meetings from organisations_boards b
    join organisations_meetings m on m.board_id = b.id
    where b.area_id = ${areaId} and m.held_on between ${from}::date and ${asOf}::date
    group by b.id, b.name, b.decision order by b.name`.execute(db)
  return rows
}

/** Events of these kinds in the unit's calendar that ended in the period. */
export async function listNotedEvents(
  db: Db,
  { areaId, from, asOf }: NotedQuestion,
  kinds: readonly EventKind[],
): Promise<NotedEvent[]> {
  const { rows } = await sql<NotedEvent>`
    select title, starts_on as "from", ends_on as "to" from tasks_events
    where area_id = ${areaId} and removed_at is null and kind = any(${[...kinds]}::text[])
      and ends_on between ${from}::date and ${asOf}::date order by starts_on, title`.execute(db)
  return rows
}

/** Tasks of plans that the unit finished in the period. */
export async function countTasksDone(db: Db, { areaId, from, asOf }: NotedQuestion): Promise<number> {
  const { rows } = await sql<{ done: number }>`
    select count(*) as done from tasks
    where area_id = ${areaId} and state = 'done' and done_on between ${from}::date and ${asOf}::date`.execute(
    db,
  )
  return rows[0]?.done ?? 0
}

/** Difficulties that the unit sent up in the period, days of Viet Nam; answered: no longer open. */
export async function listNotedDifficulties(
  db: Db,
  { areaId, from, asOf }: NotedQuestion,
): Promise<NotedDifficulty[]> {
  const { rows } = await sql<NotedDifficulty>`
    select title, state <> 'open' as "isAnswered" from tasks_difficulties
    where area_id = ${areaId} and state <> 'withdrawn'
      and (sent_at at time zone 'Asia/Ho_Chi_Minh')::date between ${from}::date and ${asOf}::date
    order by no`.execute(db)
  return rows
}
