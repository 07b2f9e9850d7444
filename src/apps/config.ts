import { join, resolve } from 'node:path'
import { z } from 'zod'
import type { IdentityServer } from '#modules/accounts/server/public.ts'

const root = resolve(import.meta.dirname, '../..')

const Environment = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  UOMMAM_DATA: z.string().min(1).default(join(root, 'data')),
  UOMMAM_HOST: z.string().min(1).default('127.0.0.1'),
  UOMMAM_PORT: z.coerce.number().int().min(0).max(65535).default(8080),
  /** The address people open, when it differs from host and port (behind a proxy). */
  UOMMAM_URL: z.url().optional(),
  /** Addresses or networks of proxies in front (`127.0.0.1,10.0.0.0/8`): they tell who the caller is. */
  UOMMAM_PROXIES: z.string().min(1).optional(),
  /** The identity server of a province (OpenID Connect): issuer, what it knows us by, and the word on the button. */
  UOMMAM_OIDC_ISSUER: z.url().optional(),
  UOMMAM_OIDC_CLIENT_ID: z.string().min(1).optional(),
  UOMMAM_OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  UOMMAM_OIDC_NAME: z.string().min(1).max(60).optional(),
  /** The mail server for the daily letters, and the sender: `smtps://user:password@mail.example.vn:465`. */
  UOMMAM_SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  UOMMAM_MAIL_FROM: z
    .string()
    .regex(/^[^\r\n]*[^\s@<]+@[^\s@>]+>?$/)
    .optional(),
  /** A folder with a page that was built elsewhere; then none is built here. */
  UOMMAM_WEB: z.string().min(1).optional(),
})

export type Config = {
  databaseUrl: string | undefined
  dataFolder: string
  host: string
  port: number
  publicUrl: string | undefined
  webFolder: string
  buildsPage: boolean
  trustedProxies: readonly string[]
  identityServer: IdentityServer | undefined
  /** Without it no letters are sent. */
  mail: { url: string; from: string } | undefined
}

/** Settings of the environment, parsed once; a wrong one ends the start with its name. */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const parsed = Environment.safeParse(given)
  if (!parsed.success) {
    const names = parsed.error.issues.map((issue) => issue.path.join('.')).join(', ')
    throw new Error(`Biến môi trường chưa đúng: ${names}`)
  }
  const { DATABASE_URL, UOMMAM_DATA, UOMMAM_HOST, UOMMAM_PORT, UOMMAM_URL, UOMMAM_WEB } = parsed.data
  return {
    databaseUrl: DATABASE_URL,
    dataFolder: UOMMAM_DATA,
    host: UOMMAM_HOST,
    port: UOMMAM_PORT,
    publicUrl: UOMMAM_URL,
    webFolder: UOMMAM_WEB ?? join(root, 'dist/web'),
    buildsPage: UOMMAM_WEB === undefined,
    trustedProxies: (parsed.data.UOMMAM_PROXIES ?? '').split(/[\s,]+/).filter(Boolean),
    identityServer: identityServerOf(parsed.data),
    mail: mailOf(parsed.data),
  }
}

/** Both or neither: letters without a sender would be thrown away as unwanted mail. */
function mailOf(given: z.infer<typeof Environment>): Config['mail'] {
  const { UOMMAM_SMTP_URL: url, UOMMAM_MAIL_FROM: from } = given
  if (url && from) return { url, from }
  if (url || from) throw new Error('Cần đủ UOMMAM_SMTP_URL và UOMMAM_MAIL_FROM')
  return undefined
}

/** All of it or nothing: a half-told identity server ends the start, rather than leaving a button that fails. */
function identityServerOf(given: z.infer<typeof Environment>): IdentityServer | undefined {
  const { UOMMAM_OIDC_ISSUER: issuer, UOMMAM_OIDC_CLIENT_ID: clientId } = given
  const { UOMMAM_OIDC_CLIENT_SECRET: clientSecret, UOMMAM_OIDC_NAME: name } = given
  if (issuer && clientId && clientSecret && name) return { issuer, clientId, clientSecret, name }
  if (issuer || clientId || clientSecret || name)
    throw new Error(
      'Cần đủ UOMMAM_OIDC_ISSUER, UOMMAM_OIDC_CLIENT_ID, UOMMAM_OIDC_CLIENT_SECRET, UOMMAM_OIDC_NAME',
    )
  return undefined
}
