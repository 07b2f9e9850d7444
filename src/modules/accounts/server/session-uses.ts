import type pg from 'pg'
import { writeScope } from '#platform/db/scope.ts'
import { everywhere } from '#platform/db/types.ts'
import { noteUses, type SessionUse } from './queries-sessions.ts'

/**
 * Notes which sessions work under which role. A thousand people who come back at once would each hold a connection
 * for it and stand in the line of the requests; what arrives while one write is under way shares the next. At most
 * one note for each session and role waits, so that the line is bounded by the people.
 */
export function createSessionUses(pool: pg.Pool): (use: SessionUse) => void {
  let waiting = new Map<string, SessionUse>()
  let isWriting = false

  async function drain(): Promise<void> {
    isWriting = true
    while (waiting.size > 0) {
      const uses = [...waiting.values()]
      waiting = new Map()
      // A note that is lost makes a session end a minute early at most.
      await writeScope(pool, everywhere, (tx) => noteUses(tx, uses)).catch(() => undefined)
    }
    isWriting = false
  }

  return (use) => {
    waiting.set(`${use.sessionId} ${use.role}`, use)
    if (!isWriting) void drain()
  }
}
