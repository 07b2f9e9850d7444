import { createHash, timingSafeEqual } from 'node:crypto'
import type { z } from 'zod'
import { newId } from '#base/id.ts'
import type { Writing } from '#platform/http/route.ts'
import { getArea } from '#modules/areas/server/public.ts'
import type { Invitation, InvitePerson, SetUp } from '../shared/contract.ts'
import { accountsProblem } from '../shared/problems.ts'
import { allowedGrant, getManagedPerson } from './grants.ts'
import { hashInvitationCode, newInvitationCode } from './invitation-code.ts'
import { refuseWeakPassword } from './password-rule.ts'
import { audit } from './queries-audit.ts'
import { endSessions, insertSignIn, replacePassword } from './queries-credentials.ts'
import { askForSecondFactorNow } from './queries-factors.ts'
import { insertGrant } from './queries-grants.ts'
import { findSignInName, setEmail } from './queries-sign-in.ts'
import * as store from './queries.ts'

export type PasswordHasher = (password: string) => Promise<string>

const invitationDays = 7

type Invited = z.output<typeof InvitePerson>

/**
 * The first opening: takes the unit and makes the first administrator, who is also the unit's first officer (two
 * grants, one acting at a time). Only the first caller wins; sent again by the loser it is refused.
 */
export async function setUp(
  { tx, clock, actor }: Writing,
  input: SetUp,
  { hash, code }: { hash: PasswordHasher; code: string | undefined },
): Promise<{ id: string }> {
  if (code !== undefined && !sameText(code, input.code ?? ''))
    throw accountsProblem('accounts.setup-code-needed')
  const area = await getArea(tx, input.areaId)
  if (area.kind !== 'province' && area.kind !== 'commune') throw accountsProblem('accounts.unit-cannot-host')
  if (!(await store.claimInstallation(tx, area.id))) throw accountsProblem('accounts.already-set-up')
  await refuseWeakPassword(input.password, input)
  const id = newId()
  await insertSignIn(tx, { ...input, id, passwordHash: await hash(input.password) })
  await store.insertPerson(tx, { ...input, id })
  for (const role of [area.kind === 'province' ? 'provincial-officer' : 'commune-officer', 'administrator'])
    await insertGrant(tx, {
      id: newId(),
      personId: id,
      role,
      area,
      validFrom: clock.today(),
      validTo: null,
      grantedBy: null,
    })
  await audit(tx, { ...actor, accountId: id, area }, 'accounts.set-up', id)
  return { id }
}

/** A new person with one grant that the inviter may give, and a link to choose a password. */
export async function invitePerson(context: Writing, input: Invited): Promise<Invitation> {
  const { tx, actor } = context
  const grant = await allowedGrant(context, input)
  if (!(await store.findPerson(tx, input.id))) {
    if (await store.findPersonByUsername(tx, input.username)) throw accountsProblem('accounts.username-taken')
    await insertSignIn(tx, { ...input, passwordHash: null })
    await store.insertPerson(tx, input)
    if (input.email) await addEmail(tx, input.id, input.email)
    await insertGrant(tx, { ...grant, id: newId(), personId: input.id, grantedBy: actor.accountId })
  }
  return renewInvitation(context, input.id)
}

/** The administrator vouches for the e-mail: by it the person is known to the identity server. */
async function addEmail(tx: Writing['tx'], personId: string, email: string): Promise<void> {
  if (await findSignInName(tx, email)) throw accountsProblem('accounts.email-taken')
  await setEmail(tx, personId, email)
}

/** A fresh code; the earlier one stops working. Whoever works elsewhere too is not taken over from here. */
export async function renewInvitation(context: Writing, personId: string): Promise<Invitation> {
  const { tx, actor, clock } = context
  const { leftOn } = await getManagedPerson(context, personId)
  if (leftOn && leftOn < clock.today()) throw accountsProblem('accounts.person-left')
  const token = newInvitationCode()
  const expiresAt = new Date(clock.now().getTime() + invitationDays * 86_400_000)
  await store.insertInvitation(tx, { tokenHash: hashInvitationCode(token), personId, expiresAt })
  await audit(tx, actor, 'accounts.person-invited', personId)
  return { personId, token, expiresAt: expiresAt.toISOString() }
}

/** A code counts once: of two who use it at the same moment the second is refused. */
export async function acceptInvitation(
  { tx, clock, actor }: Writing,
  input: { token: string; password: string },
  hash: PasswordHasher,
): Promise<{ username: string }> {
  const tokenHash = hashInvitationCode(input.token)
  const invitation = await store.findInvitation(tx, tokenHash, clock.now())
  if (!invitation || !(await store.useInvitation(tx, tokenHash, clock.now())))
    throw accountsProblem('accounts.invitation-over')
  await refuseWeakPassword(input.password, invitation)
  await replacePassword(tx, invitation.personId, await hash(input.password))
  await askForSecondFactorNow(tx, invitation.personId)
  await audit(
    tx,
    { ...actor, accountId: invitation.personId },
    'accounts.password-chosen',
    invitation.personId,
  )
  return { username: invitation.username }
}

/** Only from above all places of the person. A disabled person is out at once: the sessions end too. */
export async function setPersonDisabled(
  context: Writing,
  { personId, disabled }: { personId: string; disabled: boolean },
): Promise<{ id: string }> {
  const { tx, actor, clock } = context
  await getManagedPerson(context, personId)
  await store.setDisabled(tx, personId, disabled ? clock.now() : null)
  if (disabled) await endSessions(tx, personId)
  await audit(tx, actor, disabled ? 'accounts.person-disabled' : 'accounts.person-enabled', personId)
  return { id: personId }
}

function sameText(left: string, right: string): boolean {
  const [a, b] = [left, right].map((text) => createHash('sha256').update(text).digest())
  return a !== undefined && b !== undefined && timingSafeEqual(a, b)
}
