import { httpProblem } from './problems.ts'

/** Past this many requests waiting in a lane, newcomers are refused politely: memory stays bounded. */
export const longestQueue = 1_000

/** Milliseconds after which one that waits is told to come again: as long as a connection is waited for. */
const longestWait = 10_000

/** Milliseconds for which a command has the way; one that takes longer (a reorganisation) must not hold up readers. */
const rightOfWay = 1_000

type Waiting = { start: () => void; leave: NodeJS.Timeout }

/** Those who wait, the first to come first. */
function createLine() {
  const line = new Set<Waiting>()
  return {
    isEmpty: () => line.size === 0,
    wait: (): Promise<void> => {
      if (line.size >= longestQueue) throw httpProblem('http.database-away')
      return new Promise((start, refuse) => {
        const leave = setTimeout(() => {
          line.delete(one)
          refuse(httpProblem('http.database-away'))
        }, longestWait)
        const one = { start, leave }
        line.add(one)
      })
    },
    startFirst: (): void => {
      const [first] = line
      if (!first) return
      line.delete(first)
      clearTimeout(first.leave)
      first.start()
    },
  }
}

export type Lanes = ReturnType<typeof createLanes>

/**
 * Readers and commands in lanes of their own. What a reader asks for is asked again in a moment; what a person wrote
 * must go through while a thousand look. So readers never hold all `connections`, wait in a line of their own, and give
 * way while a command is under way. They are never stopped altogether.
 */
export function createLanes(connections: number) {
  // Of 20: 14 for readers, 5 of them beside commands; the rest is for commands, sessions and the audit.
  const mostReaders = Math.max(2, Math.floor(connections * 0.7))
  const mostBesideCommands = Math.max(1, Math.floor(connections / 4))
  const line = createLine()
  let readers = 0
  let commands = 0

  const isFree = () => readers < (commands > 0 ? mostBesideCommands : mostReaders)

  function admit(): void {
    while (isFree() && !line.isEmpty()) {
      readers += 1
      line.startFirst()
    }
  }

  async function reading<Reply>(work: () => Promise<Reply>): Promise<Reply> {
    if (line.isEmpty() && isFree()) readers += 1
    else await line.wait()
    try {
      return await work()
    } finally {
      readers -= 1
      admit()
    }
  }

  async function writing<Reply>(work: () => Promise<Reply>): Promise<Reply> {
    commands += 1
    let giveWay = () => {
      giveWay = () => undefined
      commands -= 1
      if (commands === 0) admit()
    }
    const overtaken = setTimeout(() => giveWay(), rightOfWay)
    try {
      return await work()
    } finally {
      clearTimeout(overtaken)
      giveWay()
    }
  }

  return { reading, writing }
}
