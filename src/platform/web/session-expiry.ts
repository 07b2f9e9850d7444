/**
 * An expired session must not cost what a person has typed: the failed request waits here, the frame
 * opens its sign-in dialog over the page, and the request is repeated when the person has signed in.
 */
type Ask = () => void

const asks = new Set<Ask>()
let waiting: { promise: Promise<boolean>; settle: (signedIn: boolean) => void } | undefined

/** The frame listens here; without a listener (sign-in page, set-up) an expired session is a plain refusal. */
export function onSessionExpired(ask: Ask): () => void {
  asks.add(ask)
  return () => asks.delete(ask)
}

/** True when the person signed in again, false when they gave up. All waiting requests share one dialog. */
export function waitForSignIn(): Promise<boolean> {
  if (asks.size === 0) return Promise.resolve(false)
  if (!waiting) {
    const { promise, resolve } = Promise.withResolvers<boolean>()
    waiting = { promise, settle: resolve }
    for (const ask of asks) ask()
  }
  return waiting.promise
}

export function settleSignIn(signedIn: boolean): void {
  waiting?.settle(signedIn)
  waiting = undefined
}
