import type pg from 'pg'
import { newId } from '#base/id.ts'
import type { Actor } from '#platform/actor.ts'
import { writeOnce } from '#platform/db/scope.ts'
import { everywhere, type Tx } from '#platform/db/types.ts'

export type AuditDetails = { childId?: string; before?: unknown; after?: unknown }

/** One entry for each command, in the command's own transaction. */
// oxlint-disable-next-line max-params -- called by every command: reads as a sentence, actor did action to subject
export async function audit(
  tx: Tx,
  actor: Actor,
  action: string,
  subjectId: string,
  details: AuditDetails = {},
): Promise<void> {
  await tx
    .insertInto('accounts_audit')
    .values({
      id: newId(),
      person_id: actor.accountId,
      grant_id: actor.grantId,
      area_lft: actor.area.lft,
      action,
      subject_id: subjectId,
      child_id: details.childId ?? null,
      before: details.before === undefined ? null : JSON.stringify(details.before),
      after: details.after === undefined ? null : JSON.stringify(details.after),
    })
    .execute()
}

export type SeenEntry = {
  personId: string
  grantId: string
  areaLft: number
  route: string
  childIds: string[]
}

/** All entries by one statement whose text does not depend on how many they are. */
export async function insertReads(pool: pg.Pool, entries: readonly SeenEntry[]): Promise<void> {
  await writeOnce(pool, everywhere, {
    sql: `insert into accounts_reads (id, person_id, grant_id, area_lft, route, child_ids)
        select id, person_id, grant_id, area_lft, route, child_ids::uuid[]
        from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::int[], $5::text[], $6::text[])
          as r(id, person_id, grant_id, area_lft, route, child_ids)`,
    parameters: [
      entries.map(() => newId()),
      entries.map((entry) => entry.personId),
      entries.map((entry) => entry.grantId),
      entries.map((entry) => entry.areaLft),
      entries.map((entry) => entry.route),
      entries.map((entry) => `{${entry.childIds.join(',')}}`),
    ],
  })
}

export async function listAuditOf(tx: Pick<Tx, 'selectFrom'>, limit: number) {
  return tx
    .selectFrom('accounts_audit as entry')
    .leftJoin('accounts_people as person', 'person.id', 'entry.person_id')
    .select([
      'entry.id',
      'entry.at',
      'person.full_name as personName',
      'entry.action',
      'entry.subject_id as subjectId',
    ])
    .orderBy('entry.at', 'desc')
    .limit(limit)
    .execute()
}
