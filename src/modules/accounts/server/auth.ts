import { betterAuth } from 'better-auth'
import { username } from 'better-auth/plugins'
import type pg from 'pg'

/** Passwords: at least 10 characters, no forced change (NIST SP 800-63B, section 3.1.1). */
export const passwordLength = { min: 10, max: 128 } as const

/**
 * Better Auth keeps passwords and sessions; we never write either ourselves. People are made by an administrator
 * (or at the first opening), so signing up by oneself is closed. `pool` must look into the schema `auth`.
 */
export function createAuth(pool: pg.Pool, options: { secret: string; baseUrl: () => string }) {
  return betterAuth({
    database: pool,
    secret: options.secret,
    baseURL: 'http://localhost',
    basePath: '/api/auth',
    trustedOrigins: () => [options.baseUrl()],
    telemetry: { enabled: false },
    logger: { disabled: true },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: passwordLength.min,
      maxPasswordLength: passwordLength.max,
    },
    session: { expiresIn: 12 * 3600, updateAge: 3600 },
    rateLimit: {
      enabled: true,
      window: 60,
      max: 600,
      customRules: { '/sign-in/username': { window: 60, max: 60 } },
    },
    advanced: {
      database: { generateId: 'uuid' },
      cookiePrefix: 'uommam',
      defaultCookieAttributes: { sameSite: 'lax', httpOnly: true, path: '/' },
    },
    plugins: [username({ minUsernameLength: 3, maxUsernameLength: 40 })],
  })
}

export type Auth = ReturnType<typeof createAuth>
