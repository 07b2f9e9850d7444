import { sql } from 'kysely'
import type { Day } from '#base/day.ts'
import type { Db, Tx } from '#platform/db/types.ts'
import type { ReferralLine } from '../shared/contract.ts'
import { ReferralState } from '../shared/referral.ts'
import { ReferralKind } from '../shared/tool.ts'

export type ReferralsAsked = {
  villageId: string | undefined
  lft: number
  rgt: number
  /** Only those whose answer was due before this day. */
  before: Day | null
  state: ReferralState | 'open'
}

const statesOf = (state: ReferralsAsked['state']): readonly string[] =>
  state === 'open' ? ['proposed', 'taken-up'] : [state]

type LineRow = Omit<ReferralLine, 'referredTo' | 'state'> & { referredTo: string; state: string }

/** Referrals of a place, urgent ones first; at most 300, late ones before. */
export async function listReferrals(db: Db, asked: ReferralsAsked): Promise<ReferralLine[]> {
  const { villageId = null, lft, rgt, before } = asked
  const { rows } = await sql<LineRow>`
    select f.id, f.child_id as "childId", f.screening_id as "screeningId", f.referred_to as "referredTo", f.urgent,
      f.proposed_on as "proposedOn", f.answer_by as "answerBy", f.state, f.state_on as "stateOn",
      f.state_note as "stateNote", c.full_name as "fullName", c.born_on as "bornOn",
      v.name as "villageName", k.phone as "carerPhone", r.tool
    from screening_referrals f
    join screening_records r on r.child_id = f.child_id and r.id = f.screening_id
    join children c on c.id = f.child_id
    left join areas v on v.id = c.village_id
    left join lateral (select phone from children_carers k where k.child_id = c.id and phone is not null
      order by case relation when 'mother' then 0 when 'father' then 1 else 2 end, id limit 1) k on true
    where f.withdrawn_at is null and f.area_lft between ${lft} and ${rgt} and c.left_on is null
      and f.state = any(${[...statesOf(asked.state)]}::text[])
      and (${villageId}::uuid is null or c.village_id = ${villageId})
      and (${before}::date is null or f.answer_by < ${before}::date)
    order by f.urgent desc, f.answer_by, f.id limit 300`.execute(db)
  return rows.map((row) => ({
    ...row,
    referredTo: ReferralKind.parse(row.referredTo),
    state: ReferralState.parse(row.state),
  }))
}

export type KnownReferral = {
  id: string
  proposedOn: Day
  state: ReferralState
  stateOn: Day | null
  stateNote: string | null
}

/** Held until the transaction ends: two people do not take the same step at once. */
export async function lockReferral(tx: Tx, childId: string, id: string): Promise<KnownReferral | undefined> {
  const row = await tx
    .selectFrom('screening_referrals')
    .select(['id', 'proposed_on as proposedOn', 'state', 'state_on as stateOn', 'state_note as stateNote'])
    .where('child_id', '=', childId)
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .forNoKeyUpdate()
    .executeTakeFirst()
  return row && { ...row, state: ReferralState.parse(row.state) }
}

/** Which step may follow which is decided before (`nextStates`). */
export async function updateReferral(
  tx: Tx,
  which: { childId: string; id: string },
  { state, stateOn, stateNote }: Pick<KnownReferral, 'state' | 'stateOn' | 'stateNote'>,
): Promise<void> {
  await tx
    .updateTable('screening_referrals')
    .set({ state, state_on: stateOn, state_note: stateNote })
    .where('child_id', '=', which.childId)
    .where('id', '=', which.id)
    .execute()
}
