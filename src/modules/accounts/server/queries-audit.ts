import { randomUUID } from 'node:crypto'
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
  await tx
    .insertInto('accounts_audit')
    .values({
      id: newId(),
      ...whoAndWhere(actor),
      action,
      subject_id: subjectId,
      child_id: details.childId ?? null,
      ...valuesOf(details),
    })
    .execute()
}

function whoAndWhere({ accountId, grantId, area, origin }: Actor) {
  return {
    person_id: accountId,
    grant_id: grantId,
    area_lft: area.lft,
    area_id: area.id || null,
    address: origin?.address ?? null,
    device: origin?.device ?? null,
  }
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
