import type pg from 'pg'
import { writeScope } from '#platform/db/scope.ts'
import { everywhere, type Tx } from '#platform/db/types.ts'
import { originOf } from '#platform/http/mount.ts'
import { audit } from './queries-audit.ts'
import { findSignInPlace } from './queries-sign-in.ts'
import { systemActor } from './system-actor.ts'

type Tried = {
  action: 'accounts.signed-in' | 'accounts.sign-in-failed'
  /** Undefined where nobody is called what was typed; that itself is never kept. */
  personId: string | undefined
}

/**
 * One entry for each sign-in, done or refused, in the place of the person's first grant, or else of the installation:
 * nobody acts under a grant yet.
 */
export async function recordSignIn(tx: Tx, headers: Headers, { action, personId }: Tried): Promise<void> {
  const origin = originOf({
    ip: headers.get('x-forwarded-for') ?? '',
    headers: { 'user-agent': headers.get('user-agent') ?? '' },
  })
  const place = await findSignInPlace(tx, personId)
  if (!place) return
  const { grantId, ...area } = place
  const nobody = systemActor(area)
  const accountId = personId ?? nobody.accountId
  await audit(tx, { ...nobody, accountId, grantId: grantId ?? nobody.grantId, origin }, action, accountId)
}

/** The same in a transaction of its own. */
export function auditSignIn(pool: pg.Pool, headers: Headers, tried: Tried): Promise<void> {
  return writeScope(pool, everywhere, (tx) => recordSignIn(tx, headers, tried))
}
