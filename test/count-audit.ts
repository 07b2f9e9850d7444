import type { TestDatabase } from './database.ts'

/** How often an action stands in the audit. */
export async function countAudit({ owner }: TestDatabase, action: string): Promise<number> {
  const { rows } = await owner.query<{ count: number }>(
    'select count(*)::int as count from accounts_audit where action = $1',
    [action],
  )
  return rows[0]?.count ?? 0
}
