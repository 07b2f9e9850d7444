import { z } from 'zod'
import { Id } from '#base/id.ts'
import { command, query, type Route } from '#platform/http/route.ts'
import { ChangePassword, Security, SignInMethods } from '../shared/contract-security.ts'
import * as security from './commands-security.ts'
import type { AccountsDoors } from './doors.ts'

const done = z.object({ id: Id })
const ended = z.object({ ended: z.number() })
const proof = z.object({ password: z.string().max(600) })

/** Everyone's own sign-in. Needs no capability: these work even while a second factor is still to be set up. */
export function securityRoutes(doors: AccountsDoors): Route[] {
  return [
    query({
      url: '/sign-in-methods',
      needs: 'public',
      reply: SignInMethods,
      handle: async () => ({ identityServer: doors.identityServer ?? null }),
    }),
    query({
      url: '/me/security',
      needs: 'signed-in',
      reply: Security,
      handle: (context) => security.readSecurity(context),
    }),
    command('PUT', {
      url: '/me/password',
      needs: 'signed-in',
      body: ChangePassword,
      reply: ended,
      handle: (context, { body }) =>
        security.changePassword(context, body, doors).finally(() => doors.forget()),
    }),
    ...sessionRoutes(doors),
    ...factorRoutes(doors),
  ]
}

function sessionRoutes({ forget }: AccountsDoors): Route[] {
  return [
    command('DELETE', {
      url: '/me/sessions/:sessionId',
      needs: 'signed-in',
      params: z.object({ sessionId: Id }),
      reply: done,
      handle: (context, { params }) => security.endOwnSession(context, params.sessionId).finally(forget),
    }),
    command('DELETE', {
      url: '/me/other-sessions',
      needs: 'signed-in',
      reply: ended,
      handle: (context) => security.endOwnOtherSessions(context).finally(forget),
    }),
  ]
}

function factorRoutes(doors: AccountsDoors): Route[] {
  return [
    command('DELETE', {
      url: '/me/time-codes',
      needs: 'signed-in',
      body: proof,
      reply: done,
      handle: (context, { body }) =>
        security.turnOffTimeCodes(context, body.password, doors).finally(() => doors.forget()),
    }),
    command('DELETE', {
      url: '/me/passkeys/:passkeyId',
      needs: 'signed-in',
      params: z.object({ passkeyId: Id }),
      body: proof,
      reply: done,
      handle: (context, { params, body }) => security.removePasskey(context, { ...params, ...body }, doors),
    }),
    command('POST', {
      url: '/people/:personId/second-factor-reset',
      needs: 'accounts.manage',
      params: z.object({ personId: Id }),
      reply: done,
      handle: (context, { params }) =>
        security.resetSecondFactor(context, params.personId).finally(() => doors.forget()),
    }),
  ]
}
