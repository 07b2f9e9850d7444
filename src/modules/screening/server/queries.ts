import { z } from 'zod'
import type { Day } from '#base/day.ts'
import type { Db, Tx } from '#platform/db/types.ts'
import { Informant, type RecordScreening, type StoredScreening, Way } from '../shared/contract.ts'
import { ReferralState } from '../shared/referral.ts'
import { type Outcome, ScreeningResult } from '../shared/result.ts'
import { Answer, ReferralKind, Tool } from '../shared/tool.ts'

/** At every start: the file is the source, the table what SQL can read of it. */
export async function upsertTool(tx: Tx, tool: Tool): Promise<void> {
  const { tool: name, version, inForceFrom, retiredOn } = tool
  const values = { in_force_from: inForceFrom, retired_on: retiredOn, content: JSON.stringify(tool) }
  await tx
    .insertInto('screening_tools')
    .values({ tool: name, version, ...values })
    .onConflict((conflict) => conflict.columns(['tool', 'version']).doUpdateSet(values))
    .execute()
}

/** Every version, retired ones too: an old record is shown with the questions that were asked. */
export async function listTools(db: Db): Promise<Tool[]> {
  const rows = await db
    .selectFrom('screening_tools')
    .select(['content', 'retired_on'])
    .orderBy('tool')
    .orderBy('in_force_from')
    .execute()
  return rows.map(({ content, retired_on }) => ({ ...Tool.parse(content), retiredOn: retired_on }))
}

/** One version of a tool, retired ones too: old records are read by the version they were made with. */
export async function findTool(db: Db, tool: string, version: string): Promise<Tool | undefined> {
  const row = await db
    .selectFrom('screening_tools')
    .select(['content', 'retired_on'])
    .where('tool', '=', tool)
    .where('version', '=', version)
    .executeTakeFirst()
  return row && { ...Tool.parse(row.content), retiredOn: row.retired_on }
}

export type ScreenedChild = { id: string; fullName: string; bornOn: Day; areaLft: number }

const childColumns = ['id', 'full_name as fullName', 'born_on as bornOn', 'area_lft as areaLft'] as const

export async function findChild(db: Db, id: string): Promise<ScreenedChild | undefined> {
  return db.selectFrom('children').select(childColumns).where('id', '=', id).executeTakeFirst()
}

/** Held until the transaction ends, so that a form is not stored twice. */
export async function lockChild(tx: Tx, id: string): Promise<ScreenedChild | undefined> {
  return tx
    .selectFrom('children')
    .select(childColumns)
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst()
}

function stored(db: Db) {
  return db
    .selectFrom('screening_records as r')
    .leftJoin('accounts_people as p', 'p.id', 'r.recorded_by')
    .leftJoin('screening_referrals as f', (join) =>
      join
        .onRef('f.child_id', '=', 'r.child_id')
        .onRef('f.screening_id', '=', 'r.id')
        .on('f.withdrawn_at', 'is', null),
    )
    .select([
      'r.id',
      'r.child_id as childId',
      'r.tool',
      'r.version',
      'r.screened_on as screenedOn',
      'r.age_months as ageMonths',
      'r.weeks_early as weeksEarly',
      'r.way',
      'r.informant',
      'r.answers',
      'r.score',
      'r.result',
      'r.next_on as nextOn',
      'r.refusal_reason as refusalReason',
      'p.full_name as recordedByName',
      'r.recorded_at as recordedAt',
      'r.undone_at as undoneAt',
      'f.id as referralId',
      'f.referred_to as referredTo',
      'f.urgent',
      'f.proposed_on as proposedOn',
      'f.answer_by as answerBy',
      'f.state',
      'f.state_on as stateOn',
      'f.state_note as stateNote',
    ])
}

type StoredRow = Awaited<ReturnType<ReturnType<typeof stored>['execute']>>[number]

function toStored(row: StoredRow): StoredScreening {
  const { referralId, referredTo, urgent, proposedOn, answerBy, state, stateOn, stateNote, ...rest } = row
  const { childId } = rest
  const referral =
    referralId === null || proposedOn === null || answerBy === null
      ? null
      : {
          ...{ id: referralId, childId, screeningId: rest.id, proposedOn, answerBy },
          referredTo: ReferralKind.parse(referredTo),
          urgent: urgent === true,
          ...{ state: ReferralState.parse(state), stateOn, stateNote },
        }
  return {
    ...rest,
    way: Way.parse(rest.way),
    informant: Informant.parse(rest.informant),
    answers: z.record(z.string(), Answer).parse(rest.answers),
    result: ScreeningResult.parse(rest.result),
    referral,
  }
}

/** All screenings of a child, undone ones too, newest first. */
export async function listScreenings(db: Db, childId: string): Promise<StoredScreening[]> {
  const rows = await stored(db)
    .where('r.child_id', '=', childId)
    .orderBy('r.screened_on', 'desc')
    .orderBy('r.id', 'desc')
    .limit(300)
    .execute()
  return rows.map(toStored)
}

export async function findScreening(
  db: Db,
  childId: string,
  id: string,
): Promise<StoredScreening | undefined> {
  const row = await stored(db).where('r.child_id', '=', childId).where('r.id', '=', id).executeTakeFirst()
  return row && toStored(row)
}

export type NewScreening = {
  input: RecordScreening
  areaLft: number
  ageMonths: number
  outcome: Omit<Outcome, 'refers'>
  nextOn: Day | null
  recordedBy: string
}

/** With the result as the person saw it. */
export async function insertScreening(tx: Tx, one: NewScreening): Promise<void> {
  const { input, outcome } = one
  await tx
    .insertInto('screening_records')
    .values({
      child_id: input.childId,
      id: input.id,
      area_lft: one.areaLft,
      tool: input.tool,
      version: input.version,
      screened_on: input.screenedOn,
      age_months: one.ageMonths,
      weeks_early: input.weeksEarly,
      way: input.way,
      informant: input.informant,
      answers: JSON.stringify(input.answers),
      score: outcome.score,
      result: outcome.result,
      next_on: one.nextOn,
      refusal_reason: input.refusalReason,
      recorded_by: one.recordedBy,
    })
    .execute()
}

export type NewReferral = {
  id: string
  childId: string
  areaLft: number
  screeningId: string
  referredTo: ReferralKind
  urgent: boolean
  proposedOn: Day
  answerBy: Day
}

export async function insertReferral(tx: Tx, one: NewReferral): Promise<void> {
  await tx
    .insertInto('screening_referrals')
    .values({
      child_id: one.childId,
      id: one.id,
      area_lft: one.areaLft,
      screening_id: one.screeningId,
      referred_to: one.referredTo,
      urgent: one.urgent,
      proposed_on: one.proposedOn,
      answer_by: one.answerBy,
    })
    .execute()
}

/** Takes a form back, and the referral it had proposed. */
export async function undoScreening(
  tx: Tx,
  which: { childId: string; id: string },
  undone: { by: string; at: string },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('screening_records')
    .set({ undone_by: undone.by, undone_at: undone.at })
    .where('child_id', '=', which.childId)
    .where('id', '=', which.id)
    .where('undone_at', 'is', null)
    .executeTakeFirstOrThrow()
  await tx
    .updateTable('screening_referrals')
    .set({ withdrawn_at: undone.at })
    .where('child_id', '=', which.childId)
    .where('screening_id', '=', which.id)
    .where('withdrawn_at', 'is', null)
    .execute()
  return numUpdatedRows > 0n
}
