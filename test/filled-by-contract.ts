import { newId } from '#base/id.ts'
import type { Route } from '#platform/http/route.ts'
import type { Client } from './app.ts'
import * as walk from './walk.ts'

/** Stands in every free text that is written: found elsewhere, it says that something leaked. */
export const secretText = 'Kơ Lưng kín tiếng'

/** Not for filling: these end, move, merge or take away what others need, act on accounts, or take long. */
const left =
  /\/areas|sample|setup|sign-in|people|roles|merge|pairs|apply|undo|erasure|recount|cancel|leaving|openings|\/me\/|search|possible/

type Filling = {
  /** May do everything at the place. */
  client: Client
  routes: readonly Route[]
  known: () => Promise<walk.KnownIds>
  values: Readonly<Record<string, unknown>>
}

/**
 * Calls every route that adds something, with a body made from its contract: what a new module stores is then there
 * to be hidden, without a word in this test. Four rounds, because one thing needs another to exist.
 */
export async function fillByContracts({ client, routes, known, values }: Filling): Promise<void> {
  const adding = routes.filter(
    ({ method, kind, url }) => method === 'POST' && kind === 'command' && !left.test(url),
  )
  const done = new Set<Route>()
  for (let round = 0; round < 4; round += 1) {
    // Looked for once a round: looking through every table takes longer than all the calls.
    const there = await known()
    for (const route of adding.filter((one) => !done.has(one))) {
      const ids = new Map([
        ...there,
        ...['id', 'recordId', 'sessionId'].map((own) => [own, [newId()]] as const),
      ])
      const calls = walk.addingCallsFor(route, { ids, values: { ...values, ...texts }, words: [] })
      if (await anySucceeds(client, calls)) done.add(route)
    }
  }
}

/** Tries one call after the other, up to the first that succeeds. */
async function anySucceeds(client: Client, calls: readonly walk.Call[]): Promise<boolean> {
  for (const call of calls) if ((await walk.send(client, call)).status === 200) return true
  return false
}

/** Names under which contracts ask for free text. */
const texts = Object.fromEntries(
  [
    'name',
    'title',
    'note',
    'text',
    'detail',
    'reason',
    'source',
    'address',
    'purpose',
    'summary',
    'what',
    'topic',
  ]
    .concat(['agenda', 'minutes', 'decision', 'description', 'place', 'task', 'subject'])
    .map((name) => [name, secretText]),
)
