import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/db/types.ts'
import type { TouchedKind, TouchedLines } from '../shared/contract.ts'
import { reorganisationProblem } from '../shared/problems.ts'
import { getStoredCase } from './commands.ts'
import { listTouchedLines } from './queries-touched-lines.ts'

const pageSize = 50

type Asked = { caseId: string; kind: TouchedKind; areaId?: string | undefined; offset: number }

/** What stands behind a count: of one old unit of the previewed case, or of all of them. */
export async function touchedLines(
  { actor, db }: { actor: Actor; db: Db },
  { caseId, kind, areaId, offset }: Asked,
): Promise<TouchedLines> {
  const { preview } = await getStoredCase(db, actor, caseId)
  const old = (preview?.old ?? []).map(({ id }) => id)
  if (areaId !== undefined && !old.includes(areaId)) throw reorganisationProblem('reorganisation.not-found')
  const areaIds = areaId === undefined ? old : [areaId]
  const lines = await listTouchedLines(db, kind, { areaIds, offset, limit: pageSize })
  return { lines, next: lines.length < pageSize ? null : offset + pageSize }
}
