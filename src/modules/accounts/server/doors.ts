import type { PasswordHasher } from './commands.ts'
import type { Throttle } from './throttle.ts'

/** What the routes of this module need from the application around them. */
export type AccountsDoors = {
  hash: PasswordHasher
  verify: (password: string, hash: string) => Promise<boolean>
  throttle: Throttle
  /** On the button of the sign-in page; undefined without an identity server. */
  identityServer: string | undefined
  /** Asked for at the first opening when the server can be reached from other machines. */
  setupCode: string | undefined
  /** Forgets the remembered sessions and grants. */
  forget: () => void
}
