import type { Reading, Writing } from '#platform/http/route.ts'
import { isWithin } from '#modules/areas/shared/rules.ts'
import type { MakeRole, RoleMade, RoleShown } from '../shared/contract-roles.ts'
import { accountsProblem } from '../shared/problems.ts'
import { roleFaults } from '../shared/role-rules.ts'
import { audit } from './queries-audit.ts'
import { insertOwnRole, listRoles, type RoleRow, setRetired } from './queries-roles.ts'

/** The roles that the asker may see, with those that the asker may give marked. */
export async function shownRoles({ db, actor }: Reading): Promise<RoleShown[]> {
  const rows = await listRoles(db, actor.area)
  const given = givenBy(rows, actor.role)
  const givesOwn = actor.capabilities.has('accounts.manage')
  return rows.map(({ role, own, holders }) => ({
    ...role,
    own: own && { areaId: own.areaId, areaName: own.areaName },
    mayGive: !role.retired && (own ? givesOwn : given.includes(role.key)),
    holders,
  }))
}

function givenBy(rows: readonly RoleRow[], key: string): readonly string[] {
  return rows.find(({ role }) => role.key === key)?.role.mayGrant ?? []
}

/** Makes a role for the maker's place from rights that the roles contain which the maker may give. */
export async function makeRole({ tx, actor }: Writing, input: MakeRole): Promise<RoleMade> {
  const key = `own-${input.id}`
  const name = { vi: input.name, en: input.name }
  const rows = await listRoles(tx, actor.area)
  if (rows.some(({ role }) => role.key === key)) return { key, name }
  const given = givenBy(rows, actor.role)
  const givable = rows.filter(({ role }) => given.includes(role.key)).flatMap(({ role }) => role.capabilities)
  const capabilities = [...new Set(input.capabilities)]
  if (roleFaults(capabilities, new Set(givable)).length > 0) throw accountsProblem('accounts.role-cannot-be')
  await insertOwnRole(tx, { ...input, key, capabilities, areaId: actor.area.id, madeBy: actor.accountId })
  await audit(tx, actor, 'accounts.role-made', key, { after: { name: input.name, capabilities } })
  return { key, name }
}

/** A retired role goes on for those who hold it and is given to nobody any more. Standard roles stay as they are. */
export async function retireRole(
  { tx, actor }: Writing,
  { roleKey: key, retired }: { roleKey: string; retired: boolean },
): Promise<{ key: string }> {
  const found = (await listRoles(tx, actor.area)).find(({ role }) => role.key === key)
  if (!found?.own || !isWithin(found.own, actor.area)) throw accountsProblem('accounts.role-not-found')
  if (found.role.retired === retired) return { key }
  await setRetired(tx, key, retired)
  await audit(tx, actor, retired ? 'accounts.role-retired' : 'accounts.role-renewed', key)
  return { key }
}
