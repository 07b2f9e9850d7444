import { z } from 'zod'
import type { Actor } from '#platform/actor.ts'
import { command, query, type Route } from '#platform/http/route.ts'
import { InvitationState, password } from '../shared/contract.ts'
import { accountsProblem } from '../shared/problems.ts'
import { acceptInvitation } from './commands.ts'
import type { AccountsDoors } from './doors.ts'
import { hashInvitationCode } from './invitation-code.ts'
import { findInvitation } from './queries.ts'
import type { Throttle } from './throttle.ts'

const token = z.object({ token: z.string().max(100) })

/** What an invited person does without being signed in: look at the invitation, choose a password. */
export function invitationRoutes({ hash, throttle }: AccountsDoors): Route[] {
  return [
    query({
      url: '/invitations/:token',
      needs: 'public',
      params: token,
      reply: InvitationState,
      handle: ({ db, clock, actor }, { params }) =>
        slowed(throttle, actor, async () => {
          const found = await findInvitation(db, hashInvitationCode(params.token), clock.now())
          if (!found) throw accountsProblem('accounts.invitation-over')
          return found
        }),
    }),
    command('POST', {
      url: '/invitations/:token',
      needs: 'public',
      params: token,
      body: z.object({ password }),
      reply: z.object({ username: z.string() }),
      handle: (context, { params, body }) =>
        slowed(throttle, context.actor, () => acceptInvitation(context, { ...params, ...body }, hash)),
    }),
  ]
}

/** Codes that nobody was given are counted for the address they are tried from; each costs more waiting. */
async function slowed<T>(throttle: Throttle, { origin }: Actor, work: () => Promise<T>): Promise<T> {
  const keys = throttle.guessKeys('invitation', origin?.address ?? '')
  const seconds = await throttle.secondsToWait(keys)
  if (seconds > 0) throw accountsProblem('accounts.sign-in-too-many', { seconds })
  try {
    return await work()
  } catch (cause) {
    if (cause instanceof Error && cause.message === 'accounts.invitation-over') await throttle.failed(keys)
    throw cause
  }
}
