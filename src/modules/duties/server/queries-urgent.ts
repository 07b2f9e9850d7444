import { sql } from 'kysely'
import { z } from 'zod'
import type { Db, Range, Tx } from '#platform/db/types.ts'
import type { SendUrgent, UrgentReport } from '../shared/urgent.ts'
import { UrgentReport as Whole } from '../shared/urgent.ts'
import { stateOf } from '../shared/urgent-rules.ts'

/** As stored; who may receive it depends on the viewer. */
export type StoredUrgent = Omit<UrgentReport, 'mayReceive'> & { sentBy: string }

const Stored = Whole.omit({ mayReceive: true }).extend({ sentBy: z.string() })

const columns = sql`u.id, u.no, u.kind, u.area_id as "areaId", a.full_name as "areaName", u.sex,
  u.age_years as "ageYears", u.happened_at as "happenedAt", u.learned_at as "learnedAt", u.place_kind as "placeKind",
  u.place, u.cause, u.activity, u.supervised, u.died_on as "diedOn", u.harmed_by as "harmedBy",
  u.in_danger as "inDanger", u.what, u.measures, u.source, u.told, u.sent_by as "sentBy", u.sent_at as "sentAt",
  s.full_name as "sentByName", u.measure_at as "measureAt", u.measure, u.received_at as "receivedAt",
  r.full_name as "receivedByName", u.acknowledged_at as "acknowledgedAt", k.full_name as "acknowledgedByName",
  u.answer, u.withdrawn_at as "withdrawnAt", u.withdrawn_reason as "withdrawnReason"`

const joined = sql`from duties_urgent u join areas a on a.id = u.area_id
  left join accounts_people s on s.id = u.sent_by
  left join accounts_people r on r.id = u.received_by
  left join accounts_people k on k.id = u.acknowledged_by`

const Moments = z.object({
  receivedAt: z.string().nullable(),
  acknowledgedAt: z.string().nullable(),
  withdrawnAt: z.string().nullable(),
})

function toStored(row: unknown): StoredUrgent {
  return Stored.parse({ ...Object(row), state: stateOf(Moments.parse(row)) })
}

/** Those that wait first, then the newest. */
export async function listUrgent(db: Db, { lft, rgt }: Range): Promise<StoredUrgent[]> {
  const { rows } = await sql`
    select ${columns} ${joined} where u.area_lft between ${lft} and ${rgt}
    order by u.received_at is not null or u.withdrawn_at is not null, u.sent_at desc, u.no desc limit 200`.execute(
    db,
  )
  return rows.map(toStored)
}

/** What one person sent, newest first. */
export async function listUrgentOf(db: Db, personId: string): Promise<StoredUrgent[]> {
  const { rows } = await sql`
    select ${columns} ${joined} where u.sent_by = ${personId} order by u.sent_at desc, u.no desc limit 50`.execute(
    db,
  )
  return rows.map(toStored)
}

/** Undefined also for one outside of the range: elsewhere and not there look the same. */
export async function findUrgent(db: Db, { lft, rgt }: Range, id: string): Promise<StoredUrgent | undefined> {
  const { rows } = await sql`
    select ${columns} ${joined} where u.id = ${id} and u.area_lft between ${lft} and ${rgt}`.execute(db)
  return rows[0] === undefined ? undefined : toStored(rows[0])
}

/** Held until the transaction ends: of two who receive it at once, the first one's name stays. */
export async function lockUrgent(tx: Tx, id: string): Promise<void> {
  await tx.selectFrom('duties_urgent').select('id').where('id', '=', id).forUpdate().execute()
}

export type Waiting = Pick<StoredUrgent, 'kind' | 'inDanger' | 'harmedBy' | 'learnedAt' | 'measureAt'>

/** Only what the clock needs, of reports that nobody above has received. */
export async function listWaiting(db: Db, { lft, rgt }: Range): Promise<Waiting[]> {
  const { rows } = await sql`
    select kind, in_danger as "inDanger", harmed_by as "harmedBy", learned_at as "learnedAt", measure_at as "measureAt"
    from duties_urgent where area_lft between ${lft} and ${rgt} and received_at is null and withdrawn_at is null`.execute(
    db,
  )
  const Line = Whole.pick({ kind: true, inDanger: true, harmedBy: true, learnedAt: true, measureAt: true })
  return z.array(Line).parse(rows)
}

export type NewUrgent = SendUrgent & { area: { id: string; lft: number }; by: string; at: string }

export async function insertUrgent(tx: Tx, report: NewUrgent): Promise<void> {
  await tx
    .insertInto('duties_urgent')
    .values({
      id: report.id,
      area_id: report.area.id,
      area_lft: report.area.lft,
      kind: report.kind,
      sex: report.sex,
      age_years: report.ageYears,
      happened_at: report.happenedAt,
      learned_at: report.learnedAt,
      place_kind: report.placeKind,
      place: report.place,
      cause: report.cause,
      activity: report.activity,
      supervised: report.supervised,
      died_on: report.diedOn,
      harmed_by: report.harmedBy,
      in_danger: report.inDanger,
      what: report.what,
      measures: report.measures,
      source: report.source,
      told: JSON.stringify(report.told),
      sent_by: report.by,
      sent_at: report.at,
    })
    .execute()
}

type UrgentChange =
  | { received_at: string; received_by: string }
  | { acknowledged_at: string; acknowledged_by: string; answer: string }
  | { measure_at: string; measure: string }
  | { withdrawn_at: string; withdrawn_by: string; withdrawn_reason: string }

/** One step of its way: received, answered, measure taken or withdrawn. The caller holds the row (`lockUrgent`). */
export async function updateUrgent(tx: Tx, id: string, change: UrgentChange): Promise<void> {
  await tx.updateTable('duties_urgent').set(change).where('id', '=', id).execute()
}
