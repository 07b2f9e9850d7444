import { allRoutes } from '#apps/routes.ts'
import type { AccountsDoors } from '#modules/accounts/server/doors.ts'

const nothing = async (): Promise<never> => {
  throw new Error('the routes are only looked at here')
}

const closedDoors: AccountsDoors = {
  hash: nothing,
  verify: nothing,
  throttle: {
    signInKeys: () => [{ key: '', free: 0, firstSeconds: 0, mostSeconds: 0 }],
    guessKeys: () => [{ key: '', free: 0, firstSeconds: 0, mostSeconds: 0 }],
    secondsToWait: nothing,
    failed: nothing,
    succeeded: nothing,
  },
  identityServer: undefined,
  setupCode: undefined,
  forget: () => undefined,
}

/** Every route of the product, for tests that read the list and call none by it. */
export const everyRoute = allRoutes({ accounts: closedDoors })

/** Those that ask who you are. */
export const guardedRoutes = everyRoute.filter(({ needs }) => needs !== 'public')
