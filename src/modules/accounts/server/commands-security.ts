import type { Reading, Writing } from '#platform/http/route.ts'
import { httpProblem } from '#platform/http/problems.ts'
import { browserName } from '../shared/browser-name.ts'
import type { ChangePassword, HeldBack, OpenSession, Security } from '../shared/contract-security.ts'
import { accountsProblem } from '../shared/problems.ts'
import { asksForSecondFactor } from '../shared/session-rules.ts'
import type { AccountsDoors } from './doors.ts'
import { refuseWeakPassword } from './password-rule.ts'
import { getManagedPerson } from './grants.ts'
import { audit } from './queries-audit.ts'
import { endSessions } from './queries-credentials.ts'
import * as factors from './queries-factors.ts'
import { endOtherSessions, endSession, listSessions } from './queries-sessions.ts'
import { findPasswordHash, findSignInState, setPasswordHash } from './queries-sign-in.ts'
import { listGrantsOn } from './queries.ts'

type Doors = Pick<AccountsDoors, 'hash' | 'verify' | 'throttle'>

/** What the page on one's own sign-in shows. `isRequired` follows from the grants of today. */
export async function readSecurity({ db, actor, clock }: Reading): Promise<Security> {
  const [state, passkeys, sessions, grants] = await Promise.all([
    findSignInState(db, actor.accountId),
    factors.listPasskeys(db, actor.accountId),
    listSessions(db, actor.accountId),
    listGrantsOn(db, actor.accountId, clock.today()),
  ])
  if (!state) throw httpProblem('http.not-signed-in')
  const { username, email, hasPassword, hasTimeCodes, secondFactorDue } = state
  const isRequired = asksForSecondFactor(grants.flatMap(({ capabilities }) => capabilities))
  return {
    username,
    email,
    hasPassword,
    secondFactor: {
      isOn: hasTimeCodes,
      isRequired,
      dueAt: secondFactorDue,
      heldBack: heldBackOf(actor.heldBack?.code),
    },
    passkeys,
    sessions: sessions.map((session) => toOpenSession(session, actor.sessionId)),
  }
}

function heldBackOf(code: string | undefined): HeldBack | null {
  if (!code) return null
  return code === 'accounts.passkey-needed' ? 'show-passkey' : 'set-up'
}

function toOpenSession(
  { id, address, agent, method, openedAt, seenAt }: Awaited<ReturnType<typeof listSessions>>[number],
  ownId: string | undefined,
): OpenSession {
  return {
    id,
    isThis: id === ownId,
    ...browserName(agent ?? ''),
    address: address ?? '',
    method: method === 'passkey' || method === 'oidc' ? method : 'password',
    openedAt,
    seenAt,
  }
}

/** Changes the password and ends every other session: whoever knew the old one is out. */
export async function changePassword(
  { tx, actor }: Writing,
  { current, password }: ChangePassword,
  doors: Doors,
): Promise<{ ended: number }> {
  await provePassword({ tx, actor }, current, doors)
  const state = await findSignInState(tx, actor.accountId)
  await refuseWeakPassword(password, {
    username: state?.username ?? '',
    fullName: actor.name,
    email: state?.email ?? null,
  })
  await setPasswordHash(tx, actor.accountId, await doors.hash(password))
  const ended = await endOtherSessions(tx, actor.accountId, actor.sessionId)
  await audit(tx, actor, 'accounts.password-changed', actor.accountId)
  return { ended }
}

/** The password once more, before something that whoever finds an open page must not do. Tries are slowed. */
async function provePassword(
  { tx, actor }: Pick<Writing, 'tx' | 'actor'>,
  password: string,
  { verify, throttle }: Doors,
): Promise<void> {
  const keys = throttle.guessKeys('own password', actor.sessionId ?? '')
  const seconds = await throttle.secondsToWait(keys)
  if (seconds > 0) throw accountsProblem('accounts.sign-in-too-many', { seconds })
  const hash = await findPasswordHash(tx, actor.accountId)
  if (hash && (await verify(password, hash))) return throttle.succeeded(keys)
  await throttle.failed(keys)
  throw accountsProblem('accounts.password-wrong')
}

/** One of one's own sessions; one of somebody else is not found. */
export async function endOwnSession({ tx, actor }: Writing, sessionId: string): Promise<{ id: string }> {
  if (!(await endSession(tx, actor.accountId, sessionId))) throw accountsProblem('accounts.session-not-found')
  await audit(tx, actor, 'accounts.session-ended', actor.accountId)
  return { id: sessionId }
}

/** All sessions of the person but the one that asks; `ended` of them. */
export async function endOwnOtherSessions({ tx, actor }: Writing): Promise<{ ended: number }> {
  const ended = await endOtherSessions(tx, actor.accountId, actor.sessionId)
  await audit(tx, actor, 'accounts.other-sessions-ended', actor.accountId)
  return { ended }
}

/** Turns time codes off, unless the person's roles ask for them and no passkey stands in. */
export async function turnOffTimeCodes(
  context: Writing,
  password: string,
  doors: Doors,
): Promise<{ id: string }> {
  const { tx, actor } = context
  await provePassword(context, password, doors)
  await refuseLastFactor(context, { passkeysLeft: (await factors.listPasskeys(tx, actor.accountId)).length })
  await factors.removeTimeCodes(tx, actor.accountId)
  await audit(tx, actor, 'accounts.second-factor-off', actor.accountId)
  return { id: actor.accountId }
}

/** The password once more; refused for the last factor of somebody who must have a second one. */
export async function removePasskey(
  context: Writing,
  { passkeyId, password }: { passkeyId: string; password: string },
  doors: Doors,
): Promise<{ id: string }> {
  const { tx, actor } = context
  await provePassword(context, password, doors)
  const state = await findSignInState(tx, actor.accountId)
  if (!(await factors.deletePasskey(tx, actor.accountId, passkeyId)))
    throw accountsProblem('accounts.passkey-not-found')
  const left = await factors.listPasskeys(tx, actor.accountId)
  if (!state?.hasTimeCodes) await refuseLastFactor(context, { passkeysLeft: left.length })
  await audit(tx, actor, 'accounts.passkey-removed', actor.accountId)
  return { id: passkeyId }
}

async function refuseLastFactor(
  { tx, actor, clock }: Writing,
  { passkeysLeft }: { passkeysLeft: number },
): Promise<void> {
  const grants = await listGrantsOn(tx, actor.accountId, clock.today())
  const isRequired = asksForSecondFactor(grants.flatMap(({ capabilities }) => capabilities))
  if (isRequired && passkeysLeft === 0) throw accountsProblem('accounts.second-factor-kept')
}

/**
 * For somebody who lost the phone: both factors and every session end; where the roles ask for a second factor, it is
 * set up anew at the next sign-in. By an administrator of every place the person works at, never for oneself.
 */
export async function resetSecondFactor(context: Writing, personId: string): Promise<{ id: string }> {
  const { tx, actor } = context
  await getManagedPerson(context, personId)
  await factors.removeTimeCodes(tx, personId)
  await factors.removePasskeys(tx, personId)
  await factors.askForSecondFactorNow(tx, personId)
  await endSessions(tx, personId)
  await audit(tx, actor, 'accounts.second-factor-reset', personId)
  return { id: personId }
}
