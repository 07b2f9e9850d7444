import type { Db, Range, Tx } from '#platform/db/types.ts'
import { Role, type RoleEdition } from '../shared/roles.ts'

/** All by one statement. A role that a newer edition no longer names stays for those who hold it, as retired. */
export async function upsertStandardRoles(tx: Tx, { edition, roles }: RoleEdition): Promise<void> {
  await tx
    .insertInto('accounts_roles')
    .values(
      roles.map((role) => ({
        key: role.key,
        names: JSON.stringify(role.name),
        purposes: JSON.stringify(role.purpose),
        capabilities: role.capabilities,
        may_grant: role.mayGrant,
        kinds: role.kinds,
        rank: role.rank,
        retired: role.retired,
        edition,
      })),
    )
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet((set) => ({
        names: set.ref('excluded.names'),
        purposes: set.ref('excluded.purposes'),
        capabilities: set.ref('excluded.capabilities'),
        may_grant: set.ref('excluded.may_grant'),
        kinds: set.ref('excluded.kinds'),
        rank: set.ref('excluded.rank'),
        retired: set.ref('excluded.retired'),
        edition: set.ref('excluded.edition'),
      })),
    )
    .execute()
  const keys = roles.map(({ key }) => key)
  await tx
    .updateTable('accounts_roles')
    .set({ retired: true })
    .where('edition', 'is not', null)
    .where('key', 'not in', keys)
    .execute()
}

export type RoleRow = {
  role: Role
  own: { areaId: string; areaName: string; lft: number; rgt: number } | null
  holders: number
}

/**
 * The standard roles, and those made for the asker's place, for a place above it or below it. Counts the people who
 * hold each on grants that have not ended (row-level security limits them to the asker's place).
 */
export async function listRoles(db: Db, { lft, rgt }: Range): Promise<RoleRow[]> {
  const rows = await db
    .selectFrom('accounts_roles as role')
    .leftJoin('areas as area', 'area.id', 'role.area_id')
    .selectAll('role')
    .select(['area.name as areaName', 'area.lft', 'area.rgt'])
    .select((select) =>
      select
        .selectFrom('accounts_grants as grant')
        .select(({ fn }) => fn.count<number>('grant.person_id').distinct().as('count'))
        .whereRef('grant.role', '=', 'role.key')
        .where('grant.ended_at', 'is', null)
        .as('holders'),
    )
    .where((where) =>
      where.or([
        where('role.area_id', 'is', null),
        where.and([where('area.lft', '<=', lft), where('area.rgt', '>=', rgt)]),
        where.and([where('area.lft', '>=', lft), where('area.lft', '<=', rgt)]),
      ]),
    )
    .orderBy('role.rank')
    .orderBy('role.key')
    .execute()
  return rows.map((row) => ({ role: toRole(row), own: placeOf(row), holders: Number(row.holders) }))
}

type StoredRole = {
  key: string
  names: unknown
  purposes: unknown
  capabilities: string[]
  may_grant: string[]
  kinds: string[]
  rank: number
  retired: boolean
}

function toRole({ names, purposes, may_grant: mayGrant, ...row }: StoredRole): Role {
  return Role.parse({ ...row, name: names, purpose: purposes, mayGrant })
}

type StoredPlace = {
  area_id: string | null
  areaName: string | null
  lft: number | null
  rgt: number | null
}

function placeOf({ area_id: areaId, areaName, lft, rgt }: StoredPlace): RoleRow['own'] {
  return areaId === null ? null : { areaId, areaName: areaName ?? '', lft: lft ?? 0, rgt: rgt ?? 0 }
}

export type OwnRole = {
  key: string
  name: string
  purpose: string
  capabilities: readonly string[]
  kinds: readonly string[]
  areaId: string
  madeBy: string
}

/** After all standard roles in lists. */
const rankOfOwn = 80

/** Both languages get the one name that was typed. A role of one's own may give no other role. */
export async function insertOwnRole(tx: Tx, role: OwnRole): Promise<void> {
  await tx
    .insertInto('accounts_roles')
    .values({
      key: role.key,
      names: JSON.stringify({ vi: role.name, en: role.name }),
      purposes: JSON.stringify({ vi: role.purpose, en: role.purpose }),
      capabilities: [...role.capabilities],
      may_grant: [],
      kinds: [...role.kinds],
      rank: rankOfOwn,
      edition: null,
      area_id: role.areaId,
      made_by: role.madeBy,
    })
    .execute()
}

export async function setRetired(tx: Tx, key: string, retired: boolean): Promise<void> {
  await tx.updateTable('accounts_roles').set({ retired }).where('key', '=', key).execute()
}
