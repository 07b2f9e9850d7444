import { z } from 'zod'
import type { Problem } from '#base/problem.ts'
import { askAuth, type SignInOutcome } from './authentication.ts'

/** The options of the server and the answers of the device travel as the JSON of WebAuthn Level 3 (section 5.1). */
const CreationOptions = z.looseObject({
  challenge: z.string(),
  rp: z.looseObject({ name: z.string(), id: z.string() }),
  user: z.object({ id: z.string(), name: z.string(), displayName: z.string() }),
  pubKeyCredParams: z.array(z.object({ type: z.literal('public-key'), alg: z.number() })),
})
const RequestOptions = z.looseObject({ challenge: z.string(), rpId: z.string() })

/** Browsers of before 2024 and pages without https (except this machine itself) cannot. */
export function canUsePasskeys(): boolean {
  return (
    globalThis.isSecureContext &&
    typeof PublicKeyCredential === 'function' &&
    typeof PublicKeyCredential.parseCreationOptionsFromJSON === 'function'
  )
}

export type PasskeyOutcome = SignInOutcome | 'stopped'

/** The device asks its owner, then proves to the server that it holds the key. */
export async function signInByPasskey(): Promise<PasskeyOutcome> {
  const options = await askAuth('GET', '/passkey/generate-authenticate-options', RequestOptions)
  if ('problem' in options) return options.problem
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON({
    ...options.body,
    userVerification: 'required',
  })
  const credential = await askDevice(() => navigator.credentials.get({ publicKey }))
  if (!credential) return 'stopped'
  const reply = await askAuth('POST', '/passkey/verify-authentication', z.unknown(), {
    response: credential.toJSON(),
  })
  return 'problem' in reply ? reply.problem : 'signed-in'
}

/** 'stopped' when the person or the device ended it: browsers do not say which. */
export async function addPasskey(name: string): Promise<'added' | 'stopped' | Problem> {
  const options = await askAuth('GET', '/passkey/generate-register-options', CreationOptions)
  if ('problem' in options) return options.problem
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options.body)
  const credential = await askDevice(() => navigator.credentials.create({ publicKey }))
  if (!credential) return 'stopped'
  const reply = await askAuth('POST', '/passkey/verify-registration', z.unknown(), {
    response: credential.toJSON(),
    name,
  })
  return 'problem' in reply ? reply.problem : 'added'
}

/** Undefined when the person stopped it, took too long, or the device holds no such key: browsers do not say which. */
async function askDevice(ask: () => Promise<Credential | null>): Promise<PublicKeyCredential | undefined> {
  try {
    const credential = await ask()
    return credential instanceof PublicKeyCredential ? credential : undefined
  } catch {
    return undefined
  }
}
