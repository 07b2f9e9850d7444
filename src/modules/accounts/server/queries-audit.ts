import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type pg from 'pg'
import { newId } from '#base/id.ts'
import type { Actor } from '#platform/actor.ts'
import { writeOnce } from '#platform/db/scope.ts'
import { everywhere, type Tx } from '#platform/db/types.ts'

export type AuditDetails = { childId?: string; before?: unknown; after?: unknown }

/**
 * One entry for each command, in the command's own transaction. `before` and `after` hold only what changed; of a
 * child (`childId`) they are erased with the child's data, so a name may stand in them and nowhere else.
 */
// oxlint-disable-next-line max-params -- called by every command: reads as a sentence, actor did action to subject
export async function audit(
  tx: Tx,
  actor: Actor,
  action: string,
  subjectId: string,
  details: AuditDetails = {},
): Promise<void> {
  await auditAll(tx, [{ actor, action, subjectId, details }])
}

export type AuditEntry = { actor: Actor; action: string; subjectId: string; details: AuditDetails }

/** The entries of commands that share a transaction, by one statement whose text does not depend on how many they are. */
export async function auditAll(tx: Tx, entries: readonly AuditEntry[]): Promise<void> {
  const of = <Value>(pick: (entry: AuditEntry) => Value) => entries.map(pick)
  const values = entries.map(({ details }) => valuesOf(details))
  await sql`
    insert into accounts_audit (id, person_id, grant_id, area_lft, area_id, address, device, action, subject_id,
      child_id, before, after, salt)
    select * from unnest(${of(() => newId())}::uuid[], ${of(({ actor }) => actor.accountId)}::uuid[],
      ${of(({ actor }) => actor.grantId)}::uuid[], ${of(({ actor }) => actor.area.lft)}::int[],
      ${of(({ actor }) => actor.area.id || null)}::uuid[], ${of(({ actor }) => actor.origin?.address ?? null)}::text[],
      ${of(({ actor }) => actor.origin?.device ?? null)}::text[], ${of(({ action }) => action)}::text[],
      ${of(({ subjectId }) => subjectId)}::text[], ${of(({ details }) => details.childId ?? null)}::uuid[],
      ${values.map(({ before }) => before)}::jsonb[], ${values.map(({ after }) => after)}::jsonb[],
      ${values.map(({ salt }) => salt)}::uuid[])`.execute(tx)
}

/** The salt keeps anybody from trying likely names against the digest of erased values. */
function valuesOf({ before, after }: AuditDetails) {
  const asJson = (value: unknown) => (value === undefined ? null : JSON.stringify(value))
  const hasValues = before !== undefined || after !== undefined
  return { before: asJson(before), after: asJson(after), salt: hasValues ? randomUUID() : null }
}

export type SeenEntry = {
  actor: Actor
  route: string
  childIds: readonly string[]
  kind: 'read' | 'export'
  /** What an export was asked for. */
  asked: string | null
}

/** All entries by one statement whose text does not depend on how many they are. */
export async function insertReads(pool: pg.Pool, entries: readonly SeenEntry[]): Promise<void> {
  await writeOnce(pool, everywhere, {
    sql: `insert into accounts_reads
          (id, person_id, grant_id, area_lft, route, child_ids, area_id, address, device, kind, asked)
        select id, person_id, grant_id, area_lft, route, child_ids::uuid[], area_id, address, device, kind, asked
        from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::int[], $5::text[], $6::text[], $7::uuid[], $8::text[],
            $9::text[], $10::text[], $11::text[])
          as r(id, person_id, grant_id, area_lft, route, child_ids, area_id, address, device, kind, asked)`,
    parameters: [
      entries.map(() => newId()),
      entries.map(({ actor }) => actor.accountId),
      entries.map(({ actor }) => actor.grantId),
      entries.map(({ actor }) => actor.area.lft),
      entries.map((entry) => entry.route),
      entries.map((entry) => `{${entry.childIds.join(',')}}`),
      entries.map(({ actor }) => actor.area.id || null),
      entries.map(({ actor }) => actor.origin?.address ?? null),
      entries.map(({ actor }) => actor.origin?.device ?? null),
      entries.map((entry) => entry.kind),
      entries.map((entry) => entry.asked),
    ],
  })
}
