import { betterAuth } from 'better-auth'
import { APIError, createAuthMiddleware, getSessionFromCtx } from 'better-auth/api'
// One by one: 'better-auth/plugins' loads all of its thirty.
import { genericOAuth } from 'better-auth/plugins/generic-oauth'
import { twoFactor } from 'better-auth/plugins/two-factor'
import { username } from 'better-auth/plugins/username'
import type pg from 'pg'
import { passwordLength } from '../shared/contract-security.ts'
import type { Passkeys } from './passkeys.ts'
import { randomCode } from './readable-code.ts'

/** The identity server of a province; `name` stands on the button of the sign-in page. */
export type IdentityServer = { issuer: string; clientId: string; clientSecret: string; name: string }

export type AuthOptions = {
  secret: string
  /** The address that people open: passkeys and the identity server hang on it. */
  baseUrl: string
  identityServer: IdentityServer | undefined
  /** Only for the addresses of passkeys. */
  passkeys?: Passkeys | undefined
  /** In line with all other hashing of this process. */
  passwords: {
    hash: (password: string) => Promise<string>
    verify: (given: { password: string; hash: string }) => Promise<boolean>
  }
  isDisabled: (personId: string) => Promise<boolean>
  /** False when this person tried this code within the last minutes: a code counts once. */
  takeCode: (personId: string, code: string) => Promise<boolean>
}

/** In addresses and in the table of linked accounts. */
export const identityServerId = 'province'

const days = 24 * 3600

/** Better Auth's own three in ten seconds would hold back an office that shares one address. */
const customRules = {
  '/sign-in/username': false,
  '/sign-in/social': { window: 60, max: 300 },
  '/two-factor/*': { window: 60, max: 300 },
} as const

/**
 * Better Auth keeps passwords, second factors, passkeys and sessions. People are made by an administrator (or at the
 * first opening), so signing up by oneself is closed. `pool` must look into the schema `auth`. How long a session
 * really lasts is ours (`sessions.ts`); what stands here is the longest of all. Tries of passwords are held back by
 * `throttle.ts`; the rate limit here only bounds how fast one address can make challenges.
 */
export function createAuth(pool: pg.Pool, options: AuthOptions) {
  return betterAuth({
    appName: 'Ươm Mầm',
    database: pool,
    secret: options.secret,
    baseURL: options.baseUrl,
    basePath: '/api/auth',
    trustedOrigins: [options.baseUrl],
    onAPIError: { errorURL: `${options.baseUrl}/?signin=refused` },
    telemetry: { enabled: false },
    logger: { disabled: true },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: passwordLength.min,
      maxPasswordLength: passwordLength.most,
      password: options.passwords,
    },
    session: {
      expiresIn: 30 * days,
      disableSessionRefresh: true,
      additionalFields: { method: { type: 'string', required: false, input: false } },
    },
    account: {
      encryptOAuthTokens: true,
      // The administrator who invites vouches for the e-mail; the identity server must have verified it as well.
      accountLinking: { enabled: true, requireLocalEmailVerified: false },
    },
    rateLimit: { enabled: true, window: 60, max: 600, customRules },
    advanced: {
      database: { generateId: 'uuid' },
      cookiePrefix: 'uommam',
      defaultCookieAttributes: { sameSite: 'lax', httpOnly: true, path: '/' },
      ipAddress: { ipAddressHeaders: ['x-forwarded-for'] },
    },
    hooks: { before: eachCodeOnce(options) },
    databaseHooks: { session: { create: { before: openSession(options) } } },
    plugins: [
      username({ minUsernameLength: 3, maxUsernameLength: 40 }),
      twoFactor({
        issuer: 'Ươm Mầm',
        twoFactorCookieMaxAge: 600,
        backupCodeOptions: { customBackupCodesGenerate: recoveryCodes },
      }),
      ...(options.passkeys ? [options.passkeys] : []),
      ...(options.identityServer ? [identityServer(options.identityServer)] : []),
    ],
  })
}

export type Auth = ReturnType<typeof createAuth>

/** Ten codes of 50 bits, to be typed from paper; asked for with the password before them. */
function recoveryCodes(): string[] {
  return Array.from({ length: 10 }, () => randomCode(10))
}

function identityServer({ issuer, clientId, clientSecret, name }: IdentityServer) {
  return genericOAuth({
    config: [
      {
        providerId: identityServerId,
        name,
        discoveryUrl: `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
        clientId,
        clientSecret,
        scopes: ['openid', 'email', 'profile'],
        pkce: true,
        authentication: 'basic',
        requireIdTokenVerification: true,
        // Only people who were invited: the server proves who somebody is, not that they may work here.
        disableSignUp: true,
        disableImplicitSignUp: true,
      },
    ],
  })
}

/** Notes by what the session is opened, and opens none for a disabled person. */
function openSession({ isDisabled }: AuthOptions) {
  return async (session: { userId: string }, context: { path?: string | undefined } | null) => {
    if (await isDisabled(session.userId)) throw new APIError('UNAUTHORIZED', { code: 'DISABLED' })
    const path = context?.path ?? ''
    const method = path.startsWith('/passkey/')
      ? 'passkey'
      : path.startsWith('/callback/')
        ? 'oidc'
        : 'password'
    return { data: { ...session, method } }
  }
}

/** Better Auth accepts a time code as often as it is shown within its 90 seconds; we accept it once (RFC 6238, 5.2). */
function eachCodeOnce({ takeCode }: AuthOptions) {
  return createAuthMiddleware(async (ctx) => {
    if (ctx.path !== '/two-factor/verify-totp') return
    const personId = (await getSessionFromCtx(ctx))?.user.id ?? (await whoPassedPassword(ctx))
    const code: unknown = ctx.body?.code
    if (personId && typeof code === 'string' && !(await takeCode(personId, code)))
      throw new APIError('UNAUTHORIZED', { code: 'INVALID_CODE' })
  })
}

type HookContext = Parameters<Parameters<typeof createAuthMiddleware>[0]>[0]

/** The person whose password was right a moment ago, by the cookie of the two-factor plugin. */
async function whoPassedPassword(ctx: HookContext): Promise<string | undefined> {
  const { name } = ctx.context.createAuthCookie('two_factor')
  const challenge = await ctx.getSignedCookie(name, ctx.context.secret)
  if (!challenge) return undefined
  return (await ctx.context.internalAdapter.findVerificationValue(challenge))?.value
}
