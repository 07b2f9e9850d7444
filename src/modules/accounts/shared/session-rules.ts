import type { HeldBack } from './contract-security.ts'

/** How long a session lasts under a role: without work, and in all. */
export type SessionRule = { idleMinutes: number; lifetimeHours: number }

/** What is known of a session, in seconds before now; `idleSeconds` by role, missing where it never worked. */
export type SessionAges = { ageSeconds: number; idleSeconds: Readonly<Record<string, number>> }

/**
 * Whether a session may still work under a role. Work under one role does not keep another alive: an administrator who
 * writes reports as an officer for an hour signs in again before managing accounts (NIST SP 800-63B-4, 2.2.3: AAL2
 * ends after 12 hours or 30 minutes without work).
 */
export function lastsUnder(
  role: string,
  { ageSeconds, idleSeconds }: SessionAges,
  rule: SessionRule,
): boolean {
  const idle = idleSeconds[role] ?? ageSeconds
  return idle < rule.idleMinutes * 60 && ageSeconds < rule.lifetimeHours * 3600
}

/** Rights over other people's accounts and over what children told in confidence ask for a second factor. */
const guardedCapabilities = ['accounts.manage', 'children.confidential']

/** Whether one of the grants asks for a second factor; roles of one's own count like standard ones. */
export function asksForSecondFactor(capabilities: readonly string[]): boolean {
  return guardedCapabilities.some((capability) => capabilities.includes(capability))
}

export type Proofs = {
  /** By what the session was opened. */
  method: 'password' | 'passkey' | 'oidc'
  /** Time codes are set up: then a password alone opens no session. */
  hasTimeCodes: boolean
  hasPasskey: boolean
}

/**
 * Whether a session was opened by more than a password. A passkey is both factors (the device checks its owner); the
 * identity server answers for its own sign-in (docs/runbooks/oidc.md).
 */
export function isStrong({ method, hasTimeCodes }: Proofs): boolean {
  return method !== 'password' || hasTimeCodes
}

/** Whether a factor may be added: whoever has one already shows it first, or a stolen password would be enough. */
export function mayAddFactor(proofs: Proofs): boolean {
  return isStrong(proofs) || !proofs.hasPasskey
}

/** What stands in the way of a person whose role asks for a second factor, once it is due. */
export function heldBack(proofs: Proofs, isRequired: boolean, isDue: boolean): HeldBack | undefined {
  if (!isRequired || !isDue || isStrong(proofs)) return undefined
  return proofs.hasPasskey ? 'show-passkey' : 'set-up'
}
