import { randomBytes } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import type { Logger } from 'pino'
import type { Clock } from '#platform/clock.ts'
import type { Database } from '#platform/db/database.ts'
import { writeScope } from '#platform/db/scope.ts'
import { everywhere } from '#platform/db/types.ts'
import { buildServer } from '#platform/http/server.ts'
import type { Passwords } from '#platform/passwords/hash-process.ts'
import {
  createReadAudit,
  createSignIn,
  type IdentityServer,
  loadStandardRoles,
} from '#modules/accounts/server/public.ts'
import { may } from '#modules/accounts/shared/access.ts'
import { loadSeedAreas } from '#modules/areas/server/public.ts'
import { loadIndicatorDefinitions } from '#modules/indicators/server/public.ts'
import { loadLibrary } from '#modules/library/server/public.ts'
import { registerOlderPlans } from '#modules/plans/server/public.ts'
import { loadUsualAgencies } from '#modules/organisations/server/public.ts'
import { loadScreeningTools } from '#modules/screening/server/public.ts'
import { loadServicePackage } from '#modules/services/server/public.ts'
import { fillHooks } from './hooks.ts'
import { allRoutes } from './routes.ts'

export type AppParts = {
  database: Pick<Database, 'pool' | 'authPool' | 'secrets'>
  clock: Clock
  log: Logger
  webFolder: string
  /** Known once the server listens. */
  publicUrl: () => string
  /** Whether machines other than this one can reach the server: then the first opening needs a code. */
  open: boolean
  /** Without it people sign in by password and passkey only. */
  identityServer?: IdentityServer | undefined
  /** Where passwords are hashed; without it in this process. */
  passwords?: Passwords | undefined
  /** Addresses of the proxies in front, whose word about the caller's address is taken. */
  trustedProxies?: readonly string[]
}

export type App = { server: FastifyInstance; setupCode: string | undefined }

/** Puts modules, database and HTTP together; does not listen yet. */
export async function buildApp(parts: AppParts): Promise<App> {
  const { database, clock, log, webFolder, publicUrl, identityServer, passwords, trustedProxies = [] } = parts
  fillHooks()
  const setupCode = parts.open ? randomBytes(6).toString('hex') : undefined
  const signIn = createSignIn({ database, clock, publicUrl, identityServer, setupCode, passwords })
  const server = await buildServer({
    routes: allRoutes({ accounts: signIn.doors }),
    around: {
      pool: database.pool,
      clock,
      authenticate: signIn.authenticate,
      may: (actor, capability) => may(actor, capability, actor.area, clock.today()),
      recordReads: createReadAudit(database.pool),
    },
    signIn: signIn.answer,
    publicUrl,
    webFolder,
    log,
    trustedProxies,
  })
  return { server, setupCode }
}

/** Loads what every installation needs before it can be used. */
export async function loadReferenceData(database: Pick<Database, 'pool'>): Promise<void> {
  await writeScope(database.pool, everywhere, loadSeedAreas)
  await writeScope(database.pool, everywhere, loadStandardRoles)
  await writeScope(database.pool, everywhere, loadUsualAgencies)
  await writeScope(database.pool, everywhere, loadLibrary)
  await writeScope(database.pool, everywhere, registerOlderPlans)
  await writeScope(database.pool, everywhere, loadServicePackage)
  await writeScope(database.pool, everywhere, loadScreeningTools)
  await writeScope(database.pool, everywhere, loadIndicatorDefinitions)
}
