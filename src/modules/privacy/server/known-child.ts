import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/db/types.ts'
import { privacyProblem } from '../shared/problems.ts'
import { findKnownChild, type KnownChild } from './queries.ts'

/** A child elsewhere and a child that does not exist look the same. */
export async function getKnownChild(db: Db, { area }: Pick<Actor, 'area'>, id: string): Promise<KnownChild> {
  const child = await findKnownChild(db, id, area)
  if (!child) throw privacyProblem('privacy.child-not-found')
  return child
}

/** Nothing new is written about a child whose data were erased. */
export async function getUnerasedChild(db: Db, actor: Pick<Actor, 'area'>, id: string): Promise<KnownChild> {
  const child = await getKnownChild(db, actor, id)
  if (child.erasedAt !== null) throw privacyProblem('privacy.already-erased')
  return child
}
