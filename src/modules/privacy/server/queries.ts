import { sql } from 'kysely'
import type { Day } from '#base/day.ts'
import type { Db, Range, Tx } from '#platform/db/types.ts'
import {
  type Consent,
  type DataRequest,
  type DecideRequest,
  type GiveConsent,
  PrivacySettings,
  type ReceiveRequest,
  type WithdrawConsent,
} from '../shared/contract.ts'
import type { Terms } from '../shared/rules.ts'

/** What this module needs of a child; no name, so that who decides on data need not see it. */
export type KnownChild = {
  id: string
  areaLft: number
  communeId: string
  bornOn: Day
  leftOn: Day | null
  erasedAt: string | null
}

/** Also one whose data were erased or who left: consents and requests stay readable. */
export async function findKnownChild(
  db: Db,
  id: string,
  { lft, rgt }: Range,
): Promise<KnownChild | undefined> {
  return db
    .selectFrom('children')
    .select([
      'id',
      'area_lft as areaLft',
      'commune_id as communeId',
      'born_on as bornOn',
      'left_on as leftOn',
      'erased_at as erasedAt',
    ])
    .where('id', '=', id)
    .where('area_lft', '>=', lft)
    .where('area_lft', '<=', rgt)
    .executeTakeFirst()
}

const consentColumns = sql`id, purpose, decision, wording, wording_edition as "wordingEdition", given_by as "givenBy",
  capacity, given_on as "givenOn", child_age_years as "childAgeYears", child_voice as "childVoice", proof,
  proof_note as "proofNote", withdrawn_on as "withdrawnOn", withdrawn_by as "withdrawnBy"`

/** The latest first, withdrawn ones too. */
export async function listConsents(db: Db, childId: string): Promise<Consent[]> {
  const { rows } = await sql<Consent>`
    select ${consentColumns} from privacy_consents where child_id = ${childId}
    order by given_on desc, id desc`.execute(db)
  return rows
}

export type NewConsent = GiveConsent & {
  childId: string
  areaLft: number
  wording: string
  childAgeYears: number | null
  recordedBy: string
}

export async function insertConsent(tx: Tx, consent: NewConsent): Promise<void> {
  await tx
    .insertInto('privacy_consents')
    .values({
      child_id: consent.childId,
      id: consent.id,
      area_lft: consent.areaLft,
      purpose: consent.purpose,
      decision: consent.decision,
      wording: consent.wording,
      wording_edition: consent.wordingEdition,
      given_by: consent.givenBy,
      capacity: consent.capacity,
      given_on: consent.givenOn,
      child_age_years: consent.childAgeYears,
      child_voice: consent.childVoice,
      proof: consent.proof,
      proof_note: consent.proofNote,
      recorded_by: consent.recordedBy,
    })
    .execute()
}

export async function updateWithdrawal(
  tx: Tx,
  { childId, consentId }: { childId: string; consentId: string },
  withdrawal: WithdrawConsent & { by: string; at: Date },
): Promise<void> {
  await tx
    .updateTable('privacy_consents')
    .set({
      withdrawn_on: withdrawal.withdrawnOn,
      withdrawn_by: withdrawal.withdrawnBy,
      withdrawal_recorded_by: withdrawal.by,
      withdrawal_recorded_at: withdrawal.at.toISOString(),
    })
    .where('child_id', '=', childId)
    .where('id', '=', consentId)
    .execute()
}

const requestColumns = sql`r.id, r.child_id as "childId", r.kind, r.received_on as "receivedOn",
  r.received_how as "receivedHow", r.requester, r.capacity, r.identity_proof as "identityProof", r.words,
  r.with_processor as "withProcessor", r.day_kind as "dayKind", r.answer_due_on as "answerDueOn", r.due_on as "dueOn",
  r.answered_on as "answeredOn", r.extended_on as "extendedOn", r.extension_reason as "extensionReason",
  r.decided_on as "decidedOn", r.decision, r.ground, r.ground_note as "groundNote", c.full_name as "childName",
  a.full_name as "placeName"`

const requestTables = sql`privacy_requests r join children c on c.id = r.child_id join areas a on a.id = c.commune_id`

/** The latest first. */
export async function listRequestsOf(db: Db, childId: string): Promise<DataRequest[]> {
  const { rows } = await sql<DataRequest>`
    select ${requestColumns} from ${requestTables} where r.child_id = ${childId}
    order by r.received_on desc, r.id desc`.execute(db)
  return rows
}

/** Open ones by their term, then those decided last; at most 300. */
export async function listRequests(db: Db, { open }: { open: boolean }): Promise<DataRequest[]> {
  const which = open ? sql`r.decided_on is null` : sql`r.decided_on is not null`
  const order = open ? sql`r.due_on, r.id` : sql`r.decided_on desc, r.id desc`
  const { rows } = await sql<DataRequest>`
    select ${requestColumns} from ${requestTables} where ${which} order by ${order} limit 300`.execute(db)
  return rows
}

export type NewRequest = ReceiveRequest &
  Terms & {
    childId: string
    areaLft: number
    dayKind: 'calendar' | 'working'
    recordedBy: string
  }

export async function insertRequest(tx: Tx, request: NewRequest): Promise<void> {
  await tx
    .insertInto('privacy_requests')
    .values({
      child_id: request.childId,
      id: request.id,
      area_lft: request.areaLft,
      kind: request.kind,
      received_on: request.receivedOn,
      received_how: request.receivedHow,
      requester: request.requester,
      capacity: request.capacity,
      identity_proof: request.identityProof,
      words: request.words,
      with_processor: request.withProcessor,
      day_kind: request.dayKind,
      answer_due_on: request.answerDueOn,
      due_on: request.dueOn,
      recorded_by: request.recordedBy,
    })
    .execute()
}

type RequestChange =
  | { answeredOn: Day }
  | { extendedOn: Day; reason: string; dueOn: Day }
  | (DecideRequest & { answeredOn: Day; decidedBy: string })

export async function updateRequest(
  tx: Tx,
  { childId, requestId }: { childId: string; requestId: string },
  change: RequestChange,
): Promise<void> {
  await tx
    .updateTable('privacy_requests')
    .set(columnsOf(change))
    .where('child_id', '=', childId)
    .where('id', '=', requestId)
    .execute()
}

function columnsOf(change: RequestChange) {
  if ('reason' in change)
    return { extended_on: change.extendedOn, extension_reason: change.reason, due_on: change.dueOn }
  if (!('decision' in change)) return { answered_on: change.answeredOn }
  return {
    answered_on: change.answeredOn,
    decided_on: change.decidedOn,
    decision: change.decision,
    ground: change.ground,
    ground_note: change.groundNote,
    decided_by: change.decidedBy,
  }
}

/** Undefined until somebody chose: the installation has one row of them. */
export async function findSettings(db: Db): Promise<PrivacySettings | undefined> {
  const row = await db
    .selectFrom('privacy_settings')
    .select([
      'day_kind as dayKind',
      'contact_name as contactName',
      'contact_phone as contactPhone',
      'contact_email as contactEmail',
      'contact_address as contactAddress',
    ])
    .executeTakeFirst()
  return row && PrivacySettings.parse(row)
}

export async function upsertSettings(tx: Tx, settings: PrivacySettings, by: string, at: Date): Promise<void> {
  const values = {
    day_kind: settings.dayKind,
    contact_name: settings.contactName,
    contact_phone: settings.contactPhone,
    contact_email: settings.contactEmail,
    contact_address: settings.contactAddress,
    changed_by: by,
    changed_at: at.toISOString(),
  }
  await tx
    .insertInto('privacy_settings')
    .values({ one: true, ...values })
    .onConflict((conflict) => conflict.column('one').doUpdateSet(values))
    .execute()
}
