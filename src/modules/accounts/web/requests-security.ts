import { queryOptions } from '@tanstack/react-query'
import { z } from 'zod'
import { api } from '#platform/web/api.ts'
import { Security, SignInMethods, type ChangePassword } from '../shared/contract-security.ts'
import { askAuth } from './authentication.ts'

const ended = z.object({ ended: z.number() })

export const signInMethodsQuery = queryOptions({
  queryKey: ['sign-in-methods'],
  queryFn: () => api.get('/sign-in-methods', SignInMethods),
  staleTime: Infinity,
})

export const securityQuery = queryOptions({
  queryKey: ['me', 'security'],
  queryFn: () => api.get('/me/security', Security),
})

export const changePassword = (body: ChangePassword) => api.send('PUT', '/me/password', body, ended)

export const endSession = (sessionId: string) =>
  api.send('DELETE', `/me/sessions/${sessionId}`, undefined, z.unknown())

export const endOtherSessions = () => api.send('DELETE', '/me/other-sessions', undefined, ended)

export const turnOffTimeCodes = (password: string) =>
  api.send('DELETE', '/me/time-codes', { password }, z.unknown())

export const removePasskey = (passkeyId: string, password: string) =>
  api.send('DELETE', `/me/passkeys/${passkeyId}`, { password }, z.unknown())

export const resetSecondFactor = (personId: string) =>
  api.send('POST', `/people/${personId}/second-factor-reset`, undefined, z.unknown())

const BackupCodes = z.object({ backupCodes: z.array(z.string()) })
const Begun = BackupCodes.extend({ totpURI: z.url() })
export type BegunTimeCodes = { key: string; recoveryCodes: string[] }

/** A new key for the authenticator app; it counts once a first code was sent. */
export async function beginTimeCodes(password: string): Promise<BegunTimeCodes> {
  const reply = await askAuth('POST', '/two-factor/enable', Begun, { password })
  if ('problem' in reply) throw reply.problem
  const key = new URL(reply.body.totpURI).searchParams.get('secret') ?? ''
  return { key, recoveryCodes: reply.body.backupCodes }
}

export async function renewRecoveryCodes(password: string): Promise<string[]> {
  const reply = await askAuth('POST', '/two-factor/generate-backup-codes', BackupCodes, { password })
  if ('problem' in reply) throw reply.problem
  return reply.body.backupCodes
}

/** What the picture for the app says (Key Uri Format of Google Authenticator); the app shows the user name. */
export function appAddress(key: string, username: string): string {
  const label = encodeURIComponent(`Ươm Mầm:${username}`)
  return `otpauth://totp/${label}?secret=${key}&issuer=${encodeURIComponent('Ươm Mầm')}`
}
