import { passkey } from '@better-auth/passkey'
import { APIError } from 'better-auth/api'

/**
 * A passkey counts as both factors, so the device must have checked its owner (WebAuthn Level 3, section 6.1: UV).
 * Imported when the first passkey is asked for: what it needs to read certificates is 350 modules and 15 MB.
 */
export function passkeys(baseUrl: string) {
  const { hostname, origin } = new URL(baseUrl)
  const refuseUnverified = (isVerified: boolean | undefined) => {
    if (!isVerified) throw new APIError('UNAUTHORIZED', { code: 'USER_NOT_VERIFIED' })
  }
  return passkey({
    rpID: hostname,
    rpName: 'Ươm Mầm',
    origin,
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    registration: {
      afterVerification: async ({ verification }) =>
        refuseUnverified(verification.registrationInfo?.userVerified),
    },
    authentication: {
      afterVerification: async ({ verification }) =>
        refuseUnverified(verification.authenticationInfo.userVerified),
    },
  })
}

export type Passkeys = ReturnType<typeof passkeys>
